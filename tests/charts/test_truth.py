"""What must never be on a chart, over all selections, pages and chart types of the bundled packs."""

import re
from collections.abc import Iterator
from functools import cache

import pytest

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.model.view import View
from tests.charts.selections import PACKS, charts, pack_of, selections

PAGES_TRIED = {"slide": PAGES["slide"], "square": PAGES["square"], "least": Page("own", 600, 400)}
_PARTS = 12
"""All selections are tried in so many parts, so that some can be tried alone."""
_NUMBER = re.compile(r"\d[\d,]*(?:\.\d+)?")
_SHARE_OF_OVERLAP = 0.12
"""By how much of the smaller one two lines of text may overlap: letters have air round them."""


@cache
def drawn(pack: str, page: str, part: int) -> list[tuple[str, ChartType, View, list[Scene]]]:
    """Return a part of all charts, laid out on a page, each with a name."""
    dataset = pack_of(pack)
    return [
        (
            f"{'+'.join(ids) or 'all'} {chart_type}",
            chart_type,
            view,
            compose(chart_type, view, PAGES_TRIED[page], LIGHT),
        )
        for ids in selections(dataset)[part::_PARTS]
        for chart_type, view in charts(dataset, ids)
    ]


every_part = pytest.mark.parametrize(
    ("pack", "page", "part"),
    [(pack, page, part) for pack in PACKS for page in PAGES_TRIED for part in range(_PARTS)],
)


@every_part
def test_what_the_title_is_about_is_drawn_on_the_first_page(
    app: object, pack: str, page: str, part: int
) -> None:
    for name, _, _, (first, *further) in drawn(pack, page, part):
        keys = {mark.key for mark in first.marks}
        assert set(first.headline) <= keys, name
        assert not any(scene.headline for scene in further), name


@every_part
def test_every_number_of_a_title_is_written_on_the_page(
    app: object, pack: str, page: str, part: int
) -> None:
    for name, chart_type, view, (first, *_) in drawn(pack, page, part):
        table = chart_type.table(view).to_csv()
        written = [*(text.text for text in first.texts), *(m.words for m in first.marks), table]
        numbers = {number for text in written for number in _NUMBER.findall(text)}
        plain = {number.replace(",", "") for number in numbers}
        for number in _NUMBER.findall(first.title):
            assert number.replace(",", "") in plain, f"{name}: {first.title}"


@every_part
def test_every_page_says_that_nothing_is_checked(
    app: object, pack: str, page: str, part: int
) -> None:
    for name, _, view, scenes in drawn(pack, page, part):
        for scene in scenes:
            words = " ".join(text.text for text in scene.texts)
            assert view.dataset.source.caveat in words, name


@every_part
def test_what_is_plotted_is_on_the_pages_once(app: object, pack: str, page: str, part: int) -> None:
    for name, chart_type, view, scenes in drawn(pack, page, part):
        records = [record for scene in scenes for record in chart_type.chart(view).layout.records]
        on_pages = {record for scene in scenes for record in scene.records}
        assert set(records) == on_pages, name


@every_part
def test_all_text_lies_on_the_page_and_none_on_other_text(
    app: object, pack: str, page: str, part: int
) -> None:
    for name, _, _, scenes in drawn(pack, page, part):
        for scene in scenes:
            for text in scene.texts:
                area = text.rect
                assert area.left() >= -1, f"{name}: {text.text}"
                assert area.right() <= scene.page.width + 1, f"{name}: {text.text}"
                assert area.bottom() <= scene.page.height + 1, f"{name}: {text.text}"
            assert not list(_overlaps(scene)), f"{name}: {next(_overlaps(scene))}"


@every_part
def test_no_value_bears_a_bare_sign_of_doubt(
    app: object, pack: str, page: str, part: int
) -> None:
    for name, _, _, scenes in drawn(pack, page, part):
        for scene in scenes:
            for text in scene.texts:
                assert not re.search(r"\d\s?\?|^[~≈><≥≤]\s?\d|-0\b|e[-+]\d", text.text), name


def _overlaps(scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield pairs of lines of text that lie on each other."""
    texts = sorted(scene.texts, key=lambda text: text.rect.top())
    for at, one in enumerate(texts):
        for other in texts[at + 1 :]:
            if other.rect.top() >= one.rect.bottom():
                break
            shared = one.rect.intersected(other.rect)
            least = min(
                one.rect.width() * one.rect.height(), other.rect.width() * other.rect.height()
            )
            # Lines of one paragraph stand close: only what lies beside each other counts.
            if shared.width() * shared.height() > _SHARE_OF_OVERLAP * least:
                yield one.text, other.text
