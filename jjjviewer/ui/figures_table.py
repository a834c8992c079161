"""The figures of a view as a table: value, what, period, status, who said it where."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.ui import theme, words
from jjjviewer.ui.tables import LEFT, RIGHT, CopyTable, Index, heading_side

if TYPE_CHECKING:
    import pandas as pd

    from jjjviewer.model.view import View

_LEAST_ROOM = 13
"""In characters."""


@dataclass(frozen=True)
class _Column:
    heading: str
    text: Callable[[Any], str]
    sort_by: tuple[str, ...]
    width: int
    """In characters; 0 is what the others leave."""
    right: bool = False


class FiguresModel(QAbstractTableModel):
    """The rows of a view's `figures`, in an order that a click on a heading changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._columns: list[_Column] = []
        self._rows: Sequence[Any] = ()
        self._ids: list[str] = []
        self._frame: pd.DataFrame | None = None
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT

    def mark(self, searched: tuple[str, ...], style: Style) -> None:
        """Mark the cells in which words stand that are searched for."""
        self._searched, self._style = searched, style
        if self._ids:
            corner = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner, [Qt.ItemDataRole.BackgroundRole])

    def fill(self, view: "View") -> None:
        """Show the figures of another view, in the order of the text."""
        self.beginResetModel()
        self._columns = self._columns_for(view)
        self._frame = view.figures
        self._take(view.figures)
        self.endResetModel()

    def _take(self, frame: "pd.DataFrame") -> None:
        from jjjviewer.model.records import Records

        self._rows = Records(frame)
        self._ids = frame["figure_id"].tolist()

    @property
    def widths(self) -> list[int]:
        """The widths of the columns in characters; 0 is what the others leave."""
        return [column.width for column in self._columns]

    def id_at(self, row: int) -> str:
        return self._ids[row]

    def row_of(self, figure_id: str) -> int:
        """The row of a figure, or -1."""
        return self._ids.index(figure_id) if figure_id in self._ids else -1

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._frame is None or not 0 <= column < len(self._columns):
            return
        ascending = order == Qt.SortOrder.AscendingOrder
        frame = self._frame.sort_values(
            list(self._columns[column].sort_by), ascending=ascending, kind="stable"
        )
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.id_at(index.row())) for index in self.persistentIndexList()]
        self._take(frame)
        for index, figure in kept:
            self.changePersistentIndex(index, self.index(self.row_of(figure), index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Vertical:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._columns[section].heading
            case Qt.ItemDataRole.TextAlignmentRole:
                return heading_side(right=self._columns[section].right)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row, column = self._rows[index.row()], self._columns[index.column()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return column.text(row)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if column.right else LEFT
            case Qt.ItemDataRole.BackgroundRole if self._searched:
                if words.matches(column.text(row), self._searched):
                    return QColor(theme.found(self._style))
            case Qt.ItemDataRole.ToolTipRole:
                from jjjviewer.charts.words import in_words

                return in_words(row)
        return None

    def _columns_for(self, view: "View") -> list[_Column]:
        from jjjviewer.charts.words import UNCLEAR, amount, status, who

        def value(row: Any) -> str:
            # The sign of what is unclear stays with the unit where a cell is wrapped.
            return amount(row).replace(f" {UNCLEAR}", f"\u00a0{UNCLEAR}")

        def what(row: Any) -> str:
            return f"⚠ {row.measure}" if row.doubt else str(row.measure)

        # Values are sorted within a unit: unlike units can't be compared.
        by_value = ("dimension", "base_unit", "base_value")
        by_period = ("period_start", "period_end")
        columns = [
            _Column(self.tr("Value"), value, by_value, 11, right=True),
            _Column(self.tr("What"), what, ("measure",), 0),
            _Column(self.tr("Period"), lambda row: str(row.period_text), by_period, 10),
            _Column(self.tr("Status"), status, ("status",), 9),
        ]
        if view.figures["speaker_id"].nunique() > 1:
            columns.append(_Column(self.tr("Speaker"), who, ("speaker", "paragraph"), 10))
        else:
            number = _Column("¶", lambda row: str(row.paragraph), ("paragraph",), 4, right=True)
            columns.append(number)
        return columns


class FiguresTable(CopyTable):
    """Rows of figures, one of which may be current."""

    chosen = Signal(str)
    """The id of the figure whose row the user went to."""
    card_wanted = Signal(str)
    """The id of the figure that the user wants a card of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FiguresModel(self)
        self._showing = False
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT
        self.setModel(self._model)
        self.setAccessibleName(self.tr("Figures"))
        self.setSelectionBehavior(CopyTable.SelectionBehavior.SelectRows)
        self.selectionModel().currentRowChanged.connect(self._tell)

    def show_view(self, view: "View") -> None:
        """Show the figures of a view, in the order of the text."""
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._model.fill(view)
        self.setSortingEnabled(True)
        self._size_columns()
        self.scrollToTop()

    def mark(self, searched: tuple[str, ...]) -> None:
        """Mark words that are searched for."""
        self._searched = searched
        self._model.mark(searched, self._style)

    def set_style(self, style: Style) -> None:
        self._style = style
        self._model.mark(self._searched, style)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            figure = self._model.id_at(index.row())
            menu = QMenu(self)
            card = menu.addAction(self.tr("Card of this figure"))
            card.triggered.connect(lambda: self.card_wanted.emit(figure))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def choose(self, figures: Iterable[str]) -> None:
        """Select the rows of figures and scroll to the first, without saying so again."""
        flag = QItemSelectionModel.SelectionFlag
        rows = [row for row in map(self._model.row_of, figures) if row >= 0]
        self._showing = True
        self.clearSelection()
        for row in reversed(rows):
            index = self._model.index(row, 0)
            self.selectionModel().setCurrentIndex(index, flag.Select | flag.Rows)
            self.scrollTo(index)
        self._showing = False

    def _tell(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self._model.id_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._stretch()

    def _size_columns(self) -> None:
        """Give each column its width, and what is left to the description."""
        for at, width in enumerate(self._model.widths):
            self.setColumnWidth(at, width * self._digit())
        self._stretch()

    def _stretch(self) -> None:
        """Give the description the room that is left, but enough for a word in any case."""
        widths = self._model.widths
        if 0 in widths:
            flexible = widths.index(0)
            taken = sum(self.columnWidth(at) for at in range(len(widths)) if at != flexible)
            room = self.viewport().width() - taken
            self.setColumnWidth(flexible, max(room, _LEAST_ROOM * self._digit()))

    def _digit(self) -> int:
        return self.fontMetrics().horizontalAdvance("0")
