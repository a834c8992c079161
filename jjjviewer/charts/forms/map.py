"""Where the places lie that are named together, and which links join them."""

import math
from collections import Counter
from collections.abc import Iterable
from itertools import product
from typing import Any

import pandas as pd
from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPolygonF

from jjjviewer.charts.figure import Figure, Key
from jjjviewer.charts.ink import Anchor, Circle, Look, Mark, Path, Text
from jjjviewer.charts.projection import Projection
from jjjviewer.charts.style import SIZES, Style, mixed, readable_on, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import no_room, status, subject, who
from jjjviewer.model.atlas import Extent
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_DOT = 4.0
_BADGE = 9.0
_BENT = 0.16
"""How far a curve leaves the straight way, as a share of its length."""
_ALONG = (0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8)
"""Where on a curve its badge may stand; the first free place is taken."""
_AIR = 3.0
_ANCHORS: dict[int, Anchor] = {1: "start", -1: "end", 0: "middle"}


class Map:
    """Outlines, places and links; a link of several places is one line with several ends."""

    id = "map"

    @property
    def name(self) -> str:
        return tr("Map")

    def accepts(self, view: View) -> bool:
        return not self.rows(view).empty

    def rows(self, view: View) -> pd.DataFrame:
        located = _located(view)
        return view.links[view.links["place_ids"].map(lambda ids: len(located & {*ids}) > 1)]

    def title(self, view: View) -> str:
        rows = self.rows(view)
        named = rows["place_ids"].explode().map(_names(view)).value_counts()
        if len(rows) == 1:
            return tr(
                "{topic}: {places}", topic=rows["topic"].iloc[0], places=rows["places"].iloc[0]
            )
        words = tr("{place} is named in {count} of {total} links between places")
        return words.format(place=named.index[0], count=named.iloc[0], total=len(rows))

    def subtitle(self, view: View) -> str:
        return tr("Links between places by their number, {subject}", subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        assert view.atlas is not None
        count = len(view.links) - len(self.rows(view))
        said = [tr("Links without two places of known position: {count}.", count=count)]
        outlined = (
            tr("boundaries not authoritative · Natural Earth; ") if view.atlas.outlines else ""
        )
        origin = tr("Schematic, {outlined}places: GeoNames (CC BY) and others.", outlined=outlined)
        return [origin, *(said if count else [])]

    def table(self, view: View) -> pd.DataFrame:
        return pd.DataFrame(
            {
                tr("Places"): row.places,
                tr("Topic"): row.topic,
                tr("Mechanism"): row.mechanism,
                tr("Theme"): row.theme,
                tr("Status"): status(row),
                tr("Speaker"): row.speaker,
                tr("Paragraph"): row.paragraph,
                tr("Record"): row.link_id,
            }
            for row in Records(self.rows(view))
        )

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        assert view.atlas is not None
        line = Look(stroke=style.accent, stroke_width=2)
        dashed = Look(stroke=style.accent, stroke_width=2, dashed=True)
        hollow = Look(style.background, style.text, 1.5)
        figure.legend(
            [
                Key(tr("links, done or in hand"), line),
                Key(tr("all of them planned"), dashed),
                Key(tr("number of links"), Look(style.accent), round=True),
                Key(tr("place known to the district only"), hollow, round=True),
            ]
        )
        linked = Counter(id_ for ids in self.rows(view)["place_ids"] for id_ in ids)
        drawing = _Drawing(figure, view, style, set(linked))
        drawing.outlines()
        cut = drawing.links(self.rows(view))
        drawing.places(linked)
        figure.add(*drawing.badges)
        return no_room(cut)


def _located(view: View) -> set[str]:
    return set(view.atlas.located["entity_id"]) if view.atlas is not None else set()


def _names(view: View) -> dict[str, str]:
    assert view.atlas is not None
    return dict(zip(view.atlas.places["entity_id"], view.atlas.places["name"], strict=True))


class _Drawing:
    """A map on a figure's body."""

    def __init__(self, figure: Figure, view: View, style: Style, linked: set[str]) -> None:
        assert view.atlas is not None
        self._figure, self._style, self._atlas = figure, style, view.atlas
        self._colors = region_colors(tuple(view.provinces), style)
        self._taken: list[QRectF] = []
        self.badges: list[Mark] = []
        located = self._atlas.located
        shown = located[located["entity_id"].isin(linked)]
        lons, lats = shown["lon"], shown["lat"]
        around = Extent(lons.min(), lats.min(), lons.max(), lats.max())
        # Zoomed or not, the same parallel is true to scale: nothing changes its shape.
        parallel = (around.south + around.north) / 2
        room = figure.body.adjusted(24, 24, -24, -24)
        if view.extent is not None:
            around, room = view.extent, figure.body
        self._projection = Projection.fitting(around, room, parallel)
        figure.projection = self._projection
        self._at = {
            row.entity_id: self._projection.point(row.lon, row.lat) for row in Records(located)
        }

    def outlines(self) -> None:
        for each in self._atlas.outlines:
            color = self._colors[each.province]
            fill = mixed((self._style.background, color), 0.09)
            look = Look(fill, mixed((self._style.background, color), 0.55), 1)
            for ring in each.rings:
                shape = QPolygonF([self._projection.point(*at) for at in ring])
                seen = shape.intersected(QPolygonF(self._figure.body))
                if not seen.isEmpty():
                    points = tuple((p.x(), p.y()) for p in seen.toList())
                    self._figure.add(Path(points, look, closed=True))

    def links(self, rows: pd.DataFrame) -> int:
        """Draw links of the same ends as one; return how many have no room for a badge."""
        bundles: dict[Any, list[Any]] = {}
        for row in Records(rows):
            bundles.setdefault(frozenset((end.role, end.entity_id) for end in row.ends), []).append(
                row
            )
        ranked = sorted(bundles.values(), key=len, reverse=True)
        ways = [self._ways(bundle[0]) for bundle in ranked]
        for bundle, way in zip(ranked, ways, strict=True):
            planned = all(row.status in ("planned", "target") for row in bundle)
            look = Look(
                stroke=self._style.accent, stroke_width=0.8 + 0.5 * len(bundle), dashed=planned
            )
            self._figure.add(*(Path(points, look) for points in way))
        return sum(
            len(bundle)
            for bundle, way in zip(ranked, ways, strict=True)
            if not self._badge(bundle, way)
        )

    def _ways(self, row: Any) -> list[tuple[tuple[float, float], ...]]:
        """A curve between two places; of more, one from each to where they meet."""
        ends = [
            (end.role, self._at[end.entity_id]) for end in row.ends if end.entity_id in self._at
        ]
        points = [at for _, at in ends]
        if len(points) == 2:
            ends.sort(key=lambda end: end[0] == "to")
            return [_curve(ends[0][1], ends[1][1]), *_heads(ends[1:], ends[0][1])]
        middle = sum(points[1:], points[0]) / len(points)
        return [*(_curve(at, middle) for at in points), *_heads(ends, middle)]

    def _badge(self, bundle: list[Any], ways: list[tuple[tuple[float, float], ...]]) -> bool:
        color = self._style.accent
        words = " · ".join(
            f"{row.places}: {row.topic}, {status(row)}, {who(row)}" for row in bundle
        )
        for share, way in product(_ALONG, [way for way in ways if len(way) > 3]):
            x, y = way[round(share * (len(way) - 1))]
            hit = QRectF(x - _BADGE, y - _BADGE, 2 * _BADGE, 2 * _BADGE)
            if not self._is_free(hit):
                continue
            self._taken.append(hit)
            disc = Circle(x, y, _BADGE, Look(color, self._style.background, 1))
            count = Text(
                x, y + 4, str(len(bundle)), SIZES.footer, readable_on(color), anchor="middle"
            )
            records = tuple(row.link_id for row in bundle)
            self.badges.append(Mark(records, words, (disc, count), hit))
            return True
        return False

    def places(self, linked: Counter[str]) -> None:
        """Draw all places; those with most links are named first, as far as there is room."""
        rows = {row.entity_id: row for row in Records(self._atlas.located)}
        chosen = [id_ for id_, _ in linked.most_common() if id_ in rows]
        for id_ in (*(id_ for id_ in rows if id_ not in linked), *chosen):
            row, at = rows[id_], self._at[id_]
            if not self._figure.body.contains(at):
                continue
            color = self._colors[row.province] if id_ in linked else self._style.axis
            fill = self._style.background if row.precision == "district" else color
            self._figure.add(Circle(at.x(), at.y(), _DOT, Look(fill, color, 1.5)))
        for id_ in chosen:
            self._label(rows[id_].name, self._at[id_])

    def _label(self, name: str, at: QPointF) -> None:
        """Put a name beside its place, where it lies on no other; without room it is left out."""
        size = SIZES.small
        for far, (side, y) in product(
            (7, 14), ((1, 0), (-1, 0), (1, -9), (1, 9), (-1, -9), (-1, 9), (0, -12), (0, 12))
        ):
            anchor = _ANCHORS[side]
            text = Text(
                at.x() + side * far, at.y() + y + 4, name, size, self._style.text, anchor=anchor
            )
            if self._figure.body.contains(text.rect) and self._is_free(text.rect):
                self._taken.append(text.rect)
                self._figure.add(text)
                return

    def _is_free(self, area: QRectF) -> bool:
        wide = area.adjusted(-_AIR, -_AIR, _AIR, _AIR)
        return not any(wide.intersects(other) for other in self._taken)


def _curve(start: QPointF, end: QPointF) -> tuple[tuple[float, float], ...]:
    """A bent way from one point to another."""
    along = end - start
    bend = (start + end) / 2 + QPointF(along.y(), -along.x()) * _BENT
    steps = [step / 12 for step in range(13)]
    points = (start * (1 - t) ** 2 + bend * (2 * t * (1 - t)) + end * t**2 for t in steps)
    return tuple((point.x(), point.y()) for point in points)


def _heads(
    ends: Iterable[tuple[str, QPointF]], source: QPointF
) -> list[tuple[tuple[float, float], ...]]:
    """The arrow heads at the places that flows run to."""
    heads = []
    for role, at in ends:
        away = source - at
        if role == "to" and (far := math.hypot(away.x(), away.y())) > 1:
            turn = math.atan2(away.y(), away.x())
            tip = at + away * (min(_DOT + 2, far / 2) / far)
            sides = [
                tip + QPointF(math.cos(turn + a), math.sin(turn + a)) * 9 for a in (-0.45, 0.45)
            ]
            heads.append(tuple((p.x(), p.y()) for p in (sides[0], tip, sides[1])))
    return heads
