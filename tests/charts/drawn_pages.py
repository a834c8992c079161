"""What holds of every page of a chart, over selections and pages of the bundled packs."""

from collections.abc import Iterator
from functools import cache
from itertools import combinations, product

from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Text
from jjjviewer.charts.style import LIGHT, PAGES, Page
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Language, Selection
from jjjviewer.model.view import View
from jjjviewer.paths import bundled_pack
from tests.packs import load

PACKS = ("interview", "estuary")
EVERY_PAGE = (*PAGES.values(), Page("own", 600, 400), Page("own", 960, 0))
_TOUCH = 1.5
"""By how much boxes of texts may overlap, in pixels: letters don't fill them."""


@cache
def bundled(name: str, language: Language = "en") -> Dataset:
    """A bundled pack; it is only read."""
    return load(bundled_pack().parent / name, language)


def views(pack: Dataset) -> Iterator[View]:
    """All, each id, all pairs of regions and of speakers, and each region with each theme."""
    ids = {table: [*pack[table].iloc[:, 0]] for table in ("regions", "speakers", "themes")}
    several = (
        *combinations(ids["regions"], 2),
        *combinations(ids["speakers"], 2),
        *product(ids["regions"], ids["themes"]),
    )
    for chosen in ((), *((id_,) for id_ in pack.index.ids()), *several):
        yield pack.view(Selection(chosen))


def accepted(chart_type: ChartType, language: Language = "en") -> Iterator[View]:
    """Views of both packs that a chart type accepts."""
    for name in PACKS:
        yield from filter(chart_type.accepts, views(bundled(name, language)))


def pages_of(chart_type: ChartType, view: View, page: Page) -> list[Scene]:
    return compose(chart_type, view, page, LIGHT)


def faults(scenes: list[Scene]) -> list[str]:
    """Return what is wrong with the pages of a chart, in words."""
    found = []
    drawn = {id_ for mark in scenes[0].marks for id_ in (mark.key, *mark.records)}
    if left := set(scenes[0].headline) - drawn:
        found.append(f"title about what is not drawn: {left}")
    for number, scene in enumerate(scenes, start=1):
        found += [f"page {number}: {fault}" for fault in _faults_of(scene)]
    return [f"{fault} | {scenes[0].title}" for fault in found]


def _faults_of(scene: Scene) -> Iterator[str]:
    page = QRectF(0, 0, scene.page.width, scene.page.height)
    texts = [text for text in scene.texts if text.text.strip()]
    for text in texts:
        if not page.contains(text.rect):
            yield f"off the page: {text.text}"
        if text.text.endswith("…") and text.size > scene.sizes.note:
            yield f"cut: {text.text}"
    for one, other in combinations(texts, 2):
        if _box(one).intersects(_box(other)):
            yield f"one over the other: {one.text} / {other.text}"


def _box(text: Text) -> QRectF:
    """Return the box that letters fill, without the room for accents."""
    rect = text.rect
    top = text.y - 0.72 * text.size
    return QRectF(rect.left() + _TOUCH / 2, top, max(rect.width() - _TOUCH, 0.1), 0.8 * text.size)
