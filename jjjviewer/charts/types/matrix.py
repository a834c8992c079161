"""How many links join each two places: a table of distances, but of links."""

from collections.abc import Iterable, Mapping
from itertools import combinations

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import subject
from jjjviewer.charts.link_groups import (
    how_tentative,
    is_tentative,
    link_groups,
    links_between_places,
    links_description,
    ordered_places,
    place_mark,
    places,
    region_entries,
    settled_words,
    unjoined_note,
)
from jjjviewer.charts.scene import LEGEND_HEIGHT, LegendEntry, Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import SIZES, Style, mixed, readable_on, region_colors
from jjjviewer.charts.text import elide, width
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import LinkRow
from jjjviewer.model.view import View

_LEAST_ROW = 15.0
_TALLEST_ROW = 40.0
_WIDEST = 2.2
"""How wide a cell may be, in its heights."""
_TYPES = ((22.0, SIZES.label), (17.0, SIZES.small), (0.0, SIZES.footer))
"""Height of a row from which on a size of type is taken, both in pixels."""
_WIDEST_NAME = 0.42
"""Of the body's width."""
_GAP = 6.0
_AIR = 5.0
"""What a number needs beside it in its cell, in pixels."""

_Pair = tuple[str, str]


class Matrix:
    """The lower half of a square: both halves would say the same."""

    id = "matrix"

    @property
    def name(self) -> str:
        return tr("Place × place")

    def accepts(self, view: View) -> bool:
        linked = {id_ for ids in self.rows(view)["place_ids"] for id_ in ids}
        return len(self.rows(view)) > 1 and len(linked) > 2

    def rows(self, view: View) -> pd.DataFrame:
        return links_between_places(view)

    def title(self, view: View) -> str:
        (pair, most), *others = _pairs(view).items()
        named = [places(view)[id_].name for id_ in pair]
        if others and len(others[0][1]) == len(most):
            words = tr("{count} places are linked in {pairs} pairs")
            return words.format(count=len(places(view)), pairs=len(others) + 1)
        words = tr("{one} and {other} share {count} of {total} links, more than any other two")
        return words.format(
            one=named[0], other=named[1], count=len(most), total=len(self.rows(view))
        )

    def subtitle(self, view: View) -> str:
        words = tr("Number of links between each two places, whichever way they run, {subject}")
        return words.format(subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        joint = sum(len(each.links) for each in link_groups(view) if len(each.places) > 2)
        notes = tr("Links of three places and more stand in each pair that they join: {count}.")
        return [*([notes.format(count=joint)] if joint else []), *unjoined_note(view)]

    def table(self, view: View) -> pd.DataFrame:
        known = places(view)
        return pd.DataFrame(
            ({tr("Compared"): name} if name else {})
            | {
                tr("Place"): known[one].name,
                tr("With"): known[other].name,
                tr("Links"): len(links),
                tr("Of them planned or unclear"): sum(map(is_tentative, links)),
                tr("Record"): ", ".join(link.link_id for link in links),
            }
            for name, part in view.divided(self.rows(view))
            for (one, other), links in _paired(part, view).items()
        )

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        below = scene.body.adjusted(0, LEGEND_HEIGHT, 0, 0)
        scene.legend(_legend_entries(_Drawing(below, view, style).ids, view, style))
        drawing = _Drawing(scene.body, view, style)
        scene.add(*drawing.shapes())
        cut = len(_pairs(view)) - len(drawing.cells)
        words = tr("Pairs not shown for want of room: {count}; the table has them.")
        return [words.format(count=cut)] if cut else []


@cached_on_view
def _pairs(view: View) -> dict[_Pair, list[LinkRow]]:
    """Return the links of each pair of places, the most linked first."""
    return _paired(links_between_places(view), view)


def _paired(rows: pd.DataFrame, view: View) -> dict[_Pair, list[LinkRow]]:
    rank = {id_: at for at, id_ in enumerate(places(view))}
    found: dict[_Pair, list[LinkRow]] = {}
    for link in view.dataset.link_rows.of(rows):
        for pair in _joined_by(link, rank):
            found.setdefault(pair, []).append(link)
    return dict(sorted(found.items(), key=lambda each: -len(each[1])))


def _joined_by(link: LinkRow, rank: Mapping[str, int]) -> Iterable[_Pair]:
    """Return the pairs of places that a link joins, in the order of places.

    Two places that it runs from, or to, it does not join with each other.
    """
    ends = sorted(link.ends, key=lambda end: rank[end.entity_id])
    pairs = [two for two in combinations(ends, 2) if two[0].entity_id != two[1].entity_id]
    across = [two for two in pairs if two[0].role != two[1].role or two[0].role == "member"]
    # One that runs from nowhere, or to nowhere, joins what it names.
    return dict.fromkeys((one.entity_id, other.entity_id) for one, other in across or pairs)


def _legend_entries(ids: Iterable[str], view: View, style: Style) -> list[LegendEntry]:
    settled = settled_words(link for links in _pairs(view).values() for link in links)
    return [
        *region_entries(ids, view, style),
        LegendEntry(tr("number of links, {status}", status=settled), Paint(mixed(style.ramp, 0.6))),
        LegendEntry(tr("some planned or unclear"), _framed(mixed(style.ramp, 0.6))),
        LegendEntry(tr("all planned or unclear"), _hollow(style)),
    ]


def _hollow(style: Style) -> Paint:
    return Paint(style.background, style.ramp[1], 1.5)


def _framed(fill: str) -> Paint:
    # Thin: the number in the frame is to be read first.
    return Paint(fill, readable_on(fill), 0.8, dashed=True)


class _Drawing:
    """Names down the diagonal, each over its column and at the end of its row."""

    def __init__(self, area: QRectF, view: View, style: Style) -> None:
        self._area, self._view, self._style = area, view, style
        self._colors = region_colors(view.dataset.provinces, style)
        self._links = _pairs(view)
        self._most = max(map(len, self._links.values()))
        self._least_wide = width(str(self._most), SIZES.footer) + _AIR
        self._ordered = [id_ for part in ordered_places(link_groups(view), view) for id_ in part]
        self._choose(max(2, int(area.height() / _LEAST_ROW)))
        while len(self.ids) > 2 and self._wide < self._least_wide:
            self._choose(len(self.ids) - 1)
        chosen = {*self.ids}
        self.cells = {pair: links for pair, links in self._links.items() if chosen >= {*pair}}
        self._top = area.top() + max(0.0, (area.height() - len(self.ids) * self._high) / 2)

    def _choose(self, most: int) -> None:
        """Take the places of the pairs with most links, and see how large their cells are."""
        chosen, known = set[str](), places(self._view)
        for pair in self._links:
            if len(chosen | {*pair}) <= most:
                chosen |= {*pair}
        self.ids = [id_ for id_ in self._ordered if id_ in chosen]
        self._high = min(_TALLEST_ROW, self._area.height() / len(self.ids))
        self._size = next(size for least, size in _TYPES if self._high >= least)
        room = _WIDEST_NAME * self._area.width()
        self._names = {id_: elide(known[id_].name, room, self._size) for id_ in self.ids}
        self._side = self._size - 4.0
        lead = self._side + 2 * _GAP
        widths = (
            (self._area.width() - lead - width(name, self._size)) / max(at, 1)
            for at, name in enumerate(self._names.values())
        )
        self._wide = min(_WIDEST * self._high, *widths)

    def _cell(self, row: int, column: int) -> QRectF:
        return QRectF(
            self._area.left() + column * self._wide,
            self._top + row * self._high,
            self._wide,
            self._high,
        )

    def shapes(self) -> list[Shape | Mark]:
        """Return all shapes in painting order, the marks row by row."""
        made: list[Shape | Mark] = [*self._grid()]
        for row, id_ in enumerate(self.ids):
            for column, other in enumerate(self.ids[:row]):
                links = self._links.get((id_, other)) or self._links.get((other, id_))
                if links:
                    made.append(self._filled(links, id_, other, self._cell(row, column)))
            made.append(self._name(id_, self._cell(row, row)))
        return made

    def _grid(self) -> list[Shape]:
        """Return lines between the cells, stronger where a region ends."""
        known = places(self._view)
        lines: list[Shape] = []
        for at in range(len(self.ids)):
            cell, last = self._cell(at, at), self._cell(len(self.ids) - 1, at)
            ends = at + 1 == len(self.ids)
            border = ends or (known[self.ids[at]].province != known[self.ids[at + 1]].province)
            paint = Paint(stroke=self._style.axis if border else self._style.grid, stroke_width=1)
            if not ends:
                lines.append(Line(cell.right(), cell.bottom(), cell.right(), last.bottom(), paint))
                lines.append(
                    Line(self._area.left(), cell.bottom(), cell.right(), cell.bottom(), paint)
                )
        return lines

    def _filled(self, links: list[LinkRow], one: str, other: str, cell: QRectF) -> Mark:
        """Draw a cell with its number, shaded by it; hollow where nothing is reached yet."""
        box = cell.adjusted(1.5, 1.5, -1.5, -1.5)
        fill = mixed(self._style.ramp, len(links) / self._most)
        paints = {"none": Paint(fill), "some": _framed(fill), "all": _hollow(self._style)}
        paint = paints[how_tentative(links)]
        color = readable_on(paint.fill)
        size = min(self._size, SIZES.small)
        count = Text(
            cell.center().x(),
            cell.center().y() + 0.36 * size,
            str(len(links)),
            size,
            color,
            anchor="middle",
        )
        known = places(self._view)
        words = tr(
            "{one} and {other}: {count}",
            one=known[one].name,
            other=known[other].name,
            count=len(links),
        )
        records = tuple(link.link_id for link in links)
        shapes = (Rect(box.x(), box.y(), box.width(), box.height(), paint), count)
        return Mark(records, f"{words} · {links_description(links)}", shapes, cell)

    def _name(self, id_: str, cell: QRectF) -> Mark:
        """Draw the name of a place over its column, after a symbol in the colour of its region."""
        place = places(self._view)[id_]
        radius, left, middle = self._side / 2, cell.left() + _GAP / 2, cell.center().y()
        paint = Paint(self._colors[place.province])
        symbol = Circle(left + radius, middle, radius, paint)
        name = Text(
            left + self._side + _GAP,
            middle + 0.36 * self._size,
            self._names[id_],
            self._size,
            self._style.text,
        )
        hit = QRectF(left, cell.top(), name.rect.right() - left, cell.height())
        cells = (links for pair, links in self.cells.items() if id_ in pair)
        records = (link.link_id for links in cells for link in links)
        return place_mark(place, records, (symbol, name), hit)
