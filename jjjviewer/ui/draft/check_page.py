"""The page that lists what is wrong or doubtful, and saves the pack."""

from collections.abc import Iterator, Sequence

from PySide6.QtCore import QModelIndex, QTimer, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import LATER, OPEN, SOURCE, ordered
from jjjviewer.draft.saving import DraftProblem
from jjjviewer.model.schema import TABLES
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.words import column_words, is_doubtful, record_words, table_words
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.problems import ProblemLine, ProblemsModel, problems_table

_MARGIN = 12


class CheckPage(DraftPage):
    """Lists the problems of a draft, and saves it as a pack.

    Args:
        document: the draft.
        parent: the Qt parent.
    """

    chosen = Signal(object)
    """The `DraftProblem` whose field is to be shown."""

    def __init__(self, document: Document, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._document = document
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._problems: Sequence[DraftProblem] = ()
        self._model = ProblemsModel(self)
        self._table = problems_table(self._model, tr("Problems of the draft"), self)
        # Not on a click: the second one of a double click would go to the page that is shown then.
        self._table.activated.connect(self._lead)
        self._may = QCheckBox(tr("I may pass this &text on: put it into the pack"), self)
        self._may.toggled.connect(self._allow)
        self.save = QPushButton(tr("&Save as a pack…"), self)
        self.save.setDefault(True)
        buttons = QHBoxLayout()
        buttons.addWidget(self._may, 1)
        buttons.addWidget(self.save)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(_MARGIN, _MARGIN, _MARGIN, _MARGIN)
        layout.addWidget(self._words)
        layout.addWidget(self._table, 1)
        layout.addLayout(buttons)
        self.setFocusProxy(self._table)
        self.refresh()

    def show_checking(self) -> None:
        """Say that the problems are being looked for."""
        self._words.setText(tr("Checking…"))

    def show_problems(self, problems: Sequence[DraftProblem]) -> None:
        """List the problems of the draft."""
        left = [*self._undecided()]
        self._problems = [*problems, *left]
        self._model.fill([self._line(each) for each in self._problems])
        errors = sum(each.severity == "error" for each in problems)
        quoted = sum(each.severity == "quotation" for each in problems)
        doubts = len(problems) - errors - quoted
        draft = self._document.draft
        words = [tr("Kept: {figures}.", figures=wording.figures(draft.kept))]
        if errors:
            words.append(tr("Errors to correct before it can be saved: {count}.", count=errors))
        if quoted:
            words.append(tr("Words that quote the text: {count}.", count=quoted))
        if doubts:
            words.append(tr("Warnings, which do not prevent saving: {count}.", count=doubts))
        leads = tr("Enter or a double click leads to the field.")
        words.append(leads if self._problems else tr("Nothing is wrong."))
        self._words.setText(" ".join(words))

    def _undecided(self) -> Iterator[DraftProblem]:
        """Yield that figures are not decided yet, which leads to the first doubtful one of them."""
        figures = ordered(self._document.records, "figures")
        left = [(row, each) for row, each in figures if each["state"] in (OPEN, LATER)]
        doubtful = [row for row, each in left if is_doubtful("figures", each)]
        if left:
            words = {"count": len(left), "doubtful": len(doubtful)}
            message = tr(
                "Not decided yet, and left out: {count}, of them {doubtful} with “?”.", **words
            )
            yield DraftProblem(message, "figures", (doubtful or [left[0][0]])[0], "", "undecided")

    def _line(self, problem: DraftProblem) -> ProblemLine:
        column = column_words(problem.column) if problem.column else ""
        return ProblemLine(self._where(problem), column, problem.message)

    def _where(self, problem: DraftProblem) -> str:
        if problem.table not in TABLES:
            return tr("The text")
        rows = self._document.records.get(problem.table, {})
        if problem.row is None or problem.row not in rows:
            return table_words(problem.table)
        return wording.shortened(
            record_words(self._document.records, problem.table, rows[problem.row])
        )

    def refresh(self) -> None:
        source = self._document.draft.source
        has_text = any(each["text"] for each in self._document.records["paragraphs"].values())
        self._may.setEnabled(has_text and not self._document.draft.read_only)
        self._may.setChecked(source["may_pass_on"] == "yes")

    def _allow(self, may: bool) -> None:
        self._document.edit(SOURCE, 0, {"may_pass_on": "yes" if may else ""})

    def _lead(self, index: QModelIndex) -> None:
        problem = self._problems[index.row()]
        # Once the mouse is released, which would choose in the text that is shown then.
        QTimer.singleShot(0, self, lambda: self.chosen.emit(problem))
