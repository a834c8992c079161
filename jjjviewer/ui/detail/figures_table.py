"""The figures of a view as a table, one of which may be current."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QSignalBlocker,
    Qt,
    Signal,
)
from PySide6.QtGui import QAction, QContextMenuEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.detail.figures_model import WHAT, FiguresModel
from jjjviewer.ui.detail.folded_delegate import FoldedDelegate
from jjjviewer.ui.shared.tables import CopyTable

if TYPE_CHECKING:
    from jjjviewer.model.view import View

_LEAST_ROOM = 13
"""In characters, as the next ones."""
_ENOUGH = 28
"""For a description beside all other columns; with less, these stand below it."""
_PLENTY = 48
"""For a description; what is beyond goes to the other columns."""
_MOST_VALUE = 19
_NARROW = 4


class FiguresTable(CopyTable):
    """Rows of figures, one of which may be current."""

    chosen = Signal(str)
    """The id of the figure whose row the user went to."""
    card_requested = Signal(str)
    """The id of the figure that the user wants a card of."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FiguresModel(self)
        self._showing = False
        self._room = 0
        """The width that the columns share, in pixels."""
        self._for_values = 0
        """What of it the first column takes."""
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT
        self.citing: QAction | None = None
        """Copies the citation of what is chosen; offered in the menu of the rows."""
        self._delegate = FoldedDelegate(self._model, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Figures"))
        self.setSelectionBehavior(CopyTable.SelectionBehavior.SelectRows)
        self.selectionModel().currentRowChanged.connect(self._report_current)

    def show_view(self, view: "View") -> None:
        """Show the figures of a view, in the order of the text."""
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._model.fill(view)
        self.setSortingEnabled(True)
        self._size_columns()
        self.scrollToTop()

    def highlight_search(self, searched: tuple[str, ...]) -> None:
        """Mark words that are searched for."""
        self._searched = searched
        self._model.highlight_search(searched, self._style)

    def apply_theme(self, style: Style) -> None:
        self._style = style
        self._model.highlight_search(self._searched, style)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        if index.isValid():
            figure = self._model.id_at(index.row())
            self.setFocus(Qt.FocusReason.MouseFocusReason)
            if not self.selectionModel().isSelected(index):
                self.selectRow(index.row())
            menu = QMenu(self)
            card = menu.addAction(tr("Card of this figure"))
            card.triggered.connect(lambda: self.card_requested.emit(figure))
            if self.citing is not None:
                menu.addAction(self.citing)
            self._add_sorting(menu.addMenu(tr("Sort by")))
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

    def selected_ids(self) -> list[str]:
        """The figures whose rows are chosen, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.id_at(row) for row in rows]

    def choose(self, figures: Iterable[str]) -> None:
        """Select the rows of figures and scroll to the first, without saying so again."""
        flag = QItemSelectionModel.SelectionFlag
        rows = [self._model.index(row, 0) for row in self._model.rows_of(figures)]
        chosen = QItemSelection()
        for index in rows:
            chosen.select(index, index)
        self._showing = True
        self.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)
        if rows:
            self.selectionModel().setCurrentIndex(rows[0], flag.NoUpdate)
            self.scrollTo(rows[0])
        self._showing = False

    def _report_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._showing:
            self.chosen.emit(self._model.id_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._room:
            self._room = event.size().width()
            self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._model.columnCount():
            self._size_columns()

    def _size_columns(self) -> None:
        """Give each column its width, and what is left to the description."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self._model.values()), default=0)
        most = _MOST_VALUE * self._digit()
        self._for_values = min(longest + 2 * self._digit(), most)
        self._stretch()

    def _stretch(self) -> None:
        # If Qt heard of each column it would paint the table a second time.
        with QSignalBlocker(self.horizontalHeader()):
            self._set_widths()
        self.doItemsLayout()

    def _set_widths(self) -> None:
        """Give the description the room that is left; fold the columns beside it if it is small."""
        widths = self._model.widths
        if not widths:
            return
        digit = self._digit()
        rest = sum(width * digit for width in widths[WHAT + 1 :])
        room = self._room - self._for_values
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
        self.setColumnWidth(0, self._for_values)
        self.setColumnWidth(WHAT, max(room, _LEAST_ROOM * digit))

    def _digit(self) -> int:
        return self.fontMetrics().horizontalAdvance("0")
