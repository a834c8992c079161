"""When: the dates and spans that figures are about, from the earliest on."""

import re
from collections.abc import Sequence
from datetime import date
from typing import NamedTuple

import numpy as np
import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import FigureChart, figures_table
from jjjviewer.charts.formatting import amount, attribution_by, subject
from jjjviewer.charts.layouts.plot import Plot
from jjjviewer.charts.layouts.rows import RowDrawing, RowPosition, draw_rows
from jjjviewer.charts.mark_style import paint_of
from jjjviewer.charts.scene import LegendEntry, Scene
from jjjviewer.charts.shapes import Circle, Line, Paint, Rect, Shape
from jjjviewer.charts.style import Style, mixed
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_RADIUS = 6.0
_THICK = 9.0
_PLAN = re.compile(r"(\d+)(?:st|nd|rd|th) Five-Year Plan")
_FIRST_OF_FIVE_YEARS = 6


class Timeline(FigureChart):
    """A bar for a span, a circle for a day, with the words in which the text gives it.

    A span of which only the start is known is drawn to the day of the interview, which a line
    marks; one of which only the end is known is a circle there.
    """

    id = "timeline"
    # One date alone is read more quickly in its own words.
    least = 2

    @property
    def name(self) -> str:
        return tr("Timeline")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_dated)

    @cached_on_view
    def order(self, view: View) -> Positions:
        at = np.flatnonzero(self.charted(view))
        start, end = (view.column(f"period_{each}").to_numpy()[at] for each in ("start", "end"))
        first = np.where(np.isnat(start), end, start)
        last = np.where(np.isnat(end), first, end)
        return at[np.lexsort((last, first))]

    def left_out(self, view: View) -> list[str]:
        number = count(~self.belongs(view))
        return [tr("Without a date: {count}.", count=number)] if number else []

    def title(self, view: View) -> str:
        rows = self.rows(view)
        spans = _spans(rows, _interview(view))
        first, last = int(min(span[0] for span in spans)), int(max(span[1] for span in spans))
        if first == last:
            return tr("{count} figures are of {year}", count=len(rows), year=first)
        return tr(
            "{count} dated figures reach from {first} to {last}",
            count=len(rows),
            first=first,
            last=last,
        )

    def subtitle(self, view: View) -> str:
        return tr(
            "Dates, {subject}, as the record words them; bars: spans, dots: days and ends of spans",
            subject=subject(view),
        )

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Value"))

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        interview = _interview(view)
        background = _background_of(self.rows(view), interview)
        attribution = attribution_by(view)

        def span_or_day(
            plot: Plot, row: FigureRow, position: RowPosition
        ) -> tuple[list[Shape], float]:
            start, end = _span(row.period_start, row.period_end, interview)
            paint = paint_of(row, position.color, style)
            left, right = plot.x(start), plot.x(end)
            if right - left < 2 * _RADIUS:
                return [Circle(left, position.middle, _RADIUS, paint)], left + _RADIUS
            return [Rect(left, position.middle - _THICK / 2, right - left, _THICK, paint)], right

        def plot(area: QRectF, count: float, shown: Sequence[FigureRow]) -> Plot:
            spans = [_span(row.period_start, row.period_end, interview) for row in shown]
            spans += background.plans.values()
            low, high = min(start for start, _ in spans), max(end for _, end in spans)
            return Plot(area, (low - 0.5, high + 0.5), count, years=True)

        return draw_rows(
            scene,
            view,
            self.rows(view),
            RowDrawing(
                value=_words,
                note=lambda row: f"{amount(row)}, {attribution(row)}",
                plot=plot,
                draw_mark=span_or_day,
                round_swatches=True,
                by_size=False,
                reach=lambda figures: _last_days(figures, _interview_day(view)),
                background=lambda plot: background.shapes(plot, style),
                legend_entries=background.legend_entries(style),
            ),
        )


