"""The places that come with the program: their names, where they lie, and what they lie in."""

import csv
from collections.abc import Iterable, Mapping
from functools import cached_property

from jjjviewer.paths import resource
from jjjviewer.text.places import PlaceFinder


class Gazetteer:
    """The bundled places, and those of a pack."""

    def __init__(self) -> None:
        with resource("map/gazetteer.csv").open(encoding="utf-8", newline="") as file:
            self.places = {row["place_id"]: row for row in csv.DictReader(file)}

    @cached_property
    def _divisions(self) -> list[str]:
        return resource("map/divisions.txt").read_text(encoding="utf-8").split()

    def finder(self, known: Iterable[Mapping[str, str]] = ()) -> PlaceFinder:
        """Return what finds the places in a text, by these names and those of a pack.

        Args:
            known: records of entities.
        """
        names = {
            name: row["place_id"]
            for row in self.places.values()
            for name in (row["name"], row["name_zh"])
            if name
        }
        names |= {
            name: row["entity_id"]
            for row in known
            for name in (row["name"], row["name_zh"])
            if name
        }
        return PlaceFinder(names, self._divisions)
