"""Every chart type on every page: no text is cut or lies on another, every mark leads home."""

from collections.abc import Iterator
from itertools import combinations, product

import pytest
from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QImage, QPainter, QPolygonF

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Circle, Line, Mark, Path, Rect, Text
from jjjviewer.charts.style import (
    DARK,
    LARGEST_PAGE,
    LEAST_PAGE,
    LIGHT,
    PAGES,
    STYLES,
    Page,
    Style,
    contrast,
)
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection

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
SMALLEST = 11


def suited(chart_type: ChartType) -> tuple[str, ...]:
    """Ids of a selection that a chart type is offered for."""
    return ("innovation",) if chart_type.id == "card" else ()


def composed(
    pack: Dataset, chart_type: ChartType, ids: tuple[str, ...], page: Page, style: Style
) -> Scene:
    return compose(chart_type, pack.view(Selection(ids)), page, style)


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


OWN = [
    Page("own", *LEAST_PAGE),
    Page("own", LEAST_PAGE[0], 1600),
    Page("own", 1600, LEAST_PAGE[1]),
    Page("own", LARGEST_PAGE, LARGEST_PAGE),
]


@pytest.mark.parametrize(
    "page", [*PAGES.values(), *OWN], ids=lambda page: f"{page.width}x{page.height}"
)
@pytest.mark.parametrize("ids", SELECTIONS, ids=" ".join)
def test_no_text_is_cut_off_or_lies_on_another(
    app: object, pack: Dataset, ids: tuple[str, ...], page: Page
) -> None:
    for chart_type in chart_types_for(pack.view(Selection(ids))):
        scene = composed(pack, chart_type, ids, page, LIGHT)
        paper = QRectF(0, 0, page.width, page.height)
        for text in scene.texts:
            assert paper.contains(text.rect), (chart_type.id, text.text)
            assert text.size >= SMALLEST
        for one, other in combinations(scene.texts, 2):
            # Leading is air: only the letters themselves must stay apart.
            overlap = one.rect.adjusted(0, 2, 0, -2) & other.rect.adjusted(0, 2, 0, -2)
            assert overlap.width() <= 1 or overlap.height() <= 1, (
                chart_type.id,
                one.text,
                other.text,
            )


@pytest.mark.parametrize("page", PAGES.values(), ids=PAGES)
@pytest.mark.parametrize(
    ("chart_type", "ids"),
    [
        ("panels", ""),
        ("panels", "beijing tianjin hebei"),
        ("card", "f21-2 f9-3"),
        ("card", "f21-2 f9-3 f41-7 f9-1"),
        ("kinds", ""),
        ("attention", ""),
        ("speaker-theme", ""),
        ("money", ""),
        ("counts", ""),
        ("shares", ""),
        ("shares", "beijing tianjin hebei"),
        ("per-project", ""),
        ("targets", ""),
        ("timeline", ""),
        ("timeline", "beijing tianjin hebei"),
    ],
)
def test_the_text_of_a_mark_stays_inside_its_panel(
    app: object, pack: Dataset, chart_type: str, ids: str, page: Page
) -> None:
    drawn = next(each for each in CHART_TYPES if each.id == chart_type)
    for mark in composed(pack, drawn, tuple(ids.split()), page, LIGHT).marks:
        panel = mark.hit.adjusted(-1, -1, 1, 1)
        for shape in mark.shapes:
            assert not isinstance(shape, Text) or panel.contains(shape.rect), shape.text


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_without_title_and_source_the_chart_takes_their_room(
    app: object, pack: Dataset, chart_type: ChartType
) -> None:
    view = pack.view(Selection(suited(chart_type)))
    whole = compose(chart_type, view, PAGES["slide"], LIGHT)
    bare = compose(chart_type, view, PAGES["slide"], LIGHT, header=False, footer=False)
    assert bare.body.height() > whole.body.height()
    words = " ".join(text.text for text in bare.texts)
    assert "Source:" not in words
    assert bare.title not in words
    # What the page does not say is still in the file.
    assert bare.title == whole.title
    assert "Source: " in bare.description
    for text in bare.texts:
        assert QRectF(0, 0, 960, 540).contains(text.rect)


