"""The chips of a view: the parts of its selection and of its filter, in words."""

from collections.abc import Iterator

from jjjviewer.charts.filter_words import filter_values
from jjjviewer.charts.translation import tr
from jjjviewer.model.index import FAMILIES
from jjjviewer.model.selection import SEARCH, Filter, Selection
from jjjviewer.model.view import View
from jjjviewer.ui.shared import wording
from jjjviewer.ui.window.chip_bar import Chip
from jjjviewer.ui.window.history import Visit

_ORDER = ("who", "what", "where", "records")
_MOST_LINKS = 3
"""Links with a chip each; more, such as those of a cell, have one together."""
_OF_FIGURES = ("statuses", "units", "period", "values")
"""The parts of a filter that look at what statements do not have."""
_RANGES = ("period", "values")
"""The parts that are one thing, with two ends."""


def chips_of(view: View) -> list[Chip]:
    """Return the chips of a view: what is selected by family, then what a filter lets through."""
    return [*_selected(view), *_filtered(view)] or [Chip(tr("Everything"))]


def filter_words(view: View) -> list[str]:
    """Return in words what a filter lets through."""
    return [chip.words for chip in _filtered(view)]


def _selected(view: View) -> Iterator[Chip]:
    kind, members = view.dataset.index.kind, view.selection.members
    families = {id_: FAMILIES[kind(id_) or "region"] for id_ in members}
    ordered = sorted(members, key=lambda id_: _ORDER.index(families[id_]))
    links = tuple(id_ for id_ in ordered if kind(id_) == "link")
    parts: list[tuple[str, ...]] = [(id_,) for id_ in ordered]
    if len(links) > _MOST_LINKS:
        parts = [*(part for part in parts if part[0] not in links), links]
    before = ""
    for part in parts:
        family = families[part[0]]
        rest = [id_ for id_ in members if id_ not in part]
        without = Visit(Selection.of(rest), view.filter) if rest else None
        joined = "" if not before else "," if family == before else "·"
        before = family
        words = wording.links(len(part)) if len(part) > 1 else _name(view, part[0])
        yield Chip(words, without, joined)


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
