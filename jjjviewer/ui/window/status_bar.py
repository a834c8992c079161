"""The status bar: what is shown, what is not charted and why, where the data comes from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QStatusBar, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from jjjviewer.charts.chart_type import ChartType
    from jjjviewer.model.view import View


class ElidedLabel(QLabel):
    """One line of text, cut where it has no room; the tooltip has it all."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._all = ""
        self.setTextFormat(Qt.TextFormat.PlainText)

    def show_text(self, text: str) -> None:
        if text == self._all:
            return
        self._all = text
        self.setToolTip(wording.tip(text))
        self.setAccessibleName(text)
        self.updateGeometry()
        self._cut()

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def sizeHint(self) -> QSize:
        wide = self.fontMetrics().horizontalAdvance(self._all) + 2 * self.margin() + 4
        return QSize(wide, super().sizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 2 * self.margin()
        self.setText(self.fontMetrics().elidedText(self._all, Qt.TextElideMode.ElideRight, room))


class StatusBar(QStatusBar):
    """Two lines of words side by side: the selection's, and the pack's.

    Args:
        progress: what stands before them while something goes on.
        parent: as everywhere in Qt.
    """

    def __init__(self, progress: "Iterable[QWidget]", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeGripEnabled(False)
        self._shown = ElidedLabel(self)
        self._source = ElidedLabel(self)
        self._source.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self.setContentsMargins(8, 0, 8, 0)
        for each in progress:
            self.addWidget(each)
        self.addWidget(self._shown, 3)
        # Without stretch: a message gets the room of what is shown, not of nothing.
        self.addPermanentWidget(self._source)

    def show_view(self, view: "View", chart_types: "Sequence[ChartType]") -> None:
        """Say what a view holds, and which of it no form draws."""
        from jjjviewer.charts.formatting import citation

        counts = (
            wording.speakers(len(view.speakers)),
            wording.statements(len(view.statements)),
            wording.figures(view.figure_count),
        )
        self.clearMessage()
        said = (*_not_charted(view, chart_types), *_not_mapped(view))
        self._shown.show_text("  |  ".join((", ".join(counts), *said)))
        self._source.show_text(tr("Source: {citation}", citation=citation(view)))


def _not_charted(view: "View", chart_types: "Sequence[ChartType]") -> list[str]:
    """Which figures no form of chart draws, and why."""
    from jjjviewer.charts.registry import uncharted

    unclear, alone = uncharted(view, chart_types)
    reasons = []
    if unclear:
        reasons.append(tr("{count} left open by the text", count=unclear))
    if alone:
        reasons.append(tr("{count} for want of a form for their unit", count=alone))
    return [tr("Not charted: {reasons}", reasons=", ".join(reasons))] if reasons else []


def _not_mapped(view: "View") -> list[str]:
    """Why there is no map, where links could be looked for on one."""
    from jjjviewer.charts.maps.network import why_no_map

    why = "" if view.links.empty else why_no_map(view)
    return [why] if why else []
