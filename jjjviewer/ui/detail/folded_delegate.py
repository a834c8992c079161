"""Cells of figures; the description also shows what a narrow table has no columns for."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jjjviewer.ui.detail.figures_model import WHAT, FiguresModel
from jjjviewer.ui.shared.tables import ModelIndex

_PAD = 3
"""The space that Qt leaves beside the text of a cell, so that all columns are aligned."""
_GAP = 6
"""Below the last line."""
_WRAP = Qt.TextFlag.TextWordWrap
_TALL = 10_000


class FoldedDelegate(QStyledItemDelegate):
    """Paints cells as Qt does, and below descriptions the muted cells of `folded` columns."""

    def __init__(self, model: FiguresModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model
        self.folded: list[int] = []

    def initStyleOption(self, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        # As Qt does it, but asking the model once: Qt asks for seven roles of every cell.
        row, column = index.row(), index.column()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = self._model.words(row, column)
        option.displayAlignment = self._model.side(column)
        if self._model.is_match(row, column):
            option.backgroundBrush = self._model.search_brush

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        self.initStyleOption(option, index)
        words, folded = option.text, self._folded_text(index)
        if folded:
            option.text = ""
        element = QStyle.ControlElement.CE_ItemViewItem
        option.widget.style().drawControl(element, option, painter, option.widget)
        if folded:
            _paint_folded(painter, option, words, folded)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        words, folded = self._model.words(index.row(), index.column()), self._folded_text(index)
        wide = option.rect.width() - 2 * _PAD

        def height(text: str) -> int:
            room = QRect(0, 0, wide, _TALL)
            return option.fontMetrics.boundingRect(room, _WRAP, text).height()

        return QSize(wide, height(words) + (height(folded) + _GAP if folded else 0))

    def _folded_text(self, index: ModelIndex) -> str:
        if index.column() != WHAT:
            return ""
        cells = (self._model.words(index.row(), column) for column in self.folded)
        return " · ".join(cell for cell in cells if cell)


def _paint_folded(painter: QPainter, option: QStyleOptionViewItem, words: str, folded: str) -> None:
    selected = bool(option.state & QStyle.StateFlag.State_Selected)
    role = QPalette.ColorRole
    room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
    painter.save()
    painter.setPen(option.palette.color(role.HighlightedText if selected else role.Text))
    taken = painter.drawText(room, _WRAP, words)
    painter.setPen(option.palette.color(role.HighlightedText if selected else role.PlaceholderText))
    painter.drawText(room.adjusted(0, taken.height(), 0, 0), _WRAP, folded)
    painter.restore()
