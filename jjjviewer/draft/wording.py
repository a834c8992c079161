"""Words that are proposed for a figure: what it measures, and the statement that it stands in."""

import re
from collections.abc import Iterable, Sequence

from jjjviewer.draft.records import Record
from jjjviewer.text.figures import Span
from jjjviewer.text.sentences import flatten, is_chinese, sentences
from jjjviewer.vocabulary import normalised

_MOST_WORDS = 6
_LONGEST_SUMMARY = 300
_NUMBER = re.compile(
    r"[0-9][0-9.,]*(?:\s*(?:thousand|million|billion|trillion|crore|lakh|m|bn)\b)?"
    r"|[〇零一二两三四五六七八九十百千万亿]+"
)
_BREAK = re.compile(r"[,;:()“”\"—–]|\s-\s|\b(?:and|but|which|that|while|where|when|who)\b")
_EDGE = (
    r"the|a|an|its|their|his|her|our|of|to|by|from|at|in|on|with|for|than|is|are|was|were|be|been|"
    r"has|have|had|will|about|some|nearly|over|under|around|more|less|at least|up|down|only|"
    r"reached|reach|reaches|hit|totalled|totaled|stood|stands|now|today|already|there|it|we|they|i|this|"
    r"these|some|another|also|as|and|or|fewer|end"
)
_LEADING = re.compile(rf"^(?:(?:{_EDGE})\b\s*)+", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:\s*\b(?:{_EDGE}))+$", re.IGNORECASE)
_TIME = re.compile(r"^\s*(?:in|by|since|until|from|during)?\s*(?:[12][0-9]{3}|last year)\s+", re.I)
_DIGIT = re.compile("[0-9]")
_OF = re.compile(r"\s*(?:of|on|in|for)\s+([^,.;:()]+)", re.IGNORECASE)
_ZH_BREAK = re.compile(r"[，。；：、（）“”《》\uff01\uff1f]")
_ZH_TRAILING = re.compile(
    "(?:已|也|都|还|了|共|约|近|超过|超|达到|达|为|是|有|至|到|由|从|提高|增长|增加|增至|下降|降至|降低|"
    "新增|新建|计划|完成|实现|累计|突破|建成|建设|投入|投资|不低于|不少于|占|仅|逾)+$"
)
_ZH_LEADING = re.compile(
    r"^(?:我们|他们|所以|其中|目前|预计|计划|将|到|自|今年|去年|明年|过去[一二三四五六七八九十两]+年|"
    r"(?:到|自)?[0-9]{4}年|再|又|同比|比.*)+"
)
_ZH_MOST = 10
_RUN = 8
"""Words in a row that are a quotation."""
_ZH_RUN = 14
"""Hanzi in a row, which are some eight words."""
_PART = re.compile("[:;：；]")
_TOKEN = re.compile(r"[\u3400-\u9fff]|[^\W\u3400-\u9fff]+")


def sentence_at(text: str, start: int) -> Span:
    """Return the sentence of a paragraph that holds a place, without spaces around it."""
    spans = [*sentences(flatten(text))]
    span = next((each for each in spans if each.end > start), Span(0, len(text)))
    words = text[span.start : span.end]
    lead = len(words) - len(words.lstrip())
    return Span(span.start + lead, span.start + len(words.rstrip()))


def words_behind_number(printed: str) -> str:
    """Return what is printed behind a number: the passengers of 310,000 passengers."""
    ends = [found.end() for found in _NUMBER.finditer(flatten(printed))]
    # Two boats have no digit.
    return printed[ends[-1] :].strip(" -") if ends else printed.partition(" ")[2]


def measures(text: str, start: int, end: int, counts: bool) -> list[str]:
    """Return words for what a figure measures, the likeliest first: those around its number.

    Args:
        text: the paragraph.
        start: where the figure begins.
        end: where it ends.
        counts: whether it counts things, which are printed behind the number.
    """
    span = sentence_at(text, start)
    before, behind = text[span.start : start], text[end : span.end]
    pick = _chinese if is_chinese(text) else _english
    subject, object_ = pick(before, behind)
    counted = words_behind_number(text[start:end]) if counts else ""
    if is_chinese(text):
        found = [object_, subject, counted] if counts else [subject, object_]
    else:
        found = [_few(counted), object_, subject] if counts else [subject, object_]
    return [*dict.fromkeys(_capital(each) for each in found if each)]


def _english(before: str, behind: str) -> tuple[str, str]:
    clauses = [clause for each in _BREAK.split(before) if (clause := _pruned(each))]
    of = _OF.match(behind)
    object_ = _pruned(_BREAK.split(of[1])[0]) if of else ""
    subject = clauses[-1] if clauses else _few(_BREAK.split(behind)[0])
    return _pruned(" ".join(subject.split()[-_MOST_WORDS:])), _few(object_)


def _pruned(words: str) -> str:
    """Return words up to the first number in them, without what no name begins or ends with."""
    found = _DIGIT.split(_TIME.sub("", words))[0].strip(" ,;:.$£€¥“”\"'")
    return _LEADING.sub("", _TRAILING.sub("", found))


def _few(words: str) -> str:
    return _pruned(" ".join(words.split()[:_MOST_WORDS]))


def _chinese(before: str, behind: str) -> tuple[str, str]:
    parts = [part for each in _ZH_BREAK.split(before) if (part := _zh_pruned(each))]
    object_ = _ZH_BREAK.split(behind)[0].lstrip("的")
    return (parts[-1][-_ZH_MOST:] if parts else ""), _zh_pruned(object_)[:_ZH_MOST]


def _zh_pruned(words: str) -> str:
    return _ZH_TRAILING.sub("", _DIGIT.split(_ZH_LEADING.sub("", words))[0])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def summary(figures: Iterable[Record], place_names: dict[str, str]) -> str:
    """Return a statement made of its figures: Forest cover, Chengde: 60.03%.

    Args:
        figures: the records, in the order of the text.
        place_names: names of places by their ids.
    """
    parts = []
    for each in figures:
        place = place_names.get(each["place_id"], "")
        is_named = place.partition(" ")[0] in each["measure"]
        head = each["measure"] if is_named else f"{each['measure']}, {place}".strip(", ")
        parts.append(f"{head}: {each['printed']}" if head else each["printed"])
    words = "; ".join(parts)
    return words if len(words) <= _LONGEST_SUMMARY else f"{words[: _LONGEST_SUMMARY - 1]}…"


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
    tokens = _TOKEN.findall(normalised(text).casefold())
    length = _ZH_RUN if is_chinese(text) else _RUN
    return [_joined(tokens[at : at + length]) for at in range(len(tokens) - length + 1)]


def _joined(tokens: Sequence[str]) -> str:
    return " ".join(tokens)
