"""Panes side by side that can be resized, folded and unfolded."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QSplitter, QVBoxLayout, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.view_pane import ViewPane

_HANDLE = 5
"""Width of a handle in pixels: wide enough to be grabbed beside a folded pane."""
_MARGIN = 16
"""In pixels, as around the text of the detail pane."""


class Pane(NamedTuple):
    """A widget in a row of panes.

    Attributes:
        widget: the contents.
        width, least: initial width and minimum width while unfolded, in pixels.
        take_focus: gives the keyboard focus to the foremost widget in it.
    """

    widget: QWidget
    width: int
    least: int
    take_focus: Callable[[], None]


class PaneSlot(QWidget):
    """A placeholder for a pane that is built later; says "Loading…" until then."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._loading = QLabel(tr("Loading…"), self)
        self._loading.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._loading.setMargin(_MARGIN)
        self._layout.addWidget(self._loading, 0, Qt.AlignmentFlag.AlignTop)
        self._pane: ViewPane | None = None

    def fill(self, pane: ViewPane) -> None:
        """Put a pane into its slot."""
        self._layout.removeWidget(self._loading)
        self._loading.hide()
        self._loading.deleteLater()
        self._layout.addWidget(pane)
        self._pane = pane

    def take_focus(self) -> None:
        """Give the keyboard focus to the pane, if it is built."""
        if self._pane is not None:
            self._pane.take_focus()


class Panes(QSplitter):
    """A row of panes. If they do not all fit, the first ones fold until there is room again.

    Args:
        panes: from left to right.
        parent: the Qt parent.
    """

    folding_changed = Signal()
    """A pane was folded or unfolded."""

    def __init__(self, panes: Sequence[Pane], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panes = tuple(panes)
        self._open_widths = [pane.width for pane in panes]
        self._least = [pane.least for pane in panes]
        self._auto_folded: set[int] = set()
        self.setHandleWidth(_HANDLE)
        for at, pane in enumerate(panes):
            pane.widget.setMinimumWidth(pane.least)
            self.addWidget(pane.widget)
            self.setStretchFactor(at, at)
        self.setSizes(self._open_widths)
        self.splitterMoved.connect(self._moved)

    def is_folded(self, at: int) -> bool:
        return self.sizes()[at] == 0

    def fold(self, at: int, folded: bool = True) -> None:
        """Fold or unfold a pane; the last open one is never folded."""
        sizes = self.sizes()
        open_ones = [each for each, size in enumerate(sizes) if size]
        if folded != self.is_folded(at) and not (folded and open_ones == [at]):
            self._auto_folded.discard(at)
            if folded:
                self._open_widths[at] = sizes[at]
                sizes[at] = 0
            else:
                self._make_room(at, sizes)
            self.setSizes(sizes)
        self.folding_changed.emit()

    def go_to(self, at: int) -> None:
        """Give the keyboard focus to a pane, and unfold it if needed."""
        self.fold(at, False)
        self._panes[at].take_focus()

    def step(self, by: int) -> None:
        """Give the keyboard focus to the next open pane, to the right or to the left."""
        focus = self.window().focusWidget()
        inside = [
            focus is not None and (each.widget is focus or each.widget.isAncestorOf(focus))
            for each in self._panes
        ]
        count = len(self._panes)
        at = inside.index(True) if True in inside else -1 if by > 0 else count
        at = (at + by) % count
        while self.is_folded(at):
            at = (at + by) % count
        self.go_to(at)

    def restore(self, state: QByteArray) -> None:
        """Restore a state of `saveState`; one that can't be used leaves the widths as they are."""
        before = self.sizes()
        # The state also sets these two, which are constant here.
        if self.restoreState(state):
            self.setHandleWidth(_HANDLE)
            self.setChildrenCollapsible(True)
        if not any(self.sizes()):
            self.setSizes(before)
        self.folding_changed.emit()

    def minimumSizeHint(self) -> QSize:
        # A window as narrow as its widest pane folds the others.
        return QSize(max(self._least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _moved(self) -> None:
        for at, size in enumerate(self.sizes()):
            if size:
                self._auto_folded.discard(at)
        self.folding_changed.emit()

    def _make_room(self, at: int, sizes: list[int]) -> None:
        """Take width for an unfolded pane from the widest one; fold that if it is too narrow."""
        needed = max(self._open_widths[at], self._least[at])
        widest = max(range(len(sizes)), key=sizes.__getitem__)
        if sizes[widest] - self._least[at] < self._least[widest]:
            needed, sizes[widest] = self.width(), 0
        else:
            needed = min(needed, sizes[widest] - self._least[widest])
            sizes[widest] -= needed
        sizes[at] = needed

    def _fit(self, width: int) -> None:
        """Fold panes that do not fit a width, and unfold those that now do."""
        sizes = self.sizes()
        folded = {at for at, size in enumerate(sizes) if not size}
        by_hand = folded - self._auto_folded
        out: set[int] = set()
        for at in range(len(sizes) - 1):
            open_ones = [each for each in range(len(sizes)) if each not in by_hand | out]
            room = width - _HANDLE * (len(sizes) - 1)
            if sum(self._least[each] for each in open_ones) > room and at not in by_hand:
                out.add(at)
        if out == self._auto_folded:
            return
        for at in self._auto_folded - out:
            sizes[at] = self._open_widths[at]
        for at in out - self._auto_folded:
            self._open_widths[at] = sizes[at]
            sizes[at] = 0
        self._auto_folded = out
        self.setSizes(sizes)
        self.folding_changed.emit()
