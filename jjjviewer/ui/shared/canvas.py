"""The chart on the screen: a composed page, scaled to the pane, whose marks can be reached."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPainterPathStroker,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QRegion,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from jjjviewer.charts.shapes import Path
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.announce import announce

if TYPE_CHECKING:
    from jjjviewer.charts.scene import Scene
    from jjjviewer.charts.shapes import Mark

MARGINS = QSize(16, 16)
"""What stays free of the page: width and height, in pixels."""
_AIR = 4
_EDGE = 2
"""So many pixels of the page let through what lies below: its edge is smoothed."""
_STEPS = {
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Up: -1,
}


class Canvas(QWidget):
    """Paints a figure. Mouse and keys reach the same marks: a click is the same as Enter."""

    chosen = Signal(object)
    """The `Mark` that was clicked."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._at = -1
        self._pressed: Mark | None = None
        self._moved: tuple[QRectF, QRectF, QPixmap] | None = None
        """What of a picture of the page lies where, until a map is laid out there."""
        self._by_keys = False
        self._highlit: frozenset[str] = frozenset()
        # The page is painted once, and not first what of the window lies below it.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Chart"))

    def show_scene(self, scene: "Scene") -> None:
        """Paint another page; the keys stay with their mark, if it is there again."""
        before = _stands_for(self.marks[self._at]) if self._at >= 0 else None
        there = [_stands_for(mark) for mark in scene.marks]
        self._at = there.index(before) if before in there else -1
        # The overview, for one, is followed by the same page.
        is_there = not self._moved and self._scene and self._scene.shapes == scene.shapes
        self._scene = scene
        self._moved = self._pressed = None
        self.setAccessibleName(scene.title)
        self.setAccessibleDescription(scene.description)
        if not is_there:
            self.update()

    def highlight(self, records: tuple[str, ...]) -> None:
        """Point out the marks that stand for records."""
        self._highlit = frozenset(records)
        self.update()

    @property
    def marks(self) -> "list[Mark]":
        """The marks in the order of the keys."""
        return self._scene.marks if self._scene else []

    @property
    def map_area(self) -> QRectF | None:
        """The part of the page that a map fills with its insets; None where there is no map."""
        if self._scene is None or self._scene.projection is None:
            return None
        area = self._scene.projection.room
        for inset in self._scene.insets:
            area = area.united(inset.room)
        return area

    @property
    def map_middle(self) -> QPointF:
        """The middle of the map's main part, a point of the page; there has to be a map."""
        assert self._scene is not None
        assert self._scene.projection is not None
        return self._scene.projection.room.center()

    @property
    def page_scale(self) -> float:
        """Pixels of the widget to one of the page."""
        return self._placed()[0]

    def on_page(self, point: QPointF) -> QPointF:
        """The point of the page that lies at a point of the widget."""
        scale, origin = self._placed()
        return (point - origin) / scale

    def rect_of(self, mark: "Mark") -> QRectF:
        """Where a mark answers to the mouse, in pixels of the widget."""
        return self._on_widget(mark.hit)

    def mark_at(self, point: QPointF) -> "Mark | None":
        """The mark at a point of the widget; none while a map is on its way."""
        if self._scene is None or self._moved:
            return None
        at = self.on_page(point)
        return self._scene.mark_at(at.x(), at.y())

    def move_map(self, source: QRectF, target: QRectF) -> None:
        """Fill the map's area with a part of it, put elsewhere, until the next page is shown."""
        picture = self._moved[2] if self._moved else self.grab()
        self._moved = source, target, picture
        self.update()

    def point(self, at: QPointF) -> None:
        """Show with the pointer what can be done at a point of the widget."""
        shape = Qt.CursorShape
        area = self.map_area
        on_map = area is not None and area.contains(self.on_page(at))
        empty = shape.OpenHandCursor if on_map else shape.ArrowCursor
        self.setCursor(shape.PointingHandCursor if self.mark_at(at) else empty)

    def minimumSizeHint(self) -> QSize:
        return QSize(240, 135)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if self._moved:
            self._paint_moved(painter, *self._moved)
            painter.end()
            return
        scale, origin = self._placed()
        self._paint_around(painter)
        if self._scene is None:
            painter.end()
            return
        painter.translate(origin)
        painter.scale(scale, scale)
        self._scene.render(painter)
        style = self._scene.style
        reached = self.hasFocus() and self._by_keys
        page = style.accent if reached and self._at < 0 else style.grid
        frame = QPainterPath()
        frame.addRect(QRectF(0, 0, *self._size()))
        painter.strokePath(frame, QPen(QColor(page), 1.5 / scale))
        for mark in self._scene.marks:
            if self._highlit & set(mark.records):
                tint = QColor(style.accent)
                tint.setAlphaF(0.14)
                painter.fillPath(_around(mark), tint)
                painter.strokePath(_around(mark), QPen(QColor(style.accent), 1.5 / scale))
        if reached and self._at >= 0:
            around = _around(self.marks[self._at])
            painter.strokePath(around, QPen(QColor(style.text), 2.5 / scale))
        painter.end()

    def _paint_around(self, painter: QPainter) -> None:
        """Paint what lies round the page, if there is one, and below its edges."""
        around = QRegion(self.rect())
        if self._scene is not None:
            page = self._on_widget(QRectF(0, 0, *self._size())).toAlignedRect()
            around -= QRegion(page.adjusted(_EDGE, _EDGE, -_EDGE, -_EDGE))
        painter.setClipRegion(around)
        painter.fillRect(self.rect(), self.palette().window())
        painter.setClipping(False)

    def _paint_moved(
        self, painter: QPainter, source: QRectF, target: QRectF, picture: QPixmap
    ) -> None:
        """Paint the picture of a page whose map is on its way."""
        assert self._scene is not None
        assert self.map_area is not None
        painter.drawPixmap(0, 0, picture)
        # With the frame round it, which is a pixel wide.
        area = self._on_widget(self.map_area).adjusted(-1, -1, 1, 1)
        painter.setClipRect(area)
        painter.fillRect(area, QColor(self._scene.style.background))
        part, ratio = self._on_widget(source), picture.devicePixelRatio()
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(
            self._on_widget(target), picture, QRectF(part.topLeft() * ratio, part.size() * ratio)
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._moved = None
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.point(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.mark_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark, self._pressed = self._pressed, None
        if mark and mark is self.mark_at(event.position()):
            self._at = self.marks.index(mark)
            self._by_keys = False
            self.update()
            self.chosen.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.marks:
            self._go(max(0, min(self._at + _STEPS[key], len(self.marks) - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space) and self._at >= 0:
            self.chosen.emit(self.marks[self._at])
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
            mark = self.mark_at(QPointF(event.pos()))
            if mark:
                self._tell(mark, event.globalPos(), self._round(mark, event.pos()))
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
        announce(self, mark.words)
        area = self.rect_of(mark).toRect()
        self._tell(mark, self.mapToGlobal(area.bottomLeft()), area)
        self.update()

    def _tell(self, mark: "Mark", at: QPoint, while_in: QRect) -> None:
        QToolTip.showText(at, wording.tip(mark.words), self, while_in)

    def _round(self, mark: "Mark", at: QPoint) -> QRect:
        """What of a mark lies at a point: its area, or a bit of its line."""
        area = self.rect_of(mark).toRect()
        return area if area.contains(at) else QRect(at, QSize()).adjusted(-_AIR, -_AIR, _AIR, _AIR)

    def _on_widget(self, area: QRectF) -> QRectF:
        scale, origin = self._placed()
        return QRectF(origin + area.topLeft() * scale, area.size() * scale)

    def _size(self) -> tuple[int, int]:
        return (self._scene.page.width, self._scene.page.height) if self._scene else (1, 1)

    def _placed(self) -> tuple[float, QPointF]:
        """The scale of the page, and where its corner lies when it is centred."""
        width, height = self._size()
        room = self.size() - MARGINS
        scale = max(0.1, min(room.width() / width, room.height() / height))
        left, top = (self.width() - width * scale) / 2, (self.height() - height * scale) / 2
        return scale, QPointF(left, top)


def _stands_for(mark: "Mark") -> tuple[str, tuple[str, ...]]:
    return mark.target, mark.records


def _around(mark: "Mark") -> QPainterPath:
    """A mark's area with some air beside its words, and a band along its lines."""
    area = QPainterPath()
    area.addRect(mark.hit.adjusted(-_AIR, 0, _AIR, 0))
    stroker = QPainterPathStroker()
    widths = [shape.paint.stroke_width for shape in mark.shapes if isinstance(shape, Path)]
    stroker.setWidth(max(widths, default=0) + 2 * _AIR)
    for line in mark.lines:
        way = QPainterPath()
        way.addPolygon(QPolygonF([QPointF(*at) for at in line.points]))
        area = area.united(stroker.createStroke(way))
    return area
