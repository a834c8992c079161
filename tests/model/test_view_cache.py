"""Views that are shown again are not made again, and large ones are not held."""

import gc
import weakref

import pytest

from jjjviewer.model import dataset as module
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import load

HEBEI, TIANJIN, BEIJING = (Selection((id_,)) for id_ in ("hebei", "tianjin", "beijing"))


@pytest.fixture
def dataset() -> Dataset:
    return load()


def test_a_selection_that_is_made_again_gives_the_same_view(dataset: Dataset) -> None:
    assert dataset.view(HEBEI) is dataset.view(HEBEI)


def test_the_view_that_was_shown_longest_ago_leaves_the_cache(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "_MOST_CACHED_VIEWS", 2)
    hebei, tianjin = dataset.view(HEBEI), dataset.view(TIANJIN)
    dataset.view(HEBEI)
    dataset.view(BEIJING)
    assert dataset.view(HEBEI) is hebei
    assert dataset.view(TIANJIN) is not tianjin


def test_a_large_view_is_not_held(dataset: Dataset, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "_MOST_CACHED_ROWS", 10)
    large = weakref.ref(dataset.view(HEBEI))
    gc.collect()
    assert large() is None
