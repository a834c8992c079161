"""Whether something is reached, being built or aimed at: only from a cue that is in the text."""

import re
from datetime import date

from jjjviewer.text.figures import Cue, Period
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.tables import either, pattern

ACHIEVED, BUILDING, TARGET = "achieved", "under-construction", "target"

_ENGLISH = LazyPattern(rf"\b(?:{either('statuses', 'english')})\b")
_SAID = LazyPattern(pattern("statuses", "clauses", "said"))
_CHINESE = LazyPattern(either("statuses", "chinese"))
_PART_OF_SUBJECT = LazyPattern(pattern("statuses", "clauses", "part of a subject"))
"""Her town of 46,000 inhabitants would lose its bus: nobody aims at the inhabitants."""
_ZH_NEXT_CLAUSE = LazyPattern(pattern("statuses", "clauses", "zh next clause"))
_PART = LazyPattern(pattern("statuses", "clauses", "part of it"))
_CLAUSE = LazyPattern("[,;]")
_COMMA = LazyPattern("[,;]\\s*")
_CLAUSE_AND = LazyPattern(r"[,;:]| and ")
_NEW_CLAUSE = LazyPattern(r"[,;]| but | and (?:then )?$")
_ASIDE = LazyPattern(r"[,(] ?(?:of|with)? ?$")
_NEAR = 50
_AS_AIMED_AT = ("达到", "达", "完成", "实现", "突破", "建成", "投产", "竣工", "投用")


def status(
    text: str, start: int, end: int, period: Period | None, today: date | None, language: str
) -> tuple[str, Cue] | None:
    """Return the status of a figure in a sentence in small letters, and the words that say it.

    Of several cues before it the last one counts; behind it, one in the same clause. A time
    ahead of the article makes a target of what else would seem to be reached.
    """
    pattern = _ENGLISH if language == "en" else _CHINESE
    last = None
    # One character more, for what stands right before a digit.
    for found in pattern.finditer(text, 0, start + 1):
        said = found["achieved"] and _SAID.search(text[found.start() : found.end() + 20])
        if found.end() <= start and not said:
            last = _stronger(last, found, text)
    if last and last["building"] and _COMMA.fullmatch(text[last.end() : start]):
        # They are being built, 5 schools have their site: another thing.
        last = None
    looks_behind = last is None or _CLAUSE.search(text, last.end(), start) is not None
    if language == "en":
        is_open = looks_behind or (last is not None and bool(last["building"]))
        looks_behind = is_open and not _PART_OF_SUBJECT.search(text, max(0, start - _NEAR), start)
    if looks_behind:
        last = _behind(text, start, end, language, last)
    ahead = _is_ahead(period, today)
    if ahead and (last is None or last["achieved"]) and period is not None and not period.rate:
        return TARGET, Cue("inferred", period.start, period.end)
    if last is None:
        return None
    if last["target"]:
        past = _is_over(period, today)
        if past and period and (_is_own(period, start, end) or re.search("[0-9]", period.text)):
            return None
        return TARGET, Cue("printed", *last.span())
    return (BUILDING if last["building"] else ACHIEVED), Cue("printed", *last.span())


def _is_ahead(period: Period | None, today: date | None) -> bool:
    """Return whether a time lies ahead of the article; without its date, "by 2030" or so does."""
    if period is None:
        return False
    if period.text.startswith("截"):
        return False
    if period.last and today:
        return period.last > today
    words = period.text.lower()
    return words.startswith(("next ", "明年", "后年")) or bool(period.last and words[:3] == "by ")


def _is_over(period: Period | None, today: date | None) -> bool:
    """Return whether a time lies before the article; without its date, "last year" does."""
    if period is None:
        return False
    if period.last and today:
        return period.last < today
    return period.text.lower().startswith(("last ", "去年", "上年", "前年"))


def _behind(
    text: str, start: int, end: int, language: str, before: re.Match[str] | None
) -> re.Match[str] | None:
    """Return the cue behind a figure in its clause; it outdoes one of an earlier clause."""
    pattern, clause = (_ENGLISH, _CLAUSE_AND) if language == "en" else (_CHINESE, _ZH_NEXT_CLAUSE)
    stop = clause.search(text, end)
    if stop and stop.start() == end and _ASIDE.search(text, 0, start):
        # The third reactor, of 1,000 MW, is being built.
        stop = clause.search(text, stop.end())
    found = pattern.search(text, end, stop.start() if stop else len(text))
    if before is None or found is None:
        return found or before
    if before["target"]:
        # It pledged 150 million, of which 38 million has arrived.
        own = found["building"] or (found["achieved"] and _PART.search(text, before.end(), start))
        return found if own and _CLAUSE.search(text, before.end(), start) else before
    return before if found["achieved"] else found


def _stronger(last: re.Match[str] | None, found: re.Match[str], text: str) -> re.Match[str]:
    """Return the later of two cues; what is reached replaces an aim in a clause of its own only."""
    if last is None or last["target"] is None or found["target"]:
        return found
    if found["building"]:
        return found
    # 力争A达到…, B突破…: of what is aimed at, more is told in the same verbs.
    told = found[0] in _AS_AIMED_AT
    return last if told or not _NEW_CLAUSE.search(text, last.end(), found.start()) else found


def _is_own(period: Period, start: int, end: int) -> bool:
    """Return whether a past time and not the cue governs: 预计2022年增长 of an article of 2023."""
    return abs(period.end - start) < 30 or abs(period.start - end) < 30
