"""Panels: one for each unit, with numbers that compare within it."""

import pytest

from jjjviewer.charts.shapes import Mark, Rect
from jjjviewer.model.dataset import Dataset
from tests.charts.types.test_types import drawn, first


def test_panels_never_mix_units_and_begin_at_zero(app: object, pack: Dataset) -> None:
    scene = drawn(pack, "panels")
    units = pack["figures"].set_index("figure_id")["base_unit"]
    values = pack["figures"].set_index("figure_id")["base_value"]
    panels: dict[str, list[Mark]] = {}
    for mark in scene.marks:
        panels.setdefault(units[mark.records[0]], []).append(mark)
    assert len(panels) > 4
    for marks in panels.values():
        bars = [first(mark, Rect).rect for mark in marks]
        assert 2 <= len(bars) <= 3
        assert len({bar.left() for bar in bars}) == 1
        assert {mark.hit.width() for mark in marks} == {marks[0].hit.width()}
        expected = values[marks[1].records[0]] / values[marks[0].records[0]]
        assert bars[1].width() / bars[0].width() == pytest.approx(expected, abs=0.02)


def test_panels_say_what_they_leave_out(app: object, pack: Dataset) -> None:
    words = drawn(pack, "panels").description
    assert "Alone in their unit, not shown: 11." in words
    assert "Smaller ones of the same units, not shown: 16." in words


def test_an_area_in_another_unit_keeps_its_printed_number(app: object, pack: Dataset) -> None:
    texts = [text.text for text in drawn(pack, "panels").texts]
    assert "15.823 million mu" in texts
    assert "area" in texts
    assert "m²" not in texts


def test_numbers_of_one_panel_share_a_unit_or_each_have_their_own(
    app: object, pack: Dataset
) -> None:
    texts = [text.text for text in drawn(pack, "panels", "beijing", "hebei").texts]
    # Beside other units, 0.0012 of a billion square metres would say nothing.
    assert {"15.823 million mu", "1.2 million m² ?"} <= {*texts}
