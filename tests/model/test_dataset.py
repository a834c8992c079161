"""A pack answers a selection with one view, the same for all who show it."""

import subprocess
import sys
from itertools import cycle
from pathlib import Path

import pytest

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.index import Index
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import read_tables
from jjjviewer.model.tree import tree_of
from jjjviewer.model.view_making import UnknownIdError
from jjjviewer.paths import bundled_pack
from tests.packs import Row, change, copy_of_bundled, load


def ids(pack: Dataset, *selected: str) -> set[str]:
    return set(pack.view(Selection(selected)).figures["figure_id"])


def test_cells_become_numbers_dates_truths_and_categories(pack: Dataset) -> None:
    dtypes = pack["figures"].dtypes.astype(str)
    assert dtypes["value"] == "float64"
    assert dtypes["paragraph"] == "int64"
    assert dtypes["chartable"] == "bool"
    assert dtypes["period_end"] == "datetime64[s]"
    assert dtypes["status"] == "category"
    assert dtypes["note"] == "object"


def test_nothing_selected_means_everything(pack: Dataset) -> None:
    view = pack.view(Selection())
    assert view.kind == "all"
    assert len(view.figures) == len(pack["figures"])
    assert len(view.statements) == len(pack["statements"])


def test_the_topmost_region_has_also_what_no_speaker_said(pack: Dataset) -> None:
    statements = pack.view(Selection(("jjj",))).statements
    assert "" in set(statements["speaker_id"])
    assert len(statements) == len(pack["statements"])


def test_a_region_has_what_its_speakers_said_and_no_more(pack: Dataset) -> None:
    view = pack.view(Selection(("hebei",)))
    assert view.name == "Hebei"
    assert set(view.statements["speaker_id"]) == {"chai-baoliang", "kang-yanmin"}
    assert list(view.speakers["speaker_id"]) == ["chai-baoliang", "kang-yanmin"]
    assert set(view.figures["province"]) == {"hebei"}


def test_several_regions_give_the_union(pack: Dataset) -> None:
    assert ids(pack, "beijing", "tianjin") == ids(pack, "beijing") | ids(pack, "tianjin")


def test_a_theme_has_what_was_said_on_it(pack: Dataset) -> None:
    view = pack.view(Selection(("ecology",)))
    assert view.kind == "theme"
    assert set(view.statements["theme_id"]) == {"ecology"}


def test_a_place_has_the_statements_that_name_it_and_says_who(pack: Dataset) -> None:
    view = pack.view(Selection(("guanting",)))
    assert {row.speaker_id for row in pack.paragraphs_naming(view.selection)} == {"yu-bo"}
    assert set(view.statements["paragraph"]) == {15, 18}
    assert not view.links.empty


def test_a_place_includes_the_places_within_it(pack: Dataset) -> None:
    assert {15, 16} <= set(pack.view(Selection(("zhangjiakou",))).statements["paragraph"])


def test_an_unknown_id_is_named_with_a_near_one(pack: Dataset) -> None:
    with pytest.raises(UnknownIdError, match=r"'hebey' is no region.*Did you mean 'hebei'"):
        pack.view(Selection(("hebey",)))


def test_units_are_converted_by_their_factor(pack: Dataset) -> None:
    figures = pack["figures"].set_index("printed")
    planted = figures.loc["15.823 million mu"]
    assert planted["value"] == 15_823_000
    assert planted["base_value"] == pytest.approx(15_823_000 * 2000 / 3)
    assert planted["base_unit"] == "m2"


def test_a_relation_is_in_the_view_only_with_both_its_ends(pack: Dataset) -> None:
    assert not pack.view(Selection(("chengde",))).relations.empty
    assert pack.view(Selection(("wang-youguo",))).relations.empty


def test_names_come_in_chinese_where_the_pack_has_them() -> None:
    view = load(language="zh").view(Selection(("chai-baoliang",)))
    assert set(view.statements["speaker"]) == {"柴宝良"}


def test_the_tree_counts_what_a_click_will_show(pack: Dataset) -> None:
    tables = read_tables(bundled_pack())
    nodes = [n for top in tree_of(tables, Index(tables.columns)) for n in top.walk() if n.id]
    assert len(nodes) > 80
    for node in nodes:
        view = pack.view(Selection((node.id,)))
        assert (node.statements, node.figures) == (len(view.statements), len(view.figures)), node.id


def test_the_tree_has_speakers_under_their_regions(pack: Dataset) -> None:
    tables = read_tables(bundled_pack())
    top = tree_of(tables, Index(tables.columns))[0]
    names = {
        node.name: [(each.name, [n.name for n in each.children]) for each in node.children]
        for node in top.children
    }
    assert names == {
        "Beijing": [("Daxing", ["Wang Youguo"]), ("Yanqing", ["Yu Bo"])],
        "Tianjin": [("Dai Yongkang", []), ("Baodi", ["Yin Xiangjie"])],
        "Hebei": [("Chengde", ["Chai Baoliang"]), ("Cangzhou", ["Kang Yanmin"])],
    }


def test_the_whole_region_has_one_row_only() -> None:
    tables = read_tables(bundled_pack())
    nodes = [n for top in tree_of(tables, Index(tables.columns)) for n in top.walk()]
    assert [node.kind for node in nodes if node.id == "jjj"] == ["region"]


def test_the_model_knows_nothing_of_qt_and_the_tree_needs_no_pandas() -> None:
    code = (
        "import sys, jjjviewer.model.tree, jjjviewer.model.tables\n"
        "assert 'pandas' not in sys.modules\n"
        "import jjjviewer.model.dataset\n"
        "assert not [name for name in sys.modules if 'PySide' in name or 'pyqtgraph' in name]\n"
    )
    subprocess.run([sys.executable, "-c", code], check=True)


def test_places_on_both_sides_of_180_degrees_lie_together(tmp_path: Path) -> None:
    def move(rows: list[Row]) -> None:
        located = [row for row in rows if row["lon"]]
        for row, lon in zip(located, cycle(("179.9", "-179.9", "178.4")), strict=False):
            row.update(lat="-17", lon=lon)

    path = copy_of_bundled(tmp_path)
    change(path, "entities", move)
    dataset = load(path)
    assert dataset.geography.extent[::2] == pytest.approx((178.4, 180.1))
    drawn = {place.position[0] for place in dataset.geography.located_places.values()}
    assert sorted(drawn) == pytest.approx([178.4, 179.9, 180.1])
    assert not [each for each in dataset.warnings if each.file == "entities.csv"]
