"""What is said of a number: qualifier, direction, period and status, each with its cue."""

from dataclasses import dataclass
from datetime import date

from jjjviewer.text.directions import direction
from jjjviewer.text.figures import Cue, Figure, Period, Span
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.qualifiers import qualifier
from jjjviewer.text.quantities import Quantity
from jjjviewer.text.statuses import TARGET, status

_NEXT_CLAUSE = LazyPattern("[;:]|, (?:and|but|while|whereas|yet|so)\\b| (?:but|while|whereas) ")
_NEAR = 30
_OWN = LazyPattern(r"\b(?:its|their|his|her|our|[A-Za-z]+'s) $")
_NOUN = LazyPattern(" [a-z]{3,}(?<!ing)\\b")
"""It may trim its 8 million budget: what somebody has is not aimed at."""


@dataclass
class Sentence:
    """A flattened sentence with what its figures may refer to."""

    text: str
    language: str
    today: date | None
    periods: list[Period]
    carried: Period | None
    small: str
    """The text in small letters."""
    """The time that an earlier sentence is about."""


def figure_of(sentence: Sentence, quantity: Quantity, before: Figure | None, behind: int) -> Figure:
    """Return a quantity with all that is said of it.

    Args:
        sentence: where it stands.
        quantity: a number with its unit.
        before: the figure before it in the sentence.
        behind: where the next one begins.
    """
    numeral, text, language = quantity.numeral, sentence.text, sentence.language
    figure = Figure(
        quantity.start, quantity.end, quantity.value, quantity.unit, quantity.kind, quantity.high
    )
    figure.number_start = numeral.start
    figure.basis["unit"] = Cue(quantity.how)
    start = quantity.start
    if found := qualifier(sentence.small, start, numeral.end, quantity.end, language):
        figure.qualifier, figure.basis["qualifier"] = found
        start = min(start, found[1].start)
    elif numeral.beyond:
        figure.qualifier = "about" if text[numeral.end - 1] == "来" else "more-than"
        figure.basis["qualifier"] = Cue("printed", numeral.end - 1, numeral.end)
    is_own = language == "en" and _OWN.search(text, max(0, start - _NEAR), start) is not None
    is_own = is_own and (quantity.kind == "count" or _NOUN.match(text, quantity.end) is not None)
    if not is_own and (found := direction(sentence.small, start, quantity.end, before, language)):
        figure.direction, figure.basis["direction"] = found
    _signed(quantity, figure)
    period, how = _period(sentence, figure, before.end if before else 0, behind)
    if period is not None:
        figure.period, figure.basis["period"] = period, Cue(how, period.start, period.end)
    elif sentence.carried is not None:
        figure.period, figure.basis["period"] = sentence.carried, Cue("carried")
    found = status(sentence.small, start, quantity.end, period, sentence.today, language)
    if found and not (is_own and found[0] == TARGET):
        figure.status, figure.basis["status"] = found
    if figure.status == TARGET and period is not None and period.ahead:
        # This year it will carry six million: until its end.
        figure.period = period._replace(last=period.ahead)
    return figure


def _signed(quantity: Quantity, figure: Figure) -> None:
    """Set the direction of a change from its sign; a rate below zero keeps the sign."""
    if not quantity.signed:
        return
    if quantity.value >= 0:
        figure.direction = figure.direction or "up"
        figure.basis.setdefault("direction", Cue("printed", quantity.start, quantity.start + 1))
    elif figure.direction == "down":
        figure.value = -figure.value


def _period(sentence: Sentence, figure: Figure, left: int, right: int) -> tuple[Period | None, str]:
    """Return the time of a figure: right behind it, else the last one before it in the sentence."""
    text, language = sentence.text, sentence.language
    periods = [each for each in sentence.periods if not each.compared]
    own = Span(figure.start, figure.end)
    before = [each for each in periods if each.end <= own.start + 1]
    after = [each for each in periods if each.start >= own.end - 1]
    if language == "en" and after:
        gap = text[own.end : after[0].start]
        near = after[0].start <= right and len(gap) < 75 and not _NEXT_CLAUSE.search(gap)
        if near and after[0].rate and len(after) > 1:
            after[0] = _dated(text, *after[:2])
        joined = any(each.start >= left for each in before)
        if near and ((len(gap) < 25 and "," not in gap) or not joined):
            return after[0], "printed"
    if before:
        last = before[-1]
        if last.rate and (last.end < left or language == "zh"):
            last = next((each for each in reversed(before) if not each.rate), None) or last
            if last.rate and last.end < left:
                return None, ""
        return last, "printed" if last.end >= left else "carried"
    if language == "en" and after and after[0].start - own.end < 120 and not after[0].rate:
        # We rebuilt 46 km, and the area grew to 1,850 ha in 2023: the year is that of the area.
        is_anothers = right < after[0].start and "," in text[own.end : right]
        is_anothers = is_anothers or bool(_NEXT_CLAUSE.search(text, own.end, after[0].start))
        return (None, "") if is_anothers else (after[0], "carried")
    return None, ""


def _dated(text: str, rate: Period, since: Period) -> Period:
    """Return the time of a rate with that from which it holds: a year from 2031."""
    if text[rate.end : since.start] != " " or not since.text.startswith(("from ", "in 1", "in 2")):
        return rate
    if since.text.startswith("in "):
        return since
    return since._replace(start=rate.start, text=text[rate.start : since.end], last=None)
