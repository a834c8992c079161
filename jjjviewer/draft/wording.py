"""The statement that is proposed for figures, in words that are not those of the text."""

import re
from collections.abc import Iterable, Sequence

from jjjviewer.draft.records import Record
from jjjviewer.text.figures import Span
from jjjviewer.text.sentences import flatten, is_chinese, sentences
from jjjviewer.vocabulary import normalised

_LONGEST_SUMMARY = 300
_SAID = {
    "more-than": "more than", "at-least": "at least", "nearly": "nearly", "about": "about",
    "less-than": "less than", "at-most": "at most", "up by": "up by", "down by": "down by",
    "up to": "rising to", "down to": "falling to", "target": "target", "planned": "planned",
    "under-construction": "under construction", "uncertain": "unclear in the text",
}  # fmt: skip
_SAID_ZH = {
    "more-than": "超过", "at-least": "至少", "nearly": "近", "about": "约", "less-than": "不足",
    "at-most": "至多", "up by": "上升", "down by": "下降", "up to": "升至", "down to": "降至",
    "target": "目标", "planned": "计划", "under-construction": "在建", "uncertain": "原文不清",
}  # fmt: skip
_CAPITAL = re.compile(
    r"^(?:In|By|Since|Between|From|Last|This|Next|At|As|On|During|Over|The|Until|Up|Today|Now|"
    r"Currently|So|Within|Each|Every|Per|Before|After)\b"
)
"""What is written small within a sentence."""
RUN = 8
"""Words in a row that are a quotation."""
_ZH_RUN = 14
"""Hanzi in a row, which are some eight words."""
_PART = re.compile("[:;：；()（）]")
TOKEN = re.compile(r"[\u3400-\u9fff]|[0-9]+(?:[.,][0-9]+)*|[^\W\u3400-\u9fff]+")
"""A word; a number is one."""


def sentence_at(text: str, start: int) -> Span:
    """Return the sentence of a paragraph that holds a place, without spaces around it."""
    spans = [*sentences(flatten(text))]
    span = next((each for each in spans if each.end > start), Span(0, len(text)))
    words = text[span.start : span.end]
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + len(words.rstrip()))


def summary(figures: Iterable[Record], place_names: dict[str, str]) -> str:
    """Return a statement made of its figures: Forest cover, Chengde: 60.03% (target, by 2030).

    Args:
        figures: the records, in the order of the text.
        place_names: names of places by their ids.
    """
    parts: list[str] = []
    before = ""
    for each in figures:
        place = place_names.get(each["place_id"], "")
        is_named = place.partition(" ")[0] in each["measure"]
        head = each["measure"] if is_named else f"{each['measure']}, {place}".strip(", ")
        words = _stated(each)
        parts.append(f"{head}: {words}" if head and head != before else words)
        before = head
    words = "; ".join(parts)
    return words if len(words) <= _LONGEST_SUMMARY else f"{words[: _LONGEST_SUMMARY - 1]}…"


def _stated(figure: Record) -> str:
    """Return what is said of a figure: up by nearly 12% (last year)."""
    chinese = is_chinese(figure["measure"] + figure["printed"])
    said = _SAID_ZH if chinese else _SAID
    is_change = figure["quantity_kind"] == "change"
    moved = figure["direction"] and f"{figure['direction']} {'by' if is_change else 'to'}"
    thing, printed = f" {figure['measure']}".casefold(), figure["printed"]
    if printed.casefold().endswith(thing):
        # Passengers: 18.4 million.
        printed = printed[: -len(thing)]
    words = (said.get(moved, ""), said.get(figure["qualifier"], ""), printed)
    period = _CAPITAL.sub(lambda found: found[0].lower(), figure["period_text"])
    if len(TOKEN.findall(period)) >= RUN:
        period = " – ".join(filter(None, (figure["period_start"], figure["period_end"])))
    aside = [each for each in (said.get(figure["status"], ""), period) if each]
    if chinese:
        return "".join(words) + (f"（{'，'.join(aside)}）" if aside else "")
    stated = " ".join(filter(None, words))
    return f"{stated} ({', '.join(aside)})" if aside else stated


class Quotations:
    """Finds what holds eight words in a row of a text."""

    def __init__(self, paragraphs: Iterable[str]) -> None:
        self._runs: set[str] = set()
        for paragraph in paragraphs:
            self._runs.update(_runs(paragraph))

    def __contains__(self, words: str) -> bool:
        # What is put together of measure and number is our own, whatever stands next to it.
        parts = _PART.split(words)
        return any(not self._runs.isdisjoint(_runs(part)) for part in parts)


def _runs(text: str) -> list[str]:
    """Return all runs of words of a text that are long enough for a quotation."""
    tokens = TOKEN.findall(normalised(text).casefold())
    length = _ZH_RUN if is_chinese(text) else RUN
    return [_joined(tokens[at : at + length]) for at in range(len(tokens) - length + 1)]


def _joined(tokens: Sequence[str]) -> str:
    return " ".join(tokens)
