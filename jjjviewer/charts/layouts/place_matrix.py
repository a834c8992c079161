"""Layout of a triangle of counts: how many links name both of two places."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.formatting import joined_names
from jjjviewer.charts.layouts.paging import tallest
from jjjviewer.charts.links.group_colors import have_own_colors
from jjjviewer.charts.links.link_pairs import LinkPairs, PlacePair, group_counts
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import Sizes, count_shade, readable_on
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import listed, tr
from jjjviewer.model.row_types import LinkRow
from jjjviewer.model.view import View

OTHERS = "others"
"""The key of the places that are joined."""
_MOST, _LEAST = 10, 3
"""Rows and columns with the joined ones, at most and at least."""
_ROW, _TALLEST = 22.0, 56.0
"""Least and usual greatest height of a row, in pixels."""
_UPRIGHT = 1.6
"""Greatest height of a row, of a column's width."""
_NARROWEST, _WIDEST, _WIDEST_OF_FEW = 40.0, 77.0, 160.0
"""Least and greatest width of a column, and the greatest of few columns, in pixels."""
_FEW = 6
_LARGEST = 1.8
"""Size of numbers in large cells, in usual ones."""
_LABEL_SHARE = 0.26
"""Greatest width of the labels of rows, of the body's."""
_BEND = 0.7
"""Power of a count's share of the largest by which its cell is darkened: small ones stay apart."""
_LINE, _DETAIL_LINE = 20.0, 13.0
_MOST_TOTALS = 6


class _MatrixRow(NamedTuple):
    """A place, or those that are joined."""

    key: str
    label: str
    places: Sequence[str]


@dataclass(frozen=True, eq=False)
class PlaceMatrix:
    """A triangle with the names of the places on its diagonal.

    Attributes:
        view: what is selected and compared.
        found: the pairs of places.
        emphasised: the keys of what the headline is about.
    """

    view: View
    found: LinkPairs
    emphasised: frozenset[str]

    @property
    def records(self) -> Sequence[str]:
        return [id_ for pair in self.found.pairs for id_ in pair.records]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["PlaceMatrix"]:
        return (self,)

    def height(self, width: float, sizes: Sizes) -> float:
        count = min(len(self.found.places), _MOST)
        return (count + 0.5) * sizes(_ROW + 8) + sizes(2 * _LINE)

    def draw(self, scene: Scene) -> None:
        _MatrixDrawing(self, scene).draw()


