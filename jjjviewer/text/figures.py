"""What is found in a text: figures, other numbers, names and places, each with its position."""

from dataclasses import dataclass, field, replace
from datetime import date
from typing import NamedTuple


class Span(NamedTuple):
    """Characters from `start` up to `end` of one text."""

    start: int
    end: int


class Numeral(NamedTuple):
    """A number as it stands in a text, its scale included."""

    start: int
    end: int
    value: float
    scale: float
    """What the scale word multiplies with; 1 without one."""
    worded: bool = False
    share: bool = False
    """A fraction: two thirds, half of."""
    beyond: bool = False
    """Somewhat more is meant: 三百多, 1200余."""


class Cue(NamedTuple):
    """What an attribute rests on: how it was found, and the words it was read from, if any."""

    how: str
    """printed, carried (from an earlier figure or sentence) or inferred."""
    start: int = -1
    end: int = -1


class Period(NamedTuple):
    """A time that a text names."""

    start: int
    end: int
    text: str
    first: date | None
    last: date | None
    compared: bool = False
    """It is what something else is compared with."""
    rate: bool = False
    """It is the time that a rate refers to: per year."""
    ahead: date | None = None
    """Its last day where that lies ahead of the article, with which it ends for what is reached."""
    ends: "tuple[Period, Period] | None" = None
    """The times of the first and the last value of what changed in it, if it says both."""

    def moved(self, offset: int) -> "Period":
        """Return the same, counted from the beginning of the paragraph."""
        ends = self.ends and (self.ends[0].moved(offset), self.ends[1].moved(offset))
        return self._replace(start=self.start + offset, end=self.end + offset, ends=ends)


@dataclass
class Figure:
    """A number with what it measures, as it stands in a paragraph."""

    start: int
    end: int
    value: float
    unit: str
    """Id of the unit, or of the thing counted in the singular; empty where none is printed."""
    kind: str
    """Kind of the unit: money, area … or count."""
    value_high: float | None = None
    number_start: int = -1
    """Where the number itself begins, behind a sign of currency."""
    qualifier: str = ""
    status: str = ""
    direction: str = ""
    period: Period | None = None
    basis: dict[str, Cue] = field(default_factory=dict)


def in_percent(figure: Figure) -> Figure:
    """Return a share in words in per cent, as a pack has it: two thirds are 66.7%."""
    if figure.unit != "share":
        return figure
    low, high = (
        None if each is None else float(f"{each * 100:.3g}")
        for each in (figure.value, figure.value_high)
    )
    return replace(figure, value=low or 0.0, value_high=high, unit="percent", kind="percent")


class OtherNumber(NamedTuple):
    """A number that is no figure, and why."""

    start: int
    end: int
    reason: str

    def moved(self, offset: int) -> "OtherNumber":
        """Return the same, counted from the beginning of the paragraph."""
        return OtherNumber(self.start + offset, self.end + offset, self.reason)


class Speaker(NamedTuple):
    """Somebody who speaks from this place on."""

    paragraph: int
    start: int
    end: int
    name: str
    role: str


class PlaceMention(NamedTuple):
    """A place that is named, and its id where it is known."""

    paragraph: int
    start: int
    end: int
    name: str
    place_id: str
