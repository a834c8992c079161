"""Page layout: a chart with title, subtitle, plot, notes and source, on one page or more."""

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from PySide6.QtCore import QRectF

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Rect
from jjjviewer.charts.style import LEAST_PAGE, Page, Sizes, Style
from jjjviewer.charts.translation import speaking, tr, typographic
from jjjviewer.model.selection import Language

MOST_PAGES = 12
_HIGH = 10_000
"""A height, in pixels, from which that of header and notes is measured."""
_MOST_NOTES = 3
_FURTHER = "§"
"""The sign of all that is noted beyond that."""
_MOST_TRIES = 3
"""How often a plot is divided anew: fewer rows on a page may have other notes."""
_SPARSE = 0.8
"""Share of a high page's body below which what is plotted is drawn larger, if it fits."""
_LARGER, _LARGER_ON_SQUARE = (1.5, 1.35, 1.2), (1.2,)
_LONGEST_NOTE = 120
"""In characters."""
Rule = Literal["difference", "extreme", "contrast", "tie", "single", "pair", "none"]
"""By what a title is made: none is a mere name of what is shown."""
TitleRoom = Literal["none", "window", "every"]
"""On which pages a title has room for all the lines it may have: none, the window's, or every."""


class Headline(NamedTuple):
    """The title, and what it is about."""

    title: str
    marks: tuple[str, ...] = ()
    """Keys of the marks that it is about, or ids of records that are one mark with others."""
    rule: Rule = "none"


class Layout(Protocol):
    """What is plotted, ready to be drawn on a page of any size."""

    @property
    def records(self) -> Sequence[str]:
        """The ids of the records of all marks, in the order of drawing."""

    def pages(self, body: QRectF, sizes: Sizes) -> "Sequence[Layout]":
        """Divide it among pages whose body has a size; itself alone where all fits."""

    def height(self, width: float, sizes: Sizes) -> float:
        """Return the least height of a body of a width, in pixels, in which all fits."""

    def draw(self, scene: Scene) -> None:
        """Draw into the body of a scene."""


@dataclass(frozen=True)
class Chart:
    """A chart type applied to a view: all but page and style.

    Attributes:
        headline: the title.
        subtitle: what is shown, its unit, and the speaker if there is only one.
        layout: what is plotted.
        remarks: what the text leaves open of a record, by its id.
        notes: what a reader has to know besides, as sentences.
        source: the last line: caveat, source and paragraphs.
        language: of the texts.
        title_room: where the plot is as high with any other title, so that moving it changes
            nothing.
        brief: the same with a title about one mark, for pages that do not hold all marks that
            the title is about.
    """

    headline: Headline
    subtitle: str
    layout: Layout
    source: str
    remarks: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()
    language: Language = "en"
    title_room: TitleRoom = "none"
    brief: "Chart | None" = None

    def __post_init__(self) -> None:
        """Set the title in the quotation marks and apostrophes of print, also those of data."""
        title = typographic(self.headline.title)
        object.__setattr__(self, "headline", self.headline._replace(title=title))


class Wording(NamedTuple):
    """The user's own words; empty for those made from the data."""

    title: str = ""
    subtitle: str = ""
    note: str = ""


NO_WORDING = Wording()


def lay_out(
    chart: Chart,
    page: Page,
    style: Style,
    wording: Wording = NO_WORDING,
    *,
    header: bool = True,
    footer: bool = True,
) -> list[Scene]:
    """Lay a chart out in its language, by default with header and notes; return its pages.

    Args:
        chart: what is plotted.
        page: of the size of each page; one as high as its rows need is the only one.
        style: the colours.
        wording: the user's own words.
        header: whether it has title and subtitle.
        footer: whether it has notes; the last line on the source always stands there.
    """
    with speaking(chart.language):
        is_high = page.height >= page.width and not page.text
        return _laid_out(_Frame(chart, style, wording, header, footer, not is_high), page)


def _laid_out(frame: "_Frame", page: Page) -> list[Scene]:
    chart = frame.chart
    parts: Sequence[Layout] = (chart.layout,)
    if page.text or not page.height:
        page = frame.fitted(page)
    else:
        parts = frame.divided(page)
        if chart.brief and not set(chart.headline.marks) <= {*parts[0].records}:
            return _laid_out(frame._replace(chart=chart.brief), page)
    scenes = frame.drawn(page, parts)
    # A map fills its page by itself.
    if len(scenes) == 1 and not frame.fills and not scenes[0].projection:
        for larger in _larger(scenes[0]):
            grown = _laid_out(frame._replace(larger=larger, fills=True), page)
            if larger == 1 or (len(grown) == 1 and _keeps(scenes[0], grown[0])):
                return grown
    return scenes


def _larger(scene: Scene) -> tuple[float, ...]:
    """Return by how much type may be larger, for what leaves much of its page empty."""
    page, body = scene.page, scene.body
    end = max((mark.hit.bottom() for mark in scene.marks), default=0.0)
    if end > body.top() + _SPARSE * body.height():
        return (1.0,)
    return (*(_LARGER if page.height > page.width else _LARGER_ON_SQUARE), 1.0)


def _keeps(scene: Scene, grown: Scene) -> bool:
    """Return whether a page with larger type has all words, and marks that are not smaller."""
    return _words(scene) <= _words(grown) and _area(scene) <= _area(grown)


def _area(scene: Scene) -> float:
    """Return the area of all bars, cells and squares together."""
    shapes = (shape for mark in scene.marks for shape in mark.shapes)
    return sum(shape.width * shape.height for shape in shapes if isinstance(shape, Rect))