class _MatrixDrawing:
    """One drawing of a matrix on a page."""

    def __init__(self, layout: PlaceMatrix, scene: Scene) -> None:
        self.view, self.found, self.emphasised = layout.view, layout.found, layout.emphasised
        self.scene, self.sizes, self.style = scene, scene.sizes, scene.style
        body, sizes = scene.body, scene.sizes
        self.cells = {pair.cell for pair in self.found.pairs}
        self.most = max(pair.size for pair in self.found.pairs)
        fits = int((body.height() - 2 * sizes(_LINE)) / sizes(_ROW))
        self.rows = self._divided(max(_LEAST, min(_MOST, fits)))
        self.joined = self.rows[-1].places if self.rows[-1].key == OTHERS else ()
        self.note = self._note()
        high = body.height() - len(self.note) * sizes(_LINE)
        widest = max(width(row.label, sizes.label, bold=True) for row in self.rows[1:])
        self.label_width = min(widest, _LABEL_SHARE * body.width()) + sizes(14)
        few = len(self.rows) <= _FEW
        widest_column = sizes(_WIDEST_OF_FEW if few else _WIDEST)
        room = body.width() - self.label_width
        self.column = min(room / (len(self.rows) - 1), widest_column)
        # The names on the diagonal stand right of what lies below them.
        for down, row in enumerate(self.rows[1:-1], start=1):
            free = room - width(row.label, sizes.label, bold=True) - sizes(4)
            self.column = max(min(self.column, free / down), sizes(_NARROWEST))
        most = tallest(_TALLEST, scene, _UPRIGHT * self.column)
        self.head = min(high / len(self.rows), sizes(_TALLEST))
        """Height of the first row, which has no cells."""
        self.pitch = min((high - self.head) / (len(self.rows) - 1), most)

    def _divided(self, most: int) -> list[_MatrixRow]:
        """Return as many rows; what the headline is about comes first, the rest is joined."""
        first = {end for key in self.emphasised for end in key.split("/")}
        ranked = sorted(self.found.places, key=lambda id_: id_ not in first)
        # A place that no pair joins has no row.
        joined = {end for pair in self.found.pairs for end in pair.ends}
        ranked = [id_ for id_ in ranked if id_ in joined]
        single = ranked if len(ranked) <= most else ranked[: most - 1]
        rows = [_MatrixRow(id_, self.found.label(id_), (id_,)) for id_ in single]
        if rest := ranked[len(single) :]:
            label = tr("{count} others", count=len(rest))
            rows.append(_MatrixRow(OTHERS, label, rest))
        return rows

    def _note(self) -> list[str]:
        """Return which places are joined, and how many links join these."""
        if not self.joined:
            return []
        names = joined_names([self.found.label(id_) for id_ in self.joined])
        words = tr("{count} others: {names}.", count=len(self.joined), names=names)
        if among := self._links(self.joined, self.joined):
            words += " " + tr("Links among them: {count}.", count=len(among))
        return wrap(words, self.scene.body.width(), self.sizes.detail, lines=2, even=False)

    def draw(self) -> None:
        body, sizes = self.scene.body, self.sizes
        for down, row in enumerate(self.rows):
            y = body.top() + (self._end(down) if down else (self.head - self.pitch) / 2)
            strong = self._is_strong(row)
            if down:
                self._text(body.left(), y, row.label, self.label_width - sizes(8), strong)
            for across, column in enumerate(self.rows[:down]):
                self._draw_cell(
                    row, column, body.left() + self.label_width + across * self.column, y
                )
            if down < len(self.rows) - 1:
                x = body.left() + self.label_width + down * self.column
                self._text(x + sizes(4), y, row.label, body.right() - x - sizes(4), strong)
        self._draw_totals()
        self._draw_note()

    def _draw_note(self) -> None:
        """Say which places are joined; the note stands for the links among them."""
        body, sizes = self.scene.body, self.sizes
        top = body.top() + self._end(len(self.rows)) + sizes(4)
        lines = tuple(
            Text(body.left(), top + at * sizes(_LINE - 2), line, sizes.detail, self.style.muted)
            for at, line in enumerate(self.note, start=1)
        )
        links = self._links(self.joined, self.joined)
        if not links:
            self.scene.add(*lines)
            return
        area = QRectF(body.left(), top, body.width(), len(lines) * sizes(_LINE))
        records = tuple(link.link_id for link in links)
        words = self.found.description(links)
        self.scene.add(Mark(records, words, lines, area, cell=f"{OTHERS}/{OTHERS}"))

    def _end(self, count: int) -> float:
        """Return where so many of the first rows end, in pixels below the top."""
        return self.head + (count - 1) * self.pitch

    def _is_strong(self, row: _MatrixRow) -> bool:
        return any(row.key in key.split("/") for key in self.emphasised)

    def _text(self, x: float, y: float, words: str, room: float, strong: bool) -> None:
        size, step = self.sizes.label, self.sizes(_LINE)
        if width(words, size, strong) > room and self.pitch < 2 * step:
            size, step = self.sizes.detail, self.sizes(_DETAIL_LINE)
        lines = wrap(words, room, size, strong)
        baseline = y + (self.pitch - (len(lines) - 1) * step) / 2 + 0.35 * size
        for number, line in enumerate(lines):
            at = baseline + number * step
            self.scene.add(Text(x, at, line, size, self.style.text, strong))

    def _draw_cell(self, row: _MatrixRow, column: _MatrixRow, x: float, y: float) -> None:
        links = self._links(column.places, row.places)
        key, turned = f"{column.key}/{row.key}", f"{row.key}/{column.key}"
        key = turned if turned in self.cells else key
        gap = self.sizes(1.5)
        box = QRectF(x + gap, y + gap, self.column - 2 * gap, self.pitch - 2 * gap)
        shapes = tuple(self._shapes(box, links, key in self.emphasised))
        words = tr(
            "{what}: {amount}",
            what=listed((column.label, row.label)),
            amount=self.found.description(links),
        )
        self.scene.add(Mark(tuple(link.link_id for link in links), words, shapes, box, cell=key))

    def _links(self, some: Collection[str], others: Collection[str]) -> list[LinkRow]:
        """Return the links of the pairs of one place among some and one among others."""
        found: dict[str, LinkRow] = {}
        for pair in self.found.pairs:
            (one, other), links = pair
            if (one in some and other in others) or (other in some and one in others):
                found |= {link.link_id: link for link in links}
        return [*found.values()]

    def _shapes(self, box: QRectF, links: Sequence[LinkRow], strong: bool) -> Iterator[Shape]:
        style, sizes = self.style, self.sizes
        larger = min(box.height(), box.width()) / sizes(_WIDEST)
        size = round(sizes.label * max(1.0, min(larger, _LARGEST)))
        paint, color = Paint(style.background, style.grid, 1), style.muted
        if links:
            fill = count_shade((len(links) / self.most) ** _BEND, style)
            paint, color = Paint(fill), readable_on(fill)
        if strong:
            paint = paint._replace(stroke=style.text, stroke_width=sizes(2.5))
        yield Rect(box.x(), box.y(), box.width(), box.height(), paint)
        text = self._count_text(links)
        baseline = box.center().y() + 0.36 * size
        if width(text, size, bold=strong) > box.width():
            size = sizes.detail
        yield Text(box.center().x(), baseline, text, size, color, strong, "middle")

    def _count_text(self, links: Sequence[LinkRow]) -> str:
        if not links:
            return "–"
        if not have_own_colors(self.view):
            return str(len(links))
        counts = group_counts(PlacePair(("", ""), tuple(links)), self.view)
        return " : ".join(map(str, counts))

    def _draw_totals(self) -> None:
        """List how many links name each place, where there is room beside the triangle."""
        body, sizes, size = self.scene.body, self.sizes, self.sizes.label
        head = tr("Links that name it at all, of {total}", total=len(self.found.links))
        rows = [
            (self.found.label(id_), len(self.found.named[id_]))
            for id_ in [*self.found.places][:_MOST_TOTALS]
        ]
        wide = max(
            width(head, size, bold=True), *(width(label, size) + sizes(60) for label, _ in rows)
        )
        left, step = body.right() - wide, sizes(21)
        reach = int(((len(rows) + 1.5) * step - self.head) / self.pitch) + 2
        for down, row in enumerate(self.rows[: min(reach, len(self.rows) - 1)]):
            x = body.left() + self.label_width + down * self.column
            if x + width(row.label, size, bold=True) + sizes(24) > left:
                return
        bottom = self.label_width + min(reach, len(self.rows) - 1) * self.column + body.left()
        if bottom + sizes(16) > left:
            return
        y = body.top() + size
        self.scene.add(Text(left, y, head, size, self.style.text, bold=True))
        for label, count in rows:
            y += step
            self.scene.add(Text(left, y, label, size, self.style.text))
            number = Text(body.right(), y, str(count), size, self.style.text, True, "end")
            self.scene.add(number._replace(x=left + wide - sizes(8)))
