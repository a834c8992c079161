"""Rules that the rows of a pack may break and still be shown, with a warning."""

from collections import defaultdict
from collections.abc import Callable, Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import text_of, texts_of
from jjjviewer.model.index import RECORDS
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import RESERVED
from jjjviewer.model.validation.printed_numbers import doubts
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES

_ROUNDING = 1e-9
"""The part of a total that a sum of numbers with decimals may be off by."""
_Frames = dict[str, pd.DataFrame]


def mark_warnings(frames: _Frames, interview_date: str) -> tuple[Problem, ...]:
    """Write into the column `warning` of records what each row is warned of.

    Args:
        frames: with the joined columns, see `frames`.
        interview_date: as 2022-10-21, or nothing.

    Returns:
        The warnings of all tables, as many as are listed.
    """
    listed: list[Problem] = []
    messages: dict[str, dict[int, str]] = defaultdict(dict)
    for problem in _warnings(frames, interview_date):
        if len(listed) < MOST_PROBLEMS:
            listed.append(problem)
        if problem.row is not None:
            of_table, row = messages[problem.file], problem.row - 2
            of_table[row] = f"{of_table.get(row, '')} {problem.message}".lstrip()
    for name in RECORDS:
        texts = np.full(len(frames[name]), "", dtype=object)
        for row, message in messages[TABLES[name].file].items():
            texts[row] = message
        frames[name]["warning"] = pd.Series(texts, dtype=object)
    return tuple(listed)


def _warnings(frames: _Frames, interview_date: str) -> Iterator[Problem]:
    figures = frames["figures"]
    yield from _numbers_as_printed(figures)
    yield from _shares(figures, frames["units"])
    yield from _periods(figures, interview_date)
    yield from _unclear_without_note("figures", figures)
    yield from _without_unit(figures)
    yield from _unclear_without_note("statements", frames["statements"])
    yield from _parts_over_total(figures, frames["figure_relations"])
    yield from _unknown_paragraphs(frames)
    yield from _paragraphs_of_others(frames)
    yield from _reserved_ids(frames)


def _warn(
    table: str,
    rows: pd.DataFrame,
    column: str,
    message: Callable[..., str],
    *more: str,
) -> Iterator[Problem]:
    """Yield a warning for each of some rows.

    Args:
        table: its name.
        rows: those to warn of.
        column: the column to warn of.
        message: makes the message of the cell in this column and those in the others.
        more: the other columns.
    """
    cells = (texts_of(rows[name]) for name in (column, *more))
    for position, (value, *others) in zip(
        rows.index.tolist(), zip(*cells, strict=True), strict=True
    ):
        yield _problem(table, position, column, value, message(value, *others))


def _problem(table: str, position: int, column: str, value: str, message: str) -> Problem:
    return Problem(message, TABLES[table].file, position + 2, column, value, "warning")


def _numbers_as_printed(figures: pd.DataFrame) -> Iterator[Problem]:
    columns = (figures[name].tolist() for name in ("printed", "value", "value_high"))
    rows = zip(*columns, texts_of(figures["qualifier"]), strict=True)
    for position, row in enumerate(rows):
        for doubt in doubts(*row):
            yield _problem("figures", position, *doubt)


def _shares(figures: pd.DataFrame, units: pd.DataFrame) -> Iterator[Problem]:
    shares = figures[figures["quantity_kind"] == "share"]
    factors = shares["unit_id"].astype(object).map(units.set_index("unit_id")["factor"]).fillna(1)
    for column in ("value", "value_high"):
        values = shares[column] * factors
        yield from _warn(
            "figures",
            shares[values.notna() & ~values.between(0, 100)],
            column,
            lambda cell, column=column: (
                f"a share of {cell} does not lie between 0 and 100. Mend {column}."
            ),
        )


