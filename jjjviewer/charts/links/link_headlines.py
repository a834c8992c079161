"""Titles of charts of links: which two places share most links, and of how many.

"More than any other pair" stands only where no pair has as many; ties are told as ties.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from jjjviewer.charts.figures.headlines import says
from jjjviewer.charts.formatting import in_quotes, joined_names, joined_themes, quoted
from jjjviewer.charts.links.link_pairs import LinkPairs, PlacePair, group_counts, links_of_groups
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import listed, tr
from jjjviewer.model.row_types import LinkRow
from jjjviewer.model.selection import NO_FILTER
from jjjviewer.model.view import Group, View
from jjjviewer.vocabulary import TARGETS

_LEAST_COMPARED = 2
"""Links of a group below which its share tells nothing."""
_MOST_SIDES = 3
"""Groups compared that a title names: all of them, or it is about no group."""
MOST_NAMED = 3
"""Things selected that a title names one by one."""
_MOST_TIES = 3
"""Pairs that a title names as equal; of more it says that none has more."""


def links_headline(view: View, found: LinkPairs, drawn: Sequence[PlacePair]) -> Headline:
    """Return the title of a chart of links.

    Args:
        view: what is selected, and which mark is highlighted.
        found: all pairs.
        drawn: those with a mark, the largest first.
    """
    if not drawn:
        return Headline(tr("No link joins places in this part of the map"))
    if len(found.links) == 1:
        return _of_one_link(view, found, drawn)
    for pair in drawn:
        if view.highlight and view.highlight in (pair.cell, *pair.records):
            return _single(view, found, pair)
    compared = None if view.filter != NO_FILTER else _contrast(view, drawn, found)
    return compared or _foremost(view, found, drawn)


def _of_one_link(view: View, found: LinkPairs, drawn: Sequence[PlacePair]) -> Headline:
    link = found.links[0]
    marks = tuple(pair.cell for pair in drawn)
    return Headline(says(_sentence(link), link.speaker, view.dataset.language), marks, "single")


def _sentence(link: LinkRow) -> str:
    """Return what a link joins, as a sentence; what is planned is to join it."""
    topic = in_quotes(link.about)
    sources, goals, members = (
        joined_names([end.name for end in link.ends if end.role == role] or [""])
        for role in ("from", "to", "member")
    )
    is_planned = link.status in TARGETS
    if sources and goals:
        places = listed((tr("from {sources} to {goals}", sources=sources, goals=goals), members))
        planned, done = tr("{topic} is to lead {places}"), tr("{topic} leads {places}")
    else:
        places = joined_names([end.name for end in link.ends])
        planned, done = tr("{topic} is to link {places}"), tr("{topic} links {places}")
    words = (planned if is_planned else done).format(topic=topic, places=places)
    doubt = {"under-construction": tr("under way"), "uncertain": tr("unclear in the text")}
    details = doubt.get(link.status)
    return tr("{what} ({details})", what=words, details=details) if details else words


def _single(view: View, found: LinkPairs, pair: PlacePair) -> Headline:
    return Headline(_shared(view, found, pair), (pair.cell,), "single")


def _shared(view: View, found: LinkPairs, pair: PlacePair) -> str:
    total, words = len(found.links), found.title_of(pair)
    if pair.size == total:
        return tr("{pair} share {links}", pair=words, links=_links(view, _all(total)))
    links = _links(view, str(total))
    return tr("{pair} share {count} of the {links}", pair=words, count=pair.size, links=links)


def _all(total: int) -> str:
    return tr("both") if total == _LEAST_COMPARED else tr("all {total}", total=total)


def _foremost(view: View, found: LinkPairs, drawn: Sequence[PlacePair]) -> Headline:
    first = drawn[0]
    if first.size < found.pairs[0].size:
        return _single(view, found, first)
    ties = [pair for pair in found.pairs if pair.size == first.size]
    is_most = all(_is_most(pair, found) for pair in ties)
    marks = tuple(pair.cell for pair in ties if pair in drawn)
    if len(ties) == 1:
        words = _shared(view, found, first)
        is_all = first.size == len(found.links) or len(found.pairs) == 1
        if is_most and not is_all and view.filter == NO_FILTER:
            words = tr("{share}, more than any other pair", share=words)
            return Headline(words, marks, "extreme")
        return Headline(words, marks, "single")
    if first.size < len(found.links) and not is_most:
        return _single(view, found, first)
    return Headline(_tied(view, found, ties), marks, "tie")


def _tied(view: View, found: LinkPairs, ties: Sequence[PlacePair]) -> str:
    """Return the title of several pairs that share most."""
    size, count = ties[0].size, len(ties)
    if size == len(found.links):
        # Then all of them name all of the places.
        pair = found.title_of(*ties)
        return tr("{pair} share {links}", pair=pair, links=_links(view, _all(size)))
    links = _links(view, str(len(found.links)))
    if size == 1:
        return tr("No two places share more than one of the {links}", links=links)
    if count > _MOST_TIES:
        return tr("No two places share more than {count} of the {links}", count=size, links=links)
    return tr(
        "{pairs} each share {count} of the {links}, more than other pairs",
        pairs=joined_names(["–".join(map(found.label, pair.ends)) for pair in ties]),
        count=size,
        links=links,
    )


def _is_most(pair: PlacePair, found: LinkPairs) -> bool:
    """Return whether no pair of regions has more links, counted with all of their places.

    Where a region is counted beside its own places, none of these has most.
    """
    regions = {id_: place.province or id_ for id_, place in found.places.items()}
    of_regions: defaultdict[frozenset[str], set[str]] = defaultdict(set)
    for each in found.pairs:
        of_regions[frozenset(regions[end] for end in each.ends)].update(each.records)
    own = frozenset(regions[end] for end in pair.ends)
    is_part = any(end != regions[end] in found.whole_regions for end in pair.ends)
    others = (len(links) for ends, links in of_regions.items() if ends != own)
    return not is_part and all(number <= pair.size for number in others)


def _contrast(view: View, drawn: Sequence[PlacePair], found: LinkPairs) -> Headline | None:
    """Return the title that sets two or three groups side by side, if they have several links.

    It is about the pair whose share of the links differs most, if it can be one that both name.
    """
    totals = [len(ids) for ids in links_of_groups(view)]
    groups = enumerate(view.groups)
    sides = [at for at, each in groups if totals[at] >= _LEAST_COMPARED and not each.whole]
    if not 2 <= len(sides) <= _MOST_SIDES:
        return None
    one, other, *rest = sides

    def difference(pair: PlacePair) -> tuple[bool, float]:
        counts = group_counts(pair, view)
        shares = counts[one] / totals[one], counts[other] / totals[other]
        return min(shares) > 0, abs(shares[0] - shares[1])

    pair = max(drawn, key=difference)
    counts = group_counts(pair, view)
    if counts[one] * totals[other] < counts[other] * totals[one]:
        one, other = other, one
    if counts[one] < _LEAST_COMPARED:
        return None
    words = tr(
        "{pair} share {count} {links}",
        pair=found.title_of(pair),
        count=_part(counts[one], totals[one]),
        links=_links_of(view, view.groups[one]),
    )
    fewer = [
        tr(
            "{count} {links}",
            count=_part(counts[at], totals[at]),
            links=_whose(view, view.groups[at]),
        )
        for at in (other, *rest)
    ]
    if not rest and counts[one] * totals[other] == counts[other] * totals[one]:
        return Headline(joined_names([words, *fewer]), (pair.cell,), "contrast")
    return Headline(listed((words, *fewer)), (pair.cell,), "contrast")


def _part(count: int, total: int) -> str:
    """Return how many of all: 9 of 10, all 7, none of 12."""
    if count == total:
        return _all(total)
    if not count:
        return tr("none of {total}", total=total)
    return tr("{part} of {total}", part=count, total=total)


def _links_of(view: View, group: Group) -> str:
    """Return what links of a group are called."""
    if group.kind in ("theme", "entity"):
        return tr("links {whose}", whose=_whose(view, group))
    return tr("links named {whose}", whose=_whose(view, group))


def _whose(view: View, group: Group) -> str:
    match group.kind:
        case "theme":
            return tr("on {theme}", theme=_lower(group.name))
        case "entity":
            return tr("that name {place}", place=_places(view, [group.id]))
        case "region":
            return tr("by {speaker}", speaker=_speakers(view, [group.id])[0])
    return tr("by {speaker}", speaker=group.name)


def _links(view: View, total: str) -> str:
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
    if not {*by_kind} <= {"region", "speaker", "theme", "entity"} or len(members) > MOST_NAMED:
        return tr("{total} links shown", total=total)
    who = _who(view, by_kind)
    themes = [_lower(_name_of(view, id_)) for id_ in by_kind.get("theme", [])]
    places = by_kind.get("entity", [])
    named = "" if members else tr(" named")
    if places:
        named = tr(" that name {places}", places=_places(view, places))
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
        on=tr(" on {themes}", themes=joined_themes(themes)) if themes else "",
        named=named,
    )


def _who(view: View, by_kind: Mapping[str, Sequence[str]]) -> str:
    """Return who names the links that are selected, if that is narrowed down."""
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
    names = joined_names([quoted(_name_of(view, id_)) for id_ in ids])
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
