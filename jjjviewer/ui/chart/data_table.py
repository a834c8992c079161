"""The table of what a chart plots, filled when it is looked at."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View
from jjjviewer.ui.shared.tables import CopyTable, FrameModel


class DataTable(CopyTable):
    """Shows the data of a chart, sorted by the heading that is clicked."""

    records_chosen = Signal(tuple)
    """The ids of the records of a row, as its mark on the chart would have them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Data of the chart"))
        self.source_line = self._source_line
        self._chart: tuple[ChartType, View] | None = None
        self._is_old = False
        self._rows = FrameModel(self)
        self.setModel(self._rows)
        self.activated.connect(self._choose_row)

    def set_chart(self, chart_type: ChartType, view: View) -> None:
        """Take over a chart, whose data is shown when it is looked at."""
        self._chart, self._is_old = (chart_type, view), True

    def fill(self) -> None:
        """Show the data now, in the order of the chart."""
        if not self._is_old or self._chart is None:
            return
        self._is_old = False
        chart_type, view = self._chart
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._rows.fill(chart_type.table(view))
        self.setSortingEnabled(True)
        self.resizeColumnsToContents()

    def _choose_row(self, index: QModelIndex) -> None:
        headings = [self._rows.heading(column) for column in range(self._rows.columnCount())]
        if tr("Record") in headings:
            cell = index.siblingAtColumn(headings.index(tr("Record")))
            self.records_chosen.emit(tuple(str(cell.data()).split(", ")))

    def _source_line(self, _rows: Iterable[int]) -> str:
        """Return the line below a copied part of the table: the chart's own, as in its footer."""
        assert self._chart is not None
        chart_type, view = self._chart
        return chart_type.chart(view).source
