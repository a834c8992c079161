"""Charts that count statements: by theme, by kind, by who spoke."""

from itertools import pairwise

import pytest

from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.shapes import Rect
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from tests.charts.types.test_types import CHART_TYPE, drawn, first, offered


def test_a_speaker_without_figures_still_has_a_chart_of_statements(pack: Dataset) -> None:
    assert "kinds" in offered(pack, "guanting")
    assert "money" not in offered(pack, "guanting")


def test_the_heat_map_counts_each_speakers_statements(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "speaker-theme")
    statements = pack["statements"]
    marked = [record for mark in scene.marks for record in mark.records]
    assert sorted(marked) == sorted(statements.loc[statements["speaker_id"] != "", "statement_id"])


def test_kinds_are_stacked_without_gaps(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "kinds")
    bars = [mark for mark in scene.marks if mark.words.startswith("Chai Baoliang")]
    for left, right in pairwise(bars):
        assert left.hit.right() == pytest.approx(right.hit.left())
    statements = pack["statements"]
    count = (statements["speaker_id"] == "chai-baoliang").sum()
    assert sum(len(mark.records) for mark in bars) == count


def test_one_speakers_kinds_are_told_by_theme(app: object, pack: Dataset) -> None:
    themes = set(pack.view(Selection(("yu-bo",))).statements["theme"])
    texts = {text.text for text in drawn(pack, "kinds", "yu-bo").texts}
    assert themes <= texts


def test_attention_names_six_themes_and_adds_up_to_all_statements(
    app: object, pack: Dataset
) -> None:
    table = CHART_TYPE["attention"].table(pack.view(Selection()))
    assert [name for name in table.columns[1:] if not name.endswith("%")] == [
        "Relocation",
        "Industry",
        "Ecology",
        "Opening and reform",
        "Airport economy",
        "Context",
        "Other themes",
    ]
    scene = drawn(pack, "attention")
    assert scene.title.startswith("Ecology: 28% of the statements")
    bars = [mark for mark in scene.marks if mark.words.startswith("Chai Baoliang")]
    assert [mark.words for mark in bars] == [
        "Chai Baoliang, Ecology: 80% of 20 statements",
        "Chai Baoliang, Other themes: 20% of 20 statements",
    ]
    assert "Derived: " in scene.subtitle


def test_a_theme_keeps_its_colour_from_one_selection_to_the_next(
    app: object, pack: Dataset
) -> None:
    fills = set()
    for ids in ((), ("beijing",), ("hebei",), ("chai-baoliang",), ("beijing", "hebei")):
        scene = drawn(pack, "attention", *ids)
        mark = next(mark for mark in scene.marks if ", Ecology: " in mark.words)
        fills.add(first(mark, Rect).paint.fill)
    assert len(fills) == 1


def test_all_bars_of_attention_are_of_one_length(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "attention")
    ends = {
        name: max(mark.hit.right() for mark in scene.marks if mark.words.startswith(name))
        for name in ("Yu Bo", "Kang Yanmin")
    }
    assert ends["Yu Bo"] == pytest.approx(ends["Kang Yanmin"])


def test_where_many_speak_the_overview_comes_first_until_something_is_filtered(
    pack: Dataset,
) -> None:
    assert offered(pack)[0] == "speaker-theme"
    targets = pack.view(Selection()).arranged(Filter(statuses=("target",)), "")
    assert chart_types_for(targets)[0].id != "speaker-theme"
    assert offered(pack, "hebei")[0] == "money"
