"""Tables of problems: where, in which column, what is wrong and what to do."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.model_index import ModelIndex
from jjjviewer.ui.shared.tables import LEFT, CopyTable, HeadedModel


class ProblemLine(NamedTuple):
    """A problem as it is listed."""

    where: str
    column: str
    message: str
    tip: str = ""


class ProblemsModel(HeadedModel):
    """Lists problems."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ProblemLine] = ()

    def fill(self, lines: Sequence[ProblemLine]) -> None:
        """List other problems."""
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else 3

    def heading(self, column: int) -> str:
        return (tr("Where"), tr("Column"), tr("What is wrong, and what to do"))[column]

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line[index.column()]
            case Qt.ItemDataRole.TextAlignmentRole:
                return LEFT
            case Qt.ItemDataRole.ToolTipRole if line.tip:
                return wording.tip(line.tip)
        return None


def problems_table(model: ProblemsModel, name: str, parent: QWidget) -> CopyTable:
    """Return a table of problems, by its name for screen readers."""
    table = CopyTable(parent)
    table.setModel(model)
    table.setAccessibleName(name)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    header = table.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    header.setStretchLastSection(True)
    return table
