"""What stands round a chart, and how both are put on a page.

It needs no pandas, so that the first chart can be drawn before pandas is loaded.
"""

from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from jjjviewer.charts.formatting import paragraphs
from jjjviewer.charts.scene import Figure
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
    draw: Callable[[Figure], list[str]],
    page: Page,
    style: Style,
    *,
    header: bool = True,
    footer: bool = True,
) -> Figure:
    """Put a chart on a page, with what stands round it unless told otherwise.

    Args:
        draw: draws into the body of a figure; returns what that had no room for.
    """

    def begun(foot: Sequence[str]) -> Figure:
        figure = Figure(page, style)
        figure.title, figure.subtitle = caption.title, caption.subtitle
        if header:
            figure.header()
        if footer:
            figure.footer(foot)
        return figure

    def foot(records: Sequence[str], *more: str) -> list[str]:
        return [caption.source, " ".join([_records_line(records), *caption.notes, *more])]

    figure = begun(foot(caption.records))
    cut = draw(figure)
    # What has no room is known only once it is drawn, and is told in the footer; where that
    # takes another line, there may be room for even less.
    while cut and footer:
        changed = foot(sorted(figure.records, key=_reading_order), *cut)
        if figure.change_footer(changed):
            break
        figure = begun(changed)
        cut = draw(figure)
    figure.description = _description(figure, caption)
    return figure


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


def _description(figure: Figure, caption: Caption) -> str:
    """The chart in words, as alternative text."""
    sentences = [f"{figure.title}.", f"{figure.subtitle}."]
    sentences += [f"{mark.words.removesuffix('.')}." for mark in figure.marks]
    sentences += [*caption.notes, caption.source]
    ids = ", ".join(figure.records)
    sentences.append(tr("Records {ids}.", ids=ids) if ids else _records_line(()))
    return " ".join(sentences)
