"""Figures of which one became the other, and the time of each: from 71% to 93.5%, 2010 to 2023."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from jjjviewer.text.figures import Cue, Figure
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.statuses import TARGET
from jjjviewer.text.tables import pattern

_FROM, _TO, _UP_FROM, _MOVED_TO, _FROM_BEHIND, _THEN_NOW, _NOW = (
    LazyPattern(pattern("changes", "", key))
    for key in ("from", "to", "up from", "moved to", "from behind", "then now", "now")
)
_ASIDE = LazyPattern(r"\b(?:that|which|who)\b")
"""What is aimed at is not the rise itself: they want a tax that goes up from 50% to 100%."""
_WINDOW = 40


def changes(text: str, figures: Sequence[Figure]) -> Iterator[tuple[int, int]]:
    """Yield which of some figures became which: the earlier and the later of two.

    Args:
        text: the flattened text in which they stand.
        figures: in its order.
    """
    for at, (first, second) in enumerate(pairwise(figures)):
        between = text[first.end : second.start]
        if second.unit != first.unit and not is_bare(second):
            continue
        before = max(0, first.start - _WINDOW), first.start
        is_then = _TO.fullmatch(between) and _FROM.search(text, *before)
        if is_then or (
            _THEN_NOW.fullmatch(between) and _NOW.search(text, first.end, second.end + 12)
        ):
            yield at, at + 1
        elif _UP_FROM.fullmatch(between) or (
            _FROM_BEHIND.fullmatch(between) and _MOVED_TO.search(text, *before)
        ):
            yield at + 1, at


def is_bare(figure: Figure) -> bool:
    """Return whether nothing says what a figure counts: 15.9 million."""
    return figure.kind == "count" and not figure.unit


def take_unit(figure: Figure, before: Figure) -> None:
    """Give a figure the unit of the one before it."""
    figure.unit, figure.kind = before.unit, before.kind
    figure.basis["unit"] = Cue("carried")


def settle_changes(text: str, figures: Sequence[Figure]) -> None:
    """Part what is said of both ends of a change: the times of it, and an aim at the later one."""
    for earlier, later in changes(text, figures):
        first, last = figures[earlier], figures[later]
        if earlier < later and first.status == last.status == TARGET:
            aim = first.basis["status"]
            if aim.how == "inferred" or not _ASIDE.search(text, aim.end, first.start):
                first.status = ""
                del first.basis["status"]
        second = figures[max(earlier, later)]
        if is_bare(second):
            take_unit(second, figures[min(earlier, later)])
        if earlier < later and not last.direction and first.value != last.value:
            last.direction = "up" if last.value > first.value else "down"
            last.basis["direction"] = Cue("inferred", first.start, last.end)
        period = last.period
        if period is None or first.period != period:
            continue
        if period.ends:
            first.period, last.period = period.ends
            if last.basis["period"].start >= 0:
                for each, end in zip((first, last), period.ends, strict=True):
                    each.basis["period"] = Cue("printed", end.start, end.end)
        elif earlier > later and period.start >= first.end:
            # It was 93.5%, compared with 71% in 2010.
            _take_period(last)
        elif (period.first is None and period.last) or (
            earlier < later and period.start >= last.end and not period.rate
        ):
            # From 310 to 620 in 2023, or by 2023: nothing says when the first was.
            _take_period(first)


def _take_period(figure: Figure) -> None:
    figure.period = None
    del figure.basis["period"]
