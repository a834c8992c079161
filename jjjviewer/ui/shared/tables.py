"""Tables whose cells can be copied, and their models."""

import re
from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QAbstractTableModel,
    QEvent,
    QModelIndex,
    QObject,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QFocusEvent, QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from jjjviewer.charts.numbers import plain
from jjjviewer.charts.translation import tr
from jjjviewer.model.folding import name_key
from jjjviewer.model.formula_escape import guarded
from jjjviewer.ui.shared.announce import announce, announce_current
from jjjviewer.ui.shared.model_index import ModelIndex

if TYPE_CHECKING:
    import pandas as pd

RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST_FITTED = 100
"""Above this number rows are two lines high, since Qt is slow to fit all rows."""
_PAD = 6
_NEGATIVE = re.compile(r"^−([\d,.]+%?)$")


class CopyTable(QTableView):
    """A read-only table; Ctrl+C copies the selection as tab-separated text for spreadsheets.

    Below them stands the source, where the table has one.
    """

    source_line: Callable[[Iterable[int]], str] | None = None
    """Returns the line that names the source of some rows."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setShowGrid(False)
        self.setAlternatingRowColors(True)
        self.setWordWrap(True)
        self.setTabKeyNavigation(False)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().sectionResized.connect(self.scheduleDelayedItemsLayout)

    def doItemsLayout(self) -> None:
        """Fit the rows to their cells before Qt places them."""
        header = self.verticalHeader()
        if self.model() and self.model().rowCount() <= _MOST_FITTED:
            # Signals are blocked, since Qt would repaint the table for each row.
            with QSignalBlocker(header):
                self.resizeRowsToContents()
        else:
            two_lines = 2 * self.fontMetrics().height() + _PAD
            # Setting the height of a million rows takes long.
            if header.defaultSectionSize() != two_lines:
                header.setDefaultSectionSize(two_lines)
        super().doItemsLayout()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # As in a text, the focused widget takes Ctrl+C before the action of the window.
            event.setAccepted(event.matches(QKeySequence.StandardKey.Copy))
            return True
        return super().event(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        announce_current(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
            announce(self, tr("Copied."))
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the selected cells on the clipboard."""
        QGuiApplication.clipboard().setText(self._selected_cells())

    def _selected_cells(self) -> str:
        """Return the selected cells, a line for each row, with tabs between them."""
        rows: dict[int, list[str]] = {}
        for index in sorted(
            self.selectionModel().selectedIndexes(), key=lambda each: (each.row(), each.column())
        ):
            rows.setdefault(index.row(), []).append(_typed(_one_line(str(index.data() or ""))))
        lines = ["\t".join(map(guarded, cells)) for cells in rows.values()]
        if rows and self.source_line is not None:
            lines.append(guarded(_one_line(self.source_line(rows))))
        return "\n".join(lines)


def _typed(text: str) -> str:
    """Return a number with the minus that spreadsheets read as one."""
    return _NEGATIVE.sub(r"-\1", text)


def _one_line(text: str) -> str:
    return " ".join(re.split(r"[\t\r\n]+", text))


class HeadedModel(QAbstractTableModel):
    """A table model with headings for columns, aligned as their cells, and none for rows."""

    def heading(self, column: int) -> str:
        """Return the heading of a column."""
        raise NotImplementedError

    def is_right(self, column: int) -> bool:
        """Return whether the cells of a column are aligned right, as numbers are."""
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if orientation == Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.heading(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                flag = Qt.AlignmentFlag
                side = flag.AlignRight if self.is_right(section) else flag.AlignLeft
                return side | flag.AlignVCenter
        return None


class FrameModel(HeadedModel):
    """The model of a data frame whose column names are readable headings."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: list[str] = []
        self._rows: list[list[str | float | date]] = []

    def fill(self, frame: "pd.DataFrame") -> None:
        """Show another frame."""
        self.beginResetModel()
        self._headings = [str(heading) for heading in frame.columns]
        self._rows = frame.astype(object).to_numpy().tolist()
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """Sort by a column: numbers by size, texts by letters; what is empty comes last."""
        if not 0 <= column < len(self._headings):
            return
        filled = [row for row in self._rows if not _is_empty(row[column])]
        empty = [row for row in self._rows if _is_empty(row[column])]
        descending = order == Qt.SortOrder.DescendingOrder
        filled.sort(key=lambda row: _sort_key(row[column]), reverse=descending)
        self.layoutAboutToBeChanged.emit()
        before = self._rows
        self._rows = [*filled, *empty]
        places = {id(row): at for at, row in enumerate(self._rows)}
        for index in self.persistentIndexList():
            at = places[id(before[index.row()])]
            self.changePersistentIndex(index, self.index(at, index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def heading(self, column: int) -> str:
        return self._headings[column]

    def is_right(self, column: int) -> bool:
        return bool(self._rows) and isinstance(self._rows[0][column], int | float)

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        cell = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return plain(cell) if isinstance(cell, int | float) else str(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self.is_right(index.column()) else LEFT
        return None


def _is_empty(cell: str | float | date) -> bool:
    """Return whether a cell is an empty text or no number."""
    return cell in ("", None) or cell != cell


def _sort_key(cell: str | float | date) -> tuple[int, float, str]:
    """Return by what a cell is sorted: numbers before dates and texts."""
    if isinstance(cell, int | float):
        return 0, cell, ""
    return 1, 0, name_key(cell) if isinstance(cell, str) else cell.isoformat()
