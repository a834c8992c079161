"""Reading a text and finding the figures of a pack in it, in a thread."""

import math
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from jjjviewer.vocabulary import hash12

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.text.locating import Difference, Located, PackFigure


class FoundText(NamedTuple):
    """A text with the figures that were found in it."""

    name: str
    """Of the file; empty where the text came with the pack."""
    paragraphs: list[str]
    numbers: list[int]
    """Of the paragraphs."""
    located: "list[Located]"
    differences: "list[Difference]"
    places: dict[int, int]
    """Where the paragraphs of the pack are, by their numbers; counted from 0."""
    note: str = ""


class TextReader(QThread):
    """Reads one text.

    Args:
        dataset: the pack whose figures are to be found.
        path: the file; None where the text came with the pack.
        parent: the Qt parent.
    """

    found = Signal(object)
    """The `FoundText`."""
    refused = Signal(str)
    """Why it is not shown, and the remedy."""
    failed = Signal(object)
    """The exception, where the program itself failed."""

    def __init__(
        self, dataset: "Dataset", path: Path | None, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._dataset = dataset
        self.path = path

    def run(self) -> None:
        # Imported here: few readers attach a text, and the start does not wait for the grammar.
        from jjjviewer.text.locating import UnrelatedError
        from jjjviewer.text.reading import UnreadableError

        try:
            self.found.emit(self._read())
        except (UnreadableError, UnrelatedError) as error:
            self.refused.emit(str(error))
        except Exception as error:
            self.failed.emit(error)

    def _read(self) -> FoundText:
        from jjjviewer.text.locating import locate
        from jjjviewer.text.reading import read_article

        if self.path is None:
            own = own_text(self._dataset)
            name, numbers, paragraphs, note = "", [*own], [*own.values()], ""
        else:
            name = self.path.name
            paragraphs, note = read_article(self.path)
            numbers = [*range(1, len(paragraphs) + 1)]
        figures = _pack_figures(self._dataset)
        located, differences = locate(figures, paragraphs)
        # A paragraph is where its figures are, or where its hash is.
        at_hash = {hash12(text): at for at, text in enumerate(paragraphs)}
        rows = self._dataset["paragraphs"]
        hashes = zip(rows["paragraph"].tolist(), rows["hash12"], strict=True)
        places = {int(number): at_hash[each] for number, each in hashes if each in at_hash}
        places |= {
            figure.paragraph: place.paragraph
            for figure, place in zip(figures, located, strict=True)
            if place.paragraph is not None
        }
        return FoundText(name, paragraphs, numbers, located, differences, places, note)


def _pack_figures(dataset: "Dataset") -> "list[PackFigure]":
    """Return the figures of a pack in the order of its text."""
    from jjjviewer.text.locating import PackFigure

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


def own_text(dataset: "Dataset") -> dict[int, str]:
    """Return the text that came with a pack, by paragraph; none where it may not be passed on."""
    texts = dataset["texts"].sort_values("paragraph")
    return dict(zip(map(int, texts["paragraph"]), map(str, texts["text"]), strict=True))


def _number(value: float) -> float | None:
    return None if math.isnan(value) else value
