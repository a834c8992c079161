"""The canvas: a scene scaled to the pane, with marks for mouse and keyboard."""

from collections.abc import Iterable

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QHelpEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
    QPixmap,
    QResizeEvent,
)
from PySide6.QtWidgets import QToolTip, QWidget

from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.style import Page
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.announce import announce_inside
from jjjviewer.ui.shared.mark_outline import PADDING, outline, paint_highlight, paint_star
from jjjviewer.ui.shared.page_placement import PagePlacement
from jjjviewer.ui.shared.painting import paint_around

_STEPS = {Qt.Key.Key_Right: 1, Qt.Key.Key_Down: 1, Qt.Key.Key_Left: -1, Qt.Key.Key_Up: -1}


class Canvas(QWidget):
    """Paints a scene. Its marks take clicks and the keyboard focus; Enter is a click."""

    chosen = Signal(object)
    """The `Mark` that was clicked."""
    resized = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._scene: Scene | None = None
        self._current = -1
        """The position of the focused mark, or -1."""
        self._pressed: Mark | None = None
        self._moved: tuple[QRectF, QRectF, QPixmap] | None = None
        """A moved part of the page's picture and its target, until the map is laid out again."""
        self._by_keys = False
        self.placement = PagePlacement(self)
        """Where the page lies, which can be zoomed and scrolled."""
        self.placement.changed.connect(self.update)
        self.highlighted: tuple[str, ...] = ()
        """The records whose marks are highlighted."""
        self._collected: frozenset[str] = frozenset()
        # Otherwise Qt would first paint the window below.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Chart"))

    def show_scene(self, scene: Scene) -> None:
        """Show another page; the focus stays with its mark if the page still has it."""
        before = _identity(self.marks[self._current]) if self._current >= 0 else None
        marks = [_identity(mark) for mark in scene.marks]
        self._current = marks.index(before) if before in marks else -1
        self._scene = scene
        self._moved = self._pressed = None
        self.placement.show_page(scene.page)
        self.setAccessibleName(scene.title)
        mark = self.focused_mark
        # The title is the name, after which the description is read.
        rest = scene.description.removeprefix(scene.title).lstrip(".。 ")
        self.setAccessibleDescription(self._words(mark) if mark else rest)
        self.update()

    def highlight(self, records: tuple[str, ...]) -> None:
        """Highlight the marks that stand for records."""
        self.highlighted = records
        for mark in self.marks:
            if not {*records}.isdisjoint(mark.records):
                self.placement.bring_into_sight(self.rect_of(mark))
                break
        self.update()

    def show_collected(self, records: Iterable[str]) -> None:
        """Put a star on each mark whose records are all collected."""
        self._collected = frozenset(records)
        self.update()

    def is_collected(self, mark: Mark) -> bool:
        """Return whether all that a mark stands for is collected."""
        return bool(mark.records) and self._collected.issuperset(mark.records)

    def _words(self, mark: Mark) -> str:
        return tr("{mark}; collected", mark=mark.words) if self.is_collected(mark) else mark.words

    @property
    def marks(self) -> list[Mark]:
        """The marks in tab order."""
        return self._scene.marks if self._scene else []

    @property
    def focused_mark(self) -> Mark | None:
        """The mark that has the keys."""
        return self.marks[self._current] if self._current >= 0 else None

    @property
    def legend(self) -> list[tuple[QRectF, LegendEntry]]:
        """The entries of the legend with their areas on the page."""
        return self._scene.legend if self._scene else []

    @property
    def map_area(self) -> QRectF | None:
        """The part of the page that a map fills; None where there is no map."""
        if self._scene is None or self._scene.projection is None:
            return None
        return self._scene.projection.area

    @property
    def time_area(self) -> QRectF | None:
        """The part of the page that a scale of time spans; None where there is none."""
        axis = self._scene.time_axis if self._scene else None
        return axis.area if axis else None

    @property
    def page_area(self) -> QRectF:
        """The page, in its own pixels."""
        page = self._scene.page if self._scene else Page("own", 1, 1)
        return QRectF(0, 0, page.width, page.height)

    @property
    def page_scale(self) -> float:
        """Pixels of the widget for each pixel of the page."""
        return self.placement.scale

    def on_page(self, point: QPointF) -> QPointF:
        """Map a point of the widget to the page."""
        return (point - self.placement.origin) / self.placement.scale

    def rect_of(self, mark: Mark) -> QRectF:
        """Return the hit area of a mark, in pixels of the widget."""
        return self._on_widget(mark.hit)

    def mark_at(self, point: QPointF) -> Mark | None:
        """Return the mark at a point of the widget; None while a map is being moved."""
        if self._scene is None or self._moved:
            return None
        at = self.on_page(point)
        return self._scene.mark_at(at.x(), at.y())

    def move_map(self, source: QRectF, target: QRectF) -> None:
        """Show a part of the map's picture moved or scaled, until the next page is shown."""
        picture = self._moved[2] if self._moved else self.grab()
        self._moved = source, target, picture
        self.update()

    def update_cursor(self, at: QPointF) -> None:
        """Choose the cursor by what can be done at a point of the widget."""
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
        scale, origin = self.placement.scale, self.placement.origin
        area = self._on_widget(self.page_area) if self._scene else QRectF()
        paint_around(self, painter, area.toAlignedRect())
        if self._scene is None:
            painter.end()
            return
        painter.translate(origin)
        painter.scale(scale, scale)
        exposed = QRectF(event.rect())
        within = QRectF(self.on_page(exposed.topLeft()), exposed.size() / scale)
        self._scene.render(painter, within=None if within.contains(self.page_area) else within)
        style = self._scene.style
        focused = self.hasFocus() and self._by_keys
        page = style.accent if focused and self._current < 0 else style.grid
        frame = QPainterPath()
        frame.addRect(self.page_area)
        if not self._scene.page.text or page == style.accent:
            painter.strokePath(frame, QPen(QColor(page), 1.5 / scale))
        highlighted = {*self.highlighted}
        for mark in self._scene.marks:
            if not highlighted.isdisjoint(mark.records):
                paint_highlight(painter, mark, QColor(style.accent), 1.5 / scale)
            if self.is_collected(mark):
                paint_star(painter, mark, style, self._scene.sizes.unit)
        if focused and self._current >= 0:
            around = outline(self.marks[self._current])
            painter.strokePath(around, QPen(QColor(style.text), 2.5 / scale))
        painter.end()

    def _paint_moved(
        self, painter: QPainter, source: QRectF, target: QRectF, picture: QPixmap
    ) -> None:
        """Paint the picture of a page whose map is being moved."""
        assert self._scene is not None
        assert self.map_area is not None
        painter.drawPixmap(0, 0, picture)
        # With the frame around it, which is one pixel wide.
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
        self.placement.update()
        self.resized.emit()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self.update_cursor(event.position())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._pressed = self.mark_at(event.position())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        mark, self._pressed = self._pressed, None
        if mark and mark is self.mark_at(event.position()):
            self._current = self.marks.index(mark)
            self._by_keys = False
            self.update()
            self.chosen.emit(mark)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS and self.marks:
            self._focus_mark(max(0, min(self._current + _STEPS[key], len(self.marks) - 1)))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.focused_mark:
            self.chosen.emit(self.focused_mark)
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        self._by_keys = event.reason() != Qt.FocusReason.MouseFocusReason
        super().focusInEvent(event)

    def focusNextPrevChild(self, forward: bool) -> bool:
        """Step through the marks with Tab before leaving the chart."""
        at = self._current + (1 if forward else -1)
        if not 0 <= at < len(self.marks):
            self._current = -1
            return super().focusNextPrevChild(forward)
        self._focus_mark(at)
        return True

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            mark = self.mark_at(QPointF(event.pos()))
            if mark:
                self._show_tip(mark, event.globalPos(), self._tip_area(mark, event.pos()))
            else:
                QToolTip.hideText()
            return True
        return super().event(event)

    def _focus_mark(self, at: int) -> None:
        """Focus a mark and announce what it shows."""
        self._current = at
        self._by_keys = True
        mark = self.marks[at]
        self.placement.bring_into_sight(self.rect_of(mark))
        announce_inside(self, self._words(mark))
        area = self.rect_of(mark).toRect()
        self._show_tip(mark, self.mapToGlobal(area.bottomLeft()), area)
        self.update()

    def _show_tip(self, mark: Mark, at: QPoint, while_in: QRect) -> None:
        QToolTip.showText(at, wording.tip(self._words(mark)), self, while_in)

    def _tip_area(self, mark: Mark, at: QPoint) -> QRect:
        """Return where a tool tip is valid: over the mark, or near the pointer on a line."""
        area = self.rect_of(mark).toRect()
        near = QRect(at, QSize()).adjusted(-PADDING, -PADDING, PADDING, PADDING)
        return area if area.contains(at) else near

    def _on_widget(self, area: QRectF) -> QRectF:
        scale = self.placement.scale
        return QRectF(self.placement.origin + area.topLeft() * scale, area.size() * scale)


def _identity(mark: Mark) -> tuple[str, tuple[str, ...]]:
    return mark.target, mark.records
