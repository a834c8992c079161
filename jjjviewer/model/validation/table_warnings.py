"""What is warned of in the tables that figures and statements refer to, and in their links."""

import re
from collections import defaultdict
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import text_of
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import RESERVED
from jjjviewer.model.validation.warning import Frames, warn, warning

_ROUNDING = 1e-9
"""The part of a total that a sum of numbers with decimals may be off by."""
_HASH = re.compile("[0-9a-f]{12}").fullmatch
_NO_HASH = "000000000000"
"""What stands for no hash at all, of a text that was not counted either."""
_ENDS = ("link_id", "entity_id", "role")
_MANY = 3
_FAR = 5.0
"""In degrees: how far from the others a place may lie that may have its coordinates swapped."""


def table_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what rows are warned of that are neither figures nor statements."""
    yield from _units(frames["units"])
    yield from _relations(frames)
    yield from _parts_over_total(frames["figures"], frames["figure_relations"])
    yield from _hashes(frames["paragraphs"])
    yield from _links(frames)
    yield from _positions(frames["entities"])
    yield from _names(frames["regions"])
    yield from _reserved_ids(frames)


def _units(units: pd.DataFrame) -> Iterator[Problem]:
    by_id = units.set_index("unit_id")
    bases = units["base_unit"].astype(object)
    of_base = bases.map(by_id["base_unit"].astype(object))
    yield from warn(
        "units",
        units,
        of_base != bases,
        "base_unit",
        lambda base, of_base: (
            f"'{base}' is no base, for its own is '{of_base}'. Name a unit that is its own base, "
            "with factor 1, and the factor to it."
        ),
        of_base,
    )
    yield from warn(
        "units",
        units,
        (bases == units["unit_id"]) & (units["factor"] != 1),
        "factor",
        lambda factor, unit: f"'{unit}' is its own base, but its factor is {factor}. Write 1.",
        "unit_id",
    )
    dimensions = bases.map(by_id["dimension"])
    yield from warn(
        "units",
        units,
        dimensions != units["dimension"],
        "dimension",
        lambda dimension, base, of_base: (
            f"{dimension}, but its base '{base}' is one of {of_base}. Mend one."
        ),
        "base_unit",
        dimensions,
    )


def _relations(frames: Frames) -> Iterator[Problem]:
    relations, figures = frames["figure_relations"], frames["figures"]
    is_self = relations["from_id"] == relations["to_id"]
    yield from warn(
        "figure_relations",
        relations,
        is_self,
        "to_id",
        lambda figure: f"'{figure}' is related to itself. Name another figure, or delete the row.",
    )
    bases = figures["base_unit"].astype(object).to_numpy()
    part, whole = (bases[relations[f"{end}_position"]] for end in ("from", "to"))
    is_part = (relations["kind"] == "part_of").to_numpy()
    yield from warn(
        "figure_relations",
        relations,
        is_part & (part != whole),
        "from_id",
        lambda figure, to, part, whole: (
            f"'{figure}' in {part or 'no unit'} can be no part of '{to}' in {whole or 'no unit'}. "
            "Mend the kind, or one of the figures."
        ),
        "to_id",
        pd.Series(part),
        pd.Series(whole),
    )
    pairs = set(zip(relations["from_id"], relations["to_id"], relations["kind"], strict=True))
    backwards = [
        kind in ("from_value", "share_of") and (high, low, kind) in pairs
        for low, high, kind in zip(
            relations["from_id"], relations["to_id"], relations["kind"], strict=True
        )
    ]
    yield from warn(
        "figure_relations",
        relations,
        np.array(backwards, bool) & ~is_self.to_numpy(),
        "to_id",
        lambda to, figure, kind: (
            f"'{figure}' is {kind} '{to}', and that one is {kind} it. Delete one of the two rows."
        ),
        "from_id",
        "kind",
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


def _positions(entities: pd.DataFrame) -> Iterator[Problem]:
    lat, lon = entities["lat"], entities["lon"]
    for column, other in (("lat", "lon"), ("lon", "lat")):
        yield from warn(
            "entities",
            entities,
            entities[column].isna() & entities[other].notna(),
            column,
            lambda _, column=column, other=other: (
                f"{other} without {column}. Fill both in, or none."
            ),
        )
    yield from warn(
        "entities",
        entities,
        (lat == 0) & (lon == 0),
        "lat",
        lambda _: "0, 0 lies in the sea off Africa. Leave lat and lon empty where not known.",
    )
    is_swapped = _swapped(entities)
    yield from warn(
        "entities",
        entities,
        is_swapped,
        "lat",
        lambda lat, lon: (
            f"{lat}, {lon} lies far from the others of its region, and {lon}, {lat} near them. "
            "Exchange lat and lon."
        ),
        "lon",
    )


def _swapped(entities: pd.DataFrame) -> Mask:
    """Return which places lie near the others of their region only if lat and lon are swapped."""
    regions = entities["region_id"].astype(object)
    located = entities[["lat", "lon"]].where(entities[["lat", "lon"]].notna().all(axis=1))
    groups = located.groupby(regions)
    is_few = (groups["lat"].transform("count") < _MANY).to_numpy()
    lat, lon = (located[name].to_numpy() for name in ("lat", "lon"))
    # A region of few places has no middle of its own.
    middle_lat, middle_lon = (
        np.where(is_few, located[name].median(), groups[name].transform("median"))
        for name in ("lat", "lon")
    )
    as_is = np.hypot(lat - middle_lat, lon - middle_lon)
    swapped = np.hypot(lon - middle_lat, lat - middle_lon)
    found: Mask = (as_is > _FAR) & (swapped < as_is / 4)
    return found


def _names(regions: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        "regions",
        regions,
        regions["name"].duplicated(),
        "name",
        lambda name: f"two regions are named '{name}'. Tell them apart, as by what they lie in.",
    )


def _hashes(paragraphs: pd.DataFrame) -> Iterator[Problem]:
    is_hash = paragraphs["hash12"].map(lambda text: bool(_HASH(text))).astype(bool)
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
    is_counted = is_hash & (paragraphs["hash12"] != _NO_HASH)
    yield from warn(
        "paragraphs",
        paragraphs,
        (paragraphs["chars"] < 0) | ((paragraphs["chars"] < 1) & is_counted),
        "chars",
        lambda chars: f"chars {chars} is below 1. Count the characters of the paragraph.",
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
            yield warning("figures", position, "value", text_of(row["value"]), message)


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
