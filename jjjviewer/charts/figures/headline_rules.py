"""Rules of the titles of charts of figures: what is news, and which marks it is about.

A title compares or ranks only figures of one measure, unit and status; ties are told as ties; what
somebody says, they are said to say.
"""

from collections.abc import Sequence
from typing import NamedTuple

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.headlines import (
    Pairs,
    kind_of,
    measure_one_thing,
    rank,
    says,
    single,
    statement,
)
from jjjviewer.charts.figures.labels import (
    own_amount,
    placed_label,
    short_place,
    what_and_where,
    within_sentence,
)
from jjjviewer.charts.formatting import is_unclear, joined_names
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import Group, View

_MOST_TIES = 3
_LONGEST = 165
"""In characters: a title that has to be longer is told in fewer words."""


class _Pair(NamedTuple):
    """Two figures that are set side by side."""

    first: FigureRow
    second: FigureRow


class _Side(NamedTuple):
    """What a title tells of one of the things that are compared."""

    group: Group
    figure: FigureRow


def figures_headline(view: View, figures: Sequence[FigureRow], pairs: Pairs) -> Headline:
    """Return the title of a chart of figures.

    Args:
        view: what is selected, and which mark is highlighted.
        figures: those that are drawn.
        pairs: earlier figures that are drawn.
    """
    language = view.dataset.language
    before = {figure.figure_id for figure in pairs.values()}
    later = [figure for figure in figures if figure.figure_id not in before]
    for figure in later:
        earlier = pairs.get(figure.figure_id, figure)
        if view.highlight in (figure.figure_id, earlier.figure_id):
            return single(figure, language, pairs)
    sides = _sides(view, later, pairs)
    if len(sides) > 1:
        pair = _Pair(*(side.figure for side in sides))
        places = [_place(side) for side in sides]
        return _difference(pair, places, language) or _contrast(view, sides, pairs)
    return _foremost(later, pairs, language)


def _foremost(figures: Sequence[FigureRow], pairs: Pairs, language: Language) -> Headline:
    """Return the title about what is clear, changed, reached and large, in this order."""
    ranked = sorted(figures, key=lambda each: rank(each, pairs))
    first = ranked[0]
    if first.figure_id not in pairs:
        ties = [each for each in ranked if _is_tie(each, first)]
        if 1 < len(ties) <= _MOST_TIES and len({each.short_label for each in ties}) == len(ties):
            return _tie(ties, language)
        if len(ties) == 1 and measure_one_thing(ranked):
            return _extreme(ranked, language) or single(first, language)
    return single(first, language, pairs)


def _is_tie(one: FigureRow, other: FigureRow) -> bool:
    return (one.base_value, one.value_high, one.base_unit, one.status, is_unclear(one)) == (
        other.base_value,
        other.value_high,
        other.base_unit,
        other.status,
        is_unclear(other),
    )


def _tie(ties: Sequence[FigureRow], language: Language) -> Headline:
    labels = [each.short_label for each in ties]
    each = own_amount(ties[0], language)
    if language == "zh":
        title = f"{'、'.join(labels)}：均为{each}"
    else:
        title = tr("{names}: {amount} each", names=joined_names(labels), amount=each)
    return Headline(
        _said_by_all(title, ties, language), tuple(each.figure_id for each in ties), "tie"
    )


def _said_by_all(title: str, figures: Sequence[FigureRow], language: Language) -> str:
    """Add who says it, where all figures have speakers."""
    speakers = [*dict.fromkeys(each.speaker for each in figures)]
    if len(speakers) == 1:
        return says(title, speakers[0], language)
    if not all(speakers):
        return title
    if language == "zh":
        return f"{'、'.join(speakers)}：{title}"
    return tr("{sentence}, say {speakers}", sentence=title, speakers=joined_names(speakers))


def _extreme(ranked: Sequence[FigureRow], language: Language) -> Headline | None:
    """Return the title that ranks figures, each of a place of its own; of two it names both."""
    first, places = ranked[0], [what_and_where(each)[1] for each in ranked]
    if "" in places or len({*places}) < len(places) or (first.base_value or 0.0) <= 0:
        return None
    if len(ranked) <= len(_Pair._fields):
        return _difference(_Pair(*ranked), places, language) if len(ranked) > 1 else None
    what, value, count = what_and_where(first)[0], own_amount(first, language), len(ranked)
    if language == "zh":
        title = f"{what}：{places[0]}{value}，在提到的{count}地中最大"
    else:
        title = tr(
            "{what}: {amount} in {place}, the largest of {count} places named",
            what=what,
            amount=value,
            place=places[0],
            count=count,
        )
    return Headline(says(title, first.speaker, language), (first.figure_id,), "extreme")


