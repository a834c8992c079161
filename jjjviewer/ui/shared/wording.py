"""Words that several panes use. Nothing heavy is imported, so the first paint can use them."""

import re
from collections.abc import Sequence

from jjjviewer.charts.translation import tr
from jjjviewer.model.limits import MOST_PROBLEMS

_LONGEST = 120


def statements(count: int) -> str:
    """How many statements."""
    return tr("1 statement") if count == 1 else tr("{count} statements", count=f"{count:,}")


def figures(count: int) -> str:
    """How many figures."""
    return tr("1 figure") if count == 1 else tr("{count} figures", count=f"{count:,}")


def speakers(count: int) -> str:
    """How many speakers."""
    return tr("1 speaker") if count == 1 else tr("{count} speakers", count=f"{count:,}")


def doubts(count: int) -> str:
    """How many rows of a pack are doubtful."""
    if count == 1:
        return tr("One row of this pack is doubtful; it is marked.")
    if count >= MOST_PROBLEMS:
        # Beyond these they are not counted, and several may be about one row.
        return tr(
            "At least {count} doubts about rows of this pack; all of these rows are marked.",
            count=f"{count:,}",
        )
    return tr("{count} rows of this pack are doubtful; they are marked.", count=f"{count:,}")


def first_steps() -> str:
    """Return the hint for somebody who opens the program for the first time."""
    return tr(
        "Choose a region, speaker or theme on the left, several with Ctrl to compare them. "
        "Click a mark of the chart to see its figure. Ctrl+E exports the chart, "
        "Ctrl+F searches, F1 lists all keys."
    )


def tip(text: str) -> str:
    """Return a text as a tool tip: rich text, which wraps, with its own markup escaped."""
    # Here, since its table of names takes a while to import.
    from html import escape

    return f"<p>{escape(text)}</p>"


def shortened(names: str) -> str:
    """Return the names of a selection, cut where there are very many."""
    text = " ".join(names.split())
    if len(text) <= _LONGEST:
        return text
    # Chinese has no spaces, and no name alone may take all the others with it.
    end = text.rfind(" ", _LONGEST // 2, _LONGEST - 1)
    return f"{text[:end]} …" if end > 0 else f"{text[: _LONGEST - 1]}…"


def matches(text: str, searched: Sequence[str]) -> list[tuple[int, int]]:
    """Where words that are searched for stand in a text: first and last place, in order.

    Args:
        text: as it is shown.
        searched: folded, as the search has them.
    """
    if not searched or not text:
        return []
    folded, places = _folded(text)
    spans = (each.span() for word in searched for each in re.finditer(re.escape(word), folded))
    # What a letter is folded to may be found in part, and twice; it is marked whole and once.
    return sorted({(places[start], max(places[end - 1] + 1, places[end])) for start, end in spans})


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text for searching; return it with the original index of each character."""
    # Here, since it is not there before there is something to search.
    from jjjviewer.model.search import fold

    as_they_are = range(len(text) + 1)
    if text.isascii():
        return fold(text), as_they_are
    # Of a long text each letter only once.
    folds = {letter: fold(letter) for letter in set(text)}
    folded = "".join(map(folds.__getitem__, text))
    if all(len(part) == 1 for part in folds.values()):
        return folded, as_they_are
    places = [at for at, letter in enumerate(text) for _ in folds[letter]]
    return folded, [*places, len(text)]
