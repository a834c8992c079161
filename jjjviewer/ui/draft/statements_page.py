"""The page of statements: kind and theme by digits, a summary in our own words."""

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QListView, QSplitter, QVBoxLayout, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import new_statement
from jjjviewer.draft.editing import edit_named
from jjjviewer.draft.records import Record, whole
from jjjviewer.draft.wording import sentence_at
from jjjviewer.ui.draft.article_view import ArticleView, Marked
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.record_form import RecordForm
from jjjviewer.ui.draft.records_page import RecordsModel
from jjjviewer.vocabulary import STATEMENT_KINDS

_FIRST = ("summary", "kind", "theme_id", "speaker_id", "certainty")
_WIDTHS = [300, 500, 380]
_MARGIN = 8
_MOST_DIGITS = 9


class StatementsPage(DraftPage):
    """Makes statements, and says of what kind and on which theme they are.

    Args:
        document: the draft.
        parent: the Qt parent.
    """

    tables = ("statements",)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._model = RecordsModel(self)
        self._list = QListView(self)
        self._list.setModel(self._model)
        self._list.setWordWrap(True)
        self._list.setAccessibleName(tr("Statements"))
        self._view = ArticleView(self)
        self._form = RecordForm("statements", document, _FIRST, self)
        self._form.left.connect(self._list.setFocus)
        self._help = QLabel(self)
        self._help.setWordWrap(True)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        for each in (self._list, self._view, self._form):
            splitter.addWidget(each)
        splitter.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._help)
        self.setFocusProxy(self._list)
        self._list.installEventFilter(self)
        self._view.installEventFilter(self)
        self._list.selectionModel().currentChanged.connect(self._show_current)
        self.refresh()

    def apply_theme(self, style: Style) -> None:
        self._view.apply_theme(style)

    def show_record(self, table: str, row: int | None, column: str) -> None:
        if row is not None:
            self._list.setCurrentIndex(self._model.index_of(row))
            if column:
                self._form.focus_field(column)

    def refresh(self) -> None:
        row = self._row
        self._view.show_text(self._document.records)
        self._view.setVisible(self._view.has_text)
        self._model.show_records(self._document.records, "statements")
        index = self._model.index_of(row) if row is not None else QModelIndex()
        if not index.isValid() and self._model.rowCount():
            index = self._model.index(0, 0)
        self._list.setCurrentIndex(index)
        self._show_current()

    @property
    def _row(self) -> int | None:
        return self._model.row_of(self._list.currentIndex())

    @property
    def _record(self) -> Record | None:
        return None if self._row is None else self._document.records["statements"].get(self._row)

    def _show_current(self) -> None:
        self._form.show_row(self._row)
        record = self._record
        if record is not None and record["end"]:
            place = record["paragraph"], whole(record["start"]), whole(record["end"])
            self._view.mark([Marked("sentence", *place)])
        else:
            self._view.mark([])
        self._help.setText(self._keys())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return not event.modifiers() and self._press(Qt.Key(event.key()))
        return False

    def _press(self, key: Qt.Key) -> bool:
        match key:
            case Qt.Key.Key_S:
                self._state()
            case Qt.Key.Key_E | Qt.Key.Key_Return | Qt.Key.Key_Enter if self._row is not None:
                self._form.focus_field("summary")
            case Qt.Key.Key_N if self._row is not None:
                self._form.focus_field("theme_id")
            case Qt.Key.Key_Z:
                self._document.undo()
            case Qt.Key.Key_Backspace:
                self._clear()
            case _ if Qt.Key.Key_1 <= key <= Qt.Key.Key_9:
                self._choose(key - Qt.Key.Key_1)
            case _:
                return False
        return True

    def _state(self) -> None:
        """Make a statement of what is selected in the text, else of the sentence at the caret."""
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
        changes = new_statement(records, number, start, end)
        if self._document.do(tr("Make a statement"), changes):
            made = next(each.row for each in changes if each.table == "statements")
            self.show_record("statements", made, "")

    def _choose(self, at: int) -> None:
        """Take a digit as the kind; once there is one, as the theme, and go on."""
        row, record = self._row, self._record
        if row is None or record is None:
            return
        if not record["kind"]:
            if at < len(STATEMENT_KINDS):
                self._document.edit("statements", row, {"kind": STATEMENT_KINDS[at]})
            return
        themes = [*self._document.records["themes"].values()]
        if at < len(themes):
            theme = themes[at]["theme_id"]
            changes = edit_named(self._document.records, "statements", row, "theme_id", theme)
            self._document.do(tr("Theme: {theme}", theme=themes[at]["label"]), changes)
            following = self._list.currentIndex().row() + 1
            if following < self._model.rowCount():
                self._list.setCurrentIndex(self._model.index(following, 0))

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
        choices = STATEMENT_KINDS if not record["kind"] else themes[:_MOST_DIGITS]
        digits = " · ".join(f"{number} {words}" for number, words in enumerate(choices, 1))
        return tr(
            "{digits} · Backspace takes back kind or theme · E summary · N new theme · "
            "S makes a statement of the sentence at the caret · Z undo",
            digits=digits or tr("No theme so far: N makes one"),
        )
