"""Links counted by hand from the rows of a pack: what the tests of map and matrix hold against."""

from collections import Counter
from itertools import combinations, product

from jjjviewer.model.dataset import Dataset

_CITIES = ("prefecture_city", "city", "league", "new_area", "prefecture")


def place_of(pack: Dataset, id_: str) -> str:
    """The region or city that a place is counted with."""
    places = {row.entity_id: row for row in pack["entities"].itertuples()}
    while id_ not in pack.provinces and (above := str(places[id_].parent_id)):
        is_below = above in pack.provinces or not places[above].parent_id
        if places[id_].kind in _CITIES and is_below:
            break
        id_ = above
    return id_


def pair_counts(pack: Dataset) -> Counter[frozenset[str]]:
    """How many links name both of two places, for all pairs."""
    counts: Counter[frozenset[str]] = Counter()
    for _, rows in pack["link_places"].groupby("link_id", observed=True):
        roles: dict[str, set[str]] = {"from": set(), "to": set(), "member": set()}
        for role, id_ in zip(rows["role"], rows["entity_id"], strict=True):
            roles[role].add(place_of(pack, id_))
        pairs = (
            product(roles["from"], roles["to"]) if roles["to"] else combinations(roles["member"], 2)
        )
        counts.update({frozenset(pair) for pair in pairs if pair[0] != pair[1]})
    return counts
