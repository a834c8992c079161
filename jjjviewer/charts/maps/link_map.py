"""A map of links on one sheet of a page."""

from collections.abc import Collection, Sequence
from itertools import product
from typing import Any, NamedTuple

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.group_colors import are_told_apart, belonging
from jjjviewer.charts.link_groups import Bundle
from jjjviewer.charts.maps import basemap, routes, symbols
from jjjviewer.charts.maps.curves import along, head, length, within
from jjjviewer.charts.maps.edge_colors import coloring_of
from jjjviewer.charts.maps.edges import Ribbon, arms_of, bends_of, ribbon
from jjjviewer.charts.maps.hit_areas import Spots, square
from jjjviewer.charts.maps.label_placement import Board, Name
from jjjviewer.charts.maps.network import Network
from jjjviewer.charts.maps.viewports import Sheet
from jjjviewer.charts.scene import Figure
from jjjviewer.charts.shapes import Circle, Ink, Look, Mark, Path, Text
from jjjviewer.charts.style import SIZES, region_colors
from jjjviewer.charts.text import width
from jjjviewer.model.view import View

_BADGE = 8.0
_MOST = 500
"""Places that names keep off: among more, none finds a place."""
_SHARES = (0.5, 0.42, 0.58, 0.34, 0.66, 0.26, 0.74, 0.18, 0.82, 0.1, 0.9)
"""Where on a line its number may stand; the first free place is taken."""


class Left(NamedTuple):
    """What is not on a sheet."""

    named: Collection[str]
    nameless: Collection[str]
    """The places whose names found room on it, and those that did not."""
    links: int
    """The number of links that lie beyond its edge."""


