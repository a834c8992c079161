"""What places are warned of: their positions, and what they lie in."""

from collections.abc import Callable, Iterator

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.geography import together
from jjjviewer.model.validation.warning import Frames, warn

Numbers = npt.NDArray[np.float64]

_MANY = 3
_FAR = 5.0
"""In degrees: how far a place may always lie from the others of its region."""
_TIMES = 5
"""How much farther than half of the places one may always lie."""


def place_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what places are warned of."""
    yield from _positions(frames["entities"])
    yield from _parents(frames["entities"], frames["regions"])


def within(regions: pd.DataFrame) -> Callable[[str, str], bool]:
    """Return a test whether one of two regions lies in the other, or is none."""
    parents = dict(zip(regions["region_id"], regions["parent_id"].astype(object), strict=True))

    def chain(region: str) -> list[str]:
        found = [region]
        while found[-1]:
            found.append(parents.get(found[-1], ""))
        return found[:-1]

    return lambda one, other: not (one and other) or one in chain(other) or other in chain(one)


def _parents(entities: pd.DataFrame, regions: pd.DataFrame) -> Iterator[Problem]:
    """Warn of a place that lies in one of another region."""
    fits = within(regions)
    is_place = is_one_of(entities["type"], ("place",))
    own = entities["region_id"].astype(object)
    homes = dict(zip(entities["entity_id"], own.where(is_place, ""), strict=True))
    of_parent = entities["parent_id"].astype(object).map(homes).fillna("")
    is_other = [not fits(*pair) for pair in zip(own, of_parent, strict=True)]
    yield from warn(
        "entities",
        entities,
        is_place & np.array(is_other, bool),
        "parent_id",
        lambda parent, region, of_parent: (
            f"'{parent}' lies in {of_parent}, but region_id says {region}. Mend one."
        ),
        "region_id",
        of_parent,
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
    yield from _far_positions(entities)


def _far_positions(entities: pd.DataFrame) -> Iterator[Problem]:
    lat, lon = entities["lat"], entities["lon"]
    as_is, swapped = _distances(entities)
    is_swapped = (as_is > _FAR) & (swapped < as_is / 4)
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
    usual = np.nanmedian(as_is) if np.isfinite(as_is).any() else np.nan
    is_far = (as_is > max(_FAR, _TIMES * usual)) & (entities["region_id"] != "").to_numpy()
    yield from warn(
        "entities",
        entities,
        is_far & ~is_swapped & ((lat != 0) | (lon != 0)),
        "lat",
        lambda lat, lon, region: (
            f"{lat}, {lon} lies far from the other places of {region}. Mend lat, lon or region_id."
        ),
        "lon",
        "region_id",
    )


def _distances(entities: pd.DataFrame) -> tuple[Numbers, Numbers]:
    """Return how far places lie from the middle of their region: as they are, and swapped."""
    regions = entities["region_id"].astype(object)
    located = entities[["lat", "lon"]].where(entities[["lat", "lon"]].notna().all(axis=1))
    located["lon"] = together(located["lon"])
    groups = located.groupby(regions)
    is_few = (groups["lat"].transform("count") < _MANY).to_numpy()
    lat, lon = (located[name].to_numpy() for name in ("lat", "lon"))
    # A region of few places has no middle of its own.
    middle_lat, middle_lon = (
        np.where(is_few, located[name].median(), groups[name].transform("median"))
        for name in ("lat", "lon")
    )
    return (
        np.hypot(lat - middle_lat, lon - middle_lon),
        np.hypot(lon - middle_lat, lat - middle_lon),
    )
