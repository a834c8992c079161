"""Every chart type on every page: no text is cut or lies on another, every mark leads home."""

import re
from collections.abc import Iterator
from itertools import pairwise, product

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.page_layout import Wording
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.scene import LegendEntry, Scene, legend_shapes, legend_width
from jjjviewer.charts.shapes import Circle, Line, Mark, Paint, Path, Rect, Text
from jjjviewer.charts.style import (
    DARK,
    LARGEST_PAGE,
    LEAST_PAGE,
    LIGHT,
    PAGES,
    STYLES,
    Page,
    Sizes,
    Style,
    contrast,
)
from jjjviewer.charts.svg import svg
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.charts.test_truth import faults_of_text

SELECTIONS = [
    tuple(ids.split())
    for ids in (
        "",
        "beijing",
        "tianjin",
        "hebei",
        "hebei yu-bo",
        "ecology",
        "industry",
        "wang-youguo",
        "chai-baoliang",
        "chengde",
        "guanting",
        "beijing tianjin hebei",
        "hebei ecology",
        "ecology industry relocation transport",
        "wang-youguo yu-bo dai-yongkang yin-xiangjie chai-baoliang kang-yanmin",
        "chengde guanting",
        "f21-2",
        "f21-2 f9-3",
        "f21-2 f9-3 f41-7",
        "f21-2 f9-3 f41-7 f9-1",
    )
]
SMALLEST = 10
"""In pixels, in the window with text of 13."""
LARGE_TYPE = 19
"""In pixels, of bold letters, which may have a contrast of 3."""
READABLE = 4.5
"""Contrast of text."""


def points_in(area: QRectF) -> Iterator[tuple[float, float]]:
    """Points all over an area: marks may lie in others."""
    for across, down in product(range(1, 20), repeat=2):
        yield area.x() + area.width() * across / 20, area.y() + area.height() * down / 20


def covers(shape: Rect | Circle | Path, point: QPointF) -> bool:
    if isinstance(shape, Path):
        polygon = QPolygonF([QPointF(x, y) for x, y in shape.points])
        return polygon.containsPoint(point, Qt.FillRule.OddEvenFill)
    return shape.rect.contains(point)


def text_backgrounds(scene: Scene) -> Iterator[tuple[Text, str]]:
    """Each text with the colour of what lies below its middle."""
    flat = [
        shape
        for each in scene.shapes
        for shape in (each.shapes if isinstance(each, Mark) else (each,))
    ]
    for at, text in enumerate(flat):
        if isinstance(text, Text) and text.text:
            middle = text.rect.center()
            fills = [
                shape.paint.fill
                for shape in flat[:at]
                if not isinstance(shape, Line | Text) and shape.paint.fill and covers(shape, middle)
            ]
            yield text, fills[-1] if fills else scene.style.background


LARGE = [
    Page("own", LEAST_PAGE[0], 1600),
    Page("own", 1600, LEAST_PAGE[1]),
    Page("own", LARGEST_PAGE, LARGEST_PAGE),
    PAGES["a4"],
    PAGES["banner"],
    Page("pane", 608, 500, text=13),
    Page("pane", 900, 700, text=20),
]
"""Pages that `test_truth` does not try."""


@pytest.mark.parametrize("page", LARGE, ids=lambda page: f"{page.width}x{page.height}")
@pytest.mark.parametrize("ids", SELECTIONS, ids=" ".join)
def test_no_text_is_cut_off_or_lies_on_another(
    app: object, pack: Dataset, ids: tuple[str, ...], page: Page
) -> None:
    for chart_type in chart_types_for(pack.view(Selection(ids))):
        for scene in compose(chart_type, pack.view(Selection(ids)), page, LIGHT):
            paper = QRectF(0, 0, scene.page.width, scene.page.height)
            for text in scene.texts:
                assert paper.contains(text.rect), (chart_type.id, text.text)
                assert text.size >= SMALLEST
            assert not [*faults_of_text(scene)], chart_type.id


@pytest.mark.parametrize("is_round", [False, True])
def test_a_legend_ends_at_the_right_with_each_sign_before_its_words(
    app: object, is_round: bool
) -> None:
    sizes = Sizes()
    entries = [LegendEntry(words, Paint("#000000"), is_round) for words in ("reached", "target")]
    signs_and_words = [*legend_shapes(entries, 900, 100, LIGHT, sizes)]
    places = [shape.rect for shape in signs_and_words]
    assert places[0].left() >= 900 - legend_width(entries, sizes)
    assert all(before.right() < after.left() for before, after in pairwise(places))
    assert places[-1].right() == pytest.approx(900, abs=1)


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_without_title_and_notes_the_chart_takes_their_room_but_says_whose_words_it_shows(
    app: object, pack: Dataset, chart_type: ChartType
) -> None:
    view = pack.view(Selection())
    whole, *_ = compose(chart_type, view, PAGES["slide"], LIGHT)
    bare, *_ = compose(chart_type, view, PAGES["slide"], LIGHT, header=False, footer=False)
    assert bare.body.height() > whole.body.height()
    words = " ".join(text.text for text in bare.texts)
    assert view.dataset.source.caveat in words
    assert bare.title not in words
    # What the page does not say is still in the file.
    assert bare.title == whole.title
    assert not bare.headline
    assert "Source: " in bare.description
    for text in bare.texts:
        assert QRectF(0, 0, 960, 540).contains(text.rect)


