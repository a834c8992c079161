"""Charts under a filter: they say what is shown, and claim nothing of what is left out."""

import re

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.page_layout import NO_WORDING, Wording
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import View
from tests.charts.drawing import CHART_TYPE
from tests.charts.selections import PACKS, pack_of, selections

_COUNTS = ("kinds", "attention", "speaker-theme", "map", "matrix")
_FILTERS = (
    Filter(statuses=("target",)),
    Filter(statuses=("achieved",)),
    Filter(units=("percent",)),
)
_OF_ALL = re.compile(r"(?P<who>.+?) speaks |named by|more than any|links named")


def _filtered(pack: str, filter_: Filter, step: int) -> list[View]:
    dataset = pack_of(pack)
    views = (dataset.view(Selection(ids), filter_) for ids in selections(dataset)[::step])
    return [view for view in views if len(view.statements) or len(view.links)]


def _has_all_of(view: View, name: str) -> bool:
    """Whether a view has all statements of a speaker or region of some name."""
    whole = view.dataset.view(Selection())
    counts = [
        sum(
            name in (row.speaker, row.province)
            for row in each.dataset.statement_rows.of(each.statements)
        )
        for each in (view, whole)
    ]
    return counts[0] == counts[1]


@pytest.mark.parametrize("filter_", _FILTERS)
@pytest.mark.parametrize("pack", PACKS)
def test_a_title_claims_nothing_of_what_a_filter_leaves_out(pack: str, filter_: Filter) -> None:
    tried = 0
    for view in _filtered(pack, filter_, 6):
        for chart_type in chart_types_for(view):
            if chart_type.id not in _COUNTS:
                continue
            title, tried = chart_type.chart(view).headline.title, tried + 1
            claim = _OF_ALL.search(title)
            assert not claim or (claim["who"] and _has_all_of(view, claim["who"])), title
    assert tried


@pytest.mark.parametrize("pack", PACKS)
def test_the_subtitle_says_what_alone_is_shown(app: object, pack: str) -> None:
    for view in _filtered(pack, Filter(statuses=("target",)), 20):
        for chart_type in chart_types_for(view):
            first, *_ = compose(chart_type, view, PAGES["slide"], LIGHT)
            assert "Shown only: " in first.subtitle
            assert first.subtitle.endswith("target")


@pytest.mark.parametrize(
    ("wording", "header"), [(Wording(subtitle="Mine"), True), (NO_WORDING, False)]
)
def test_without_the_subtitle_the_notes_say_what_alone_is_shown(
    app: object, wording: Wording, header: bool
) -> None:
    view = pack_of("interview").view(Selection(("hebei",)), Filter(statuses=("target",)))
    scenes = compose(CHART_TYPE["bars"], view, PAGES["slide"], LIGHT, wording, header=header)
    assert "Shown only: target." in " ".join(text.text for text in scenes[0].texts)