def _sides(view: View, figures: Sequence[FigureRow], pairs: Pairs) -> list[_Side]:
    """Return the two things compared that come first, each with the figure to tell of it.

    Where both have figures that can be ranked, these are taken; what belongs to both is told of
    one of them only.
    """
    at = {figure.figure_id: figure for figure in figures}
    owned: list[tuple[Group, list[FigureRow]]] = []
    for group in view.groups:
        ids = view.dataset["figures"]["figure_id"].iloc[group.figures]
        own = sorted((at[id_] for id_ in ids if id_ in at), key=lambda each: rank(each, pairs))
        if own:
            owned.append((group, own))
    if len(owned) < 2:
        return []
    (one, first), (other, second) = owned[:2]
    by_kind: dict[tuple[str, str, str, str], list[FigureRow]] = {}
    for match in second:
        if not is_unclear(match):
            by_kind.setdefault(kind_of(match), []).append(match)
    for figure in first:
        for match in () if is_unclear(figure) else by_kind.get(kind_of(figure), ()):
            if match is not figure:
                return [_Side(one, figure), _Side(other, match)]
    alone = {id(each) for each in first} & {id(each) for each in second}
    left = [each for each in first if id(each) not in alone] or first
    right = [each for each in second if each is not left[0]]
    return [_Side(one, left[0]), _Side(other, right[0])] if right else []


def _difference(pair: _Pair, places: Sequence[str], language: Language) -> Headline | None:
    """Return the title that sets figures of one measure side by side; else nothing."""
    if not measure_one_thing(pair) or len({*places}) < len(places):
        return None
    what, is_said_once = what_and_where(pair.first)[0], _is_said_once(pair)
    told = []
    for figure, place in zip(pair, places, strict=True):
        value = own_amount(figure, language)
        if language == "zh":
            told.append(f"{place}{value}" + ("" if is_said_once else f"（{figure.speaker}）"))
            continue
        words = tr("{amount} in {place}", amount=value, place=place)
        told.append(words if is_said_once else says(words, figure.speaker, language))
    title = f"{what}：{'，'.join(told)}" if language == "zh" else f"{what}: {'; '.join(told)}"
    if is_said_once:
        title = says(title, pair.first.speaker, language)
    return Headline(title, tuple(each.figure_id for each in pair), "difference")


def _is_said_once(figures: Sequence[FigureRow]) -> bool:
    """Return whether one speaker gives all figures."""
    return len({each.speaker for each in figures}) == 1


def _place(side: _Side) -> str:
    """Return the place of a figure, with the name of what is compared where that is another."""
    where = what_and_where(side.figure)[1] or side.figure.region or side.group.name
    if side.group.kind != "region" or short_place(where) == short_place(side.group.name):
        return where
    return f"{where} ({side.group.name})"


def _contrast(view: View, sides: Sequence[_Side], pairs: Pairs) -> Headline:
    """Return the title that tells one thing of each side."""
    language = view.dataset.language
    figures = [side.figure for side in sides]
    marks = [id_ for each in figures for id_ in single(each, language, pairs).marks]
    for tell in (_in_sentences, _in_sentences_by_surname, _in_short):
        title = tell(view, sides, pairs)
        if title and len(title) <= (_LONGEST // 2 if language == "zh" else _LONGEST):
            break
    return Headline(title, tuple(marks), "contrast")


def _in_sentences(view: View, sides: Sequence[_Side], pairs: Pairs) -> str:
    return _sentences(view, sides, pairs, [side.figure.speaker for side in sides])


def _in_sentences_by_surname(view: View, sides: Sequence[_Side], pairs: Pairs) -> str:
    return _sentences(view, sides, pairs, [side.figure.surname for side in sides])


def _sentences(view: View, sides: Sequence[_Side], pairs: Pairs, speakers: Sequence[str]) -> str:
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


def _in_short(view: View, sides: Sequence[_Side], pairs: Pairs) -> str:
    """Return label, amount and speaker of each side, with the name of what is compared."""
    language, names = view.dataset.language, first_words(view)
    is_said_once = _is_said_once([side.figure for side in sides])
    told = []
    for group, figure in sides:
        value = own_amount(figure, language)
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
