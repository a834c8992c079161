"""One field that finds speakers, places, themes, statements and figures as somebody types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QModelIndex, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QVBoxLayout, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui import speech
from jjjviewer.ui.search_results import LINE, PAD, Results, lines_of

if TYPE_CHECKING:
    from jjjviewer.model.search import Search

_WIDTH = 260
_LIST_WIDTH = 620
_MOST_HEIGHT = 460
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)
_RIM = 2
"""The lines above and below the list."""


class SearchField(QLineEdit):
    """Type, walk the results with the arrow keys, choose with Enter; Escape leaves."""

    chosen = Signal(object)
    """The `Place` of a result."""
    looked_for = Signal(tuple)
    """The words that are searched for, to be marked wherever they stand; none when it ends."""

    ready = Signal()
    """From now on what is typed is looked for at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search: Search | None = None
        self._words: tuple[str, ...] = ()
        self._came_from: QWidget | None = None
        self.setFixedWidth(_WIDTH)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr("Speakers, places, themes, statements and figures; in Chinese or pinyin too")
        )
        self._list = Results(self)
        self._list.setFocusProxy(self)
        self._list.clicked.connect(self._choose)
        self._frame = _framed(self._list, self)
        self.textEdited.connect(self._look)
        self.textChanged.connect(lambda text: None if text else self._end())

    @property
    def is_ready(self) -> bool:
        """Whether what is typed is looked for at once."""
        return self._search is not None

    def set_search(self, search: "Search | None") -> None:
        """Search another pack, or none while it is not there yet."""
        self._search = search
        if search is None:
            self.clear()
            return
        # Somebody may have been quicker than the pack.
        self._look(self.text())
        self.ready.emit()

    def set_style(self, style: Style) -> None:
        self._list.set_style(style)

    def begin(self) -> None:
        """Take the keys, until Escape gives them back."""
        if not self.hasFocus():
            self._came_from = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            if self._frame.isHidden():
                self._look(self.text())
            else:
                self._list.step(steps[key])
                speech.say(self, self._list.line)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._give_back()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        """Give the keys to what had them, so that those of the window work as before."""
        self._frame.hide()
        if self._came_from is not None:
            self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        # On X11 a field would take it for a way to its end.
        if (
            kind == QEvent.Type.ShortcutOverride
            and isinstance(event, QKeyEvent)
            and event.keyCombination() == _EXPORT
        ):
            event.ignore()
            return True
        if kind == QEvent.Type.FocusOut:
            self._frame.hide()
        return super().event(event)

    def _look(self, typed: str) -> None:
        """Find what is typed and show it below the field."""
        if self._search is None or not typed.strip():
            self._end()
            return
        found = self._search.find(typed)
        self._mark(found.words if found.groups else ())
        self._list.show_lines(lines_of(found, typed.strip()), found.words)
        self._place_list()
        speech.say(self, self._list.line)

    def _place_list(self) -> None:
        window = self.window()
        if self._frame.parent() is not window:
            # Not before: what is put into the window first ends first, and the field needs it.
            self._frame.setParent(window)
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        wide = min(_LIST_WIDTH, window.width() - corner.x() - PAD)
        high = min(
            _MOST_HEIGHT, self._list.height_of_all() + _RIM, window.height() - corner.y() - PAD
        )
        self._frame.setGeometry(QRect(corner, QSize(wide, high)))
        self._frame.show()
        self._frame.raise_()

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(LINE)
        if line is not None and line.hit is not None and not self._frame.isHidden():
            self._give_back()
            self.chosen.emit(line.hit.place)

    def _end(self) -> None:
        self._frame.hide()
        self._mark(())

    def _mark(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.looked_for.emit(words)


def _framed(inside: QWidget, parent: QWidget) -> QFrame:
    """A frame to lie over the window, not a window of its own: the field keeps the keys."""
    frame = QFrame(parent)
    frame.setObjectName("results")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inside)
    frame.hide()
    return frame
