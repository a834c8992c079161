"""A map of pairs of places: lines as wide as the links that name both are many."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import chain

from PySide6.QtCore import QRectF

from jjjviewer.charts.formatting import joined_names
from jjjviewer.charts.links.group_colors import group_colors
from jjjviewer.charts.links.link_pairs import LinkPairs, PlacePair, group_counts, group_names
from jjjviewer.charts.maps.base_map import BaseMap
from jjjviewer.charts.maps.free_space import Point
from jjjviewer.charts.maps.labels import (
    name_shapes,
    plate_rect,
    plate_shapes,
    round_counts,
)
from jjjviewer.charts.maps.lines import beside, cut_line
from jjjviewer.charts.maps.panel import Panel, divided, needed_height
from jjjviewer.charts.maps.routes import paint, route_marks, routes_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Mark, Paint, Path, Shape, distance_to_segment
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_WIDEST = 16.4
"""Width of the widest line, in pixels, where it stands for many links: 0.42 a link for 39."""
_THIN, _WIDER = 2.0, 0.6
"""Width that the widest line of few links has at least, and what each link adds to it."""
_MARGINS = (95.0, 52.0)
_DOT, _RING = 6.0, 9.0
"""Radius of a place, and of the ring round a whole region."""
_CASING = 3.0
"""How much wider the rim of a line is, in pixels."""
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74)
"""Where on a line its number may stand, the best first."""
_MOST_NAMES = 6


@dataclass(frozen=True, eq=False)
class LinkMap:
    """Lines between places on a base map.

    Attributes:
        view: what is selected, compared and in sight.
        found: all pairs.
        drawn: those that have a line, the largest first.
        emphasised: the keys of what the headline is about.
    """

    view: View
    found: LinkPairs
    drawn: Sequence[PlacePair]
    emphasised: frozenset[str]

    @property
    def records(self) -> Sequence[str]:
        return [id_ for pair in self.drawn for id_ in pair.records]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["LinkMap"]:
        return (self,)

    def height(self, width: float, sizes: Sizes) -> float:
        return needed_height(width, sizes)

    def draw(self, scene: Scene) -> None:
        _LinkMapDrawing(self, scene).draw()


class _LinkMapDrawing:
    """One drawing of a map on a page."""

    def __init__(self, layout: LinkMap, scene: Scene) -> None:
        self.layout, self.scene = layout, scene
        self.found, self.drawn = layout.found, layout.drawn
        self.style, self.sizes = scene.style, scene.sizes
        self.colors = group_colors(layout.view, scene.style)
        most = max((pair.size for pair in self.found.pairs), default=1)
        self.width_of_one = self.sizes(min(_WIDEST, _THIN + _WIDER * most) / most)
        area, self.panel_area = divided(scene)
        located = layout.view.dataset.geography.located_places
        ends = [*dict.fromkeys(end for pair in self.drawn for end in pair.ends)]
        fitted = [located[id_].position for id_ in ends] or [
            located[id_].position for id_ in self.found.places if id_ in located
        ]
        margins = self.sizes(_MARGINS[0]), self.sizes(_MARGINS[1])
        self.base = BaseMap(scene, layout.view, area, fitted, margins)
        self.at = {id_: self.base.at(located[id_].position) for id_ in ends}

    def draw(self) -> None:
        free, sizes = self.base.free, self.sizes
        ends = [id_ for id_ in self.found.places if id_ in self.at]
        seen = [id_ for id_ in ends if self.base.is_in_sight(self.at[id_])]
        for id_ in seen:
            free.block(_square(self.at[id_], sizes(_RING)))
        lines = {pair.cell: self._line(pair) for pair in self.drawn}
        for line, pair in zip(lines.values(), self.drawn, strict=True):
            if line:
                free.cross(*line, pair.size * self.width_of_one + sizes(_CASING))
        plates: list[Shape] = []
        marks: list[Mark] = []
        for pair in sorted(self.drawn, key=lambda pair: pair.cell not in self.layout.emphasised):
            if line := lines[pair.cell]:
                others = [each for cell, each in lines.items() if each and cell != pair.cell]
                rect, number = self._plate(pair, line, others)
                plates += number
                marks.append(self._mark(pair, line, rect))
        if self.found.are_single:
            self.scene.add(*route_marks(self.layout.view, self.base, self.style))
        # What is emphasised lies on top.
        self.scene.add(*reversed(marks), *plates)
        for id_ in reversed(seen):
            self._draw_place(id_)
        named = set()
        told = [pair.ends for pair in self.drawn if pair.cell in self.layout.emphasised]
        chosen = {*self.layout.view.selection.ids, *chain.from_iterable(told)}
        places = [self.at[id_] for id_ in seen]
        for id_ in sorted(seen, key=lambda id_: id_ not in chosen):
            label, gap = self.found.label(id_), sizes(_RING + 4)
            shapes = name_shapes(free, self.at[id_], gap, label, self.style, sizes, others=places)
            named |= {label} if shapes else set()
            self.scene.add(*shapes)
        self.base.draw_names(named)
        self._draw_panel(ends)

    def _line(self, pair: PlacePair) -> tuple[Point, Point] | None:
        """Return the part of a pair's line on the map; None where it lies beyond."""
        start, end = (self.at[each] for each in pair.ends)
        # Its end is cut straight: its corners stay on the map.
        half = (pair.size * self.width_of_one + self.sizes(_CASING)) / 2
        return cut_line(start, end, self.base.area.adjusted(half, half, -half, -half))

    def _plate(
        self, pair: PlacePair, line: tuple[Point, Point], others: Sequence[tuple[Point, Point]]
    ) -> tuple[QRectF, list[Shape]]:
        """Return where the number of a pair stands, and its shapes."""
        counts = group_counts(pair, self.layout.view) if self.colors else (pair.size,)
        text = " : ".join(map(str, counts))
        (x1, y1), (x2, y2) = line
        points = [(x1 + (x2 - x1) * share, y1 + (y2 - y1) * share) for share in _SHARES]
        is_strong = pair.cell in self.layout.emphasised
        if is_strong:
            # What the title is about has its number, beside a line that is too short for it.
            wide = plate_rect((0, 0), text, self.sizes).width()
            points += [(points[0][0] + side * wide, points[0][1]) for side in (-1, 1)]
        rects = [plate_rect(point, text, self.sizes) for point in points]

        def cost(rect: QRectF) -> tuple[bool, int]:
            middle = (rect.center().x(), rect.center().y())
            reach = rect.height() / 2 + self.sizes(2)
            crossed = sum(distance_to_segment(middle, *other) < reach for other in others)
            return not self.base.free.is_free(rect), crossed

        rect = min(rects, key=cost)
        if cost(rect)[0]:
            return rect, []
        self.base.free.block(rect.adjusted(-2, -2, 2, 2))
        edge = self.style.text if is_strong else self.style.links
        wide = self.sizes(2 if is_strong else 1)
        return rect, [*plate_shapes(rect, text, edge, wide, self.style, self.sizes)]

    def _mark(self, pair: PlacePair, line: tuple[Point, Point], hit: QRectF) -> Mark:
        is_strong = pair.cell in self.layout.emphasised
        wide = pair.size * self.width_of_one
        casing = Path(
            line, Paint(stroke=self.style.background, stroke_width=wide + self.sizes(_CASING))
        )
        shapes: list[Shape] = [casing]
        if self.colors:
            parts = list(zip(self.colors, group_counts(pair, self.layout.view), strict=True))
            whole = sum(count for _, count in parts)
            away = -wide / 2
            for colors, count in parts:
                if count:
                    part = wide * count / whole
                    color = colors.deep if is_strong else colors.quiet
                    stroke = Paint(stroke=color, stroke_width=part)
                    shapes.append(Path(beside(line, away + part / 2), stroke))
                    away += part
        else:
            color = self.style.text if is_strong else self.style.links
            shapes.append(Path(line, Paint(stroke=color, stroke_width=wide)))
        hit_line = Path(line, Paint())
        words = self.found.words(pair)
        return Mark(pair.records, words, tuple(shapes), hit, (hit_line,), cell=pair.cell)

    def _draw_place(self, id_: str) -> None:
        is_whole = id_ in self.found.whole_regions
        radius = self.sizes(_RING if is_whole else _DOT)
        records = [pair.records for pair in self.drawn if id_ in pair.ends]
        its = tuple(dict.fromkeys(record for each in records for record in each))
        words = tr("{place}, links: {count}", place=self.found.label(id_), count=len(its))
        shapes = tuple((self._ring if is_whole else self._dot)(self.at[id_]))
        hit = _square(self.at[id_], radius)
        self.scene.add(Mark(its, words, shapes, hit, target=id_, cell=id_))

    def _dot(self, at: Point) -> Iterable[Shape]:
        x, y = at
        yield Circle(x, y, self.sizes(_DOT), Paint(self.style.background))
        yield Circle(x, y, self.sizes(_DOT - 1.5), Paint(self.style.text))

    def _ring(self, at: Point) -> Iterable[Shape]:
        (x, y), style, sizes = at, self.style, self.sizes
        yield Circle(x, y, sizes(_RING + 1), Paint(style.background))
        yield Circle(x, y, sizes(_RING - 1), Paint(style.background, style.text, sizes(2.5)))
        yield Circle(x, y, sizes(3.5), Paint(style.text))

    def _draw_panel(self, ends: Sequence[str]) -> None:
        panel = Panel(self.scene, self.panel_area)
        panel.head(tr("Links that connect both, of {total}", total=len(self.found.links)))
        if self.colors:
            groups = self.layout.view.groups
            names = [group.name for group in groups]
            told = zip(self.colors, group_names(self.layout.view), groups, strict=True)
            for colors, name, group in told:
                panel.swatch(name, Paint(colors.deep), group.id)
            panel.text(tr("Numbers on the lines: {names}", names=" : ".join(names)))
        else:
            most = max((pair.size for pair in self.drawn), default=0)
            for number in round_counts(most):
                wide = max(1.0, number * self.width_of_one)
                panel.stroke(str(number), Paint(stroke=self.style.links, stroke_width=wide))
        wholes = [id_ for id_ in ends if id_ in self.found.whole_regions]
        if len(wholes) < len(ends):
            words = tr("place") if self.found.are_single else tr("region or city, with its places")
            panel.entry(words, self._dot, is_optional=True)
        if wholes:
            is_whole = all(self.found.names_whole(id_) for id_ in wholes)
            words = tr("named as a whole province")
            words = words if is_whole else tr("province apart from its cities")
            panel.entry(words, self._ring)
        if self.found.are_single and routes_of(self.layout.view):
            panel.stroke(tr("railway or corridor"), paint(self.style))
        panel.first_fitting(self._left_words())

    def _left_words(self) -> Sequence[str]:
        """Return which pairs are not drawn, at length and in short."""
        drawn = {pair.cell for pair in self.drawn}
        left = [pair for pair in self.found.pairs if pair.cell not in drawn]
        if not left:
            return ()
        most, least = left[0].size, left[-1].size
        short = tr("Pairs not drawn: {pairs}, with one link each.", pairs=len(left))
        if most > 1:
            count = str(most) if least == most else f"{least}–{most}"
            words = tr("Pairs not drawn: {pairs}, with {count} links each.")
            short = words.format(pairs=len(left), count=count)
        table = tr("The table has them.")
        shown = {end for pair in self.drawn for end in pair.ends}
        names = [
            self.found.label(id_)
            for id_ in self.found.places
            if id_ not in shown and any(id_ in pair.ends for pair in left)
        ]
        if not names:
            return f"{short} {table}", short
        if len(names) > _MOST_NAMES:
            rest = tr("{count} more", count=len(names) - _MOST_NAMES + 1)
            names = [*names[: _MOST_NAMES - 1], rest]
        among = tr("Among them: {names}.", names=joined_names(names))
        return f"{short} {among} {table}", f"{short} {table}", short


def _square(at: Point, half: float) -> QRectF:
    return QRectF(at[0] - half, at[1] - half, 2 * half, 2 * half)
