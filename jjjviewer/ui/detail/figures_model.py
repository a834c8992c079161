"""The model of the table of figures: value, description, period, status, speaker or paragraph."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtGui import QBrush, QColor

from jjjviewer.charts.chart_type import source_line
from jjjviewer.charts.formatting import (
    attribution,
    figure_description,
    status,
)
from jjjviewer.charts.numbers import amount
from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.folding import name_key
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.shared.model_index import ModelIndex
from jjjviewer.ui.shared.tables import LEFT, RIGHT, HeadedModel
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES

if TYPE_CHECKING:
    from jjjviewer.model.categories import Positions
    from jjjviewer.model.row_types import FigureRow
    from jjjviewer.model.view import View

WHAT = 1
"""The column of descriptions."""
_NAMES = {"measure", "speaker"}
"""Columns that are sorted as names are."""
_MOST_MEASURED = 200
"""Number of rows measured for the width of the value column."""
_BLOCK = 100
"""Page size: pandas converts a page of rows as fast as a single one."""


class _Column(NamedTuple):
    heading: str
    text: "Callable[[FigureRow], str]"
    sort_by: tuple[str, ...]
    width: int
    """Width in characters; 0 for the remaining width."""
    right: bool = False


_ARROWS = {"up": " ↑", "down": " ↓"}


class FiguresModel(HeadedModel):
    """The figures of a view, sorted by any column."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folded: list[int] = []
        """The columns that are shown below the description."""
        self._columns: list[_Column] = []
        self._rows: dict[int, FigureRow] = {}
        """Cached rows, by position in the table."""
        self._positions: Positions | None = None
        """The positions of the rows among the figures of the dataset."""
        self._view: View | None = None
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT

    def highlight_search(self, searched: tuple[str, ...], style: Style) -> None:
        """Highlight the cells with search matches."""
        self._searched, self._style = searched, style
        if count := self.rowCount():
            corner = self.index(count - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), corner, [Qt.ItemDataRole.BackgroundRole])

    def fill(self, view: "View") -> None:
        """Show the figures of another view, in the order of the text."""
        self.beginResetModel()
        self._columns = self._columns_for(view)
        self._view = view
        self._positions, self._rows = view.positions, {}
        self.endResetModel()

    def folded_words(self, row: int) -> list[str]:
        """Return the texts of the folded cells of a row."""
        return [words for column in self.folded if (words := self.words(row, column))]

    @property
    def widths(self) -> list[int]:
        """The widths of the columns in characters; 0 for the remaining width."""
        return [column.width for column in self._columns]

    def values(self) -> list[str]:
        """Return the values of the first rows, to size their column."""
        return [self.words(row, 0) for row in range(min(self.rowCount(), _MOST_MEASURED))]

    def id_at(self, row: int) -> str:
        return self._row(row).figure_id

    def source_line(self, rows: Iterable[int]) -> str:
        """Return the line that names the source of some rows, with their paragraphs."""
        assert self._view is not None
        return source_line(self._view, {self._row(row).paragraph for row in rows})

    def rows_of(self, figures: Iterable[str]) -> list[int]:
        """Return the row numbers of those figures that are in the table, sorted."""
        chosen = set(figures)
        if self._view is None or self._positions is None or not chosen:
            return []
        ids = self._view.dataset["figures"]["figure_id"].take(self._positions)
        return [row for row, id_ in enumerate(ids) if id_ in chosen]

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        before = self._positions
        if self._view is None or before is None or not 0 <= column < len(self._columns):
            return
        by = list(self._columns[column].sort_by)
        ascending = order == Qt.SortOrder.AscendingOrder
        keys = self._view.dataset["figures"][by].take(self._view.positions)
        keys = keys.assign(**{name: keys[name].map(name_key) for name in _NAMES & {*by}})
        positions = keys.sort_values(by, ascending=ascending, kind="stable").index.to_numpy()
        self.layoutAboutToBeChanged.emit()
        self._positions, self._rows = positions, {}
        for index in self.persistentIndexList():
            row = int((positions == before[index.row()]).argmax())
            self.changePersistentIndex(index, self.index(row, index.column()))
        self.layoutChanged.emit()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() or self._positions is None else len(self._positions)

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._columns)

    def heading(self, column: int) -> str:
        return self._columns[column].heading

    def is_right(self, column: int) -> bool:
        return self._columns[column].right

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | QBrush | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self.words(index.row(), index.column())
            case Qt.ItemDataRole.AccessibleTextRole if index.column() == WHAT:
                row = self._row(index.row())
                what = self.words(index.row(), WHAT).removeprefix("★ ")
                collected = [tr("collected")] if self.is_collected(row) else []
                return ", ".join((what, *self.folded_words(index.row()), *collected))
            case Qt.ItemDataRole.BackgroundRole if self.is_match(index.row(), index.column()):
                return self.search_brush
            case Qt.ItemDataRole.ToolTipRole:
                return wording.tip(figure_description(self._row(index.row())))
        return None

    def _row(self, at: int) -> "FigureRow":
        if at not in self._rows:
            assert self._view is not None
            assert self._positions is not None
            start = at - at % _BLOCK
            block = self._positions[start : start + _BLOCK].tolist()
            self._rows.update(enumerate(self._view.dataset.figure_rows.at(block), start))
        return self._rows[at]

    def is_collected(self, row: "FigureRow") -> bool:
        """Return whether a figure is collected."""
        assert self._view is not None
        return self._view.dataset.collection.has("figures", row.figure_id)

    def note(self, row: int) -> str:
        """Return the user's note on the figure of a row, or nothing."""
        assert self._view is not None
        note = self._view.dataset.collection.note_on("figures", self.id_at(row))
        return tr("Your note: {note}", note=note) if note else ""

    def words(self, row: int, column: int) -> str:
        """Return the text of a cell."""
        return self._columns[column].text(self._row(row))

    def alignment(self, column: int) -> Qt.AlignmentFlag:
        """Return how the cells of a column are aligned."""
        return RIGHT if self.is_right(column) else LEFT

    def is_match(self, row: int, column: int) -> bool:
        """Return whether a cell has a search match."""
        return bool(self._searched and wording.matches(self.words(row, column), self._searched))

    @property
    def search_brush(self) -> QBrush:
        return QBrush(QColor(theme.search_color(self._style)))

    def _columns_for(self, view: "View") -> list[_Column]:
        def value(row: "FigureRow") -> str:
            return f"{amount(row, view.dataset.language)}{_ARROWS.get(row.direction, '')}"

        def stated(row: "FigureRow") -> str:
            is_unclear = row.certainty in UNCLEAR_CERTAINTIES and row.status != "uncertain"
            return ", ".join(filter(None, (status(row), tr("unclear") if is_unclear else "")))

        def what(row: "FigureRow") -> str:
            signs = ("★ " if self.is_collected(row) else "", "⚠ " if row.warning else "")
            return f"{''.join(signs)}{row.measure}"

        # Values are sorted within their unit: unlike units can't be compared.
        by_value = ("dimension", "base_unit", "base_value")
        by_period = ("period_start", "period_end")
        columns = [
            _Column(tr("Value"), value, by_value, 11, right=True),
            _Column(tr("What"), what, ("measure",), 0),
            _Column(tr("Period"), lambda row: row.period_text, by_period, 10),
            _Column(tr("Status"), stated, ("status", "certainty"), 9),
        ]
        if view.column("speaker_id").nunique() > 1:
            columns.append(_Column(tr("Speaker"), attribution, ("speaker", "paragraph"), 10))
        else:
            number = _Column("¶", lambda row: str(row.paragraph), ("paragraph",), 4, right=True)
            columns.append(number)
        return columns
