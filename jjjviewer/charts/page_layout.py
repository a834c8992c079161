"""Page layout: a chart with title, subtitle, notes and source."""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from jjjviewer.charts.formatting import paragraphs
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.translation import tr

MOST_IDS = 18
"""Greatest number of record ids in a footer; the file's description lists all."""


class Caption(NamedTuple):
    """The texts above and below a chart."""

    title: str
    """One sentence that states what the chart shows."""
    subtitle: str
    source: str
    """The source, with paragraphs."""
    records: Sequence[str]
    """Ids of all records plotted, in reading order."""
    notes: Sequence[str]
    """What a reader has to know besides: doubts, and what is left out."""


def lay_out(
    caption: Caption,
    draw: Callable[[Scene], list[str]],
    page: Page,
    style: Style,
    *,
    header: bool = True,
    footer: bool = True,
) -> Scene:
    """Lay out a chart on a page, by default with header and footer.

    Args:
        draw: draws into the body of a scene and returns notes on what did not fit.
    """

    def begun(foot: Sequence[str]) -> Scene:
        scene = Scene(page, style)
        scene.title, scene.subtitle = caption.title, caption.subtitle
        if header:
            scene.header()
        if footer:
            scene.footer(foot)
        return scene

    def foot(records: Sequence[str], *more: str) -> list[str]:
        return [caption.source, " ".join([_records_line(records), *caption.notes, *more])]

    scene = begun(foot(caption.records))
    cut = draw(scene)
    # What does not fit is known only after drawing, and the footer has to say it: where that
    # takes another line, even less fits, so it is drawn again.
    while cut and footer:
        changed = foot(sorted(scene.records, key=_reading_order), *cut)
        if scene.change_footer(changed):
            break
        scene = begun(changed)
        cut = draw(scene)
    scene.description = _description(scene, caption)
    return scene


def source_line(citation: str, numbers: Iterable[int]) -> str:
    """Return the line that names the source and its paragraphs."""
    return tr(
        "Source: {citation}, {paragraphs}.", citation=citation, paragraphs=paragraphs(numbers)
    )


def _records_line(records: Sequence[str]) -> str:
    if not records:
        return tr("No record lies in the part that is shown.")
    if len(records) > MOST_IDS:
        first, last = records[0], records[-1]
        return tr("{count} records, {first} to {last}.", count=len(records), first=first, last=last)
    ids = ", ".join(records)
    return tr("Record {ids}.", ids=ids) if len(records) == 1 else tr("Records {ids}.", ids=ids)


def _reading_order(record: str) -> tuple[tuple[int, str], ...]:
    """Return a key that sorts ids by their numbers: f9-1 before f21-1."""
    parts = record.lstrip("abcdefghijklmnopqrstuvwxyz").split("-")
    return tuple((int(part) if part.isdigit() else 0, part) for part in parts)


def _description(scene: Scene, caption: Caption) -> str:
    """Return the chart in words, as alternative text."""
    sentences = [f"{scene.title}.", f"{scene.subtitle}."]
    sentences += [f"{mark.words.removesuffix('.')}." for mark in scene.marks]
    sentences += [*caption.notes, caption.source]
    ids = ", ".join(scene.records)
    sentences.append(tr("Records {ids}.", ids=ids) if ids else _records_line(()))
    return " ".join(sentences)
