"""A report as a document without a format: sections of texts, tables and charts.

Whatever has an id can be led to; ids are unique in a document.
"""

from dataclasses import dataclass
from typing import Literal

from jjjviewer.model.selection import Language

Look = Literal["", "strong", "muted", "note"]


@dataclass(frozen=True)
class Run:
    """Words of one look within a text.

    Attributes:
        text: the words.
        look: how they are set.
        to: the id of what they lead to, or nothing.
        language: theirs, where it is not that of the document.
    """

    text: str
    look: Look = ""
    to: str = ""
    language: Language | Literal[""] = ""


Text = tuple[Run, ...]


@dataclass(frozen=True)
class Paragraph:
    text: Text


@dataclass(frozen=True)
class Facts:
    """Names and what is said under them."""

    rows: tuple[tuple[str, Text], ...]


@dataclass(frozen=True)
class Entry:
    """One of a list of records: a badge, the words, and lines with details below them.

    Attributes:
        id: what leads to it, or nothing.
        badge: a word before it, or nothing.
        tone: what gives the badge its colour, a kind of statement; or nothing.
        text: the words.
        lines: smaller lines below.
    """

    id: str
    badge: str
    tone: str
    text: Text
    lines: tuple[Text, ...]


@dataclass(frozen=True)
class Entries:
    entries: tuple[Entry, ...]


@dataclass(frozen=True)
class Row:
    id: str
    cells: tuple[Text, ...]


@dataclass(frozen=True)
class Table:
    """A table, whose first column names the row.

    Attributes:
        caption: what it holds.
        head: the heading of each column.
        widths: of the columns, in proportion to one another.
        rows: from the top.
    """

    caption: str
    head: tuple[str, ...]
    widths: tuple[float, ...]
    rows: tuple[Row, ...]


@dataclass(frozen=True)
class Picture:
    """A page of a chart.

    Attributes:
        svg: as a document.
        words: the same in words.
        notes: what stands below it.
        height: over its width.
    """

    svg: str
    words: str
    notes: str
    height: float


Block = Paragraph | Facts | Entries | Table | Picture


@dataclass(frozen=True)
class Section:
    """A part with a heading, which the contents list."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    sections: tuple["Section", ...] = ()
    begins_sheet: bool = False
    """Whether it begins a sheet of paper."""
    scale: float = 1
    """How wide its pictures are on paper, of the whole."""


@dataclass(frozen=True)
class Report:
    """The document.

    Attributes:
        title, subtitle: what it is about.
        language: of its words.
        author: whom it goes back to.
        description: what it is, for catalogues.
        date: of what it goes back to, as 2022-10-21.
        contents: the heading of the table of contents.
        skip: the words of the link to the text, for those who hear the document.
        footer: stands on every page.
        about: the section before the contents.
        sections: after them.
    """

    title: str
    subtitle: str
    language: Language
    author: str
    description: str
    date: str
    contents: str
    skip: str
    footer: str
    about: Section
    sections: tuple[Section, ...]
