"""When figures are of, in words: beside a number, and for all of a chart in its subtitle."""

from collections.abc import Callable
from typing import Any

import pandas as pd

from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import spoken_by
from jjjviewer.model.view import View


def years(figure: Any) -> str:
    """The years of a figure, and whether they are inferred, or nothing."""
    days = (figure.period_start, figure.period_end)
    start, end = (None if pd.isna(day) else day.year for day in days)
    return _years(start, end, figure.period_basis)


def _years(start: int | None, end: int | None, basis: str) -> str:
    if start is None and end is None:
        return ""
    if end is None:
        words = tr("since {year}", year=start)
    else:
        words = f"{end}" if start in (None, end) else f"{start}–{end}"
    return tr("{years} (inferred)", years=words) if basis == "inferred" else words


def period(rows: pd.DataFrame) -> str:
    """The period that all figures of a chart are of, or how to find that of each."""
    every = _all_years(rows)
    if every == {""}:
        return tr("no period given")
    if len(every) > 1:
        return tr("with years where given")
    (words,) = every
    texts = set(rows["period_text"])
    text = next(iter(texts)) if len(texts) == 1 else ""
    # "End of 2021" says it all, "past ten years" does not.
    return str(text) if words in text else ", ".join(filter(None, (text, words)))


def dated(view: View, rows: pd.DataFrame) -> Callable[[Any], str]:
    """How to say beside a number who said it, where, and of when if the rows differ in that."""
    who = spoken_by(view)
    if len(_all_years(rows)) == 1:
        return who
    return lambda figure: ", ".join(filter(None, (who(figure), years(figure))))


def _all_years(rows: pd.DataFrame) -> set[str]:
    """All that `years` says of some figures, of which there may be very many."""
    columns = (
        rows[name].to_numpy().astype("datetime64[Y]").tolist()
        for name in ("period_start", "period_end")
    )
    spans = set(zip(*columns, rows["period_basis"].tolist(), strict=True))
    return {_years(start and start.year, end and end.year, basis) for start, end, basis in spans}
