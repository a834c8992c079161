"""Periods of figures in words: beside a number, and for a whole chart in its subtitle."""

import re
from collections.abc import Callable

import pandas as pd

from jjjviewer.charts.formatting import OPEN, attribution_by, is_open
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View


def years(figure: FigureRow, *, of_change: bool = False) -> str:
    """Return the years of a figure, marked where inferred; empty without a date.

    A figure with an end only is not a number of that year: "as of 2022", or "by 2025" for what
    is not reached yet. For the two ends of a change the year is enough.
    """
    days = (figure.period_start, figure.period_end)
    start, end = (day.year if day else None for day in days)
    start = end if of_change and start is None else start
    return _years(start, end, figure.period_basis, is_ahead=is_open(figure))


def _years(start: int | None, end: int | None, basis: str, *, is_ahead: bool) -> str:
    if start is None and end is None:
        return ""
    if end is None:
        words = tr("since {year}", year=start)
    elif start is None:
        words = _up_to(end, is_ahead=is_ahead)
    else:
        words = f"{end}" if start == end else f"{start}–{end}"
    return tr("{years} (inferred)", years=words) if basis == "inferred" else words


def _up_to(year: int, *, is_ahead: bool) -> str:
    return tr("by {year}", year=year) if is_ahead else tr("as of {year}", year=year)


def period(rows: pd.DataFrame) -> str:
    """Return the common period of all figures of a chart, or a hint that years are given."""
    every = _all_years(rows)
    if every == {""}:
        return tr("no period given")
    if len(every) > 1:
        return tr("with years where given")
    (words,) = every
    texts = set(rows["period_text"])
    text = next(iter(texts)) if len(texts) == 1 else ""
    # "End of 2021" names the year already, "past ten years" does not.
    named = map(int, re.findall(r"\d{4}", text))
    ends = (_up_to(year, is_ahead=each) for year in named for each in (True, False))
    says_all = words in text or words in ends
    return str(text) if says_all else ", ".join(filter(None, (text, words)))


def dated_attribution(view: View, rows: pd.DataFrame) -> Callable[[FigureRow], str]:
    """Return a function that attributes figures, with their years where the rows differ."""
    attribution = attribution_by(view)
    if len(_all_years(rows)) == 1:
        return attribution
    return lambda figure: ", ".join(filter(None, (attribution(figure), years(figure))))


def _all_years(rows: pd.DataFrame) -> set[str]:
    """Return the distinct results of `years` for figures, of which there may be very many."""
    columns = (
        rows[name].to_numpy().astype("datetime64[Y]").tolist()
        for name in ("period_start", "period_end")
    )
    spans = set(zip(*columns, rows["period_basis"].tolist(), rows["status"].tolist(), strict=True))
    return {
        _years(start and start.year, end and end.year, basis, is_ahead=status in OPEN)
        for start, end, basis, status in spans
    }
