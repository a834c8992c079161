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
        option.displayAlignment = self._model.alignment(column)
        if self._model.is_match(row, column):
            option.backgroundBrush = self._model.search_brush

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        self.initStyleOption(option, index)
        element = QStyle.ControlElement.CE_ItemViewItem
        option.widget.style().drawControl(element, option, painter, option.widget)
        if folded := self._folded_text(index):
            _paint_folded(painter, option, folded)

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        words, folded = self._model.words(index.row(), index.column()), self._folded_text(index)
        height = _height(option, words)
        return QSize(
            option.rect.width(), height + (_height(option, folded) + _GAP if folded else 0)
        )

    def _folded_text(self, index: ModelIndex) -> str:
        if index.column() != WHAT:
            return ""
        cells = (self._model.words(index.row(), column) for column in self.folded)
        return " · ".join(cell for cell in cells if cell)


def _height(option: QStyleOptionViewItem, words: str) -> int:
    """Return the height of words that are wrapped in a cell."""
    room = QRect(0, 0, option.rect.width() - 2 * _PAD, _TALL)
    return option.fontMetrics.boundingRect(room, _WRAP, words).height()


def _paint_folded(painter: QPainter, option: QStyleOptionViewItem, folded: str) -> None:
    """Paint text below the words of a cell."""
    selected = option.state & QStyle.StateFlag.State_Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText
    painter.save()
    painter.setPen(option.palette.color(role))
    room = option.rect.adjusted(_PAD, _height(option, option.text), -_PAD, 0)
    painter.drawText(room, _WRAP, folded)
    painter.restore()
