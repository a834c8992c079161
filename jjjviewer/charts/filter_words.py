"""Filters in words."""

from collections.abc import Iterator

from jjjviewer.charts.formatting import statuses
from jjjviewer.charts.numbers import quantity, rounded
from jjjviewer.charts.translation import listed, tr
from jjjviewer.model.view import View

_DIGITS = 4
"""Significant ones of an end of a range of values, which may come from a drag."""


def filter_words(view: View) -> dict[str, str]:
    """Return the values that a view's filter lets through in words, by the part of the filter."""
    words: dict[str, str] = {}
    for part, _, value in filter_values(view):
        words[part] = listed((words.get(part, ""), value))
    return words


def filter_values(view: View) -> Iterator[tuple[str, str, str]]:
    """Yield the part of the filter, the value and its words, of each value let through."""
    dataset, filter_ = view.dataset, view.filter
    names = {
        "statuses": statuses(),
        "speakers": dataset.speaker_names,
        "themes": dataset.theme_names,
        "units": dataset.unit_names,
        "paragraphs": {span: f"¶{span.replace('-', '–')}" for span in filter_.paragraphs},
    }
    for part, words in names.items():
        for value in getattr(filter_, part):
            yield part, value, words.get(value, value)
    if filter_.period:
        yield "period", "", _period(*filter_.period)
    if filter_.values:
        yield "values", "", _values(view, *filter_.values)


def _period(first: str, last: str) -> str:
    """Return a period between two days in words, either of which may be empty."""
    start, end = first.removesuffix("-01-01"), last.removesuffix("-12-31")
    if start and end:
        return start if start == end else f"{start} – {end}"
    return tr("from {day}", day=start) if start else tr("up to {day}", day=end)


def _values(view: View, low: str, high: str, unit: str) -> str:
    """Return a range of values in words, either end of which may be empty."""
    language = view.dataset.language
    name = view.dataset.unit_names.get(unit, unit)
    ends = [rounded(float(end), _DIGITS) for end in (low, high) if end]
    if low and high:
        return quantity(ends[0], name, language, ends[1])
    words = quantity(ends[0], name, language)
    return tr("from {value}", value=words) if low else tr("up to {value}", value=words)
