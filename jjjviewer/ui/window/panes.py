"""Panes side by side that can be dragged narrower until they fold, and be unfolded again."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

from PySide6.QtCore import QByteArray, QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

_HANDLE = 5
"""Wide enough to be caught, also where a folded pane leaves nothing else."""


class Pane(NamedTuple):
    """A widget that stands beside others.

    Attributes:
        widget: what is shown.
        width, least: at first, and the least while it is not folded, in pixels.
        take_focus: gives the keyboard focus to the foremost widget in it.
    """

    widget: QWidget
    width: int
    least: int
    take_focus: Callable[[], None]


class PaneSlot(QWidget):
    """The place of a pane that is built later."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._take_focus: Callable[[], None] | None = None

    def fill(self, pane: QWidget, take_focus: Callable[[], None]) -> None:
        """Put a pane into its place, with what gives it the keyboard focus."""
        self._layout.addWidget(pane)
        self._take_focus = take_focus

    def take_focus(self) -> None:
        """Give the keyboard focus to the pane, if it is there."""
        if self._take_focus is not None:
            self._take_focus()


class Panes(QSplitter):
    """A row of panes. Where not all have room, the foremost fold, and come back with the room.

    Args:
        panes: from left to right.
        parent: as everywhere in Qt.
    """

    folding_changed = Signal()
    """A pane is folded or unfolded."""

    def __init__(self, panes: Sequence[Pane], parent: QWidget | None = None) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._panes = tuple(panes)
        self._wanted = [pane.width for pane in panes]
        self._least = [pane.least for pane in panes]
        self._for_want_of_room: set[int] = set()
        self.setHandleWidth(_HANDLE)
        for at, pane in enumerate(panes):
            pane.widget.setMinimumWidth(pane.least)
            self.addWidget(pane.widget)
            self.setStretchFactor(at, at)
        self.setSizes(self._wanted)
        self.splitterMoved.connect(self._moved)

    def is_folded(self, at: int) -> bool:
        return self.sizes()[at] == 0

    def fold(self, at: int, folded: bool = True) -> None:
        """Fold a pane, or unfold it; the last one that is open stays."""
        sizes = self.sizes()
        open_ones = [each for each, size in enumerate(sizes) if size]
        if folded != self.is_folded(at) and not (folded and open_ones == [at]):
            self._for_want_of_room.discard(at)
            if folded:
                self._wanted[at] = sizes[at]
                sizes[at] = 0
            else:
                self._make_room(at, sizes)
            self.setSizes(sizes)
        self.folding_changed.emit()

    def go_to(self, at: int) -> None:
        """Give the keyboard focus to a pane, unfolded if it was folded."""
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
        """Bring back what `saveState` gave; what can't be used leaves the widths as they are."""
        before = self.sizes()
        # What stands in the state for handles and folding is ours to decide.
        if self.restoreState(state):
            self.setHandleWidth(_HANDLE)
            self.setChildrenCollapsible(True)
        if not any(self.sizes()):
            self.setSizes(before)
        self.folding_changed.emit()

    def minimumSizeHint(self) -> QSize:
        # The window may be as narrow as its widest pane; the others fold.
        return QSize(max(self._least), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit(event.size().width())
        super().resizeEvent(event)

    def _moved(self) -> None:
        for at, size in enumerate(self.sizes()):
            if size:
                self._for_want_of_room.discard(at)
        self.folding_changed.emit()

    def _make_room(self, at: int, sizes: list[int]) -> None:
        """Take from the widest what a pane needs to be unfolded; fold it if it has not enough."""
        needed = max(self._wanted[at], self._least[at])
        widest = max(range(len(sizes)), key=sizes.__getitem__)
        if sizes[widest] - self._least[at] < self._least[widest]:
            needed, sizes[widest] = self.width(), 0
        else:
            needed = min(needed, sizes[widest] - self._least[widest])
            sizes[widest] -= needed
        sizes[at] = needed

    def _fit(self, width: int) -> None:
        """Fold what has no room in a width, and unfold what was folded for want of it."""
        sizes = self.sizes()
        folded = {at for at, size in enumerate(sizes) if not size}
        by_hand = folded - self._for_want_of_room
        out: set[int] = set()
        for at in range(len(sizes) - 1):
            open_ones = [each for each in range(len(sizes)) if each not in by_hand | out]
            room = width - _HANDLE * (len(sizes) - 1)
            if sum(self._least[each] for each in open_ones) > room and at not in by_hand:
                out.add(at)
        if out == self._for_want_of_room:
            return
        for at in self._for_want_of_room - out:
            sizes[at] = self._wanted[at]
        for at in out - self._for_want_of_room:
            self._wanted[at] = sizes[at]
            sizes[at] = 0
        self._for_want_of_room = out
        self.setSizes(sizes)
        self.folding_changed.emit()
