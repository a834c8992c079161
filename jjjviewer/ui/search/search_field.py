"""One field that finds speakers, places, themes, statements and figures as somebody types."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.announce import announce

if TYPE_CHECKING:
    from jjjviewer.model.search import Search
    from jjjviewer.ui.search.results import ResultLine, Results

_WIDTH = 260
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class SearchField(QLineEdit):
    """Type, walk the results with the arrow keys, choose with Enter; Escape leaves."""

    chosen = Signal(object)
    """The `Place` of a result."""
    words_searched = Signal(tuple)
    """The words that are searched for, to be marked wherever they stand; none when it ends."""

    ready = Signal()
    """From now on what is typed is looked for at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search: Search | None = None
        self._words: tuple[str, ...] = ()
        self._came_from: QWidget | None = None
        self._style = LIGHT
        self._results: Results | None = None
        """Made when there is first something to show: the field is to be seen before that."""
        self.setFixedWidth(_WIDTH)
        self.setPlaceholderText(tr("Search (Ctrl+F)"))
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(
            tr("Speakers, places, themes, statements and figures; in Chinese or pinyin too")
        )
        self.textEdited.connect(self._look)
        self.textChanged.connect(self._changed)

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

    def apply_theme(self, style: Style) -> None:
        self._style = style
        if self._results is not None:
            self._results.apply_theme(style)

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
            if self._results is None or self._results.isHidden():
                self._look(self.text())
            else:
                self._results.step(steps[key])
                announce(self, self._results.announcement)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._results is not None and not self._results.isHidden():
                self._choose(self._results.line)
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._give_back()
        else:
            super().keyPressEvent(event)

    def _give_back(self) -> None:
        """Give the keys to what had them, so that those of the window work as before."""
        self._hide_results()
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
            self._hide_results()
        return super().event(event)

    def _look(self, typed: str) -> None:
        """Find what is typed and show it below the field."""
        if self._search is None or not typed.strip():
            self._end()
            return
        found = self._search.find(typed)
        self._mark(found.words if found.groups else ())
        results = self._results or self._make_results()
        results.show_found(found, typed.strip())
        results.place_at(self.mapTo(self.window(), QPoint(0, self.height() + 2)))
        announce(self, results.announcement)

    def _make_results(self) -> "Results":
        from jjjviewer.ui.search.results import Results

        self._results = results = Results(self.window(), keys_go_to=self)
        results.apply_theme(self._style)
        results.clicked.connect(self._choose)
        return results

    def _choose(self, line: "ResultLine | None") -> None:
        if line is not None and line.hit is not None:
            self._give_back()
            self.chosen.emit(line.hit.place)

    def _changed(self, text: str) -> None:
        if text:
            # Not before there is something to clear: its icons take long to load.
            self.setClearButtonEnabled(True)
        else:
            self._end()

    def _end(self) -> None:
        self._hide_results()
        self._mark(())

    def _hide_results(self) -> None:
        if self._results is not None:
            self._results.hide()

    def _mark(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.words_searched.emit(words)
