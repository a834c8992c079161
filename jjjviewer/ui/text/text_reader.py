"""The thread that reads a text and finds the figures of a pack in it."""

from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from jjjviewer.ui.text.attachments import Attachment

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.text.locating import Difference, Located


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
    file: Attachment | None = None
    """What was read; None where the text came with the pack."""


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
        self._path = path

    def run(self) -> None:
        # Imported here: few readers attach a text, and the start does not wait for the grammar.
        from jjjviewer.ui.text.text_finding import REFUSALS, find_figures

        try:
            self.found.emit(find_figures(self._dataset, self._path))
        except REFUSALS as error:
            self.refused.emit(str(error))
        except Exception as error:
            self.failed.emit(error)


def own_text(dataset: "Dataset") -> dict[int, str]:
    """Return the text that came with a pack, by paragraph; none where it may not be passed on."""
    texts = dataset["texts"].sort_values("paragraph")
    return dict(zip(map(int, texts["paragraph"]), map(str, texts["text"]), strict=True))
