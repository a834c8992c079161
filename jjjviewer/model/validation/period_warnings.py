"""What the periods of figures are warned of."""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.validation.warning import warn
from jjjviewer.text.english_numerals import read_words

_AIMED = ("planned", "target")
_FIRST_YEAR = pd.Timestamp("1000-01-01")
_IS_PAST = re.compile(
    r"\b(?:already|has|have|was|were)(?: already| since)?(?: been)? "
    r"(?:reached|achieved|met|completed|finished)\b"
    "|已经?(?:达到|实现|完成|建成)"
).search
"""What a note says of a target that is none any more."""
_SPAN = re.compile(r"\b(?:past|last|previous) (\w+(?:-\w+)?) years\b", re.IGNORECASE).search
_YEAR = re.compile(r"(?<![0-9.,])(?:1[5-9]|20)[0-9]{2}(?![0-9]|[.,][0-9])")


def period_warnings(figures: pd.DataFrame, interview_date: str) -> Iterator[Problem]:
    """Yield what the periods of figures are warned of.

    Args:
        figures: all of them.
        interview_date: as 2022-10-21, or nothing.
    """
    yield from _periods(figures, interview_date)
    yield from _years(figures)
    yield from _bases(figures)
    yield from _past_targets(figures, interview_date)


def _years(figures: pd.DataFrame) -> Iterator[Problem]:
    """Warn of periods in none of the years that are printed of them, nor in the next to one."""
    start, end = (figures[name].dt.year for name in ("period_start", "period_end"))
    cells = figures[["period_text"]].assign(first=start.fillna(end), last=end.fillna(start))
    cells = cells[(cells["period_text"] != "") & cells["first"].notna()]
    # Each text is looked at once with the same years.
    groups = cells.groupby([*cells], sort=False).ngroup()
    is_other = [_is_elsewhere(*group) for group in cells.drop_duplicates().itertuples(index=False)]
    mask = np.zeros(len(figures), bool)
    mask[cells.index] = np.array(is_other, bool)[groups]
    yield from warn(
        "figures",
        figures,
        mask,
        "period_text",
        lambda text, start, end: (
            f"'{text}' does not lie in the period from {start or 'any day'} to {end or 'any day'}. "
            "Mend one."
        ),
        "period_start",
        "period_end",
    )


def _is_elsewhere(text: str, first: float, last: float) -> bool:
    if first < last and (span := _SPAN(text)):
        count = int(span[1]) if span[1].isdecimal() else read_words(span[1])
        return bool(count) and not count - 1 <= last - first <= count
    years = [*map(int, _YEAR.findall(text))]
    return bool(years) and not any(first - 1 <= year <= last + 1 for year in years)


def _bases(figures: pd.DataFrame) -> Iterator[Problem]:
    """Warn of a period of which it is not told where it is from."""
    is_none = is_one_of(figures["period_basis"], ("none",))
    has_period = figures[["period_start", "period_end"]].notna().any(axis=1).to_numpy()
    yield from warn(
        "figures",
        figures,
        is_none & has_period,
        "period_basis",
        lambda _, start, end: (
            f"period_basis none, but there is a period from {start or 'any day'} to "
            f"{end or 'any day'}. Say what it is from: printed, carried or inferred."
        ),
        "period_start",
        "period_end",
    )
    is_printed = is_one_of(figures["period_basis"], ("printed",))
    yield from warn(
        "figures",
        figures,
        is_printed & (figures["period_text"] == ""),
        "period_text",
        lambda _: (
            "period_text is empty, but period_basis says printed. "
            "Write it as printed, or mend the basis."
        ),
    )


def _periods(figures: pd.DataFrame, interview_date: str) -> Iterator[Problem]:
    start, end = figures["period_start"], figures["period_end"]
    is_reversed = end < start
    yield from warn(
        "figures",
        figures,
        is_reversed,
        "period_end",
        lambda end, start: f"the period ends on {end}, before it starts on {start}. Mend one.",
        "period_start",
    )
    yield from warn(
        "figures",
        figures,
        (start < _FIRST_YEAR) | (end < _FIRST_YEAR),
        "period_start",
        lambda start, end: (
            f"the period from {start or 'no day'} to {end or 'no day'} has a year before 1000. "
            "Write the year with all four digits."
        ),
        "period_end",
    )
    if interview_date:
        is_later = end.fillna(start) > pd.Timestamp(interview_date)
        yield from warn(
            "figures",
            figures,
            is_later & ~is_reversed & is_one_of(figures["status"], ("achieved",)),
            "status",
            lambda _, start, end: (
                f"achieved by {end or start}, which is after the text of {interview_date}. "
                "Mend the period or the status."
            ),
            "period_start",
            "period_end",
        )


def _past_targets(figures: pd.DataFrame, interview_date: str) -> Iterator[Problem]:
    is_aimed = is_one_of(figures["status"], _AIMED)
    end = figures["period_end"].fillna(figures["period_start"])
    is_over = is_aimed & (end < pd.Timestamp(interview_date or pd.Timestamp.min)).to_numpy()
    yield from warn(
        "figures",
        figures,
        is_over,
        "status",
        lambda status, start, end: (
            f"{status}, but its time was over by {end or start}, before the text of "
            f"{interview_date}. Mend the period or the status."
        ),
        "period_start",
        "period_end",
    )
    told = is_aimed & ~is_over & (figures["note"] != "").to_numpy()
    told[told] = [bool(_IS_PAST(note)) for note in figures.loc[told, "note"]]
    yield from warn(
        "figures",
        figures,
        told,
        "status",
        lambda status, note: f"{status}, but the note says '{note}'. Mend one.",
        "note",
    )
