"""Cells of figures, the description with what a narrow table has no columns for below it."""

from PySide6.QtCore import QObject, QRect, Qt
from PySide6.QtGui import QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jjjviewer.ui.detail.figures_model import WHAT, FiguresModel
from jjjviewer.ui.shared.tables import Index

_PAD = 3
"""As Qt leaves beside the text of a cell, so that all columns stand on one line."""
_GAP = 6
"""Below the last line."""
_WRAP = Qt.TextFlag.TextWordWrap
_TALL = 10_000
_HAS_WORDS = QStyleOptionViewItem.ViewItemFeature.HasDisplay
_IS_CHOSEN = QStyle.StateFlag.State_Selected
_HAS_KEYS = QStyle.StateFlag.State_HasFocus


class FoldedDelegate(QStyledItemDelegate):
    """Sets the text of each cell, and below descriptions the cells of `folded` columns."""

    folded: list[int]
    has_room: bool
    """Whether all rows are as high as their words."""

    def __init__(self, model: FiguresModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.folded = []
        self.has_room = False

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        # As Qt does it, but asking the model once: Qt asks for seven roles of every cell.
        row, column = index.row(), index.column()
        option.features |= _HAS_WORDS
        option.text = self._model.words(row, column)
        option.displayAlignment = self._model.side(column)
        if self._model.is_marked(row, column):
            option.backgroundBrush = self._model.mark_brush

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row, column = index.row(), index.column()
        folded = self.folded if column == WHAT else []
        state = option.state
        if not folded and (state & _HAS_KEYS or not self.has_room):
            # The sign of the keys lies over the words, and those that are cut end with dots.
            super().paint(painter, option, index)
            return
        chosen = bool(state & _IS_CHOSEN)
        if chosen or state & _HAS_KEYS or self._model.is_marked(row, column):
            self.initStyleOption(option, index)
            option.text = ""
            element = QStyle.ControlElement.CE_ItemViewItem
            option.widget.style().drawControl(element, option, painter, option.widget)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        palette, role = option.palette, QPalette.ColorRole
        painter.save()
        painter.setPen(palette.color(role.HighlightedText if chosen else role.Text))
        flags = self._model.side(column) | _WRAP
        taken = painter.drawText(room, flags, self._model.words(row, column))
        if folded:
            painter.setPen(palette.color(role.HighlightedText if chosen else role.PlaceholderText))
            painter.drawText(room.adjusted(0, taken.height(), 0, 0), flags, self._rest(row))
        painter.restore()

    def height(self, row: int, widths: dict[int, int], metrics: QFontMetrics) -> int:
        """The height of a row in pixels, given the widths of the columns that are shown."""

        def high(words: str, column: int) -> int:
            room = QRect(0, 0, widths[column] - 2 * _PAD, _TALL)
            return metrics.boundingRect(room, _WRAP, words).height()

        heights = [high(self._model.words(row, column), column) for column in widths]
        if self.folded:
            heights[WHAT] += high(self._rest(row), WHAT) + _GAP
        return max(heights)

    def _rest(self, row: int) -> str:
        cells = (self._model.words(row, column) for column in self.folded)
        return " · ".join(cell for cell in cells if cell)
