"""Words that several panes use. Nothing heavy is imported, so the first paint can use them."""

import re
import textwrap
from collections.abc import Sequence

from jjjviewer.charts.translation import tr

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
    return tr("{count} rows of this pack are doubtful; they are marked.", count=f"{count:,}")


def first_steps() -> str:
    """What somebody needs to know who opens the program for the first time."""
    return tr(
        "Choose a region, speaker or theme on the left, several with Ctrl to compare them. "
        "Click a mark of the chart to see its figure. Ctrl+E exports the chart, "
        "Ctrl+F searches, F1 lists all keys."
    )


def tip(text: str) -> str:
    """A text as a tool tip: rich, since that wraps, but with none of its own signs as markup."""
    # Here, since its table of names takes a while to import.
    from html import escape

    return f"<p>{escape(text)}</p>"


def shortened(names: str) -> str:
    """The names of a selection, cut where it has very many."""
    return textwrap.shorten(names, _LONGEST, placeholder=" …")


def matches(text: str, searched: Sequence[str]) -> list[tuple[int, int]]:
    """Where words that are searched for stand in a text: first and last place, in order."""
    folded = text.casefold()
    # Of what grows in folding, the places would no longer be those of the text.
    if not searched or len(folded) != len(text):
        return []
    found = (each.span() for word in searched for each in re.finditer(re.escape(word), folded))
    return sorted(found)
