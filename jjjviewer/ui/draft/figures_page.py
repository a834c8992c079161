"""The page of figures: the queue, the text, and the card of the figure that is chosen."""

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.draft.decisions import decide, rest_of_paragraph, take_number, text_of
from jjjviewer.draft.editing import move_edge
from jjjviewer.draft.measures import measures
from jjjviewer.draft.records import KEPT, NONE, whole
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.figure_keys import BRACKETS, CYCLES, FIELDS, Cycle, keys
from jjjviewer.ui.draft.queue_model import QueueModel
from jjjviewer.ui.draft.queue_page import STATES, QueuePage
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.wording import shortened

_FIRST = (
    "printed", "value", "value_high", "unit_id", "measure", "qualifier", "status", "direction",
    "period_text", "period_start", "period_end", "place_id", "theme_id", "speaker_id", "certainty",
)  # fmt: skip
_MOST_LISTED = 15


class FiguresPage(QueuePage):
    """Decides on figures, one after the other.

    Args:
        document: the draft.
        parent: the Qt parent.
    """

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        self._edge = ""
        """The edge that the arrows move: start, end or none."""
        self._model: QueueModel = QueueModel()
        first = {"figures": _FIRST}
        super().__init__(
            ("figures",), document, tr("Numbers of the text"), self._model, first, parent
        )
        self._list.setUniformItemSizes(True)
        self._list.clicked.connect(self._unfold)
        self._go_to_open(-1)

    def _keys(self) -> str:
        return keys()

    def _press(self, event: QKeyEvent, is_shifted: bool) -> bool:
        key = Qt.Key(event.key())
        if event.text() in BRACKETS:
            self._choose_edge(BRACKETS[event.text()])
        elif self._edge and key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._move_edge(1 if key == Qt.Key.Key_Right else -1)
        elif event.text() == "+":
            self._take()
        elif is_shifted and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._keep_rest()
        elif is_shifted or not self._act(key):
            return super()._press(event, is_shifted)
        return True

    def _act(self, key: Qt.Key) -> bool:
        if self._edge and key == Qt.Key.Key_Escape:
            self._choose_edge("")
        elif key in STATES and self._model.is_tray(self._list.currentIndex()):
            self._model.toggle_tray()
        elif key == Qt.Key.Key_M:
            self._next_measure()
        elif key in CYCLES:
            self._cycle(CYCLES[key])
        elif key in FIELDS and self._row is not None:
            self._form.focus_field(FIELDS[key])
        else:
            return False
        return True

    def _unfold(self, index: QModelIndex) -> None:
        if self._model.is_tray(index):
            self._model.toggle_tray()

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
            self._list.setCurrentIndex(self._model.index_of(row))

    def _keep_rest(self) -> None:
        """Keep the rest of the paragraph, once it was listed."""
        row = self._row
        rows = rest_of_paragraph(self._document.records, row) if row is not None else []
        if not rows:
            return
        figures = self._document.records["figures"]
        cells = ((figures[each]["printed"], figures[each]["measure"]) for each in rows)
        lines = ["  ".join(map(shortened, each)) for each in cells]
        more = len(lines) - _MOST_LISTED
        listed = "\n".join(lines[:_MOST_LISTED]) + (f"\n… {more}" if more > 0 else "")
        box = QMessageBox(self)
        box.setWindowTitle(tr("Keep the rest of the paragraph"))
        box.setText(tr("Keep {figures}?", figures=wording.figures(len(rows))))
        box.setInformativeText(listed)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(lambda: self._keep(rows))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _keep(self, rows: list[int]) -> None:
        words = tr("Keep the rest of the paragraph: {figures}", figures=wording.figures(len(rows)))
        self._document.do(words, decide(self._document.records, rows, KEPT))
        self._go_to_open(self._model.index_of(rows[-1]).row())
        self._list.setFocus()
