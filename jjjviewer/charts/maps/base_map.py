"""The base map: regions, their neighbours and the sea, names, scale bar, frame."""

import math
from collections.abc import Iterable, Sequence
from itertools import pairwise

import numpy as np
from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.free_space import Cells, FreeSpace, Point
from jjjviewer.charts.maps.projection import Projection
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Paint, Path, Rect, Text
from jjjviewer.charts.style import mixed, region_colors
from jjjviewer.charts.text import width
from jjjviewer.charts.translation import tr
from jjjviewer.model.geography import Extent
from jjjviewer.model.surroundings import Ring
from jjjviewer.model.view import View

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""
_NAME_SHADE = 0.15
"""How much of the colour of text is mixed into the name of a region."""
_LEAST = 0.3
"""In degrees: what a map shows at least either way."""
_KM = 111.2
"""Kilometres of a degree of latitude."""
_WIDEST_BAR = 0.2
"""Greatest length of the scale bar, of the map's width."""
_SEA_NAME = (200.0, 110.0)
"""Width and height of the field round its point in which a sea is named, in pixels."""
_EDGE = 14.0
"""Distance of the scale bar and of names from the edge, in pixels."""


class BaseMap:
    """The ground of a map on a page, and where there is room on it.

    Args:
        scene: the page; the ground is drawn on it, and it gets the projection.
        view: tells regions, language, and which extent is shown.
        area: of the map, in pixels of the page.
        positions: of what is drawn, to which the map is fitted unless the view has an extent.
        margins: what stays free beside and above the outermost of them, in pixels.
    """

    def __init__(
        self,
        scene: Scene,
        view: View,
        area: QRectF,
        positions: Sequence[Position],
        margins: tuple[float, float],
    ) -> None:
        self._scene, self._view, self.area = scene, view, area
        self._style, self._sizes = scene.style, scene.sizes
        geography = view.dataset.geography
        self._outlines = geography.outlines
        self._around = geography.surroundings
        self.projection = self._fitted(positions, margins)
        scene.projection = self.projection
        self.free = FreeSpace(area)
        self._land: dict[str, list[Sequence[Point]]] = {}
        """The rings in sight of each region and neighbour, in pixels, by name."""
        self._sea: list[Sequence[Point]] = []
        self._draw_ground()

    def at(self, position: Position) -> Point:
        """Return the point of the page, in pixels, of a position in degrees."""
        ((x, y),) = self.projection.points([position])
        return x, y

    def is_in_sight(self, point: Point) -> bool:
        """Return whether a point of the page lies on the map, clear of its edge."""
        return self.area.adjusted(4, 4, -4, -4).contains(*point)

    def _fitted(self, positions: Sequence[Position], margins: tuple[float, float]) -> Projection:
        parallel = self._view.dataset.geography.extent.middle[1]
        if self._view.extent is not None:
            return Projection.fitting(self._view.extent, self.area, parallel)
        lons, lats = zip(*positions, strict=True)
        (west, east), (south, north) = _spread(lons), _spread(lats)
        beside = min(margins[0], self.area.width() / 4)
        above = min(margins[1], self.area.height() / 6)
        inner = self.area.adjusted(beside, above, -beside, -above)
        fitted = Projection.fitting(Extent(west, south, east, north), inner, parallel)
        extent = fitted.extent_of(self.area)
        if self._around and extent.east > self._around.east >= east:
            # Nothing is known of what lies beyond: show more of the west.
            spare = max(0.0, (extent.east - east) * 0.8)
            extent = extent.moved(-min(extent.east - self._around.east, spare), 0)
        return Projection(self.area, extent, parallel)

    def _draw_ground(self) -> None:
        area, style = self.area, self._style
        self._scene.add(Rect(area.x(), area.y(), area.width(), area.height(), Paint(style.outside)))
        border = Paint(style.outside, style.border, 1)
        if self._around:
            self._sea = self._drawn(self._around.sea, Paint(style.sea))
            for each in self._around.neighbours:
                name = each.name_zh if self._is_chinese else each.name
                self._land[name] = self._drawn(each.rings, border)
            self._draw_beyond(self._around.east)
        colors = region_colors(self._view.dataset.provinces, style)
        for outline in self._outlines:
            fill = mixed((colors[outline.province].quiet, style.background), style.land)
            self._land[outline.name] = self._drawn(outline.rings, border._replace(fill=fill))

    @property
    def _is_chinese(self) -> bool:
        return self._view.dataset.language == "zh"

    def _drawn(self, rings: Iterable[Ring], paint: Paint) -> list[Sequence[Point]]:
        """Draw rings, cut off at the map's edge; return what is in sight of them, in pixels."""
        extent = self.projection.extent
        seen: list[Sequence[Point]] = []
        for ring in rings:
            lons, lats = zip(*ring, strict=True)
            if (
                max(lons) < extent.west
                or min(lons) > extent.east
                or max(lats) < extent.south
                or min(lats) > extent.north
            ):
                continue
            if points := cut(self.projection.points(ring), self.area):
                seen.append(points)
                self._scene.add(Path(points, paint, closed=True))
        return seen

    def _draw_beyond(self, east: float) -> None:
        """Leave blank what lies beyond the meridian up to which land and sea are known."""
        x = self.at((east, 0.0))[0]
        if x < self.area.right():
            left = max(x, self.area.left())
            wide = self.area.right() - left
            blank = Paint(self._style.background)
            self._scene.add(Rect(left, self.area.y(), wide, self.area.height(), blank))

    def draw_names(self, drawn: Iterable[str]) -> None:
        """Draw scale bar, names of regions, neighbours and seas where there is room, and frame.

        Args:
            drawn: names that stand on the map already.
        """
        self._draw_scale_bar()
        style, taken = self._style, {*drawn}
        colors = region_colors(self._view.dataset.provinces, style)
        own = {outline.name: colors[outline.province].deep for outline in self._outlines}
        cells = {name: self.free.cells_of(rings) for name, rings in self._land.items() if rings}
        regions = self._union(cells[name] for name in own if name in cells)
        for name in sorted(cells, key=lambda name: name not in own):
            if name in taken:
                continue
            if name in own:
                # A little darker than the region's colour: it stands on the region's own tint.
                color = mixed((own[name], style.text), _NAME_SHADE)
                self._draw_name(name.upper(), color, cells[name])
            else:
                self._draw_name(name, style.map_name, cells[name] & ~regions)
        if self._around and self._sea:
            sea = self.free.cells_of(self._sea) & ~self._union(cells.values())
            for each in self._around.sea_names:
                name = each.name_zh if self._is_chinese else each.name
                if name not in taken:
                    x, y = self.at((each.lon, each.lat))
                    wide, high = self._sizes(_SEA_NAME[0]), self._sizes(_SEA_NAME[1])
                    near = self.free.cells_in(QRectF(x - wide / 2, y - high / 2, wide, high))
                    self._draw_name(name, style.map_name, sea & near)
        self._draw_frame()

    def _union(self, some: Iterable[Cells]) -> Cells:
        """Return the cells that are in one of several sets at least."""
        union: Cells = np.logical_or.reduce([self.free.cells_of([]), *some])
        return union

    def _draw_frame(self) -> None:
        area = self.area
        corners = (area.topLeft(), area.topRight(), area.bottomRight(), area.bottomLeft())
        points = tuple((corner.x(), corner.y()) for corner in (*corners, area.topLeft()))
        self._scene.add(
            Path(points, Paint(stroke=self._style.border, stroke_width=1.4), closed=True)
        )

    def _draw_name(self, name: str, color: str, cells: Cells) -> None:
        size = self._sizes.label
        ways = [[name]]
        if " " in name:
            ways.append(name.split(" "))
        for lines in ways:
            wide = max(width(line, size) for line in lines)
            place = self.free.best(wide, 1.25 * size * len(lines), cells)
            if place is None:
                continue
            self.free.block(place)
            for number, line in enumerate(lines):
                y = place.top() + size * (1 + 1.25 * number)
                self._scene.add(Text(place.center().x(), y, line, size, color, anchor="middle"))
            return

    def _draw_scale_bar(self) -> None:
        extent, sizes = self.projection.extent, self._sizes
        km_per_pixel = (extent.north - extent.south) * _KM / self.area.height()
        most = _WIDEST_BAR * self.area.width() * km_per_pixel
        power = 10 ** math.floor(math.log10(most))
        km = max(step * power for step in (1, 2, 5) if step * power <= most)
        place = self._place_of_scale_bar(km / km_per_pixel, sizes.detail + sizes(12))
        self.free.block(place)
        color, bottom = self._style.text, place.bottom()
        text = tr("{count} km", count=f"{km:,.10g}")
        at = place.center().x(), place.top() + sizes.detail
        self._scene.add(Text(*at, text, sizes.detail, color, anchor="middle"))
        corners = [
            (place.left(), bottom - sizes(5)),
            (place.left(), bottom),
            (place.right(), bottom),
            (place.right(), bottom - sizes(5)),
        ]
        paint = Paint(stroke=color, stroke_width=1.4)
        for start, end in pairwise(corners):
            self._scene.add(Line(*start, *end, paint))

    def _place_of_scale_bar(self, long: float, high: float) -> QRectF:
        """Return where along the lower or upper edge the fewest names and lines are."""
        edge = self._sizes(_EDGE)
        inner = self.area.adjusted(edge, edge, -edge, -edge)
        room = inner.width() - long
        places = [
            QRectF(inner.left() + share * room, y, long, high)
            for share in (1, 0, 0.75, 0.25, 0.5)
            for y in (inner.bottom() - high, inner.top())
        ]

        def cost(place: QRectF) -> tuple[int, int]:
            # Names beside it would read as its own.
            around = place.adjusted(-edge, -edge, edge, edge)
            return self.free.taken(around), self.free.crossings(place)

        return min(places, key=cost)


