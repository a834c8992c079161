"""Bars: of one unit, from zero, parts under their totals, what is aimed at apart."""

from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.layouts.bar_rows import BarRows
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Rect, Text
from jjjviewer.charts.shapes import Path as Outline
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.charts.types.bars import Bars
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.charts.selections import PACKS, pack_of, selections
from tests.packs import Row, change, copy_of_bundled, load

LEAST = Page("own", 600, 400)


def drawn(pack: Dataset, bars: Bars, *ids: str, page: Page = PAGES["slide"]) -> list[Scene]:
    return compose(bars, pack.view(Selection(ids)), page, LIGHT)


def bar_of(scene: Scene, id_: str) -> list[Rect | Outline]:
    mark = next(mark for mark in scene.marks if id_ in mark.records)
    return [shape for shape in mark.shapes if isinstance(shape, Rect | Outline)]


def texts_of(mark: Mark) -> str:
    return " ".join(shape.text for shape in mark.shapes if isinstance(shape, Text))


def changed(folder: Path, id_: str, **cells: str) -> Dataset:
    """The bundled pack with other cells in the row of one figure."""
    copy = copy_of_bundled(folder)

    def alter(rows: list[Row]) -> None:
        for row in rows:
            if row["figure_id"] == id_:
                row.update(cells)

    change(copy, "figures", alter)
    return load(copy)


def test_what_is_far_below_the_scale_has_a_scale_of_its_own(app: object, tmp_path: Path) -> None:
    pack = changed(tmp_path, "f43-6", printed="21 yuan", value="21", claim="", claim_zh="")
    marks = [mark for scene in drawn(pack, Bars("cny"), "hebei") for mark in scene.marks]
    texts = texts_of(next(mark for mark in marks if mark.key == "f43-6"))
    assert "21 yuan" in texts
    assert "0.0" not in texts


@pytest.mark.parametrize("name", PACKS)
def test_parts_stand_under_their_totals_and_statuses_apart(name: str) -> None:
    pack = pack_of(name)
    relations = pack["figure_relations"]
    part_of = relations[relations["kind"] == "part_of"]
    total_of = dict(zip(part_of["from_id"], part_of["to_id"], strict=True))
    for ids in selections(pack)[::3]:
        view = pack.view(Selection(ids))
        for unit in Bars().units(view):
            layout = Bars(unit).chart(view).layout
            assert isinstance(layout, BarRows)
            for group in layout.groups:
                of = {row.figure.figure_id: row for row in group.rows}
                assert len({row.figure.status == "target" for row in group.rows}) == 1
                assert len({row.figure.base_unit for row in group.rows}) == 1
                order = [*of]
                for id_, row in of.items():
                    total = total_of.get(id_)
                    assert (row.depth > 0) == (total in of or "perhaps" in row.detail)
                    if total in of:
                        between = order[order.index(total) + 1 : order.index(id_)]
                        assert all(of[each].depth for each in between)


def test_bars_are_as_long_as_their_values(app: object, pack: Dataset) -> None:
    (scene,) = drawn(pack, Bars("cny"))
    (long,), (short,) = (bar_of(scene, id_) for id_ in ("f21-2", "f53-1"))
    outline = short.paint.stroke_width
    assert (short.rect.width() + outline) / long.rect.width() == pytest.approx(
        400 / 731.9, abs=0.01
    )


def test_a_negative_value_goes_to_the_left_and_zero_has_no_bar(app: object, tmp_path: Path) -> None:
    pack = changed(tmp_path, "f43-6", value="-100000000000", printed="−100 billion yuan")
    (scene,) = drawn(pack, Bars("cny"))
    (below,), (above,) = (bar_of(scene, id_) for id_ in ("f43-6", "f21-2"))
    assert below.rect.right() == pytest.approx(above.rect.left(), abs=1.5)
    pack = changed(tmp_path / "zero", "f43-6", value="0", printed="0 yuan")
    (scene,) = drawn(pack, Bars("cny"))
    assert not bar_of(scene, "f43-6")


