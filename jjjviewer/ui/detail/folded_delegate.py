"""The delegate of the figures table, which shows folded columns below the description."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jjjviewer.ui.detail.figures_model import WHAT, FiguresModel
from jjjviewer.ui.shared.model_index import ModelIndex

_PAD = 3
"""Horizontal padding of a cell as Qt has it, in pixels."""
_GAP = 6
"""Space below the last line, in pixels."""
_WRAP = Qt.TextFlag.TextWordWrap
_TALL = 10_000


class FoldedDelegate(QStyledItemDelegate):
    """Paints cells as Qt does, and the cells of folded columns muted below the description."""

    def __init__(self, model: FiguresModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        # Asks the model once a cell, where Qt would ask for seven roles.
        row, column = index.row(), index.column()
        option.features |= QStyleOptionViewItem.ViewItemFeature.HasDisplay
        option.text = self._model.words(row, column)
        option.displayAlignment = self._model.alignment(column)
        if column == WHAT:
            # It is wrapped; Qt would elide a line whose last space alone is too wide.
            option.textElideMode = Qt.TextElideMode.ElideNone
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
        line = " · ".join(self._model.folded_words(index.row()))
        return "\n".join(filter(None, (line, self._model.note(index.row()))))


def _height(option: QStyleOptionViewItem, words: str) -> int:
    """Return the height of text wrapped to a cell."""
    area = QRect(0, 0, option.rect.width() - 2 * _PAD, _TALL)
    return option.fontMetrics.boundingRect(area, _WRAP, words).height()


def _paint_folded(painter: QPainter, option: QStyleOptionViewItem, folded: str) -> None:
    """Paint text below the text of a cell."""
    selected = option.state & QStyle.StateFlag.State_Selected
    role = QPalette.ColorRole.HighlightedText if selected else QPalette.ColorRole.PlaceholderText
    painter.save()
    painter.setPen(option.palette.color(role))
    area = option.rect.adjusted(_PAD, _height(option, option.text), -_PAD, 0)
    painter.drawText(area, _WRAP, folded)
    painter.restore()
