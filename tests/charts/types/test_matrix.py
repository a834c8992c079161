"""The matrix: every pair has one cell with its number, the rest is joined and named."""

from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.layouts.place_matrix import OTHERS
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Rect, Text
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Page, contrast
from jjjviewer.charts.types.matrix import Matrix
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import accepted, pack_of

MATRIX = Matrix()


def scene_of(view: View, page: Page = PAGES["slide"]) -> Scene:
    (scene,) = compose(MATRIX, view, page, LIGHT)
    return scene


def number_in(mark_shapes: tuple[object, ...]) -> str:
    return next(shape.text for shape in mark_shapes if isinstance(shape, Text))


def test_cells_have_the_numbers_of_their_pairs_and_zero_is_a_dash(app: object) -> None:
    for view in [*accepted(MATRIX)][::4]:
        if view.groups:
            continue
        sizes = {pair.cell: pair.size for pair in MATRIX.found(view).pairs}
        for mark in scene_of(view).marks:
            if OTHERS not in mark.cell:
                count = sizes.get(mark.cell, 0)
                assert number_in(mark.shapes) == (str(count) if count else "–")
                assert len(mark.records) == count


def test_a_matrix_has_ten_rows_at_most_and_names_the_rest(app: object) -> None:
    for page in (PAGES["slide"], Page("own", 600, 400)):
        for view in [*accepted(MATRIX)][::4]:
            scene = scene_of(view, page)
            keys = {key for mark in scene.marks for key in mark.cell.split("/")}
            assert 3 <= len(keys) <= 10
            left = MATRIX.found(view).places.keys() - keys
            joined = {end for pair in MATRIX.found(view).pairs for end in pair.ends} & left
            assert (OTHERS in keys) == bool(joined)


def test_the_interview_joins_three_others(app: object) -> None:
    scene = scene_of(pack_of("interview").view(Selection()))
    texts = [text.text for text in scene.texts]
    assert "3 others" in texts
    assert any("Xilingol League, Bohai Sea and Xiong'an New Area" in text for text in texts)


def test_numbers_can_be_read_on_their_cells(app: object) -> None:
    for style in (LIGHT, DARK):
        for view in [*accepted(MATRIX)][::4]:
            (scene,) = compose(MATRIX, view, PAGES["square"], style)
            for mark in scene.marks:
                cell, *texts = mark.shapes
                if isinstance(cell, Rect):
                    number = next(each for each in texts if isinstance(each, Text))
                    assert contrast(number.color, cell.paint.fill) >= 4.4
                    assert mark.hit.adjusted(-1, -1, 1, 1).contains(number.rect)


def test_cells_do_not_overlap(app: object) -> None:
    scene = scene_of(pack_of("interview").view(Selection()), PAGES["square"])
    boxes = [mark.hit for mark in scene.marks]
    for at, box in enumerate(boxes):
        assert not any(_overlap(box, other) for other in boxes[at + 1 :])


def _overlap(one: QRectF, other: QRectF) -> bool:
    return one.adjusted(0.5, 0.5, -0.5, -0.5).intersects(other)
