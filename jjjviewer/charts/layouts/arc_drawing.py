"""Arc diagram: places along a vertical line, link groups as arcs between them."""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest
from string import ascii_uppercase

from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.formatting import attribution, paragraphs, status, unset_theme
from jjjviewer.charts.group_colors import group_colors, place_colors
from jjjviewer.charts.layouts.label_column import LEADER, Label, Placed, column, label_width
from jjjviewer.charts.link_groups import (
    LinkGroup,
    is_tentative,
    ordered_places,
    place_mark,
    places,
    stroke,
)
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Path, Shape, Text
from jjjviewer.charts.style import SIZES, Style, mixed, readable_on
from jjjviewer.charts.text import elide, width
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_LEAST_ROW = 13.0
_TALLEST_ROW = 60.0
_BREAK = 0.7
"""The gap between regions, in rows."""
_TYPES = ((21.0, SIZES.label), (16.0, SIZES.small), (0.0, SIZES.footer))
"""Least height of a row for each size of type, largest first; both in pixels."""
_WIDEST_NAME = 0.42
_WIDEST_LABEL = 0.34
"""Shares of the body's width."""
_LANE = 40.0
"""Preferred distance between arcs, in pixels."""
_DEEP = 0.6
"""Least share of the free width that the arcs fill."""
_FLAT = 1.6
"""Greatest depth of an arc stretched to fill the width, in lengths of the longest span."""
_BADGE = 9.0
_HANDLE = 3.0
_MOST_LABELS = 12
"""Greatest number of arcs with labels: more labels would hide the arcs."""
_MOST_THEMES = 2
_AIR = 3.0
_STEPS = 16


def most_rows(height: float) -> int:
    """Return how many rows of places fit into a height in pixels."""
    return max(2, int(height / _LEAST_ROW - 3 * _BREAK))


def color_of(link_group: LinkGroup, colors: Sequence[str], style: Style) -> str:
    """Return the colour of an arc: that of the one group it belongs to, else the accent."""
    return colors[link_group.groups[0]] if colors and len(link_group.groups) == 1 else style.accent


def lighter(color: str, style: Style) -> str:
    """Return a lighter colour for a line, so that numbers on it stay legible."""
    return mixed((style.background, color), 0.7)


def pale(color: str, style: Style) -> str:
    """Return the colour below the dashes of a line that is partly done."""
    return mixed((style.background, color), 0.4)


@dataclass(frozen=True, eq=False)
class _Arc:
    """A link group with the apex of its arc and the curves from there to its ends."""

    link_group: LinkGroup
    top: QPointF
    ways: tuple[tuple[tuple[float, float], ...], ...]


