"""The search field, which finds speakers, places, themes, statements and figures while typing."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QKeyCombination, QPoint, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.announce import announce

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from jjjviewer.model.search import Search
    from jjjviewer.ui.search.result_lines import ResultLine
    from jjjviewer.ui.search.results import Results
    from jjjviewer.ui.shared.text_hit import TextHit

_WIDTH = 260
_EXPORT = QKeyCombination(Qt.KeyboardModifier.ControlModifier, Qt.Key.Key_E)


class SearchField(QLineEdit):
    """Arrow keys move in the results, Enter chooses one, Escape ends the search.

    Enter shows all results while none is selected, Ctrl+Enter always; they become the selection,
    and the search has ended.
    """

    chosen = Signal(object)
    """The `RowLocation` of a result."""
    text_chosen = Signal(int)
    """The place of a paragraph in the text that is attached."""
    all_requested = Signal(str)
    """The words of which all results are to be shown."""
    words_searched = Signal()
    """There are other words to highlight in all panes, or none."""

    ready = Signal()
    """The search of the pack is available."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search: Search | None = None
        self.words: tuple[str, ...] = ()
        """The words to highlight; none once the search has ended."""
        self._announced = ""
        """What was read out last of the results that are shown."""
        self._focus_before: QWidget | None = None
        self._style = LIGHT
        self.find_in_text: Callable[[str], Sequence[TextHit]] = lambda _: ()
        """Searches the text that is attached to the pack."""
        self._results: Results | None = None
        """Built with the first results, which is after the first paint."""
        self.setFixedWidth(_WIDTH)
        self.setPlaceholderText(tr("Search (Ctrl+F)"))
        self.setAccessibleName(tr("Search"))
        self.setAccessibleDescription(
            tr("Speakers, places, themes, statements and figures; also in Chinese or pinyin")
        )
        self.textEdited.connect(self._find)
        self.textChanged.connect(self._changed)

    @property
    def is_ready(self) -> bool:
        """Return whether the search of the pack is available."""
        return self._search is not None

    def set_search(self, search: "Search | None") -> None:
        """Search another pack, or None while it is loading."""
        self._search = search
        if search is None:
            self.clear()
            return
        # The user may have typed before the pack was loaded.
        self._find(self.text())
        self.ready.emit()

    def apply_theme(self, style: Style) -> None:
        self._style = style
        if self._results is not None:
            self._results.apply_theme(style)

    def begin(self) -> None:
        """Take the keyboard focus, which Escape returns."""
        if not self.hasFocus():
            self._focus_before = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            if self._results is None or self._results.isHidden():
                self._find(self.text())
            else:
                self._results.step(steps[key])
                self._announce()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self._results is not None and not self._results.isHidden():
                wants_all = event.modifiers() & Qt.KeyboardModifier.ControlModifier
                last = self._results.last_line
                self._choose(last if wants_all and last.query else self._results.line)
        elif key == Qt.Key.Key_Escape:
            self.clear()
            self._return_focus()
        else:
            super().keyPressEvent(event)

    def _return_focus(self) -> None:
        """Return the keyboard focus to the widget that had it before."""
        self._hide_results()
        if self._focus_before is not None:
            self._focus_before.setFocus(Qt.FocusReason.OtherFocusReason)

    def event(self, event: QEvent) -> bool:
        kind = event.type()
        # On X11 Qt would move the cursor to the end of the line.
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

    def _find(self, typed: str) -> None:
        """Search for the typed text and show the results below the field."""
        if self._search is None or not typed.strip():
            self._end()
            return
        found = self._search.find(typed)
        self._mark(found.words if found.groups else ())
        results = self._results or self._make_results()
        results.show_found(found, typed.strip(), self.find_in_text(typed))
        results.place_at(self.mapTo(self.window(), QPoint(0, self.height() + 2)))
        self._announce()

    def _announce(self) -> None:
        """Have the selected result read out, if it is another one."""
        assert self._results is not None
        if self._results.announcement != self._announced:
            self._announced = self._results.announcement
            announce(self, self._announced)

    def _make_results(self) -> "Results":
        from jjjviewer.ui.search.results import Results

        self._results = results = Results(self.window())
        results.apply_theme(self._style)
        results.clicked.connect(self._choose)
        return results

    def _choose(self, line: "ResultLine") -> None:
        if not line.can_be_chosen:
            return
        self._return_focus()
        if line.hit is not None:
            self.chosen.emit(line.hit.location)
        elif line.in_text is not None:
            self.text_chosen.emit(line.in_text.paragraph)
        else:
            self.clear()
            self.all_requested.emit(line.query)

    def _changed(self, text: str) -> None:
        if text:
            # Only when there is something to clear: the icons of the button take long to load.
            self.setClearButtonEnabled(True)
        else:
            self._end()

    def _end(self) -> None:
        self._hide_results()
        self._mark(())

    def _hide_results(self) -> None:
        self._announced = ""
        if self._results is not None:
            self._results.hide()

    def _mark(self, words: tuple[str, ...]) -> None:
        if words != self.words:
            self.words = words
            self.words_searched.emit()
