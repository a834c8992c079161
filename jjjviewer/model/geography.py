"""Where the places of a pack lie, which links join them, and the outlines of its regions."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence
from functools import cache, cached_property
from typing import NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.frame_rows import RowCache, rows_of
from jjjviewer.model.index import Index
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.row_types import EntityRow
from jjjviewer.model.surroundings import Ring, Surroundings, rings_of, surroundings
from jjjviewer.paths import resource

_CITIES = frozenset({"city", "league", "new_area", "prefecture", "prefecture_city"})
"""Kinds of place just below a region with which what lies in them is counted."""
_AROUND = 0.3
"""In degrees: how far beyond an outline's frame a place may lie and still fit it."""
_MOST_FIT = 0.5
_HALF_TURN = 180
"""In degrees."""


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
        """Return the least extent that holds both."""
        return Extent(
            min(self.west, other.west),
            min(self.south, other.south),
            max(self.east, other.east),
            max(self.north, other.north),
        )

    def moved(self, east: float, north: float) -> "Extent":
        """Return the extent moved by a number of degrees."""
        return Extent(self.west + east, self.south + north, self.east + east, self.north + north)

    def around(self, degrees: float) -> "Extent":
        """Return the extent with a margin, in degrees."""
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


class Route(NamedTuple):
    """A railway or corridor that runs through several places."""

    place: EntityRow
    through: tuple[str, ...]
    """The ids of these places, in order."""
    paragraphs: frozenset[int]
    """Those that name it."""


class Geography:
    """All of a dataset that a map shows, whatever is selected.

    Args:
        frames: of the dataset, by table.
        descriptor: `datapackage.json`, which may say through which places railways run.
        index: tells which region colours another.
        region_names, entity_names: by id, in the dataset's language.

    Attributes:
        located: the entities that have a position.
        through: ids of the places that railways and corridors run through, by their own id.
        tops: ids of the topmost regions, which are no point on a map.
    """

    def __init__(
        self,
        frames: Mapping[str, pd.DataFrame],
        descriptor: JsonObject,
        index: Index,
        region_names: Mapping[str, str],
        entity_names: Mapping[str, str],
    ) -> None:
        entities = frames["entities"]
        self._entities = entities.assign(name=entities["entity_id"].map(entity_names))
        self._mentions = frames["mentions"]
        self._regions = region_names
        self._provinces = {id_: index.province(id_) for id_ in frames["regions"]["region_id"]}
        self.through = through_of(descriptor)
        self._ids = pd.Index(entities["entity_id"])
        self._rows = RowCache(self._entities, EntityRow)
        self.tops = frozenset(top_regions(frames["regions"]))
        self.located = located_of(self._entities, self.tops)

    @cached_property
    def outlines(self) -> tuple[Outline, ...]:
        """The bundled outlines that fit the dataset."""
        return _fitting(self._entities, self._regions, self._provinces)

    @cached_property
    def located_ids(self) -> frozenset[str]:
        """Those of the places that have a position."""
        return frozenset(self.located["entity_id"])

    def place(self, id_: str) -> EntityRow | None:
        """Return an entity by its id, whether or not it has a position."""
        return self.places([id_]).get(id_)

    def places(self, ids: Iterable[str]) -> dict[str, EntityRow]:
        """Those of some entities that the dataset has, by id, in its order."""
        positions = sorted(self._ids.get_loc(id_) for id_ in ids if id_ in self._ids)
        return {row.entity_id: row for row in self._rows.at(positions)}

    def inside(self, id_: str) -> list[EntityRow]:
        """Return the places within a place, in the dataset's order."""
        return self._rows.at(np.flatnonzero(is_one_of(self._entities["parent_id"], {id_})).tolist())

    @cached_property
    def located_places(self) -> dict[str, EntityRow]:
        """The places that have a position, by id, in the dataset's order."""
        return {row.entity_id: row for row in rows_of(self.located, EntityRow)}

    @cached_property
    def bases(self) -> frozenset[str]:
        """What the positions rest on; nothing stands for a pack that doesn't say."""
        return frozenset(self.located["basis"])

    @cached_property
    def surroundings(self) -> Surroundings | None:
        """What surrounds the bundled outlines, where they fit the dataset."""
        return surroundings() if self.outlines else None

    @cached_property
    def parents(self) -> dict[str, str]:
        """The place that an entity lies in, or nothing, by its id."""
        columns = (self._entities[name] for name in ("entity_id", "parent_id"))
        return dict(zip(*columns, strict=True))

    @cached_property
    def cities(self) -> dict[str, str]:
        """The region or city that an entity is counted with, by its id; itself without one."""
        kinds = dict(zip(self.parents, self._entities["kind"], strict=True))
        regions = {id_ for id_, province in self._provinces.items() if id_ == province}

        def city(id_: str) -> str:
            while id_ not in regions and (above := self.parents[id_]):
                is_below_region = above in regions or not self.parents.get(above)
                if kinds[id_] in _CITIES and is_below_region:
                    break
                id_ = above
            return id_

        return {id_: city(id_) for id_ in self.parents}

    @cached_property
    def whole_regions(self) -> frozenset[str]:
        """The places with cities of their own: they are counted apart from these."""
        return frozenset(self.parents[id_] for id_ in self.cities.values()) - {""}

    @cached_property
    def nearest_located(self) -> dict[str, str]:
        """The place of known position that an entity is or lies in, else itself, by its id."""
        found = map_places_of(self.parents, self.located_ids)
        return {id_: found[id_] or id_ for id_ in self.parents}

    @cached_property
    def routes(self) -> list[Route]:
        """The railways and corridors."""
        several = {id_: through for id_, through in self.through.items() if len(through) > 1}
        paragraphs = self._mentions.groupby("entity_id", observed=True)["paragraph"]
        named_in = paragraphs.agg(frozenset).to_dict()
        return [
            Route(place, several[id_], named_in.get(id_, frozenset()))
            for id_, place in self.places(several).items()
        ]

    @cached_property
    def extent(self) -> Extent:
        """The least extent that holds all located places and outlines; there has to be one."""
        rings = (ring for outline in self.outlines for ring in outline.rings)
        located = self.located[["lon", "lat"]]
        return _frame([tuple(located.itertuples(index=False, name=None)), *rings])


