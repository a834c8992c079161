"""What surrounds the regions whose outlines are bundled: their neighbours, and the sea."""

import json
from functools import cache
from typing import NamedTuple

from jjjviewer.model.json_types import JsonObject
from jjjviewer.paths import resource

Ring = tuple[tuple[float, float], ...]
"""A closed line, as pairs of longitude and latitude in degrees."""


class Neighbour(NamedTuple):
    """Land beside the regions, with its name in both languages."""

    name: str
    name_zh: str
    rings: tuple[Ring, ...]


class SeaName(NamedTuple):
    """The name of a sea in both languages, and where it may stand, in degrees."""

    name: str
    name_zh: str
    lon: float
    lat: float


class Surroundings(NamedTuple):
    """Neighbours and sea, as far as they are known."""

    neighbours: tuple[Neighbour, ...]
    sea: tuple[Ring, ...]
    sea_names: tuple[SeaName, ...]
    east: float
    """The meridian, in degrees, beyond which land and sea are not known."""


@cache
def surroundings() -> Surroundings:
    """Return the bundled surroundings."""
    text = resource("map/surroundings.geojson").read_text(encoding="utf-8")
    collection = json.loads(text)
    *neighbours, sea = collection["features"]
    names = sea["properties"]["seas"]
    return Surroundings(
        tuple(
            Neighbour(each["properties"]["name"], each["properties"]["name_zh"], rings_of(each))
            for each in neighbours
        ),
        rings_of(sea),
        tuple(SeaName(each["name"], each["name_zh"], *each["at"]) for each in names),
        float(collection["box"][2]),
    )


def rings_of(feature: JsonObject) -> tuple[Ring, ...]:
    """Return the rings of a GeoJSON feature of several polygons."""
    return tuple(
        tuple((float(lon), float(lat)) for lon, lat in ring)
        for polygon in feature["geometry"]["coordinates"]
        for ring in polygon
    )
