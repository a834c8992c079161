"""A map of figures: circles on their places, by their area."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.formatting import figure_description
from jjjviewer.charts.maps.base_map import BaseMap
from jjjviewer.charts.maps.circles import Circles, Disc, square
from jjjviewer.charts.maps.figure_legend import FigureLegend, Largest
from jjjviewer.charts.maps.labels import LEFT_FIRST, is_nearest, name_shapes
from jjjviewer.charts.maps.panel import divided, needed_height
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.numbers import Scale, amount_on
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Sizes, mixed, readable_on, region_colors
from jjjviewer.charts.text import width, wrap
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View

_MARGINS = (110.0, 58.0)
_GROUND = 0.78
"""How much of a plate is the ground of the page."""
_LABELS = (230.0, 150.0)
"""Greatest width of a label, in pixels, and of one where that finds no room."""
_LINE = 20.0
_LEAST_HIT = 8.0
"""Radius, in pixels, below which the row of a circle is its hit area."""
_BELOW = 130.0
_LEADERS = (6.0, 26.0, 46.0)
"""Distances of a plate from its circles, in pixels."""


class _LabelRow(NamedTuple):
    """What stands on a plate of one circle."""

    value: str
    sign: str
    label: Sequence[str]
    width: float

    @property
    def lines(self) -> int:
        return len(self.label)


@dataclass(frozen=True, eq=False)
class FigureMap:
    """Circles on a base map.

    Attributes:
        view: what is selected and in sight.
        figures: the largest first; all have a place of known position.
        scale: of the numbers.
        most: the largest value of the selection, in the base unit.
        unit: in words, with the word of the scale.
        parts: the id of the figure that another is, or may be, part of, by that one's id.
        emphasised: the ids of what the headline is about.
    """

    view: View
    figures: Sequence[FigureRow]
    scale: Scale
    most: float
    unit: str
    parts: Mapping[str, str]
    emphasised: frozenset[str]

    @property
    def records(self) -> Sequence[str]:
        return [figure.figure_id for figure in self.figures]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["FigureMap"]:
        return (self,)

    def height(self, width: float, sizes: Sizes) -> float:
        return needed_height(width, sizes)

    def draw(self, scene: Scene) -> None:
        _FigureMapDrawing(self, scene).draw()


class _FigureMapDrawing:
    """One drawing of a map on a page."""

    def __init__(self, layout: FigureMap, scene: Scene) -> None:
        self.layout, self.scene = layout, scene
        self.style, self.sizes = scene.style, scene.sizes
        self.colors = region_colors(layout.view.dataset.provinces, scene.style)
        self.located = layout.view.dataset.geography.located_places
        self.by_place: dict[str, list[FigureRow]] = {}
        for figure in layout.figures:
            self.by_place.setdefault(figure.map_place_id, []).append(figure)
        area, self.panel_area = divided(scene, _BELOW)
        self.has_legend = not (scene.is_narrow and scene.is_low)
        """Whether there is room for one: every circle has its number beside it, too."""
        if not self.has_legend:
            area = scene.body
        positions = [self.located[id_].position for id_ in self.by_place]
        margins = self.sizes(_MARGINS[0]), self.sizes(_MARGINS[1])
        self.base = BaseMap(scene, layout.view, area, positions, margins)
        self.at = {id_: self.base.at(self.located[id_].position) for id_ in self.by_place}
        self.circles = Circles(
            self.by_place,
            self.at,
            layout.parts,
            layout.most,
            self.sizes,
            self.base.area,
            has_frame=layout.view.extent is None,
        )
        self.discs = self.circles.discs

    def draw(self) -> None:
        free = self.base.free
        seen = [id_ for id_, at in self.at.items() if self.base.is_in_sight(at)]
        for id_ in seen:
            free.block(*(square(disc.at, disc.radius) for disc in self.discs[id_]))
        names = self._names(seen) if self.has_legend else []
        labelled: set[str] = set()
        marks: list[Mark] = []
        plates = {id_: self._plate(id_, is_strict=True) for id_ in seen}
        for id_ in seen:
            plate, rows = plates[id_] if plates[id_][1] else self._plate(id_, is_strict=False)
            if not rows:
                marks += [self._mark(disc, None, QRectF()) for disc in self.discs[id_]]
                continue
            labelled |= {id_} if rows[0].label[0] else set()
            ground = Paint(mixed((self.style.outside, self.style.background), _GROUND))
            self.scene.add(Rect(plate.x(), plate.y(), plate.width(), plate.height(), ground))
            y = plate.top() + self.sizes(3)
            for disc, row in zip(self.discs[id_], rows, strict=True):
                high = row.lines * self.sizes(_LINE)
                marks.append(self._mark(disc, row, QRectF(plate.left(), y, plate.width(), high)))
                y += high
        if not self.has_legend:
            # The labels name the places, too.
            names = self._names(id_ for id_ in seen if id_ not in labelled)
        self.scene.add(*marks, *names)
        self.base.draw_names({self.located[id_].name for id_ in seen})
        if not self.has_legend:
            return
        largest = Largest(self.circles.largest, self.layout.most / self.layout.scale.divisor)
        has_small = any(disc.is_small for discs in self.discs.values() for disc in discs)
        legend = FigureLegend(self.scene, self.panel_area, largest, self.layout.unit)
        legend.draw(self.layout.figures, self.layout.view.dataset.provinces, has_small=has_small)

    def _names(self, places: Iterable[str]) -> list[Shape]:
        return [shape for id_ in places for shape in self._name(id_)]

    def _name(self, place: str) -> list[Shape]:
        """Return the name of a place: in its circle if it fits, else beside."""
        disc, *others = self.discs[place]
        name, size = self.located[place].name, self.sizes.label
        fill = self._paint(disc).fill
        is_nested_in = any(math.dist(each.at, disc.at) < disc.radius for each in others)
        if width(name, size, bold=True) + self.sizes(10) < 2 * disc.radius and not is_nested_in:
            x, y = disc.at
            return [Text(x, y + 0.35 * size, name, size, readable_on(fill), True, "middle")]
        gap = disc.radius + self.sizes(6)
        return name_shapes(
            self.base.free,
            disc.at,
            gap,
            name,
            self.style,
            self.sizes,
            LEFT_FIRST,
            others=self.circles.others(place),
        )

    def _paint(self, disc: Disc) -> Paint:
        pair = self.colors.get(disc.figure.province, self.style.neutral)
        is_strong = disc.figure.figure_id in self.layout.emphasised
        paint = paint_of(disc.figure, pair, self.style, emphasised=is_strong)
        return Paint(pair.deep) if disc.is_small else paint

    def _mark(self, disc: Disc, row: _LabelRow | None, area: QRectF) -> Mark:
        """Return a circle with its row of the plate, if it has one."""
        words = figure_description(disc.figure, self.layout.view.dataset.language)
        circle = square(disc.at, disc.radius)
        shapes: list[Shape] = [Circle(*disc.at, disc.radius, self._paint(disc))]
        if row is not None:
            is_first = self.by_place[disc.figure.map_place_id][0] is disc.figure
            if not is_first or not circle.adjusted(-8, -8, 8, 8).intersects(area):
                shapes.append(self._leader(circle, area))
            shapes += self._row_texts(row, area)
        is_large = row is None or disc.radius >= self.sizes(_LEAST_HIT)
        return Mark((disc.figure.figure_id,), words, tuple(shapes), circle if is_large else area)

    def _row_texts(self, row: _LabelRow, area: QRectF) -> Iterator[Text]:
        """Yield value, sign and label, from the left of an area."""
        sizes, style, size = self.sizes, self.style, self.sizes.label
        left, baseline = area.left() + sizes(6), area.top() + sizes(_LINE - 5)
        yield Text(left, baseline, row.value, size, style.text, bold=True)
        left += width(row.value, size, bold=True)
        if row.sign:
            yield Text(left + 1, baseline, row.sign, size, style.muted)
            left += width(row.sign, size)
        for number, line in enumerate(filter(None, row.label)):
            yield Text(left + sizes(7), baseline + number * sizes(_LINE), line, size, style.text)

    def _leader(self, circle: QRectF, row: QRectF) -> Line:
        """Return the line from a circle to its row, beside, above or below."""
        paint = Paint(stroke=self.style.muted, stroke_width=1)
        at, middle = circle.center(), row.top() + self.sizes(_LINE) / 2
        if row.left() >= at.x():
            return Line(circle.right(), at.y(), row.left(), middle, paint)
        if row.right() <= at.x():
            return Line(circle.left(), at.y(), row.right(), middle, paint)
        if row.top() > at.y():
            return Line(at.x(), circle.bottom(), at.x(), row.top(), paint)
        return Line(at.x(), circle.top(), at.x(), row.bottom(), paint)

    def _plate(self, place: str, *, is_strict: bool) -> tuple[QRectF, list[_LabelRow]]:
        """Return where values and labels of a place stand, and its rows; nothing without room.

        Args:
            place: the id of the place.
            is_strict: whether they are nearest to its own circles; else a line tells whose
                they are.
        """
        discs, free, sizes = self.discs[place], self.base.free, self.sizes
        around = square(discs[0].at, discs[0].radius)
        for disc in discs:
            around = around.united(square(disc.at, disc.radius))
        ways = [[self._row(disc, sizes(room)) for disc in discs] for room in _LABELS]
        # Without labels, which the table has; and without values, where there is no room at all.
        ways.append([self._bare(row) for row in ways[-1]])
        others = self.circles.others(place)
        for rows in ways:
            for rect in _beside(around, rows, sizes):
                is_own = any(is_nearest(rect, disc.at, others) for disc in discs)
                if (is_own or not is_strict) and free.is_free(rect):
                    free.block(rect)
                    return rect, rows
        return QRectF(), []

    def _bare(self, row: _LabelRow) -> _LabelRow:
        """Return a row without its label."""
        wide = max(width(line, self.sizes.label) for line in row.label)
        return row._replace(label=("",), width=row.width - wide)

    def _row(self, disc: Disc, room: float) -> _LabelRow:
        size = self.sizes.label
        value = amount_on(disc.figure, self.layout.scale)
        sign = self.scene.signs.get(disc.figure.figure_id, "")
        label = wrap(disc.figure.short_label, room, size, lines=3)
        number = width(value, size, bold=True) + width(sign, size) + self.sizes(7)
        return _LabelRow(value, sign, label, number + max(width(line, size) for line in label))


def _beside(around: QRectF, rows: Sequence[_LabelRow], sizes: Sizes) -> Iterator[QRectF]:
    """Yield where a plate may stand beside circles, the best first; a single row also below."""
    wide = max(row.width for row in rows) + sizes(12)
    high = sum(row.lines for row in rows) * sizes(_LINE) + sizes(6)
    middle = around.center()
    tops = (middle.y() - high / 2, around.top(), around.bottom() - high, around.top() - high / 2)
    for away in map(sizes, _LEADERS):
        for top in tops:
            yield QRectF(around.right() + away, top, wide, high)
            yield QRectF(around.left() - away - wide, top, wide, high)
        if len(rows) == 1:
            yield QRectF(middle.x() - wide / 2, around.bottom() + away, wide, high)
            yield QRectF(middle.x() - wide / 2, around.top() - away - high, wide, high)
