"""Whatever a pack holds, every chart type that accepts it draws it, on the page."""

import tempfile
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.style import PAGES, STYLES
from jjjviewer.charts.svg import svg
from jjjviewer.model.selection import Selection
from tests.packs import load
from tests.random_packs import Files, put_into, thorough, valid_packs


@thorough
@given(valid_packs(), st.sampled_from(sorted(PAGES)), st.sampled_from(sorted(STYLES)))
def test_every_pack_is_drawn_on_every_page(
    app: object, files: Files, page: str, style: str
) -> None:
    with tempfile.TemporaryDirectory() as name:
        pack = load(put_into(Path(name) / "pack", files))
    every = list(pack.index.ids())
    for ids in [(), *((id_,) for id_ in every), tuple(every[:3]), tuple(every)]:
        view = pack.view(Selection(ids))
        for chart_type in chart_types_for(view):
            known = {
                *view.figures["figure_id"],
                *view.statements["statement_id"],
                *view.links["link_id"],
            }
            assert not chart_type.table(view).empty
            for scene in compose(chart_type, view, PAGES[page], STYLES[style]):
                assert scene.title
                assert set(scene.records) <= known
                svg(scene)
