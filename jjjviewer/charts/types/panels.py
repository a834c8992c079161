"""One panel for each unit, so that unlike units never share an axis."""

import math
from collections.abc import Iterator, Sequence

import numpy as np
import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.facets import facets_of
from jjjviewer.charts.figure_chart import FigureChart, figures_table
from jjjviewer.charts.formatting import (
    amount,
    figure_description,
    number,
    omitted_note,
    scale_of,
    signed,
    subject,
)
from jjjviewer.charts.mark_style import legend_entries, paint_of
from jjjviewer.charts.periods import years
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Rect, Shape, Text
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import elide, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_MOST_ROWS = 3
_LINE = SIZES.small * 1.1
_BAR = 11.0
_AIR = 4.0
"""Between a bar and the label of the next one."""
_ROW = _LINE + 2 + _BAR + _AIR
_TALL_ROW = _ROW + _LINE
"""With a label of two lines."""
_MOST_LINES = 3
_HEAD = 22.0
_GAP = 22.0
_GAP_DOWN = 16.0
_LEAST_WIDTH = 200.0
_HEIGHT = _HEAD + _MOST_ROWS * _ROW
_TALL_HEIGHT = _HEAD + _MOST_ROWS * _TALL_ROW
_LARGEST_HEIGHT = _HEAD + _MOST_ROWS * (_TALL_ROW + 16)


class Panels(FigureChart):
    """The largest three of each unit as bars from zero; each panel has a scale of its own."""

    id = "panels"

    @property
    def name(self) -> str:
        return tr("Panels")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_above_zero)

    @cached_on_view
    def order(self, view: View) -> Positions:
        """Return the largest of each unit, the units of which most figures are given first.

        Where things are compared, it is the largest of each of them.
        """
        at = super().order(view)
        if view.groups:
            at = _largest_of_each(at, view)
        units = view.codes("base_unit")[at]
        by_unit = np.argsort(units, kind="stable")
        sizes = np.bincount(units)
        starts = np.cumsum(sizes) - sizes
        # A bar alone compares with nothing.
        several = np.flatnonzero(sizes > 1)
        first = by_unit[starts[several]]
        several = several[np.lexsort((first, -sizes[several]))]
        largest = [by_unit[starts[each] :][: min(sizes[each], _MOST_ROWS)] for each in several]
        shown: Positions = at[np.concatenate([by_unit[:0], *largest])]
        return shown

    def plotted(self, view: View) -> Mask:
        plotted = np.zeros(view.figure_count, dtype=bool)
        plotted[self.order(view)] = True
        return plotted

    @cached_on_view
    def accepts(self, view: View) -> bool:
        if not view.groups:
            # Said by counts alone: a click asks every chart type, and orders the figures of one.
            counts = np.bincount(view.codes("base_unit")[self.charted(view)])
            return count(counts > 1) > 1
        units = view.codes("base_unit")
        return len(set(units[self.order(view)].tolist())) > 1

    def left_out(self, view: View) -> list[str]:
        units = view.codes("base_unit")
        every, shown = super().order(view), self.order(view)
        is_alone = ~np.isin(units[every], units[shown])
        alone, others = count(is_alone), count(~is_alone) - len(shown)
        notes = []
        if alone and view.groups:
            notes.append(tr("In units that only one of them has, not shown: {count}.", count=alone))
        elif alone:
            notes.append(tr("Alone in their unit, not shown: {count}.", count=alone))
        if others:
            notes.append(tr("Smaller ones of the same units, not shown: {count}.", count=others))
        return [*super().left_out(view), *notes]

    def title(self, view: View) -> str:
        return tr(
            "Figures in {count} units, each in a panel of its own",
            count=self.rows(view)["base_unit"].nunique(),
        )

    def subtitle(self, view: View) -> str:
        return tr(
            "The largest figures of each unit, {subject}; lengths compare within a panel only",
            subject=subject(view),
        )

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        return figures_table(view, rows, lambda row: row.in_base_unit, tr("Value in the base unit"))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        panels = self._panels(view)
        places = list(_grid(scene.body, len(panels)))
        shown = [row for panel in panels[: len(places)] for row in panel]
        scene.legend(legend_entries(view, shown, style, round_=False))
        # The legend has taken some of the room.
        places = list(_grid(scene.body, len(panels)))
        most = max(1, int((places[0].height() - _HEAD) / _ROW))
        labels = self._labels(view)
        units = view.dataset.unit_names
        colors = region_colors(view.dataset.provinces, style)
        for panel, place in zip(panels, places, strict=False):
            labelled = [(labels[row.figure_id], row) for row in panel[:most]]
            _draw_panel(scene, labelled, place, units[panel[0].base_unit], colors)
        drawn = sum(len(panel[:most]) for panel in panels[: len(places)])
        return omitted_note(sum(map(len, panels)) - drawn)

    @cached_on_view
    def _panels(self, view: View) -> list[list[FigureRow]]:
        """Return the figures of each unit."""
        panels: dict[str, list[FigureRow]] = {}
        for row in view.dataset.figure_rows.of(self.rows(view)):
            panels.setdefault(row.base_unit, []).append(row)
        return list(panels.values())

    @cached_on_view
    def _labels(self, view: View) -> dict[str, str]:
        """Return the label over each bar: what it measures, after the name of what is compared."""
        rows = self.rows(view)
        names: dict[str, list[str]] = {}
        for facet in facets_of(view, rows):
            for row in facet.rows:
                names.setdefault(row.figure_id, []).append(facet.name)
        labels = {}
        for row in view.dataset.figure_rows.of(rows):
            of = ", ".join(filter(None, names[row.figure_id]))
            what = ", ".join(filter(None, (row.measure, years(row))))
            labels[row.figure_id] = f"{of}: {what}" if of else what
        return labels