def map_notes(view: View) -> list[str]:
    """Return the note on what a map is and rests on."""
    geography = view.dataset.geography
    words = [tr("Map: schematic.")]
    if geography.outlines:
        words = [
            tr("Map: schematic, boundaries are not authoritative; Natural Earth (public domain).")
        ]
    if any("GeoNames" in basis for basis in geography.bases):
        words.append(tr("Places: GeoNames (CC BY 4.0) and others."))
    return words


def cut(points: Sequence[Point], area: QRectF) -> tuple[Point, ...]:
    """Return the part of a ring inside a rectangle, as a ring (Sutherland and Hodgman)."""
    bounds = (
        (0, area.left(), 1),
        (0, area.right(), -1),
        (1, area.top(), 1),
        (1, area.bottom(), -1),
    )
    for axis, bound, sign in bounds:
        if all(sign * (point[axis] - bound) >= 0 for point in points):
            continue
        kept: list[Point] = []
        last = points[-1]
        was_inside = sign * (last[axis] - bound) >= 0
        for point in points:
            is_inside = sign * (point[axis] - bound) >= 0
            if is_inside != was_inside:
                share = (bound - last[axis]) / (point[axis] - last[axis])
                other = last[1 - axis] + share * (point[1 - axis] - last[1 - axis])
                kept.append((bound, other) if axis == 0 else (other, bound))
            if is_inside:
                kept.append(point)
            last, was_inside = point, is_inside
        if not kept:
            return ()
        points = kept
    return tuple(points)


def _spread(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    lacking = max(0.0, _LEAST - (high - low)) / 2
    return low - lacking, high + lacking
