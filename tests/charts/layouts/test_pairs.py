"""Figures that belong together: before and after, and parts of a whole."""

from itertools import pairwise
from pathlib import Path

import pytest

from jjjviewer.charts.shapes import Line, Rect
from jjjviewer.model.dataset import Dataset
from tests.charts.types.test_types import drawn, figure_id, first, mark_of, offered
from tests.packs import Row, change, copy_of_bundled, load, put


def test_a_share_that_changed_is_one_mark_from_before_to_after(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "shares")
    before, after = figure_id(pack, "50.8%"), figure_id(pack, "60.03%")
    mark = mark_of(scene, after)
    assert mark.records == (before, after)
    assert first(mark, Line).rect.width() > 0
    assert "+9.23" in [text.text for text in scene.texts]


def test_a_rise_is_drawn_from_before_to_after_with_the_change_derived(
    app: object, pack: Dataset
) -> None:
    scene = drawn(pack, "change")
    assert scene.title == "Forest cover, Chengde: up from 50.8% to 60.03%"
    assert "in points, derived: after less before" in scene.subtitle
    texts = [text.text for text in scene.texts]
    assert {"50.8%", "+9.23", "60.03%"} <= set(texts)
    (mark,) = scene.marks
    assert mark.records == (figure_id(pack, "50.8%"), figure_id(pack, "60.03%"))


@pytest.mark.parametrize("chart_type", ["change", "shares"])
def test_the_numbers_of_a_fall_stand_in_reading_order_and_apart(
    app: object, tmp_path: Path, chart_type: str
) -> None:
    folder = copy_of_bundled(tmp_path)
    turned = {"from_id": "f41-7", "to_id": "f41-6", "kind": "from_value"}
    change(folder, "figure_relations", lambda rows: rows[0].update(turned))
    scene = drawn(load(folder), chart_type)
    texts = [text.text for text in scene.texts]
    assert "60.03% → 50.8%" in texts
    assert "−9.23" in texts
    assert "down from" in scene.title or chart_type == "shares"


def test_a_change_from_a_number_that_is_not_exact_is_not_exact(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    change(folder, "figures", lambda rows: [row.update(qualifier="nearly") for row in rows])
    texts = [text.text for text in drawn(load(folder), "change").texts]
    assert "≈+9.23" in texts


@pytest.mark.parametrize("row", [30, 31], ids=["before", "after"])
def test_a_change_is_drawn_only_where_both_its_ends_are_clear(tmp_path: Path, row: int) -> None:
    folder = copy_of_bundled(tmp_path)
    assert "change" in offered(load(folder))
    change(folder, "figures", put(row, chartable="false"))
    assert "change" not in offered(load(folder))


def test_changes_in_another_unit_are_counted_but_not_drawn(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    other = {"from_id": "f50-2", "to_id": "f53-1", "kind": "from_value"}
    more = {"from_id": "f16-1", "to_id": "f16-8", "kind": "from_value"}
    change(folder, "figure_relations", lambda rows: rows.extend([other, more]))
    scene = drawn(load(folder), "change")
    assert len(scene.marks) == 2
    assert "Changes in other units, not drawn here: 1." in scene.description


def test_parts_lie_end_to_end_below_their_total(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "parts")
    total, *parts = (first(mark, Rect).rect for mark in scene.marks)
    assert scene.marks[0].words.startswith("Species of wild land vertebrates")
    assert parts[0].left() == pytest.approx(total.left())
    for one, other in pairwise(parts):
        assert one.right() == pytest.approx(other.left())
    assert parts[-1].right() == pytest.approx(total.right())
    assert "not named" not in scene.subtitle


def test_what_no_part_names_is_derived_and_said(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)

    def forget_the_reptiles(rows: list[Row]) -> None:
        rows[:] = [row for row in rows if row["from_id"] != "f16-7"]

    change(folder, "figure_relations", forget_the_reptiles)
    assert "; not named: 22 species, derived" in drawn(load(folder), "parts").subtitle


def test_parts_that_exceed_their_total_are_not_drawn(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    change(folder, "figures", put(10, printed="400 species", value="400"))
    assert "parts" not in offered(load(folder))


def test_other_totals_with_parts_are_named(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    more = {"from_id": "f53-2", "to_id": "f53-1", "kind": "part_of"}
    change(folder, "figure_relations", lambda rows: rows.append(more))
    assert "Other totals with parts: f53-1." in drawn(load(folder), "parts").description
