"""Somebody who looks at a map: what the tests of maps share."""

from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, Qt
from PySide6.QtGui import (
    QColor,
    QImage,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton

from jjjviewer.charts.shapes import Mark
from jjjviewer.model.geography import Extent
from tests.ui.user import LEFT, NONE, User

SHIFT = Qt.KeyboardModifier.ShiftModifier
ALT = Qt.KeyboardModifier.AltModifier
NEAR, APART = 1.0, 12.0
"""In pixels of the screen."""


class Reader:
    """Somebody who looks at the map of what one speaker said."""

    def __init__(self, user: User) -> None:
        self.user = user
        self.canvas = user.canvas
        user.click_row("yu-bo")
        user.choose_chart_type("Map")
        # The chart gets its room once the forms above it have theirs.
        QApplication.processEvents()

    def drawn(self, act: Callable[[], object]) -> None:
        """Do something and wait until the map is laid out for it."""
        with self.user.qtbot.waitSignal(self.user.chart.drawn):
            act()

    def place_marks(self) -> dict[str, Mark]:
        """The places that can be clicked, by their ids; railways and corridors are lines."""
        return {each.target: each for each in self.canvas.marks if each.target and not each.lines}

    def places(self) -> dict[str, QPointF]:
        """Where places lie on the canvas, in its pixels."""
        return {id_: self.canvas.rect_of(mark).center() for id_, mark in self.place_marks().items()}

    def map_area(self) -> QRectF:
        """Where on the canvas the map lies."""
        assert self.canvas.map_area is not None
        return self.on_canvas(self.canvas.map_area)

    def on_canvas(self, area: QRectF) -> QRectF:
        return self.canvas.rect_of(Mark((), "", (), area))

    def wheel(self, at: QPointF, *turned: int) -> None:
        """Turn the wheel over the canvas, by eighths of a degree at a time."""
        for each in turned:
            self._turn(at, each)

    def _turn(self, at: QPointF, turned: int) -> None:
        away = self.canvas.mapToGlobal(at)
        event = QWheelEvent(
            at, away, QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton, NONE,
            Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(self.canvas, event)

    def zoom_in(self, at: QPointF | None = None, notches: int = 4) -> None:
        middle = QPointF(self.canvas.rect().center())
        self.drawn(lambda: self.wheel(at or middle, 120 * notches))

    def drag(self, start: QPoint, by: QPoint) -> None:
        QTest.mousePress(self.canvas, LEFT, NONE, start)
        QTest.mouseMove(self.canvas, start + by / 2)
        QTest.mouseMove(self.canvas, start + by)
        QTest.mouseRelease(self.canvas, LEFT, NONE, start + by)

    def tool(self, words: str) -> QToolButton:
        buttons = self.user.chart.findChildren(QToolButton)
        return next(button for button in buttons if button.text() == words)

    def empty_spot(self) -> QPoint:
        """A point of the map where nothing can be clicked."""
        corner = self.map_area().topLeft().toPoint()
        spots = (corner + QPoint(4 + 7 * at, 4 + 5 * at) for at in range(40))
        return next(spot for spot in spots if not self.canvas.mark_at(QPointF(spot)))

    def is_free(self, id_: str, at: QPointF) -> bool:
        """Whether a click at a point reaches a place."""
        mark = self.canvas.mark_at(QPointF(at.toPoint()))
        return mark is not None and mark.target == id_

    def on_a_line(self) -> tuple[Mark, QPoint]:
        """A mark with lines, and a point on one of them beside its area."""
        for mark in (each for each in self.canvas.marks if not each.target):
            for line in mark.lines:
                for x, y in along(line.points):
                    at = self.on_canvas(QRectF(x, y, 0, 0)).topLeft()
                    spot = QPointF(at.toPoint())
                    beside = not self.canvas.rect_of(mark).contains(spot)
                    if beside and self.canvas.mark_at(spot) is mark:
                        return mark, at.toPoint()
        raise AssertionError("no line can be reached")

    def image(self) -> QImage:
        return self.canvas.grab().toImage()

    @property
    def selected(self) -> tuple[str, ...]:
        assert self.user.chart.chart is not None
        return self.user.chart.chart.view.selection.ids

    @property
    def extent(self) -> Extent | None:
        assert self.user.chart.chart is not None
        return self.user.chart.chart.view.extent


def along(points: tuple[tuple[float, float], ...]) -> list[tuple[float, float]]:
    """Points of the first stretch of a line, from its start to its end."""
    (x1, y1), (x2, y2) = points[:2]
    return [(x1 + (x2 - x1) * at / 20, y1 + (y2 - y1) * at / 20) for at in range(21)]


def distance(one: QPointF, other: QPointF) -> float:
    return (one - other).manhattanLength()


def spread(places: dict[str, QPointF], ids: tuple[str, str]) -> float:
    return distance(places[ids[0]], places[ids[1]])


def pixels(image: QImage, area: QRect) -> list[QColor]:
    across, down = (range(area.left(), area.right() + 1), range(area.top(), area.bottom() + 1))
    return [image.pixelColor(x, y) for x in across for y in down]


def two_places(reader: Reader) -> tuple[str, str]:
    """Two places near the map's middle that can be clicked, and some way from each other."""
    places = reader.places()
    area = reader.map_area()
    free = [id_ for id_, at in places.items() if area.contains(at) and reader.is_free(id_, at)]
    first, *others = sorted(free, key=lambda id_: distance(places[id_], area.center()))
    return first, next(id_ for id_ in others if spread(places, (first, id_)) > APART)