@pytest.mark.parametrize("style", STYLES.values(), ids=STYLES)
@pytest.mark.parametrize("ids", SELECTIONS, ids=" ".join)
def test_every_text_stands_out_from_what_it_lies_on(
    app: object, pack: Dataset, ids: tuple[str, ...], style: Style
) -> None:
    for chart_type in chart_types_for(pack.view(Selection(ids))):
        for text, background in text_backgrounds(
            composed(pack, chart_type, ids, PAGES["slide"], style)
        ):
            assert contrast(text.color, background) >= 4.5, (chart_type.id, text.text, background)


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_every_mark_leads_to_records_of_the_view_and_to_words(
    app: object, pack: Dataset, chart_type: ChartType
) -> None:
    view = pack.view(Selection(suited(chart_type)))
    known = set(view.figures["figure_id"]) | set(view.statements["statement_id"])
    known |= set(view.links["link_id"])
    scene = compose(chart_type, view, PAGES["a4"], LIGHT)
    assert scene.marks
    for mark in scene.marks:
        assert mark.records or mark.target
        assert set(mark.records) <= known
        assert mark.words
        assert scene.mark_at(mark.hit.center().x(), mark.hit.center().y()) == mark


@pytest.mark.parametrize("chart_type", CHART_TYPES, ids=lambda chart_type: chart_type.id)
def test_a_page_names_its_source_and_its_records(
    app: object, pack: Dataset, chart_type: ChartType
) -> None:
    scene = composed(pack, chart_type, suited(chart_type), PAGES["slide"], LIGHT)
    footer = " ".join(text.text for text in scene.texts)
    assert "Source: Beijing Daily, Tianjin Daily and Hebei Daily" in footer
    assert "ecord" in footer
    assert scene.records[0] in scene.description


def test_rows_without_room_are_said_to_be_missing(app: object, pack: Dataset) -> None:
    counts = next(chart_type for chart_type in CHART_TYPES if chart_type.id == "counts")
    tall = composed(pack, counts, (), PAGES["a4"], LIGHT)
    wide = composed(pack, counts, (), PAGES["slide"], LIGHT)
    assert len(tall.marks) > len(wide.marks)
    assert any("not shown for want of room" in text.text for text in wide.texts)


@pytest.mark.parametrize(("chart_type", "style"), list(product(CHART_TYPES, STYLES.values())))
def test_a_page_is_painted_in_its_own_colours(
    app: object, pack: Dataset, chart_type: ChartType, style: Style
) -> None:
    scene = composed(pack, chart_type, suited(chart_type), PAGES["slide"], style)
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
        for mark in (*style.regions, *style.themes):
            assert contrast(mark, background) >= 3


def test_themes_are_told_apart() -> None:
    assert contrast(LIGHT.background, DARK.background) > 15


@pytest.mark.parametrize(("left_out", "times"), [([], 1), (["Too many."], 1), (["words " * 90], 2)])
def test_a_page_is_drawn_anew_only_where_what_it_leaves_out_takes_more_lines_of_the_footer(
    app: object, pack: Dataset, monkeypatch: pytest.MonkeyPatch, left_out: list[str], times: int
) -> None:
    chart_type = next(chart_type for chart_type in CHART_TYPES if chart_type.id == "speaker-theme")
    bodies: list[QRectF] = []

    def draw(scene: Scene, *_: object) -> list[str]:
        bodies.append(QRectF(scene.body))
        return left_out

    monkeypatch.setattr(chart_type, "draw", draw)
    scene = compose(chart_type, pack.view(Selection()), PAGES["slide"], LIGHT)
    assert len(bodies) == times
    assert bodies[-1] == scene.body
    assert len({body.height() for body in bodies}) == times
    assert all(words[:9] in " ".join(text.text for text in scene.texts) for words in left_out)
