"""Words that are proposed for what a figure measures: those around its number."""

import re

from jjjviewer.draft.wording import RUN, TOKEN, sentence_at
from jjjviewer.text.nouns import counted_noun, singular
from jjjviewer.text.sentences import flatten, is_chinese

_MOST_WORDS = 7
_SCALE = r"(?:thousand|million|billion|trillion|crore|lakh|m|bn)\b"
_NUMBER = re.compile(
    rf"[0-9][0-9.,]*(?:\s*{_SCALE})?|[〇零一二两三四五六七八九十百千万亿]+|\b(?:half )?an? {_SCALE}"
)
_BREAK = re.compile(r"[,;:()“”\"—–]|\s-\s|\b(?:and|but|which|that|while|where|when|who)\b")
_ASIDE = re.compile(r", (?:which|who|where|whose)\b[^,]*,")
_EDGE = (
    r"the|a|an|its|their|his|her|our|of|to|by|from|at|in|on|with|for|than|is|are|was|were|be|been|"
    r"has|have|had|will|about|some|nearly|over|under|around|more|less|at least|up|down|only|"
    r"reached|reach|reaches|hit|totalled|totaled|stood|stands|now|today|already|there|it|we|they|i|"
    r"this|these|some|another|also|as|and|or|fewer|end|so far|worth|between|every|both|each|no|"
    r"not|alone|furthermore|additionally|following|extra|additional|currently|but|whom|just|month|"
    r"past year"
)
_LEADING = re.compile(rf"^(?:(?:{_EDGE})\b\s*)+", re.IGNORECASE)
_TRAILING = re.compile(rf"(?:\s*\b(?:{_EDGE}))+$", re.IGNORECASE)
_TIME = re.compile(
    r"^\s*(?:in|by|since|until|from|during|between)?\s*(?:[12][0-9]{3}|last year)"
    r"(?: (?:to|and|until|through) [12][0-9]{3})?\s+",
    re.IGNORECASE,
)
_DIGIT = re.compile("[0-9]")
_OF = re.compile(r"\s*(?:of|on|in|for)\s+((?:[^,.;:()]|[.,](?=[0-9]))+)", re.IGNORECASE)
_MORE_OF = re.compile(r"\s*(?:more|fewer|less)\s+(?!than\b)([a-z][^,.;:()]*)")
_MORE_THAN = re.compile(r"\s*(?:more|fewer|less|higher|lower)\s+than\b")
_SOON_OVER = re.compile(
    r"(?:the )?(?:first|last|next|same|whole|total|all|years?|months?|weeks?|days?|time|spring|"
    r"summer|autumn|winter|[A-Z][a-z]{2,8}uary|March|April|May|June|July|August|[A-Z][a-z]+ber)\b"
)
"""Of what stands behind in or for, these begin a time and no thing."""
_OBJECT_END = re.compile(
    r"\b(?:(?:a|per|each|every) (?:year|month|week|day|hour|minute|night)|than|from|by|to|since)\b"
)
_BOTH = re.compile(r"[\w-]+ and [\w-]+$")
_VERB = re.compile(
    r"\b(?:has|have|had|is|are|was|were|be|been|being|will|would|can|could|may|might|must|should|"
    r"shall|does?|did|now|fell|falls|rose|rises|grew|grows|reach(?:es)?|costs?|comes?|came|goes|went|"
    r"gives?|gave|takes?|took|makes?|made|got|sold|sells|saw|sees|spen[dt]s?|built|ran|stood|kept|paid|won|"
    r"lost|held|brings?|brought|bought|became|becomes|covers|carry|carries|employs|produces|receives|"
    r"serves|includes|contains|exceeds|met|set|wants?|expects?|hopes?|says?|said|shrank|sank|draws|drew|"
    r"cleans|treats|handles|saves|pays?|earns|attracts|supplies|generates|provides|supports|welcomes|"
    r"occupies|spans|weighs|stretches|loses|invests|put|(?!hundred)\w{2,}[^\We]ed)\b",
    re.IGNORECASE,
)
_ADJECTIVE = re.compile(
    r"\w+ed (?!(?:again|along|aside|at|by|down|for|from|in|into|on|out|over|to|up|with)\b)\w"
)
_SEEN = re.compile(
    r".*\b(?:saw|sees?|seen|watched|lets?|helped|made|had)\s+([^,;:()]+?)\s+"
    r"(?:rise|fall|grow|drop|increase|decline|decrease|shrink|climb|jump|double)\b.*"
)
"""The ferries saw passengers rise: they rise, not the ferries."""
_WHERE = re.compile(
    r"^\s*(?:[Oo]n|[Ii]n|[Aa]t|[Aa]mong|[Aa]cross)\s+(?:the |our |its )?\w+s\s+(?=\w+s\b)"
)
"""On the ferries passengers rose."""
_SPENT = re.compile(
    r"\b(?:spen[dt]s?|took|takes?|earn(?:s|ed)?|paid|pays?|invest(?:s|ed)?|receive[sd]?|raise[sd]?|"
    r"collect(?:s|ed)?|got|made)\b"
)
_PRONOUN = re.compile(r"\s*(?:[Aa]nd\s+)?(?:it|they|we|i|he|she|you|them|these|those)\b", re.I)
_OF_THEM = re.compile(r"\s*of (?:them|it|these|those|us|which|whom)\b", re.IGNORECASE)
_CLAUSE = re.compile(r";|\b(?:but|while|whereas|although|though)\b")
"""What parts one clause from another, which measures another thing."""
_SAYS = re.compile(
    r"^.*?\b(?:said|says|added|explained|noted|argued|replied|announced|reported|warned|stated)\b"
    r"(?: that)?\s+(?=\w)"
)
_BETWEEN_PLACES = re.compile(
    r" between [A-Z][\w'-]*(?: [A-Z][\w'-]*)* and [A-Z][\w'-]*(?: [A-Z][\w'-]*)*"
)
_ACTOR = re.compile(
    r"(?:Mr|Mrs|Ms|Dr|Prof|Sir)\b\.? .*|According to .*"
    r"|(?:(?:national|local|provincial|central|regional|federal|health|transport|city|county) )*"
    r"(?:ministry|government|province|council|company|city|town|authority|mayor|minister|department|"
    r"agency|board|committee|firm|municipality)(?: of [A-Z].*)?",
    re.IGNORECASE,
)
"""Who pays or says it is not what is measured."""
_PREDICATE = re.compile(rf"\s+((?!(?:{_EDGE})\b)[a-z]+ [^,.;:()“”\"]+)")
_AT_COST = re.compile(r"\bat an? (?:\w+ )?cost of\b")
_IT_IS = re.compile(r"\s*(?:[Tt]oday |[Nn]ow )?it (?:is|was)\b", re.IGNORECASE)
_COST = re.compile(r"(?:(?:has|have|had|will)\s+)?costs?\b", re.IGNORECASE)
_IT_COST = re.compile(r"\s*[Ii]t (?:(?:has|had|will|would) )?costs?\b")
_IS = re.compile(r"\s*(?:is|are|was|were)\s+(?:the|an?)\s+([^,.;:()]+)")
_REST = re.compile(
    r"\s*(?:(?:is|are|was|were|be|been|has|have|had|will|to)\s+)*((?:\w+ed|set|built|open|from)\b.*)"
)
_KINDS = {
    "money": "Money", "area": "Area", "length": "Length", "duration": "Time", "share": "Share",
    "capacity": "Capacity",
}  # fmt: skip
_BARE = {
    "price", "cost", "level", "area", "length", "rate", "value", "output", "capacity", "amount",
    "volume", "size", "fee", "budget", "income", "weight", "height", "depth",
}  # fmt: skip
"""Words that say how it is measured, and not what."""
_FEW = ("two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_AIM = re.compile(r"(?:our |the |its )?(?:target|goal|aim|total|share|rate)$", re.IGNORECASE)
_MADE = (
    "(?:re)?built|planted|created|opened|planned|closed|repaired|restored|trained|installed|"
    "connected|completed|renovated|lost"
)
_MADE_BEFORE = re.compile(rf"\b({_MADE})\s*(?:(?:{_EDGE})\b\s*)*$")
_MADE_BEHIND = re.compile(
    rf"\s*(?:(?:has|have|had|is|are|was|were|will|to|be|been|being)\s+)+({_MADE})\b"
)
_ZH_BREAK = re.compile(r"[，。；：、（）“”《》\uff01\uff1f,;:()\"!?]")
_ZH_TRAILING = re.compile(
    "(?:已|将|要|力争|有望|至少|至多|也|都|还|了|共|约|近|超过|超|达到|达|为|是|有|至|到|由|从|提高|增长|增加|增至|下降|降至|降低|"
    "新增|新建|计划|完成|实现|累计|突破|建成|建设|不低于|不少于|占|仅|逾)+$"
)
_ZH_LEADING = re.compile(
    r"^(?:我们|他们|所以|其中|目前|预计|计划|将|到|自|今年|去年|明年|过去[一二三四五六七八九十两]+年|"
    r"(?:到|自)?[0-9]{4}年|再|又|的|同比|比.*)+"
)
_ZH_MOST = 12


def words_behind_number(printed: str) -> str:
    """Return what is printed behind a number: the passengers of 310,000 passengers."""
    ends = [found.end() for found in _NUMBER.finditer(flatten(printed))]
    # Two boats have no digit.
    if ends:
        return printed[ends[-1] :].strip(" -")
    return re.sub(r"^to \w+ ", "", printed.partition(" ")[2])


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
    if is_chinese(text):
        found = _chinese(before, behind, counted)
    elif found := _english(before, behind, counted, kind):
        earlier = text[sentence_at(text, span.start - 2).start : span.start] if span.start else ""
        around = [_noun(each) for each in (*_BREAK.split(before)[-2::-1], _BREAK.split(earlier)[0])]
        found.insert(0, _modified(found[0], next(filter(None, around), ""), behind, kind))
    return [*dict.fromkeys(_capital(each) for each in found if each)]


def says_more(text: str, before: int, start: int, measure: str) -> bool:
    """Return whether a number is of what the one before it is of: we aim for 93%.

    Args:
        text: the paragraph.
        before: where the number before it ends.
        start: where it begins.
        measure: what would be proposed for it, if anything.
    """
    between = text[max(before, sentence_at(text, start).start) : start]
    own = _PRONOUN.match(_BREAK.split(between)[-1])
    return not measure or bool(own and measure in _KINDS.values() and not _CLAUSE.search(between))


def _english(before: str, behind: str, counted: str, kind: str) -> list[str]:
    before = _BETWEEN_PLACES.sub("", _CLAUSE.split(before)[-1])
    parts = _BREAK.split(_ASIDE.sub(" ", before))
    last = parts[-1]
    if not counted and (_OF_THEM.match(behind) or _IT_IS.match(last)):
        # What they are was said with the number before.
        return []
    clauses = [_noun(each) for each in parts]
    subject, earlier = clauses[-1], next((each for each in clauses[-2::-1] if each), "")
    if _IT_COST.match(last) or _AT_COST.search(last):
        subject = "cost"
    object_, name = _object(behind), _KINDS.get(kind, "")
    if counted:
        made = _MADE_BEFORE.search(last) or _MADE_BEHIND.match(behind)
        told = f"{counted} {made[1]}" if made and " " not in counted else _noun(counted)
        is_end = last.rstrip().endswith(("from", "to"))
        own = [subject if is_end else "", told, _noun(counted), object_, subject]
    elif _MORE_THAN.match(behind):
        own = [_counted_last(before), subject, object_]
    elif object_ and _is_of_object(last, behind, kind):
        own = [object_, subject]
    elif kind == "share" and not (before.strip() or object_) and (does := _PREDICATE.match(behind)):
        words = _VERB.split(does[1])[0] or does[1]
        own = [" ".join(words.split()[:_MOST_WORDS])]
    else:
        own = [subject, object_]
    return [each for each in (*own, _rest(behind, name), earlier, name) if each]


def _object(behind: str) -> str:
    """Return the thing behind a number: of willow, on pumps and sluices, more passengers."""
    for rule in (_MORE_OF, _OF, _IS):
        found = rule.match(behind)
        if found and not _SOON_OVER.match(found[1]):
            words = _OBJECT_END.split(found[1])[0].strip()
            if number := _NUMBER.match(words := _LEADING.sub("", words)):
                noun = counted_noun(words, number.end())
                return _noun(words[number.end() : noun.end]) if noun else ""
            both = _BOTH.match(words)
            return both[0] if both else _noun(_BREAK.split(words)[0])
    return ""


def _is_of_object(last: str, behind: str, kind: str) -> bool:
    """Return whether a number is of what stands behind it, and not of the subject before it."""
    if _MORE_OF.match(behind):
        return True
    if kind == "money":
        return bool(_SPENT.search(last))
    is_size = kind in ("area", "length", "mass", "other")
    return is_size and behind.startswith(" of ")


def _counted_last(before: str) -> str:
    """Return what the number before counts: 740,000 passengers, 12% more than the year before."""
    for found in reversed([*_NUMBER.finditer(before)]):
        if noun := counted_noun(before, found.end()):
            return _noun(before[found.end() : noun.end])
    return ""


def _modified(words: str, earlier: str, behind: str, kind: str) -> str:
    """Return a bare word with what it is of: ticket price, reed area."""
    if _AIM.fullmatch(words) and (of := re.match(r" ((?:[a-z-]+ ){0,2}[a-z-]+s)\b", behind)):
        return of[1] if not _VERB.search(of[1]) else words
    if " " in words:
        return words
    short = [each for each in earlier.split() if each.lower() not in (*_BARE, *_FEW)]
    if words.lower() in _BARE and 0 < len(short) <= 2:
        return " ".join((*short[:-1], singular(short[-1]), words))
    is_thing = kind == "area" and words != "Area" and words.lower() not in _BARE
    return f"{words} area" if is_thing else words


def _rest(behind: str, name: str) -> str:
    """Return the kind of quantity with what is done with it: money set aside for the harbour."""
    found = _REST.match(behind)
    words = _BREAK.split(found[1].rstrip("."))[0].split()[:_MOST_WORDS] if found else []
    return _TRAILING.sub("", " ".join((name, *words))) if name and words else ""


def _noun(words: str) -> str:
    """Return the words of a clause before its verb, which name a thing; nothing where none do."""
    words = _SAYS.sub("", words)
    if _PRONOUN.match(words):
        return ""
    name = _pruned(_WHERE.sub("", _SEEN.sub(r"\1", words)))
    verb = _VERB.search(name)
    if verb and verb.start() == 0 and _ADJECTIVE.match(name):
        verb = _VERB.search(name, verb.end())
    if verb:
        cost = _COST.match(name, verb.start())
        name = _pruned(name[: verb.start()])
        name += " cost" if name and cost else ""
    if _ACTOR.fullmatch(name):
        return ""
    short = name.split()[:_MOST_WORDS]
    # State-of-the-art is four words of a quotation.
    while len(TOKEN.findall(" ".join(short))) >= RUN:
        short.pop()
    return " ".join(short)


def _pruned(words: str) -> str:
    """Return words up to the first number in them, without what no name begins or ends with."""
    found = _DIGIT.split(_TIME.sub("", words))[0].strip(" ,;:.$£€¥“”\"'")
    return _LEADING.sub("", _TRAILING.sub("", found))


def _chinese(before: str, behind: str, counted: str) -> list[str]:
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