class ArcDrawing:
    """Lay out place names, the axis with its symbols, and the arcs in an area of the page."""

    def __init__(self, area: QRectF, shown: list[LinkGroup], view: View, style: Style) -> None:
        self._area, self._shown, self._view, self._style = area, shown, view, style
        self._colors = place_colors(view, style)
        self._group_colors = group_colors(view, style)
        self._most = max(len(link_group.links) for link_group in shown)
        self._parts = ordered_places(shown, view)
        self._set_rows()
        self._taken: list[QRectF] = []
        self._several = view.links["speaker_id"].nunique() > 1
        self._label_room = self._needed_for_labels()

    def _set_rows(self) -> None:
        """Assign each place a row, and choose the size of type that fits the rows."""
        area, known = self._area, places(self._view)
        rows = sum(map(len, self._parts)) + _BREAK * (len(self._parts) - 1)
        self._row = min(_TALLEST_ROW, area.height() / rows)
        self._size = next(size for least, size in _TYPES if self._row >= least)
        self._heights: dict[str, float] = {}
        y = area.top() + (area.height() - rows * self._row) / 2 + self._row / 2
        for part in self._parts:
            for id_ in part:
                self._heights[id_] = y
                y += self._row
            y += _BREAK * self._row
        room = _WIDEST_NAME * area.width()
        self._names = {id_: elide(known[id_].name, room, self._size) for id_ in self._heights}
        self._symbol_radius = min(4.0, self._row / 3.4)
        self._lead = self._symbol_radius + 7
        widest = max(width(name, self._size) for name in self._names.values())
        self._line = area.left() + widest + self._lead

    def _needed_for_labels(self) -> float:
        """Return the width of the column of labels; 0 where they do not fit."""
        if len(self._shown) > _MOST_LABELS:
            return 0.0
        labels = [Label(QPointF(), *self._about(link_group)) for link_group in self._shown]
        room = label_width(labels, _WIDEST_LABEL * self._area.width())
        return room if column(labels, QRectF(0, 0, room, self._area.height()), self._style) else 0.0

    def shapes(self) -> list[Shape | Mark]:
        """Return everything in painting order."""
        arcs = self._arcs()
        lines = [shape for arc in arcs for shape in self._lines(arc)]
        rows = [self._place_mark(id_) for id_ in self._heights]
        labels = self._labelled(arcs)
        attributed = [shape for each in labels.values() for shape in each.shapes]
        marks = [self._mark(arc, labels.get(arc)) for arc in arcs]
        return [*attributed, *lines, *self._axis(), *self._heads(), *rows, *marks]

    def _axis(self) -> list[Shape]:
        """Return the vertical line, interrupted between regions."""
        paint = Paint(stroke=self._style.axis, stroke_width=1)
        ends = ((self._heights[part[0]], self._heights[part[-1]]) for part in self._parts)
        return [Line(self._line, top, self._line, end, paint) for top, end in ends]

    def _place_mark(self, id_: str) -> Mark:
        """Return the mark of a place: a circle and its name; a click selects the place."""
        place, y = places(self._view)[id_], self._heights[id_]
        right = self._line - self._lead
        name = Text(
            right,
            y + 0.36 * self._size,
            self._names[id_],
            self._size,
            self._style.text,
            anchor="end",
        )
        color = self._colors.get(place.province, self._style.neutral)
        paint = Paint(color, self._style.background, 1)
        symbol = Circle(self._line, y, self._symbol_radius, paint)
        hit = QRectF(
            name.left, y - self._row / 2, self._line + self._symbol_radius - name.left, self._row
        )
        some = (link_group for link_group in self._shown if id_ in link_group.places)
        records = (record for link_group in some for record in link_group.records)
        return place_mark(place, records, (symbol, name), hit)

    def _arcs(self) -> list[_Arc]:
        """Return the arcs, each in a lane of its own, the shortest nearest to the line."""
        spans = {
            link_group: [self._heights[id_] for id_ in link_group.places]
            for link_group in self._shown
        }
        ranked = sorted(
            spans, key=lambda link_group: max(spans[link_group]) - min(spans[link_group])
        )
        room = self._area.right() - self._line - _BADGE - LEADER - self._label_room
        longest = max(max(span) - min(span) for span in spans.values())
        deep = max(longest, _LANE * (len(ranked) + 1), min(_DEEP * room, _FLAT * longest))
        deep = min(room, deep)
        arcs = []
        for at, link_group in enumerate(ranked):
            depth = deep * (at + 2) / (len(ranked) + 1)
            middle = (max(spans[link_group]) + min(spans[link_group])) / 2
            top = QPointF(self._line + depth, middle)
            ways = tuple(_way(top, QPointF(self._line, y)) for y in spans[link_group])
            arcs.append(_Arc(link_group, top, ways))
        return sorted(arcs, key=lambda arc: -len(arc.link_group.links))

    def _lines(self, arc: _Arc) -> list[Shape]:
        wide = stroke(len(arc.link_group.links), self._most)
        color = lighter(self._color(arc.link_group), self._style)
        tentative = arc.link_group.tentative
        paints = [Paint(stroke=color, stroke_width=wide, dashed=tentative != "none")]
        if tentative == "some":
            paints.insert(0, Paint(stroke=pale(color, self._style), stroke_width=wide))
        return [Path(way, paint) for paint in paints for way in arc.ways]

    def _heads(self) -> list[Shape]:
        """Return an arrow head at each place that flows run to, sized for the widest arc."""
        widest: dict[str, LinkGroup] = {}
        for link_group in self._shown[::-1]:
            widest |= {end.entity_id: link_group for end in link_group.ends if end.role == "to"}
        x = self._line + self._symbol_radius + 1
        heads: list[Shape] = []
        for id_, link_group in widest.items():
            y, half = self._heights[id_], 4 + stroke(len(link_group.links), self._most) / 2
            points = ((x + 2 * half, y - half), (x, y), (x + 2 * half, y + half))
            paint = Paint(self._color(link_group), self._style.background, 1)
            heads.append(Path(points, paint, closed=True))
        return heads

    def _labelled(self, arcs: Sequence[_Arc]) -> dict[_Arc, Placed]:
        """Return the labels of the arcs, in a column beside them; none where they do not fit."""
        if not self._label_room:
            return {}
        ranked = sorted(arcs, key=lambda arc: (arc.top.y(), arc.top.x()))
        labels = [Label(arc.top, *self._about(arc.link_group)) for arc in ranked]
        left = max(arc.top.x() for arc in arcs) + _BADGE + LEADER
        area = QRectF(left, self._area.top(), self._label_room, self._area.height())
        return dict(zip(ranked, column(labels, area, self._style), strict=False))

    def _mark(self, arc: _Arc, label: Placed | None) -> Mark:
        """Return the mark of an arc: a badge with its number of links, or a handle for one."""
        link_group, color, paper = (
            arc.link_group,
            self._color(arc.link_group),
            self._style.background,
        )
        badge = self._badge_text(link_group)
        size = SIZES.footer
        radius = max(_BADGE, width(badge, size) / 2 + 3) if badge else _HANDLE
        area = self._badge_area(arc, radius if badge else _HANDLE + 2)
        at = area.center()
        shapes: list[Shape] = [Circle(at.x(), at.y(), radius, Paint(color, paper, 1))]
        if badge:
            shapes.append(
                Text(at.x(), at.y() + 4, badge, size, readable_on(color), anchor="middle")
            )
        lines = [*arc.ways, *(label.lines if label else ())]
        words = link_group.words
        if self._group_colors:
            names = ", ".join(self._view.groups[at].name for at in link_group.groups)
            words = f"{names} · {words}"
        paths = tuple(Path(line, Paint()) for line in lines)
        return Mark(link_group.records, words, tuple(shapes), area, paths)

    def _badge_text(self, link_group: LinkGroup) -> str:
        """Return the letters of the groups an arc belongs to, and its number of links if over 1."""
        letters = "".join(ascii_uppercase[at] for at in link_group.groups if self._group_colors)
        return f"{letters}{len(link_group.links)}" if len(link_group.links) > 1 else letters

    def _badge_area(self, arc: _Arc, half: float) -> QRectF:
        """Return a free square for the badge of an arc: at its apex, else along its curves."""
        areas = [
            QRectF(x - half, y - half, 2 * half, 2 * half)
            for points in zip_longest(*arc.ways)
            for x, y in filter(None, points)
        ]
        area = next(filter(self._is_free, areas), areas[0])
        self._taken.append(area)
        return area

    def _color(self, link_group: LinkGroup) -> str:
        return color_of(link_group, self._group_colors, self._style)

    def _about(self, link_group: LinkGroup) -> tuple[str, str]:
        """Return name and note of a label: topic or themes, then status and attribution."""
        links = link_group.links
        where = paragraphs({link.paragraph for link in links})
        if len(links) == 1:
            first = links[0]
            # Keep the paragraph on the line of its speaker.
            attributed = (
                attribution(first).replace(" ¶", "\N{NO-BREAK SPACE}¶") if self._several else ""
            )
            note = " · ".join(filter(None, (status(first), attributed or where)))
            return str(first.topic), note
        themes = list(dict.fromkeys(link.theme for link in links if link.theme))
        about = ", ".join(themes[:_MOST_THEMES]) or unset_theme()
        if len(themes) > _MOST_THEMES:
            about = tr("{themes} and others", themes=about)
        unclear = sum(link.status == "uncertain" for link in links)
        planned = sum(map(is_tentative, links)) - unclear
        parts = (
            tr("{count} links", count=len(links)),
            tr("{count} planned", count=planned) if planned else "",
            tr("{count} unclear", count=unclear) if unclear else "",
        )
        return about, f"{', '.join(filter(None, parts))} · {where}"

    def _is_free(self, area: QRectF) -> bool:
        wide = area.adjusted(-_AIR, -_AIR, _AIR, _AIR)
        return not any(wide.intersects(other) for other in self._taken)


def _way(top: QPointF, end: QPointF) -> tuple[tuple[float, float], ...]:
    """Return a quarter of an ellipse from the apex of an arc to one of its ends."""
    turns = (math.pi / 2 * step / _STEPS for step in range(_STEPS + 1))
    across, down = top - end, end - top
    return tuple(
        (end.x() + across.x() * math.cos(turn), top.y() + down.y() * math.sin(turn))
        for turn in turns
    )
