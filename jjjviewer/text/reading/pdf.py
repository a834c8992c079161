"""PDF as paragraphs, from the positions of its letters: columns, running heads, hyphens."""

import io
import re
import statistics
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from pypdf import PdfReader
from pypdf.errors import PyPdfError

from jjjviewer.text.reading.errors import UnreadableError
from jjjviewer.text.reading.plain import joined

_MOST_PAGES = 400
_HEADS = 3
"""Lines at the top and bottom of a page that may be running heads."""


@dataclass
class _Piece:
    x: float
    y: float
    size: float
    text: str

    @property
    def right(self) -> float:
        """About where it ends: Chinese is as wide as it is high."""
        wide = sum(1.0 if each > "\u2e7f" else 0.5 for each in self.text)
        return self.x + wide * self.size


@dataclass
class _Line:
    left: float
    right: float
    y: float
    size: float
    text: str


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
    except (
        PyPdfError,
        ValueError,
        KeyError,
        TypeError,
        IndexError,
        AttributeError,
        RecursionError,
        OSError,
    ) as error:
        raise UnreadableError(f"It is damaged, or no PDF: {error}.") from None
    if not any(pages):
        raise UnreadableError("It holds pictures of pages and no text. Use text recognition first.")
    heads = _running_heads(pages)
    lines = [[line for line in page if _outline(line.text) not in heads] for page in pages]
    return [each for each in _paragraphs(lines) if each]


def _pieces(page: object) -> list[_Piece]:
    pieces: list[_Piece] = []

    def visit(text: str, cm: list[float], tm: list[float], font: object, size: float) -> None:
        if text.strip():
            x = tm[4] * cm[0] + tm[5] * cm[2] + cm[4]
            y = tm[4] * cm[1] + tm[5] * cm[3] + cm[5]
            scale = abs(size * (tm[3] or tm[0] or 1) * (cm[3] or 1)) or 10.0
            for part in text.split("\n"):
                if part.strip():
                    pieces.append(_Piece(x, y, min(scale, 100.0), part))

    page.extract_text(visitor_text=visit)  # type: ignore[attr-defined]
    return pieces


def _lines(pieces: list[_Piece]) -> list[_Line]:
    """Return the lines of a page, column by column."""
    rows: list[list[_Piece]] = []
    for piece in sorted(pieces, key=lambda each: -each.y):
        row = next(
            (each for each in rows[-4:] if abs(each[0].y - piece.y) < 0.45 * piece.size), None
        )
        if row is None:
            rows.append([piece])
        else:
            row.append(piece)
    lines: list[_Line] = []
    for row in rows:
        row.sort(key=lambda each: each.x)
        line = [row[0]]
        for piece in row[1:]:
            if piece.x - line[-1].right > 1.6 * piece.size:
                lines.append(_line(line))
                line = []
            line.append(piece)
        lines.append(_line(line))
    return _by_columns(lines)


def _line(pieces: list[_Piece]) -> _Line:
    text = pieces[0].text
    for before, piece in pairwise(pieces):
        gap = piece.x - before.right > -0.2 * piece.size and before.text[-1:] < "\u2e7f"
        text += (
            piece.text
            if text.endswith(" ") or piece.text.startswith(" ") or not gap
            else " " + piece.text
        )
    sizes = [each.size for each in pieces]
    return _Line(
        pieces[0].x, pieces[-1].right, pieces[0].y, statistics.median(sizes), " ".join(text.split())
    )


def _by_columns(lines: list[_Line]) -> list[_Line]:
    """Put the lines of two or three columns one column after the other."""
    if len(lines) < 8:
        return lines
    starts = Counter(round(line.left / 12) for line in lines)
    often = sorted(
        start * 12 for start, count in starts.items() if count >= max(4, len(lines) // 8)
    )
    columns = [each for i, each in enumerate(often) if i == 0 or each - often[i - 1] > 90]
    if len(columns) < 2:
        return lines

    def column(line: _Line) -> int:
        return max((i for i, start in enumerate(columns) if line.left >= start - 14), default=0)

    ordered: list[_Line] = []
    band: list[_Line] = []
    for line in lines:
        index = column(line)
        # A line across the columns, such as a heading, ends what is above it.
        across = index + 1 < len(columns) and line.right > columns[index + 1] + 2 * line.size
        if across:
            ordered += sorted(band, key=lambda each: (column(each), -each.y))
            ordered.append(line)
            band = []
        else:
            band.append(line)
    return ordered + sorted(band, key=lambda each: (column(each), -each.y))


def _outline(text: str) -> str:
    return re.sub(r"\d+", "#", text.strip().lower())


def _running_heads(pages: list[list[_Line]]) -> set[str]:
    """Return what stands at the edge of several pages, numbers apart, and lone page numbers."""
    counts: Counter[str] = Counter()
    for page in pages:
        by_height = sorted(page, key=lambda line: -line.y)
        edges = {_outline(line.text) for line in (*by_height[:_HEADS], *by_height[-_HEADS:])}
        counts.update(edges)
    least = max(2, (len(pages) + 1) // 3)
    heads = {text for text, count in counts.items() if count >= least and len(pages) > 1}
    return heads | {
        each
        for each in counts
        if re.fullmatch(r"(?:page |- ?|第 ?)?#(?: ?(?:of|/) ?#| ?-| ?页)?", each)
    }


def _paragraphs(pages: list[list[_Line]]) -> list[str]:
    """Join lines: a paragraph ends at a wider gap, an indent, another size or a short last line."""
    everything = [line for page in pages for line in page]
    if not everything:
        return []
    gaps = [
        before.y - line.y
        for page in pages
        for before, line in pairwise(page)
        if 0 < before.y - line.y < 4 * line.size
    ]
    usual = statistics.median(gaps) if gaps else 14.0
    paragraphs: list[list[str]] = []
    before: _Line | None = None
    for line in everything:
        if before is None or _begins(before, line, usual, everything):
            paragraphs.append([])
        paragraphs[-1].append(line.text)
        before = line
    return [joined(each) for each in paragraphs]


def _begins(before: _Line, line: _Line, usual: float, lines: list[_Line]) -> bool:
    gap = before.y - line.y
    if abs(before.size - line.size) > 0.15 * line.size or gap > 1.35 * usual:
        return True
    ended = bool(re.search(r"[.!?。\uff01\uff1f”\"’:\uff1a]\s*$", before.text))
    if gap < -line.size or gap > 4 * usual:
        # A new column or page: the sentence goes on unless it has ended.
        return (ended and (line.left - before.left) % 90 > 0.8 * line.size) or (
            ended and _is_short(before, lines)
        )
    if line.left - before.left > 0.9 * line.size and line.left - before.left < 5 * line.size:
        return True
    return ended and _is_short(before, lines)


def _is_short(line: _Line, lines: list[_Line]) -> bool:
    """Whether a line ends well before the others of its column."""
    same = [each.right for each in lines if abs(each.left - line.left) < 1.2 * line.size]
    return bool(same) and line.right < max(same) - 4 * line.size
