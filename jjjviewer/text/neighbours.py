"""Places of common numbers, by those of their neighbours: sections may stand in another order.

A chain through the whole text keeps one order, and puts what was moved where its number happens to
stand as well. Figures whose place is certain say where those beside them in the pack are.
"""

from bisect import bisect_left
from collections.abc import Iterator

from jjjviewer.text.chains import Pair

_SLACK = 4
"""Numbers between two figures of a text besides twice as many as there are on average."""


_ROUNDS = 3


def settled(
    placed: dict[int, int], certain: set[int], pairs: list[Pair], figures: int, numbers: int
) -> dict[int, int]:
    """Return the places of all figures: those far from their neighbours are looked for anew.

    Args:
        placed: what the chains found.
        certain: the figures whose places prove themselves.
        pairs: which number each figure may be by its value, and how well the two agree.
        figures: how many there are.
        numbers: how many the text has.
    """
    best_first = sorted(pairs, key=lambda pair: (-pair[2], pair[0], pair[1]))
    density = numbers / max(1, figures)
    anchors = {i: placed[i] for i in certain}
    kept = {i: order for i, order in placed.items() if not anchors or i in certain}
    for _ in range(_ROUNDS if anchors else 0):
        near = _Neighbours(anchors, density)
        for i, order in placed.items():
            if i not in kept and order not in kept.values() and near.may_be(i, order):
                kept[i] = order
        used = set(kept.values())
        for i, order, _ in best_first:
            if i not in kept and order not in used and near.may_be(i, order):
                kept[i] = order
                used.add(order)
        if len(kept) == len(anchors):
            break
        # What stands beside a certain one says where the next is.
        anchors = dict(kept)
    return kept


class _Neighbours:
    """Says where the figures between anchors may be.

    Args:
        anchors: figures with their places.
        density: numbers of the text for each figure of the pack.
    """

    def __init__(self, anchors: dict[int, int], density: float) -> None:
        self._figures = sorted(anchors)
        self._anchors = anchors
        self._density = density

    def may_be(self, i: int, order: int) -> bool:
        """Return whether a figure may be at a place."""
        return any(low < order < high for low, high in self._windows(i))

    def _windows(self, i: int) -> Iterator[tuple[float, float]]:
        """Yield where a figure may be: between its neighbours, or near one of them."""
        at = bisect_left(self._figures, i)
        before = self._figures[at - 1] if at else None
        after = self._figures[at] if at < len(self._figures) else None
        if before is not None and after is not None:
            low, high = self._anchors[before], self._anchors[after]
            if low < high <= low + self._reach(after - before):
                yield low, high
                return
        if before is not None:
            low = self._anchors[before]
            yield low, low + self._reach(i - before)
        if after is not None:
            high = self._anchors[after]
            yield high - self._reach(after - i), high

    def _reach(self, figures: int) -> float:
        return 2 * figures * self._density + _SLACK