def _words(scene: Scene) -> Counter[str]:
    """Return the words above the notes, each as it is broken there."""
    texts = (text.text for text in scene.texts if text.rect.top() < scene.body.bottom())
    return Counter(word for text in texts for word in text.split())


class _Frame(NamedTuple):
    """What stands around the plot on each page."""

    chart: Chart
    style: Style
    wording: Wording
    header: bool
    footer: bool
    fills: bool
    """Whether what is plotted grows until it fills its page."""
    larger: float = 1.0
    """By how much all type is larger than the page has it."""

    def drawn(self, page: Page, parts: Sequence[Layout]) -> list[Scene]:
        """Return the pages with the plot's parts drawn."""
        scenes = []
        for number, layout in enumerate(parts[:MOST_PAGES], start=1):
            scene = self.scene(page, layout, number, len(parts))
            layout.draw(scene)
            if number == 1 and self.header and not self.wording.title:
                scene.headline = _drawn(scene, self.chart.headline)
            scene.description = _description(scene, self.chart)
            scenes.append(scene)
        return scenes

    def scene(self, page: Page, layout: Layout, number: int = 1, count: int = 1) -> Scene:
        """Return a page with header and notes, its body still empty."""
        chart, wording = self.chart, self.wording
        scene = Scene(page, self.style, self.larger, fills=self.fills)
        # Without notes on the page, all are kept whole for those who set them elsewhere.
        for most in (*range(_MOST_NOTES, 0, -1),) if self.footer else (None,):
            scene.signs, explained = _footnotes(layout.records, chart.remarks, most)
            if scene.holds_notes(explained, chart.source):
                break
        scene.language = chart.language
        scene.title = wording.title or chart.headline.title
        scene.subtitle = wording.subtitle or chart.subtitle
        if number > 1 and not wording.title:
            # The news is on the first page: what follows says what it shows.
            scene.title, scene.subtitle = scene.subtitle, ""
        if count > 1:
            page_number = tr("({number} of {count})", number=number, count=count)
            scene.subtitle = f"{scene.subtitle} {page_number}".strip()
        if self.header:
            is_open = chart.title_room == "every" or (chart.title_room == "window" and page.text)
            scene.add_header(has_room=bool(is_open))
        left = max(0, count - MOST_PAGES) if number == MOST_PAGES else 0
        cut = tr("{count} more pages are in the table.", count=left) if left else ""
        notes = [*filter(None, (*explained, cut, wording.note, *chart.notes))]
        scene.notes = " ".join(notes)
        scene.add_notes(notes if self.footer else [], chart.source)
        return scene

    def divided(self, page: Page) -> Sequence[Layout]:
        """Divide the plot among pages, each with room for its own notes."""
        layout = self.chart.layout
        whole = self.scene(page, layout)
        room = whole.body
        for _ in range(_MOST_TRIES):
            parts = layout.pages(room, whole.sizes)
            if len(parts) == 1:
                return parts
            least = min(
                self.scene(page, part, number, len(parts)).body.height()
                for number, part in enumerate(parts[:MOST_PAGES], start=1)
            )
            if least >= room.height():
                break
            room = QRectF(room.left(), room.top(), room.width(), least)
        return parts

    def fitted(self, page: Page) -> Page:
        """Return a page that is high enough for all rows."""
        body = self.scene(page._replace(height=_HIGH), self.chart.layout).body
        needed = self.chart.layout.height(body.width(), Sizes(page.unit))
        return page._replace(
            height=max(page.height, LEAST_PAGE[1], math.ceil(_HIGH - body.height() + needed))
        )


def _drawn(scene: Scene, headline: Headline) -> tuple[str, ...]:
    """Return the keys of the marks on a page that a headline is about, once each."""
    about = set(headline.marks)
    marks = (mark for mark in scene.marks if mark.key in about or about.intersection(mark.ids))
    return tuple(dict.fromkeys(mark.key for mark in marks))


def _footnotes(
    records: Iterable[str], remarks: Mapping[str, str], most: int | None
) -> tuple[dict[str, str], list[str]]:
    """Return the sign of each record that has a remark, and the notes that explain them."""
    noted = [record for record in dict.fromkeys(records) if remarks.get(record)]
    texts = list(dict.fromkeys(remarks[record] for record in noted))
    explained, more = (texts, []) if most is None else (texts[:most], texts[most:])
    signs = {text: "*" * number for number, text in enumerate(explained, start=1)}
    signs |= dict.fromkeys(more, _FURTHER)
    notes = [f"{signs[text]} {text if most is None else _shortened(text)}" for text in explained]
    if more:
        notes.append(
            tr("{sign} Notes on {count} more are in the table.", sign=_FURTHER, count=len(more))
        )
    return {record: signs[remarks[record]] for record in noted}, notes


def _shortened(note: str) -> str:
    """Return a note as one sentence or more, cut at the end of one where it is long."""
    whole = note if note.endswith((".", "。", "!", "?")) else f"{note}."
    if len(whole) <= _LONGEST_NOTE:
        return whole
    end = max(whole.rfind(sign, 0, _LONGEST_NOTE) for sign in (". ", "; ", "。", "；"))
    if end > 0:
        return whole[:end].rstrip(";；") + ("。" if whole[end] in "。；" else ".")
    return whole[: whole.rfind(" ", 0, _LONGEST_NOTE)] + " …"


def _description(scene: Scene, chart: Chart) -> str:
    """Return the chart in words, as alternative text."""
    sentences = [scene.title, scene.subtitle, *(mark.words for mark in scene.marks)]
    stop = "。" if chart.language == "zh" else "."
    ended = (f"{each.removesuffix('.')}{stop}" for each in filter(None, sentences))
    return " ".join((*ended, *chart.notes, chart.source))
