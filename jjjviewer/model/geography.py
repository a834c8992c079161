"""Where the places of a pack lie, which links join them, and the outlines of its regions."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property
from typing import Any, NamedTuple

import pandas as pd

from jjjviewer.model.records import Records
from jjjviewer.paths import resource

Ring = tuple[tuple[float, float], ...]
"""A closed line, as pairs of longitude and latitude in degrees."""

_AROUND = 0.3
"""In degrees: how far beyond an outline's frame a place may lie and still fit it."""
_MOST_FIT = 0.5


class Extent(NamedTuple):
    """A part of the earth, in degrees."""

    west: float
    south: float
    east: float
    north: float

    @property
    def middle(self) -> tuple[float, float]:
        """Longitude and latitude."""
        return (self.west + self.east) / 2, (self.south + self.north) / 2

    def holds(self, lon: float, lat: float) -> bool:
        return self.west <= lon <= self.east and self.south <= lat <= self.north

    def joined(self, other: "Extent") -> "Extent":
        """The least extent that holds both."""
        return Extent(
            min(self.west, other.west),
            min(self.south, other.south),
            max(self.east, other.east),
            max(self.north, other.north),
        )

    def moved(self, east: float, north: float) -> "Extent":
        """The extent so many degrees further on."""
        return Extent(self.west + east, self.south + north, self.east + east, self.north + north)

    def around(self, degrees: float) -> "Extent":
        """The extent with a margin."""
        return Extent(
            self.west - degrees, self.south - degrees, self.east + degrees, self.north + degrees
        )


class Outline(NamedTuple):
    """The outline of a region of the pack."""

    region_id: str
    name: str
    province: str
    """The region that colours it, or nothing."""
    rings: tuple[Ring, ...]


@dataclass(frozen=True)
class Atlas:
    """All of a pack that a map shows, whatever is selected.

    `places` has all entities, with the columns of their table, `name` in the pack's language and:
    `province` (the region that colours it), `paragraphs` (frozenset, in which it is named) and
    `line` (tuple of the ids that it runs through, of a railway or corridor).
    `links` has all links, as in a view.
    """

    places: pd.DataFrame
    at: Mapping[str, int]
    """Which row of `places` has an id."""
    located: pd.DataFrame
    """The places that have a position; it is found once, for a pack may have very many."""
    links: pd.DataFrame
    regions: Mapping[str, str]
    """Names of all regions of the pack, by id."""
    provinces: Mapping[str, str]
    """The region that colours a region, by its id."""
    tops: frozenset[str]
    """Ids of the topmost regions, which are no point on a map."""

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The bundled outlines that fit the pack."""
        return _fitting(self.places, self.regions, self.provinces)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Those of the places that have a position."""
        return frozenset(self.located["entity_id"])

    def place(self, id_: str) -> Any | None:
        """A place by its id, whether or not it has a position."""
        at = self.at.get(id_)
        return None if at is None else self._records[at]

    def known(self, ids: Iterable[str]) -> dict[str, Any]:
        """Those of some places that the pack has, by id, in its order."""
        found = sorted(self.at[id_] for id_ in ids if id_ in self.at)
        return {row.entity_id: row for row in map(self._records.__getitem__, found)}

    def picked(self, links: pd.DataFrame) -> list[Any]:
        """Some rows of `links` as tuples, which are made once for all views."""
        return [self._links[at] for at in links.index.tolist()]

    def inside(self, id_: str) -> Sequence[Any]:
        """What lies in a place, in the pack's order."""
        return [self._records[at] for at in self._inside.get(id_, ())]

    @cached_property
    def _records(self) -> Records:
        return Records(self.places)

    @cached_property
    def _links(self) -> Records:
        return Records(self.links)

    @cached_property
    def _inside(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, parent in enumerate(self.places["parent_id"]):
            found.setdefault(parent, []).append(at)
        return found

    @cached_property
    def rows(self) -> dict[str, Any]:
        """The places that have a position, by id, in the pack's order."""
        return {row.entity_id: row for row in Records(self.located)}

    @cached_property
    def bases(self) -> frozenset[str]:
        """What the positions rest on; nothing stands for a pack that doesn't say."""
        return frozenset(self.located["basis"])

    @cached_property
    def lines(self) -> list[Any]:
        """The railways and corridors that run through several places."""
        return [row for row in Records(self.places) if len(row.line) > 1]

    @cached_property
    def extent(self) -> Extent:
        """The least extent that holds all located places and outlines; there has to be one."""
        rings = (ring for outline in self.outlines for ring in outline.rings)
        located = self.located[["lon", "lat"]].astype(float)
        return _frame([tuple(located.itertuples(index=False, name=None)), *rings])


def located_of(places: pd.DataFrame, tops: Collection[str]) -> pd.DataFrame:
    """The places that have a position and are none of the topmost regions."""
    has_position = places[["lat", "lon"]].notna().all(axis=1)
    return places[has_position & ~places["entity_id"].isin(tops)]


def spots_of(parents: Mapping[str, str], located: Collection[str]) -> dict[str, str]:
    """The nearest place of known position that each place is or lies in, or nothing."""

    def spot(id_: str) -> str:
        while id_ and id_ not in located:
            id_ = parents.get(id_, "")
        return id_

    return {id_: spot(id_) for id_ in ("", *parents)}


def lines_of(descriptor: Mapping[str, Any]) -> dict[str, tuple[str, ...]]:
    """Through which places railways and corridors run, as a pack's descriptor may say."""
    lines = descriptor["jjjviewer"].get("lines", {})
    if not isinstance(lines, dict):
        return {}
    return {
        str(id_): tuple(str(each) for each in through)
        for id_, through in lines.items()
        if isinstance(through, list)
    }


def _fitting(
    places: pd.DataFrame, names: Mapping[str, str], provinces: Mapping[str, str]
) -> tuple[Outline, ...]:
    """The bundled outlines of a pack's regions: those that most of their places lie in.

    Args:
        places: entities with `region_id`, `lat` and `lon`.
        names: of all regions of the pack, by id.
        provinces: the region that colours a region, by its id.
    """
    outlines = []
    for region, rings in _bundled():
        frame = _frame(rings).around(_AROUND)
        own = {id_ for id_, province in provinces.items() if region in (id_, province)}
        inside = [
            frame.holds(lon, lat)
            for lon, lat in places.loc[places["region_id"].isin(own), ["lon", "lat"]]
            .dropna()
            .values
        ]
        if region in names and inside and sum(inside) > _MOST_FIT * len(inside):
            outlines.append(Outline(region, names[region], provinces[region], rings))
    return tuple(outlines)


@cache
def _bundled() -> tuple[tuple[str, tuple[Ring, ...]], ...]:
    text = resource("map/outlines.geojson").read_text(encoding="utf-8")
    return tuple(
        (
            str(feature["properties"]["region"]),
            tuple(
                tuple((float(lon), float(lat)) for lon, lat in ring)
                for polygon in feature["geometry"]["coordinates"]
                for ring in polygon
            ),
        )
        for feature in json.loads(text)["features"]
    )


def _frame(rings: Sequence[Ring]) -> Extent:
    lons, lats = zip(*(point for ring in rings for point in ring), strict=True)
    return Extent(min(lons), min(lats), max(lons), max(lats))
