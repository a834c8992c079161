"""Each chart type shows what it should, in the order and the look it should."""

import math
import re
from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Rect
from jjjviewer.charts.style import LEAST_PAGE, LIGHT, PAGES, Page
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import Row, change, copy_of_bundled, load, put

CHART_TYPE: dict[str, ChartType] = {chart_type.id: chart_type for chart_type in CHART_TYPES}


def drawn(pack: Dataset, chart_type: str, *ids: str, page: str = "a4") -> Scene:
    return compose(CHART_TYPE[chart_type], pack.view(Selection(ids)), PAGES[page], LIGHT)


def figure_id(pack: Dataset, printed: str) -> str:
    figures = pack["figures"]
    return str(figures.loc[figures["printed"] == printed, "figure_id"].iloc[0])


def mark_of(scene: Scene, record: str) -> Mark:
    return next(mark for mark in scene.marks if record in mark.records)


def first(mark: Mark, kind: type) -> Rect | Circle | Line:
    found = next(shape for shape in mark.shapes if isinstance(shape, kind))
    assert isinstance(found, Rect | Circle | Line)
    return found


def offered(pack: Dataset, *ids: str) -> list[str]:
    return [chart_type.id for chart_type in chart_types_for(pack.view(Selection(ids)))]


def test_the_whole_region_is_offered_every_chart_type_but_that_for_one_figure(
    pack: Dataset,
) -> None:
    assert {*offered(pack)} == {chart_type.id for chart_type in CHART_TYPES} - {"card"}
    assert offered(pack, "innovation")[0] == "card"


