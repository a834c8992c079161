"""Records in words: numbers with unit, qualifier and status, attributions, notes, lists."""

from collections.abc import Callable, Iterable, Sequence

import numpy as np

from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow, LinkRow, StatementRow
from jjjviewer.model.view import View
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES

Record = FigureRow | LinkRow | StatementRow

SIGNS = {
    "exact": "",
    "more-than": ">",
    "at-least": "≥",
    "nearly": "~",
    "about": "≈",
    "less-than": "<",
    "at-most": "≤",
}
"""The sign before a number, by qualifier."""

_MOST_NAMES = 3

UNCLEAR = "?"
"""The sign after a number that the text leaves unclear."""


def number(value: float) -> str:
    """Format a number with separators and all its decimals: 10,400,000, 60.03."""
    text = f"{value:,.6f}".rstrip("0").rstrip(".")
    return text if float(text.replace(",", "")) == value else f"{value:,}"


def scale_of(values: Iterable[float]) -> tuple[float, str]:
    """Return the divisor and the name of the scale that suits large numbers."""
    largest = np.abs(np.fromiter(values, dtype=float)).max(initial=0)
    if largest >= 1e9:
        return 1e9, tr("billion")
    if largest >= 1e6:
        return 1e6, tr("million")
    return 1, ""


def quantity(value: float, unit: str) -> str:
    """Format a value with its unit: 731.9 billion yuan, 3,384 enterprises, 60.03%."""
    divisor, scale = scale_of([value])
    text = f"{number(value / divisor)} {scale}".strip()
    return f"{text}%" if unit == "%" else f"{text} {unit}".strip()


def is_unclear(figure: FigureRow) -> bool:
    """Return whether the text leaves a figure unclear."""
    return figure.certainty in UNCLEAR_CERTAINTIES or figure.status == "uncertain"


OPEN = ("target", "planned", "under-construction")
"""The statuses of what is not reached yet."""


def is_open(figure: FigureRow) -> bool:
    """Return whether a figure is not reached yet: a target, a plan, under construction."""
    return figure.status in OPEN


def signed(figure: FigureRow, text: str) -> str:
    """Add the signs of its qualifier and of doubt to a quantity."""
    return f"{SIGNS[figure.qualifier]}{text}" + (f" {UNCLEAR}" if is_unclear(figure) else "")


def amount(figure: FigureRow) -> str:
    """Format a figure's value with unit and signs: >50%, 731.9 billion yuan."""
    return signed(figure, quantity(figure.value, figure.unit))


def title_amount(figure: FigureRow) -> str:
    """Format a figure's value for a title, where words replace the signs of doubt and status."""
    text = f"{SIGNS[figure.qualifier]}{quantity(figure.value, figure.unit)}"
    if is_unclear(figure):
        return tr("{amount} (unclear)", amount=text)
    if is_open(figure):
        return tr("{amount} ({status})", amount=text, status=status(figure))
    return text


def qualifiers() -> dict[str, str]:
    """Return the qualifiers of figures in words."""
    return {
        "exact": tr("exact"),
        "more-than": tr("more than"),
        "at-least": tr("at least"),
        "nearly": tr("nearly"),
        "about": tr("about"),
        "less-than": tr("less than"),
        "at-most": tr("at most"),
    }


def certainties() -> dict[str, str]:
    """Return the certainties of records in words."""
    return {
        "clear": tr("clear"),
        "inferred": tr("inferred"),
        "ambiguous": tr("ambiguous"),
        "garbled": tr("garbled"),
    }


def statuses() -> dict[str, str]:
    """Return the statuses of figures and links in words."""
    return {
        "achieved": tr("achieved"),
        "under-construction": tr("under construction"),
        "planned": tr("planned"),
        "target": tr("target"),
        "uncertain": tr("uncertain"),
    }


def status(record: FigureRow | LinkRow) -> str:
    """Return the status of a figure or link in words; empty where nobody has looked at it.

    Links are in hand, not under construction.
    """
    if record.status == "under-construction" and isinstance(record, LinkRow):
        return tr("in hand")
    return statuses().get(record.status, "")


def unset_status() -> str:
    """Return the words of a legend for records whose status nobody has looked at."""
    return tr("status not looked at")


def unset_theme() -> str:
    """Return the heading of statements whose theme nobody has looked at."""
    return tr("Theme not looked at")


def statement_kinds() -> dict[str, str]:
    """Return the kinds of statement in words, from done to merely said."""
    return {
        "achievement": tr("Done"),
        "measure": tr("In hand"),
        "plan": tr("Planned"),
        "position": tr("Position"),
    }


def attribution(record: Record) -> str:
    """Return speaker and paragraph of a record, without a speaker the paragraph alone."""
    paragraph = f"¶{record.paragraph}"
    return f"{record.speaker} {paragraph}" if record.speaker else paragraph


