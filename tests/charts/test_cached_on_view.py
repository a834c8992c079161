"""What is found in a view is looked for once, and goes with it."""

import gc
import weakref
from collections.abc import Callable

import pytest

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.style import LIGHT
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter, Selection
from jjjviewer.model.view import View
from jjjviewer.ui.detail import detail_html


def test_what_a_chart_type_finds_in_a_view_is_looked_for_once(pack: Dataset) -> None:
    view = pack.view(Selection())
    figure_chart = next(each for each in CHART_TYPES if each.id == "bars")
    assert figure_chart.rows(view) is figure_chart.rows(view)


def test_what_was_found_goes_with_its_view_even_if_it_leads_back_to_it(pack: Dataset) -> None:
    calls: list[int] = []

    @cached_on_view
    def compute(view: View) -> Callable[[], View]:
        calls.append(view.figure_count)
        return lambda: view

    # The dataset holds views that were shown; one that is arranged is not among them.
    view = pack.view(Selection(("hebei",))).arranged(Filter(), "text")
    assert compute(view)() is compute(view)() is view
    assert len(calls) == 1
    chart_types_for(view)
    # Read as far as a screen shows of it.
    next(detail_html.page(view, LIGHT))
    gone = weakref.ref(view)
    del view
    gc.collect()
    assert gone() is None


def test_a_named_argument_or_a_missing_view_is_refused(pack: Dataset) -> None:
    @cached_on_view
    def double(number: int, view: View) -> int:
        return 2 * number

    view = pack.view(Selection())
    assert double(2, view) == 4
    with pytest.raises(TypeError, match="positional arguments, the view last"):
        double(2, view=view)
    with pytest.raises(TypeError, match="positional arguments, the view last"):
        double(2, 3)  # type: ignore[arg-type]
