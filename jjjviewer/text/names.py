"""Who speaks: bylines, "X said", surname and title in Chinese; whose words a paragraph holds."""

import re
from collections.abc import Iterable

from jjjviewer.text.figures import Speaker
from jjjviewer.text.sentences import flatten, is_chinese
from jjjviewer.text.tables import table

_ENGLISH = dict(table("names")["english"])
_TITLE_BEFORE = re.compile(rf"({_ENGLISH['title']}) ")
_ROLE_WORD = re.compile(_ENGLISH["role"], re.IGNORECASE)
_NOT_NAMES = re.compile(_ENGLISH["no name"])
_BYLINE, _ROLE_FIRST, _ANSWER = (
    re.compile(_ENGLISH[each]) for each in ("byline", "role first", "answer")
)
_SPOKEN = [re.compile(each) for key, each in table("names")["english"] if key == "spoken"]
_CHINESE = dict(table("names")["chinese"])
_ZH_ROLE = _CHINESE["role"]
_ZH_BYLINE = re.compile(_CHINESE["byline"])
_ZH_SPOKEN = [re.compile(each) for key, each in table("names")["chinese"] if key == "spoken"]
_QUESTION, _REPLY, _INTERVIEW = (
    re.compile(f"{_ENGLISH[each]}|{_CHINESE[each]}") for each in ("question", "reply", "interview")
)
_FEW_QUESTIONS = 2
_FIRST_PARAGRAPHS = 4
"""They may say that what follows is an interview."""
_LONGEST_BYLINE = 300
_ASIDE = r"(?:, [^.;“”\"]{3,120}?,)?(?: (?:also|further|has|had|then|again|later|now))?"
_PRONOUN_SAID = re.compile(
    rf"\b(?:[Ss]?[Hh]e{_ASIDE} {_ENGLISH['said']}|{_ENGLISH['said']} s?he)\b"
)
_ZH_PRONOUN_SAID = re.compile(rf"[他她](?:还|也|又)?(?:{_CHINESE['said']})")


def speakers(paragraphs: list[str], known: Iterable[str] = ()) -> list[Speaker]:
    """Return who speaks in a text: each byline, and of others the first place where they are named.

    Args:
        paragraphs: the text.
        known: names that are known already, of speakers of packs at hand.
    """
    found: list[Speaker] = []
    seen: set[str] = set()
    known = [each for each in known if len(each) > 1]
    for index, text in enumerate(paragraphs):
        byline = byline_of(text, index)
        if byline:
            found.append(_as_printed(byline, text))
            seen.add(byline.name)
        for each in _spoken(text, index):
            if each.name not in seen and not any(each.name in name.split() for name in seen):
                seen.add(each.name)
                found.append(_as_printed(each, text))
        for name in known:
            if name not in seen and (at := text.find(name)) >= 0:
                seen.add(name)
                found.append(Speaker(index, at, at + len(name), name, ""))
    return found


def _as_printed(speaker: Speaker, text: str) -> Speaker:
    """Return name and role as printed; the flattened text differs from what is printed."""
    at = flatten(text).find(speaker.role) if speaker.role else -1
    role = text[at : at + len(speaker.role)] if at >= 0 else speaker.role
    return speaker._replace(name=text[speaker.start : speaker.end], role=role)


def byline_of(text: str, index: int) -> Speaker | None:
    """Return the speaker whom a paragraph introduces: it is a byline, or an answer with a name."""
    text = flatten(text)
    if is_chinese(text):
        found = _ZH_BYLINE.match(text)
        if found and (found["role"] == "" or re.search(_ZH_ROLE + "$", found["role"])):
            return Speaker(index, *found.span("name"), found["name"], found["role"].strip())
        return None
    patterns = [_ANSWER] if len(text) > _LONGEST_BYLINE else [_BYLINE, _ROLE_FIRST, _ANSWER]
    for each_pattern in patterns:
        found = each_pattern.match(text)
        if not found or _NOT_NAMES.search(found["name"]):
            continue
        role = (found["role"] or "").strip(" ,:")
        if each_pattern is _ANSWER or _ROLE_WORD.search(role):
            return Speaker(index, *found.span("name"), found["name"], role)
    return None


