"""What is left of the template in a pack of one's own."""

from collections.abc import Iterator

from jjjviewer.model.errors import Problem
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.validation.warning import Frames, warn

CITATION = "Newspaper, interview with …, date"
"""What stands in a new pack, to be replaced."""
TITLE = "My interview"
TEXTS = {
    "regions": ("name", "My region"),
    "speakers": ("name", "First Speaker"),
    "themes": ("label", "First theme"),
    "statements": ("summary", "What was said, in your own words"),
    "figures": ("measure", "What the number counts"),
    "entities": ("name", "First place"),
}
"""Column and text of the row that each table of the template has to be replaced."""


def template_warnings(frames: Frames, source: Source) -> Iterator[Problem]:
    """Yield what is left of the template; of a new pack, in which all is, the citation alone."""
    if source.citation == CITATION:
        message = (
            "the citation is still the one of the template, and would stand under every chart. "
            "Write where the text was printed."
        )
        yield Problem(message, DESCRIPTOR, None, "jjjviewer.citation", source.citation, "warning")
        return
    if source.title == TITLE:
        message = "the title is still the one of the template. Write that of the text."
        yield Problem(message, DESCRIPTOR, None, "jjjviewer.title", source.title, "warning")
    for table, (column, text) in TEXTS.items():
        yield from warn(
            table,
            frames[table],
            frames[table][column] == text,
            column,
            lambda text: f"'{text}' is left of the template. Write your own, or delete the row.",
        )
