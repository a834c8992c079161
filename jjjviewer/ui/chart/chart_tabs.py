"""What the tabs of the chart pane show: the chart, its table, and a further page."""

from collections.abc import Callable

from PySide6.QtWidgets import QStackedWidget, QWidget

from jjjviewer.ui.chart.chart_message import ChartMessage
from jjjviewer.ui.chart.data_table import DataTable
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.late_pane import LatePane, RecordsPane

Further = tuple[str, Callable[[], RecordsPane]]
"""The name of a further tab, and what builds its page."""


FURTHER = 2
"""The number of that tab."""


class ChartTabs(QStackedWidget):
    """Pages of which one is shown; in the place of chart and table a message, where there is none.

    Args:
        canvas, table: of the chart.
        further: the page of the third tab.
        parent: the Qt parent.
    """

    def __init__(self, canvas: Canvas, table: DataTable, further: Further, parent: QWidget) -> None:
        super().__init__(parent)
        _, make = further
        self._table = table
        self.further = LatePane(make, self)
        self.message = ChartMessage(self)
        self._pages: tuple[QWidget, ...] = (canvas, table, self.further)
        for page in (*self._pages, self.message):
            self.addWidget(page)
        self.page: QWidget = self.message
        """The one that is shown."""

    def show_page(self, tab: int, *, has_chart: bool) -> None:
        """Show the page of a tab, of chart and table the message where there is no chart."""
        page = self._pages[tab]
        if page is not self.further and not has_chart:
            page = self.message
        if page is self._table:
            self._table.fill()
        self.setCurrentWidget(page)
        self.page = page
