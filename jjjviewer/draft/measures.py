"""Words that are proposed for what a figure measures: those around its number."""

import re

from jjjviewer.draft.wording import RUN, TOKEN, sentence_at
from jjjviewer.text.nouns import counted_noun, singular
from jjjviewer.text.sentences import flatten, is_chinese
from jjjviewer.text.tables import pairs, table
from jjjviewer.text.tables import words as word_list

_MOST_WORDS = 7
_ENGLISH = {key: re.compile(each) for key, each in table("measures")["english"]}
_CHINESE = {key: re.compile(each) for key, each in table("measures")["chinese"]}
_DIGIT = re.compile("[0-9]")
_KINDS = pairs("measures", "kinds")
_BARE, _FEW = (frozenset(word_list("measures", each)) for each in ("bare", "few"))
_ZH_MOST = 12


def words_behind_number(printed: str) -> str:
    """Return what is printed behind a number: the passengers of 310,000 passengers."""
    ends = [found.end() for found in _ENGLISH["number"].finditer(flatten(printed))]
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
        around = [
            _noun(each)
            for each in (
                *_ENGLISH["break"].split(before)[-2::-1],
                _ENGLISH["break"].split(earlier)[0],
            )
        ]
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
    own = _ENGLISH["pronoun"].match(_ENGLISH["break"].split(between)[-1])
    return not measure or bool(
        own and measure in _KINDS.values() and not _ENGLISH["clause"].search(between)
    )


def _english(before: str, behind: str, counted: str, kind: str) -> list[str]:
    before = _ENGLISH["between places"].sub("", _ENGLISH["clause"].split(before)[-1])
    parts = _ENGLISH["break"].split(_ENGLISH["aside"].sub(" ", before))
    last = parts[-1]
    if not counted and (_ENGLISH["of them"].match(behind) or _ENGLISH["it is"].match(last)):
        # What they are was said with the number before.
        return []
    clauses = [_noun(each) for each in parts]
    subject, earlier = clauses[-1], next((each for each in clauses[-2::-1] if each), "")
    if _ENGLISH["it cost"].match(last) or _ENGLISH["at cost"].search(last):
        subject = "cost"
    object_, name = _object(behind), _KINDS.get(kind, "")
    if kind == "money" and (amount := _ENGLISH["amount of"].search(last)):
        subject = _pruned(amount[1])
    elif kind == "money" and _ENGLISH["lost"].search(last):
        subject = "loss"
    if counted:
        made = _ENGLISH["made before"].search(last) or _ENGLISH["made behind"].match(behind)
        told = f"{counted} {made[1]}" if made and " " not in counted else _noun(counted)
        is_end = last.rstrip().endswith(("from", "to"))
        own = [subject if is_end else "", told, _noun(counted), object_, subject]
    elif _ENGLISH["more than"].match(behind):
        own = [_counted_last(before), subject, object_]
    elif object_ and _is_of_object(last, behind, kind):
        own = [object_, subject]
    elif (
        kind == "share"
        and not (before.strip() or object_)
        and (does := _ENGLISH["predicate"].match(behind))
    ):
        words = _ENGLISH["verb"].split(does[1])[0] or does[1]
        own = [" ".join(words.split()[:_MOST_WORDS])]
    else:
        own = [subject, object_]
    return [each for each in (*own, _rest(behind, name), earlier, name) if each]


def _object(behind: str) -> str:
    """Return the thing behind a number: of willow, on pumps and sluices, more passengers."""
    for rule in (_ENGLISH["more of"], _ENGLISH["of"], _ENGLISH["is"]):
        found = rule.match(behind)
        if found and not _ENGLISH["soon over"].match(found[1]):
            words = _ENGLISH["object end"].split(found[1])[0].strip()
            if number := _ENGLISH["number"].match(words := _ENGLISH["leading"].sub("", words)):
                noun = counted_noun(words, number.end())
                return _noun(words[number.end() : noun.end]) if noun else ""
            both = _ENGLISH["both"].match(words)
            return both[0] if both else _noun(_ENGLISH["break"].split(words)[0])
    return ""


