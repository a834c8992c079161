"""A total and its parts, only where the pack says that they are parts of it."""

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import FigureChart, figures_table
from jjjviewer.charts.formatting import amount, number, quantity, subject, title_amount
from jjjviewer.charts.layouts.pairs import among, paired_figures, related_labels
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.periods import period
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Paint, Rect, Shape
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View

_ROUNDING = 1e-9
_WHOLE = 100.0
"""In per cent."""
_THICKEST = 46


class Parts(FigureChart):
    """The total on top; each part begins where the one before it ends."""

    id = "parts"

    @property
    def name(self) -> str:
        return tr("Parts")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        totals = _totals(view)
        if not totals:
            return np.zeros(view.figure_count, dtype=bool)
        drawn = {id_ for best in _best(view, totals) for id_ in (best, *totals[best])}
        return view.figures["figure_id"].isin(drawn).to_numpy()

    @cached_on_view
    def rows(self, view: View) -> pd.DataFrame:
        return _totals_first(super().rows(view), view)

    @cached_on_view
    def natural(self, view: View) -> pd.DataFrame:
        return _totals_first(super().natural(view), view)

    def left_out(self, view: View) -> list[str]:
        totals = _totals(view)
        others = sorted(set(totals) - set(_best(view, totals)))
        if not others:
            return []
        return [tr("Other totals with parts: {ids}.", ids=", ".join(others))]

    def title(self, view: View) -> str:
        total, parts = self._told(view)
        return tr(
            "{part}: {amount} of {total}",
            part=parts[0].measure,
            amount=_part_in_title(parts[0], total),
            total=title_amount(total),
        )

    def subtitle(self, view: View) -> str:
        words = tr(
            "Parts of a total, {subject}; {period}; axis: per cent of the total, derived",
            subject=subject(view),
            period=period(self.rows(view)),
        )
        total, parts = self._told(view)
        rest = (
            total.value
            - sum(part.in_base_unit for part in parts) * total.value / total.in_base_unit
        )
        if rest > _ROUNDING * total.value and len(_best(view, _totals(view))) == 1:
            left = quantity(round(rest, 6), total.unit)
            words += tr("; not named: {rest}, derived", rest=left)
        return words

    def _told(self, view: View) -> tuple[FigureRow, list[FigureRow]]:
        """Return the first total and its parts."""
        rows = view.dataset.figure_rows.of(self.natural(view))
        parts = _totals(view)[rows[0].figure_id]
        return rows[0], [row for row in rows if row.figure_id in parts]

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        starts = self._starts(view)
        heading = tr("Per cent of the total, derived")
        more = {heading: lambda row: round(starts[row.figure_id][1], 6)}
        return figures_table(view, rows, lambda row: row.value, tr("Value"), **more)

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        starts = self._starts(view)

        def bar(plot: Plot, row: FigureRow, position: RowPosition) -> tuple[list[Shape], float]:
            middle = position.middle
            start, share = starts[row.figure_id]
            left, right = plot.x(start), plot.x(start + share)
            thick = min(0.6 * plot.row_height, _THICKEST)
            box = Rect(
                left, middle - thick / 2, right - left, thick, paint_of(row, position.color, style)
            )
            if share == _WHOLE:
                return [box], right
            # From the end of the part before it, or the beginning of the total.
            above = middle - plot.row_height + thick / 2
            lead = Line(
                left, above, left, middle - thick / 2, Paint(stroke=style.axis, stroke_width=1)
            )
            return [lead, box], right

        drawing = RowDrawing(
            value=amount,
            plot=lambda area, count, shown: Plot(area, (0, _WHOLE), count),
            draw_mark=bar,
            suffix="%",
            by_size=False,
        )
        return draw_rows(scene, view, self.rows(view), drawing)

    def _starts(self, view: View) -> dict[str, tuple[float, float]]:
        """Return the start and the length of each bar, in per cent of its total."""
        rows = {row.figure_id: row for row in view.dataset.figure_rows.of(self.rows(view))}
        totals = _totals(view)
        starts: dict[str, tuple[float, float]] = {}
        for total in (id_ for id_ in rows if id_ in totals):
            reached = 0.0
            for part in (id_ for id_ in rows if id_ in totals[total]):
                share = rows[part].in_base_unit / rows[total].in_base_unit * _WHOLE
                starts[part] = (reached, share)
                reached += share
        return starts | {total: (0.0, _WHOLE) for total in rows if total in totals}


def _part_in_title(part: FigureRow, total: FigureRow) -> str:
    """Return 390, of 450 species: a plain number omits its unit where the total has it."""
    is_plain = title_amount(part) == f"{number(part.value)} {part.unit}" and part.unit == total.unit
    return number(part.value) if is_plain else title_amount(part)


def _best(view: View, totals: dict[str, list[str]]) -> list[str]:
    """Return the total with most parts of each thing compared; the others are named below."""
    best = []
    for _, part in view.divided(view.figures):
        ids = part["figure_id"]
        present = set(ids[ids.isin([*totals])])
        own = [total for total in totals if total in present]
        if own:
            best.append(max(own, key=lambda total: len(totals[total])))
    return list(dict.fromkeys(best))


def _totals_first(rows: pd.DataFrame, view: View) -> pd.DataFrame:
    is_part = ~rows["figure_id"].isin(_totals(view))
    return rows.loc[is_part.sort_values(kind="stable").index]


@cached_on_view
def _totals(view: View) -> dict[str, list[str]]:
    """Return the parts of each total: charted, positive, of its base unit, and no more than it."""
    pairs = related_labels("part_of", view)
    if not pairs:
        return {}
    charted = among(view, paired_figures(view, pairs), pairs).items()
    ids = {label: row.figure_id for label, row in charted if row.chartable}
    figures: dict[str, FigureRow] = {row.figure_id: row for _, row in charted}
    found: dict[str, list[str]] = {}
    for part, total in pairs:
        if part in ids and total in ids:
            found.setdefault(ids[total], []).append(ids[part])
    return {total: parts for total, parts in found.items() if _fit(figures, total, parts)}


def _fit(figures: dict[str, FigureRow], total: str, parts: list[str]) -> bool:
    whole = figures[total]
    rows = [figures[part] for part in parts]
    if not whole.unit_id or any(row.base_unit != whole.base_unit for row in rows):
        return False
    values = [row.in_base_unit for row in rows]
    return min(values) > 0 and sum(values) <= whole.in_base_unit * (1 + _ROUNDING)
