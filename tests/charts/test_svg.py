"""Drawings say what they show, stand beside others in a page, and need no browser."""

import re
import xml.etree.ElementTree as ET

import pytest
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.charts.style import DARK, LIGHT, PAGES, Page
from jjjviewer.charts.typeface import FAMILY
from jjjviewer.export.chart import Chart, LaidOut
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Language, Selection
from tests.images import difference
from tests.packs import load

SVG = "{http://www.w3.org/2000/svg}"


def made(pack: Dataset, id_: str, *, text_as_shapes: bool = False) -> LaidOut:
    chart_type = next(each for each in CHART_TYPES if each.id == id_)
    view = pack.view(Selection(()))
    return Chart(
        chart_type, view, PAGES["slide"], DARK, 1, text_as_shapes=text_as_shapes
    ).laid_out()


@pytest.mark.parametrize("text_as_shapes", [False, True])
@pytest.mark.parametrize("id_", [chart_type.id for chart_type in CHART_TYPES])
def test_a_program_that_is_no_browser_draws_what_the_image_shows(
    app: object, pack: Dataset, id_: str, text_as_shapes: bool
) -> None:
    """QtSvg, as LibreOffice and cairosvg, knows no order of fill and stroke."""
    laid_out = made(pack, id_, text_as_shapes=text_as_shapes)
    # It takes a list of families for the name of one.
    document = re.sub('font-family="[^"]*"', f'font-family="{FAMILY}"', laid_out.svg())
    drawn = QImage(960, 540, QImage.Format.Format_RGB32)
    painter = QPainter(drawn)
    QSvgRenderer(QByteArray(document.encode())).render(painter)
    painter.end()
    assert difference(drawn, laid_out.image()) < 0.01


@pytest.mark.parametrize("id_", [chart_type.id for chart_type in CHART_TYPES])
def test_a_drawing_has_no_ids_that_another_one_in_the_page_may_have(
    app: object, pack: Dataset, id_: str
) -> None:
    root = ET.fromstring(made(pack, id_).svg().encode())
    assert not [each for each in root.iter() if "id" in each.keys()]  # noqa: SIM118


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_drawing_has_a_short_name_a_long_description_and_a_language(
    app: object, language: Language
) -> None:
    pack = load(language=language)
    view = pack.view(Selection())
    laid_out = Chart(chart_types_for(view)[0], view, PAGES["slide"], LIGHT).laid_out()
    root = ET.fromstring(laid_out.svg().encode())
    title, description = root[0], root[1]
    assert (title.tag, title.text) == (f"{SVG}title", laid_out.scene.title)
    assert (description.tag, description.text) == (f"{SVG}desc", laid_out.scene.description)
    # A reference to the description would make it part of the name.
    assert not [key for key in root.keys() if key.startswith("aria-")]  # noqa: SIM118
    assert root.get("lang") == language


@pytest.mark.parametrize(
    ("page", "size"),
    [
        (PAGES["slide"], ("338.667mm", "190.5mm")),
        (PAGES["a4"], ("210mm", "297mm")),
        (PAGES["square"], ("720", "720")),
        (PAGES["banner"], ("1200", "628")),
        (Page("own", 621, 563), ("621", "563")),
    ],
    ids=lambda each: each.name if isinstance(each, Page) else "",
)
def test_a_drawing_has_the_size_of_its_page_on_paper(
    app: object, pack: Dataset, page: Page, size: tuple[str, str]
) -> None:
    view = pack.view(Selection())
    laid_out = Chart(chart_types_for(view)[0], view, page, LIGHT).laid_out()
    root = ET.fromstring(laid_out.svg().encode())
    assert (root.get("width"), root.get("height")) == size
    assert root.get("viewBox") == f"0 0 {page.width} {page.height}"
