"""What links, statements and names are warned of."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import RESERVED
from jjjviewer.model.validation.place_warnings import within
from jjjviewer.model.validation.warning import Frames, warn
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES

_NAMES = (
    ("regions", "name"), ("speakers", "name"), ("themes", "label"), ("themes", "label_short"),
    ("units", "label"),
)  # fmt: skip
"""The names by which rows of a table are told apart."""
_FEW = 3
"""Figures of a speaker that are none of the speaker's region only by chance."""
_ENDS = ("link_id", "entity_id", "role")
_HANZI = re.compile("[\u3400-\u9fff]").search
_LATIN = re.compile("[A-Za-z]{2}").search


def table_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what rows of several tables are warned of."""
    for name in ("figures", "statements"):
        yield from _unclear_without_note(name, frames[name])
    yield from _links(frames)
    for name, label in _NAMES:
        yield from _same_names(name, label, frames[name])
    for name, table in TABLES.items():
        if not table.key.unique:
            yield from _same_rows(name, frames[name][[each.name for each in table.columns]])
    yield from _speakers_elsewhere(frames)
    for name, table in TABLES.items():
        for column in table.columns:
            if column.name.endswith("_zh"):
                yield from _exchanged(name, column.name, frames[name])
    yield from _reserved_ids(frames)


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


def _links(frames: Frames) -> Iterator[Problem]:
    links, places = frames["links"], frames["link_places"]
    roles, ends = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    for link, entity, role in zip(*(places[name] for name in _ENDS), strict=True):
        roles[link].add(role)
        ends[link].add(entity)
    counts = np.array([len(ends[id_]) for id_ in links["link_id"]])
    yield from warn(
        "links",
        links,
        counts < 2,
        "link_id",
        lambda link: (
            f"'{link}' joins {'no place' if not ends[link] else 'one place alone'}. "
            "Add its ends to link_places.csv."
        ),
    )
    missing = [
        " and ".join(end for end in ("from", "to") if end not in roles[id_])
        if direction == "flow"
        else ""
        for id_, direction in zip(links["link_id"], links["direction"], strict=True)
    ]
    yield from warn(
        "links",
        links,
        (np.array(missing, object) != "") & (counts >= 2),
        "direction",
        lambda _, missing: (
            f"a flow with no place in the role {missing}. Mend link_places.csv, or write mutual."
        ),
        pd.Series(missing, dtype=object),
    )


def _same_names(table: str, column: str, frame: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        table,
        frame,
        frame[column].duplicated() & (frame[column] != ""),
        column,
        lambda name: f"two {table} are named '{name}'. Tell them apart, as by what they belong to.",
    )


def _same_rows(table: str, frame: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        table,
        frame,
        frame.duplicated(),
        TABLES[table].key.name,
        lambda id_: f"the same row stands above, with '{id_}' as well. Delete one of the two.",
    )


def _speakers_elsewhere(frames: Frames) -> Iterator[Problem]:
    """Warn of speakers whose figures are all of other regions than their own."""
    speakers, figures = frames["speakers"], frames["figures"]
    fits = within(frames["regions"])
    homes = dict(zip(speakers["speaker_id"], speakers["region_id"].astype(object), strict=True))
    located = figures[(figures["region_id"] != "") & (figures["speaker_id"] != "")]
    pairs = located[["speaker_id", "region_id"]].astype(object)
    counts = Counter(pairs.itertuples(index=False, name=None))
    at_home = {speaker for speaker, region in counts if fits(homes[speaker], region)}
    totals = Counter(pairs["speaker_id"])
    lost = {id_ for id_, count in totals.items() if count >= _FEW and id_ not in at_home}
    yield from warn(
        "speakers",
        speakers,
        speakers["speaker_id"].isin(lost),
        "region_id",
        lambda region, speaker: (
            f"'{speaker}' is of {region}, but each figure of '{speaker}' is of another region. "
            "Mend one."
        ),
        "speaker_id",
    )


def _exchanged(table: str, column: str, frame: pd.DataFrame) -> Iterator[Problem]:
    """Warn of what is Chinese where it should not be, and not Chinese where it should."""
    plain = column.removesuffix("_zh")
    others, cells = frame[plain].tolist(), frame[column].tolist()
    # Of hardly a column is more to be looked at than all of it at once.
    if not _LATIN("\n".join(cells)):
        return
    is_exchanged = [
        bool(_LATIN(zh) and not _HANZI(zh) and _HANZI(other))
        for other, zh in zip(others, cells, strict=True)
    ]
    yield from warn(
        table,
        frame,
        is_exchanged,
        column,
        lambda zh, other: f"'{zh}' is not Chinese, but {plain} '{other}' is. Exchange the two.",
        plain,
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
