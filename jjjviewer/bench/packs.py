"""Generated packs of any size; the same size gives the same pack."""

import csv
import json
import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from jjjviewer.model.schema import DESCRIPTOR, tables_in

_SEED = 20221021
_UNITS = (
    ("cny", "yuan", "money", 1_000_000_000),
    ("percent", "%", "share", 100),
    ("enterprise", "enterprises", "count", 100_000),
    ("mu", "mu", "area", 10_000_000),
    ("km", "kilometres", "length", 5_000),
)
"""Units: id, label, dimension and largest value."""
_THINGS = ("roads", "rail", "forest", "marshes", "schools", "clinics", "parks", "plants", "ports")
_ASPECTS = ("Length of", "Area of", "Invested in", "Share of", "Number of", "Growth of")
REGIONS = 30
THEMES = 12
_PLACES_A_PARENT = 100
_KINDS = ("achievement", "measure", "plan", "position")

Row = tuple[object, ...]


@dataclass(frozen=True)
class Size:
    """Numbers of rows of a pack."""

    figures: int
    statements: int
    speakers: int
    places: int


LARGE = Size(1_000_000, 100_000, 2_000, 50_000)


def scaled(figures: int) -> Size:
    """Return a smaller pack, with as many figures for each speaker as in the large one."""
    part = figures / LARGE.figures
    return Size(
        figures,
        max(1, round(LARGE.statements * part)),
        max(1, round(LARGE.speakers * part)),
        max(1, round(LARGE.places * part)),
    )


def write_pack(folder: Path, size: Size) -> Path:
    """Write a pack into a new folder and return it."""
    folder.mkdir(parents=True)
    chance = random.Random(_SEED)
    for name, rows in _tables(size, chance).items():
        table = tables_in(1)[name]
        with (folder / table.file).open("w", encoding="utf-8", newline="") as file:
            writer = csv.writer(file, lineterminator="\n")
            writer.writerow(column.name for column in table.columns)
            writer.writerows(rows)
    words = {"title": f"{size.figures:,} figures", "date": "2022-10-21", "citation": "Nobody"}
    descriptor = {"jjjviewer": {"format": 1, **words, "caveat": "Invented."}}
    (folder / DESCRIPTOR).write_text(json.dumps(descriptor), encoding="utf-8")
    return folder


def _tables(size: Size, chance: random.Random) -> dict[str, Iterable[Row]]:
    """Return the rows of each table: one paragraph a speaker, two places a paragraph."""
    regions = [("whole", "Everywhere", "各地", "", "cluster", 0)]
    regions += [
        (f"r{at}", f"Region {at}", f"区{at}", "whole", "province", at) for at in range(REGIONS)
    ]
    themes = [(f"t{at}", f"Theme {at}", f"题{at}", at) for at in range(THEMES)]
    units = [(id_, label, "", kind, id_, 1) for id_, label, kind, _ in _UNITS]
    speakers = range(size.speakers)
    return {
        "regions": regions,
        "themes": themes,
        "units": units,
        "speakers": (_speaker(at, size) for at in speakers),
        "paragraphs": ((at + 1, "body", f"p{at}", "body", f"{at:012x}", 900) for at in speakers),
        "statements": (_statement(at, size, chance) for at in range(size.statements)),
        "figures": (_figure(at, size, chance) for at in range(size.figures)),
        "figure_relations": (
            (f"f{at}", f"f{at + 1}", "do_not_sum") for at in range(0, size.figures - 1, 1000)
        ),
        "entities": (_place(at) for at in range(size.places)),
        "mentions": (
            (f"e{place}", at + 1)
            for at in speakers
            for place in sorted(chance.sample(range(size.places), min(size.places, 20)))
        ),
        "links": (_link(at) for at in speakers),
        "link_places": _ends(size, chance),
    }


def _speaker(at: int, size: Size) -> Row:
    return (f"p{at}", f"Speaker {at}", "", "Mayor", "", _region(_home(at, size)), "", at)


def _home(speaker: int, size: Size) -> int:
    """Return a place in the region of a speaker, of which the first figure is."""
    return speaker * 37 % size.places


def _statement(at: int, size: Size, chance: random.Random) -> Row:
    speaker = at % size.speakers
    theme = f"t{chance.randrange(THEMES)}"
    words = " ".join(chance.choices(_THINGS, k=12))
    kind = chance.choice(_KINDS)
    return (f"s{at}", f"p{speaker}", speaker + 1, kind, theme, words, "clear", "")


def _figure(at: int, size: Size, chance: random.Random) -> Row:
    statement = at % size.statements
    speaker = statement % size.speakers
    unit, label, kind, largest = chance.choice(_UNITS)
    value = chance.randint(1, largest)
    year = chance.randint(2014, 2030)
    place = chance.randrange(size.places) if at >= size.speakers else _home(speaker, size)
    measure = f"{chance.choice(_ASPECTS)} {chance.choice(_THINGS)}, place {place}"
    status = chance.choice(("target", "planned") if year > 2022 else ("achieved", "uncertain"))
    # No two figures of a paragraph are the same words in the same place.
    occurrence = at // size.speakers + 1
    return (
        *(f"f{at}", f"s{statement}", f"p{speaker}", speaker + 1, f"{value:,} {label}"),
        *(occurrence, value, "", unit, kind, measure, _region(place), f"e{place}"),
        *("", str(year), f"{year}-01-01", f"{year}-09-30", "printed", "exact", status, ""),
        *(f"t{chance.randrange(THEMES)}", "clear", "true" if at % 50 else "false", ""),
    )


def _region(place: int) -> str:
    """Return the region of a place, that of the one that it lies in."""
    return f"r{place // _PLACES_A_PARENT % REGIONS}"


def _place(at: int) -> Row:
    """Return a place; the first of every hundred holds the others."""
    parent = at - at % _PLACES_A_PARENT
    within = "" if at == parent else f"e{parent}"
    return (
        *(f"e{at}", f"Place {at}", f"地{at}", "place", "", within, _region(at)),
        *(39 + at % 97 / 97, 116 + at % 89 / 89, "approximate", "", ""),
    )


def _link(at: int) -> Row:
    return (f"l{at}", f"p{at}", at + 1, "Roads", "", "mutual", "achieved", f"t{at % THEMES}")


def _ends(size: Size, chance: random.Random) -> Iterator[Row]:
    for at in range(size.speakers):
        ends = chance.sample(range(size.places), 2)
        yield from ((f"l{at}", f"e{end}", "member") for end in sorted(ends))
