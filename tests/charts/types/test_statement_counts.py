"""Charts that count statements: what is left out, highlighted, sorted; and random packs."""

import tempfile
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QRectF

from jjjviewer.charts.shapes import Rect
from jjjviewer.charts.style import Page
from jjjviewer.charts.types.attention import Attention
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.charts.types.speaker_theme import SpeakerTheme
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from tests.charts.types.test_statement_charts import SIZES, TYPES, counted, drawn
from tests.packs import copy_without_choices, load
from tests.random_packs import Files, put_into, thorough, valid_packs


@pytest.mark.parametrize("column", ["kind", "theme_id"])
def test_what_nobody_has_looked_at_is_not_counted_and_the_chart_says_so(
    app: object, tmp_path: Path, column: str
) -> None:
    view = load(copy_without_choices(tmp_path)).view(Selection())
    of_speakers = view.statements[view.statements["speaker"] != ""]
    is_set = of_speakers[column].notna() & (of_speakers[column] != "")
    for chart_type in (Kinds(),) if column == "kind" else (SpeakerTheme(), Attention()):
        assert {*chart_type.rows(view)["statement_id"]} == {*of_speakers["statement_id"][is_set]}
        notes = " ".join(chart_type.chart(view).notes)
        assert f"given, not counted here: {(~is_set).sum()}." in notes
        assert f"Not counted: {(view.statements['speaker'] == '').sum()} statements" in notes


@pytest.mark.parametrize("id_", TYPES)
def test_a_highlighted_statement_makes_the_title(app: object, pack: Dataset, id_: str) -> None:
    view = pack.view(Selection())
    for statement in pack["statements"]["statement_id"][5::20]:
        headline = TYPES[id_].chart(replace(view, highlight=statement)).headline
        assert headline.rule == "single"
        assert statement in counted(view, TYPES[id_], headline.marks[0])


def test_rows_come_in_the_order_that_is_chosen(app: object, pack: Dataset) -> None:
    view = pack.view(Selection()).arranged(Filter(), "name")
    for chart_type in (Kinds(), Attention()):
        names = [*chart_type.table(view)["Speaker"]][: len(view.speakers)]
        assert names == sorted(names)
    assert [*SpeakerTheme().table(view).columns][1:-1] == sorted(pack["themes"]["theme"])


@thorough
@given(valid_packs(), st.sampled_from(SIZES))
def test_every_pack_is_counted_truly_and_drawn_on_every_page(
    app: object, files: Files, page: Page
) -> None:
    with tempfile.TemporaryDirectory() as name:
        pack = load(put_into(Path(name) / "pack", files))
    every = list(pack.index.ids())
    for ids in [(), *((id_,) for id_ in every[::5]), tuple(every[:3])]:
        view = pack.view(Selection(ids))
        for chart_type in TYPES.values():
            if not chart_type.accepts(view):
                continue
            assert chart_type.chart(view).headline.title
            assert not chart_type.table(view).empty
            for scene in drawn(chart_type, view, page):
                whole = QRectF(-1, -1, scene.page.width + 2, scene.page.height + 2)
                for mark in scene.marks:
                    assert {*mark.records} == counted(view, chart_type, mark.cell)
                    assert all(whole.contains(s.rect) for s in mark.shapes if isinstance(s, Rect))
