"""What figures are warned of beside statements, places and words that they belong to."""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.categories import codes_of, is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import texts_of
from jjjviewer.model.validation.place_warnings import within
from jjjviewer.model.validation.warning import Frames, warn
from jjjviewer.text.directions import directions

_MOVES = re.compile(
    r"\b(?:rise|rising|rose|risen|rais|grow|grew|growth|gain|increas|expan|more than before|up by"
    r"|climb|doubl|tripl|add|fall|fell|declin|drop|decreas|reduc|cut|shr[aiu]nk|los[st]|lower"
    r"|less than before|down|improv|chang|higher|widen|extend)"
    "|[增升提涨扩降减跌缩下少]",
    re.IGNORECASE,
).search


def figure_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what rows of figures are warned of.

    Args:
        frames: with the joined columns.
    """
    yield from _directions(frames)
    yield from _printed_twice(frames["figures"])
    yield from _unlike_their_statements(frames)
    yield from _places_elsewhere(frames)


def _directions(frames: Frames) -> Iterator[Problem]:
    """Warn of an up or down on what is no change, or is said to go the other way."""
    figures, relations = frames["figures"], frames["figure_relations"]
    has = codes_of(figures["direction"]) >= 0
    columns = ["direction", "measure", "claim", "note", "statement_id"]
    rows = figures.loc[has, columns]
    of_figure = rows["measure"] + " " + rows["claim"]
    is_turned = has.copy()
    is_turned[has] = [
        directions(text) == {"up", "down"} - {stated}
        for text, stated in zip(of_figure, texts_of(rows["direction"]), strict=True)
    ]
    yield from warn(
        "figures",
        figures,
        is_turned,
        "direction",
        lambda direction, measure, claim: (
            f"{direction}, but '{claim or measure}' tells of the opposite. Mend one."
        ),
        "measure",
        "claim",
    )
    ends = relations.loc[relations["kind"] == "from_value", ["from_position", "to_position"]]
    summaries = frames["statements"].set_index("statement_id")["summary"]
    words = of_figure + " " + rows["note"] + " " + rows["statement_id"].map(summaries)
    is_still = has & ~is_turned & ~is_one_of(figures["quantity_kind"], {"change"})
    is_still[has] &= np.array([not _MOVES(text) for text in words], bool)
    is_still[np.ravel(ends)] = False
    yield from warn(
        "figures",
        figures,
        is_still,
        "direction",
        lambda direction, kind: (
            f"{direction}, but the figure is of the kind {kind}, of which no change is stated. "
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


def _unlike_their_statements(frames: Frames) -> Iterator[Problem]:
    """Warn of figures in another paragraph or by another speaker; a theme may be its own."""
    figures, statements = frames["figures"], frames["statements"]
    if not len(statements):
        return
    # Rows that do not fit their own paragraph are warned of that.
    owners = frames["paragraphs"].set_index("paragraph")["speaker_id"].astype(object)
    fits = figures["paragraph"].map(owners).to_numpy() == figures["speaker_id"].astype(object)
    at = pd.Index(statements["statement_id"]).get_indexer(figures["statement_id"])
    columns = ["paragraph", "speaker_id"]
    of_statement = statements[columns].take(at).set_axis(figures.index)
    is_same = np.ones(len(figures), bool)
    for column, word, verb in zip(columns, ("paragraph ", ""), ("stands in", "is by"), strict=True):
        own, others = (frame[column].astype(object) for frame in (figures, of_statement))
        is_other = fits & is_same & (own != others)
        yield from warn(
            "figures",
            figures,
            is_other,
            column,
            lambda cell, statement, other, word=word, verb=verb: (
                f"{word}{cell or 'no speaker'}, but its statement '{statement}' {verb} "
                f"{other or 'no speaker'}. Mend one."
            ),
            "statement_id",
            others,
        )
        is_same &= own == others


def _places_elsewhere(frames: Frames) -> Iterator[Problem]:
    """Warn of a place that lies in another region than the one that the figure is of."""
    figures, entities = frames["figures"], frames["entities"]
    fits = within(frames["regions"])
    homes = dict(zip(entities["entity_id"], entities["region_id"].astype(object), strict=True))
    places, regions_of = (figures[name].cat.categories for name in ("place_id", "region_id"))
    # Each pair of a place and a region once, by the numbers of the two.
    codes = codes_of(figures["place_id"]).astype(np.int64) * len(regions_of)
    pairs, positions = np.unique(codes + codes_of(figures["region_id"]), return_inverse=True)
    is_outside = [
        not fits(homes.get(places[pair // len(regions_of)], ""), regions_of[pair % len(regions_of)])
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
