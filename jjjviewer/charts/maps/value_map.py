"""Figures on a map: circles whose area is the value, or numbers, by their places."""

import math
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.formatting import amount, figure_description
from jjjviewer.charts.maps import basemap
from jjjviewer.charts.maps.hit_areas import square
from jjjviewer.charts.maps.label_placement import LabelPlacer, facing
from jjjviewer.charts.maps.viewports import Viewport
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Shape, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.model.row_types import EntityRow, FigureRow
from jjjviewer.model.view import View

_LARGEST, _SHARE = 38.0, 0.12
"""Radius of the largest circle: at most so many pixels, or such a share of the viewport's side."""
_SPOT, _PAD = 3.0, 3.0
_GAP, _BETWEEN = 6.0, 5.0
"""In pixels: between a circle and its words, and between the figures of a place."""
_WIDEST = 150.0


class Values:
    """Figures on one viewport.

    Args:
        figure: the page.
        view: what is selected.
        viewport: the part of the page.
        places: those of known position, by id.
    """

    def __init__(
        self,
        scene: Scene,
        view: View,
        viewport: Viewport,
        places: Mapping[str, EntityRow],
    ) -> None:
        self._scene, self._view, self._viewport = scene, view, viewport
        self._places = places
        self._style = scene.style
        self._colors = region_colors(view.dataset.provinces, scene.style)
        self._placer = LabelPlacer(viewport.room, scene.style)

    def draw(self, rows: Iterable[FigureRow], *, by_area: bool) -> int:
        """Draw figures by their places, the largest first.

        Args:
            rows: the figures.
            by_area: whether a circle shows the value.

        Returns:
            How many found room.
        """
        viewport, style = self._viewport, self._style
        ranked = sorted(rows, key=lambda row: -row.in_base_unit)
        by_place: dict[str, list[FigureRow]] = defaultdict(list)
        for row in ranked:
            by_place[row.map_place_id].append(row)
        shown = [id_ for id_ in by_place if viewport.shows(id_)]
        for id_ in shown:
            self._placer.block(square(viewport.at[id_], _SPOT))
        side = min(viewport.room.width(), viewport.room.height())
        unit = min(_LARGEST, _SHARE * side) / math.sqrt(ranked[0].in_base_unit) if by_area else 0
        shapes = [
            shape for id_ in shown for shape in self._place(viewport.at[id_], by_place[id_], unit)
        ]
        marks = [shape for shape in shapes if isinstance(shape, Mark)]
        words = [
            shape.rect.adjusted(-2, -2, 2, 2)
            for mark in marks
            for shape in mark.shapes
            if isinstance(shape, Text)
        ]
        self._scene.add(
            *basemap.outlines(viewport, self._view.dataset.geography.outlines, self._colors, style),
            basemap.border(viewport.room, style.grid),
            *self._symbols(by_place.keys(), words),
            *shapes,
        )
        return len(marks)

    def _symbols(self, ids: Collection[str], words: Sequence[QRectF]) -> Iterator[Shape]:
        """Yield the symbols of all places: a place without a figure is no zero.

        Those without are left out below words, which they would spoil.
        """
        faint, dark = Paint(self._style.axis), Paint(self._style.text)
        for id_ in self._places:
            if not self._viewport.shows(id_):
                continue
            at = self._viewport.at[id_]
            if id_ in ids:
                yield Circle(at.x(), at.y(), _SPOT, dark)
            elif not any(area.contains(at) for area in words):
                yield Circle(at.x(), at.y(), 2, faint)

    def _place(self, at: QPointF, rows: Sequence[FigureRow], unit: float) -> list[Shape | Mark]:
        """List the figures of a place beside it, as many as fit.

        Args:
            at: the place on the page.
            rows: its figures, the largest first.
            unit: the radius of a circle for the value 1; 0 for no circles.
        """
        entries = [self._entry(row, unit) for row in rows]
        for count in range(len(entries), 0, -1):
            some = entries[:count]
            lead = 2 * max(entry.radius for entry in some)
            gap = _GAP if lead else 0
            wide = 2 * _PAD + lead + gap + max(entry.wide for entry in some)
            area = self._placer.find(at, _SPOT, wide, sum(entry.high for entry in some))
            if area is None:
                continue
            bracket = _bracket(at, area, self._style)
            shapes: list[Shape | Mark] = [
                *(bracket if count > 1 else self._placer.leader(at, _SPOT, area))
            ]
            top, left = area.top(), area.left() + _PAD
            for entry in some:
                middle = QPointF(left + lead / 2, top + entry.high / 2)
                shapes.append(self._mark(entry, middle, left + lead + gap))
                top += entry.high
            return shapes
        return []

    def _entry(self, row: FigureRow, unit: float) -> "_Entry":
        style, size = self._style, SIZES.small
        value = Text(0, 0, amount(row), size, style.text, bold=True, halo=style.background)
        words = wrap(row.measure, _WIDEST, size, lines=3, even=False)
        halo = style.background
        lines = (value, *(Text(0, 0, line, size, style.muted, halo=halo) for line in words))
        radius = max(unit * math.sqrt(max(row.in_base_unit, 0)), 1.0) if unit else 0.0
        return _Entry(row, radius, lines)

    def _mark(self, entry: "_Entry", middle: QPointF, left: float) -> Mark:
        """Return the mark of a listed figure: its circle, if it has one, and its text."""
        shapes: list[Shape] = []
        if entry.radius:
            paint = paint_of(entry.row, self._colors[entry.row.province], self._style)
            shapes.append(Circle(middle.x(), middle.y(), entry.radius, paint))
        step = SIZES.small * LEADING
        first = middle.y() - step * len(entry.lines) / 2 + 0.78 * step
        shapes += [
            line._replace(x=left, y=first + at * step) for at, line in enumerate(entry.lines)
        ]
        start = middle.x() - entry.radius
        hit = QRectF(start, middle.y() - entry.high / 2, left - start + entry.wide, entry.high)
        return Mark((entry.row.figure_id,), figure_description(entry.row), tuple(shapes), hit)


def _bracket(at: QPointF, area: QRectF, style: Style) -> list[Shape]:
    """Draw a rule along the side of a list that faces its place, joined to the place."""
    paint = Paint(stroke=style.muted, stroke_width=0.8)
    end = facing(at, area)
    x, y = end.x(), end.y()
    if area.left() <= at.x() <= area.right():
        rule = Line(area.left(), y, area.right(), y, paint)
    else:
        rule = Line(x, area.top(), x, area.bottom(), paint)
    return [rule, Line(at.x(), at.y(), x, y, paint)]


class _Entry(NamedTuple):
    """A figure in the list beside its place."""

    row: FigureRow
    radius: float
    lines: tuple[Text, ...]

    @property
    def wide(self) -> float:
        return max(width(line.text, line.size, line.bold) for line in self.lines)

    @property
    def high(self) -> float:
        return max(2 * self.radius, len(self.lines) * SIZES.small * LEADING) + _BETWEEN
