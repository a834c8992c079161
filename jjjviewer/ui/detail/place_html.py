"""The head of the page of a place, or of a link between places."""

from collections.abc import Callable, Iterable
from html import escape

import numpy as np

from jjjviewer.charts.formatting import status, warning
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import EntityRow
from jjjviewer.model.view import View
from jjjviewer.ui.detail.markup import ends, heading, link, mechanism, partnerships

_MOST_WITHIN = 40

_Linked = Callable[[str], str]
"""Renders text as HTML in which names are links."""


def place_facts(view: View, linked: _Linked) -> Iterable[str]:
    """Yield kind, position with its precision, and the places around and within a place."""
    place, level = _of_selection(view), _level(view)
    if place is None:
        yield _facts({tr("Kind"): escape(level)})
        return
    geography = view.dataset.geography
    within = geography.inside(place.entity_id)
    inside = [link(each.entity_id, each.name) for each in within[:_MOST_WITHIN]]
    if len(within) > _MOST_WITHIN:
        inside.append(tr("{count} more", count=len(within) - _MOST_WITHIN))
    yield _facts(
        {
            tr("Kind"): escape(level or _kind(place)),
            tr("Lies in") if place.type == "place" else tr("Belongs to"): ", ".join(
                _around(place, view)
            ),
            tr("Includes"): ", ".join(inside),
            tr("Position"): "" if place.entity_id in geography.tops else _position(place, view),
        }
    )
    if place.note:
        yield f"<p class='note'>{linked(place.note)}</p>"


def links_by_others(view: View) -> Iterable[str]:
    """Return the links of a region's place that other regions' speakers mention."""
    place = _of_selection(view)
    if view.kind != "region" or place is None:
        return
    links = view.dataset["links"]
    is_end = np.array([place.entity_id in ids for ids in links["place_ids"]], dtype=bool)
    others = links[is_end & ~links.index.isin(view.links.index)]
    if len(others):
        yield heading(tr("Links named by other speakers"))
        yield from partnerships(view, others, names_speaker=True)


def link_facts(view: View) -> Iterable[str]:
    """Yield places, topic, mechanism, status and speaker of a link."""
    (row,) = view.dataset.link_rows.of(view.links)
    way = tr("Flow") if row.direction == "flow" else tr("Between")
    speaker = f"{link(row.speaker_id, row.speaker)} " if row.speaker_id else ""
    yield _facts(
        {
            way: ends(row.ends),
            tr("Mechanism"): escape(mechanism(row)),
            tr("Status"): escape(status(row)),
            tr("Theme"): link(row.theme_id, row.theme) if row.theme_id else "",
            tr("Speaker"): f"{speaker}¶{row.paragraph}",
        }
    )
    if row.warning:
        yield f"<p class='note'>{escape(warning(row))}</p>"


def _of_selection(view: View) -> EntityRow | None:
    """Return the place of a view: an entity, or the one with the id of a region."""
    if len(view.selection.members) != 1 or not view.selection.ids:
        return None
    return view.dataset.geography.place(view.selection.entity_ids[0])


def _level(view: View) -> str:
    """Return the kind of region in the pack's words; empty for a place that is no region."""
    if view.kind != "region":
        return ""
    regions = view.dataset["regions"].set_index("region_id")
    return str(regions.at[view.selection.ids[0], "level"]).replace("_", " ")


def _facts(facts: dict[str, str]) -> str:
    lines = (
        f"<span class='muted'>{escape(name)}:</span> {html}" for name, html in facts.items() if html
    )
    return f"<p>{'<br>'.join(lines)}</p>"


def _kind(place: EntityRow) -> str:
    """Return the kind in the pack's words, which are ids or phrases."""
    words = {
        "place": tr("place"),
        "organisation": tr("organisation"),
        "project": tr("project"),
        "mechanism": tr("mechanism"),
        "policy": tr("policy"),
        "person": tr("person"),
    }
    kind, type_ = place.kind.replace("_", " "), words[place.type]
    return (
        kind
        if place.type == "place" and kind
        else ", ".join(dict.fromkeys(filter(None, (type_, kind))))
    )


def _around(place: EntityRow, view: View) -> Iterable[str]:
    """Return links to the place that it lies in, and to its region."""
    if parent := view.dataset.geography.place(place.parent_id):
        yield link(parent.entity_id, parent.name)
    if place.province not in ("", place.parent_id, place.entity_id):
        yield link(place.province, view.dataset.provinces[place.province])


def _position(place: EntityRow, view: View) -> str:
    """Return the position of a place, its precision and its basis."""
    basis = f" <span class='muted'>· {escape(place.basis)}</span>" if place.basis else ""
    if place.lat is None or place.lon is None:
        return tr("unknown") + basis if place.type == "place" else ""
    known = {
        "exact": tr("exact"),
        "approximate": tr("approximate"),
        "district": tr("exact location unknown"),
    }.get(place.precision, "")
    if place.entity_id in view.dataset.provinces:
        # The position is that of a whole region.
        known = ""
    north = tr("{degrees}° N") if place.lat >= 0 else tr("{degrees}° S")
    east = tr("{degrees}° E") if place.lon >= 0 else tr("{degrees}° W")
    at = (
        north.format(degrees=plain(abs(place.lat))),
        east.format(degrees=plain(abs(place.lon))),
        known,
    )
    return ", ".join(filter(None, at)) + basis
