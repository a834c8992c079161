"""PDF as paragraphs, from the positions of its letters: columns, running heads, hyphens."""

import io
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from pypdf import PageObject, PdfReader

from jjjviewer.text.reading.errors import UnreadableError
from jjjviewer.text.reading.plain import joined

_MOST_PAGES = 400
_LEAST_COLUMN = 90
"""Points: two columns lie further apart."""
_SENTENCE_END = re.compile('[.!?。\uff01\uff1f”"’:\uff1a]\\s*$')
_WORDS = re.compile("[a-z]+(?![a-z-]*-$)")
_PAGE_NUMBER = re.compile(
    r"(?:page |- ?|第 ?)?[0-9]{1,3}(?: ?(?:of|/) ?[0-9]{1,3}| ?-| ?页)?", re.IGNORECASE
)
_NARROW = re.compile(r"[ .,;:'|!ijlftr()\[\]‘’-]")
_BROAD = re.compile("[A-Zmw%—…&@]")
_BETWEEN_HANZI = re.compile("(?<=[\u3000-\u9fff\uff00-\uffef]) (?=[\u3000-\u9fff\uff00-\uffef])")
_HEADS = 3
"""Lines at the top and bottom of a page that may be running heads."""


def _width(text: str) -> float:
    """Return about how wide a text is, in sizes of type: Chinese is as wide as it is high."""
    wide = sum(each > "\u2e7f" for each in text)
    narrow = len(_NARROW.findall(text))
    broad = len(_BROAD.findall(text))
    return wide + 0.29 * narrow + 0.74 * broad + 0.54 * (len(text) - wide - narrow - broad)


@dataclass
class _Piece:
    x: float
    y: float
    size: float
    text: str

    @property
    def is_hyphen(self) -> bool:
        """Return whether it is the sign that parts a word at the end of a line."""
        return self.text.strip() in ("-", "\xad", "\u2010")

    @property
    def right(self) -> float:
        """About where it ends."""
        return self.x + _width(self.text) * self.size


@dataclass
class _Line:
    left: float
    right: float
    y: float
    size: float
    text: str
    column: int = 0
    base: float = 0.0
    """Where most lines of its column begin."""
    edge: float = 0.0
    """Where the longest of them ends."""

    @property
    def indent(self) -> bool:
        return 0.9 * self.size < self.left - self.base < 6 * self.size

    def is_short(self, following: "_Line") -> bool:
        """Return whether the first word of the next line would still have found room."""
        # Chinese goes on with a character, or with one and the sign behind it.
        chinese = following.text[:1] > "\u2e7f"
        word = following.text[:2] if chinese else following.text.split(" ")[0][:12]
        return self.right + (_width(word) + 1.2) * self.size < self.edge

    @property
    def is_heading(self) -> bool:
        """Return whether it leaves so much of its column free that it stands by itself."""
        return self.right - self.base < 0.7 * (self.edge - self.base)

    @property
    def ends_sentence(self) -> bool:
        return bool(_SENTENCE_END.search(self.text))


def pdf_paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a PDF; they are a guess, which the reader should check.

    Raises:
        UnreadableError: it is damaged, encrypted, or a picture of a text.
    """
    try:
        reader = PdfReader(io.BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            raise UnreadableError("It is protected by a password. Save it without one.")
        pages = [_lines(_pieces(page)) for page in reader.pages[:_MOST_PAGES]]
    except UnreadableError:
        raise
    except Exception as error:
        # A damaged file fails in as many ways as it has parts.
        raise UnreadableError(f"It is damaged, or no PDF: {error}.") from None
    if not any(pages):
        raise UnreadableError("It holds pictures of pages and no text. Use text recognition first.")
    heads = _running_heads(pages)
    lines = [
        [
            line
            for line in page
            if _outline(line.text) not in heads
            and not (_PAGE_NUMBER.fullmatch(line.text) and line in _edges(page))
        ]
        for page in pages
    ]
    return [each for each in _paragraphs(lines) if each]


def _pieces(page: PageObject) -> list[_Piece]:
    pieces: list[_Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(size * (tm[3] or tm[0] or 1) * (cm[3] or 1)) or 10.0
            for part in text.split("\n"):
                if part.strip():
                    pieces.append(_Piece(x, y, min(scale, 100.0), part))

    page.extract_text(visitor_text=visit)
    return pieces


def _lines(pieces: list[_Piece]) -> list[_Line]:
    """Return the lines of a page, column by column."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.y):
        row = next(
            (each for each in rows[-4:] if abs(each[0].y - piece.y) < 0.3 * piece.size), None
        )
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    lines: list[_Line] = []
    starts: list[float] = []
    counts = Counter(round(each.x) for each in pieces if not each.is_hyphen)
    usual = {x for x, count in counts.items() if count >= max(4, len(rows) / 5)}
    for row in rows:
        row.sort(key=lambda each: each.x)
        line = [row[0]]
        for piece in row[1:]:
            # How wide letters are is only guessed; where many lines begin, there is a column.
            is_apart = piece.x - line[-1].right > 1.1 * piece.size or round(piece.x) in usual
            if is_apart and not piece.is_hyphen:
                lines.append(_line(line))
                starts.append(piece.x)
                line = []
            line.append(piece)
        lines.append(_line(line))
    ordered = _by_columns(lines, starts)
    for column in {each.column for each in ordered}:
        same = [each for each in ordered if each.column == column]
        base = _base([each.left for each in same])
        edge = max(each.right for each in same)
        for each in same:
            each.base, each.edge = base, edge
    return ordered


