"""The panel that lists the problems of a pack, with links to the rows."""

from collections.abc import Sequence
from pathlib import Path
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import Problem
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import wrap
from jjjviewer.ui.shared.model_index import ModelIndex
from jjjviewer.ui.shared.tables import LEFT, CopyTable, HeadedModel


class _ProblemsModel(HeadedModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._problems: Sequence[Problem] = ()

    def fill(self, problems: Sequence[Problem]) -> None:
        self.beginResetModel()
        self._problems = problems
        self.endResetModel()

    def at(self, row: int) -> Problem:
        return self._problems[row]

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._problems)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def heading(self, column: int) -> str:
        return (tr("Where"), tr("Column"), tr("What is wrong, and what to do"))[column]

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        problem = self._problems[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (problem.place, problem.column or "", problem.message)[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT
            case Qt.ItemDataRole.ToolTipRole:
                return wording.tip(str(problem))
        return None


class ProblemsPanel(QWidget):
    """Lists errors of a refused pack, or warnings of the open one; hidden while there are none."""

    chosen = Signal(object)
    """The `Problem` whose row the user wants to see; only of a pack that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._leads = False
        self._heading = QLabel(self)
        wrap(self._heading)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._icon = QLabel(self)
        self._model = _ProblemsModel(self)
        self._table = self._make_table()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addWidget(self._table, 1)
        self.setFocusProxy(self._table)
        self.hide()

    def _make_table(self) -> CopyTable:
        table = CopyTable(self)
        table.setModel(self._model)
        table.setAccessibleName(tr("Problems in the pack"))
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        header = table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setStretchLastSection(True)
        table.clicked.connect(self._lead)
        table.activated.connect(self._lead)
        return table

    def _make_head(self) -> QHBoxLayout:
        copy = QPushButton(tr("Copy list"), self)
        copy.clicked.connect(self._copy)
        close = QToolButton(self)
        close.setText("✕")
        close.setAccessibleName(tr("Close the list of problems"))
        close.clicked.connect(self.hide)
        # Only here: elsewhere in the window Escape has other uses.
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide, context=within)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._heading, 1)
        head.addWidget(copy)
        head.addWidget(close)
        return head

    def show_errors(self, pack: Path, problems: Sequence[Problem]) -> None:
        """List the errors of a pack that was not opened."""
        count = len(problems)
        words = tr("“{pack}” could not be opened: {count} errors")
        if count == 1:
            words = tr("“{pack}” could not be opened: 1 error")
        heading = words.format(pack=wording.shortened(pack.name or str(pack)), count=_many(count))
        self._show(heading, problems, leads=False)

    def show_warnings(self, problems: Sequence[Problem]) -> None:
        """List the warnings of the open pack, and the notes on how it was read."""
        count = sum(each.severity == "warning" for each in problems)
        if not count:
            heading = tr("Parts of this pack deviate from the format; this is how they were read.")
        elif count == 1:
            heading = tr("One row of this pack has a warning. Choose it to go there.")
        else:
            heading = tr(
                "{count} warnings about rows of this pack. Choose one to go there.",
                count=_many(count),
            )
        self._show(heading, problems, leads=True)

    def _show(self, heading: str, problems: Sequence[Problem], *, leads: bool) -> None:
        self._leads = leads
        self._heading.setText(heading)
        self._model.fill(problems)
        self._table.scrollToTop()
        self.show()
        announce(self, heading)

    def apply_theme(self, style: Style) -> None:
        self._icon.setPixmap(theme.icon("triangle-alert", style, theme.ICON).pixmap(theme.ICON))

    def _lead(self, index: QModelIndex) -> None:
        if self._leads:
            self.chosen.emit(self._model.at(index.row()))

    def _copy(self) -> None:
        rows = (self._model.at(row) for row in range(self._model.rowCount()))
        QGuiApplication.clipboard().setText("\n".join(map(str, rows)))
        announce(self, tr("Copied."))


def _many(count: int) -> str:
    return f"{count:,}" if count < MOST_PROBLEMS else tr("at least {count}", count=f"{count:,}")
