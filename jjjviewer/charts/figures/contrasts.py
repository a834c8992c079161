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
from jjjviewer.charts.names import topic_named
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import clauses, sentence_case, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import Group, View

_LEAST_SIDES = 2
_LONG = 165
"""In characters: a title that would be longer has surnames alone."""
_LONGEST = 190
"""In characters: a title that would be longer is told in fewer words."""


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
    tellers = ((_in_sentences, _LONG), (_in_sentences_by_surname, _LONGEST), (_in_short, _LONG))
    for tell, longest in tellers:
        title = tell(view, sides, pairs)
        if title and len(title) <= (longest // 2 if language == "zh" else longest):
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
    is_said_once = len({*speakers}) == 1
    told = []
    for (group, figure), speaker in zip(sides, speakers, strict=True):
        claim = statement(figure, pairs.get(figure.figure_id), language)
        is_named = _is_named(group, claim)
        if is_said_once or not speaker:
            if not is_named:
                return ""
            told.append(claim)
        elif language == "zh":
            if not is_named and group.kind != "region":
                return ""
            told.append(f"{speaker}：{claim}" if is_named else f"{group.name}的{speaker}：{claim}")
        else:
            clause = within_sentence(claim, names)
            words = tr("{speaker} says {clause}", speaker="{speaker}", clause=clause)
            if not (words := _of_group(group, words, speaker, names, is_named=is_named)):
                return ""
            told.append(words)
    if language == "zh":
        return says("；".join(told), speakers[0] if is_said_once else "", language)
    if not is_said_once:
        return sentence_case("; ".join(told))
    first, *rest = told
    joined = "; ".join([first, *(within_sentence(each, names) for each in rest)])
    return says(joined, speakers[0], language)


def _is_named(group: Group, words: str) -> bool:
    return group.kind == "speaker" or short_place(group.name) in words


def _of_group(
    group: Group, clause: str, speaker: str, names: frozenset[str], *, is_named: bool
) -> str:
    """Return a clause with what it is told for; nothing where that finds no words.

    Args:
        group: one of the things compared.
        clause: where who says it is to be filled in, if somebody does.
        speaker: who says it.
        names: first words of names, which keep their capital letter.
        is_named: whether the clause names the group.
    """
    if not is_named and group.kind == "region" and speaker:
        speaker = tr("{region}’s {speaker}", region=group.name, speaker=speaker)
    elif not is_named:
        if group.kind != "theme":
            return ""
        clause = tr("on {theme}, {clause}", theme=topic_named(group.name), clause=clause)
    return clause.replace("{speaker}", speaker)


def _in_short(view: View, sides: Sequence[ContrastSide], _: Pairs) -> str:
    """Return label, amount and speaker of each side, with the name of what is compared."""
    labels = []
    for group, figure in sides:
        label = placed_label(figure)
        if not _is_named(group, label):
            name = within_sentence(group.name, first_words(view))
            label = tr("{what} ({details})", what=label, details=name)
        labels.append(label)
    return labelled(view, [side.figure for side in sides], labels)


def labelled(view: View, figures: Sequence[FigureRow], labels: Sequence[str]) -> str:
    """Return amounts after their labels, and who says each; one who says all is named once."""
    language, names = view.dataset.language, first_words(view)
    is_said_once = have_one_speaker(figures)
    told: list[str] = []
    for figure, label in zip(figures, labels, strict=True):
        value = labelled_amount(figure, language)
        if language == "zh":
            words = f"{label}{value}"
        else:
            what = within_sentence(label, names) if told else label
            words = tr("{what}: {amount}", what=what, amount=value)
        told.append(words if is_said_once else says(words, figure.surname, language))
    return says(clauses(told), figures[0].speaker if is_said_once else "", language)


@cached_on_view
def first_words(view: View) -> frozenset[str]:
    """Return the first words of all names, which are written with a capital letter anywhere."""
    tables = ("regions", "entities", "speakers")
    names = (name for table in tables for name in view.dataset[table]["name"].tolist())
    words = [name.split(",")[0].split() for name in names]
    # "Sea wall" is no name of which a word has to keep its capital letter.
    return frozenset(each[0] for each in words if each and not each[-1].islower())
