"""A chart of a pack that was made from a text shows the units that the text prints."""

import re
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from jjjviewer.charts.registry import chart_types_for
from jjjviewer.draft.decisions import decide
from jjjviewer.draft.draft import new_draft
from jjjviewer.draft.editing import edit
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import KEPT
from jjjviewer.draft.saving import save
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.text.tables import table
from tests.charts.drawing import pages, words
from tests.draft.drafts import open_figures
from tests.packs import load

GAZETTEER = Gazetteer()


def _unit_ids() -> Iterator[str]:
    """All that the grammar can read."""
    for section in ("english", "chinese"):
        yield from (head.split()[0] for head, _ in table("units")[section])
    yield from (id_ for id_, _ in table("units")["currencies before a number"])


def pack_of(folder: Path, text: str, unit: str = "") -> Dataset:
    """The pack of a text of which all figures are kept, in another unit than it prints, if any."""
    article = ArticleFile("text.txt", ["A heading", text])
    with closing(new_draft(folder / "draft", records_of(article, GAZETTEER))) as draft:
        for row in open_figures(draft):
            own = {"unit_id": unit} if unit else {}
            cells = {"measure": "Need", **own}
            draft.do("Type", edit(draft.records, "figures", row, cells))
        draft.do("Keep", decide(draft.records, open_figures(draft), KEPT))
        save(draft.records, folder / "pack.zip")
    return load(folder / "pack.zip")


def charted(pack: Dataset) -> str:
    """All that is written on the chart of figures that is offered first."""
    view = pack.view(Selection())
    (chart_type,) = [each for each in chart_types_for(view) if each.id != "card"]
    return words(pages(view, chart_type))


@pytest.mark.parametrize("unit", [*dict.fromkeys(_unit_ids())])
def test_a_chart_shows_each_unit_of_the_grammar_as_it_was_printed(
    app: object, tmp_path: Path, unit: str
) -> None:
    pack = pack_of(tmp_path, "The old plant needs 12 boats, and the new plant 96 boats.", unit)
    (row,) = [each for each in pack["units"].to_dict("records") if each["unit_id"] == unit]
    if unit in ("permille", "basis-point"):  # Charts of shares and changes go by per cent.
        assert row["base_unit"] in ("percent", "pp")
        return
    assert (row["base_unit"], row["factor"]) == (unit, 1)
    assert pack["figures"]["base_value"].tolist() == [12, 96]
    assert row["label"].isascii() or set(row["label"]) & set("²³°µ‰")
    assert row["label_zh"]
    if unit != "pp":  # A change by points is told on its card alone.
        drawn = charted(pack)
        assert re.search(r"\b96\b", drawn)
        assert row["label"] in drawn


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The path is 96 kilometers long. The lane is 61 km.", "96 km"),
        ("The road took 5 km and the lane 800 m. The track has 9 km.", "9 km"),
        ("The trains reach 250 km/h and the buses 100 km/h.", "250 km/h"),
        ("They sold 7 bn euros of bonds and £3bn, and 2 bn euros of shares.", "7 billion euros"),
        ("Rs 1,465 crore went to roads and Rs 200 crore to rail.", "14.65 billion rupees"),
        ("The mine sold 40 kg of gold and 75 kg of silver.", "75 kg"),
        ("The plant makes 3 TWh a year and the dam makes 5 TWh a year.", "5 TWh"),
        ("Two thirds of homes are rented, and 21 percent are empty.", "66.7%"),
        ("One in five posts is vacant, and a quarter of the beds are.", "25%"),
        ("全县新增造林12.6万亩，修复湿地9000亩。", "12.6万亩"),
        ("投入治理资金4.8亿元，旅游收入28亿元。", "28亿元"),
        ("新建46公里的步道，另有12公里的水管。", "46公里"),
    ],
)
def test_a_chart_shows_what_a_careful_reader_would_print(
    app: object, tmp_path: Path, text: str, shown: str
) -> None:
    pack = pack_of(tmp_path, text)
    if "亩" in text or "元" in text or "公里" in text:
        pack = load(tmp_path / "pack.zip", "zh")
    assert shown in charted(pack).replace("\u00a0", " ")


def test_units_of_one_kind_go_by_the_one_that_the_text_uses_most(tmp_path: Path) -> None:
    pack = pack_of(tmp_path, "The pier has 800 m, the lane 5 km, the road 9 km and the wall 30 m.")
    text = "The pier has 800 m, the lane 5 km, the road 9 km and the path 7 km."
    assert {*pack["units"]["base_unit"]} == {"m"}
    (tmp_path / "other").mkdir()
    pack = pack_of(tmp_path / "other", text)
    units = pack["units"].set_index("unit_id")
    assert units["factor"].to_dict() == {"km": 1, "m": 0.001}
    assert units["base_unit"].tolist() == ["km", "km"]
