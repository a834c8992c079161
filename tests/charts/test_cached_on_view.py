"""What is found in a view is looked for once, and goes with it."""

import gc
import weakref
from collections.abc import Callable

from jjjviewer.charts import cached_on_view
from jjjviewer.charts.registry import FORMS, forms_for
from jjjviewer.charts.style import LIGHT
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.ui.detail import detail_html


def test_what_a_form_finds_in_a_view_is_looked_for_once(pack: Pack) -> None:
    view = pack.view(Selection())
    figure_form = next(each for each in FORMS if each.id == "money")
    assert figure_form.rows(view) is figure_form.rows(view)


def test_what_was_found_goes_with_its_view_even_if_it_leads_back_to_it(pack: Pack) -> None:
    asked: list[int] = []

    @cached_on_view.kept
    def find(view: View) -> Callable[[], View]:
        asked.append(view.figure_count)
        return lambda: view

    view = pack._view(Selection(("hebei",)))
    assert find(view)() is find(view)() is view
    assert len(asked) == 1
    forms_for(view)
    # Read as far as a screen shows of it.
    next(detail_html.page(view, LIGHT))
    gone = weakref.ref(view)
    del view
    gc.collect()
    assert gone() is None