def _spoken(text: str, index: int) -> list[Speaker]:
    """Return who is said to say something in a paragraph, by place."""
    text = flatten(text)
    patterns = _ZH_SPOKEN if is_chinese(text) else _SPOKEN
    found: dict[str, Speaker] = {}
    for each_pattern in patterns:
        for each in each_pattern.finditer(text):
            start, name = each.start("name"), each["name"]
            groups = each.groupdict()
            role = (groups.get("role") or groups.get("title") or "").strip()
            while title := _TITLE_BEFORE.match(name):
                role = role or title[1]
                start, name = start + title.end(), name[title.end() :]
            # A sentence may begin with a word that is no name: Last Monday Ada Linde said.
            while _NOT_NAMES.match(name) and " " in name:
                skipped = name.index(" ") + 1
                start, name = start + skipped, name[skipped:]
            if (" " not in name and not is_chinese(name)) or _NOT_NAMES.search(name):
                continue
            if name not in found or (role and not found[name].role):
                found[name] = Speaker(index, start, start + len(name), name, role)
    return sorted(found.values(), key=lambda each: each.start)


def sections(paragraphs: list[str]) -> list[str]:
    """Return whose section each paragraph lies in: of whom the last byline before it names."""
    names: list[str] = []
    current = ""
    for index, text in enumerate(paragraphs):
        byline = byline_of(text, index)
        current = byline.name if byline else current
        names.append(current)
    return names


def is_interview(paragraphs: list[str]) -> bool:
    """Return whether speakers answer questions: by the form, or as the first paragraphs say."""
    texts = [*map(flatten, paragraphs)]
    answers = [bool(_REPLY.match(each) or byline_of(each, at)) for at, each in enumerate(texts)]
    marked = [bool(_QUESTION.match(each)) for each in texts]
    asks = [each.rstrip("\"'’”)").endswith("?") for each in texts]
    answered = [
        at for at, is_answered in enumerate(answers[1:]) if marked[at] or (asks[at] and is_answered)
    ]
    is_named = any(map(_INTERVIEW.search, texts[:_FIRST_PARAGRAPHS]))
    is_likely = is_named and (any(answers) or sum(asks) >= _FEW_QUESTIONS)
    return is_likely or len(answered) >= _FEW_QUESTIONS


def voices(paragraphs: list[str], names: Iterable[str]) -> list[str]:
    """Return who says something in each paragraph: "Ms Linde said", "she said" right after.

    Args:
        paragraphs: the text.
        names: of those who speak in it.
    """
    patterns = {each: _says(each) for each in names}
    found: list[str] = []
    for each in map(flatten, paragraphs):
        own = [name for name, says in patterns.items() if says.search(each)]
        goes_on = not own and (_PRONOUN_SAID.search(each) or _ZH_PRONOUN_SAID.search(each))
        found.append(own[0] if len(own) == 1 else found[-1] if goes_on and found else "")
    return found


def _says(name: str) -> re.Pattern[str]:
    """Return a pattern for a name, or the surname with a title, that says something."""
    name = flatten(name)
    if is_chinese(name):
        own = rf"(?:{name}|(?<![\u4e00-\u9fff]){name[0]}{_ZH_ROLE})"
        return re.compile(rf"{own}(?:还|也|又)?{_CHINESE['said']}")
    surname = re.escape(name.rpartition(" ")[2])
    own = rf"(?:{re.escape(name)}|{_ENGLISH['title']} {surname})"
    said = _ENGLISH["said"]
    return re.compile(rf"\b{own}{_ASIDE} {said}\b|\b{said} {own}\b")
