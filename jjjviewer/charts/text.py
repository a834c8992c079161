"""Text in the charts' typeface, measured and wrapped.

Everything is measured in pixels of the page, without hinting, so that one layout serves every
scale and device.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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

from jjjviewer.charts.typeface import FAMILY

LEADING = 1.25
"""Distance between baselines, in sizes of the type."""
_LARGE = 1_000
"""In pixels: the size that outlines are taken from."""
_MOST_KEPT = 10_000
"""Texts of which width and lines are kept: they are asked for time and again to place them."""
_MOST_OUTLINES = 500
"""As many as some maps have; each takes kilobytes."""
HALO = 3.0
"""How wide the rim round letters is drawn, half of it below them."""
_WORD = re.compile(r"\S+")
_APART = re.compile(r"[!-\u02ff\u2010-\u2044\u2190-\u21ff\u3000-\u9fff\uff00-\uffef]+")
"""Latin, its signs, and Chinese: no letter changes with what stands beside it."""
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


@lru_cache(_MOST_KEPT)
def width(text: str, size: int, bold: bool = False) -> float:
    """Return the advance of a line of text in pixels."""
    return QFontMetricsF(font(size, bold)).horizontalAdvance(text)


@lru_cache(_MOST_KEPT)
def pieces(text: str, size: int, bold: bool = False) -> tuple[tuple[float, str], ...]:
    """Return what of a line of text looks the same by itself, and how far from the left it starts.

    These are its letters, or its words in a script whose letters join.
    """
    starts = _starts(text, size, bold)
    found: list[tuple[float, str]] = []
    for word in _WORD.finditer(text):
        step = 1 if _APART.fullmatch(word.group()) else len(word.group())
        found += [(starts[at], text[at : at + step]) for at in range(*word.span(), step)]
    return tuple(found)


@lru_cache(_MOST_OUTLINES)
def rim(text: str, size: int, bold: bool = False) -> QPainterPath:
    """Return the rim round the letters of a line of text, its baseline starting at the origin."""
    path = QPainterPath()
    path.setFillRule(Qt.FillRule.WindingFill)
    for letter, start in zip(text, _starts(text, size, bold), strict=True):
        path.addPath(_rim_of(letter, size, bold).translated(start, 0))
    return path


@lru_cache(_MOST_OUTLINES)
def _rim_of(letter: str, size: int, bold: bool) -> QPainterPath:
    stroker = QPainterPathStroker()
    stroker.setWidth(HALO)
    stroker.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    # As it is, a stroke lies over itself at every bend, which takes Qt ten times as long to fill.
    return stroker.createStroke(outline(letter, size, bold)).simplified()


def _starts(text: str, size: int, bold: bool) -> list[float]:
    """How far from the start of a line of text each of its letters is, in pixels."""
    layout = QTextLayout(text, font(size, bold))
    layout.beginLayout()
    line = layout.createLine()
    layout.endLayout()
    return [line.cursorToX(at)[0] for at in qt_places(text)[:-1]]  # type: ignore[index]


def qt_places(text: str) -> Sequence[int]:
    """Where each letter of a text, and its end, is for Qt: it counts in UTF-16, rare ones twice."""
    if text.isascii() or max(text) <= "\uffff":
        return range(len(text) + 1)
    return [*accumulate((1 + (letter > "\uffff") for letter in text), initial=0)]


@lru_cache(_MOST_OUTLINES)
def outline(text: str, size: int, bold: bool = False) -> QPainterPath:
    """Return a line of text as outlines, its baseline starting at the origin.

    They are those of a large size, made smaller: at a small size Qt's vary a little with
    whichever size of the typeface was asked for last.
    """
    path = QPainterPath()
    path.addText(QPointF(), font(_LARGE, bold), text)
    return QTransform.fromScale(size / _LARGE, size / _LARGE).map(path)


def wrap(
    text: str, room: float, size: int, bold: bool = False, *, lines: int = 2, even: bool = True
) -> list[str]:
    """Break text into at most `lines` lines of at most `room` pixels, of like length if `even`.

    What does not fit is cut with an ellipsis. Chinese breaks between characters, a short
    Chinese name in Latin text does not.
    """
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
    # Halving: a text may be very long, and each step measures what is left.
    fits = bisect_right(
        range(1, len(text)), room, key=lambda end: width(f"{text[:end]}…", size, bold)
    )
    return text[:fits].rstrip() + "…"


@lru_cache(_MOST_KEPT)
def _break(text: str, room: float, size: int, bold: bool) -> tuple[str, ...]:
    # A number stays with its unit: "15.8 million mu" is not torn.
    glued = _INSIDE_QUANTITY.sub("\u00a0", text)
    # Nor is a name: "Beijing-Tianjin-Hebei". The typeface has no hyphen that holds, but an r
    # takes as much room.
    glued = _INSIDE_NAME.sub("r", glued)
    layout = QTextLayout(glued, font(size, bold))
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines, places = [], qt_places(text)
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(room, 1))
        start = line.textStart()
        bounds = (bisect_left(places, at) for at in (start, start + line.textLength()))
        lines.append(text[slice(*bounds)].strip())
    layout.endLayout()
    return tuple(lines) or ("",)