def _is_of_object(last: str, behind: str, kind: str) -> bool:
    """Return whether a number is of what stands behind it, and not of the subject before it."""
    if _ENGLISH["more of"].match(behind):
        return True
    if kind == "money":
        return bool(_ENGLISH["spent"].search(last))
    is_size = kind in ("area", "length", "mass", "other")
    return is_size and behind.startswith(" of ")


def _counted_last(before: str) -> str:
    """Return what the number before counts: 740,000 passengers, 12% more than the year before."""
    for found in reversed([*_ENGLISH["number"].finditer(before)]):
        if noun := counted_noun(before, found.end()):
            return _noun(before[found.end() : noun.end])
    return ""


def _modified(words: str, earlier: str, behind: str, kind: str) -> str:
    """Return a bare word with what it is of: ticket price, reed area."""
    if _ENGLISH["aim"].fullmatch(words) and (of := _ENGLISH["aimed at"].match(behind)):
        return of[1] if not _ENGLISH["verb"].search(of[1]) else words
    if " " in words:
        return words
    short = [each for each in earlier.split() if each.lower() not in _BARE | _FEW]
    if words.lower() in _BARE and 0 < len(short) <= 2:
        return " ".join((*short[:-1], singular(short[-1]), words))
    is_thing = kind == "area" and words != "Area" and words.lower() not in _BARE
    return f"{words} area" if is_thing else words


def _rest(behind: str, name: str) -> str:
    """Return the kind of quantity with what is done with it: money set aside for the harbour."""
    found = _ENGLISH["rest"].match(behind)
    words = _ENGLISH["break"].split(found[1].rstrip("."))[0].split()[:_MOST_WORDS] if found else []
    return _ENGLISH["trailing"].sub("", " ".join((name, *words))) if name and words else ""


def _noun(words: str) -> str:
    """Return the words of a clause before its verb, which name a thing; nothing where none do."""
    words = _ENGLISH["says"].sub("", words)
    if _ENGLISH["pronoun"].match(words):
        return ""
    name = _pruned(_ENGLISH["where"].sub("", _ENGLISH["seen"].sub(r"\1", words)))
    verb = _ENGLISH["verb"].search(name)
    if verb and verb.start() == 0 and _ENGLISH["adjective"].match(name):
        verb = _ENGLISH["verb"].search(name, verb.end())
    if verb:
        cost = _ENGLISH["cost"].match(name, verb.start())
        name = _pruned(name[: verb.start()])
        name += " cost" if name and cost else ""
    if _ENGLISH["actor"].fullmatch(name):
        return ""
    short = name.split()[:_MOST_WORDS]
    # State-of-the-art is four words of a quotation.
    while len(TOKEN.findall(" ".join(short))) >= RUN:
        short.pop()
    return " ".join(short)


def _pruned(words: str) -> str:
    """Return words up to the first number in them, without what no name begins or ends with."""
    found = _DIGIT.split(_ENGLISH["time"].sub("", words))[0].strip(" ,;:.$£€¥“”\"'")
    return _ENGLISH["leading"].sub("", _ENGLISH["trailing"].sub("", found))


def _chinese(before: str, behind: str, counted: str) -> list[str]:
    parts = [_zh_pruned(each)[-_ZH_MOST:] for each in _CHINESE["break"].split(before)]
    object_ = _zh_pruned(_CHINESE["break"].split(behind)[0].lstrip("的"))[:_ZH_MOST]
    object_ = "" if _CHINESE["no object"].match(object_) else object_
    own = [object_, parts[-1]] if counted else [parts[-1], object_]
    found = [*own, counted, *[each for each in parts[-2::-1] if each][:1]]
    # 门, 位: one character is a measure word.
    return [each for each in found if len(each) > 1]


def _zh_pruned(words: str) -> str:
    return _CHINESE["trailing"].sub("", _DIGIT.split(_CHINESE["leading"].sub("", words))[0])


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