def top_regions(regions: pd.DataFrame) -> list[str]:
    """Return the ids of the topmost regions."""
    return list(regions.loc[regions["parent_id"] == "", "region_id"])


def located_of(places: pd.DataFrame, tops: Collection[str]) -> pd.DataFrame:
    """Return the places that have a position and are none of the topmost regions."""
    has_position = places[["lat", "lon"]].notna().all(axis=1)
    located = places[has_position & ~places["entity_id"].isin(tops)]
    return located.assign(lon=together(located["lon"]))


def together(lons: pd.Series) -> pd.Series:
    """Return longitudes of which those west of 180° go on behind it, where that is nearer."""
    is_across = (np.diff(np.sort(lons.dropna())) > _HALF_TURN).any()
    return lons.where(lons >= 0, lons + 2 * _HALF_TURN) if is_across else lons


def map_places_of(parents: Mapping[str, str], located: Collection[str]) -> dict[str, str]:
    """Map each place to the nearest mapped place that it is or lies in, or to nothing."""

    def map_place(id_: str) -> str:
        while id_ and id_ not in located:
            id_ = parents.get(id_, "")
        return id_

    return {id_: map_place(id_) for id_ in ("", *parents)}


def through_of(descriptor: JsonObject) -> dict[str, tuple[str, ...]]:
    """Through which places railways and corridors run, as a pack's descriptor may say."""
    own = descriptor["jjjviewer"]
    lines = own.get("lines", {}) if isinstance(own, dict) else {}
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
    """Return the bundled outlines of a pack's regions: those that most of their places lie in.

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
            rings_of(feature),
        )
        for feature in json.loads(text)["features"]
    )


def _frame(rings: Sequence[Ring]) -> Extent:
    lons, lats = zip(*(point for ring in rings for point in ring), strict=True)
    return Extent(min(lons), min(lats), max(lons), max(lats))
