"""Before and after: figures of which the pack also has the earlier value."""

from collections.abc import Sequence

import numpy as np
import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import FigureChart, are_chartable, figures_table
from jjjviewer.charts.formatting import scale_of, subject, title_amount
from jjjviewer.charts.layouts.pairs import (
    attribution_with_dates,
    change_column,
    change_description,
    change_line,
    earlier_figures,
    related_labels,
    values_text,
)
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import SYMBOL_RADIUS, paint_of
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View


class Change(FigureChart):
    """A line from before to after, in the unit in which most changes are given."""

    id = "change"

    @property
    def name(self) -> str:
        return tr("Change")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        ends = np.array(list(_changes(view).items()), dtype=np.intp)
        mask = np.zeros(view.figure_count, dtype=bool)
        if len(ends):
            units = view.dataset["figures"]["base_unit"].cat.codes.to_numpy()[ends]
            labels = ends[units == _most_given(view)].ravel()
            mask[np.searchsorted(view.positions, labels)] = True
        return mask

    @cached_on_view
    def accepts(self, view: View) -> bool:
        units = view.dataset["figures"]["base_unit"].cat.codes.to_numpy()
        pairs, unit = _changes(view).items(), _most_given(view)
        return any(units[later] == units[earlier] == unit for later, earlier in pairs)

    def left_out(self, view: View) -> list[str]:
        count = len(_changes(view)) - len(earlier_figures(view, self.rows(view)))
        return (
            [tr("Changes in other units, not drawn here: {count}.", count=count)] if count else []
        )

    def title(self, view: View) -> str:
        rows = self.natural(view)
        before = earlier_figures(view, rows)
        later = rows[rows["figure_id"].isin(before)].head(1)
        first = view.dataset.figure_rows.of(later)[0]
        start = before[first.figure_id]
        words = (
            tr("{measure}: up from {low} to {high}")
            if first.in_base_unit >= start.in_base_unit
            else tr("{measure}: down from {low} to {high}")
        )
        return words.format(
            measure=first.measure, low=title_amount(start), high=title_amount(first)
        )

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
        more = change_column(earlier_figures(view, rows))
        return figures_table(view, rows, lambda row: row.in_base_unit, self._unit(view), **more)

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        before = earlier_figures(view, rows)
        divisor, _ = scale_of(rows["base_value"].to_numpy())

        def draw_mark(
            plot: Plot, row: FigureRow, position: RowPosition
        ) -> tuple[list[Shape], float]:
            start = before[row.figure_id]
            ends = ((start, start.in_base_unit / divisor), (row, row.in_base_unit / divisor))
            x = plot.x(ends[1][1])
            symbol = Circle(x, position.middle, SYMBOL_RADIUS, paint_of(row, position.color, style))
            return [*change_line(plot, *ends, position, style), symbol], max(
                x, plot.x(ends[0][1])
            ) + SYMBOL_RADIUS

        def plot(area: QRectF, count: float, shown: Sequence[FigureRow]) -> Plot:
            ends = (end for row in shown for end in (row, before[row.figure_id]))
            values = [end.in_base_unit / divisor for end in ends]
            return Plot(area, (min(0.0, *values), max(0.0, *values)), count)

        return draw_rows(
            scene,
            view,
            rows[rows["figure_id"].isin(before)],
            RowDrawing(
                value=lambda row: values_text(before[row.figure_id], row),
                plot=plot,
                draw_mark=draw_mark,
                suffix="%" if rows["dimension"].iloc[0] == "share" else "",
                round_swatches=True,
                note=lambda row: attribution_with_dates(view, before[row.figure_id], row),
                also=lambda row: (before[row.figure_id],),
                words=lambda row: change_description(before[row.figure_id], row, divisor),
            ),
        )

    def _unit(self, view: View) -> str:
        base = str(self.rows(view)["base_unit"].iloc[0])
        return view.dataset.unit_names[base]


@cached_on_view
def _changes(view: View) -> dict[int, int]:
    """Return the earlier figure of each later one, by label, where both are to be charted."""
    charted = view.dataset.figure_masks.of(are_chartable)
    pairs = related_labels("from_value", view)
    return {later: earlier for earlier, later in pairs if charted[earlier] and charted[later]}


@cached_on_view
def _most_given(view: View) -> int:
    """Return the position of the unit with most changes; -1 if none has a unit."""
    units = view.dataset["figures"]["base_unit"].cat
    names = [*units.categories]
    given = [code for code in units.codes.to_numpy()[list(_changes(view))] if names[code]]
    return int(np.bincount(given).argmax()) if given else -1
