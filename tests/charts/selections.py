"""Selections over which rules of charts are tested, and the charts that they are offered."""

import random
from collections.abc import Iterator
from functools import cache
from itertools import combinations

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import chart_types_for, variants
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Language, Selection
from jjjviewer.model.view import View
from jjjviewer.paths import bundled_pack, example_pack
from tests.packs import load

PACKS = ("interview", "estuary")
_SEEDED = 50


@cache
def pack_of(name: str, language: Language = "en") -> Dataset:
    """Load one of the bundled packs, once for all tests."""
    return load({"interview": bundled_pack, "estuary": example_pack}[name](), language)


def selections(pack: Dataset) -> list[tuple[str, ...]]:
    """Return everything, every id, pairs, each region with each theme, and some by chance."""
    kinds: dict[str, list[str]] = {}
    for id_ in pack.index.ids():
        kinds.setdefault(pack.index.kind(id_) or "", []).append(id_)
    every = [id_ for ids in kinds.values() for id_ in ids]
    chosen: list[tuple[str, ...]] = [(), *((id_,) for id_ in every)]
    for kind in ("region", "speaker", "theme"):
        chosen += combinations(kinds[kind], 2)
    chosen += [(region, theme) for region in kinds["region"] for theme in kinds["theme"]]
    chance = random.Random(2022)
    chosen += [tuple(chance.sample(every, chance.randint(2, 4))) for _ in range(_SEEDED)]
    return chosen


def charts(pack: Dataset, ids: tuple[str, ...]) -> Iterator[tuple[ChartType, View]]:
    """Yield the chart types that a selection is offered, bars in each unit."""
    view = pack.view(Selection(ids))
    for chart_type in chart_types_for(view):
        for variant in variants(chart_type, view):
            yield variant, view


def accepted(chart_type: ChartType, language: Language = "en") -> Iterator[View]:
    """Yield the views of both packs that a chart type accepts."""
    for name in PACKS:
        yield from filter(chart_type.accepts, _views(name, language))


@cache
def _views(name: str, language: Language) -> list[View]:
    """List the views of all selections, which keep what charts find in them for the next test."""
    pack = pack_of(name, language)
    return [pack.view(Selection(ids)) for ids in selections(pack)]
