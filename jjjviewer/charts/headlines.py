"""Titles of charts of figures: what is news, who says it, and which marks it is about.

A title compares or ranks only figures of one measure and one status; ties are told as ties; what
somebody says, they are said to say.
"""

from collections.abc import Mapping, Sequence

from jjjviewer.charts.formatting import is_target, is_unclear, joined_names
from jjjviewer.charts.numbers import amount
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

Pairs = Mapping[str, FigureRow]
"""The earlier figure by the id of the later one."""
_MOST_SIDES = 2


def figures_headline(view: View, figures: Sequence[FigureRow], pairs: Pairs) -> Headline:
    """Return the title of a chart of figures.

    Args:
        view: what is selected, and which mark is highlighted.
        figures: those that are drawn, the largest first.
        pairs: earlier figures that are drawn.
    """
    language = view.dataset.language
    for figure in figures:
        if figure.figure_id == view.highlight:
            return single(figure, language, pairs)
    if len(view.groups) > 1:
        return _contrast(view, figures, pairs)
    return _foremost(figures, pairs, language)


def single(figure: FigureRow, language: Language, pairs: Pairs | None = None) -> Headline:
    """Return the title about one figure, or about one that changed and its earlier value."""
    earlier = (pairs or {}).get(figure.figure_id)
    sentence = figure.sentence
    if not sentence and earlier is not None:
        sentence = tr(
            "{label}: from {low} to {high}",
            label=figure.label,
            low=amount(earlier, language),
            high=amount(figure, language),
        )
    sentence = sentence or f"{figure.label}: {amount(figure, language)}"
    marks = (figure.figure_id, *([earlier.figure_id] if earlier else []))
    return Headline(
        says(sentence, figure.speaker, language), marks, "pair" if earlier else "single"
    )


def says(sentence: str, speaker: str, language: Language) -> str:
    """Add who says it to a sentence, if somebody does."""
    if not speaker:
        return sentence
    return f"{speaker}：{sentence}" if language == "zh" else f"{sentence}, says {speaker}"


def measure_one_thing(figures: Sequence[FigureRow]) -> bool:
    """Return whether figures can be ranked: one measure, one unit, one status."""
    return len({(each.measure, each.base_unit, each.status) for each in figures}) == 1


def _foremost(figures: Sequence[FigureRow], pairs: Pairs, language: Language) -> Headline:
    ranked = sorted(figures, key=_news_first(pairs))
    first = ranked[0]
    ties = [each for each in ranked if _is_tie(each, first)]
    if len(ties) > 1 and first.figure_id not in pairs:
        return _tie(ties, language)
    return single(first, language, pairs)


def _news_first(pairs: Pairs):  # type: ignore[no-untyped-def]
    """Return the key by which the figure that titles are about comes first."""

    def key(figure: FigureRow) -> tuple[bool, bool, bool, float]:
        return (
            is_unclear(figure),
            figure.figure_id not in pairs,
            is_target(figure),
            -(figure.base_value or 0.0),
        )

    return key


def _is_tie(one: FigureRow, other: FigureRow) -> bool:
    return (
        one.base_value == other.base_value
        and one.base_unit == other.base_unit
        and is_target(one) == is_target(other)
        and is_unclear(one) == is_unclear(other)
    )


def _tie(ties: Sequence[FigureRow], language: Language) -> Headline:
    names = joined_names([each.short_label for each in ties])
    title = tr("{names}: {amount} each", names=names, amount=amount(ties[0], language))
    speakers = {each.speaker for each in ties}
    if len(speakers) == 1:
        title = says(title, ties[0].speaker, language)
    return Headline(title, tuple(each.figure_id for each in ties), "tie")


def _contrast(view: View, figures: Sequence[FigureRow], pairs: Pairs) -> Headline:
    """Return the title that sets what is compared side by side."""
    language = view.dataset.language
    at = {figure.figure_id: figure for figure in figures}
    sides: list[tuple[str, FigureRow]] = []
    for group in view.groups:
        ids = view.dataset["figures"]["figure_id"].iloc[group.figures]
        own = [at[id_] for id_ in ids if id_ in at]
        if own:
            sides.append((group.name, min(own, key=_news_first(pairs))))
    distinct = {figure.figure_id for _, figure in sides}
    if len(distinct) < _MOST_SIDES or len(distinct) < len(sides):
        return _foremost(figures, pairs, language)
    sides = sides[:_MOST_SIDES]
    if measure_one_thing([figure for _, figure in sides]):
        words = tr(
            "{label}: {one} in {first}, {other} in {second}",
            label=sides[0][1].label,
            one=amount(sides[0][1], language),
            first=sides[0][0],
            other=amount(sides[1][1], language),
            second=sides[1][0],
        )
    else:
        words = "; ".join(
            f"{name}: {_lower(figure.short_label, name)} {amount(figure, language)}"
            for name, figure in sides
        )
    rule = "difference" if measure_one_thing([figure for _, figure in sides]) else "contrast"
    return Headline(words, tuple(figure.figure_id for _, figure in sides), rule)


def _lower(label: str, name: str) -> str:
    """Return a label for the middle of a sentence, without the name that stands before it."""
    label = label.removesuffix(f", {name}")
    is_word = len(label) > 1 and label[1].islower()
    return label[0].lower() + label[1:] if is_word else label
