"""Page layout: a chart with title, subtitle, plot, notes and source, on one page or more."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Literal, NamedTuple, Protocol

from PySide6.QtCore import QRectF

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Sizes, Style
from jjjviewer.charts.translation import tr

MOST_PAGES = 12
_MOST_NOTES = 3
_LONGEST_NOTE = 120
"""In characters."""
Rule = Literal["difference", "extreme", "contrast", "tie", "single", "pair", "none"]
"""By what a title is made: none is a mere name of what is shown."""


class Headline(NamedTuple):
    """The title, and what it is about."""

    title: str
    marks: tuple[str, ...] = ()
    """Keys of the marks that it is about."""
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
    """

    headline: Headline
    subtitle: str
    layout: Layout
    source: str
    remarks: Mapping[str, str] = field(default_factory=dict)
    notes: Sequence[str] = ()
    language: str = "en"


class Wording(NamedTuple):
    """The user's own words; empty for those made from the data."""

    title: str = ""
    subtitle: str = ""
    note: str = ""


def lay_out(
    chart: Chart,
    page: Page,
    style: Style,
    wording: Wording = Wording(),
    *,
    header: bool = True,
    footer: bool = True,
) -> list[Scene]:
    """Lay a chart out, by default with header and notes; return its pages."""

    def begun(layout: Layout, number: int, count: int) -> Scene:
        signs, notes = _footnotes(layout.records, chart.remarks)
        scene = Scene(page, style, signs)
        scene.language = chart.language
        scene.title = wording.title or chart.headline.title
        scene.subtitle = wording.subtitle or chart.subtitle
        if count > 1:
            scene.subtitle += " " + tr("({number} of {count})", number=number, count=count)
        if header:
            scene.add_header()
            if number == 1 and not wording.title:
                scene.headline = chart.headline.marks
        left = [*notes, *chart.notes, wording.note]
        paragraphs = [" ".join(filter(None, left))] if footer else []
        scene.add_notes([*filter(None, paragraphs), chart.source])
        return scene

    parts: Sequence[Layout] = [chart.layout]
    if page.height:
        parts = chart.layout.pages(begun(chart.layout, 1, 1).body, Sizes(page.unit))[:MOST_PAGES]
    else:
        page = fitted(chart, page, style, wording, header=header, footer=footer)
    scenes = []
    for number, layout in enumerate(parts, start=1):
        scene = begun(layout, number, len(parts))
        layout.draw(scene)
        scene.description = _description(scene, chart)
        scenes.append(scene)
    return scenes


def fitted(
    chart: Chart,
    page: Page,
    style: Style,
    wording: Wording = Wording(),
    *,
    header: bool = True,
    footer: bool = True,
) -> Page:
    """Return a page of the same width, high enough for all rows."""
    signs, notes = _footnotes(chart.layout.records, chart.remarks)
    scene = Scene(page._replace(height=10_000), style, signs)
    scene.title = wording.title or chart.headline.title
    scene.subtitle = wording.subtitle or chart.subtitle
    if header:
        scene.add_header()
    left = [*notes, *chart.notes, wording.note] if footer else []
    scene.add_notes([*filter(None, [" ".join(filter(None, left))]), chart.source])
    body = scene.body
    needed = chart.layout.height(body.width(), scene.sizes)
    return page._replace(height=max(page.height, round(10_000 - body.height() + needed + 0.5)))


def _footnotes(
    records: Iterable[str], remarks: Mapping[str, str]
) -> tuple[dict[str, str], list[str]]:
    """Return the sign of each record that has a remark, and the notes that explain them."""
    noted = [record for record in dict.fromkeys(records) if remarks.get(record)]
    texts = list(dict.fromkeys(remarks[record] for record in noted))
    explained, more = texts[:_MOST_NOTES], texts[_MOST_NOTES:]
    signs = {text: "*" * number for number, text in enumerate(explained, start=1)}
    signs |= dict.fromkeys(more, "*" * (_MOST_NOTES + 1))
    notes = [f"{signs[text]} {_shortened(text)}" for text in explained]
    if more:
        notes.append(
            tr("{sign} Notes on {count} more are in the table.", sign="****", count=len(more))
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
    ended = (f"{each.removesuffix('.')}." for each in filter(None, sentences))
    return " ".join((*ended, *chart.notes, chart.source))
