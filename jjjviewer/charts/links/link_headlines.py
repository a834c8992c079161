"""Titles of charts of links: which two places share most links, and of how many.

"More than any other pair" stands only where no pair has as many; ties are told as ties.
"""

from collections import defaultdict
from collections.abc import Sequence

from jjjviewer.charts.figures.headlines import says
from jjjviewer.charts.formatting import is_under_way, joined_names
from jjjviewer.charts.links.link_pairs import LinkPairs, PlacePair, group_counts, links_of_groups
from jjjviewer.charts.links.link_words import all_links, are_nobodys, links_of_group, whose
from jjjviewer.charts.names import named
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.translation import listed, sentence_case, tr
from jjjviewer.model.row_types import LinkRow
from jjjviewer.model.selection import NO_FILTER
from jjjviewer.model.view import View
from jjjviewer.vocabulary import TARGETS

_TWO = 2
_LEAST_COMPARED = 2
"""Links of a group below which its share tells nothing."""
_MOST_SIDES = 3
"""Groups compared that a title names: all of them, or it is about no group."""
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
    return Headline(
        says(_sentence(view, link), link.speaker, view.dataset.language), marks, "single"
    )


def _sentence(view: View, link: LinkRow) -> str:
    """Return what a link is about, and which places it connects."""
    sources, goals, members = (
        joined_names([named(end.name, view) for end in link.ends if end.role == role] or [""])
        for role in ("from", "to", "member")
    )
    if sources and goals:
        between = tr("from {sources} to {goals}", sources=sources, goals=goals)
        places = listed((between, members))
    else:
        places = tr(
            "between {places}", places=joined_names([named(end.name, view) for end in link.ends])
        )
    kind = tr("a link")
    if link.status in TARGETS:
        kind = tr("a planned link")
    elif is_under_way(link):
        kind = tr("a link under way")
    words = tr("{topic}: {link} {places}", topic=link.about, link=kind, places=places)
    if link.status != "uncertain":
        return words
    return tr("{what} ({details})", what=words, details=tr("the wording is unclear"))


def _single(view: View, found: LinkPairs, pair: PlacePair) -> Headline:
    return Headline(_shared(view, found, pair), (pair.cell,), "single")


def _shared(view: View, found: LinkPairs, *pairs: PlacePair) -> str:
    """Return how many of the links connect the places of pairs that have the same ones."""
    total, count = len(found.links), pairs[0].size
    if count == total:
        amount = all_links(view, _all(total))
    else:
        amount = tr("{count} of the {links}", count=count, links=all_links(view, str(total)))
    return sentence_case(_connect(amount, count, _titled(view, found, *pairs)))


def _titled(view: View, found: LinkPairs, *pairs: PlacePair) -> str:
    """Return the places of pairs as they stand within a sentence."""
    return found.title_of(*pairs, name=lambda name: named(name, view))


def _connect(amount: str, count: int, places: str) -> str:
    """Return the sentence that so many links connect some places."""
    verb = tr("connects") if count == 1 else tr("connect")
    return tr("{links} {connect} {places}", links=amount, connect=verb, places=places)


def _all(total: int) -> str:
    return tr("both") if total == _TWO else tr("all {total}", total=total)


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
            words = tr("{share}, more than connect any other pair", share=words)
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
        return _shared(view, found, *ties)
    links = all_links(view, str(len(found.links)))
    if size == 1:
        return tr("No two places are connected by more than one of the {links}", links=links)
    if count > _MOST_TIES:
        words = tr("No two places are connected by more than {count} of the {links}")
        return words.format(count=size, links=links)
    return tr(
        "Of the {links}, {count} each connect {pairs}, more than connect any other pair",
        pairs=joined_names([_titled(view, found, pair) for pair in ties]),
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
    are_regions = any(each.kind == "region" for each in view.groups)
    if not 2 <= len(sides) <= _MOST_SIDES or (are_regions and are_nobodys(view)):
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

    def counted(at: int, links: str) -> str:
        return tr("{count} {links}", count=_part(counts[at], totals[at]), links=links)

    many = counted(one, links_of_group(view, view.groups[one]))
    words = sentence_case(_connect(many, counts[one], _titled(view, found, pair)))
    fewer = [counted(at, whose(view, view.groups[at])) for at in (other, *rest)]
    if not rest and counts[one] * totals[other] == counts[other] * totals[one]:
        also = tr("as does {links}") if counts[other] == 1 else tr("as do {links}")
        fewer = [also.format(links=fewer[0])]
    return Headline(listed((words, *fewer)), (pair.cell,), "contrast")


def _part(count: int, total: int) -> str:
    """Return how many of all: 9 of 10, all 7, none of 12."""
    if count == total:
        return _all(total)
    if not count:
        none = tr("neither of the {total}") if total == _TWO else tr("none of the {total}")
        return none.format(total=total)
    return tr("{part} of the {total}", part=count, total=total)
