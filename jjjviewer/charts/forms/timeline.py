"""When: the dates and spans that figures are about, from the earliest on."""

from collections.abc import Sequence
from typing import Any

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Circle, Ink, Line, Look, Rect
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.rows import (
    FigureForm,
    RowDrawing,
    draw_rows,
    figures_table,
    look_of,
    possible_on,
)
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import no_room, subject
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_RADIUS = 6.0
_THICK = 9.0


class Timeline(FigureForm):
    """A bar for a span, a dot for a day, with the words in which the text gives it.

    A span of which only one end is known is drawn to the day of the interview, its other end
    open; what lies after that day is set apart by its ground.
    """

    id = "timeline"

    @property
    def name(self) -> str:
        return tr("Timeline")

    def accepts(self, view: View) -> bool:
        # One date alone is read more quickly in its own words.
        return len(self.rows(view)) > 1

    def belongs(self, view: View) -> "pd.Series[bool]":
        return view.figures["period_start"].notna() | view.figures["period_end"].notna()

    def rows(self, view: View) -> pd.DataFrame:
        rows = view.figures[self.belongs(view) & view.figures["chartable"]]
        first = rows["period_start"].fillna(rows["period_end"])
        order = pd.DataFrame({"first": first, "last": rows["period_end"].fillna(first)})
        return rows.loc[order.sort_values(["first", "last"], kind="stable").index]

    def left_out(self, view: View) -> list[str]:
        count = int((~self.belongs(view)).sum())
        return [tr("Without a date: {count}.", count=count)] if count else []

    def title(self, view: View) -> str:
        rows = self.rows(view)
        days = pd.concat([rows["period_start"], rows["period_end"]])
        return tr(
            "The figures of {subject} are about {first} to {last}",
            subject=subject(view),
            first=days.min().year,
            last=days.max().year,
        )

    def subtitle(self, view: View) -> str:
        return tr(
            "Bars: spans, dots: days, with the words of the record; "
            "grey: inferred, shaded: after the interview"
        )

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(self.rows(view), lambda row: row.value, tr("Value"))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        rows = Records(self.rows(view))
        interview = _year(pd.Timestamp(view.source.date)) if view.source.date else None

        def when(plot: Plot, row: Any, middle: float, color: str) -> tuple[list[Ink], float]:
            start, end = _span(row, interview)
            inked = style.neutral if row.period_basis == "inferred" else color
            look = look_of(row, inked, style)
            left, right = plot.x(start), plot.x(end)
            if right - left < 2 * _RADIUS:
                return [Circle(left, middle, _RADIUS, look)], left + _RADIUS
            return [Rect(left, middle - _THICK / 2, right - left, _THICK, look)], right

        def plot(area: QRectF, count: int) -> Plot:
            ends = [end for row in possible_on(figure, rows) for end in _span(row, interview)]
            made = Plot(area, (min(ends) - 0.5, max(ends) + 0.5), count, years=True)
            if interview is not None and min(ends) <= interview <= max(ends):
                figure.add(*_ahead(made, interview, style))
            return made

        return draw_rows(
            figure,
            view,
            rows,
            RowDrawing(
                value=_words, plot=plot, shapes=when, round_keys=True, signs=False, cut=no_room
            ),
        )


def _ahead(plot: Plot, interview: float, style: Style) -> Sequence[Ink]:
    """The ground of what lies after the interview."""
    x, area = plot.x(interview), plot.area
    ground = Rect(x, area.top(), area.right() - x, area.height(), Look(style.surface))
    day = Line(x, area.top(), x, area.bottom(), Look(stroke=style.axis, stroke_width=1.2))
    return ground, day


def _words(row: Any) -> str:
    if row.period_text:
        return str(row.period_text)
    return _day(row.period_start if pd.isna(row.period_end) else row.period_end)


def _day(day: pd.Timestamp) -> str:
    return f"{day:%Y-%m-%d}"


def _span(row: Any, interview: float | None) -> tuple[float, float]:
    """First and last day of a figure as years; one that is not known is the other."""
    start, end = (
        None if pd.isna(day) else _year(day) for day in (row.period_start, row.period_end)
    )
    if end is None and start is not None and interview is not None:
        # "Since 2017" is said of the time up to the interview.
        end = max(start, interview)
    known = [day for day in (start, end) if day is not None]
    return min(known), max(known)


def _year(day: pd.Timestamp) -> float:
    """A day as a year with its share of it passed: 2022.8."""
    return float(day.year + (day.day_of_year - 1) / 366)
