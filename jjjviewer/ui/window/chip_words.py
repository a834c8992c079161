"""The chips of a view: the parts of its selection and of its filter, in words."""

from collections.abc import Iterator

from jjjviewer.charts.filter_words import filter_values
from jjjviewer.charts.translation import tr
from jjjviewer.model.index import FAMILIES
from jjjviewer.model.selection import SEARCH, Filter
from jjjviewer.model.view import View
from jjjviewer.ui.window.chip_bar import Chip
from jjjviewer.ui.window.history import Visit

_ORDER = ("who", "what", "where", "records")
_OF_FIGURES = ("statuses", "units", "period", "values")
_RANGES = ("period", "values")
"""The parts that are one thing, with two ends."""
"""The parts of a filter that look at what statements do not have."""


def chips_of(view: View) -> list[Chip]:
    """Return the chips of a view: what is selected by family, then what a filter lets through."""
    return [*_selected(view), *_filtered(view)] or [Chip(tr("Everything"))]


def filter_words(view: View) -> list[str]:
    """Return in words what a filter lets through."""
    return [chip.words for chip in _filtered(view)]


def _selected(view: View) -> Iterator[Chip]:
    index, selection = view.dataset.index, view.selection
    families = {id_: FAMILIES[index.kind(id_) or "region"] for id_ in selection.members}
    before = ""
    for id_ in sorted(families, key=lambda id_: _ORDER.index(families[id_])):
        is_only = len(families) == 1
        without = None if is_only else Visit(selection.without(id_), view.filter)
        joined = "" if not before else "," if families[id_] == before else "·"
        before = families[id_]
        yield Chip(_name(view, id_), without, joined)


def _name(view: View, id_: str) -> str:
    if id_.startswith(SEARCH):
        return tr("Search: {words}", words=id_.removeprefix(SEARCH))
    if view.dataset.index.kind(id_) == "collection":
        return tr("Collection")
    name, name_zh = view.dataset.names_of(id_)
    return name_zh if view.dataset.language == "zh" and name_zh else name


def _filtered(view: View) -> Iterator[Chip]:
    for part, value, words in filter_values(view):
        values = () if part in _RANGES else (*getattr(view.filter, part),)
        rest: Filter = view.filter._replace(
            **{part: tuple(each for each in values if each != value)}
        )
        if part in _OF_FIGURES:
            words = tr("{what}, and statements with such a figure", what=words)
        yield Chip(words, Visit(view.selection, rest), "·")