def _base(lefts: list[float]) -> float:
    """Return where the lines of a column begin that have no indent: the leftmost of the usual."""
    counts = Counter(map(round, lefts))
    return min(left for left, count in counts.items() if count * 8 >= len(lefts))


def _line(pieces: list[_Piece]) -> _Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        latin = text[-1:] < "\u2e7f" and piece.text[:1] < "\u2e7f"
        gap = latin and piece.x - before.right > -0.2 * piece.size
        if piece is pieces[-1] and piece.is_hyphen:
            text += "-"
            break
        text += " " * (gap and text[-1:] != " " and piece.text[:1] != " ") + piece.text
    sizes = [each.size for each in pieces]
    plain = _BETWEEN_HANZI.sub("", " ".join(text.split()))
    return _Line(pieces[0].x, pieces[-1].right, pieces[0].y, statistics.median(sizes), plain)


def _by_columns(lines: list[_Line], starts: list[float]) -> list[_Line]:
    """Put the lines of several columns one column after the other.

    Args:
        lines: those of a page, from the top down.
        starts: where lines begin that stand beside another.
    """
    left = min((line.left for line in lines), default=0.0)
    columns = [left]
    for start in sorted(starts):
        near = sum(abs(each - start) < 30 for each in starts)
        if start - columns[-1] > _LEAST_COLUMN and near >= 2:
            columns.append(start)
    if len(columns) < 2:
        return lines
    for line in lines:
        line.column = max(
            (i for i, start in enumerate(columns) if line.left >= start - 14), default=0
        )
    ordered: list[_Line] = []
    band: list[_Line] = []
    for line in lines:
        index = line.column
        # A line across the columns, such as a heading, ends what is above it.
        if index + 1 < len(columns) and line.right > columns[index + 1] + 2 * line.size:
            ordered += [*sorted(band, key=lambda each: each.column), line]
            band = []
        else:
            band.append(line)
    return ordered + sorted(band, key=lambda each: each.column)


def _outline(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip().lower())


def _edges(page: list[_Line]) -> list[_Line]:
    by_height = sorted(page, key=lambda line: -line.y)
    return [*by_height[:_HEADS], *by_height[-_HEADS:]]


def _running_heads(pages: list[list[_Line]]) -> set[str]:
    """Return what stands at the edge of several pages, numbers apart."""
    counts = Counter(
        text for page in pages for text in {_outline(line.text) for line in _edges(page)}
    )
    # Heads of left and right pages take turns.
    least = max(2, round(0.4 * len(pages)))
    return {text for text, count in counts.items() if count >= least and len(pages) > 1}


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    """Join lines: a paragraph ends at a wider gap, an indent, another size or a short last line."""
    lines = [line for page in pages for line in page]
    # Some programs print a line that does not fit on both pages.
    lines = [
        line
        for before, line in zip([None, *lines], lines, strict=False)
        if before is None or before.text != line.text or before.y > line.y
    ]
    gaps = sorted(
        (before.y - line.y) / line.size
        for before, line in pairwise(lines)
        if 0.8 < (before.y - line.y) / line.size < 4 and before.size == line.size
    )
    # The least common gap is that between lines: of short paragraphs there are as many others.
    leading = gaps[len(gaps) // 8] if gaps else 1.4
    spaced = bool(gaps) and sum(each > 1.25 * leading for each in gaps) > 0.04 * len(gaps)
    indented = sum(line.indent for line in lines) > 0.08 * len(lines)
    known = frozenset(word for line in lines for word in _WORDS.findall(line.text.lower()))
    paragraphs: list[list[str]] = []
    before: _Line | None = None
    for line in lines:
        if before is None or _begins(before, line, leading, indented, spaced):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
        before = line
    return [joined(each, known) for each in paragraphs]


def _begins(before: _Line, line: _Line, leading: float, indented: bool, spaced: bool) -> bool:
    """Return whether a line begins a paragraph.

    Args:
        before: the line before it.
        line: the line.
        leading: the usual distance of lines, in sizes of type.
        indented: paragraphs begin with an indent.
        spaced: they are parted by space.
    """
    if abs(before.size - line.size) > 0.12 * line.size:
        return True
    gap = (before.y - line.y) / line.size
    beside = 0 < gap < 4 * leading and before.column == line.column
    if beside and gap > 1.25 * leading:
        return True
    if indented and line.indent:
        return True
    if beside and (indented or spaced):
        return False
    # Where nothing else tells, a sentence that ends in a line with room left does, and so does a
    # line that is much shorter; across pages and columns of text parted by space, any that ends.
    if before.ends_sentence:
        return before.is_short(line) or (spaced and not beside)
    return before.is_heading
