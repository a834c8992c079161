"""Shares: on a track to 100, never off the page, never one alone."""

from pathlib import Path

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Rect
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.charts.types.shares import Shares
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.charts.selections import PACKS, pack_of, selections
from tests.charts.types.test_bars import changed
from tests.packs import Row, change, copy_of_bundled, load


def drawn(pack: Dataset, *ids: str) -> Scene:
    return compose(Shares(), pack.view(Selection(ids)), PAGES["slide"], LIGHT)[0]


def bars_of(scene: Scene, id_: str) -> tuple[Rect, Rect]:
    """The track and the bar of a share."""
    mark = next(mark for mark in scene.marks if mark.key == id_)
    track, bar, *_ = (shape for shape in mark.shapes if isinstance(shape, Rect))
    return track, bar


def written(scene: Scene) -> str:
    return " ".join(text.text for text in scene.texts)


@pytest.mark.parametrize("name", PACKS)
def test_one_share_alone_is_no_chart_of_shares(name: str) -> None:
    pack = pack_of(name)
    for ids in selections(pack):
        view = pack.view(Selection(ids))
        if Shares().accepts(view):
            assert len(Shares().chart(view).layout.rows) > 1  # type: ignore[attr-defined]
    assert not Shares().accepts(pack_of("interview").view(Selection(("f41-6", "f41-7"))))


def test_a_bar_takes_its_share_of_the_track(app: object, pack: Dataset) -> None:
    scene = drawn(pack)
    for id_, share in (("f16-8", 75), ("f40-2", 100), ("f41-7", 60.03)):
        track, bar = bars_of(scene, id_)
        assert 100 * bar.width / track.width == pytest.approx(share, abs=0.2)


def test_an_earlier_value_is_a_cut_in_the_bar(app: object, pack: Dataset) -> None:
    scene = drawn(pack)
    mark = next(mark for mark in scene.marks if mark.key == "f41-7")
    assert mark.records == ("f41-7", "f41-6")
    (cut,) = (shape for shape in mark.shapes if isinstance(shape, Line))
    track, _ = bars_of(scene, "f41-7")
    assert 100 * (cut.x1 - track.x) / track.width == pytest.approx(50.8, abs=0.1)
    assert "50.8% ten years before" in written(scene)


@pytest.mark.parametrize(("value", "high"), [("120", ""), ("-3", ""), ("90", "130")])
def test_a_share_beyond_the_track_is_named_and_not_drawn(
    app: object, tmp_path: Path, value: str, high: str
) -> None:
    pack = changed(tmp_path, "f16-8", value=value, value_high=high, printed=f"{value}%", note="")
    scene = drawn(pack)
    assert "f16-8" not in scene.records
    assert "Not drawn: " in written(scene)


def test_a_torn_share_is_named_with_what_is_torn(app: object, pack: Dataset) -> None:
    words = written(drawn(pack))
    assert "Not drawn: 32% (Chai Baoliang ¶41)." in words
    assert "The sentence is torn" in words


def test_shares_of_one_thing_stand_under_it(app: object, pack: Dataset) -> None:
    texts = [text.text for text in drawn(pack).texts]
    assert "Of the area" in texts
    assert "of plant species of Beijing" in texts


def test_a_share_in_another_unit_lies_where_its_per_cent_lies(app: object, tmp_path: Path) -> None:
    copy = copy_of_bundled(tmp_path)
    permille = {"unit_id": "permille", "label": "‰", "dimension": "share", "base_unit": "percent"}
    change(copy, "units", lambda rows: rows.append(permille | {"factor": "0.1", "label_zh": ""}))

    def alter(rows: list[Row]) -> None:
        for row in rows:
            if row["figure_id"] == "f16-1":
                row.update(value="450", printed="450 ‰", unit_id="permille")

    change(copy, "figures", alter)
    track, bar = bars_of(drawn(load(copy)), "f16-1")
    assert bar.width / track.width == pytest.approx(0.45, abs=0.002)
