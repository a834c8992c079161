"""Sentences of titles of charts of figures: what one figure says, and who says it."""

import re
from collections.abc import Mapping, Sequence

from jjjviewer.charts.figures.labels import (
    doubted,
    own_amount,
    placed_label,
    what_and_where,
    without_named_unit,
)
from jjjviewer.charts.formatting import is_target, is_unclear
from jjjviewer.charts.numbers import amount, plain
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language

_LONG = 1000
"""From here on a number has separators."""
Pairs = Mapping[str, FigureRow]
"""The earlier figure by the id of the later one."""


def single(figure: FigureRow, language: Language, pairs: Pairs | None = None) -> Headline:
    """Return the title about one figure, or about one that changed and its earlier value."""
    earlier = (pairs or {}).get(figure.figure_id)
    marks = (figure.figure_id, *([earlier.figure_id] if earlier else []))
    title = says(statement(figure, earlier, language), figure.speaker, language)
    return Headline(title, marks, "pair" if earlier else "single")


def says(sentence: str, speaker: str, language: Language) -> str:
    """Add who says it to a sentence, if somebody does."""
    if not speaker:
        return sentence
    if language == "zh":
        return f"{speaker}：{sentence}"
    return tr("{sentence}, says {speaker}", sentence=sentence, speaker=speaker)


def measure_one_thing(figures: Sequence[FigureRow]) -> bool:
    """Return whether figures can be ranked: one measure, unit and status, and all clear."""
    return len({kind_of(each) for each in figures}) == 1 and not any(map(is_unclear, figures))


def kind_of(figure: FigureRow) -> tuple[str, str, str, str]:
    """Return what figures that can be compared have in common; a label may name the place."""
    return what_and_where(figure)[0], figure.base_unit, figure.quantity_kind, figure.status


def statement(figure: FigureRow, earlier: FigureRow | None, language: Language) -> str:
    """Return the sentence that states a figure; of a change both of its ends."""
    if earlier is not None:
        told = _changed(figure, earlier, language)
    elif not (told := _with_separators(figure)):
        told = tr("{what}: {amount}", what=figure.label, amount=own_amount(figure, language))
    return doubted(told, figure, earlier, language=language)


def _changed(figure: FigureRow, earlier: FigureRow, language: Language) -> str:
    value = amount(figure, language)
    before = amount(earlier, language)
    change = (figure.base_value or 0.0) - (earlier.base_value or 0.0)
    if language == "zh":
        verb = "升至" if change > 0 else "降至" if change < 0 else "到"
        return f"{figure.short_label}由{before}{verb}{value}"
    label = placed_label(figure)
    value = without_named_unit(value, figure, language)
    if earlier.unit == figure.unit:
        before = before.removesuffix(f" {earlier.unit}")
    if change > 0:
        return tr("{label} rose from {low} to {high}", label=label, low=before, high=value)
    if change < 0:
        return tr("{label} fell from {high} to {low}", label=label, high=before, low=value)
    return tr("{label} stayed at {amount}", label=label, amount=value)


def _with_separators(figure: FigureRow) -> str:
    """Return the sentence of a figure, its number written as on the chart: 1,242, not 1242."""
    number = rf"(?<![\d.,]){figure.value:.0f}(?![\d.,]\d)"
    return (
        re.sub(number, plain(figure.value), figure.sentence)
        if figure.value >= _LONG
        else figure.sentence
    )


def rank(figure: FigureRow, pairs: Pairs) -> tuple[bool, bool, bool, bool, float]:
    is_inferred, value = figure.certainty != "clear", -(figure.base_value or 0.0)
    is_alone = figure.figure_id not in pairs
    return is_unclear(figure), is_alone, is_target(figure), is_inferred, value
