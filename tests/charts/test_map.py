"""The map: links lie where their places are, joint ones are drawn once."""

import math
from pathlib import Path

import pytest

from jjjviewer.charts.ink import Circle
from jjjviewer.charts.registry import forms_for
from jjjviewer.charts.style import LIGHT
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection
from jjjviewer.paths import example_pack
from tests.charts.test_forms import drawn
from tests.packs import change, copy_of_bundled, load


def offered(pack: Pack) -> list[str]:
    return [form.id for form in forms_for(pack.view(Selection()))]


def test_a_link_of_several_places_is_one_mark(app: object, pack: Pack) -> None:
    figure = drawn(pack, "map", "cangzhou")
    marked = [record for mark in figure.marks for record in mark.records]
    assert len(marked) == len(set(marked))
    joint = next(mark for mark in figure.marks if "l50-1" in mark.records)
    assert "Beijing, Tianjin → Cangzhou" in joint.words


def test_a_degree_is_as_long_on_the_page_as_on_the_earth(app: object, pack: Pack) -> None:
    dots = {
        (round(ink.x, 3), round(ink.y, 3))
        for ink in drawn(pack, "map", "yu-bo").inks
        if isinstance(ink, Circle) and ink.radius == 4 and ink.look.stroke != LIGHT.axis
    }
    # Zhangjiakou is the westernmost of its places, Miyun Reservoir the easternmost.
    shrunk = math.cos(math.radians((40.321 + 40.9127) / 2))
    west, east = min(dots), max(dots)
    assert (east[1] - west[1]) / (east[0] - west[0]) == pytest.approx(
        (40.7834 - 40.5) / ((116.94 - 114.8714) * shrunk), abs=0.002
    )


def test_every_map_says_that_it_is_schematic_and_where_it_is_from(app: object, pack: Pack) -> None:
    words = " ".join(text.text for text in drawn(pack, "map", "hebei").texts)
    assert "Schematic, boundaries not authoritative · Natural Earth; places: GeoNames" in words


def test_places_elsewhere_are_drawn_without_outlines(app: object) -> None:
    estuary = load(example_pack())
    assert "map" in offered(estuary)
    words = " ".join(text.text for text in drawn(estuary, "map").texts)
    assert "Natural Earth" not in words


def test_a_pack_without_positions_has_no_map(app: object, tmp_path: Path, pack: Pack) -> None:
    copy = copy_of_bundled(tmp_path)
    change(copy, "entities", lambda rows: [row.update(lat="", lon="") for row in rows])
    assert "map" in offered(pack)
    assert "map" not in offered(load(copy))
