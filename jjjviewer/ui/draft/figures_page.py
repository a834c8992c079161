"""The page of figures: the queue, the text, and the card of the figure that is chosen."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QLabel,
    QListView,
    QMessageBox,
    QSplitter,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import decide, rest_of_paragraph, take_number, text_of
from jjjviewer.draft.editing import move_edge
from jjjviewer.draft.records import DROPPED, KEPT, LATER, NONE, OPEN, Record, whole
from jjjviewer.draft.wording import measures
from jjjviewer.ui.draft.article_view import ArticleView, legend
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.figure_keys import BRACKETS, CYCLES, FIELDS, Cycle, keys, marked
from jjjviewer.ui.draft.queue_model import TRAY, QueueModel
from jjjviewer.ui.draft.record_form import RecordForm

_FIRST = (
    "printed", "value", "value_high", "unit_id", "measure", "qualifier", "status", "direction",
    "period_text", "period_start", "period_end", "place_id", "theme_id", "speaker_id", "certainty",
)  # fmt: skip
_WIDTHS = [250, 520, 400]
_MARGIN = 8
_MOST_LISTED = 15


class FiguresPage(DraftPage):
    """Decides on figures, one after the other.

    Args:
        document: the draft.
        parent: the Qt parent.
    """

    tables = ("figures",)

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._edge = ""
        """The edge that the arrows move: start, end or none."""
        self._model = QueueModel(self)
        self._queue = QListView(self)
        self._queue.setModel(self._model)
        self._queue.setUniformItemSizes(True)
        self._queue.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._queue.setAccessibleName(tr("Numbers of the text"))
        self._view = ArticleView(self)
        self._card = RecordForm("figures", document, _FIRST, self)
        self._card.left.connect(self._queue.setFocus)
        self._help = QLabel(keys(), self)
        self._help.setWordWrap(True)
        self._lay_out()
        self._queue.installEventFilter(self)
        self._view.installEventFilter(self)
        self._queue.clicked.connect(self._click)
        self._queue.selectionModel().currentChanged.connect(self._show_current)
        self.refresh()
        self._go_to_open(-1)

    def _lay_out(self) -> None:
        middle = self._middle = QWidget(self)
        column = QVBoxLayout(middle)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._view, 1)
        signs = QLabel(legend(), middle)
        signs.setWordWrap(True)
        column.addWidget(signs)
        splitter = QSplitter(self)
        splitter.setChildrenCollapsible(False)
        for each in (self._queue, middle, self._card):
            splitter.addWidget(each)
        splitter.setSizes(_WIDTHS)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(splitter, 1)
        layout.addWidget(self._help)
        self.setFocusProxy(self._queue)

    def apply_theme(self, style: Style) -> None:
        self._view.apply_theme(style)

    def show_record(self, table: str, row: int | None, column: str) -> None:
        if row is not None:
            self._queue.setCurrentIndex(self._model.index_of(row))
            if column:
                self._card.focus_field(column)

    def refresh(self) -> None:
        self._view.show_text(self._document.records)
        # Packs seldom bring their text.
        self._middle.setVisible(self._view.has_text)
        self._model.show_records(self._document.records)
        self._show_current()

    @property
    def _row(self) -> int | None:
        row = self._model.row_of(self._queue.currentIndex())
        return None if row == TRAY else row

    @property
    def _record(self) -> Record | None:
        return None if self._row is None else self._document.records["figures"][self._row]

    def _show_current(self) -> None:
        record = self._record
        self._card.show_row(self._row)
        if record is None or not record["start"]:
            self._view.mark([])
            return
        text = text_of(self._document.records, record)
        self._view.mark(marked(record, text))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            return self._press(event)
        return False

    def _press(self, event: QKeyEvent) -> bool:
        """Act on a key; return whether it means something here."""
        modifiers = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        shift = Qt.KeyboardModifier.ShiftModifier
        if modifiers not in (Qt.KeyboardModifier.NoModifier, shift):
            return False
        key = Qt.Key(event.key())
        if event.text() in BRACKETS:
            self._choose_edge(BRACKETS[event.text()])
            return True
        if self._edge and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_edge(1 if key == Qt.Key.Key_Right else -1)
            return True
        if event.text() == "+":
            self._take()
            return True
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and modifiers == shift:
            self._keep_rest()
            return True
        return not modifiers and self._act(key)

    def _act(self, key: Qt.Key) -> bool:
        actions: dict[Qt.Key, Callable[[], None]] = {
            Qt.Key.Key_Return: lambda: self._decide(KEPT),
            Qt.Key.Key_Enter: lambda: self._decide(KEPT),
            Qt.Key.Key_X: lambda: self._decide(DROPPED),
            Qt.Key.Key_Space: lambda: self._decide(LATER),
            Qt.Key.Key_Z: self._document.undo,
            Qt.Key.Key_M: self._next_measure,
        }
        if self._edge and key == Qt.Key.Key_Escape:
            self._choose_edge("")
        elif key in actions:
            actions[key]()
        elif key in CYCLES:
            self._cycle(CYCLES[key])
        elif key in FIELDS:
            if self._row is not None:
                self._card.focus_field(FIELDS[key])
        else:
            return False
        return True

    def _click(self, index: QModelIndex) -> None:
        if self._model.row_of(index) == TRAY:
            self._model.toggle_tray()

    def _decide(self, state: str) -> None:
        row, record = self._row, self._record
        if row is None or record is None:
            self._click(self._queue.currentIndex())
            return
        if record["state"] == NONE:
            self._document.message.emit(tr("Not a figure so far. + makes one of it."))
            return
        words = {KEPT: tr("Keep {printed}"), DROPPED: tr("Drop {printed}")}.get(
            state, tr("Leave {printed} for later")
        )
        changes = decide(self._document.records, [row], state)
        self._document.do(words.format(printed=record["printed"]), changes)
        self._go_to_open(self._queue.currentIndex().row())

    def _go_to_open(self, after: int) -> None:
        """Go to the next figure that is open; to the one behind where none is."""
        figures = self._document.records["figures"]
        count = self._model.rowCount()
        for at in range(after + 1, count):
            row = self._model.row_of(self._model.index(at, 0))
            if row != TRAY and figures[row]["state"] == OPEN:
                self._queue.setCurrentIndex(self._model.index(at, 0))
                return
        if count:
            self._queue.setCurrentIndex(self._model.index(max(0, min(after + 1, count - 1)), 0))

    def _cycle(self, cycle: Cycle) -> None:
        row, record = self._row, self._record
        if row is None or record is None:
            return
        at = cycle.choices.index(record[cycle.column]) if record[cycle.column] else -1
        if "" in cycle.choices and not record[cycle.column]:
            at = 0
        self._document.edit(
            "figures", row, {cycle.column: cycle.choices[(at + 1) % len(cycle.choices)]}
        )

    def _next_measure(self) -> None:
        """Take the next words of the sentence that may say what is measured."""
        row, record = self._row, self._record
        if row is None or record is None or not record["start"]:
            return
        text = text_of(self._document.records, record)
        kind = record["quantity_kind"]
        found = measures(text, whole(record["start"]), whole(record["end"]), kind)
        if found:
            at = found.index(record["measure"]) + 1 if record["measure"] in found else 0
            self._document.edit("figures", row, {"measure": found[at % len(found)]})

    def _choose_edge(self, edge: str) -> None:
        self._edge = "" if edge == self._edge else edge
        words = {
            "start": tr("← and → move the beginning; [ ends it."),
            "end": tr("← and → move the end; ] ends it."),
        }
        if self._edge:
            self._document.message.emit(words[self._edge])

    def _move_edge(self, by: int) -> None:
        if self._row is not None:
            changes = move_edge(self._document.records, self._row, self._edge, by)
            self._document.do(tr("Move the edge"), changes)

    def _take(self) -> None:
        row, record = self._row, self._record
        if row is None or record is None or record["state"] != NONE:
            return
        words = tr("Make a figure of {printed}", printed=record["printed"])
        if self._document.do(words, take_number(self._document.records, row)):
            self._queue.setCurrentIndex(self._model.index_of(row))

    def _keep_rest(self) -> None:
        """Keep the rest of the paragraph, once it was listed."""
        row = self._row
        rows = rest_of_paragraph(self._document.records, row) if row is not None else []
        if not rows:
            return
        figures = self._document.records["figures"]
        lines = [f"{figures[each]['printed']}  {figures[each]['measure']}" for each in rows]
        more = len(lines) - _MOST_LISTED
        listed = "\n".join(lines[:_MOST_LISTED]) + (f"\n… {more}" if more > 0 else "")
        box = QMessageBox(self)
        box.setWindowTitle(tr("Keep the rest of the paragraph"))
        box.setText(tr("Keep these {count}?", count=len(rows)))
        box.setInformativeText(listed)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._keep(rows))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _keep(self, rows: list[int]) -> None:
        words = tr("Keep {count} figures", count=len(rows))
        self._document.do(words, decide(self._document.records, rows, KEPT))
        self._go_to_open(self._model.index_of(rows[-1]).row())
        self._queue.setFocus()
