"""What is made of a view is made once, and goes with it."""

import gc
from weakref import ref

from jjjviewer.charts.memo import once
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View


def test_a_view_is_worked_on_once_and_another_one_anew(pack: Pack) -> None:
    asked: list[str] = []

    @once
    def count(view: View) -> int:
        asked.append(view.name)
        return len(view.figures)

    hebei, beijing = (pack.view(Selection((id_,))) for id_ in ("hebei", "beijing"))
    assert (count(hebei), count(hebei)) == (len(hebei.figures),) * 2
    assert count(beijing) == len(beijing.figures)
    assert asked == [hebei.name, beijing.name]


def test_a_view_that_is_gone_is_not_kept(pack: Pack) -> None:
    name = once(lambda view: view.name)
    view = pack.view(Selection(("hebei",)))
    gone = ref(view)
    name(view)
    del view
    gc.collect()
    assert gone() is None
