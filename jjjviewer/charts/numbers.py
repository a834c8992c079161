"""Numbers for readers: the one place that formats them.

Scale words, thousands, a true minus, as many digits as were printed; qualifiers in words.
"""

import math
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from jjjviewer.charts.translation import spaced, spoken, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language

_DIGITS = 12
"""Significant digits at most: beyond them lies what binary numbers add."""
_LEAST, _MOST = 1e-7, 1e16
"""Between them numbers are written without a power of ten."""
_DERIVED_DIGITS = 3
_LONG = 1e4
"""From here on a number takes a second look."""
_MOST_CONVERTED_DIGITS = 4


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


def common_scale(values: Sequence[float], language: Language) -> Scale:
    """Return the smallest scale of some numbers on which none of them is long."""
    largest = max(map(abs, values), default=0.0)
    scales = [scale_of([value], language) for value in values if value]
    fit = [scale for scale in scales if largest / scale.divisor < _LONG]
    return min(fit, key=lambda scale: scale.divisor, default=scale_of(values, language))


def plain(value: float) -> str:
    """Format a number with all its decimals: 10,400,000, −60.03.

    Chinese has no separators of thousands.
    """
    if value == 0:
        return "0"
    size = abs(value)
    if not _LEAST <= size < _MOST:
        factor, power = f"{size:.3g}".split("e") if "e" in f"{size:.3g}" else (f"{size:.3g}", "0")
        text = f"{factor} × 10^{int(power)}".replace("-", "−")
    else:
        decimals = max(0, _DIGITS - 1 - math.floor(math.log10(size)))
        text = f"{size:,.{decimals}f}"
        text = text.rstrip("0").rstrip(".") if "." in text else text
        text = text.replace(",", "") if spoken() == "zh" else text
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
    text = _written(ends, scale)
    return with_unit(text, scale, unit, language)


def with_unit(text: str, scale: Scale, unit: str, language: Language) -> str:
    """Add scale word and unit to a number that is written."""
    if unit == "%":
        return f"{text}{scale.word}%" if language == "zh" else f"{text} {scale.word}".strip() + "%"
    if language != "zh":
        return _joined(text, scale.word, unit)
    # Letters of a unit without a Chinese name stand apart from the number.
    gap = " " if text and unit[:1].isascii() and unit[:1].isalpha() else ""
    return f"{text}{scale.word}{gap}{unit}"


def number_and_unit(
    figure: FigureRow, language: Language, scale: Scale | None = None
) -> tuple[str, str]:
    """Return a figure's number and what follows it apart: 278.7 and billion yuan, 60% and nothing.

    Args:
        figure: the figure; its qualifier is told elsewhere.
        language: of scale word and unit.
        scale: where it has to be that of other numbers as well.
    """
    is_single = figure.value_high is None or figure.value_high == figure.value
    ends = [figure.value] if is_single else [figure.value, figure.value_high or 0.0]
    scale = scale or scale_of(ends, language)
    number = _written(ends, scale)
    if figure.unit == "%":
        return (number, f"{scale.word}%") if scale.word else (f"{number}%", "")
    return number, with_unit("", scale, figure.unit, language)


def difference(earlier: FigureRow, later: FigureRow, language: Language) -> str:
    """Format by how much a figure changed: +9.2 points, −3,400 homes.

    It has the decimals of the coarser of the two, but one where the other has any, lest it seem
    wrong; it is empty where one is a range or not exact.
    """
    ends = (earlier, later)
    is_known = all(
        each.qualifier == "exact" and each.value_high in (None, each.value) for each in ends
    )
    if not is_known or earlier.unit_id != later.unit_id:
        return ""
    scale = scale_of([each.value for each in ends], language)
    low, high = (each.value / scale.divisor for each in ends)
    change = round(high - low, max(1, min(_decimals(low), _decimals(high))))
    if change == 0:
        return ""
    text = f"+{plain(change)}" if change > 0 else plain(change)
    unit = tr("points") if later.dimension == "share" else later.unit
    return _joined(text, scale.word, unit)


def converted(figure: FigureRow, factor: float, unit: str, language: Language) -> str:
    """Format a figure in another unit, with no more digits than were printed: about 10,550 km².

    Args:
        figure: a figure with a unit.
        factor: of the other unit, to the base unit of both.
        unit: its label.
        language: of the words.
    """
    high = figure.value_high or figure.value
    ends = [figure.in_base_unit / factor, figure.in_base_unit / factor * (high / figure.value)]
    digits = max(2, min(digits_of(figure.value), _MOST_CONVERTED_DIGITS))
    near = [rounded(end, digits) for end in ends]
    is_exact = all(math.isclose(*pair, rel_tol=1e-12) for pair in zip(ends, near, strict=True))
    text = quantity(near[0], unit, language, near[1] if near[1] != near[0] else None)
    return qualified(figure, text) if is_exact else tr("about {number}", number=text)


def count_word(count: int) -> str:
    """Return a small number in words, others in digits."""
    words = (
        tr("none"), tr("one"), tr("two"), tr("three"), tr("four"), tr("five"), tr("six"),
        tr("seven"), tr("eight"), tr("nine"), tr("ten"), tr("eleven"), tr("twelve"),
    )  # fmt: skip
    return words[count] if count < len(words) else plain(count)


def _decimals(value: float) -> int:
    return len(plain(value).partition(".")[2])


def qualifier_words(figure: FigureRow) -> tuple[str, ...]:
    """Return what is said of a number before it, in words: down by, more than."""
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
    return tuple(filter(None, (direction, word)))


def qualified(figure: FigureRow, text: str) -> str:
    """Put a figure's qualifier in words before a number: more than 900, nearly 60%.

    A change that is known as a fall is told as one: down by more than 50%.
    """
    return _joined(*qualifier_words(figure), text)


def amount(figure: FigureRow, language: Language) -> str:
    """Format a figure's value in its own unit: more than 50%, 731.9 billion yuan."""
    text = quantity(figure.value, figure.unit, language, figure.value_high)
    return qualified(figure, text)


def amount_on(figure: FigureRow, scale: Scale, language: Language = "en") -> str:
    """Format a figure's value on the scale of a chart whose unit is told elsewhere."""
    high = high_in_base_unit(figure)
    ends = [in_base_unit(figure)] if high is None else [in_base_unit(figure), high]
    return qualified(figure, _written(ends, scale))


def _written(ends: Iterable[float], scale: Scale) -> str:
    """Return a value or a range without unit."""
    return "–".join(plain(end / scale.divisor) for end in ends)


def _joined(*words: str) -> str:
    return spaced(words)
