"""Whether something is reached, being built or aimed at: only from a cue that is in the text."""

import re
from datetime import date

from jjjviewer.text.figures import Cue, Period
from jjjviewer.text.tables import either, pattern

ACHIEVED, BUILDING, TARGET = "achieved", "under-construction", "target"

_ENGLISH = re.compile(rf"\b(?:{either('statuses', 'english')})\b", re.IGNORECASE)
_SAID = re.compile(pattern("statuses", "clauses", "said"))
_CHINESE = re.compile(either("statuses", "chinese"))
_ZH_NEXT_CLAUSE = re.compile(pattern("statuses", "clauses", "zh next clause"))


def status(
    text: str, start: int, end: int, period: Period | None, today: date | None, language: str
) -> tuple[str, Cue] | None:
    """Return the status of a figure in a flattened sentence, and the words that say it.

    Of several cues before it the last one counts; behind it, one in the same clause. A time
    ahead of the article makes a target of what else would seem to be reached.
    """
    pattern = _ENGLISH if language == "en" else _CHINESE
    last = None
    for found in pattern.finditer(text, 0, start):
        if not (found["achieved"] and _SAID.search(text[found.start() : found.end() + 20])):
            last = _stronger(last, found, text, start)
    ahead = (
        period is not None and period.last is not None and today is not None and period.last > today
    )
    past = (
        period is not None and period.last is not None and today is not None and period.last < today
    )
    if last is None:
        clause = re.compile(r"[,;:]| and ") if language == "en" else _ZH_NEXT_CLAUSE
        stop = clause.search(text, end)
        last = pattern.search(text, end, stop.start() if stop else len(text))
    if ahead and (last is None or last["achieved"]) and period is not None and not period.rate:
        return TARGET, Cue("inferred", period.start, period.end)
    if last is None:
        return None
    if last["target"]:
        if (
            past
            and period is not None
            and (_is_own(period, start, end) or re.search("[0-9]", period.text))
        ):
            return None
        return TARGET, Cue("printed", *last.span())
    return (BUILDING if last["building"] else ACHIEVED), Cue("printed", *last.span())


def _stronger(
    last: re.Match[str] | None, found: re.Match[str], text: str, start: int
) -> re.Match[str]:
    """Whether a later cue replaces one: something reached does so only in a clause of its own."""
    if last is None or last["target"] is None or found["target"]:
        return found
    if found["building"]:
        return found
    between = text[last.end() : found.start()]
    return found if re.search(r"[,;。]", between) else last


def _is_own(period: Period, start: int, end: int) -> bool:
    """Whether a past time and not the cue governs: 预计2022年增长 of an article of 2023."""
    return abs(period.end - start) < 30 or abs(period.start - end) < 30
