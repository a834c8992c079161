"""What paragraphs are warned of, and what stands in them."""

import re
from collections import Counter
from collections.abc import Iterator

import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import texts_of
from jjjviewer.model.index import RECORDS
from jjjviewer.model.schema import TABLES
from jjjviewer.model.validation.warning import Frames, warn
from jjjviewer.vocabulary import hash12, normalised

_HASH = re.compile("[0-9a-f]{12}").fullmatch
_NO_HASH = "000000000000"
"""What stands for no hash at all, of a text that was not counted either."""


def paragraph_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what paragraphs are warned of, and rows that do not fit theirs."""
    yield from _unknown(frames)
    yield from _of_others(frames)
    yield from _mentions(frames)
    yield from _hashes(frames["paragraphs"])
    yield from _unlike_their_texts(frames)


def _unknown(frames: Frames) -> Iterator[Problem]:
    """Yield each paragraph that is missing, once, at the first row that names it."""
    firsts: dict[str | None, Problem] = {}
    counts: Counter[str | None] = Counter()
    for table in TABLES.values():
        for name in (column.name for column in table.columns if column.only_warns):
            frame = frames[table.name]
            is_missing = ~frame[name].isin(frames["paragraphs"]["paragraph"])
            counts.update(texts_of(frame[name][is_missing]))
            is_first = is_missing & ~frame[name].duplicated()
            for each in warn(table.name, frame, is_first, name, str):
                firsts.setdefault(each.value, each)
    for number, first in firsts.items():
        remedy = "Mend it, or add it there."
        if more := counts[number] - 1:
            rows = "one more row names it" if more == 1 else f"{more:,} more rows name it"
            remedy = f"Add it there, for {rows}, or mend them all."
        message = f"{first.column} '{number}' is not in paragraphs.csv. {remedy}"
        yield first._replace(message=message)


def _of_others(frames: Frames) -> Iterator[Problem]:
    speakers = frames["paragraphs"].set_index("paragraph")["speaker_id"].astype(object)
    for name in RECORDS:
        frame = frames[name]
        expected = (
            frame["paragraph"]
            .map(speakers)
            .astype(object)
            .fillna(frame["speaker_id"].astype(object))
        )
        is_other = expected != frame["speaker_id"].astype(object)
        yield from warn(
            name,
            frame,
            is_other,
            "paragraph",
            lambda number, expected, speaker: (
                f"paragraph {number} belongs to {expected or 'no speaker'}, "
                f"but speaker_id {f'says {speaker}' if speaker else 'is empty'}. Mend one."
            ),
            expected,
            "speaker_id",
        )


def _mentions(frames: Frames) -> Iterator[Problem]:
    """Warn of a mention by a statement of another paragraph."""
    mentions = frames["mentions"]
    where = frames["statements"].set_index("statement_id")["paragraph"]
    found = mentions["statement_id"].map(where)
    is_other = found.notna() & (found != mentions["paragraph"])
    yield from warn(
        "mentions",
        mentions,
        is_other,
        "paragraph",
        lambda paragraph, statement, where: (
            f"paragraph {paragraph}, but its statement '{statement}' stands in {where}. Mend one."
        ),
        "statement_id",
        found,
    )


def _hashes(paragraphs: pd.DataFrame) -> Iterator[Problem]:
    hashes = paragraphs["hash12"]
    # Of twelve zeros a spreadsheet keeps one, in all rows.
    is_none = hashes.isin((_NO_HASH, "0") if (hashes == "0").all() else (_NO_HASH,))
    is_hash = is_none | hashes.map(lambda text: bool(_HASH(text))).astype(bool)
    yield from warn(
        "paragraphs",
        paragraphs,
        ~is_hash,
        "hash12",
        lambda text: (
            f"'{text}' is no hash of 12 digits from 0 to f; a spreadsheet may have changed it. "
            f"Format the column as text, and write it anew, or {_NO_HASH} for none."
        ),
    )
    is_counted = is_hash & ~is_none
    yield from warn(
        "paragraphs",
        paragraphs,
        is_counted & paragraphs.duplicated("hash12"),
        "hash12",
        lambda text: (
            f"'{text}' is the hash of an earlier paragraph as well. Write that of this one, "
            f"or {_NO_HASH} for none."
        ),
    )
    yield from warn(
        "paragraphs",
        paragraphs,
        (paragraphs["chars"] < 0) | ((paragraphs["chars"] < 1) & is_counted),
        "chars",
        lambda chars: f"chars {chars} is below 1. Count the characters of the paragraph.",
    )


def _unlike_their_texts(frames: Frames) -> Iterator[Problem]:
    """Warn where hash, length and figures are not those of the text that is in the pack."""
    texts = dict(zip(frames["texts"]["paragraph"], frames["texts"]["text"], strict=True))
    if not texts:
        return
    paragraphs = frames["paragraphs"]
    plain = {number: normalised(text) for number, text in texts.items()}
    for column, right in (
        ("hash12", {number: hash12(text) for number, text in texts.items()}),
        ("chars", {number: len(text) for number, text in plain.items()}),
    ):
        expected = paragraphs["paragraph"].map(right).fillna(paragraphs[column])
        yield from warn(
            "paragraphs",
            paragraphs,
            (expected != paragraphs[column]) & ~paragraphs[column].isin((_NO_HASH, 0)),
            column,
            lambda cell, expected, column=column: (
                f"{column} {cell} is not that of the paragraph in texts.csv. Write {expected}."
            ),
            expected,
        )
    figures = frames["figures"]
    cells = zip(*(figures[name] for name in ("paragraph", "printed", "occurrence")), strict=True)
    is_missing = [
        number in plain and plain[number].count(normalised(printed)) < occurrence
        for number, printed, occurrence in cells
    ]
    yield from warn(
        "figures",
        figures,
        is_missing,
        "printed",
        lambda printed, occurrence, paragraph: (
            f"'{printed}' is not {occurrence} times in paragraph {paragraph} of texts.csv. "
            "Mend printed, occurrence or paragraph."
        ),
        "occurrence",
        "paragraph",
    )
