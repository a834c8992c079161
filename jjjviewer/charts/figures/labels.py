"""Labels of figures: what is measured, and where."""

import re

from jjjviewer.charts.names import with_article
from jjjviewer.charts.numbers import amount
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language

_ENDS_WITH_PLACE = re.compile(r"(?P<what>.+?)(?:, (?P<after>[^,]+)|（(?P<within>[^（）]+)）)")
_SAYS_DIRECTION = re.compile(r"\b([Ff]all|[Gg]rowth|[Rr]ise|[Ii]ncrease|[Dd]ecrease)\b|[降增升减]")
_DIVISION = re.compile(r"(?<=..)[省市区县]$")
"""What Chinese names of places end with, and labels leave out."""


def what_and_where(figure: FigureRow) -> tuple[str, str]:
    """Return a figure's short label without the place that it ends with, and that place.

    Without such an end the place is empty: "Forest cover, Chengde", "森林覆盖率（承德）".
    """
    found = _ENDS_WITH_PLACE.fullmatch(figure.short_label)
    if found:
        where = found["after"] or found["within"]
        if short_place(where) in {short_place(figure.region), short_place(figure.place)}:
            return found["what"], where
    return figure.short_label, ""


def short_place(name: str) -> str:
    """Return the name of a place without the Chinese word for what kind of place it is."""
    return _DIVISION.sub("", name)


def placed_label(figure: FigureRow) -> str:
    """Return a figure's short label, in English with its place as part of the words."""
    what, where = what_and_where(figure)
    if not where or "（" in figure.short_label:
        return figure.short_label
    return tr("{what} in {place}", what=what, place=with_article(where))


def label_but(figure: FigureRow, told: str) -> str:
    """Return a figure's short label, without a place that is told elsewhere already."""
    what, where = what_and_where(figure)
    return what if where and short_place(where) == short_place(told) else figure.short_label


def own_amount(figure: FigureRow, language: Language) -> str:
    """Return a figure's value as part of a sentence, what is aimed at as such."""
    text = amount(figure, language)
    if figure.status == "target":
        return tr("a target of {amount}", amount=text)
    if figure.status == "planned":
        return tr("a planned {amount}", amount=text)
    return text


def doubted(text: str, *figures: FigureRow | None, language: Language) -> str:
    """Add to words about figures what of them is not said clearly: (the wording is garbled)."""
    found = {word for each in figures if each for word in (each.certainty, each.status)}
    doubts = {
        "garbled": tr("the wording is garbled"),
        "ambiguous": tr("the wording is ambiguous"),
        "uncertain": tr("the wording is unclear"),
        "inferred": tr("inferred"),
    }
    gravest = next((words for each, words in doubts.items() if each in found), "")
    if not gravest:
        return text
    if text.endswith((")", "）")):
        return f"{text[:-1]}{tr('; ')}{gravest}{text[-1]}"
    return f"{text}（{gravest}）" if language == "zh" else f"{text} ({gravest})"


def labelled_amount(figure: FigureRow, language: Language) -> str:
    """Return a figure's value after its label, without unit and direction that this names: 160."""
    if _SAYS_DIRECTION.search(figure.short_label):
        figure = figure._replace(direction="")
    text = without_named_unit(own_amount(figure, language), figure, language)
    return doubted(text, figure, language=language)


def without_named_unit(text: str, figure: FigureRow, language: Language) -> str:
    """Return a figure's value without a unit that its label names."""
    unit = figure.unit
    word = unit[1:] if language == "zh" else unit.lower().rstrip("s")
    is_named = len(unit) > 1 and word in figure.short_label.lower()
    return text.removesuffix(unit).rstrip() if figure.dimension == "count" and is_named else text


def within_sentence(text: str, names: frozenset[str]) -> str:
    """Return a sentence or label as it stands within a sentence.

    Args:
        text: it begins with a capital letter.
        names: first words of names, which keep theirs.
    """
    first, blank, rest = text.partition(" ")
    bare = re.sub(r"['’]s?$|[,;:]$", "", first)
    is_word = bare[:1].isupper() and bare[1:].islower() and bare.isalpha()
    is_article = bare in ("A", "An", "The")
    if is_article or (is_word and bare not in names):
        return first[0].lower() + first[1:] + blank + rest
    return text
