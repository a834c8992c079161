"""What names are warned of: those of two things, of none, and in the wrong place."""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import RESERVED
from jjjviewer.model.validation.warning import Frames, warn

_NAMES = (
    ("regions", "name"), ("regions", "name_zh"), ("speakers", "name"), ("speakers", "name_zh"),
    ("speakers", "headline"), ("speakers", "headline_zh"), ("themes", "label"),
    ("themes", "label_zh"), ("themes", "label_short"), ("themes", "label_short_zh"),
    ("units", "label"), ("units", "label_zh"),
)  # fmt: skip
"""The names by which rows of a table are told apart."""
_NAMED_BY_IDS = (
    ("regions", "name"),
    ("speakers", "name"),
    ("themes", "label"),
    ("entities", "name"),
)
_NAMED = re.compile("(?:name|label|role|measure|topic|note|denominator)(?:_short)?(?:_zh)?")
"""The columns of what has to be words."""
_HANZI = re.compile("[\u3400-\u9fff]").search
_LATIN = re.compile("[A-Za-z]{2}").search
_SIGNS = "%‰°$€£¥"
"""Of which each is the name of a unit by itself."""
_DOUBLED = re.compile(r"(.{4,})\1", re.DOTALL).fullmatch
_NOTHING = ("null", "nan", "n/a", "undefined")
"""What programs write for no text."""
_AMOUNT = re.compile(r"[\d.]+e[+-]?\d+", re.IGNORECASE).fullmatch
"""What spreadsheets make of long numbers, the only letter in which is none of a word."""


def name_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what names of rows of all tables are warned of."""
    for name, label in _NAMES:
        yield from _same_names(name, frames[name], [label])
    yield from _same_names("entities", frames["entities"], ["name", "type", "region_id"])
    for name, label in _NAMED_BY_IDS:
        yield from _names_of_others(name, label, frames[name])
    for name, table in TABLES.items():
        for column in table.columns:
            if _NAMED.fullmatch(column.name):
                yield from _odd_words(name, column.name, frames[name])
            if column.name.endswith("_zh"):
                yield from _exchanged(name, column.name, frames[name])
    for label in ("label", "label_zh"):
        yield from _long_labels(label, frames["themes"])
    yield from _reserved_ids(frames)


def has_words(text: str) -> bool:
    """Return whether anything in a text can be read as a word."""
    is_empty = text.strip().casefold() in _NOTHING
    return (
        any(each.isalpha() or each in _SIGNS for each in text)
        and not _AMOUNT(text)
        and not is_empty
    )


def _same_names(table: str, frame: pd.DataFrame, columns: list[str]) -> Iterator[Problem]:
    column = columns[0]
    called = column.removesuffix("_zh")
    yield from warn(
        table,
        frame,
        frame.duplicated(columns) & (frame[column] != ""),
        column,
        lambda name: (
            f"two {table} have the {called} '{name}'. Tell them apart, as by what they belong to."
        ),
    )


def _names_of_others(table: str, column: str, frame: pd.DataFrame) -> Iterator[Problem]:
    """Warn of names that stand in each other's rows, by the ids that are made of them."""
    ids = frame[TABLES[table].key.name].tolist()
    as_ids = [name.casefold().replace(" ", "-") for name in frame[column].tolist()]
    elsewhere = {id_: name for id_, name in zip(ids, as_ids, strict=True) if id_ != name}
    taken = {*ids} - {id_ for id_, name in zip(ids, as_ids, strict=True) if id_ == name}
    yield from warn(
        table,
        frame,
        [
            name != id_ and name in taken and elsewhere[name] in taken
            for id_, name in zip(ids, as_ids, strict=True)
        ],
        column,
        lambda name, id_: (
            f"'{name}' is the name of '{id_}', but another row has it as its id. "
            "Exchange the names, or mend the id."
        ),
        TABLES[table].key.name,
    )


def _odd_words(table: str, column: str, frame: pd.DataFrame) -> Iterator[Problem]:
    """Warn of names without words, and of names that were pasted behind themselves."""
    different = set(frame[column].tolist()) - {""}
    for is_odd, message in (
        (lambda cell: not has_words(cell), f"says nothing as {column}. Write it in words."),
        (_DOUBLED, "is the same words twice. Delete one half."),
    ):
        yield from warn(
            table,
            frame,
            frame[column].isin({*filter(is_odd, different)}),
            column,
            lambda cell, message=message: f"'{cell}' {message}",
        )


def _exchanged(table: str, column: str, frame: pd.DataFrame) -> Iterator[Problem]:
    """Warn of what is Chinese where it should not be, and not Chinese where it should."""
    cells = frame[column].tolist()
    # Of hardly a column is more to be looked at than all of it at once.
    if not _LATIN("\n".join(cells)):
        return
    not_chinese = np.array([bool(_LATIN(zh) and not _HANZI(zh)) for zh in cells])
    own = column.removesuffix("_zh")
    for plain in [name for name in map(str, frame) if f"{name}_zh" in frame]:
        # Of names of something else, only those that hold nothing but Chinese are in its place.
        is_chinese = [
            bool(_HANZI(other)) and (plain == own or not _LATIN(other))
            for other in frame[plain].tolist()
        ]
        yield from warn(
            table,
            frame,
            not_chinese & is_chinese,
            column,
            lambda zh, other, plain=plain: (
                f"'{zh}' is not Chinese, but {plain} '{other}' is. Exchange the two."
            ),
            plain,
        )
        not_chinese &= ~np.array(is_chinese)


def _long_labels(column: str, themes: pd.DataFrame) -> Iterator[Problem]:
    """Warn of a short label that is longer than the label."""
    short = f"label_short{column.removeprefix('label')}"
    lengths, of_short = themes[column].str.len(), themes[short].str.len()
    yield from warn(
        "themes",
        themes,
        (of_short > lengths) & (lengths > 0),
        short,
        lambda cell, other: f"'{cell}' is longer than {column} '{other}'. Exchange the two.",
        column,
    )


def _reserved_ids(frames: Frames) -> Iterator[Problem]:
    for table in ("regions", "speakers", "themes", "entities", "figures", "links"):
        frame, key = frames[table], TABLES[table].key.name
        yield from warn(
            table,
            frame,
            frame[key].isin(RESERVED),
            key,
            lambda id_, key=key: (
                f"'{id_}' is a word of the program, where files are named and rows are selected. "
                f"Give it another {key}."
            ),
        )
