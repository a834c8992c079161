"""Texts that several panes share; light to import, since the first paint uses them."""

import re
from collections.abc import Sequence

from jjjviewer.charts.translation import tr
from jjjviewer.model.collection import Collection
from jjjviewer.model.errors import Problem
from jjjviewer.model.folding import fold
from jjjviewer.model.limits import MOST_PROBLEMS

_LONGEST = 120
SHORT = 40
_LONGEST_ERROR = 300
_LONG_WORD = re.compile(r"\S{30}(?=\S)")
"""Letters of a name in a dialog or a menu."""
_LONGEST_TIP = 2_000
_TURNING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Signs that would turn the direction of the words around a name."""
_MARK = "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]"
_STACKED = re.compile(f"({_MARK}{{4}}){_MARK}+")
"""More marks on a letter than any language has: they would cover the lines above."""


def statements(count: int) -> str:
    """Return a number of statements, as text."""
    return tr("1 statement") if count == 1 else tr("{count} statements", count=f"{count:,}")


def figures(count: int) -> str:
    """Return a number of figures, as text."""
    return tr("1 figure") if count == 1 else tr("{count} figures", count=f"{count:,}")


def speakers(count: int) -> str:
    """Return a number of speakers, as text."""
    return tr("1 speaker") if count == 1 else tr("{count} speakers", count=f"{count:,}")


def links(count: int) -> str:
    """Return a number of links, as text."""
    return tr("1 link") if count == 1 else tr("{count} links", count=f"{count:,}")


def charts(count: int) -> str:
    """Return a number of charts, as text."""
    return tr("1 chart") if count == 1 else tr("{count} charts", count=f"{count:,}")


def uncounted(collection: Collection) -> str:
    """Return what is collected besides statements and figures, which the tree counts."""
    counts = {links: len(collection.ids("links")), charts: len(collection.charts)}
    return ", ".join(words(count) for words, count in counts.items() if count)


def problems(found: Sequence[Problem]) -> str:
    """Return the notice of how many rows of a pack have a warning, or else that it has notes."""
    count = sum(each.severity == "warning" for each in found)
    if not count:
        return tr("Parts of this pack deviate from the format; they were read as intended.")
    if count == 1:
        return tr("One row of this pack has a warning; it is marked.")
    if count >= MOST_PROBLEMS:
        # Warnings beyond these are not counted, and a row may have several.
        return tr(
            "At least {count} warnings about rows of this pack; these rows are marked.",
            count=f"{count:,}",
        )
    return tr("{count} rows of this pack have warnings; they are marked.", count=f"{count:,}")


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

    return f"<p>{escape(shortened(text, _LONGEST_TIP))}</p>"


def shortened(names: str, longest: int = _LONGEST) -> str:
    """Return names on one line, cut where there are very many, without signs that leave it."""
    text = " ".join(names.split())
    if not text.isascii():
        text = _STACKED.sub(r"\1", _TURNING.sub("", text))
    if len(text) <= longest:
        return text
    # Cut between words, unless that loses too much: Chinese has no spaces.
    end = text.rfind(" ", longest // 2, longest - 1)
    return f"{text[:end]} …" if end > 0 else f"{text[: longest - 1]}…"


def wrappable(words: BaseException | str) -> str:
    """Return words for a dialog, which can wrap them though they name a path of any length."""
    return _LONG_WORD.sub("\\g<0>\u200b", shortened(str(words), _LONGEST_ERROR))


def in_menu(name: str) -> str:
    """Return a name as an entry of a menu or a button, whose & is a letter."""
    return shortened(name, SHORT).replace("&", "&&")


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


def no_chart() -> str:
    """Return the message where a chart was to be written and a message stands in its place."""
    return tr("There is no chart here now. Choose one first.")
