"""Text in the charts' typeface: measuring, wrapping, outlines.

Everything is measured in pixels of the page, without hinting, so that one layout serves every
scale and device.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Sequence
from functools import cache, lru_cache
from itertools import accumulate

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import (
    QFont,
    QFontMetricsF,
    QPainterPath,
    QPainterPathStroker,
    QTextLayout,
    QTextOption,
    QTransform,
)

from jjjviewer.charts.characters import drawn, is_leftward, plain, runs
from jjjviewer.charts.typeface import FAMILY

_LARGE = 1_000
"""Size of type, in pixels, from which outlines are scaled down."""
_CACHED_TEXTS = 10_000
"""Cache size for widths and line breaks, which a layout asks for again and again."""
_CACHED_OUTLINES = 2_000
"""Cache size: as many letters as charts in two languages have; each takes kilobytes."""
HALO = 3.0
"""Width of the outline round letters, in pixels; half of it lies below them."""
_WORD = re.compile(r"\S+")
_UNJOINED = re.compile(r"[!-\u02ff\u1e00-\u1eff\u2010-\u2bff\u3000-\u9fff\uff00-\uffef]+")
"""Scripts whose letters do not join: Latin with its signs, and Chinese."""
_INSIDE_NAME = re.compile(r"(?<=\w)-(?=[A-Z])")
_INSIDE_QUANTITY = re.compile(r"(?<=\d) (?=[^\W\d])|(?<=[bm]illion) (?=\w)")


@cache
def font(size: int, bold: bool = False) -> QFont:
    """Return the charts' font at a size in pixels."""
    made = QFont(FAMILY)
    made.setPixelSize(size)
    made.setWeight(QFont.Weight.Bold if bold else QFont.Weight.Normal)
    made.setHintingPreference(QFont.HintingPreference.PreferNoHinting)
    made.setStyleStrategy(
        QFont.StyleStrategy.NoSubpixelAntialias | QFont.StyleStrategy.PreferAntialias
    )
    return made


@lru_cache(_CACHED_TEXTS)
def width(text: str, size: int, bold: bool = False) -> float:
    """Return the advance of a line of text in pixels."""
    metrics = QFontMetricsF(font(size, bold))
    return sum(metrics.horizontalAdvance(run) for run in runs(text))


@lru_cache(_CACHED_TEXTS)
def line_runs(text: str, size: int, bold: bool = False) -> tuple[tuple[float, str], ...]:
    """Return the runs of a line, each with its offset from the left in pixels."""
    parts = runs(text)
    lefts = accumulate((width(run, size, bold) for run in parts[:-1]), initial=0.0)
    return tuple(zip(lefts, parts, strict=False))


@lru_cache(_CACHED_TEXTS)
def pieces(text: str, size: int, bold: bool = False) -> tuple[tuple[float, str], ...]:
    """Return the parts of a line that can be painted alone, each with its offset from the left.

    These are letters, or words in scripts whose letters join, or all words from the right.
    """
    found: list[tuple[float, str]] = []
    for left, run in line_runs(text, size, bold):
        if is_leftward(run):
            found.append((left, run))
            continue
        starts = _starts(run, size, bold)
        for word in _WORD.finditer(run):
            step = 1 if _UNJOINED.fullmatch(word.group()) else len(word.group())
            places = range(*word.span(), step)
            found += [(left + starts[at], run[at : at + step]) for at in places]
    return tuple(found)


@lru_cache(_CACHED_OUTLINES)
def rim(text: str, size: int, bold: bool = False) -> QPainterPath:
    """Return the halo of a line of text, its baseline starting at the origin."""
    return _together(text, size, bold, _rim_of)


@lru_cache(_CACHED_OUTLINES)
def _rim_of(piece: str, size: int, bold: bool) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(HALO)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    # Unsimplified, a stroke overlaps itself at every bend; Qt takes ten times as long to fill it.
    return stroker.createStroke(piece_outline(piece, size, bold)).simplified()


def _starts(text: str, size: int, bold: bool) -> list[float]:
    """Return the offset of each letter from the start of the line, in pixels."""
    layout = QTextLayout(text, font(size, bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return [line.cursorToX(at)[0] for at in qt_places(text)[:-1]]  # type: ignore[index]


def qt_places(text: str) -> Sequence[int]:
    """Return the index of each letter, and of the end, in UTF-16, as Qt counts."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return [*accumulate((1 + (letter > "\uffff") for letter in text), initial=0)]


def outline(text: str, size: int, bold: bool = False) -> QPainterPath:
    """Return the outlines of a line of text, its baseline starting at the origin."""
    return _together(text, size, bold, piece_outline)


def _together(
    text: str, size: int, bold: bool, path_of: Callable[[str, int, bool], QPainterPath]
) -> QPainterPath:
    """Return the paths of the pieces of a line as one."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for start, piece in pieces(text, size, bold):
        path.addPath(path_of(piece, size, bold).translated(start, 0))
    return path


@lru_cache(_CACHED_OUTLINES)
def piece_outline(piece: str, size: int, bold: bool) -> QPainterPath:
    """Return the outlines of a piece of a line, its baseline starting at the origin.

    They are scaled down from a large size: at small sizes Qt's outlines vary a little with the
    size of the typeface that was used last.
    """
    path = QPainterPath()
    path.addText(QPointF(), font(_LARGE, bold), piece)
    path.setFillRule(Qt.FillRule.WindingFill)
    return QTransform.fromScale(size / _LARGE, size / _LARGE).map(path)


def wrap(
    text: str, room: float, size: int, bold: bool = False, *, lines: int = 2, even: bool = True
) -> list[str]:
    """Break text into at most `lines` lines of at most `room` pixels, of similar length if `even`.

    What does not fit is cut with an ellipsis; what fits is never broken.
    """
    if "\n" not in text and width(text, size, bold) <= room:
        return [plain(text).strip()]
    broken = [*_break(text, room, size, bold)]
    if len(broken) > lines:
        rest = " ".join(broken[lines - 1 :])
        return [*broken[: lines - 1], elide(rest, room, size, bold)]
    if len(broken) == 1 or not even:
        return broken
    narrow, wide = room / 2, room
    while wide - narrow > 4:
        middle = (narrow + wide) / 2
        if len(_break(text, middle, size, bold)) > len(broken):
            narrow = middle
        else:
            wide = middle
    return [*_break(text, wide, size, bold)]


def elide(text: str, room: float, size: int, bold: bool = False) -> str:
    """Return the text, cut with an ellipsis where it is wider than `room` pixels."""
    if width(text, size, bold) <= room:
        return text
    text = plain(text)
    # Binary search, since a text may be very long and each step measures what is left.
    fits = bisect_right(
        range(1, len(text)), room, key=lambda end: width(f"{text[:end]}…", size, bold)
    )
    return text[:fits].rstrip() + "…"


@lru_cache(_CACHED_TEXTS)
def _break(text: str, room: float, size: int, bold: bool) -> tuple[str, ...]:
    text = plain(text)
    # Keep a number with its unit: "15.8 million mu".
    glued = _INSIDE_QUANTITY.sub("\u00a0", drawn(text))
    # Keep a name together: "Beijing-Tianjin-Hebei". The typeface has no non-breaking hyphen, but
    # an r is as wide as a hyphen.
    glued = _INSIDE_NAME.sub("r", glued)
    layout = QTextLayout(glued, font(size, bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines, places = [], qt_places(glued)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        start = line.textStart()
        bounds = (bisect_left(places, at) for at in (start, start + line.textLength()))
        lines.append(text[slice(*bounds)].strip())
    layout.endLayout()
    return tuple(lines) or ("",)
