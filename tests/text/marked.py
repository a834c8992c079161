"""Tables of sentences: with marked figures `{{printed|value|unit|flags|period}}`, or in columns."""

import re
from pathlib import Path
from typing import NamedTuple

DATA = Path(__file__).parent / "data"
_MARK = re.compile(r"\{\{(.*?)\}\}")
_QUALIFIERS = {
    ">=": "at-least", "<=": "at-most", "~<": "nearly",
    ">": "more-than", "~": "about", "<": "less-than",
}  # fmt: skip


class Marked(NamedTuple):
    """A figure as a reader marks it."""

    start: int
    end: int
    value: float
    high: float | None
    unit: str
    """`#` for a thing counted."""
    qualifier: str
    target: bool
    building: bool
    direction: str
    period: str


class Sentence(NamedTuple):
    """A sentence and its figures."""

    text: str
    figures: list[Marked]


def read(name: str) -> list[Sentence]:
    """Read a table of marked sentences."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [parse(line) for line in lines if line.strip() and not line.startswith("#")]


def rows(name: str) -> list[list[str]]:
    """Read a table of sentences with what is expected of them in further columns."""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip() for cell in line.split(" |")] for line in lines if line[:1] not in "#"]


def parse(line: str) -> Sentence:
    """Take the marks out of a sentence."""
    text, figures, position = "", [], 0
    for found in _MARK.finditer(line):
        text += line[position : found.start()]
        position = found.end()
        printed, value, unit, flags, period = (found[1].split("|") + [""] * 5)[:5]
        low, _, high = value.partition("-") if not value.startswith("-") else (value, "", "")
        sign = next((each for each in _QUALIFIERS if each in flags), "")
        figures.append(
            Marked(
                len(text), len(text) + len(printed),
                float(low), float(high) if high else None, unit,
                _QUALIFIERS.get(sign, ""), "t" in flags, "c" in flags,
                "up" if "u" in flags else "down" if "d" in flags else "", period,
            )
        )  # fmt: skip
        text += printed
    return Sentence(text + line[position:], figures)
