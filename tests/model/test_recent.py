"""Which views a pack gives again, and which it makes anew."""

import pytest

from jjjviewer.model import recent
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection
from tests.packs import load


def test_the_same_selection_is_answered_once(pack: Pack) -> None:
    view = pack.view(Selection(("hebei",)))
    assert pack.view(Selection(("hebei",))) is view
    assert pack.view(Selection()) is not view
    assert pack.view(Selection(("hebei",))) is view


def test_of_the_small_views_as_many_are_kept_as_people_go_back_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recent, "_MOST_VIEWS", 2)
    pack = load()
    first, second, third = (Selection((id_,)) for id_ in ("hebei", "tianjin", "ecology"))
    views = {each: pack.view(each) for each in (first, second)}
    assert pack.view(first) is views[first]
    pack.view(third)
    assert pack.view(first) is views[first]
    assert pack.view(second) is not views[second]


def test_a_large_view_goes_with_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recent, "_MOST_ROWS", 1)
    pack = load()
    large, other = Selection(("hebei",)), Selection(("ecology",))
    view = pack.view(large)
    assert pack.view(large) is view
    pack.view(other)
    assert pack.view(large) is not view
