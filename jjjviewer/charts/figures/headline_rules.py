"""Rules of the titles of charts of figures: what is news, and which marks it is about.

A title compares or ranks only figures of one measure, unit and status; ties are told as ties; what
somebody says, they are said to say.
"""

from collections.abc import Sequence
from datetime import date

from jjjviewer.charts.figures.contrasts import ContrastSide, contrast, have_one_speaker
from jjjviewer.charts.figures.headlines import (
    Pairs,
    kind_of,
    measure_one_thing,
    rank,
    says,
    single,
)
from jjjviewer.charts.figures.labels import (
    doubted,
    own_amount,
    short_place,
    what_and_where,
)
from jjjviewer.charts.formatting import is_unclear, joined_names, peers
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import Group, View

_MOST_TIES = 3
_LEAST_RANKED = 2
"""Of so many figures none is called the largest; both are named."""
_MOST_SIDES = 3
"""Things compared that a title names: all, or it is about one figure."""


_Owned = tuple[Group, list[FigureRow]]
"""A thing compared and its figures, the foremost first."""


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
    current = _current(later)
    sides = _sides(view, current, pairs)
    if len(sides) > 1:
        told = [side.figure for side in sides]
        places = [_place(side) for side in sides]
        headline = _difference(told, places, language) or contrast(view, sides, pairs)
        if headline:
            return headline
    return _foremost(later, current, pairs, language)


def _current(figures: Sequence[FigureRow]) -> list[FigureRow]:
    """Return the figures without those of which somebody states a later value."""
    latest: dict[tuple[str, ...], date] = {}
    for each in figures:
        if each.period_end and not is_unclear(each):
            latest[_series(each)] = max(each.period_end, latest.get(_series(each), date.min))
    return [
        each
        for each in figures
        if not each.period_end or each.period_end >= latest.get(_series(each), date.min)
    ]


def _series(figure: FigureRow) -> tuple[str, ...]:
    """Return what figures that are values of one thing at several times have in common."""
    return (
        *kind_of(figure),
        what_and_where(figure)[1],
        figure.region,
        figure.whole,
        figure.speaker,
    )


def _foremost(
    figures: Sequence[FigureRow], current: Sequence[FigureRow], pairs: Pairs, language: Language
) -> Headline:
    """Return the title about what is clear, changed, reached, current and large, in this order."""
    ranked = sorted(figures, key=lambda each: rank(each, pairs))
    first = next(each for each in ranked if each in current)
    if first.figure_id not in pairs:
        ties = [each for each in ranked if _is_tie(each, first)]
        if 1 < len(ties) <= _MOST_TIES and len({each.short_label for each in ties}) == len(ties):
            return _tie(ties, language)
        if len(ties) == 1 and measure_one_thing(ranked):
            return _extreme(ranked, language) or single(first, language)
    return single(first, language, pairs)


def _is_tie(one: FigureRow, other: FigureRow) -> bool:
    return (one.base_value, one.value_high, one.base_unit, one.status, one.certainty) == (
        other.base_value,
        other.value_high,
        other.base_unit,
        other.status,
        other.certainty,
    )


def _tie(ties: Sequence[FigureRow], language: Language) -> Headline:
    labels = [each.short_label for each in ties]
    each = own_amount(ties[0], language)
    if language == "zh":
        title = f"{'、'.join(labels)}：均为{each}"
    else:
        title = tr("{names}: {amount} each", names=joined_names(labels), amount=each)
    title = doubted(title, *ties, language=language)
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
    if len(ranked) <= _LEAST_RANKED:
        return _difference(ranked, places, language) if len(ranked) > 1 else None
    what, value, count = what_and_where(first)[0], own_amount(first, language), len(ranked)
    if language == "zh":
        title = f"{what}：{places[0]}{value}，在所示的{count}地中最大"
    else:
        title = tr(
            "{what}: {amount} in {place}, the largest of the {count} places shown",
            what=what,
            amount=value,
            place=places[0],
            count=count,
        )
    title = says(doubted(title, first, language=language), first.speaker, language)
    return Headline(title, (first.figure_id,), "extreme")


def _sides(view: View, figures: Sequence[FigureRow], pairs: Pairs) -> list[ContrastSide]:
    """Return two or three things compared, each with the figure to tell of it; of more, nothing.

    Where the first two have figures that can be ranked, these are taken; what belongs to several
    is told of one of them only. A part is not set beside its whole.
    """
    at = {figure.figure_id: figure for figure in figures}
    owned: list[_Owned] = []
    for group in peers(view):
        ids = view.dataset["figures"]["figure_id"].iloc[group.figures]
        own = sorted((at[id_] for id_ in ids if id_ in at), key=lambda each: rank(each, pairs))
        if own:
            owned.append((group, own))
    if not 2 <= len(owned) <= _MOST_SIDES:
        return []
    sides = _two_sides(*owned[:2])
    for group, own in owned[2:] if sides else ():
        told = [side.figure for side in sides]
        alike = [each for each in own if kind_of(each) == kind_of(told[0])]
        left = [each for each in alike or own if each not in told]
        if not left:
            return []
        sides.append(ContrastSide(group, left[0]))
    return sides


def _two_sides(one_side: _Owned, other_side: _Owned) -> list[ContrastSide]:
    (one, first), (other, second) = one_side, other_side
    by_kind: dict[tuple[str, str, str, str], list[FigureRow]] = {}
    for match in second:
        if not is_unclear(match):
            by_kind.setdefault(kind_of(match), []).append(match)
    for figure in first:
        for match in () if is_unclear(figure) else by_kind.get(kind_of(figure), ()):
            if match is not figure:
                return [ContrastSide(one, figure), ContrastSide(other, match)]
    alone = {id(each) for each in first} & {id(each) for each in second}
    left = [each for each in first if id(each) not in alone] or first
    right = [each for each in second if each is not left[0]]
    return [ContrastSide(one, left[0]), ContrastSide(other, right[0])] if right else []


def _difference(
    figures: Sequence[FigureRow], places: Sequence[str], language: Language
) -> Headline | None:
    """Return the title that sets figures of one measure side by side; else nothing."""
    if not measure_one_thing(figures) or len({*places}) < len(places):
        return None
    what, is_said_once = what_and_where(figures[0])[0], have_one_speaker(figures)
    told = []
    for figure, place in zip(figures, places, strict=True):
        value = own_amount(figure, language)
        if language == "zh":
            words = doubted(f"{place}{value}", figure, language=language)
            told.append(words + ("" if is_said_once else f"（{figure.speaker}）"))
            continue
        words = tr("{amount} in {place}", amount=value, place=place)
        words = doubted(words, figure, language=language)
        told.append(words if is_said_once else says(words, figure.speaker, language))
    title = f"{what}：{'，'.join(told)}" if language == "zh" else f"{what}: {'; '.join(told)}"
    if is_said_once:
        title = says(title, figures[0].speaker, language)
    return Headline(title, tuple(each.figure_id for each in figures), "difference")


def _place(side: ContrastSide) -> str:
    """Return the place of a figure, with the name of what is compared where that is another."""
    where = what_and_where(side.figure)[1] or side.figure.region or side.group.name
    if side.group.kind != "region" or short_place(where) == short_place(side.group.name):
        return where
    return f"{where} ({side.group.name})"
