"""Layout of changes: a dated slope in a panel of its own, from zero; one unit has one scale."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import NamedTuple

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.slope_drawing import SlopeDrawing
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Sizes
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.translation import spaced
from jjjviewer.model.row_types import FigureRow

_GAP, _ROW_GAP = 44.0, 26.0
_LEAST_TIME = 124.0
"""Least width of time in a panel, in pixels."""
_LEAST_PLOT, _USUAL_PLOT = 96.0, 210.0
"""Height of a plot with its dates, least and usual."""
_MOST_SPARE = 560.0
"""By how much a plot may be higher than the least where there is room."""
_SPARE = 40.0
"""By how much a plot may be lower where even one row is too high."""
_LINE, _DETAIL_LINE = 19.0, 18.0
_MOST_LINES = 6
_DAYS_IN_YEAR = 365.25


class Slope(NamedTuple):
    """A change from an earlier value to a later one, or of which only its size is known.

    Attributes:
        figure, earlier: the later value, or the change itself; and the earlier value.
        start, end: on the scale of the panel.
        bound: how far the end may lie beyond, of a change of more than its value.
        start_words, end_words: the values in words; the second in lines.
        change: by how much, in words.
        days: when, where both are known.
        dates: in words.
        head, detail: what changed, and in which unit.
        ticks: of the scale, each with its label.
        words: all of it.
    """

    figure: FigureRow
    earlier: FigureRow | None
    start: float
    end: float
    bound: float | None
    start_words: str
    end_words: tuple[str, ...]
    change: str
    days: tuple[date, date] | None
    dates: tuple[str, str]
    head: str
    detail: str
    ticks: tuple[tuple[float, str], ...]
    words: str

    @property
    def records(self) -> tuple[str, ...]:
        """The ids of the figures, the later one first."""
        ids = (self.figure.figure_id,)
        return ids if self.earlier is None else (*ids, self.earlier.figure_id)

    @property
    def years(self) -> float:
        """How long it took; 1 where that is not known."""
        if self.days is None:
            return 1.0
        return max((self.days[1] - self.days[0]).days / _DAYS_IN_YEAR, 0.1)

    @property
    def has_words_beside(self) -> bool:
        """Whether the later value stands at the right of its point, not above it."""
        return self.earlier is None or self.end < self.start

    def least_time(self, sizes: Sizes) -> float:
        """Return the width that both values need side by side, in pixels; at least the usual."""
        if self.has_words_beside:
            return sizes(_LEAST_TIME)
        start = width(self.start_words, round(sizes(18)), bold=True)
        end = width(spaced(self.end_words), round(sizes(22)), bold=True)
        return max(sizes(_LEAST_TIME), start + end + sizes(20))

    def axis_width(self, sizes: Sizes) -> float:
        """Return the width of the labels of the scale, in pixels."""
        return max(width(label, sizes.detail) for _, label in self.ticks) + sizes(12)

    def side_width(self, sizes: Sizes) -> float:
        """Return the width of what stands at the right of the plot, in pixels."""
        if not self.has_words_beside:
            return sizes(12)
        *first, last = self.end_words
        large = width(last, round(sizes(22)), bold=True)
        return sizes(20) + max([large, *(width(w, round(sizes(16)), bold=True) for w in first)])


class _SlopeRow(NamedTuple):
    slopes: Sequence[Slope]
    times: Sequence[float]
    """The width of time in each panel, in pixels."""

    def heads(self, sizes: Sizes) -> list[tuple[list[str], list[str]]]:
        """Return head and detail of each panel, in lines."""
        return [
            (
                wrap(
                    each.head,
                    self.wide(at, sizes) - sizes(24),
                    sizes.label,
                    True,
                    lines=_MOST_LINES,
                ),
                wrap(each.detail, self.wide(at, sizes), round(sizes(14)), lines=_MOST_LINES),
            )
            for at, each in enumerate(self.slopes)
        ]

    def wide(self, at: int, sizes: Sizes) -> float:
        """Return the width of a panel, in pixels."""
        slope = self.slopes[at]
        return self.times[at] + slope.axis_width(sizes) + slope.side_width(sizes)

    def head_height(self, sizes: Sizes) -> float:
        lines = [
            len(head) * _LINE + len(detail) * _DETAIL_LINE for head, detail in self.heads(sizes)
        ]
        return sizes(max(lines) + 38)


@dataclass(frozen=True)
class Slopes:
    """Changes side by side.

    Attributes:
        slopes: in their order.
        emphasised: the ids of the figures that the headline is about.
        region_names: by id, in the order of the pack.
        is_to_scale: whether a year is as wide in each panel.
        year: the width of a year, in pixels, where that has to be as on other pages.
    """

    slopes: Sequence[Slope]
    emphasised: frozenset[str]
    region_names: Mapping[str, str]
    is_to_scale: bool
    year: float = 0.0

    @property
    def records(self) -> Sequence[str]:
        return [id_ for slope in self.slopes for id_ in slope.records]

    def pages(self, body: QRectF, sizes: Sizes) -> Sequence["Slopes"]:
        rows = self._rows(body.width(), sizes)
        year = rows[0].times[0] / rows[0].slopes[0].years
        pages: list[list[_SlopeRow]] = []
        for row in rows:
            needed = sum(_least(each, sizes) for each in (*(pages[-1] if pages else ()), row))
            if not pages or needed - sizes(_ROW_GAP) > body.height():
                pages.append([])
            pages[-1].append(row)
        return [
            replace(self, slopes=[s for row in page for s in row.slopes], year=year)
            for page in pages
        ]

    def height(self, width: float, sizes: Sizes) -> float:
        rows = self._rows(width, sizes)
        extra = sizes(_USUAL_PLOT - _LEAST_PLOT)
        return sum(_least(row, sizes) + extra for row in rows) - sizes(_ROW_GAP)

    def draw(self, scene: Scene) -> None:
        body, sizes = scene.body, scene.sizes
        rows = self._rows(body.width(), sizes)
        spare = body.height() - sum(_least(row, sizes) for row in rows) + sizes(_ROW_GAP)
        extra = min(max(spare / len(rows), -sizes(_SPARE)), sizes(_MOST_SPARE))
        drawing = SlopeDrawing(scene, self.emphasised, self.region_names)
        y = body.top()
        for row in rows:
            head = row.head_height(sizes)
            x = body.left()
            for at, (slope, lines) in enumerate(zip(row.slopes, row.heads(sizes), strict=True)):
                wide = row.wide(at, sizes)
                high = head + sizes(_LEAST_PLOT) + extra
                drawing.panel(slope, lines, QRectF(x, y, wide, high), head)
                x += wide + sizes(_GAP)
            y += head + sizes(_LEAST_PLOT) + extra + sizes(_ROW_GAP)

    def _rows(self, room: float, sizes: Sizes) -> list[_SlopeRow]:
        """Return the panels in rows, as many in one as have room."""
        rows: list[list[Slope]] = []
        for slope in self.slopes:
            if rows and self._year_in([*rows[-1], slope], room, sizes) > 0:
                rows[-1].append(slope)
            else:
                rows.append([slope])
        if self.is_to_scale:
            years = [
                self._year_in(row, room, sizes) or self._alone(row, room, sizes) for row in rows
            ]
            year = self.year or min(years)
            return [_SlopeRow(row, [slope.years * year for slope in row]) for row in rows]
        return [_SlopeRow(row, list(self._shared(row, room, sizes))) for row in rows]

    def _year_in(self, row: Sequence[Slope], room: float, sizes: Sizes) -> float:
        """Return the width of a year if slopes share a row; 0 where one had too little room."""
        free = self._free(row, room, sizes)
        if not self.is_to_scale:
            return float(free / len(row) >= max(slope.least_time(sizes) for slope in row))
        year = free / sum(slope.years for slope in row)
        has_room = all(slope.years * year >= slope.least_time(sizes) for slope in self.slopes)
        return year if has_room else 0.0

    def _alone(self, row: Sequence[Slope], room: float, sizes: Sizes) -> float:
        return max(self._free(row, room, sizes), sizes(60)) / row[0].years

    def _free(self, row: Sequence[Slope], room: float, sizes: Sizes) -> float:
        fixed = sum(slope.axis_width(sizes) + slope.side_width(sizes) for slope in row)
        return room - fixed - sizes(_GAP) * (len(row) - 1)

    def _shared(self, row: Sequence[Slope], room: float, sizes: Sizes) -> Iterator[float]:
        most = sizes(420)
        for _ in row:
            yield min(max(self._free(row, room, sizes) / len(row), sizes(60)), most)


def _least(row: _SlopeRow, sizes: Sizes) -> float:
    return row.head_height(sizes) + sizes(_LEAST_PLOT + _ROW_GAP)
