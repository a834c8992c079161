"""What is found in a view is looked for once, and goes with it."""

from jjjviewer.charts import kept
from jjjviewer.charts.registry import FORMS
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection


def test_what_a_form_finds_in_a_view_is_looked_for_once(pack: Pack) -> None:
    view = pack.view(Selection())
    figure_form = next(each for each in FORMS if each.id == "money")
    assert figure_form.rows(view) is figure_form.rows(view)


def test_what_was_found_goes_with_its_view(pack: Pack) -> None:
    asked: list[object] = []

    @kept.kept
    def find(view: object) -> int:
        asked.append(type(view))
        return len(asked)

    assert [find(pack._view(Selection())) for _ in range(2)] == [1, 2]