def _are_dated(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["period_start"].notna() | figures["period_end"].notna()


class _Background(NamedTuple):
    """What lies behind the marks: plan periods, by their words, and the day of the interview."""

    plans: dict[str, tuple[float, float]]
    interview: float | None
    """If any of what is after it is to be seen."""

    def legend_entries(self, style: Style) -> list[LegendEntry]:
        """Return the legend."""
        legend_entries = [LegendEntry(words, Paint(_plan_color(style))) for words in self.plans]
        if self.interview is not None:
            legend_entries.append(LegendEntry(tr("| day of the interview")))
        return legend_entries

    def shapes(self, plot: Plot, style: Style) -> list[Shape]:
        """Draw the bands behind a plot."""
        top, high = plot.area.top(), plot.area.height()
        shapes: list[Shape] = []
        for start, end in self.plans.values():
            left, right = plot.x(start), plot.x(end)
            shapes.append(Rect(left, top, right - left, high, Paint(_plan_color(style))))
        if self.interview is not None:
            x = max(plot.x(self.interview), plot.area.left())
            shapes.append(Line(x, top, x, top + high, Paint(stroke=style.muted, stroke_width=1.2)))
        return shapes


def _background_of(rows: pd.DataFrame, interview: float | None) -> _Background:
    plans = _plans(rows, interview)
    ends = [end for _, end in plans.values()]
    ends += [end for _, end in _spans(rows, interview)]
    is_ahead = interview is not None and max(ends) > interview
    return _Background(plans, interview if is_ahead else None)


def _plan_color(style: Style) -> str:
    return mixed((style.background, style.accent), 0.14)


def _plans(rows: pd.DataFrame, interview: float | None) -> dict[str, tuple[float, float]]:
    """Return first and last day, as years, of the five-year plans in periods, by their words.

    The text names a plan by its number; its years follow from that since the sixth, of 1981.
    Other countries count theirs otherwise, as the dates of their figures tell.
    """
    named: dict[int, list[str]] = {}
    for words in rows["period_text"].unique():
        if found := _PLAN.search(words):
            named.setdefault(int(found[1]), []).append(words)
    plans = {}
    for number, texts in sorted(named.items()):
        first = 1951 + 5 * number
        spans = _spans(rows[rows["period_text"].isin(texts)], interview)
        dated_so = all(first <= start and end < first + 5 for start, end in spans)
        if number >= _FIRST_OF_FIVE_YEARS and dated_so:
            plan = tr(
                "{number}th Five-Year Plan, {first}–{last}",
                number=number,
                first=first,
                last=first + 4,
            )
            plans[plan] = (float(first), float(first + 5))
    return plans


def _words(row: FigureRow) -> str:
    """Return the period as the record gives it, and whether it is inferred."""
    day = row.period_end or row.period_start
    words = row.period_text or f"{day:%Y-%m-%d}"
    return tr("{period} (inferred)", period=words) if row.period_basis == "inferred" else words


def _interview(view: View) -> float | None:
    day = _interview_day(view)
    return _year(day) if day else None


def _interview_day(view: View) -> date | None:
    day = view.dataset.source.date
    return date.fromisoformat(day) if day else None


def _last_days(figures: pd.DataFrame, interview: date | None) -> pd.Series:
    """Return the last days of figures; where unknown the first, or the interview after it."""
    starts = figures["period_start"]
    if interview is not None:
        day = pd.Timestamp(interview)
        starts = starts.mask(starts < day, day)
    return figures["period_end"].fillna(starts)


def _span(first: date | None, last: date | None, interview: float | None) -> tuple[float, float]:
    """Return first and last day of a figure as years; an unknown one equals the other."""
    start, end = (_year(day) if day else None for day in (first, last))
    if end is None and start is not None and interview is not None:
        # "Since 2017" is said of the time up to the interview.
        end = max(start, interview)
    known = [day for day in (start, end) if day is not None]
    return min(known), max(known)


def _spans(rows: pd.DataFrame, interview: float | None) -> list[tuple[float, float]]:
    """Return the distinct spans of figures, of which there may be very many."""
    days = rows[["period_start", "period_end"]].drop_duplicates().to_numpy()
    return [_span(first, last, interview) for first, last in days.astype("datetime64[D]").tolist()]


def _year(day: date) -> float:
    """Convert a day to a year with the fraction passed: 2022.8."""
    return float(day.year + (day.timetuple().tm_yday - 1) / 366)
