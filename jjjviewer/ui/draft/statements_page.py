"""The page of statements: kind and theme by digits, a summary in our own words."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QInputDialog, QLabel, QWidget

from jjjviewer.charts.formatting import statement_kinds
from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import new_statement
from jjjviewer.draft.editing import edit_named, new_theme
from jjjviewer.draft.wording import sentence_at
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.queue_model import RecordsModel
from jjjviewer.ui.draft.queue_page import QueuePage
from jjjviewer.ui.draft.theme_list import ThemeList
from jjjviewer.ui.draft.words import name_of
from jjjviewer.vocabulary import STATEMENT_KINDS

_FIRST = ("summary", "kind", "theme_id", "speaker_id", "certainty")
_MOST_DIGITS = 9


class StatementsPage(QueuePage):
    """Makes statements, and says of what kind and on which theme they are.

    Args:
        document: the draft.
        parent: the Qt parent.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        first = {"statements": _FIRST}
        super().__init__(("statements",), document, tr("Statements"), RecordsModel(), first, parent)
        self._list.setWordWrap(True)

    def _lay_out(self) -> None:
        super()._lay_out()
        self._themes = ThemeList(self._view, self)
        self._themes.dropped.connect(self._state)
        self._themes.chosen.connect(self._take_theme)
        hint = QLabel(tr("Themes: drag words of the text onto one"), self)
        hint.setWordWrap(True)
        self._left.addWidget(hint)
        self._left.addWidget(self._themes)

    def refresh(self) -> None:
        super().refresh()
        self._themes.show_themes(self._document.records)

    def _press(self, event: QKeyEvent, is_shifted: bool) -> bool:
        key = Qt.Key(event.key())
        return not is_shifted and (self._act(key) or super()._press(event, is_shifted))

    def _act(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_S:
                self._state()
            case Qt.Key.Key_E | Qt.Key.Key_Return | Qt.Key.Key_Enter if self._row is not None:
                self._form.focus_field("summary")
            case Qt.Key.Key_N if self._row is not None:
                self._name_theme()
            case Qt.Key.Key_Backspace:
                self._clear()
            case _ if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                self._choose(key - Qt.Key.Key_1)
            case _:
                return False
        return True

    def _state(self, theme: str | None = None) -> None:
        """Make a statement of what is selected in the text, else of the sentence at the caret.

        Args:
            theme: its id; nothing where it is still to be named.
        """
        records = self._document.records
        if selected := self._view.selected():
            (row, start), end = selected
        elif place := self._view.place():
            row = place.row
            start, end = sentence_at(records["paragraphs"][row]["text"], place.at)
        else:
            self._document.message.emit(tr("Put the caret into a sentence of the text first."))
            return
        number = records["paragraphs"][row]["paragraph"]
        changes = new_statement(records, number, start, end, theme or "")
        if self._document.do(tr("Make a statement"), changes):
            made = next(each.row for each in changes if each.table == "statements")
            self.show_record("statements", made, "theme_id" if theme == "" else "")

    def _choose(self, at: int) -> None:
        """Take a digit as the kind; once there is one, as the theme."""
        row, record = self._row, self._record
        themes = [*self._document.records["themes"].values()]
        if row is None or record is None:
            return
        if record["kind"] and at < len(themes):
            self._take_theme(themes[at]["theme_id"])
        elif not record["kind"] and at < len(STATEMENT_KINDS):
            self._document.edit("statements", row, {"kind": STATEMENT_KINDS[at]})

    def _take_theme(self, theme: str) -> None:
        """Put the chosen statement on a theme, and go on; nothing names a new one."""
        if self._row is None:
            return
        if not theme:
            self._name_theme()
            return
        records = self._document.records
        label = name_of(records, "themes", theme)
        changes = edit_named(records, "statements", self._row, "theme_id", theme)
        self._document.do(tr("Theme: {theme}", theme=label), changes)
        self._go_to(self._list.currentIndex().row() + 1)

    def _name_theme(self) -> None:
        """Name a new theme: that of the chosen statement, unless it is on one already."""
        record = self._record
        if record is None or not record["theme_id"]:
            self._form.focus_field("theme_id")
            return
        name, is_named = QInputDialog.getText(self, tr("New theme"), tr("Name"))
        if is_named and name.strip():
            words = tr("Theme added: {theme}", theme=name.strip())
            self._document.do(words, new_theme(self._document.records, name.strip()))

    def _clear(self) -> None:
        row, record = self._row, self._record
        if row is not None and record is not None:
            column = "theme_id" if record["theme_id"] else "kind"
            self._document.edit("statements", row, {column: ""})

    def _keys(self) -> str:
        record = self._record
        if record is None:
            return tr(
                "No statement so far: each figure that is kept makes one of its sentence, and S "
                "makes one of the sentence at the caret."
            )
        themes = [each["label"] for each in self._document.records["themes"].values()]
        kinds = [*statement_kinds().values()]
        choices = themes[:_MOST_DIGITS] if record["kind"] else kinds
        digits = " · ".join(f"{number} {words}" for number, words in enumerate(choices, 1))
        return tr(
            "{digits} · Backspace takes back kind or theme · E summary · N new theme · "
            "S makes a statement of what is selected, or of the sentence at the caret · Z undo",
            digits=digits or tr("No theme so far: N makes one"),
        )
