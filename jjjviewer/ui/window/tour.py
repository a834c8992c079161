"""First steps: three callouts, one after the other, each beside the pane that it is about."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import wrap

_WIDTH = 320
_DOWN = 72
"""How far below the top of its pane a callout begins, in pixels."""
_ACTS = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.KeyPress,
    # A key that a menu takes is never pressed anywhere.
    QEvent.Type.ShortcutOverride,
)
_IDLE_KEYS = (
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_Shift,
    Qt.Key.Key_Control,
    Qt.Key.Key_Alt,
    Qt.Key.Key_Meta,
)
"""They do nothing, or lead to the buttons of the callout."""
_MOVING = (QEvent.Type.Resize, QEvent.Type.Move, QEvent.Type.Show)


class Stop(NamedTuple):
    """A pane, and a note on it."""

    pane: QWidget
    words: str


def stops(tree: QWidget, detail: QWidget, chart: QWidget) -> tuple[Stop, ...]:
    """Return what somebody who is new should know of each pane."""
    return (
        Stop(
            tree,
            tr(
                "Choose who, what or where: a region, a speaker, a theme or a place. With Ctrl, a "
                "second row of the same kind is compared with the first; one of another kind "
                "narrows it."
            ),
        ),
        Stop(
            detail,
            tr(
                "Read the statements, in our summaries, and the figures below them. Click a figure "
                "to see it in the chart. ☆ or Space collects what you need. Ctrl+F finds any word "
                "or number."
            ),
        ),
        Stop(
            chart,
            tr(
                "Click a mark to see its figure; choose another chart above. Ctrl+E exports the "
                "chart, F1 lists all keys."
            ),
        ),
    )


class Tour(QFrame):
    """Shows the callouts over the window, which goes on answering.

    It is left, and hidden, as soon as something is done elsewhere in the window.

    Args:
        stops: in their order.
        parent: what holds all of the panes.
    """

    left = Signal()
    """The user has seen the last callout, or left before."""

    def __init__(self, stops: Sequence[Stop], parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("tour")
        self.setAccessibleName(tr("First steps"))
        self.setFixedWidth(_WIDTH)
        self._parent = parent
        self._stops = stops
        self._panes = [stop.pane for stop in stops]
        self._at = 0
        self._focus_before: QWidget | None = None
        self._pointers = QLabel("◀", self), QLabel("▶", self)
        self._words = QLabel(self)
        wrap(self._words)
        self._count = QLabel(self)
        self._back = QPushButton(tr("Back"), self)
        self._next = QPushButton(self)
        self._leave = QPushButton(tr("Leave"), self)
        self._back.clicked.connect(lambda: self._go_to(self._at - 1))
        self._next.clicked.connect(lambda: self._go_to(self._at + 1))
        self._leave.clicked.connect(self.leave)
        self._lay_out()
        self.hide()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.addWidget(self._count, 1)
        for button in (self._leave, self._back, self._next):
            buttons.addWidget(button)
        middle = QVBoxLayout()
        middle.addWidget(self._words)
        middle.addLayout(buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(8, 12, 8, 12)
        layout.addWidget(self._pointers[0])
        layout.addLayout(middle, 1)
        layout.addWidget(self._pointers[1])

    def begin(self, *, takes_focus: bool) -> None:
        """Show the first callout; the keys lead on in it, if it takes the focus."""
        self._focus_before = self.window().focusWidget() if takes_focus else None
        if application := QApplication.instance():
            application.installEventFilter(self)
        self.show()
        self._go_to(0)
        if takes_focus:
            self._next.setFocus(Qt.FocusReason.OtherFocusReason)

    def leave(self) -> None:
        """Hide the callouts, and return the focus, if it is in them, to where it was."""
        if application := QApplication.instance():
            application.removeEventFilter(self)
        has_focus = self.isAncestorOf(self.window().focusWidget() or self)
        self.hide()
        if has_focus:
            before = self._focus_before or self._stops[0].pane
            before.setFocus(Qt.FocusReason.OtherFocusReason)
        self.left.emit()

    def _go_to(self, at: int) -> None:
        if at == len(self._stops):
            self.leave()
            return
        self._at, count = at, len(self._stops)
        self._words.setText(self._stops[at].words)
        self._count.setText(tr("{number} of {count}", number=at + 1, count=count))
        self._back.setEnabled(at > 0)
        self._next.setText(tr("Done") if at + 1 == count else tr("Next"))
        self._place()
        announce(self, f"{tr('First steps')}, {self._count.text()}. {self._words.text()}")

    def _place(self) -> None:
        """Stand beside the pane, where there is more room, and within the window."""
        pane, parent = self._stops[self._at].pane, self._parent
        corner = pane.mapTo(parent, QPoint(0, _DOWN))
        right = parent.width() - corner.x() - pane.width()
        is_after = right > corner.x()
        for pointer, shown in zip(self._pointers, (is_after, not is_after), strict=True):
            pointer.setVisible(shown)
        self.adjustSize()
        x = corner.x() + pane.width() if is_after else corner.x() - self.width()
        most = parent.width() - self.width(), parent.height() - self.height()
        self.move(max(0, min(x, most[0])), max(0, min(corner.y(), most[1])))
        self.raise_()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVING and watched in self._panes and self.isVisible():
            self._place()
        elif event.type() in _ACTS and self._is_elsewhere(watched, event):
            self.leave()
        return False

    def _is_elsewhere(self, watched: QObject, event: QEvent) -> bool:
        """Return whether an event is the user's doing something in the window, not here."""
        if not isinstance(watched, QWidget) or watched.window() is not self.window():
            return False
        is_idle = isinstance(event, QKeyEvent) and event.key() in _IDLE_KEYS
        return not is_idle and watched is not self and not self.isAncestorOf(watched)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self.isVisible():
            self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.leave()
            case Qt.Key.Key_Return | Qt.Key.Key_Enter:
                focus = self.focusWidget()
                if isinstance(focus, QPushButton):
                    focus.click()
            case _:
                super().keyPressEvent(event)
