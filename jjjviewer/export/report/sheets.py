"""Charts on sheets of paper: which share one, so that none is half empty."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from jjjviewer.export.report.document import Paragraph, Picture, Section

# Millimetres on A4, as the template in resources/report sets it; lines are estimated.
_HIGH, _WIDE = 251.0, 170.0
_HEADING, _BETWEEN, _BELOW = 10.0, 3.0, 8.0
_TITLE_LINE, _LINE, _NOTE_LINE = 5.1, 4.4, 3.5
_TITLE_LETTERS, _LINE_LETTERS, _NOTE_LETTERS = 68, 100, 128
_CHAPTER = 22.0
_SMALLEST = 0.68
"""Of the whole width: with less, labels would be smaller than six points."""


def on_sheets(charts: Sequence[Section]) -> Iterator[Section]:
    """Yield sections of charts with what begins a sheet, and how wide their pictures are.

    Each sheet has the first chart that is left, and of those that follow the first with which it
    fits, if both become smaller.
    """
    left, room = list(charts), _HIGH - _CHAPTER
    while left:
        sheet = [left.pop(0)]
        while found := next((each for each in left if _scale([*sheet, each], room)), None):
            sheet.append(found)
            left.remove(found)
        scale = _scale(sheet, room) or 1
        for at, each in enumerate(sheet):
            yield replace(each, begins_sheet=at == 0 and room == _HIGH, scale=scale)
        room = _HIGH


def _scale(charts: Sequence[Section], room: float) -> float:
    """Return how wide pictures are of charts that fit on a sheet; 0 where they do not."""
    heights = [_heights(each) for each in charts]
    words, pictures = (sum(column) for column in zip(*heights, strict=True))
    scale = min(1.0, (room - words) / pictures)
    return scale if scale >= _SMALLEST else 0


def _heights(chart: Section) -> tuple[float, float]:
    """Return how high the words of a chart are, and its pictures in their full width."""
    words = _HEADING + _TITLE_LINE * _lines(chart.title, _TITLE_LETTERS)
    pictures = 0.0
    for block in chart.blocks:
        if isinstance(block, Picture):
            words += _BELOW + _NOTE_LINE * _lines(block.notes, _NOTE_LETTERS)
            pictures += _WIDE * block.height
        elif isinstance(block, Paragraph):
            text = "".join(run.text for run in block.text)
            words += _BETWEEN + _LINE * _lines(text, _LINE_LETTERS)
    return words, pictures


def _lines(text: str, letters: int) -> int:
    # A Chinese sign is as wide as two letters.
    wide = sum(1 if letter.isascii() else 2 for letter in text)
    return -(-wide // letters)
