"""Numbers for readers: the one place that formats them.

Scale words, thousands, a true minus, as many digits as were printed; qualifiers in words.
"""

import math
from collections.abc import Iterable
from typing import NamedTuple

from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language

_DIGITS = 12
"""Significant digits at most: beyond them lies what binary numbers add."""
_LEAST, _MOST = 1e-7, 1e16
"""Between them numbers are written without a power of ten."""
_DERIVED_DIGITS = 3


class Scale(NamedTuple):
    """What numbers are divided by, and the word that stands for it."""

    divisor: float
    word: str

    @property
    def is_plain(self) -> bool:
        """Whether numbers are written in full."""
        return self.divisor == 1


def scale_of(values: Iterable[float], language: Language) -> Scale:
    """Return the scale that suits the largest of some numbers."""
    largest = max(map(abs, values), default=0.0)
    if language == "zh":
        steps = [Scale(1e8, "亿"), Scale(1e4, "万")]
    else:
        words = (tr("trillion"), tr("billion"), tr("million"))
        steps = [*map(Scale, (1e12, 1e9, 1e6), words)]
    return next((step for step in steps if largest >= step.divisor), Scale(1, ""))


def plain(value: float) -> str:
    """Format a number with separators and all its decimals: 10,400,000, −60.03."""
    if value == 0:
        return "0"
    size = abs(value)
    if not _LEAST <= size < _MOST:
        factor, power = f"{size:.3g}".split("e") if "e" in f"{size:.3g}" else (f"{size:.3g}", "0")
        text = f"{factor} × 10^{int(power)}"
    else:
        decimals = max(0, _DIGITS - 1 - math.floor(math.log10(size)))
        text = f"{size:,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
    return f"−{text}" if value < 0 else text


def rounded(value: float, digits: int = _DERIVED_DIGITS) -> float:
    """Round a number to some significant digits."""
    if value == 0 or not math.isfinite(value):
        return value
    return float(f"{value:.{max(digits, 1) - 1}e}")


def digits_of(value: float) -> int:
    """Return how many significant digits a number was printed with, without zeros at its end."""
    return len(f"{abs(value):.{_DIGITS - 1}e}".split("e")[0].replace(".", "").rstrip("0")) or 1


def in_base_unit(figure: FigureRow) -> float:
    """Return a figure's value in its base unit, with no more digits than were printed."""
    value = figure.in_base_unit
    return value if value == figure.value else rounded(value, max(2, digits_of(figure.value)))


def high_in_base_unit(figure: FigureRow) -> float | None:
    """Return the higher end of a range in the base unit; None of a single value."""
    if figure.value_high is None or figure.value_high == figure.value:
        return None
    factor = figure.in_base_unit / figure.value if figure.value else 1.0
    return rounded(figure.value_high * factor, max(2, digits_of(figure.value_high)))


def quantity(value: float, unit: str, language: Language, high: float | None = None) -> str:
    """Format a value or a range with its unit: 731.9 billion yuan, 10–120 km, 60.03%."""
    ends = [value] if high is None else [value, high]
    scale = scale_of(ends, language)
    text = _written(ends, scale, language)
    return with_unit(text, scale, unit, language)


def with_unit(text: str, scale: Scale, unit: str, language: Language) -> str:
    """Add scale word and unit to a number that is written."""
    if unit == "%":
        return f"{text}{scale.word}%" if language == "zh" else f"{text} {scale.word}".strip() + "%"
    return f"{text}{scale.word}{unit}" if language == "zh" else _joined(text, scale.word, unit)


def qualified(figure: FigureRow, text: str) -> str:
    """Put a figure's qualifier in words before a number: more than 900, nearly 60%.

    A change that is known as a fall is told as one: down by more than 50%.
    """
    word = {
        "exact": "",
        "more-than": tr("more than"),
        "at-least": tr("at least"),
        "nearly": tr("nearly"),
        "about": tr("about"),
        "less-than": tr("less than"),
        "at-most": tr("at most"),
    }[figure.qualifier]
    direction = ""
    if figure.quantity_kind == "change":
        direction = {"up": tr("up by"), "down": tr("down by")}.get(figure.direction, "")
    return _joined(direction, word, text)


def amount(figure: FigureRow, language: Language) -> str:
    """Format a figure's value in its own unit: more than 50%, 731.9 billion yuan."""
    text = quantity(figure.value, figure.unit, language, figure.value_high)
    return qualified(figure, text)


def amount_on(figure: FigureRow, scale: Scale, suffix: str = "", language: Language = "en") -> str:
    """Format a figure's value on the scale of a chart whose unit is told elsewhere."""
    high = high_in_base_unit(figure)
    ends = [in_base_unit(figure)] if high is None else [in_base_unit(figure), high]
    return qualified(figure, _written(ends, scale, language) + suffix)


def _written(ends: Iterable[float], scale: Scale, language: Language) -> str:
    """Return a value or a range without unit; Chinese has no separators of thousands."""
    text = "–".join(plain(end / scale.divisor) for end in ends)
    return text.replace(",", "") if language == "zh" else text


def _joined(*words: str) -> str:
    return " ".join(filter(None, words))
