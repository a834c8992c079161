"""Reading a text and finding the figures of a pack in it."""

import math
from pathlib import Path

from jjjviewer.charts.translation import tr
from jjjviewer.model.dataset import Dataset
from jjjviewer.text.locating import PackFigure, UnrelatedError, locate
from jjjviewer.text.reading import UnreadableError, read_article
from jjjviewer.ui.text.attachments import Attachment, attachment_of
from jjjviewer.ui.text.text_reader import FoundText, own_text
from jjjviewer.vocabulary import hash12

REFUSALS = (UnreadableError, UnrelatedError)
"""Why a text is not shown, with the remedy."""


def find_figures(dataset: Dataset, path: Path | None) -> FoundText:
    """Read a text, and find the figures of a pack in it.

    Args:
        dataset: the pack.
        path: the file; None where the text came with the pack.
    """
    if path is None:
        own = own_text(dataset)
        name, file, numbers, paragraphs, note = "", None, [*own], [*own.values()], ""
    else:
        name, file = path.name, _attachment(path)
        paragraphs, note = read_article(path)
        numbers = [*range(1, len(paragraphs) + 1)]
    figures = _pack_figures(dataset)
    located, differences = locate(figures, paragraphs)
    # A paragraph is where its figures are, or where its hash is.
    at_hash = {hash12(text): at for at, text in enumerate(paragraphs)}
    rows = dataset["paragraphs"]
    hashes = zip(rows["paragraph"].tolist(), rows["hash12"], strict=True)
    places = {int(number): at_hash[each] for number, each in hashes if each in at_hash}
    places |= {
        figure.paragraph: place.paragraph
        for figure, place in zip(figures, located, strict=True)
        if place.paragraph is not None
    }
    return FoundText(name, paragraphs, numbers, located, differences, places, note, file)


def _attachment(path: Path) -> Attachment:
    try:
        return attachment_of(path)
    except FileNotFoundError:
        raise UnreadableError(tr("The text is no longer at {path}.", path=path)) from None
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}.") from None


def _pack_figures(dataset: Dataset) -> list[PackFigure]:
    """Return the figures of a pack in the order of its text."""
    paragraphs, figures = dataset["paragraphs"], dataset["figures"]
    hashes = dict(zip(paragraphs["paragraph"].tolist(), paragraphs["hash12"], strict=True))
    names = ("figure_id", "paragraph", "printed", "occurrence", "value", "value_high")
    rows = zip(*(figures[name].tolist() for name in names), strict=True)
    found = [
        PackFigure(
            id_, int(paragraph), printed, int(occurrence), _number(value), _number(high),
            hashes.get(paragraph, ""),
        )
        for id_, paragraph, printed, occurrence, value, high in rows
    ]  # fmt: skip
    return sorted(found, key=lambda each: each.paragraph)


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
