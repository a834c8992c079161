"""Links in words: on what they are, who names them, and what they name."""

from collections.abc import Mapping, Sequence

from jjjviewer.charts.formatting import joined_names
from jjjviewer.charts.links.link_pairs import joining_links, links_of_groups
from jjjviewer.charts.names import named
from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import NO_FILTER
from jjjviewer.model.view import Group, View

MOST_NAMED = 3
"""Things selected that a title names one by one."""


def links_of_group(view: View, group: Group) -> str:
    """Return what links of a group are called."""
    if group.kind in ("theme", "entity"):
        return tr("links {whose}", whose=whose(view, group))
    return tr("links named {whose}", whose=whose(view, group))


def whose(view: View, group: Group) -> str:
    match group.kind:
        case "theme":
            return tr("on {theme}", theme=_lower(group.name))
        case "entity":
            return tr("that name {place}", place=_places(view, [group.id]))
        case "region":
            return tr("by {speaker}", speaker=_speakers(view, [group.id])[0])
    return tr("by {speaker}", speaker=group.name)


def all_links(view: View, total: str) -> str:
    """Return how many links there are: on what, who names them, and what they name."""
    if view.filter != NO_FILTER:
        return tr("{total} links shown", total=total)
    members = view.selection.members
    own = zip(view.groups, links_of_groups(view), strict=True)
    # A part stands for its whole, and of what has no links none are told.
    left_out = {group.id for group, links in own if group.whole or not links}
    by_kind: dict[str, list[str]] = {}
    for id_ in (each for each in members if each not in left_out):
        by_kind.setdefault(view.dataset.index.kind(id_) or "", []).append(id_)
    are_told = {*by_kind} <= {"region", "speaker", "theme", "entity"}
    if not are_told or len(members) > MOST_NAMED or _are_mixed(view, by_kind.get("region", [])):
        return tr("{total} links shown", total=total)
    who = _who(view, by_kind)
    themes = [_lower(_name_of(view, id_)) for id_ in by_kind.get("theme", [])]
    places = by_kind.get("entity", [])
    is_interview = view.dataset.source.kind == "interview"
    named = tr(" named in the interview") if is_interview else tr(" named in the text")
    if places:
        named = tr(" that name {places}", places=_places(view, places))
    elif themes:
        named = ""
    if who:
        is_one = len(view.speakers) == 1
        named = tr(" named by {who}", who=who)
        if places:
            verb = (
                tr(" in which {who} names {places}")
                if is_one
                else tr(" in which {who} name {places}")
            )
            named = verb.format(who=who, places=_places(view, places))
    return tr(
        "{total} links{on}{named}",
        total=total,
        on=tr(" on {themes}", themes=tr(" and on ").join(themes)) if themes else "",
        named=named,
    )


def are_nobodys(view: View) -> bool:
    """Return whether no speaker names some of the links."""
    return bool((joining_links(view)["speaker_id"] == "").any())


def _are_mixed(view: View, regions: Sequence[str]) -> bool:
    """Return whether links that nobody names stand beside those of some regions alone."""
    speakers = {id_ for region in regions for id_ in view.dataset.index.speakers(region)}
    return (
        "" in speakers
        and are_nobodys(view)
        and not {*view.dataset["speakers"]["speaker_id"]} <= speakers
    )


def _who(view: View, by_kind: Mapping[str, Sequence[str]]) -> str:
    """Return who names the links that are selected, if that is narrowed down.

    Links that nobody names belong to a topmost region alone, which then narrows nothing.
    """
    if are_nobodys(view):
        return ""
    if len(view.speakers) == 1:
        return view.dataset.speaker_rows.of(view.speakers)[0].speaker
    named = [_name_of(view, id_) for id_ in by_kind.get("speaker", [])]
    named += _speakers(view, by_kind.get("region", []))
    return joined_names([*dict.fromkeys(named)] or [""])


def _speakers(view: View, regions: Sequence[str]) -> list[str]:
    """Return who speaks for some regions, by name where that is one speaker."""
    speakers_of = {id_: [*view.dataset.index.speakers(id_) - {""}] for id_ in regions}
    alone = [found[0] for found in speakers_of.values() if len(found) == 1]
    several = [_name_of(view, id_) for id_, found in speakers_of.items() if len(found) != 1]
    names = [_name_of(view, id_) for id_ in alone]
    if several:
        names.append(tr("speakers from {regions}", regions=joined_names(several)))
    return names


def _places(view: View, ids: Sequence[str]) -> str:
    """Return the names of places, and whether places in them count."""
    names = joined_names([named(_name_of(view, id_), view) for id_ in ids])
    if all(view.dataset.index.are_all_named("links", id_) for id_ in ids):
        return names
    if len(ids) == 1:
        return tr("{places} or places in it", places=names)
    return tr("{places} or places in them", places=names)


def _name_of(view: View, id_: str) -> str:
    name, name_zh = view.dataset.names_of(id_)
    return name_zh if view.dataset.language == "zh" and name_zh else name


def _lower(label: str) -> str:
    """Return a theme for the middle of a sentence."""
    return label[:1].lower() + label[1:]
