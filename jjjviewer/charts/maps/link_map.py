"""A map of links on one viewport of a page."""

from collections.abc import Collection, Sequence
from itertools import product
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.group_colors import groups_of_links, have_own_colors
from jjjviewer.charts.link_groups import LinkGroup
from jjjviewer.charts.maps import basemap, routes, symbols
from jjjviewer.charts.maps.curves import along, head, length, within
from jjjviewer.charts.maps.edge_colors import coloring_of
from jjjviewer.charts.maps.edges import Ribbon, arms_of, bends_of, ribbon
from jjjviewer.charts.maps.hit_areas import HitAreas, square
from jjjviewer.charts.maps.label_placement import LabelPlacer, Name
from jjjviewer.charts.maps.network import Network
from jjjviewer.charts.maps.viewports import Viewport
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Mark, Paint, Path, Shape, Text
from jjjviewer.charts.style import SIZES, region_colors
from jjjviewer.charts.text import width
from jjjviewer.model.geography import Route
from jjjviewer.model.row_types import EntityRow
from jjjviewer.model.view import View

_BADGE = 8.0
_MOST = 500
"""Places that names keep off: among more, none finds a place."""
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
"""Where on a line its number may stand; the first free place is taken."""


class Left(NamedTuple):
    """What is not on a viewport."""

    named: Collection[str]
    nameless: Collection[str]
    """The places whose names found room on it, and those that did not."""
    links: int
    """The number of links that lie beyond its edge."""