def test_notes_are_whole_or_left_out_and_what_a_sign_leads_to_comes_first(
    app: object, pack: Dataset
) -> None:
    for chart_type in chart_types_for(pack.view(Selection())):
        for scene in compose(chart_type, pack.view(Selection()), Page("own", 600, 400), LIGHT):
            notes = " ".join(
                text.text for text in scene.texts if text.rect.top() > scene.body.bottom()
            )
            assert re.search(r"[^.;] …|\w…", notes) is None, notes
            for sign in set(scene.signs.values()):
                assert f"{sign} " in notes


@pytest.mark.parametrize("page", [PAGES["a4"], PAGES["square"]], ids=["a4", "square"])
def test_what_is_plotted_fills_a_high_page_with_its_words_whole(
    app: object, pack: Dataset, page: Page
) -> None:
    for ids in ((), ("hebei",), ("yu-bo",), ("opening-reform",)):
        view = pack.view(Selection(ids))
        for chart_type in chart_types_for(view):
            (first, *further) = compose(chart_type, view, page, LIGHT)
            assert not further or page is PAGES["square"], chart_type.id
            shapes = (shape.rect for mark in first.marks for shape in mark.shapes)
            ends = max(area.bottom() for area in (*shapes, *(mark.hit for mark in first.marks)))
            is_full = ends > first.body.top() + 0.6 * first.body.height()
            assert is_full or first.projection, chart_type.id
            assert not [*faults_of_text(first)]


def test_words_of_ones_own_take_the_place_of_the_automatic_ones(app: object, pack: Dataset) -> None:
    wording = Wording("Mine", "Of mine", "Seen by me.")
    for chart_type in chart_types_for(pack.view(Selection(("hebei",)))):
        scene, *_ = compose(
            chart_type, pack.view(Selection(("hebei",))), PAGES["slide"], LIGHT, wording
        )
        words = " ".join(text.text for text in scene.texts)
        assert scene.title == "Mine"
        assert scene.subtitle.startswith("Of mine")
        assert "Seen by me." in words
        assert not scene.headline


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("ids", SELECTIONS, ids=" ".join)
def test_every_text_stands_out_from_what_it_lies_on(
    app: object, pack: Dataset, ids: tuple[str, ...], style: Style
) -> None:
    for chart_type in chart_types_for(pack.view(Selection(ids))):
        for scene in compose(chart_type, pack.view(Selection(ids)), PAGES["slide"], style):
            for text, background in text_backgrounds(scene):
                is_large = text.size >= LARGE_TYPE and text.bold
                least = 3 if is_large else READABLE
                assert contrast(text.color, background) >= least, (
                    chart_type.id,
                    text.text,
                    background,
                )


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_every_mark_leads_to_records_of_the_view_and_to_words(
    app: object, pack: Dataset, chart_type: ChartType
) -> None:
    view = pack.view(Selection())
    known = set(view.figures["figure_id"]) | set(view.statements["statement_id"])
    known |= set(view.links["link_id"])
    for scene in compose(chart_type, view, PAGES["a4"], LIGHT):
        assert scene.marks
        for mark in scene.marks:
            assert mark.records or mark.target or mark.cell
            assert set(mark.records) <= known
            assert mark.words
            # A part of a bar that nobody mentions has no width.
            if mark.records or mark.target:
                assert any(scene.mark_at(*point) == mark for point in points_in(mark.hit))


@pytest.mark.parametrize("id_", [chart_type.id for chart_type in CHART_TYPES])
def test_marks_are_named_once_in_a_drawing(app: object, pack: Dataset, id_: str) -> None:
    (chart_type,) = (each for each in CHART_TYPES if each.id == id_)
    view = pack.view(Selection())
    for scene in compose(chart_type, view, PAGES["slide"], LIGHT):
        keys = [mark.key for mark in scene.marks if not mark.target]
        assert len(keys) == len(set(keys))
        drawing = svg(scene)
        assert all(f'data-mark="{key}"' in drawing for key in keys)
        assert f'data-headline="{" ".join(scene.headline)}"' in drawing


@pytest.mark.parametrize(("chart_type", "style"), list(product(CHART_TYPES, STYLES.values())))
def test_a_page_is_painted_in_its_own_colours(
    app: object, pack: Dataset, chart_type: ChartType, style: Style
) -> None:
    view = pack.view(Selection())
    scene, *_ = compose(chart_type, view, PAGES["slide"], style)
    image = QImage(960, 540, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    scene.render(painter)
    painter.end()
    assert image.pixelColor(2, 2) == QColor(style.background)
    painted = {image.pixel(x, y) for x in range(0, 960, 3) for y in range(0, 540, 3)}
    assert len(painted) > 10


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
def test_text_stands_out_from_its_ground(style: Style) -> None:
    for background in (style.background, style.surface):
        for shape in (style.text, style.muted, style.accent):
            assert contrast(shape, background) >= 4.5
    fills = [*(color for pair in (*style.regions, style.neutral) for color in pair)]
    outlines = [tint.outline for tint in style.themes]
    for mark in (*fills, *style.kinds.values(), *outlines):
        assert contrast(mark, style.background) >= 3


def test_themes_are_told_apart() -> None:
    assert contrast(LIGHT.background, DARK.background) > 15
