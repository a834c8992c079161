"""Charts of packs with other units, names and numbers of regions than the interview's."""

from pathlib import Path

import pytest
from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle
from jjjviewer.charts.style import LEAST_PAGE, LIGHT, PAGES, Page
from jjjviewer.model.selection import Selection
from tests.charts.types.test_types import CHART_TYPE, drawn, first, mark_of
from tests.packs import Row, change, copy_of_bundled, load


def unit(name: str, dimension: str, base: str = "", factor: str = "1") -> Row:
    row = {"unit_id": name, "label": name, "label_zh": "", "dimension": dimension}
    return row | {"base_unit": base or name, "factor": factor}


def with_unit(folder: Path, added: Row, *ids: str, **cells: str) -> Path:
    """A copy of the bundled pack with one more unit, in which some figures are."""

    def measure(rows: list[Row]) -> None:
        for row in rows:
            if row["figure_id"] in ids:
                row.update(cells | {"unit_id": added["unit_id"]})

    copy = copy_of_bundled(folder)
    change(copy, "units", lambda rows: rows.append(added))
    change(copy, "figures", measure)
    return copy


def said(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts)


def test_a_share_in_another_unit_lies_where_its_per_cent_lies(app: object, tmp_path: Path) -> None:
    permille = unit("permille", "share", "percent", "0.1")
    pack = load(with_unit(tmp_path, permille, "f16-1", value="450", printed="450 permille"))
    scene = drawn(pack, "shares")
    x = first(mark_of(scene, "f16-1"), Circle).rect.center().x()
    half = first(mark_of(scene, "f16-8"), Circle).rect.center().x()
    assert scene.body.left() < x < half < scene.body.right()
    table = CHART_TYPE["shares"].table(pack.view(Selection()))
    assert table.set_index("Record")["Per cent"]["f16-1"] == pytest.approx(45)


def test_money_per_project_in_another_currency_has_no_place_on_the_axis(
    app: object, tmp_path: Path
) -> None:
    pack = load(with_unit(tmp_path, unit("usd", "money"), "f50-2"))
    scene = drawn(pack, "per-project")
    assert "f50-2" not in scene.records
    assert "In other units, not drawn here: 1." in said(scene)


@pytest.mark.parametrize("length", [80, 100, 140, 300])
def test_themes_with_long_names_leave_room_for_all_speakers(
    app: object, tmp_path: Path, length: int
) -> None:
    folder = copy_of_bundled(tmp_path)
    change(folder, "themes", lambda rows: rows[0].update(label="Moving out " * (length // 11)))
    pack = load(folder)
    for page in (Page("own", *LEAST_PAGE), PAGES["square"], PAGES["slide"]):
        scene = compose(CHART_TYPE["speaker-theme"], pack.view(Selection()), page, LIGHT)
        paper = QRectF(0, 0, page.width, page.height)
        assert all(paper.contains(mark.hit) for mark in scene.marks)
        assert all(paper.contains(text.rect) for text in scene.texts)
        assert {"Wang Youguo", "Kang Yanmin"} <= {mark.words.split(",")[0] for mark in scene.marks}


def test_more_regions_than_colours_are_not_named_by_colour(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    named = [f"Region {at}" for at in range(6)]

    def add(rows: list[Row]) -> None:
        for at, name in enumerate(named):
            row = rows[-1] | {"region_id": f"region-{at}", "name": name, "parent_id": "jjj"}
            rows.append(row | {"level": "province", "sort": str(90 + at)})

    def move(rows: list[Row]) -> None:
        for at, row in enumerate(rows):
            row.update(region_id=f"region-{at}")

    change(folder, "regions", add)
    change(folder, "speakers", move)
    scene = drawn(load(folder), "counts")
    assert len(named) > len(LIGHT.regions)
    assert not {*named} & {text.text for text in scene.texts}
