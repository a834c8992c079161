"""Titles that set two or three things compared side by side, one figure of each."""

from collections.abc import Sequence
from typing import NamedTuple

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.headlines import Pairs, says, single, statement
from jjjviewer.charts.figures.labels import (
    labelled_amount,
    placed_label,
    short_place,
    within_sentence,
)
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import Group, View

_LEAST_SIDES = 2
_LONGEST = 165
"""In characters: a title that has to be longer is told in fewer words."""


class ContrastSide(NamedTuple):
    """What a title tells of one of the things that are compared."""

    group: Group
    figure: FigureRow


def have_one_speaker(figures: Sequence[FigureRow]) -> bool:
    """Return whether one speaker gives all figures."""
    return len({each.speaker for each in figures}) == 1


def contrast(view: View, sides: Sequence[ContrastSide], pairs: Pairs) -> Headline | None:
    """Return the title that tells one thing of each side; of three, if it is short enough."""
    language = view.dataset.language
    figures = [side.figure for side in sides]
    marks = [id_ for each in figures for id_ in single(each, language, pairs).marks]
    for tell in (_in_sentences, _in_sentences_by_surname, _in_short):
        title = tell(view, sides, pairs)
        if title and len(title) <= (_LONGEST // 2 if language == "zh" else _LONGEST):
            break
    else:
        if len(sides) > _LEAST_SIDES:
            return None
    return Headline(title, tuple(marks), "contrast")


def _in_sentences(view: View, sides: Sequence[ContrastSide], pairs: Pairs) -> str:
    return _sentences(view, sides, pairs, [side.figure.speaker for side in sides])


def _in_sentences_by_surname(view: View, sides: Sequence[ContrastSide], pairs: Pairs) -> str:
    return _sentences(view, sides, pairs, [side.figure.surname for side in sides])


def _sentences(
    view: View, sides: Sequence[ContrastSide], pairs: Pairs, speakers: Sequence[str]
) -> str:
    """Return a sentence about each side, or nothing where what is compared is not named."""
    language, names = view.dataset.language, first_words(view)
    claims = [statement(each, pairs.get(each.figure_id), language) for _, each in sides]
    is_said_once = len({*speakers}) == 1
    told = []
    for (group, _), claim, speaker in zip(sides, claims, speakers, strict=True):
        is_named = group.kind == "speaker" or short_place(group.name) in claim
        if is_said_once or not speaker:
            if not is_named:
                return ""
            told.append(claim)
            continue
        if not is_named and group.kind != "region":
            return ""
        if language == "zh":
            told.append(f"{speaker}：{claim}" if is_named else f"{group.name}的{speaker}：{claim}")
            continue
        who = (
            speaker if is_named else tr("{region}’s {speaker}", region=group.name, speaker=speaker)
        )
        clause = within_sentence(claim, names)
        told.append(tr("{speaker} says {clause}", speaker=who, clause=clause))
    if language == "zh":
        return says("；".join(told), speakers[0] if is_said_once else "", language)
    if not is_said_once:
        return "; ".join(told)
    first, *rest = told
    joined = "; ".join([first, *(within_sentence(each, names) for each in rest)])
    return says(joined, speakers[0], language)


def _in_short(view: View, sides: Sequence[ContrastSide], pairs: Pairs) -> str:
    """Return label, amount and speaker of each side, with the name of what is compared."""
    language, names = view.dataset.language, first_words(view)
    is_said_once = have_one_speaker([side.figure for side in sides])
    told = []
    for group, figure in sides:
        value = labelled_amount(figure, language)
        who = "" if is_said_once else figure.surname
        is_named = group.kind == "speaker" or short_place(group.name) in figure.short_label
        if language == "zh":
            label = figure.short_label if is_named else f"{figure.short_label}（{group.name}）"
            told.append(says(f"{label}{value}", who, language))
            continue
        label = placed_label(figure)
        if not is_named:
            label = f"{label} ({within_sentence(group.name, names)})"
        if told:
            label = within_sentence(label, names)
        told.append(says(f"{label}: {value}", who, language))
    title = ("；" if language == "zh" else "; ").join(told)
    return says(title, sides[0].figure.speaker if is_said_once else "", language)


@cached_on_view
def first_words(view: View) -> frozenset[str]:
    """Return the first words of all names, which are written with a capital letter anywhere."""
    tables = ("regions", "entities", "speakers")
    words = [name.split() for table in tables for name in view.dataset[table]["name"].tolist()]
    # "Sea wall" is no name of which a word has to keep its capital letter.
    return frozenset(each[0] for each in words if each and not each[-1].islower())
