"""Before and after: figures of which the pack also has the earlier value."""

from collections.abc import Sequence
from typing import Any

import numpy as np
import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import kept
from jjjviewer.charts.figure_chart import FigureForm, are_chartable, figures_table
from jjjviewer.charts.formatting import in_title, scale_of, subject
from jjjviewer.charts.mark_style import DOT, look_of
from jjjviewer.charts.pairs import (
    before_of,
    both_in_words,
    change_column,
    from_to,
    related,
    way,
    when,
)
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.rows import Place, RowDrawing, draw_rows
from jjjviewer.charts.scene import Figure
from jjjviewer.charts.shapes import Circle, Ink
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.facts import Mask
from jjjviewer.model.records import Records
from jjjviewer.model.view import View


class Change(FigureForm):
    """A line from before to after, in the unit in which most changes are given."""

    id = "change"

    @property
    def name(self) -> str:
        return tr("Change")

    @kept
    def belongs(self, view: View) -> Mask:
        ends = np.array(list(_changes(view).items()), dtype=np.intp)
        mask = np.zeros(view.figure_count, dtype=bool)
        if len(ends):
            units = view.facts.codes("base_unit").numbers[ends]
            mask[view.places_of(ends[units == _most_given(view)])] = True
        return mask

    @kept
    def accepts(self, view: View) -> bool:
        units = view.facts.codes("base_unit").numbers
        pairs, unit = _changes(view).items(), _most_given(view)
        return any(units[later] == units[earlier] == unit for later, earlier in pairs)

    def left_out(self, view: View) -> list[str]:
        count = len(_changes(view)) - len(before_of(view, self.rows(view)))
        return (
            [tr("Changes in other units, not drawn here: {count}.", count=count)] if count else []
        )

    def title(self, view: View) -> str:
        rows = self.natural(view)
        before = before_of(view, rows)
        told = next(row for row in Records(rows) if row.figure_id in before)
        start = before[told.figure_id]
        words = (
            tr("{measure}: up from {low} to {high}")
            if told.base_value >= start.base_value
            else tr("{measure}: down from {low} to {high}")
        )
        return words.format(measure=told.measure, low=in_title(start), high=in_title(told))

    def subtitle(self, view: View) -> str:
        rows = self.rows(view)
        _, scale = scale_of(rows["base_value"].to_numpy())
        unit = " ".join(part for part in (scale, self._unit(view)) if part)
        if rows["dimension"].iloc[0] == "share":
            unit = tr("points")
        return tr(
            "Hollow: before, solid: after, {subject}; on the line the change in {unit}, "
            "derived: after less before",
            subject=subject(view),
            unit=unit,
        )

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        more = change_column(before_of(view, rows))
        return figures_table(view, rows, lambda row: row.base_value, self._unit(view), **more)

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        before = before_of(view, rows)
        divisor, _ = scale_of(rows["base_value"].to_numpy())

        def shapes(plot: Plot, row: Any, place: Place) -> tuple[list[Ink], float]:
            start = before[row.figure_id]
            ends = ((start, start.base_value / divisor), (row, row.base_value / divisor))
            x = plot.x(ends[1][1])
            dot = Circle(x, place.middle, DOT, look_of(row, place.color, style))
            return [*way(plot, *ends, place, style), dot], max(x, plot.x(ends[0][1])) + DOT

        def plot(area: QRectF, count: float, shown: Sequence[Any]) -> Plot:
            ends = (end for row in shown for end in (row, before[row.figure_id]))
            values = [end.base_value / divisor for end in ends]
            return Plot(area, (min(0.0, *values), max(0.0, *values)), count)

        return draw_rows(
            figure,
            view,
            rows[rows["figure_id"].isin(before)],
            RowDrawing(
                value=lambda row: from_to(before[row.figure_id], row),
                plot=plot,
                shapes=shapes,
                suffix="%" if rows["dimension"].iloc[0] == "share" else "",
                round_keys=True,
                note=lambda row: when(view, before[row.figure_id], row),
                also=lambda row: (before[row.figure_id],),
                words=lambda row: both_in_words(before[row.figure_id], row, divisor),
            ),
        )

    def _unit(self, view: View) -> str:
        base = str(self.rows(view)["base_unit"].iloc[0])
        return str(view.units.set_index("unit_id")["unit"][base])


@kept
def _changes(view: View) -> dict[int, int]:
    """The earlier figure of each later one, in all units, where both are to be charted: labels."""
    charted = view.facts.which(are_chartable)
    pairs = related("from_value", view)
    return {later: earlier for earlier, later in pairs if charted[earlier] and charted[later]}


@kept
def _most_given(view: View) -> int:
    """The number of the unit in which most changes are given; -1 if none is in a unit."""
    numbers, units = view.facts.codes("base_unit")
    given = [number for number in numbers[list(_changes(view))] if units[number]]
    return int(np.bincount(given).argmax()) if given else -1