class Drawing:
    """A view's links on one sheet.

    Args:
        figure: the page.
        view: what is selected; it has an atlas.
        network: its links and places.
        sheet: the part of the page.
        bundles: those of the view's links that are drawn on this sheet.
        quiet: those of the other links.
        lines: the railways and corridors that are drawn on it.
        inset: another sheet, which shows a part of this one larger.
        caption: what is said of the sheet in a corner of it, or nothing.
    """

    def __init__(
        self,
        figure: Figure,
        view: View,
        network: Network,
        sheet: Sheet,
        bundles: Sequence[Bundle],
        quiet: Sequence[Bundle],
        lines: Sequence[Any],
        inset: Sheet | None,
        caption: str,
    ) -> None:
        self._figure, self._view, self._network, self._sheet = figure, view, network, sheet
        self._style = figure.style
        self._bundles, self._quiet, self._rows = bundles, quiet, lines
        self._inset, self._caption = inset, caption
        self._regions = region_colors(tuple(view.provinces), figure.style)
        self._coloring = coloring_of(view, network.bundles, figure.style)
        self._board = Board(sheet.room, figure.style)

    def draw(self, named: Collection[str]) -> Left:
        """Draw it all; the places that are `named` with their names."""
        ribbons = self._ribbons()
        ends = {id_ for bundle in self._bundles for id_ in bundle.ids}
        said = [
            id_
            for id_ in self._network.named
            if self._sheet.shows(id_) and (id_ in ends or id_ in named)
        ]
        points = {id_: self._sheet.at[id_] for id_ in (*said, *self._unsaid())}
        hits = symbols.hits_of(points)
        self._board.put([(points[id_], self._radius(id_)) for id_ in said[:_MOST]])
        for area in (area for each in ribbons for area in each.solid):
            self._board.keep_off(area)
        self._board.cross(way for each in ribbons for way in each.ways)
        if self._inset is not None:
            self._board.cross([basemap.edge(self._inset.frame_on(self._sheet))])
        caption = self._captioned()
        exits = self._exits(ribbons)
        wanted = [id_ for id_ in said if id_ in named]
        names, nameless = self._names(wanted)
        taken = Spots(hits.values())
        badges, spots = self._badges(ribbons, taken)
        below, above = self._marks(ribbons, spots, taken)
        self._ground()
        self._figure.add(*self._tracks(taken), *below)
        self._dots(points, hits, {*said})
        self._figure.add(*above, *caption, *exits, *names, *badges, *self._track_names())
        drawn = {id_ for mark in (*below, *above) if isinstance(mark, Mark) for id_ in mark.records}
        gone = {id_ for bundle in self._bundles for id_ in bundle.records} - drawn
        return Left({*wanted} - nameless, nameless, len(gone))

    def _ground(self) -> None:
        assert self._view.atlas is not None
        style, sheet = self._style, self._sheet
        self._figure.add(*basemap.outlines(sheet, self._view.atlas.outlines, self._regions, style))
        faint = basemap.faint(style)
        for bundle, bend in zip(self._quiet, bends_of(self._quiet), strict=True):
            for arm in arms_of(bundle, sheet.at, bend):
                self._figure.add(*(Path(part, faint) for part in within(arm.way, sheet.room)))
        if self._inset is not None:
            frame = self._inset.frame_on(sheet)
            self._figure.add(basemap.border(frame, style.muted, 1.2))

    def _ribbons(self) -> list[Ribbon]:
        return [
            ribbon(
                self._sheet,
                arms_of(bundle, self._sheet.at, bend),
                self._coloring.strands(bundle),
                self._coloring.colors,
                self._style,
            )
            for bundle, bend in zip(self._bundles, bends_of(self._bundles), strict=True)
        ]

    def _unsaid(self) -> list[str]:
        """The places on the sheet that are not of the view; lines are drawn as such."""
        named = {*self._network.named}
        return [
            id_
            for id_, row in self._network.places.items()
            if id_ not in named and not row.line and self._sheet.shows(id_)
        ]

    def _color(self, row: Any) -> str:
        """A place has its region's colour where no outline shows what it lies in."""
        assert self._view.atlas is not None
        return self._style.text if self._view.atlas.outlines else self._regions[row.province]

    def _radius(self, id_: str) -> float:
        return symbols.radius_of(id_, self._view.provinces)

    def _captioned(self) -> list[Ink]:
        """The caption in the first free corner of the sheet."""
        if not self._caption:
            return []
        size, style = SIZES.footer, self._style
        room = self._sheet.room.adjusted(6, 4, -6, -6)
        wide = width(self._caption, size)
        for x, y in product((room.left(), room.right() - wide), (room.bottom(), room.top() + size)):
            text = Text(x, y, self._caption, size, style.muted, halo=style.background)
            if self._board.is_free(text.rect):
                self._board.block(text.rect)
                return [text]
        return []

    def _names(self, shown: Sequence[str]) -> tuple[list[Ink], set[str]]:
        inks: list[Ink] = []
        nameless = set()
        for id_ in shown:
            row = self._network.places[id_]
            bold = id_ in self._view.selection.ids or id_ in self._view.provinces
            found = self._board.set(
                Name(row.name, self._sheet.at[id_], self._radius(id_), self._style.text, bold)
            )
            inks += found
            if not found:
                nameless.add(id_)
        return inks, nameless

    def _exits(self, ribbons: Sequence[Ribbon]) -> list[Ink]:
        """Where lines leave the sheet, with the names of what lies there if there is room."""
        inks: list[Ink] = []
        seen: set[str] = set()
        for id_, way in (each for drawn in ribbons for each in drawn.exits):
            if id_ in seen:
                continue
            seen.add(id_)
            name = Name(self._network.places[id_].name, QPointF(*way[-1]), 6.0, self._style.muted)
            if found := self._board.set(name):
                # Open, since a filled head is said to be the end that a link runs to.
                tip, one, other = head(way, 9)
                look = Look(stroke=self._style.muted, stroke_width=1.6)
                inks += [Path((one, tip, other), look), *found]
        return inks

    def _badges(
        self, ribbons: Sequence[Ribbon], taken: Spots
    ) -> tuple[list[Ink], list[QRectF | None]]:
        """The numbers of links, and where each line answers to the mouse besides its length."""
        inks: list[Ink] = []
        spots: list[QRectF | None] = []
        for bundle, drawn in zip(self._bundles, ribbons, strict=True):
            spot = self._free(drawn, _BADGE) if len(bundle.links) > 1 else None
            if spot is not None:
                self._board.block(spot)
                taken.take(spot)
                inks += self._badge(spot.center(), len(bundle.links))
            spots.append(spot or taken.on(drawn.ways))
        return inks, spots

    def _free(self, drawn: Ribbon, half: float) -> QRectF | None:
        ways = sorted(drawn.ways, key=length, reverse=True)
        for share, way in product(_SHARES, ways):
            area = square(QPointF(*along(way, [share])[0]), half)
            if self._board.is_free(area):
                return area
        return None

    def _badge(self, at: QPointF, count: int) -> list[Ink]:
        style = self._style
        disc = Circle(at.x(), at.y(), _BADGE, Look(style.background, style.muted, 0.8))
        return [
            disc,
            Text(at.x(), at.y() + 4, str(count), SIZES.footer, style.text, anchor="middle"),
        ]

    def _marks(
        self, ribbons: Sequence[Ribbon], spots: Sequence[QRectF | None], taken: Spots
    ) -> tuple[list[Ink | Mark], list[Mark]]:
        """The lines of links, and those marks that lie on places: the lines between near ones."""
        below: list[Ink | Mark] = []
        above: list[Mark] = []
        for bundle, drawn, spot in zip(self._bundles, ribbons, spots, strict=True):
            lines = tuple(Path(way, Look()) for way in drawn.ways)
            words = self._words(bundle)
            if spot is not None:
                below.append(Mark(bundle.records, words, tuple(drawn.inks), spot, lines))
            elif small := taken.over(drawn.ways):
                below += drawn.inks
                above.append(Mark(bundle.records, words, (), small, lines))
        return below, above

    def _words(self, bundle: Bundle) -> str:
        """A line in words: whose it is, where that is compared, and its links."""
        if not are_told_apart(self._view):
            return bundle.words
        whose = {at for record in bundle.records for at in belonging(self._view)[record]}
        names = ", ".join(self._view.groups[at].name for at in sorted(whose))
        return f"{names} · {bundle.words}"

    def _tracks(self, taken: Spots) -> list[Mark]:
        links = [link for bundle in self._bundles for link in bundle.links]
        return routes.marks_of(self._sheet, self._rows, taken, links, self._view, self._style)

    def _track_names(self) -> list[Ink]:
        named = self._network.named
        return routes.names_of(self._sheet, self._rows, named, self._board, self._style)

    def _dots(self, points: dict[str, QPointF], hits: dict[str, QRectF], said: set[str]) -> None:
        """The places, those that matter here on top."""
        faint = Look(self._style.axis)
        for id_ in [*points][::-1]:
            row, at = self._network.places[id_], points[id_]
            links = self._network.links_at.get(id_, ())
            if id_ in said:
                color = self._color(row)
                inks = symbols.place_ink(row, at, color, self._style, self._view.provinces)
            else:
                inks = [Circle(at.x(), at.y(), symbols.QUIET, faint)]
            if id_ in hits:
                self._figure.add(symbols.mark(row, at, inks, hits[id_], links, self._view))
            else:
                self._figure.add(*inks)