def figure_description(figure: FigureRow) -> str:
    """Return everything about a figure in one line, for tooltips and screen readers."""
    stated = status(figure)
    if is_unclear(figure):
        words = tr("{status}, unclear in the text", status=stated)
        stated = words if stated else tr("unclear in the text")
    parts = (
        f"{figure.measure}: {SIGNS[figure.qualifier]}{quantity(figure.value, figure.unit)}",
        tr("of {whole}", whole=figure.denominator) if figure.denominator else "",
        figure.period_text,
        stated,
        attribution(figure),
        tr("printed “{printed}”", printed=figure.printed),
        figure.note,
        warning(figure),
    )
    return " · ".join(filter(None, parts))


def certainty(record: FigureRow | StatementRow) -> str:
    """Return the certainty of a record in words; empty where it is clear."""
    return {
        "clear": "",
        "inferred": tr("Inferred, not said outright."),
        "ambiguous": tr("Ambiguous in the text."),
        "garbled": tr("Garbled in the text."),
    }[record.certainty]


def warning(record: Record) -> str:
    """Return the warning of validation about a record; empty without one."""
    return tr("To be checked: {doubt}", doubt=record.warning) if record.warning else ""


def chosen_links(view: View) -> bool:
    """Return whether several links are selected, and nothing else."""
    return view.kind == "several" and {*view.selection.ids} <= {*view.links["link_id"]}


def subject(view: View) -> str:
    """Return who or what is selected, for titles; of many, the first are named."""
    names = [group.name for group in view.groups]
    if chosen_links(view):
        return tr("{count} links chosen", count=len(view.selection.ids))
    if view.kind == "several" and not names:
        return tr("{count} figures chosen", count=len(view.selection.ids))
    if len(names) > _MOST_NAMES:
        first = ", ".join(names[: _MOST_NAMES - 1])
        rest = len(names) - _MOST_NAMES + 1
        return _narrowed(tr("{first} and {count} more", first=first, count=rest), view)
    if view.dataset.language == "zh" and view.name_zh:
        return view.name_zh
    return _narrowed(joined_names(names), view) if names else view.name


def _narrowed(names: str, view: View) -> str:
    """Add what narrows the things compared to their names."""
    return f"{names} · {view.narrowing}" if view.narrowing else names


def parts_among(view: View) -> str:
    """Return what of the things compared is part of another; nothing where none is."""
    parts = [
        tr("{part} is part of {whole}", part=group.name, whole=group.whole)
        for group in view.groups
        if group.whole
    ]
    return ", ".join(parts)


def statements_subject(view: View) -> str:
    """Return whose statements a chart counts, after "of"; for places, where these are named."""
    kinds = {group.kind for group in view.groups} or {view.kind}
    if kinds != {"entity"}:
        return subject(view)
    if view.dataset.index.knows_naming_statements:
        return tr("those that name {subject}", subject=subject(view))
    return tr("paragraphs that name {subject}", subject=subject(view))


def joined_names(names: Sequence[str]) -> str:
    """Join names as in a sentence: A, B and C."""
    *first, last = names
    return tr("{names} and {last}", names=", ".join(first), last=last) if first else last


def citation(view: View) -> str:
    """Return the citation of the source in the language of the view."""
    source, is_chinese = view.dataset.source, view.dataset.language == "zh"
    return source.citation_zh if is_chinese and source.citation_zh else source.citation


def paragraphs(numbers: Iterable[int]) -> str:
    """Format paragraphs, consecutive ones as a range: ¶9, 40–43."""
    spans: list[list[int]] = []
    for each in sorted(numbers):
        if spans and each == spans[-1][1] + 1:
            spans[-1][1] = each
        else:
            spans.append([each, each])
    return "¶" + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def omitted_note(count: int) -> list[str]:
    """Return a note on rows that did not fit on the page."""
    if not count:
        return []
    if count == 1:
        return [tr("Not shown for want of room: 1; the table has it.")]
    return [tr("Not shown for want of room: {count}; the table has them.", count=count)]


def smallest_omitted_note(count: int) -> list[str]:
    """Return a note on the smallest rows, which did not fit on the page."""
    if not count:
        return []
    if count == 1:
        return [tr("The smallest is not shown for want of room; the table has it.")]
    return [
        tr("The {count} smallest are not shown for want of room; the table has them.", count=count)
    ]


def attribution_by(view: View) -> Callable[[FigureRow], str]:
    """Return a function that attributes figures: with the speaker where several speak."""
    speakers = view.codes("speaker_id")
    several = (speakers != speakers[:1]).any()
    return attribution if several else lambda figure: f"¶{figure.paragraph}"
