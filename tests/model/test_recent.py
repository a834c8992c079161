"""Which views a pack gives again, and which it makes anew."""

from pathlib import Path

import pytest

from jjjviewer.model import recent
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection
from tests.packs import change, copy_of_bundled, load


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


def test_everything_stays_whatever_comes_after_it_but_no_comparison_with_it(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(recent, "_MOST_ROWS", 1)
    monkeypatch.setattr(recent, "_MOST_VIEWS", 3)
    pack = load()
    everything = pack.view(Selection(("jjj",)))
    compared = Selection(("jjj", "hebei"))
    beside = pack.view(compared)
    for id_ in ("hebei", "tianjin", "beijing", "ecology", "transport"):
        pack.view(Selection((id_,)))
    assert pack.view(Selection(("jjj",))) is everything
    assert pack.view(compared) is not beside


def test_a_pack_without_figures_answers_more_selections_than_are_kept(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(recent, "_MOST_VIEWS", 2)
    path = copy_of_bundled(tmp_path)
    for table in ("figures", "figure_relations", "statements"):
        change(path, table, list.clear)
    pack = load(path)
    for id_ in ("jjj", "hebei", "tianjin", "beijing"):
        assert pack.view(Selection((id_,))).figure_count == 0
