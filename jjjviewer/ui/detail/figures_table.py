"""The table of the figures of a view."""

from collections.abc import Callable, Iterable, Sequence
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
from PySide6.QtGui import QAction, QContextMenuEvent, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.detail.figures_model import WHAT, FiguresModel
from jjjviewer.ui.detail.folded_delegate import FoldedDelegate
from jjjviewer.ui.shared.tables import CopyTable

if TYPE_CHECKING:
    from jjjviewer.model.view import View

_LEAST_WIDTH = 13
"""Minimum width of a description, in characters."""
_COMFORTABLE_WIDTH = 28
"""Width of a description below which the columns beside it are folded into it."""
_MOST_WIDTH = 48
"""Maximum width of a description; the other columns share the rest."""
_MOST_VALUE = 19
_NARROW = 4


class FiguresTable(CopyTable):
    """Shows figures, and emits the one whose row becomes current."""

    chosen = Signal(str)
    """The id of the figure whose row became current."""
    stars_chosen = Signal(list)
    """The addresses of the figures that are to be collected or taken out."""
    card_requested = Signal(str)
    """The id of the figure to be shown as a card."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = FiguresModel(self)
        self._is_programmatic = False
        self._width = 0
        """The width that was last divided among the columns, in pixels."""
        self._value_width = 0
        """The width of the first column, in pixels."""
        self._searched: tuple[str, ...] = ()
        self._style = LIGHT
        self.menu_actions: Callable[[], Sequence[QAction]] = tuple
        """Returns what can be done with the selected figures, for the context menu."""
        self._delegate = FoldedDelegate(self._model, self)
        self.setModel(self._model)
        self.source_line = self._model.source_line
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
        """Highlight search matches."""
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
            menu.addActions(self.menu_actions())
            self._add_sorting(menu.addMenu(tr("Sort by")))
            menu.aboutToHide.connect(menu.deleteLater)
            menu.popup(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space:
            self.stars_chosen.emit([f"figures/{id_}" for id_ in self.selected_ids()])
        else:
            super().keyPressEvent(event)

    def show_collected(self) -> None:
        """Show the stars and notes of what is collected now."""
        self.doItemsLayout()

    def _add_sorting(self, menu: QMenu) -> None:
        """Add sorting by every column, also folded ones; a second time reverses the order."""
        header = self.horizontalHeader()
        for at in range(self._model.columnCount()):
            heading = self._model.heading(at)
            again = header.sortIndicatorSection() == at
            up = again and header.sortIndicatorOrder() == Qt.SortOrder.AscendingOrder
            order = Qt.SortOrder.DescendingOrder if up else Qt.SortOrder.AscendingOrder
            action = menu.addAction(heading)
            action.triggered.connect(
                lambda _=False, at=at, order=order: self.sortByColumn(at, order)
            )

    def selected_ids(self) -> list[str]:
        """Return the ids of the selected figures, from the top."""
        rows = sorted(index.row() for index in self.selectionModel().selectedRows())
        return [self._model.id_at(row) for row in rows]

    def select_figures(self, figures: Iterable[str]) -> None:
        """Select the rows of figures and scroll to the first, without emitting `chosen`."""
        flag = QItemSelectionModel.SelectionFlag
        rows = [self._model.index(row, 0) for row in self._model.rows_of(figures)]
        chosen = QItemSelection()
        for index in rows:
            chosen.select(index, index)
        self._is_programmatic = True
        self.selectionModel().select(chosen, flag.ClearAndSelect | flag.Rows)
        if rows:
            self.selectionModel().setCurrentIndex(rows[0], flag.NoUpdate)
            self.scrollTo(rows[0])
        self._is_programmatic = False

    def _report_current(self, current: QModelIndex) -> None:
        if current.isValid() and not self._is_programmatic:
            self.chosen.emit(self._model.id_at(current.row()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != self._width:
            self._width = event.size().width()
            self._stretch()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._model.columnCount():
            self._size_columns()

    def _size_columns(self) -> None:
        """Size the columns to their contents, and the description to the remaining width."""
        longest = max(map(self.fontMetrics().horizontalAdvance, self._model.values()), default=0)
        most = _MOST_VALUE * self._digit()
        self._value_width = min(longest + 2 * self._digit(), most)
        self._stretch()

    def _stretch(self) -> None:
        # Signals are blocked, since Qt would repaint the table for each column.
        with QSignalBlocker(self.horizontalHeader()):
            self._set_widths()
        self.doItemsLayout()

    def _set_widths(self) -> None:
        """Size the description to the remaining width; if narrow, fold the columns beside it."""
        widths = self._model.widths
        if not widths:
            return
        digit = self._digit()
        rest = sum(width * digit for width in widths[WHAT + 1 :])
        room = self._width - self._value_width
        folded = room - rest < _COMFORTABLE_WIDTH * digit
        # The paragraph column is narrow enough to stay.
        foldable = [at for at, width in enumerate(widths) if at > WHAT and width > _NARROW]
        for at in range(len(widths)):
            self.setColumnHidden(at, folded and at in foldable)
        self._model.folded = foldable if folded else []
        shown = [at for at in range(WHAT + 1, len(widths)) if not self.isColumnHidden(at)]
        # Surplus width goes to the other columns, up to twice their width.
        spare = min(max(room - rest - _MOST_WIDTH * digit, 0), rest)
        for at in shown:
            self.setColumnWidth(at, widths[at] * digit + spare * widths[at] * digit // rest)
            room -= self.columnWidth(at)
        self.setColumnWidth(0, self._value_width)
        self.setColumnWidth(WHAT, max(room, _LEAST_WIDTH * digit))

    def _digit(self) -> int:
        return self.fontMetrics().horizontalAdvance("0")