def _are_above_zero(figures: pd.DataFrame) -> "pd.Series[bool]":
    return (figures["base_unit"] != "") & (figures["base_value"] > 0)


def _largest_of_each(at: Positions, view: View) -> Positions:
    """Return the largest figure of each unit and thing compared, of figures in descending order."""
    units = view.codes("base_unit")
    labels = view.positions
    largest: set[int] = set()
    for group in view.groups:
        own = at[np.isin(labels[at], group.figures)]
        largest.update(own[np.unique(units[own], return_index=True)[1]].tolist())
    return at[np.isin(at, list(largest))]


def _grid(body: QRectF, count: int) -> Iterator[QRectF]:
    """Return the rectangles of as many panels as fit, in rows from the top."""
    most = max(1, int((body.width() + _GAP) / (_LEAST_WIDTH + _GAP)))
    for least in (_TALL_HEIGHT, _HEIGHT, min(_HEIGHT, body.height())):
        down = int((body.height() + _GAP_DOWN) / (least + _GAP_DOWN))
        if most * down >= count:
            break
    down = max(1, down)
    across = min(most, max(1, math.ceil(count / down)))
    wide = (body.width() + _GAP) / across - _GAP
    lines = min(down, math.ceil(count / across))
    high = min(_LARGEST_HEIGHT, (body.height() + _GAP_DOWN) / lines - _GAP_DOWN)
    for at in range(min(count, across * down)):
        row, column = divmod(at, across)
        x, y = body.left() + column * (wide + _GAP), body.top() + row * (high + _GAP_DOWN)
        yield QRectF(x, y, wide, high)


def _values(rows: Sequence[FigureRow], unit: str) -> tuple[str, list[str]]:
    """Return the heading of a panel, and its numbers in the unit that it names.

    Where some are in another unit, each is in its own, and the heading says what all measure.
    """
    if any(row.unit_id != row.base_unit for row in rows):
        return str(rows[0].dimension), [amount(row) for row in rows]
    divisor, scale = scale_of(row.in_base_unit for row in rows)
    return f"{scale} {unit}".strip(), [signed(row, number(row.value / divisor)) for row in rows]


def _set(
    labelled: Sequence[tuple[str, FigureRow]], room: float, most: int
) -> tuple[int, list[list[str]]]:
    """Return the size of the labels and their lines: smaller where they would be cut."""
    for size in (SIZES.small, SIZES.footer):
        lines = [wrap(words, room, size, lines=most) for words, _ in labelled]
        if not any(each[-1].endswith("…") for each in lines):
            break
    return size, lines


def _draw_panel(
    scene: Scene,
    labelled: list[tuple[str, FigureRow]],
    place: QRectF,
    unit: str,
    colors: dict[str, str],
) -> None:
    """Draw a heading with the unit, and for each row its label over a bar with its number."""
    style = scene.style
    rows = [row for _, row in labelled]
    heading, values = _values(rows, unit)
    head = elide(heading, place.width(), SIZES.label, bold=True)
    base = place.top() + SIZES.label
    scene.add(Text(place.left(), base, head, SIZES.label, style.text, bold=True))
    room = place.width() - 8 - max(width(value, SIZES.small, bold=True) for value in values)
    largest = max(row.in_base_unit for row in rows)
    high = (place.height() - _HEAD) / max(_MOST_ROWS, len(rows))
    most = max(1, min(_MOST_LINES, int((high - 2 - _BAR - _AIR) / _LINE + 0.01)))
    size, labels = _set(labelled, place.width(), most)
    for at, (lines, row, value) in enumerate(zip(labels, rows, values, strict=True)):
        hit = QRectF(place.left(), place.top() + _HEAD + at * high, place.width(), high)
        long = max(2.0, room * row.in_base_unit / largest)
        # Labels stand on their bars, however many lines they take.
        y = hit.top() + most * _LINE + 2
        paint = paint_of(row, colors[row.province], style)
        after = Text(place.left() + long + 6, y + 9.5, value, SIZES.small, style.text, bold=True)
        shapes: list[Shape] = [Rect(place.left(), y, long, _BAR, paint), after]
        for up, line in enumerate(reversed(lines)):
            base = y - 5 - up * _LINE
            shapes.append(Text(place.left(), base, line, size, style.muted))
        scene.add(Mark((row.figure_id,), figure_description(row), tuple(shapes), hit))
