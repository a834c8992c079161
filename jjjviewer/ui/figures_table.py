"""The figures of a view as a table: value, what, period, status, who said it where."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import (
    QAbstractTableModel,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QColor, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.ui import theme, words
from jjjviewer.ui.folded import FoldedDelegate
from jjjviewer.ui.tables import LEFT, RIGHT, CopyTable, Index, heading_side

if TYPE_CHECKING:
    from jjjviewer.model.facts import Positions
    from jjjviewer.model.view import View

WHAT = 1
"""The column of descriptions."""
_LEAST_ROOM = 13
"""In characters, as the next ones."""
_ENOUGH = 28
"""For a description beside all other columns; with less, these stand below it."""
_PLENTY = 48
"""For a description; what is beyond goes to the other columns."""
_MOST_VALUE = 19
_NARROW = 4
_MOST_MEASURED = 200


class _Column(NamedTuple):
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
        self._at: Any = ()
        """Where the rows stand among the figures of the pack."""
        self._view: View | None = None
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT

    def mark(self, searched: tuple[str, ...], style: Style) -> None:
        """Mark the cells in which words stand that are searched for."""
        self._searched, self._style = searched, style
        if self._rows:
            corner = self.index(len(self._rows) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner, [Qt.ItemDataRole.BackgroundRole])

    def fill(self, view: "View") -> None:
        """Show the figures of another view, in the order of the text."""
        self.beginResetModel()
        self._columns = self._columns_for(view)
        self._view = view
        self._take(view.at)
        self.endResetModel()

    def _take(self, at: "Positions") -> None:
        from jjjviewer.model.records import Records

        assert self._view is not None
        self._at = at
        self._rows = Records(self._view.all_figures, at)

    @property
    def widths(self) -> list[int]:
        """The widths of the columns in characters; 0 is what the others leave."""
        return [column.width for column in self._columns]

    def values(self) -> list[str]:
        """The values of the first rows, to be measured."""
        return [self._columns[0].text(row) for row in islice(self._rows, _MOST_MEASURED)]

    def id_at(self, row: int) -> str:
        assert self._view is not None
        return str(self._view.all_figures["figure_id"].iloc[self._at[row]])

    def row_of(self, figure_id: str) -> int:
        """The row of a figure, or -1."""
        if self._view is None:
            return -1
        ids = self._view.all_figures["figure_id"].array[self._at]
        return next((row for row, id_ in enumerate(ids) if id_ == figure_id), -1)

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._view is None or not 0 <= column < len(self._columns):
            return
        ascending = order == Qt.SortOrder.AscendingOrder
        frame = self._view.figures.sort_values(
            list(self._columns[column].sort_by), ascending=ascending, kind="stable"
        )
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self.id_at(index.row())) for index in self.persistentIndexList()]
        self._take(frame.index.to_numpy())
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
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if self._columns[index.column()].right else LEFT
            case Qt.ItemDataRole.BackgroundRole if self._searched:
                if words.matches(self._text(index), self._searched):
                    return QColor(theme.found(self._style))
            case Qt.ItemDataRole.ToolTipRole:
                from jjjviewer.charts.words import in_words

                return in_words(self._rows[index.row()])
        return None

    def _text(self, index: Index) -> str:
        return self._columns[index.column()].text(self._rows[index.row()])

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
        if len(view.counted("speaker_id")) > 1:
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
        self._room = 0
        """The width that the columns share, in pixels."""
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT
        self.citing: QAction | None = None
        """Copies the citation of what is chosen; offered in the menu of the rows."""
        self._delegate = FoldedDelegate(self)
        self.setModel(self._model)
        self.setItemDelegateForColumn(WHAT, self._delegate)
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
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if not self.selectionModel().isSelected(index):
                self.selectRow(index.row())
            menu = QMenu(self)
            card = menu.addAction(self.tr("Card of this figure"))
            card.triggered.connect(lambda: self.card_wanted.emit(figure))
            if self.citing is not None:
                menu.addAction(self.citing)
            self._add_sorting(menu.addMenu(self.tr("Sort by")))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def _add_sorting(self, menu: QMenu) -> None:
        """Offer every column, also one that is folded; once more is the other way round."""
        header = self.horizontalHeader()
        for at in range(self._model.columnCount()):
            heading = self._model.headerData(at, Qt.Orientation.Horizontal)
            again = header.sortIndicatorSection() == at
            up = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if up else Qt.SortOrder.AscendingOrder
            action = menu.addAction(heading)
            action.triggered.connect(
                lambda _=False, at=at, order=order: self.sortByColumn(at, order)
            )

    def chosen_ids(self) -> list[str]:
        """The figures whose rows are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.id_at(row) for row in rows]

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
        self._room = event.size().width()
        self._stretch()

    def _size_columns(self) -> None:
        """Give each column its width, and what is left to the description."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self._model.values()), default=0)
        most = _MOST_VALUE * self._digit()
        self.setColumnWidth(0, min(longest + 2 * self._digit(), most))
        self._stretch()

    def _stretch(self) -> None:
        """Give the description the room that is left; fold the columns beside it if it is small."""
        widths = self._model.widths
        if not widths:
            return
        digit = self._digit()
        rest = sum(width * digit for width in widths[WHAT + 1 :])
        room = self._room - self.columnWidth(0)
        folded = room - rest < _ENOUGH * digit
        # The paragraph alone is narrow enough to stay.
        foldable = [at for at, width in enumerate(widths) if at > WHAT and width > _NARROW]
        for at in range(len(widths)):
            self.setColumnHidden(at, folded and at in foldable)
        self._delegate.folded = foldable if folded else []
        shown = [at for at in range(WHAT + 1, len(widths)) if not self.isColumnHidden(at)]
        # What a description has no use for goes to the others, up to twice their width.
        spare = min(max(room - rest - _PLENTY * digit, 0), rest)
        for at in shown:
            self.setColumnWidth(at, widths[at] * digit + spare * widths[at] * digit // rest)
            room -= self.columnWidth(at)
        self.setColumnWidth(WHAT, max(room, _LEAST_ROOM * digit))

    def _digit(self) -> int:
        return self.fontMetrics().horizontalAdvance("0")
