"""A paragraph of the reader's own text that a search found."""

from typing import NamedTuple


class TextHit(NamedTuple):
    """A paragraph that holds all words that are searched for."""

    paragraph: int
    """Its place in the text, counted from 0."""
    number: int
    """As the text pane shows it."""
    words: str
