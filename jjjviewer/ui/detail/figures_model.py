"""The figures of a view as rows of cells: value, what, period, status, who said it where."""

from collections.abc import Callable, Iterable, Sequence
from itertools import islice
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QColor

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.shared.tables import LEFT, RIGHT, HeadedModel, ModelIndex

if TYPE_CHECKING:
    from jjjviewer.model.view import View

WHAT = 1
"""The column of descriptions."""
_MOST_MEASURED = 200


class _Column(NamedTuple):
    heading: str
    text: Callable[[Any], str]
    sort_by: tuple[str, ...]
    width: int
    """In characters; 0 is what the others leave."""
    right: bool = False


class FiguresModel(HeadedModel):
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

    def highlight_search(self, searched: tuple[str, ...], style: Style) -> None:
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
        self._at, self._rows = view.at, view.records
        self.endResetModel()

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

    def rows_of(self, figures: Iterable[str]) -> list[int]:
        """The rows of those of some figures that are in the table, from the top."""
        wanted = set(figures)
        if self._view is None or not wanted:
            return []
        ids = self._view.all_figures["figure_id"].array[self._at]
        return [row for row, id_ in enumerate(ids) if id_ in wanted]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if self._view is None or not 0 <= column < len(self._columns):
            return
        from jjjviewer.model.records import Records

        ascending = order == Qt.SortOrder.AscendingOrder
        frame = self._view.figures.sort_values(
            list(self._columns[column].sort_by), ascending=ascending, kind="stable"
        )
        self.layoutAboutToBeChanged.emit()
        kept = [(index, self._at[index.row()]) for index in self.persistentIndexList()]
        self._at = frame.index.to_numpy()
        self._rows = Records(self._view.all_figures, self._at)
        for index, figure in kept:
            row = int((self._at == figure).argmax())
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def heading(self, column: int) -> str:
        return self._columns[column].heading

    def is_right(self, column: int) -> bool:
        return self._columns[column].right

    def data(self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(index.row(), index.column())
            case Qt.ItemDataRole.BackgroundRole if self.is_match(index.row(), index.column()):
                return self.search_brush
            case Qt.ItemDataRole.ToolTipRole:
                from jjjviewer.charts.formatting import figure_description

                return wording.tip(figure_description(self._rows[index.row()]))
        return None

    def words(self, row: int, column: int) -> str:
        """What stands in a cell."""
        return self._columns[column].text(self._rows[row])

    def side(self, column: int) -> Qt.AlignmentFlag:
        """On which side of their cells the words of a column stand."""
        return RIGHT if self.is_right(column) else LEFT

    def is_match(self, row: int, column: int) -> bool:
        """Whether words stand in a cell that are searched for."""
        return bool(self._searched and wording.matches(self.words(row, column), self._searched))

    @property
    def search_brush(self) -> QBrush:
        return QBrush(QColor(theme.search_color(self._style)))

    def _columns_for(self, view: "View") -> list[_Column]:
        from jjjviewer.charts.formatting import UNCLEAR, amount, attribution, status

        def value(row: Any) -> str:
            # The sign of what is unclear stays with the unit where a cell is wrapped.
            return amount(row).replace(f" {UNCLEAR}", f"\u00a0{UNCLEAR}")

        def what(row: Any) -> str:
            return f"⚠ {row.measure}" if row.doubt else str(row.measure)

        # Values are sorted within a unit: unlike units can't be compared.
        by_value = ("dimension", "base_unit", "base_value")
        by_period = ("period_start", "period_end")
        columns = [
            _Column(tr("Value"), value, by_value, 11, right=True),
            _Column(tr("What"), what, ("measure",), 0),
            _Column(tr("Period"), lambda row: str(row.period_text), by_period, 10),
            _Column(tr("Status"), status, ("status",), 9),
        ]
        if len(view.counted("speaker_id")) > 1:
            columns.append(_Column(tr("Speaker"), attribution, ("speaker", "paragraph"), 10))
        else:
            number = _Column("¶", lambda row: str(row.paragraph), ("paragraph",), 4, right=True)
            columns.append(number)
        return columns