class Drawing:
    """A view's links on one viewport.

    Args:
        figure: the page.
        view: what is selected.
        network: its links and places.
        viewport: the part of the page.
        link groups: those of the view's links that are drawn on this viewport.
        quiet: those of the other links.
        routes: the railways and corridors that are drawn on it.
        inset: another viewport, which shows a part of this one larger.
        caption: what is said of the viewport in a corner of it, or nothing.
    """

    def __init__(
        self,
        scene: Scene,
        view: View,
        network: Network,
        viewport: Viewport,
        link_groups: Sequence[LinkGroup],
        quiet: Sequence[LinkGroup],
        routes: Sequence[Route],
        inset: Viewport | None,
        caption: str,
    ) -> None:
        self._scene, self._view, self._network, self._viewport = scene, view, network, viewport
        self._style = scene.style
        self._link_groups, self._quiet, self._rows = link_groups, quiet, routes
        self._inset, self._caption = inset, caption
        self._regions = region_colors(view.dataset.provinces, scene.style)
        self._coloring = coloring_of(view, network.link_groups, scene.style)
        self._placer = LabelPlacer(viewport.room, scene.style)

    def draw(self, named: Collection[str]) -> Left:
        """Draw it all; the places that are `named` with their names."""
        ribbons = self._ribbons()
        ends = {id_ for link_group in self._link_groups for id_ in link_group.ids}
        shown = [
            id_
            for id_ in self._network.named
            if self._viewport.shows(id_) and (id_ in ends or id_ in named)
        ]
        points = {id_: self._viewport.at[id_] for id_ in (*shown, *self._unnamed())}
        hits = symbols.hits_of(points)
        self._placer.put([(points[id_], self._radius(id_)) for id_ in shown[:_MOST]])
        for area in (area for each in ribbons for area in each.solid):
            self._placer.keep_off(area)
        self._placer.cross(way for each in ribbons for way in each.ways)
        if self._inset is not None:
            self._placer.cross([basemap.edge(self._inset.frame_on(self._viewport))])
        caption = self._captioned()
        exits = self._exits(ribbons)
        wanted = [id_ for id_ in shown if id_ in named]
        names, nameless = self._names(wanted)
        taken = HitAreas(hits.values())
        badges, hit_areas = self._badges(ribbons, taken)
        below, above = self._marks(ribbons, hit_areas, taken)
        self._basemap()
        self._scene.add(*self._routes(taken), *below)
        self._symbols(points, hits, {*shown})
        self._scene.add(*above, *caption, *exits, *names, *badges, *self._route_names())
        drawn = {id_ for mark in (*below, *above) if isinstance(mark, Mark) for id_ in mark.records}
        gone = {id_ for link_group in self._link_groups for id_ in link_group.records} - drawn
        return Left({*wanted} - nameless, nameless, len(gone))

    def _basemap(self) -> None:
        style, viewport = self._style, self._viewport
        self._scene.add(
            *basemap.outlines(viewport, self._view.dataset.geography.outlines, self._regions, style)
        )
        faint = basemap.faint(style)
        for link_group, bend in zip(self._quiet, bends_of(self._quiet), strict=True):
            for arm in arms_of(link_group, viewport.at, bend):
                self._scene.add(*(Path(part, faint) for part in within(arm.way, viewport.room)))
        if self._inset is not None:
            frame = self._inset.frame_on(viewport)
            self._scene.add(basemap.border(frame, style.muted, 1.2))

    def _ribbons(self) -> list[Ribbon]:
        return [
            ribbon(
                self._viewport,
                arms_of(link_group, self._viewport.at, bend),
                self._coloring.edges(link_group),
                self._coloring.colors,
                self._style,
            )
            for link_group, bend in zip(self._link_groups, bends_of(self._link_groups), strict=True)
        ]

    def _unnamed(self) -> list[str]:
        """Return the places in sight that are not of the view; lines are drawn as such."""
        named, through = {*self._network.named}, self._view.dataset.geography.through
        return [
            id_
            for id_ in self._network.places
            if id_ not in named and id_ not in through and self._viewport.shows(id_)
        ]

    def _color(self, row: EntityRow) -> str:
        """Return the colour of a place's region, where no outline shows what it lies in."""
        return (
            self._style.text
            if self._view.dataset.geography.outlines
            else self._regions[row.province]
        )

    def _radius(self, id_: str) -> float:
        return symbols.radius_of(id_, self._view.dataset.provinces)

    def _captioned(self) -> list[Shape]:
        """Return the caption in the first free corner of the viewport."""
        if not self._caption:
            return []
        size, style = SIZES.footer, self._style
        room = self._viewport.room.adjusted(6, 4, -6, -6)
        wide = width(self._caption, size)
        for x, y in product((room.left(), room.right() - wide), (room.bottom(), room.top() + size)):
            text = Text(x, y, self._caption, size, style.muted, halo=style.background)
            if self._placer.is_free(text.rect):
                self._placer.block(text.rect)
                return [text]
        return []

    def _names(self, shown: Sequence[str]) -> tuple[list[Shape], set[str]]:
        shapes: list[Shape] = []
        nameless = set()
        for id_ in shown:
            row = self._network.places[id_]
            bold = id_ in self._view.selection.entity_ids or id_ in self._view.dataset.provinces
            found = self._placer.set(
                Name(row.name, self._viewport.at[id_], self._radius(id_), self._style.text, bold)
            )
            shapes += found
            if not found:
                nameless.add(id_)
        return shapes, nameless

    def _exits(self, ribbons: Sequence[Ribbon]) -> list[Shape]:
        """Return shapes where lines leave the viewport, and the names beyond if there is room."""
        shapes: list[Shape] = []
        seen: set[str] = set()
        for id_, way in (each for drawn in ribbons for each in drawn.exits):
            if id_ in seen:
                continue
            seen.add(id_)
            name = Name(self._network.places[id_].name, QPointF(*way[-1]), 6.0, self._style.muted)
            if found := self._placer.set(name):
                # Open, since a filled head is said to be the end that a link runs to.
                tip, one, other = head(way, 9)
                paint = Paint(stroke=self._style.muted, stroke_width=1.6)
                shapes += [Path((one, tip, other), paint), *found]
        return shapes

    def _badges(
        self, ribbons: Sequence[Ribbon], taken: HitAreas
    ) -> tuple[list[Shape], list[QRectF | None]]:
        """Return the numbers of links, and the hit area of each line besides its length."""
        shapes: list[Shape] = []
        hit_areas: list[QRectF | None] = []
        for link_group, drawn in zip(self._link_groups, ribbons, strict=True):
            hit_area = self._free(drawn, _BADGE) if len(link_group.links) > 1 else None
            if hit_area is not None:
                self._placer.block(hit_area)
                taken.take(hit_area)
                shapes += self._badge(hit_area.center(), len(link_group.links))
            hit_areas.append(hit_area or taken.on(drawn.ways))
        return shapes, hit_areas

    def _free(self, drawn: Ribbon, half: float) -> QRectF | None:
        ways = sorted(drawn.ways, key=length, reverse=True)
        for share, way in product(_SHARES, ways):
            area = square(QPointF(*along(way, [share])[0]), half)
            if self._placer.is_free(area):
                return area
        return None

    def _badge(self, at: QPointF, count: int) -> list[Shape]:
        style = self._style
        disc = Circle(at.x(), at.y(), _BADGE, Paint(style.background, style.muted, 0.8))
        return [
            disc,
            Text(at.x(), at.y() + 4, str(count), SIZES.footer, style.text, anchor="middle"),
        ]

    def _marks(
        self, ribbons: Sequence[Ribbon], hit_areas: Sequence[QRectF | None], taken: HitAreas
    ) -> tuple[list[Shape | Mark], list[Mark]]:
        """Return the lines of links, and apart the marks that lie on places close together."""
        below: list[Shape | Mark] = []
        above: list[Mark] = []
        for link_group, drawn, hit_area in zip(self._link_groups, ribbons, hit_areas, strict=True):
            lines = tuple(Path(way, Paint()) for way in drawn.ways)
            words = self._words(link_group)
            if hit_area is not None:
                below.append(Mark(link_group.records, words, tuple(drawn.shapes), hit_area, lines))
            elif small := taken.over(drawn.ways):
                below += drawn.shapes
                above.append(Mark(link_group.records, words, (), small, lines))
        return below, above

    def _words(self, link_group: LinkGroup) -> str:
        """Describe a line: whose it is, where that is compared, and its links."""
        if not have_own_colors(self._view):
            return link_group.words
        whose = {at for record in link_group.records for at in groups_of_links(self._view)[record]}
        names = ", ".join(self._view.groups[at].name for at in sorted(whose))
        return f"{names} · {link_group.words}"

    def _routes(self, taken: HitAreas) -> list[Mark]:
        links = [link for link_group in self._link_groups for link in link_group.links]
        return routes.marks_of(self._viewport, self._rows, taken, links, self._view, self._style)

    def _route_names(self) -> list[Shape]:
        named = self._network.named
        return routes.names_of(self._viewport, self._rows, named, self._placer, self._style)

    def _symbols(
        self, points: dict[str, QPointF], hits: dict[str, QRectF], shown: set[str]
    ) -> None:
        """Draw the places, those that matter here on top."""
        faint = Paint(self._style.axis)
        for id_ in [*points][::-1]:
            row, at = self._network.places[id_], points[id_]
            links = self._network.links_at.get(id_, ())
            if id_ in shown:
                color = self._color(row)
                shapes = symbols.place_shapes(
                    row, at, color, self._style, self._view.dataset.provinces
                )
            else:
                shapes = [Circle(at.x(), at.y(), symbols.FAINT_RADIUS, faint)]
            if id_ in hits:
                self._scene.add(symbols.mark(row, at, shapes, hits[id_], links, self._view))
            else:
                self._scene.add(*shapes)
