"""What figures and statements are warned of."""

import re
from collections.abc import Iterator

import pandas as pd

from jjjviewer.model.categories import codes_of, is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import texts_of
from jjjviewer.model.validation.printed_numbers import doubts
from jjjviewer.model.validation.warning import Frames, warn, warning
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES

_AIMED = ("planned", "target")
_MEASURED = ("count", "money", "area", "length", "mass", "capacity", "share", "duration")
"""Kinds of quantity of which the unit has to be, since dimensions have the same names."""
_FIRST_YEAR = pd.Timestamp("1000-01-01")
_IS_PAST = re.compile(
    r"\b(?:already|has been|have been|was|were) (?:reached|achieved|met|completed|finished)\b"
    "|已经?(?:达到|实现|完成|建成)"
).search
"""What a note says of a target that is none any more."""
_MOVES = re.compile(
    r"\b(?:rise|rising|rose|risen|rais|grow|grew|growth|gain|increas|expan|more than before|up by"
    r"|climb|doubl|tripl|add|fall|fell|declin|drop|decreas|reduc|cut|shr[aiu]nk|los[st]|lower"
    r"|less than before|down|improv|chang|higher|widen|extend)"
    "|[增升提涨扩降减跌缩下少]",
    re.IGNORECASE,
).search


def figure_warnings(frames: Frames, interview_date: str) -> Iterator[Problem]:
    """Yield what rows of figures and statements are warned of.

    Args:
        frames: with the joined columns.
        interview_date: as 2022-10-21, or nothing.
    """
    figures = frames["figures"]
    yield from _numbers_as_printed(figures)
    yield from _ranges(figures)
    yield from _shares(figures, frames["units"])
    yield from _kinds(figures)
    yield from _periods(figures, interview_date)
    yield from _past_targets(figures, interview_date)
    yield from _directions(frames)
    yield from _printed_twice(figures)
    yield from _unclear_without_note("figures", figures)
    yield from _without_unit(figures)
    yield from _unclear_without_note("statements", frames["statements"])


def _numbers_as_printed(figures: pd.DataFrame) -> Iterator[Problem]:
    columns = (figures[name].tolist() for name in ("printed", "value", "value_high"))
    rows = zip(*columns, texts_of(figures["qualifier"]), strict=True)
    for position, row in enumerate(rows):
        for doubt in doubts(*row):
            yield warning("figures", position, *doubt)


def _shares(figures: pd.DataFrame, units: pd.DataFrame) -> Iterator[Problem]:
    is_share = is_one_of(figures["quantity_kind"], ("share",))
    factors = figures["unit_id"].astype(object).map(units.set_index("unit_id")["factor"]).fillna(1)
    for column in ("value", "value_high"):
        values = figures[column] * factors
        yield from warn(
            "figures",
            figures,
            is_share & values.notna() & ~values.between(0, 100),
            column,
            lambda cell, column=column: (
                f"a share of {cell} does not lie between 0 and 100. Mend {column}."
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
                f"achieved by {end or start}, which is after the interview of {interview_date}. "
                "Mend the period or the status."
            ),
            "period_start",
            "period_end",
        )


def _unclear_without_note(table: str, frame: pd.DataFrame) -> Iterator[Problem]:
    is_unclear = is_one_of(frame["certainty"], UNCLEAR_CERTAINTIES)
    yield from warn(
        table,
        frame,
        is_unclear & (frame["note"].str.strip() == ""),
        "note",
        lambda _, certainty: f"{certainty} without a note. Say in note what is unclear.",
        "certainty",
    )


def _without_unit(figures: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        "figures",
        figures,
        figures["chartable"] & (figures["unit_id"] == ""),
        "unit_id",
        lambda _: "chartable without a unit. Name its unit, or set chartable to false.",
    )


def _ranges(figures: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        "figures",
        figures,
        figures["value_high"] < figures["value"],
        "value_high",
        lambda high, low: f"the range ends at {high}, below its start at {low}. Exchange the two.",
        "value",
    )


def _kinds(figures: pd.DataFrame) -> Iterator[Problem]:
    kinds, dimensions = figures["quantity_kind"], figures["dimension"]
    both = is_one_of(kinds, _MEASURED) & is_one_of(dimensions, _MEASURED)
    is_other = kinds.astype(object).to_numpy() != dimensions.astype(object).to_numpy()
    yield from warn(
        "figures",
        figures,
        both & is_other,
        "quantity_kind",
        lambda kind, unit, dimension: (
            f"{kind}, but the unit '{unit}' is one of {dimension}. Mend one."
        ),
        "unit_id",
        "dimension",
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
            f"{status}, but its time was over by {end or start}, before the interview of "
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


def _directions(frames: Frames) -> Iterator[Problem]:
    """Warn of an up or down on what is neither a change nor said to have changed."""
    figures, relations = frames["figures"], frames["figure_relations"]
    ends = relations.loc[relations["kind"] == "from_value", ["from_position", "to_position"]]
    has = codes_of(figures["direction"]) >= 0
    found = has & ~is_one_of(figures["quantity_kind"], {"change"})
    found[ends.to_numpy().ravel()] = False
    rows = figures.loc[found, ["measure", "claim", "note", "statement_id"]]
    summaries = frames["statements"].set_index("statement_id")["summary"]
    told = rows["statement_id"].map(summaries)
    words = rows["measure"] + " " + rows["claim"] + " " + rows["note"] + " " + told
    found[found] = [not _MOVES(text) for text in words]
    yield from warn(
        "figures",
        figures,
        found,
        "direction",
        lambda direction, kind: (
            f"{direction}, but the figure is a {kind} of which no change is stated. "
            "Empty the direction, or make quantity_kind change."
        ),
        "quantity_kind",
    )


def _printed_twice(figures: pd.DataFrame) -> Iterator[Problem]:
    same = ["paragraph", "printed", "occurrence"]
    yield from warn(
        "figures",
        figures,
        figures.duplicated(same),
        "occurrence",
        lambda occurrence, printed, paragraph: (
            f"'{printed}' of paragraph {paragraph} is occurrence {occurrence} in another row "
            "already. Count which of them this is."
        ),
        "printed",
        "paragraph",
    )
    yield from warn(
        "figures",
        figures,
        figures["occurrence"] < 1,
        "occurrence",
        lambda occurrence: f"occurrence {occurrence} is below 1. Count from 1.",
    )