def _periods(figures: pd.DataFrame, interview_date: str) -> Iterator[Problem]:
    start, end = figures["period_start"], figures["period_end"]
    is_reversed = end < start
    yield from _warn(
        "figures",
        figures[is_reversed],
        "period_end",
        lambda end, start: f"the period ends on {end}, before it starts on {start}. Mend one.",
        "period_start",
    )
    if interview_date:
        is_later = end.fillna(start) > pd.Timestamp(interview_date)
        yield from _warn(
            "figures",
            figures[is_later & ~is_reversed & (figures["status"] == "achieved")],
            "status",
            lambda _, start, end: (
                f"achieved by {end or start}, which is after the interview of {interview_date}. "
                "Mend the period or the status."
            ),
            "period_start",
            "period_end",
        )


def _unclear_without_note(table: str, frame: pd.DataFrame) -> Iterator[Problem]:
    unclear = frame[frame["certainty"].isin(UNCLEAR_CERTAINTIES)]
    yield from _warn(
        table,
        unclear[unclear["note"].str.strip() == ""],
        "note",
        lambda _, certainty: f"{certainty} without a note. Say in note what is unclear.",
        "certainty",
    )


def _without_unit(figures: pd.DataFrame) -> Iterator[Problem]:
    yield from _warn(
        "figures",
        figures[figures["chartable"] & (figures["unit_id"] == "")],
        "unit_id",
        lambda _: "chartable without a unit. Name its unit, or set chartable to false.",
    )


def _parts_over_total(figures: pd.DataFrame, relations: pd.DataFrame) -> Iterator[Problem]:
    parts = relations[relations["kind"] == "part_of"].drop_duplicates(["from_id", "to_id"])
    values = figures["base_value"].fillna(figures["value"]).to_numpy()
    of_parts = pd.Series(values[parts["from_position"]])
    sums = of_parts.groupby(parts["to_position"].to_numpy(), sort=False).sum()
    for position, total in zip(sums.index.tolist(), sums.tolist(), strict=True):
        whole = values[position]
        if total > whole + _ROUNDING * abs(whole):
            row = figures.iloc[position]
            message = (
                f"the parts of '{row['figure_id']}' add up to {total:,.12g}, more than its "
                f"{whole:,.12g}. Mend the values or the relations."
            )
            yield _problem("figures", position, "value", text_of(row["value"]), message)


def _unknown_paragraphs(frames: _Frames) -> Iterator[Problem]:
    for table in TABLES.values():
        for column in table.columns:
            if column.only_warns:
                target, frame = TABLES[column.refers_to], frames[table.name]
                known = frames[target.name][target.key.name]
                yield from _warn(
                    table.name,
                    frame[~frame[column.name].isin(known)],
                    column.name,
                    lambda cell, name=column.name, file=target.file: (
                        f"{name} '{cell}' is not in {file}. Mend it, or add it there."
                    ),
                )


def _paragraphs_of_others(frames: _Frames) -> Iterator[Problem]:
    speakers = frames["paragraphs"].set_index("paragraph")["speaker_id"].astype(object)
    for name in RECORDS:
        frame = frames[name]
        expected = frame["paragraph"].map(speakers).fillna(frame["speaker_id"].astype(object))
        is_other = expected != frame["speaker_id"].astype(object)
        yield from _warn(
            name,
            frame[is_other].assign(expected=expected[is_other]),
            "paragraph",
            lambda number, expected, speaker: (
                f"paragraph {number} belongs to {expected or 'no speaker'}, "
                f"not to {speaker or 'no speaker'}. Mend one."
            ),
            "expected",
            "speaker_id",
        )


def _reserved_ids(frames: _Frames) -> Iterator[Problem]:
    for table in ("regions", "speakers", "themes", "entities", "figures", "links"):
        frame, key = frames[table], TABLES[table].key.name
        yield from _warn(
            table,
            frame[frame[key].isin(RESERVED)],
            key,
            lambda id_, key=key: (
                f"'{id_}' is a word of the program, where files are named and rows are selected. "
                f"Give it another {key}."
            ),
        )
