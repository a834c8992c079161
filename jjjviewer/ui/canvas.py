"""The chart on the screen: a composed page, scaled to the pane, whose marks can be reached."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from jjjviewer.ui import speech

if TYPE_CHECKING:
    from jjjviewer.charts.figure import Figure
    from jjjviewer.charts.ink import Mark

MARGINS = QSize(16, 16)
"""What stays free of the page: width and height, in pixels."""
_AIR = 4
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Canvas(QWidget):
    """Paints a figure. Mouse and keys reach the same marks: a click is the same as Enter."""

    chosen = Signal(tuple)
    """The ids of the records that the chosen mark stands for."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._figure: Figure | None = None
        self._at = -1
        self._by_keys = False
        self._highlit: frozenset[str] = frozenset()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Chart"))

    def show_figure(self, figure: "Figure") -> None:
        """Paint another page."""
        self._figure = figure
        self._at = -1
        self.setAccessibleName(figure.title)
        self.setAccessibleDescription(figure.description)
        self.update()

    def highlight(self, records: tuple[str, ...]) -> None:
        """Point out the marks that stand for records."""
        self._highlit = frozenset(records)
        self.update()

    @property
    def marks(self) -> "list[Mark]":
        """The marks in the order of the keys."""
        return self._figure.marks if self._figure else []

    def rect_of(self, mark: "Mark") -> QRectF:
        """Where a mark answers to the mouse, in pixels of the widget."""
        scale, origin = self._placed()
        hit = mark.hit
        return QRectF(origin + hit.topLeft() * scale, hit.size() * scale)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 180)

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._figure is None:
            return
        scale, origin = self._placed()
        painter = QPainter(self)
        painter.translate(origin)
        painter.scale(scale, scale)
        self._figure.render(painter)
        style = self._figure.style
        reached = self.hasFocus() and self._by_keys
        page = style.accent if reached and self._at < 0 else style.grid
        self._outline(painter, QRectF(0, 0, *self._size()), page, 1.5 / scale)
        for mark in self._figure.marks:
            if self._highlit & set(mark.records):
                tint = QColor(style.accent)
                tint.setAlphaF(0.14)
                painter.fillRect(_around(mark), tint)
                self._outline(painter, _around(mark), style.accent, 1.5 / scale)
        if reached and self._at >= 0:
            self._outline(painter, _around(self.marks[self._at]), style.text, 2.5 / scale)
        painter.end()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        shape = Qt.CursorShape
        self.setCursor(
            shape.PointingHandCursor if self._mark_at(event.position()) else shape.ArrowCursor
        )

    def mousePressEvent(self, event: QMouseEvent) -> None:
        mark = self._mark_at(event.position())
        if mark and event.button() == Qt.MouseButton.LeftButton:
            self._at = self.marks.index(mark)
            self._by_keys = False
            self.update()
            self.chosen.emit(mark.records)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.marks:
            self._go(max(0, min(self._at + _STEPS[key], len(self.marks) - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.chosen.emit(self.marks[self._at].records)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Walk the marks with Tab before leaving the chart."""
        at = self._at + (1 if forward else -1)
        if not 0 <= at < len(self.marks):
            self._at = -1
            return super().focusNextPrevChild(forward)
        self._go(at)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self._mark_at(QPointF(event.pos()))
            if mark:
                self._tell(mark, event.globalPos())
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _go(self, at: int) -> None:
        """Put the focus on a mark and say what it shows."""
        self._at = at
        self._by_keys = True
        mark = self.marks[at]
        self.setAccessibleDescription(mark.words)
        speech.say(self, mark.words)
        self._tell(mark, self.mapToGlobal(self.rect_of(mark).bottomLeft().toPoint()))
        self.update()

    def _tell(self, mark: "Mark", at: QPoint) -> None:
        # Here, since its table of names takes a while to import.
        from html import escape

        # As rich text, which wraps.
        words = f"<p>{escape(mark.words)}</p>"
        QToolTip.showText(at, words, self, self.rect_of(mark).toRect())

    def _mark_at(self, point: QPointF) -> "Mark | None":
        if self._figure is None:
            return None
        scale, origin = self._placed()
        on_page = (point - origin) / scale
        return self._figure.mark_at(on_page.x(), on_page.y())

    def _size(self) -> tuple[int, int]:
        return (self._figure.page.width, self._figure.page.height) if self._figure else (1, 1)

    def _placed(self) -> tuple[float, QPointF]:
        """The scale of the page, and where its corner lies when it is centred."""
        width, height = self._size()
        room = self.size() - MARGINS
        scale = max(0.1, min(room.width() / width, room.height() / height))
        left, top = (self.width() - width * scale) / 2, (self.height() - height * scale) / 2
        return scale, QPointF(left, top)

    @staticmethod
    def _outline(painter: QPainter, rect: QRectF, color: str, width: float) -> None:
        painter.setPen(QPen(QColor(color), width))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)


def _around(mark: "Mark") -> QRectF:
    """A mark's area with some air beside its words."""
    return mark.hit.adjusted(-_AIR, 0, _AIR, 0)