def test_a_range_is_drawn_and_written_to_both_ends(app: object, tmp_path: Path) -> None:
    pack = changed(
        tmp_path, "f53-1", value_high="600000000000", printed="between 400 and 600 billion yuan"
    )
    (scene,) = drawn(pack, Bars("cny"))
    low, high = bar_of(scene, "f53-1")
    zero = bar_of(scene, "f21-2")[0].rect.left()
    assert (high.rect.right() - zero) / (high.rect.left() - zero) == pytest.approx(1.5, abs=0.02)
    assert low.rect.right() <= high.rect.left() + 2
    mark = next(mark for mark in scene.marks if mark.key == "f53-1")
    assert "400–600" in texts_of(mark)


def test_a_value_in_another_scale_is_written_as_it_was_given(app: object, pack: Dataset) -> None:
    (scene,) = drawn(pack, Bars("cny"))
    mark = next(mark for mark in scene.marks if mark.key == "f43-6")
    assert "0.021" in texts_of(mark)
    assert "21 million yuan" in texts_of(mark)


def test_all_pages_have_one_scale_and_all_figures(app: object, pack: Dataset) -> None:
    scenes = drawn(pack, Bars("cny"), page=LEAST)
    assert len(scenes) > 2
    lengths = {}
    for scene in scenes:
        for mark in scene.marks:
            (bar,) = bar_of(scene, mark.key)
            lengths[mark.key] = bar.rect.width() + bar.paint.stroke_width
    assert len(lengths) == 9
    assert lengths["f53-1"] / lengths["f21-2"] == pytest.approx(400 / 731.9, abs=0.02)
    assert scenes[0].headline
    assert not any(scene.headline for scene in scenes[1:])


def test_what_no_present_figure_was_given_for_is_said_to_be_so(app: object, pack: Dataset) -> None:
    heads = " ".join(text.text for text in drawn(pack, Bars("cny"))[0].texts)
    assert "Targets for the end of 2025, Cangzhou" in heads
    assert "no present figure was given" in heads
    example = pack_of("estuary")
    heads = " ".join(text.text for text in drawn(example, Bars("kilometre"))[0].texts)
    assert "73% of the 162 aimed at" in heads
    assert "no present figure" not in heads


def test_a_present_value_of_the_same_measure_is_no_missing_one(app: object, tmp_path: Path) -> None:
    pack = load()
    target = pack["figures"].set_index("figure_id").loc["f53-1"]
    same = {name: str(target[name]) for name in ("measure", "region_id")}
    (scene,) = drawn(changed(tmp_path, "f50-2", **same), Bars(unit="cny"), "cangzhou")
    assert "no present figure" not in " ".join(text.text for text in scene.texts)


def test_sums_per_item_say_how_they_were_derived(app: object, pack: Dataset) -> None:
    view = pack.view(Selection())
    assert Bars().per_items(view)
    assert not Bars().per_items(pack.view(Selection(("dai-yongkang",))))
    (scene,) = drawn(pack, Bars(is_per_item=True))
    written = " ".join(text.text for text in scene.texts)
    for words in ("about 148", "731.9 billion yuan ÷ 4,959 projects", "not a ranking", "derived"):
        assert words in written
    assert {"f21-1", "f21-2", "f50-1", "f50-2", "f50-3", "f50-4"} == set(scene.records)
    table = Bars(is_per_item=True).table(view).set_index("Record")
    assert table.loc["f21-2, f21-1", "Per item, derived"] == 148_000_000


def test_regions_are_named_once(app: object, pack: Dataset) -> None:
    (scene,) = drawn(pack, Bars("cny"), "tianjin", "hebei")
    texts = [text.text for text in scene.texts]
    assert "Hebei" not in texts
    assert sum(text.startswith("Tianjin: ") for text in texts) == 1
    (scene,) = drawn(pack, Bars("cny"))
    assert [text.text for text in scene.texts].count("Hebei") == 1
