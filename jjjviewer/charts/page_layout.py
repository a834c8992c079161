"""What stands round a chart, and how both are put on a page.

It needs no pandas, so that the first chart can be drawn before pandas is loaded.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from jjjviewer.charts.formatting import paragraphs
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.translation import tr

MOST_IDS = 18
"""How many record ids a footer spells out; the file's description has them all."""


class Caption(NamedTuple):
    """What is said above and below a chart."""

    title: str
    """What is seen, in a sentence."""
    subtitle: str
    source: str
    """Where it comes from, with the paragraphs."""
    records: Sequence[str]
    """Ids of all that is plotted, in reading order."""
    notes: Sequence[str]
    """What a reader has to know beside the chart."""


def lay_out(
    caption: Caption,
    draw: Callable[[Scene], list[str]],
    page: Page,
    style: Style,
    *,
    header: bool = True,
    footer: bool = True,
) -> Scene:
    """Put a chart on a page, with what stands round it unless told otherwise.

    Args:
        draw: draws into the body of a figure; returns what that had no room for.
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
    # What has no room is known only once it is drawn, and is told in the footer; where that
    # takes another line, there may be room for even less.
    while cut and footer:
        changed = foot(sorted(scene.records, key=_reading_order), *cut)
        if scene.change_footer(changed):
            break
        scene = begun(changed)
        cut = draw(scene)
    scene.description = _description(scene, caption)
    return scene


def source_line(citation: str, numbers: Iterable[int]) -> str:
    """Say which source, and which paragraphs of it."""
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
    """Sort ids as people do: f9-1 before f21-1."""
    parts = record.lstrip("abcdefghijklmnopqrstuvwxyz").split("-")
    return tuple((int(part) if part.isdigit() else 0, part) for part in parts)


def _description(scene: Scene, caption: Caption) -> str:
    """The chart in words, as alternative text."""
    sentences = [f"{scene.title}.", f"{scene.subtitle}."]
    sentences += [f"{mark.words.removesuffix('.')}." for mark in scene.marks]
    sentences += [*caption.notes, caption.source]
    ids = ", ".join(scene.records)
    sentences.append(tr("Records {ids}.", ids=ids) if ids else _records_line(()))
    return " ".join(sentences)
