"""The page of the text: where it is from, and its paragraphs."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFormLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.draft.paragraphs import join, split
from jjjviewer.draft.records import SOURCE, Record
from jjjviewer.ui.draft.article_view import ArticleView
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.shared.text_field import TextField
from jjjviewer.vocabulary import TEXT_KINDS

_MARGIN = 12
_WIDTHS = [420, 700]


class SourcePage(DraftPage):
    """Says where the text is from; splits and joins its paragraphs.

    Args:
        document: the draft.
        parent: the Qt parent.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._view = ArticleView(self)
        self._view.installEventFilter(self)
        self._fields: dict[str, TextField] = {}
        left = QWidget(self)
        form = QFormLayout(left)
        for name, words in _fields().items():
            field = self._fields[name] = TextField(left)
            field.setReadOnly(document.draft.read_only)
            field.editingFinished.connect(lambda name=name: self._commit(name))
            widget = self._kind_box(field, left) if name == "kind" else field
            widget.setAccessibleName(words)
            label = QLabel(words, left)
            label.setBuddy(widget)
            form.addRow(label, widget)
        self._fields["date"].setPlaceholderText("2022-10-21")
        self.again = QPushButton(tr("Read the text again…"), left)
        self.again.setToolTip(tr("What was decided is found again in it."))
        form.addRow(self.again)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(left)
        splitter.addWidget(self._view)
        splitter.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(splitter, 1)
        keys = tr(
            "In the text: S splits a paragraph at the caret · J joins it with the next · Z undo"
        )
        layout.addWidget(QLabel(keys, self))
        self.setFocusProxy(self._view)
        self.refresh()

    def _kind_box(self, field: TextField, parent: QWidget) -> QComboBox:
        """Return a box of the usual kinds of text around a field, into which others are typed."""
        box = QComboBox(parent)
        box.setLineEdit(field)
        box.addItems(("", *TEXT_KINDS))
        box.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        box.textActivated.connect(lambda _: self._commit("kind"))
        box.setEnabled(not self._document.draft.read_only)
        box.installEventFilter(self)
        return box

    def apply_theme(self, style: Style) -> None:
        self._view.apply_theme(style)

    def show_record(self, table: str, row: int | None, column: str) -> None:
        if column in self._fields:
            self._fields[column].setFocus()

    def refresh(self) -> None:
        source = self._document.draft.source
        for name, field in self._fields.items():
            field.show_text(source[name])
        self._view.show_text(self._document.records)
        self.again.setEnabled(not self._document.draft.read_only)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(watched, QComboBox):
            # The wheel changes nothing in passing.
            return event.type() == QEvent.Type.Wheel
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        match event.key():
            case _ if event.modifiers():
                return False
            case Qt.Key.Key_S:
                self._split()
            case Qt.Key.Key_J:
                self._join()
            case Qt.Key.Key_Z:
                self._document.undo()
            case _:
                return False
        return True

    def _commit(self, name: str) -> None:
        words = self._fields[name].text().strip()
        if name == "kind" and words.lower() in TEXT_KINDS:
            words = words.lower()
        cells: Record = {name: words}
        self._document.edit(SOURCE, 0, cells)

    def _split(self) -> None:
        if place := self._view.place():
            changes = split(self._document.records, *place)
            self._document.do(tr("Split a paragraph"), changes)

    def _join(self) -> None:
        if place := self._view.place():
            self._document.do(tr("Join paragraphs"), join(self._document.records, place.row))


def _fields() -> dict[str, str]:
    return {
        "title": tr("Title"),
        "title_zh": tr("Title, Chinese"),
        "kind": tr("Kind of text"),
        "date": tr("Date"),
        "publication": tr("Publication"),
        "author": tr("Author"),
        "citation": tr("Citation"),
        "citation_zh": tr("Citation, Chinese"),
        "caveat": tr("Caveat"),
        "language": tr("Language"),
    }
