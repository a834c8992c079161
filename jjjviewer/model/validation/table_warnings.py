"""What links, statements, speakers and rows that stand twice are warned of."""

from collections import Counter, defaultdict
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.schema import TABLES
from jjjviewer.model.validation.place_warnings import within
from jjjviewer.model.validation.warning import Frames, warn
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES

_FEW = 3
"""Figures of a speaker that are none of the speaker's region only by chance."""
_ROLES = {"flow": ("from", "to"), "mutual": ("member",)}


def table_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what rows of several tables are warned of."""
    for name in ("figures", "statements"):
        yield from _unclear_without_note(name, frames[name])
        yield from _notes_of_ids(name, frames[name], frames["regions"])
    yield from _ends(frames["links"], frames["link_places"])
    yield from _roles(frames["links"], frames["link_places"])
    for name, table in TABLES.items():
        if not table.key.unique:
            yield from _same_rows(name, frames[name][[each.name for each in table.columns]])
    yield from _speakers_elsewhere(frames)


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


def _notes_of_ids(table: str, frame: pd.DataFrame, regions: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        table,
        frame,
        frame["note"].isin(regions["region_id"]),
        "note",
        lambda id_: (
            f"'{id_}' is the id of a region. Write in words what is to be noted, or empty it."
        ),
    )


def _ends(links: pd.DataFrame, places: pd.DataFrame) -> Iterator[Problem]:
    """Warn of links that join fewer than two places, or flow from or to none."""
    roles, ends = defaultdict[str, set[str]](set), defaultdict[str, set[str]](set)
    columns = (places[name] for name in ("link_id", "entity_id", "role"))
    for link, entity, role in zip(*columns, strict=True):
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


def _roles(links: pd.DataFrame, places: pd.DataFrame) -> Iterator[Problem]:
    """Warn of places in a role that links of that direction have not."""
    directions = places["link_id"].astype(object).map(links.set_index("link_id")["direction"])
    is_other = np.zeros(len(places), bool)
    for direction, roles in _ROLES.items():
        is_other |= ((directions == direction) & ~places["role"].isin(roles)).to_numpy()
    yield from warn(
        "link_places",
        places,
        is_other,
        "role",
        lambda role, link, direction: (
            f"{role}, but the link '{link}' is {direction}, with {' and '.join(_ROLES[direction])} "
            "alone. Mend one."
        ),
        "link_id",
        directions,
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
