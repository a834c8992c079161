"""Cells that take in, in a muted line of their own, the columns a narrow table has no room for."""

from PySide6.QtCore import QObject, QRect, QSize, Qt
from PySide6.QtGui import QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from jjjviewer.ui.tables import Index

_PAD = 3
"""As Qt leaves beside the text of a cell, so that all columns stand on one line."""
_GAP = 6
"""Below the last line."""
_WRAPPED = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop
_TALL = 10_000


class FoldedDelegate(QStyledItemDelegate):
    """Sets the cell's text, and below it the cells of `folded` columns."""

    folded: list[int]

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.folded = []

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        if not self.folded:
            super().paint(painter, option, index)
            return
        self.initStyleOption(option, index)
        text, option.text = option.text, ""
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        room = option.rect.adjusted(_PAD, 0, -_PAD, 0)
        chosen = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole
        painter.save()
        painter.setFont(option.font)
        painter.setPen(option.palette.color(role.HighlightedText if chosen else role.Text))
        taken = painter.drawText(room, _WRAPPED, text)
        painter.setPen(
            option.palette.color(role.HighlightedText if chosen else role.PlaceholderText)
        )
        painter.drawText(room.adjusted(0, taken.height(), 0, 0), _WRAPPED, self._rest(index))
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        if not self.folded:
            return super().sizeHint(option, index)
        self.initStyleOption(option, index)
        room = QRect(0, 0, option.rect.width() - 2 * _PAD, _TALL)
        parts = (option.text, self._rest(index))
        high = (option.fontMetrics.boundingRect(room, _WRAPPED, part).height() for part in parts)
        return QSize(option.rect.width(), sum(high) + _GAP)

    def _rest(self, index: Index) -> str:
        cells = (index.sibling(index.row(), at).data() for at in self.folded)
        return " · ".join(str(cell) for cell in cells if cell)
