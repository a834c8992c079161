"""Tables that can be copied, and the model of one that is only read."""

from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QCoreApplication,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QSignalBlocker,
    Qt,
)
from PySide6.QtGui import QGuiApplication, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

if TYPE_CHECKING:
    import pandas as pd

Index = QModelIndex | QPersistentModelIndex
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop
LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_MOST_WRAPPED = 100
"""The height of more rows than these takes too long to measure; they get two lines each."""
_PAD = 6
_WRAP = QEvent.Type(QEvent.registerEventType())


class CopyTable(QTableView):
    """A calm table: Ctrl+C copies what is chosen, as rows of cells that a spreadsheet takes."""

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
        self.horizontalHeader().sectionResized.connect(self._wrap_soon)
        self._is_to_wrap = False
        self._set_height()

    def reset(self) -> None:
        super().reset()
        if self.model() is None:
            return
        # A bar that only came when the rows are measured would have them measured once more, for
        # the columns are narrower beside it.
        if self.model().rowCount() * self.fontMetrics().height() > self.height():
            self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._wrap_soon()

    def _wrap_soon(self) -> None:
        """Measure the rows once the columns have their widths, but before the next paint."""
        if not self._is_to_wrap:
            self._is_to_wrap = True
            QCoreApplication.postEvent(self, QEvent(_WRAP))

    def event(self, event: QEvent) -> bool:
        if event.type() == _WRAP:
            self._is_to_wrap = False
            self._wrap()
            return True
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            # Like text, it copies by itself, whatever the window's own action copies.
            event.setAccepted(event.matches(QKeySequence.StandardKey.Copy))
            return True
        return super().event(event)

    @property
    def is_measured(self) -> bool:
        """Whether each row is as high as its cells; else all have two lines."""
        return self.model().rowCount() <= _MOST_WRAPPED

    def _wrap(self) -> None:
        if self.is_measured:
            header = self.verticalHeader()
            # As Qt does it, but asking once for the room of a heading, which no row has.
            least = header.sectionSizeHint(0)
            # Told of each row, Qt would look for them after the paint, and paint them once more.
            with QSignalBlocker(header):
                for row in range(self.model().rowCount()):
                    self.setRowHeight(row, max(self.sizeHintForRow(row), least))
        else:
            self._set_height()
        self.doItemsLayout()
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)

    def _set_height(self) -> None:
        """Give all rows two lines, unless they have them: to change very many takes a while."""
        high = 2 * self.fontMetrics().height() + _PAD
        if self.verticalHeader().defaultSectionSize() != high:
            self.verticalHeader().setDefaultSectionSize(high)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy()
        else:
            super().keyPressEvent(event)

    def copy(self) -> None:
        """Put the chosen cells on the clipboard."""
        QGuiApplication.clipboard().setText(self.chosen_cells())

    def chosen_cells(self) -> str:
        """The chosen cells, a line for each row, with tabs between them."""
        rows: dict[int, list[str]] = {}
        for index in sorted(
            self.selectionModel().selectedIndexes(), key=lambda each: (each.row(), each.column())
        ):
            text = str(index.data() or "").replace("\t", " ").replace("\n", " ")
            rows.setdefault(index.row(), []).append(text)
        return "\n".join("\t".join(cells) for cells in rows.values())


class HeadedModel(QAbstractTableModel):
    """What tables share whose columns have headings, over their cells, and whose rows have none."""

    def heading(self, column: int) -> str:
        """The heading of a column."""
        raise NotImplementedError

    def is_right(self, column: int) -> bool:
        """Whether the cells of a column stand on the right, as numbers do."""
        return False

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
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
    """A frame whose columns are headed for people."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._headings: list[str] = []
        self._rows: list[list[object]] = []

    def fill(self, frame: "pd.DataFrame") -> None:
        """Show another frame."""
        self.beginResetModel()
        self._headings = [str(heading) for heading in frame.columns]
        self._rows = frame.astype(object).to_numpy().tolist()
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._headings)

    def heading(self, column: int) -> str:
        return self._headings[column]

    def is_right(self, column: int) -> bool:
        return bool(self._rows) and not isinstance(self._rows[0][column], str)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        cell = self._rows[index.row()][index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return cell if isinstance(cell, str) else _number(cell)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self.is_right(index.column()) else LEFT
        return None


def _number(cell: Any) -> str:
    from jjjviewer.charts.formatting import number

    return number(cell)
