"""The menu of the charts that suit, with a key for each of the first."""

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.translation import tr

_KEYS = [f"Ctrl+Shift+{number}" for number in range(1, 10)]


class ChartsMenu(QMenu):
    """Offers chart types by name; the first nine have the keys Ctrl+Shift+1 to 9."""

    chosen = Signal(object)
    """The `ChartType` that the user wants."""

    def __init__(self, chart_types: Iterable[ChartType], parent: QWidget | None = None) -> None:
        super().__init__(tr("Ch&arts"), parent)
        group = QActionGroup(self)
        self._entries: dict[str, QAction] = {}
        for chart_type in chart_types:
            action = self._entries[chart_type.id] = QAction(chart_type.name, group)
            action.setCheckable(True)
            action.setVisible(False)
            action.triggered.connect(lambda _=False, each=chart_type: self.chosen.emit(each))
            self.addAction(action)
        self._offered: list[str] = []

    def offer(self, chart_types: Iterable[ChartType]) -> None:
        """Show the chart types that suit, in the order that all of them have."""
        wanted = {chart_type.id for chart_type in chart_types}
        ids = [id_ for id_ in self._entries if id_ in wanted]
        if ids == self._offered:
            return
        self._offered = ids
        keys = dict(zip(ids, _KEYS, strict=False))
        for id_, action in self._entries.items():
            action.setVisible(id_ in ids)
            action.setShortcut(QKeySequence(keys.get(id_, "")))

    def check(self, chart_type: ChartType) -> None:
        """Show which chart type is drawn."""
        self._entries[chart_type.id].setChecked(True)
