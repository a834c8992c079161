"""Filters in words."""

from jjjviewer.charts.formatting import statuses
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View


def filter_words(view: View) -> dict[str, str]:
    """Return the values that a view's filter lets through in words, by column."""
    dataset = view.dataset
    names = {
        "status": statuses(),
        "speaker_id": dataset.speaker_names,
        "theme_id": dataset.theme_names,
        "unit_id": dataset.unit_names,
    }
    words = {
        column: ", ".join(names.get(column, {}).get(id_, id_) for id_ in ids)
        for column, ids in view.filter.by_column().items()
    }
    if view.filter.paragraphs:
        words["paragraph"] = f"¶{words['paragraph'].replace('-', '–')}"
    if view.filter.period:
        words["period_end"] = period(*view.filter.period)
    return words


def period(first: str, last: str) -> str:
    """Return a period between two days in words, either of which may be empty."""
    start = first.removesuffix("-01-01")
    end = last.removesuffix("-12-31")
    if start and end:
        return start if start == end else f"{start} – {end}"
    return tr("from {day}", day=start) if start else tr("up to {day}", day=end)
