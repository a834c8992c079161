"""What must never be on a chart, over selections, pages and chart types of the bundled packs."""

import re
from collections.abc import Iterator
from itertools import product
from typing import NamedTuple

import pytest

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.model.view import View
from tests.charts.selections import PACKS, charts, pack_of, selections

_SIZES = (PAGES["slide"], PAGES["square"], Page("own", 600, 400))
_PARTS = 12
"""All selections are tried in so many parts on a slide, a third of them on other pages."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?(?![\w])")
_BARE_SIGN = re.compile(r"\d\s?\?|^[~≈><≥≤]\s?\d|-\d|−0\b|\de[-+]\d")
_SHARE_OF_OVERLAP = 0.12
"""By how much of the smaller one two lines of text may overlap: letters have air round them."""


class Drawn(NamedTuple):
    """A chart on its pages."""

    chart_type: ChartType
    view: View
    scenes: list[Scene]


@pytest.mark.parametrize("part", range(_PARTS))
@pytest.mark.parametrize("pack", PACKS)
def test_charts_hold_to_the_truth(app: object, pack: str, part: int) -> None:
    dataset = pack_of(pack)
    sizes = _SIZES if part < _PARTS // 3 else _SIZES[:1]
    found = []
    for ids in selections(dataset)[part::_PARTS]:
        for (chart_type, view), page in product(charts(dataset, ids), sizes):
            drawn = Drawn(chart_type, view, compose(chart_type, view, page, LIGHT))
            where = f"{'+'.join(ids)} {chart_type.id} {page.width}x{page.height}"
            found += [f"{where}: {fault}" for fault in _faults(drawn)]
    assert not found, f"{len(found)} faults, such as\n" + "\n".join(found[:10])


def _faults(drawn: Drawn) -> Iterator[str]:
    yield from _of_headline(drawn)
    yield from _of_numbers(drawn)
    yield from _of_records(drawn)
    caveat = drawn.view.dataset.source.caveat
    for scene in drawn.scenes:
        if caveat not in " ".join(text.text for text in scene.texts):
            yield "a page does not say that nothing is checked"
        yield from faults_of_text(scene)


def _of_headline(drawn: Drawn) -> Iterator[str]:
    """Yield where a title is about a mark that is not drawn on the first page."""
    first, *further = drawn.scenes
    chart = drawn.chart_type.chart(drawn.view)
    shown = chart.brief if chart.brief and chart.brief.headline.title == first.title else chart
    marks = set(shown.headline.marks)
    missing = marks - {id_ for mark in first.marks for id_ in (mark.key, *mark.ids)}
    if missing:
        yield f"the title is about {missing}, which is not drawn: {first.title}"
    if bool(first.headline) != bool(marks) or any(scene.headline for scene in further):
        yield "the pages name other marks than the title is about"


def _of_numbers(drawn: Drawn) -> Iterator[str]:
    """Yield numbers of the title that stand nowhere on the page, nor in the table."""
    first = drawn.scenes[0]
    words = (mark.words for mark in first.marks)
    written = " ".join((*(text.text for text in first.texts[1:]), *words))
    written = written.replace(first.title, "").replace(",", "")
    # A name may hold a number: 360 Technology.
    title = first.title
    for name in drawn.view.dataset["entities"]["name"]:
        title = title.replace(name, "")
    numbers = {number.replace(",", "") for number in _NUMBER.findall(title)}
    if missing := [number for number in numbers if number not in written]:
        table = drawn.chart_type.table(drawn.view).to_csv()
        for number in missing:
            if number not in table.replace(",", ""):
                yield f"{number} of the title is not drawn: {first.title}"


def _of_records(drawn: Drawn) -> Iterator[str]:
    """Yield records of the chart that are on none of its pages."""
    on_pages = {record for scene in drawn.scenes for record in scene.records}
    missing = set(drawn.chart_type.chart(drawn.view).layout.records) - on_pages
    if missing:
        yield f"not on a page: {sorted(missing)[:3]}"


def faults_of_text(scene: Scene) -> Iterator[str]:
    """Yield texts that leave the page, lie on each other, or bear a bare sign of doubt."""
    page, texts = scene.page, sorted(scene.texts, key=lambda text: text.rect.top())
    for at, text in enumerate(texts):
        area = text.rect
        if area.left() < -1 or area.right() > page.width + 1 or area.bottom() > page.height + 1:
            yield f"“{text.text}” leaves the page"
        if _BARE_SIGN.search(text.text):
            yield f"“{text.text}” has a sign that should be a word"
        for other in texts[at + 1 :]:
            if other.rect.top() >= area.bottom():
                break
            shared = area.intersected(other.rect)
            least = min(each.width() * each.height() for each in (area, other.rect))
            if shared.width() * shared.height() > _SHARE_OF_OVERLAP * least:
                yield f"“{text.text}” lies on “{other.text}”"
