"""What rows are warned of that do not agree with those of other tables."""

from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.categories import codes_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.index import RECORDS
from jjjviewer.model.schema import TABLES
from jjjviewer.model.validation.warning import Frames, warn


def agreement_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what rows are warned of that say something else than the rows they refer to."""
    yield from _unknown_paragraphs(frames)
    yield from _paragraphs_of_others(frames)
    yield from _statements_of_others(frames)
    yield from _places_elsewhere(frames)


def _unknown_paragraphs(frames: Frames) -> Iterator[Problem]:
    for table in TABLES.values():
        for column in table.columns:
            if column.only_warns:
                target, frame = TABLES[column.refers_to], frames[table.name]
                known = frames[target.name][target.key.name]
                yield from warn(
                    table.name,
                    frame,
                    ~frame[column.name].isin(known),
                    column.name,
                    lambda cell, name=column.name, file=target.file: (
                        f"{name} '{cell}' is not in {file}. Mend it, or add it there."
                    ),
                )


def _paragraphs_of_others(frames: Frames) -> Iterator[Problem]:
    speakers = frames["paragraphs"].set_index("paragraph")["speaker_id"].astype(object)
    for name in RECORDS:
        frame = frames[name]
        expected = frame["paragraph"].map(speakers).fillna(frame["speaker_id"].astype(object))
        is_other = expected != frame["speaker_id"].astype(object)
        yield from warn(
            name,
            frame,
            is_other,
            "paragraph",
            lambda number, expected, speaker: (
                f"paragraph {number} belongs to {expected or 'no speaker'}, "
                f"not to {speaker or 'no speaker'}. Mend one."
            ),
            expected,
            "speaker_id",
        )


def _statements_of_others(frames: Frames) -> Iterator[Problem]:
    """Warn of figures said in another paragraph, or by another speaker, than their statement."""
    figures, statements = frames["figures"], frames["statements"]
    # Rows that do not fit their own paragraph are warned of that.
    owners = frames["paragraphs"].set_index("paragraph")["speaker_id"].astype(object)
    speakers = figures["speaker_id"].astype(object).to_numpy()
    fits = figures["paragraph"].map(owners).to_numpy() == speakers
    at = pd.Index(statements["statement_id"]).get_indexer(figures["statement_id"])
    where = statements["paragraph"].to_numpy()[at] if len(statements) else at
    is_there = figures["paragraph"].to_numpy() == where
    yield from warn(
        "figures",
        figures,
        fits & ~is_there,
        "paragraph",
        lambda paragraph, statement, where: (
            f"paragraph {paragraph}, but its statement '{statement}' stands in {where}. Mend one."
        ),
        "statement_id",
        pd.Series(where),
    )
    who = statements["speaker_id"].astype(object).to_numpy()[at] if len(statements) else at
    is_other = fits & is_there & (speakers != who)
    yield from warn(
        "figures",
        figures,
        is_other,
        "speaker_id",
        lambda speaker, statement, who: (
            f"{speaker or 'no speaker'}, but its statement '{statement}' is by "
            f"{who or 'no speaker'}. Mend one."
        ),
        "statement_id",
        pd.Series(who),
    )


def _places_elsewhere(frames: Frames) -> Iterator[Problem]:
    """Warn of a place that lies in another region than the one that the figure is of."""
    figures, regions, entities = frames["figures"], frames["regions"], frames["entities"]
    parents = dict(zip(regions["region_id"], regions["parent_id"].astype(object), strict=True))

    def chain(region: str) -> list[str]:
        found = [region]
        while found[-1]:
            found.append(parents.get(found[-1], ""))
        return found[:-1]

    homes = dict(zip(entities["entity_id"], entities["region_id"].astype(object), strict=True))

    def fits(place: str, region: str) -> bool:
        home = homes.get(place, "")
        return not (home and region) or region in chain(home) or home in chain(region)

    places, regions_of = (figures[name].cat.categories for name in ("place_id", "region_id"))
    # Each pair of a place and a region once, by the numbers of the two.
    codes = codes_of(figures["place_id"]).astype(np.int64) * len(regions_of)
    pairs, positions = np.unique(codes + codes_of(figures["region_id"]), return_inverse=True)
    is_outside = [
        not fits(places[pair // len(regions_of)], regions_of[pair % len(regions_of)])
        for pair in pairs.tolist()
    ]
    yield from warn(
        "figures",
        figures,
        np.array(is_outside, bool)[positions],
        "place_id",
        lambda place, region, home: (
            f"place '{place}' lies in {home}, but region_id says {region}. Mend one."
        ),
        "region_id",
        figures["place_id"].astype(object).map(homes),
    )
