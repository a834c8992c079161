"""Words that are proposed for a figure: what it measures, and the statement that it stands in."""

import re
from collections.abc import Iterable, Sequence

from jjjviewer.draft.records import Record
from jjjviewer.text.figures import Span
from jjjviewer.text.sentences import flatten, is_chinese, sentences
from jjjviewer.vocabulary import normalised

_MOST_WORDS = 7
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
    r"these|some|another|also|as|and|or|fewer|end|so far|worth|between|every|both|"
    r"furthermore|additionally|following|extra|additional|currently|but|whom|just|month|past year"
)
_LEADING = re.compile(rf"^(?:(?:{_EDGE})\b\s*)+", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:\s*\b(?:{_EDGE}))+$", re.IGNORECASE)
_TIME = re.compile(r"^\s*(?:in|by|since|until|from|during)?\s*(?:[12][0-9]{3}|last year)\s+", re.I)
_DIGIT = re.compile("[0-9]")
_OF = re.compile(r"\s*(?:of|on|in|for)\s+([^,.;:()]+)", re.IGNORECASE)
_VERB = re.compile(
    r"\b(?:has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|must|should|"
    r"shall|does?|did|now|fell|falls|rose|rises|grew|grows|reach(?:es)?|costs?|comes?|came|goes|went|"
    r"gives?|gave|takes?|took|makes?|made|got|sold|sells|saw|sees|spent|built|ran|stood|kept|paid|won|"
    r"lost|held|brings?|brought|bought|became|becomes|covers|carry|carries|employs|produces|receives|"
    r"serves|includes|contains|exceeds|met|set|wants?|expects?|hopes?|says?|said|"
    r"(?!hundred)\w{2,}[^\We]ed)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\w+ed (?!(?:again|along|aside|at|by|down|for|from|in|into|on|out|over|to|up|with)\b)\w"
)
_PRONOUN = re.compile(r"\s*(?:[Aa]nd\s+)?(?:it|they|we|i|he|she|you|them|these|those)\b", re.I)
_OF_THEM = re.compile(r"\s*of (?:them|it|these|those|us|which|whom)\b", re.IGNORECASE)
_IT_IS = re.compile(r"\s*(?:[Tt]oday |[Nn]ow )?it (?:is|was)\b", re.IGNORECASE)
_COST = re.compile(r"(?:(?:has|have|had|will)\s+)?costs?\b", re.IGNORECASE)
_IS = re.compile(r"\s*(?:is|are|was|were)\s+(?:the|an?)\s+([^,.;:()]+)")
_REST = re.compile(
    r"\s*(?:(?:is|are|was|were|be|been|has|have|had|will|to)\s+)*((?:\w+ed|set|built|open|from)\b.*)"
)
_KINDS = {
    "money": "Money", "area": "Area", "length": "Length", "duration": "Time", "share": "Share",
    "capacity": "Capacity",
}  # fmt: skip
_ZH_BREAK = re.compile(r"[，。；：、（）“”《》\uff01\uff1f,;:()\"!?]")
_ZH_TRAILING = re.compile(
    "(?:已|也|都|还|了|共|约|近|超过|超|达到|达|为|是|有|至|到|由|从|提高|增长|增加|增至|下降|降至|降低|"
    "新增|新建|计划|完成|实现|累计|突破|建成|建设|不低于|不少于|占|仅|逾)+$"
)
_ZH_LEADING = re.compile(
    r"^(?:我们|他们|所以|其中|目前|预计|计划|将|到|自|今年|去年|明年|过去[一二三四五六七八九十两]+年|"
    r"(?:到|自)?[0-9]{4}年|再|又|的|同比|比.*)+"
)
_ZH_MOST = 12
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


def measures(text: str, start: int, end: int, kind: str) -> list[str]:
    """Return words for what a figure measures, the likeliest first: those around its number.

    Args:
        text: the paragraph.
        start: where the figure begins.
        end: where it ends.
        kind: of its quantity; what is counted is printed behind the number.
    """
    span = sentence_at(text, start)
    before, behind = text[span.start : start], text[end : span.end]
    counted = words_behind_number(text[start:end]) if kind == "count" else ""
    pick = _chinese if is_chinese(text) else _english
    found = pick(before, behind, counted, _KINDS.get(kind, ""))
    return [*dict.fromkeys(_capital(each) for each in found if each)]


def _english(before: str, behind: str, counted: str, kind: str) -> list[str]:
    parts = _BREAK.split(before)
    if not counted and (_OF_THEM.match(behind) or _IT_IS.match(parts[-1])):
        # What they are was said with the number before.
        return []
    clauses = [_noun(each) for each in parts]
    of, is_, rest = (each.match(behind) for each in (_OF, _IS, _REST))
    object_ = next((_noun(_BREAK.split(each[1])[0]) for each in (of, is_) if each), "")
    more = _BREAK.split(rest[1].rstrip("."))[0].split()[:_MOST_WORDS] if rest else []
    whole = _TRAILING.sub("", " ".join((kind, *more))) if kind and more else ""
    earlier = next((each for each in clauses[-2::-1] if each), "")
    own = [_noun(counted), object_, clauses[-1]] if counted else [clauses[-1], object_]
    return [*own, whole, earlier, kind]


def _noun(words: str) -> str:
    """Return the words of a clause before its verb, which name a thing; nothing where none do."""
    if _PRONOUN.match(words):
        return ""
    name = _pruned(words)
    verb = _VERB.search(name)
    if verb and verb.start() == 0 and _ADJECTIVE.match(name):
        verb = _VERB.search(name, verb.end())
    if verb:
        cost = _COST.match(name, verb.start())
        name = _pruned(name[: verb.start()])
        name += " cost" if name and cost else ""
    short = name.split()[:_MOST_WORDS]
    # State-of-the-art is four words of a quotation.
    while len(_TOKEN.findall(" ".join(short))) >= _RUN:
        short.pop()
    return " ".join(short)


def _pruned(words: str) -> str:
    """Return words up to the first number in them, without what no name begins or ends with."""
    found = _DIGIT.split(_TIME.sub("", words))[0].strip(" ,;:.$£€¥“”\"'")
    return _LEADING.sub("", _TRAILING.sub("", found))


def _chinese(before: str, behind: str, counted: str, _kind: str) -> list[str]:
    parts = [_zh_pruned(each)[-_ZH_MOST:] for each in _ZH_BREAK.split(before)]
    object_ = _zh_pruned(_ZH_BREAK.split(behind)[0].lstrip("的"))[:_ZH_MOST]
    own = [object_, parts[-1]] if counted else [parts[-1], object_]
    found = [*own, counted, *[each for each in parts[-2::-1] if each][:1]]
    # 门, 位: one character is a measure word.
    return [each for each in found if len(each) > 1]


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
