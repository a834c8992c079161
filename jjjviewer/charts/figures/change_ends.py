"""Changes on the scales of their panels: both ends, round numbers, units and dates in words."""

import math
from collections.abc import Sequence
from typing import NamedTuple

from jjjviewer.charts.figures.dates import Moment, moment_of, moments_of_change
from jjjviewer.charts.formatting import figure_description
from jjjviewer.charts.layouts.slopes import Slope
from jjjviewer.charts.numbers import (
    Scale,
    amount,
    difference,
    number_and_unit,
    plain,
    qualifier_words,
    scale_of,
)
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import clauses, spaced, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language

_WHOLE = 100.0
_MORE = ("more-than", "at-least")
_BEYOND = 1 / 3
"""How far a tint goes beyond a change of more than its value, of the change."""
_MOST_RATIO = 3.0
"""The longest time, of the shortest, that may be drawn to one scale."""
_INTERVALS = 3


class ChangeEnds(NamedTuple):
    """A change on the scale of its panel.

    Attributes:
        figure, earlier: the later figure, or the change itself; and the earlier figure.
        start, end: their values, in the unit.
        unit: its label.
    """

    figure: FigureRow
    earlier: FigureRow | None
    start: float
    end: float
    unit: str

    @property
    def family(self) -> tuple[str, bool]:
        """What has one scale: a unit, levels and changes apart."""
        return self.unit, self.earlier is None

    @property
    def share(self) -> float:
        """How large the change is beside its larger end."""
        return abs(self.end - self.start) / (max(abs(self.start), abs(self.end)) or 1.0)

    @property
    def high(self) -> float:
        """The higher end of the later value, where that is a range; else its only end."""
        figure = self.figure
        if self.earlier is None or figure.value_high is None or figure.value <= 0:
            return self.end
        return self.end * figure.value_high / figure.value

    @property
    def bound(self) -> float | None:
        """How far a change of more than its value is drawn beyond it."""
        if self.earlier is not None or self.figure.qualifier not in _MORE:
            return None
        beyond = self.end + _BEYOND * (self.end - self.start)
        return max(beyond, 0.0) if self.start > 0 and self.end >= 0 else beyond

    def moments(self, language: Language) -> tuple[Moment, Moment] | None:
        """Return when it was, if both ends are dated."""
        if self.earlier is None:
            return moments_of_change(self.figure, language)
        first, last = moment_of(self.earlier, language), moment_of(self.figure, language)
        if first is None or last is None or first.day >= last.day:
            return None
        return first, last

    def dates(self, language: Language) -> tuple[str, str]:
        """Return both dates in words, as far as the text has them."""
        if moments := self.moments(language):
            return moments[0].words, moments[1].words
        last = _date(self.figure, language)
        return _date(self.earlier, language) if self.earlier else tr("before"), last


def pair_of(earlier: FigureRow, later: FigureRow, base_unit: str) -> ChangeEnds:
    """Return an earlier and a later value: in their unit, or in the base unit of which they are."""
    if earlier.unit_id == later.unit_id:
        return ChangeEnds(later, earlier, earlier.value, later.value, later.unit)
    return ChangeEnds(later, earlier, earlier.in_base_unit, later.in_base_unit, base_unit)


def change_of(figure: FigureRow) -> ChangeEnds:
    """Return a change of which no level is known: from 100, in per cent; else from 0."""
    start = _WHOLE if figure.unit == "%" else 0.0
    end = start + (-figure.value if figure.direction == "down" else figure.value)
    return ChangeEnds(figure, None, start, end, figure.unit)


def run_to_scale(every: Sequence[ChangeEnds], language: Language) -> bool:
    """Return whether time can run to one scale: all is dated, and none takes far longer."""
    days = [
        (moments[1].day - moments[0].day).days
        for ends in every
        if (moments := ends.moments(language))
    ]
    return len(days) == len(every) and max(days) <= _MOST_RATIO * min(days)


def slope_of(
    ends: ChangeEnds, every: Sequence[ChangeEnds], language: Language, speaker: str
) -> Slope:
    """Return the slope of a change.

    Args:
        ends: the change.
        every: all changes of the chart.
        language: of the words.
        speaker: who says it, if that has to be said.
    """
    figure, earlier = ends.figure, ends.earlier
    family = [each for each in every if each.family == ends.family]
    bounds = [each.bound for each in family]
    values = [v for each in family for v in (each.start, each.end)]
    values += [bound for bound in bounds if bound is not None]
    values += [each.high for each in family]
    scale = scale_of(values, language)
    is_index = earlier is None and figure.unit == "%"
    suffix = "%" if ends.unit == "%" and not is_index else ""
    ticks = tuple((at, plain(at / scale.divisor) + suffix) for at in _ticks(values))
    number, unit = number_and_unit(figure, language)
    moments = ends.moments(language)
    days = (moments[0].day, moments[1].day) if moments else None
    return Slope(
        figure=figure,
        earlier=earlier,
        start=ends.start,
        end=ends.end,
        bound=ends.bound,
        start_words=amount(earlier, language) if earlier else "",
        end_words=(*qualifier_words(figure), f"{number} {unit}".strip()),
        change=difference(earlier, figure, language) if earlier else "",
        days=days,
        dates=ends.dates(language),
        head=figure.short_label,
        detail=" • ".join(filter(None, (_unit(ends, scale), speaker))),
        ticks=ticks,
        words=clauses(figure_description(f, language) for f in (earlier, figure) if f),
    )


def _date(figure: FigureRow, language: Language) -> str:
    moment = moment_of(figure, language)
    none = tr("no date given")
    return moment.words if moment else when(figure, language) or none


def _unit(ends: ChangeEnds, scale: Scale) -> str:
    figure = ends.figure
    unit = spaced((scale.word, ends.unit))
    if ends.earlier is None and figure.unit == "%":
        return tr("{level} = 100", level=figure.whole or tr("the level before"))
    if ends.earlier is None:
        return tr("{unit}, the level before = 0", unit=unit)
    if figure.dimension == "share" and ends.unit == "%":
        return tr("per cent of {whole}", whole=figure.whole) if figure.whole else tr("per cent")
    return unit


def _ticks(values: Sequence[float]) -> list[float]:
    """Return zero and round numbers that hold some values between them."""
    low, high = min(0.0, *values), max(0.0, *values)
    size = (high - low) or 1.0
    power = 10.0 ** math.floor(math.log10(size / _INTERVALS))
    step = next(factor * power for factor in (1, 2, 5, 10) if factor * power * _INTERVALS >= size)
    first, last = math.floor(low / step), math.ceil(high / step)
    return [number * step for number in range(first, max(last, first + 1) + 1)]
