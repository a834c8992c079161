"""Records in words: numbers with unit, qualifier and status, attributions, notes, lists."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

from jjjviewer.charts.numbers import amount
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import enumerated, listed, tr
from jjjviewer.model.row_types import FigureRow, LinkRow, SpeakerRow, StatementRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import Group, View
from jjjviewer.vocabulary import TARGETS, UNCLEAR_CERTAINTIES

Reach = Literal["named", "concerned", "within"]
"""Whether statements name a place, some only by a figure, or some only a place in it."""
Record = FigureRow | LinkRow | StatementRow

_MOST_NAMES = 3
_FURTHER_OFFICES = re.compile(r"[;；、].*")


def is_unclear(figure: FigureRow) -> bool:
    """Return whether the text leaves a figure unclear."""
    return figure.certainty in UNCLEAR_CERTAINTIES or figure.status == "uncertain"


def is_target(figure: FigureRow) -> bool:
    """Return whether a figure is aimed at: a target, or planned."""
    return figure.status in TARGETS


def is_under_way(record: FigureRow | LinkRow) -> bool:
    """Return whether what a figure or link tells of is being worked on."""
    return record.status == "under-construction"


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

    Links are under way, not under construction, and in place, which a role is that nobody achieved.
    """
    words = statuses()
    if isinstance(record, LinkRow):
        words |= {"achieved": tr("in place"), "under-construction": tr("under way")}
    return words.get(record.status, "")


def unset_theme() -> str:
    """Return the heading of statements whose theme nobody has looked at."""
    return tr("No theme given")


def statement_kinds() -> dict[str, str]:
    """Return the kinds of statement in words, from done to merely said."""
    return {
        "achievement": tr("Done"),
        "measure": tr("Under way"),
        "plan": tr("Planned"),
        "position": tr("Position"),
    }


def attribution(record: Record) -> str:
    """Return speaker and paragraph of a record, without a speaker the paragraph alone."""
    paragraph = f"¶{record.paragraph}"
    return f"{record.speaker} {paragraph}" if record.speaker else paragraph


def figure_description(figure: FigureRow, language: Language = "en") -> str:
    """Return everything about a figure in one line, for tooltips and screen readers."""
    stated = status(figure)
    if is_unclear(figure):
        words = tr("{status}, unclear in the text", status=stated)
        stated = words if stated else tr("unclear in the text")
    parts = (
        tr("{what}: {amount}", what=figure.label, amount=amount(figure, language)),
        tr("of {whole}", whole=figure.whole) if figure.whole else "",
        when(figure, language),
        stated,
        attribution(figure),
        tr("printed “{printed}”", printed=figure.printed),
        figure.remark,
        warning(figure),
    )
    return " · ".join(filter(None, parts))


def certainty(record: FigureRow | StatementRow) -> str:
    """Return the certainty of a record in words; empty where it is clear, or not decided."""
    if isinstance(record, StatementRow) and not record.kind and record.certainty == "inferred":
        # Nobody has looked at it: its kind was left open.
        return ""
    return {
        "clear": "",
        "inferred": tr("Inferred, not said outright."),
        "ambiguous": tr("Ambiguous in the text."),
        "garbled": tr("Garbled in the text."),
    }[record.certainty]


def remark(figure: FigureRow) -> str:
    """Return what a reader has to know of a figure: what the text leaves open, or a warning."""
    return figure.remark or warning(figure)


def warning(record: Record) -> str:
    """Return the warning of validation about a record; empty without one."""
    return tr("To be checked: {doubt}", doubt=record.warning) if record.warning else ""


def chosen_links(view: View) -> bool:
    """Return whether several links are selected, which others may narrow but not compare."""
    return view.only_figures and any(
        view.dataset.index.kind(each) == "link" for each in _records(view)
    )


def _records(view: View) -> list[str]:
    """Return the figures and links that are selected."""
    kind = view.dataset.index.kind
    return [each for each in view.selection.ids if kind(each) in ("figure", "link")]


