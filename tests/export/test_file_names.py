"""A name is of one chart alone, and every file system takes it."""

import itertools
import re
from dataclasses import replace

import pytest

from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export.file_names import file_name, is_reserved, selection_name
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection

BARS = next(each for each in CHART_TYPES if each.id == "bars")
IDS = (
    "all",
    "con",
    "nul",
    "com1",
    "hebei",
    "hebei-bars",
    "per",
    "bars",
    "bars-per",
    "x_1-",
    "2",
)
SELECTIONS = (
    [
        Selection(ids)
        for ids in (
            (),
            *((one,) for one in IDS),
            ("all", "hebei"),
            ("hebei", "all"),
            ("a" * 64,) * 2,
        )
    ]
    + [
        Selection(ids, query)
        for ids in ((), ("hebei",))
        for query in (
            "water",
            "water supply",
            "Water supply",
            "water-supply",
            "water_supply",
            "水",
            "水资源",
            "a/b:c?",
        )
    ]
    + [Selection(("place:hebei",))]
    + [Selection(("hebei", *(f"{'x' * 60}{at}" for at in range(3)), last)) for last in ("a", "b")]
)
FILTERS = [
    Filter(),
    Filter(statuses=("planned",)),
    Filter(themes=("planned",)),
    Filter(speakers=("planned",)),
    Filter(units=("planned",)),
    Filter(paragraphs=("38-44",)),
    Filter(paragraphs=("38", "44")),
    Filter(period=("2012-01-01", "")),
    Filter(period=("", "2012-01-01")),
    Filter(values=("2012", "", "cny")),
    Filter(values=("", "2012", "cny")),
    Filter(themes=("planned", "hebei")),
    Filter(themes=("planned",), units=("hebei",)),
    Filter(statuses=("planned",), themes=tuple(f"{'t' * 40}{at}" for at in range(9))),
    Filter(statuses=("planned",), themes=tuple(f"{'t' * 40}{at}" for at in range(8))),
]


def test_a_file_is_named_after_selection_filter_and_chart(pack: Dataset) -> None:
    def name(*ids: str, **filters: tuple[str, ...]) -> str:
        return file_name(pack.view(Selection(ids)).arranged(Filter(**filters), ""), BARS, "png")

    assert name() == "all-bars.png"
    assert name("hebei") == "hebei-bars.png"
    assert name("hebei", "yu-bo") == "hebei+yu-bo-bars.png"
    assert name("hebei", statuses=("planned",)) == "hebei~statuses.planned-bars.png"
    assert selection_name(Selection(query="水"), Filter()) == "search.水"
    assert selection_name(Selection(query="forest cover"), Filter()) == "search.forest_cover"
    assert selection_name(Selection(query="Rail"), Filter()).startswith("search.rail~")


def test_two_selections_or_filters_never_share_a_name() -> None:
    names = [selection_name(*each) for each in itertools.product(SELECTIONS, FILTERS)]
    assert len(set(names)) == len(names)


def test_no_two_charts_share_a_name(pack: Dataset) -> None:
    """Units may have the ids of anything else, and be written after every chart type."""
    units = (
        "",
        *{*IDS} - {each.id for each in CHART_TYPES},
        *(each.id for each in CHART_TYPES),
        "a-per",
        "a",
        "values",
        "theme-bars",
    )
    everything = pack.view(Selection())
    views = [
        replace(everything, selection=Selection((id_,)))
        for id_ in ("x", "x-bars", "x-map", "x-bars-bars")
    ]
    others = [each for each in CHART_TYPES if not isinstance(each, Bars)]
    bars = [Bars(unit=unit, is_per_item=per) for unit in units for per in (False, True)]
    names = [file_name(*each, "png") for each in itertools.product(views, [*others, *bars])]
    assert len(set(names)) == len(names)


def test_every_file_system_takes_a_name() -> None:
    for selection, filter_ in itertools.product(SELECTIONS, FILTERS):
        name = f"{selection_name(selection, filter_)}-{BARS.id}.png"
        assert re.fullmatch(r"[\w+~.-]+[a-z0-9]", name)
        assert name == name.lower()
        assert len(name.encode()) < 120
        assert not is_reserved(name)
        assert not name.startswith((".", "-"))


@pytest.mark.parametrize(
    "name", ["CON", "nul", "com1", "LPT9", "aux.png", "prn.tar.gz", "con .x", "COM²"]
)
def test_names_that_windows_keeps_are_known(name: str) -> None:
    assert is_reserved(name)


@pytest.mark.parametrize("name", ["console", "nul-bars", "com", "com10", "a.con", "lpt"])
def test_names_that_windows_does_not_keep_are_free(name: str) -> None:
    assert not is_reserved(name)
