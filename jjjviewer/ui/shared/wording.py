"""Texts that several panes share; light to import, since the first paint uses them."""

import re
from collections.abc import Sequence

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import Problem
from jjjviewer.model.limits import MOST_PROBLEMS

_LONGEST = 120


def statements(count: int) -> str:
    """Return a number of statements, as text."""
    return tr("1 statement") if count == 1 else tr("{count} statements", count=f"{count:,}")


def figures(count: int) -> str:
    """Return a number of figures, as text."""
    return tr("1 figure") if count == 1 else tr("{count} figures", count=f"{count:,}")


def speakers(count: int) -> str:
    """Return a number of speakers, as text."""
    return tr("1 speaker") if count == 1 else tr("{count} speakers", count=f"{count:,}")


def problems(found: Sequence[Problem]) -> str:
    """Return the notice of how many rows of a pack have a warning, or else that it has notes."""
    count = sum(each.severity == "warning" for each in found)
    if not count:
        return tr("Some of this pack is written in other ways, and was read as it is meant.")
    if count == 1:
        return tr("One row of this pack is doubtful; it is marked.")
    if count >= MOST_PROBLEMS:
        # Warnings beyond these are not counted, and a row may have several.
        return tr(
            "At least {count} doubts about rows of this pack; all of these rows are marked.",
            count=f"{count:,}",
        )
    return tr("{count} rows of this pack are doubtful; they are marked.", count=f"{count:,}")


def first_steps() -> str:
    """Return the hint for somebody who opens the program for the first time."""
    return tr(
        "Choose a region, speaker or theme on the left; with Ctrl a second region to compare, or a "
        "theme to narrow. "
        "Click a mark of the chart to see its figure, and ☆ or Space to collect what you need. "
        "Ctrl+E exports the chart, Ctrl+F searches, F1 lists all keys."
    )


def summaries() -> str:
    """Return what statements are, for wherever they are listed."""
    return tr("Statements are summaries, not the speakers' words.")


def collecting(*, collected: bool) -> str:
    """Return what a command does with something that is collected, or is not."""
    return tr("Take out of collection") if collected else tr("Add to collection")


def tip(text: str) -> str:
    """Return a text as a tool tip: rich text, which wraps, with its own markup escaped."""
    # Imported late: its table of entities takes long to import.
    from html import escape

    return f"<p>{escape(text)}</p>"


def shortened(names: str) -> str:
    """Return the names of a selection, cut where there are very many."""
    text = " ".join(names.split())
    if len(text) <= _LONGEST:
        return text
    # Cut between words, unless that loses too much: Chinese has no spaces.
    end = text.rfind(" ", _LONGEST // 2, _LONGEST - 1)
    return f"{text[:end]} …" if end > 0 else f"{text[: _LONGEST - 1]}…"


def matches(text: str, searched: Sequence[str]) -> list[tuple[int, int]]:
    """Return the spans of search matches in a text, sorted.

    Args:
        text: the text as shown.
        searched: the words, folded as by the search.
    """
    if not searched or not text:
        return []
    folded, places = _folded(text)
    spans = (each.span() for word in searched for each in re.finditer(re.escape(word), folded))
    # Part of a folded letter may match, even twice: mark the whole letter once.
    return sorted({(places[start], max(places[end - 1] + 1, places[end])) for start, end in spans})


def _folded(text: str) -> tuple[str, Sequence[int]]:
    """Fold a text for searching; return it with the original index of each character."""
    # Imported late: nothing is searched before the first paint.
    from jjjviewer.model.text_matching import fold

    unchanged = range(len(text) + 1)
    if text.isascii():
        return fold(text), unchanged
    # Each distinct letter is folded only once, which matters for long texts.
    folds = {letter: fold(letter) for letter in set(text)}
    folded = "".join(map(folds.__getitem__, text))
    if all(len(part) == 1 for part in folds.values()):
        return folded, unchanged
    places = [at for at, letter in enumerate(text) for _ in folds[letter]]
    return folded, [*places, len(text)]