def subject(view: View) -> str:
    """Return who or what is selected, for titles; of many, the first are named."""
    names = [group.name for group in view.groups]
    if chosen_links(view):
        return tr("{count} links chosen", count=len(_records(view)))
    if view.kind == "several" and not names:
        return tr("{count} figures chosen", count=len(_records(view)))
    if len(names) > _MOST_NAMES:
        first = listed(names[: _MOST_NAMES - 1])
        rest = len(names) - _MOST_NAMES + 1
        return _narrowed(tr("{first} and {count} more", first=first, count=rest), view)
    if view.dataset.language == "zh" and view.name_zh:
        return view.name_zh
    return _narrowed(joined_names(names), view) if names else view.name


def _narrowed(names: str, view: View) -> str:
    """Add what narrows the things compared to their names."""
    return f"{names} · {view.narrowing}" if view.narrowing else names


def peers(view: View) -> list[Group]:
    """Return what can be set side by side of the things compared: none is part of another."""
    return [group for group in view.groups if not group.whole]


def parts_among(view: View) -> str:
    """Return what of the things compared is part of another; nothing where none is."""
    parts = [
        tr("{part} is part of {whole}", part=group.name, whole=group.whole)
        for group in view.groups
        if group.whole
    ]
    return listed(parts)


def statements_subject(view: View) -> str:
    """Return whose statements a chart counts, after "of"; for places, where these are named."""
    kinds = {group.kind for group in view.groups} or {view.kind}
    if kinds != {"entity"}:
        return subject(view)
    ids = [group.id for group in view.groups] or view.selection.members
    reaches = {reach(view, id_) for id_ in ids}
    names = subject(view)
    if "within" in reaches:
        one, many = tr("{places} or places in it"), tr("{places} or places in them")
        names = (one if len(ids) == 1 else many).format(places=names)
    if not view.dataset.index.knows_naming_statements:
        return tr("paragraphs that name {subject}", subject=names)
    if reaches == {"named"}:
        return tr("those that name {subject}", subject=names)
    return tr("those that concern {subject}", subject=names)


def reach(view: View, place: str) -> Reach:
    """Return how the statements that belong to a place go with it, see `Reach`."""
    index = view.dataset.index
    if index.are_all_named("statements", place):
        return "named"
    return "within" if len(index.places(place)) > 1 else "concerned"


def joined_names(names: Sequence[str]) -> str:
    """Join names as in a sentence: A, B and C."""
    *first, last = names
    return tr("{names} and {last}", names=enumerated(first), last=last) if first else last


def citation(view: View) -> str:
    """Return the citation of the source in the language of the view."""
    source, is_chinese = view.dataset.source, view.dataset.language == "zh"
    return source.citation_zh if is_chinese and source.citation_zh else source.citation


def caveat(view: View) -> str:
    """Return what holds for all that a pack says, in the language of the view."""
    source, is_chinese = view.dataset.source, view.dataset.language == "zh"
    return source.caveat_zh if is_chinese and source.caveat_zh else source.caveat


def paragraphs(numbers: Iterable[int]) -> str:
    """Format paragraphs, consecutive ones as a range: ¶9, 40–43."""
    spans: list[list[int]] = []
    for each in sorted(numbers):
        if spans and each == spans[-1][1] + 1:
            spans[-1][1] = each
        else:
            spans.append([each, each])
    return "¶" + ", ".join(str(a) if a == b else f"{a}–{b}" for a, b in spans)


def speaker_note(view: View) -> str:
    """Return name and first office of the only speaker of a view's figures; else nothing."""
    return "".join(listed((each.speaker, first_office(each))) for each in _only_speaker(view))


def other_subject(view: View) -> str:
    """Return what is selected, for a subtitle that names the only speaker anyway."""
    name = subject(view)
    return "" if [row.speaker for row in _only_speaker(view)] == [name] else name


def _only_speaker(view: View) -> Sequence[SpeakerRow]:
    return view.dataset.speaker_rows.of(view.speakers) if len(view.speakers) == 1 else ()


def first_office(speaker: SpeakerRow) -> str:
    """Return the first of a speaker's offices: a title has no room for more."""
    return _FURTHER_OFFICES.sub("", speaker.office)
