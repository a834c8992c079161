"""The menu of units in which a chart can be drawn."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import variants
from jjjviewer.charts.translation import tr
from jjjviewer.charts.types.bars import Bars
from jjjviewer.model.view import View
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.choice_menu import tell_choices


class UnitMenu(QMenu):
    """Offers bars in each unit, and per item where sums stand with a number of items."""

    chosen = Signal(object)
    """The `ChartType` in the unit that the user wants."""
    offered = Signal(bool, str)
    """Whether there is a choice, and the unit that is shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Unit"), parent)
        self._group = QActionGroup(self)
        tell_choices(self)

    def offer(self, shown: ChartType, view: View) -> None:
        """Offer the units of a chart that is drawn."""
        every = variants(Bars() if isinstance(shown, Bars) else shown, view)
        found = [each for each in every if isinstance(each, Bars)]
        self.clear()
        for bars in found:
            action = self.addAction(_name(bars, view))
            action.setActionGroup(self._group)
            action.setCheckable(True)
            action.setChecked(_is_same(bars, shown, found))
            action.triggered.connect(lambda _=False, each=bars: self.chosen.emit(each))
        self.setEnabled(len(found) > 1)
        checked = self._group.checkedAction()
        self.offered.emit(len(found) > 1, checked.text() if checked else "")


def _name(bars: Bars, view: View) -> str:
    if bars.is_per_item:
        return tr("per item")
    return wording.in_menu(view.dataset.unit_names[bars.unit])


def _is_same(bars: Bars, shown: ChartType, found: Sequence[Bars]) -> bool:
    """Return whether bars are those that are shown: without a unit, in the first."""
    assert isinstance(shown, Bars)
    unit = shown.unit or found[0].unit
    return bars.is_per_item == shown.is_per_item and (shown.is_per_item or bars.unit == unit)
