"""Names on maps: on no other, on no place, and by their own."""

import math
from collections.abc import Iterable
from itertools import combinations, cycle

import pytest
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle
from jjjviewer.charts.shapes import Line as Straight
from jjjviewer.charts.style import PAGES, STYLES, Page
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.charts.maps.test_map import SIZES, names, places
from tests.charts.types.test_types import CHART_TYPE, drawn


def overlap(one: QRectF, other: QRectF) -> bool:
    shared = one.adjusted(0, 2, 0, -2) & other
    return shared.width() > 1 and shared.height() > 1


@pytest.mark.parametrize("page", SIZES, ids=lambda page: f"{page.width}x{page.height}")
@pytest.mark.parametrize("chart_type", ["map", "map-values"])
def test_no_name_lies_on_another_or_on_a_place_in_any_selection(
    app: object, pack: Dataset, chart_type: str, page: Page
) -> None:
    chosen = ["", *pack.index.provinces, *pack["speakers"]["speaker_id"], "beijing hebei"]
    styles = [*STYLES.values()]
    for at, ids in enumerate([*chosen, "ecology", "transport", "chengde", "l50-2"]):
        view = pack.view(Selection(tuple(ids.split())))
        if not CHART_TYPE[chart_type].accepts(view):
            continue
        check_names(compose(CHART_TYPE[chart_type], view, page, styles[at % 2]), ids)


@pytest.mark.parametrize("chart_type", ["map", "map-values"])
def test_no_name_lies_on_another_whatever_is_selected(
    app: object, pack: Dataset, chart_type: str
) -> None:
    tables = {"regions": "region", "themes": "theme", "entities": "entity", "links": "link"}
    chosen = [id_ for table, key in tables.items() for id_ in pack[table][f"{key}_id"]]
    # The sizes and the two styles in turn.
    turns = cycle([(page, style) for page in SIZES for style in STYLES.values()])
    for id_, (page, style) in zip(dict.fromkeys(chosen), turns, strict=False):
        view = pack.view(Selection((id_,)))
        if CHART_TYPE[chart_type].accepts(view):
            check_names(compose(CHART_TYPE[chart_type], view, page, style), id_)


def check_names(scene: Scene, what: str) -> None:
    """See that no name lies on another, on a place, or beyond the page."""
    paper = QRectF(0, 0, scene.page.width, scene.page.height)
    solid = [mark.shapes[0].rect for mark in places(scene)]
    solid += [
        shape.rect for shape in scene.shapes if isinstance(shape, Circle) and shape.radius > 7
    ]
    for one, other in combinations(names(scene), 2):
        assert not overlap(one.rect, other.rect), (what, one.text, other.text)
    for name in names(scene):
        assert paper.contains(name.rect), (what, name.text)
        assert not any(overlap(name.rect, area) for area in solid), (what, name.text)


@pytest.mark.parametrize("size", PAGES)
def test_a_name_is_nearest_to_its_own_place_or_joined_with_it(
    app: object, pack: Dataset, size: str
) -> None:
    scene = drawn(pack, "map", page=size)
    called = dict(zip(pack["entities"]["entity_id"], pack["entities"]["name"], strict=True))
    dots = [(called[mark.target], mark.hit.center()) for mark in places(scene)]
    leaders = [QPointF(shape.x2, shape.y2) for shape in scene.shapes if isinstance(shape, Straight)]
    # What begins another name may be the first line of that.
    whole = {words for words in called.values() if not starts_another(words, called.values())}
    told = [name for name in names(scene) if name.text in whole & {words for words, _ in dots}]
    assert len(told) > 10
    for name in told:
        own = min(gap(at, name.rect) for words, at in dots if words == name.text)
        others = [gap(at, name.rect) for words, at in dots if words != name.text]
        joined = min(gap(end, name.rect) for end in leaders)
        # Rings of regions are 2.5 pixels larger than dots.
        assert own < min(others) + 2.5 or joined < 1.5, name.text


def starts_another(words: str, others: Iterable[str]) -> bool:
    return any(other.startswith(f"{words} ") for other in others)


def gap(at: QPointF, area: QRectF) -> float:
    across = max(area.left() - at.x(), 0, at.x() - area.right())
    down = max(area.top() - at.y(), 0, at.y() - area.bottom())
    return math.hypot(across, down)
