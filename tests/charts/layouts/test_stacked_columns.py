"""Few stacked bars stand as columns on an upright page."""

import pytest

from jjjviewer.charts.shapes import Text
from tests.charts.drawing import drawn
from tests.charts.selections import pack_of


@pytest.mark.parametrize(
    ("id_", "ids"),
    [
        ("attention", ("yu-bo",)),
        ("attention", ("chai-baoliang", "kang-yanmin")),
        ("kinds", ("hebei", "ecology")),
        ("kinds", ("chai-baoliang", "kang-yanmin")),
    ],
)
def test_few_bars_fill_an_upright_page_with_all_parts_named(
    app: object, id_: str, ids: tuple[str, ...]
) -> None:
    (scene,) = drawn(pack_of("interview"), id_, *ids)
    parts = [mark for mark in scene.marks if mark.records]
    tops, bottoms = zip(*((mark.hit.top(), mark.hit.bottom()) for mark in parts), strict=True)
    assert max(bottoms) - min(tops) > 0.75 * scene.body.height()
    assert all(any(isinstance(shape, Text) for shape in mark.shapes) for mark in parts)
    columns = {mark.hit.left() for mark in parts}
    heads = [text for text in scene.texts if scene.body.top() < text.y < min(tops)]
    assert {text.x for text in heads} == columns