def test_bars_of_money_start_at_zero_and_are_as_long_as_the_sum(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money")
    long = first(mark_of(scene, figure_id(pack, "731.9 billion yuan")), Rect)
    short = first(mark_of(scene, figure_id(pack, "278.7 billion yuan")), Rect)
    assert long.rect.left() == short.rect.left()
    assert short.rect.width() / long.rect.width() == pytest.approx(278.7 / 731.9, abs=0.001)


def test_sums_are_ordered_from_the_largest(app: object, pack: Dataset) -> None:
    values = pack["figures"].set_index("figure_id")["base_value"]
    order = [values[mark.records[0]] for mark in drawn(pack, "money").marks]
    assert order == sorted(order, reverse=True)


def test_a_target_is_hollow_and_a_sum_achieved_is_solid(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money")
    target = first(mark_of(scene, figure_id(pack, "400 billion yuan")), Rect)
    achieved = first(mark_of(scene, figure_id(pack, "731.9 billion yuan")), Rect)
    assert isinstance(target, Rect)
    assert isinstance(achieved, Rect)
    assert target.paint.fill == LIGHT.background
    assert achieved.paint.fill == achieved.paint.stroke
    assert "target" in [text.text for text in scene.texts]


def test_an_unclear_sum_is_dashed_and_bears_a_question_mark(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money")
    unclear = mark_of(scene, figure_id(pack, "278.7 billion yuan"))
    bar = first(unclear, Rect)
    assert isinstance(bar, Rect)
    assert bar.paint.dashed
    assert bar.paint.fill != LIGHT.background
    assert "278.7 ?" in [text.text for text in scene.texts]


def test_an_unclear_target_is_told_from_an_unclear_sum_achieved(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "money")
    bar = first(mark_of(scene, figure_id(pack, "50 billion yuan")), Rect)
    assert isinstance(bar, Rect)
    assert bar.paint.dashed
    assert bar.paint.fill == LIGHT.background
    words = [text.text for text in scene.texts]
    assert "? target, unclear in the text" in words
    assert "? achieved, unclear in the text" in words


def test_the_title_says_what_is_seen(app: object, pack: Dataset) -> None:
    assert "731.9 billion yuan" in drawn(pack, "money").title
    assert drawn(pack, "shares", "chengde").title.endswith("from 50.8% to 60.03%")


def test_a_share_whose_meaning_is_torn_is_not_drawn_but_said(app: object, pack: Dataset) -> None:
    torn = figure_id(pack, "32%")
    scene = drawn(pack, "shares", "chengde")
    assert torn not in scene.records
    assert any("figure not charted" in text.text for text in scene.texts)


def test_more_than_and_nearly_are_signed(app: object, pack: Dataset) -> None:
    texts = [text.text for text in drawn(pack, "shares", page="square").texts]
    assert "~60%" in texts
    assert "~ nearly" in texts


def test_counts_lie_by_their_logarithm(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "counts")
    printed = {"3,384": 3384, "4,959 projects": 4959, "680,000 vehicles": 680_000}
    at = {
        count: first(mark_of(scene, figure_id(pack, text)), Circle).rect.center().x()
        for text, count in printed.items()
    }
    ratio = (at[680_000] - at[3384]) / (at[4959] - at[3384])
    assert ratio == pytest.approx(math.log(680_000 / 3384) / math.log(4959 / 3384), rel=1e-3)


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_the_table_holds_what_is_drawn(app: object, pack: Dataset, chart_type: ChartType) -> None:
    ids = ("innovation",) if chart_type.id == "card" else ()
    table = chart_type.table(pack.view(Selection(ids)))
    scene = drawn(pack, chart_type.id, *ids)
    if "Record" in table:
        listed = {record for records in table["Record"] for record in records.split(", ")}
        assert set(scene.records) <= listed
        cut = set(scene.records) != listed
        assert cut == ("for want of room" in " ".join(text.text for text in scene.texts))
    else:
        counts = table.select_dtypes("int")
        assert counts.to_numpy().sum() == len(scene.records)


@pytest.mark.parametrize("size", ["square", "600x400"])
def test_the_footer_names_the_records_that_are_drawn_and_no_others(
    app: object, pack: Dataset, size: str
) -> None:
    page = PAGES.get(size, Page("own", *LEAST_PAGE))
    for ids in ((), ("hebei",), ("beijing", "hebei")):
        view = pack.view(Selection(ids))
        for chart_type in chart_types_for(view):
            scene = compose(chart_type, view, page, LIGHT)
            footer = " ".join(text.text for text in scene.texts)
            if named := re.search(r"Records? ((?:[fls][\d-]+(?:, )?)+)\.", footer):
                assert set(named[1].split(", ")) == set(scene.records), (chart_type.id, ids)
            elif counted := re.search(r"(\d+) records, ", footer):
                assert int(counted[1]) == len(scene.records), (chart_type.id, ids)


def test_a_doubtful_figure_is_named_below_the_chart(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    change(folder, "figures", put(20, value="731900000"))
    scene = drawn(load(folder), "money")
    footer = " ".join(text.text for text in scene.texts)
    assert "To be checked, for the pack contradicts itself: f21-2." in footer
    assert "contradicts itself: f21-2." in scene.description


def test_very_many_doubtful_records_are_counted_below_the_chart(
    app: object, tmp_path: Path
) -> None:
    def garble(rows: list[Row]) -> None:
        for row in rows:
            row.update(certainty="garbled", note="")

    folder = copy_of_bundled(tmp_path)
    change(folder, "statements", garble)
    footer = " ".join(text.text for text in drawn(load(folder), "kinds").texts)
    assert "for the pack contradicts itself: 127 of these records." in footer


def test_a_negative_sum_lies_on_the_other_side_of_zero(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    change(folder, "figures", put(20, printed="-400 billion yuan", value="-400000000000"))
    scene = drawn(load(folder), "money")
    loss = first(mark_of(scene, figure_id(load(folder), "-400 billion yuan")), Rect)
    gain = first(mark_of(scene, figure_id(load(folder), "400 billion yuan")), Rect)
    assert isinstance(loss, Rect)
    assert isinstance(gain, Rect)
    assert loss.rect.right() == pytest.approx(gain.rect.left())
    assert loss.rect.width() == pytest.approx(gain.rect.width())


def test_a_sum_of_nothing_alone_still_has_a_scale(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    change(folder, "figures", put(20, printed="0 yuan", value="0"))
    scene = drawn(load(folder), "money", "dai-yongkang")
    assert "0" in [text.text for text in scene.texts]


def test_a_target_stands_at_its_year_and_says_that_no_present_value_is_given(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "targets")
    assert scene.title.startswith("Output value of green chemicals, Cangzhou: 400 billion yuan")
    texts = [text.text for text in scene.texts]
    assert {"400 billion yuan", "now: no present value given; Kang Yanmin ¶53"} <= set(texts)
    dot = first(mark_of(scene, figure_id(pack, "400 billion yuan")), Circle)
    year = next(text for text in scene.texts if text.text == "2025")
    assert dot.rect.center().x() == pytest.approx(year.x)
    assert isinstance(dot, Circle)
    assert dot.paint.fill == LIGHT.background


def test_a_target_with_a_present_value_says_it(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    relation = {"from_id": "f50-2", "to_id": "f53-1", "kind": "from_value"}
    change(folder, "figure_relations", lambda rows: rows.append(relation))
    scene = drawn(load(folder), "targets")
    words = [text.text for text in scene.texts if "now: 278.7 billion yuan ?" in text.text]
    assert len(words) == 1
