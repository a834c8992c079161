"""Names of things as they stand within an English sentence: the sluice at Lowgate."""

import re

from jjjviewer.model.view import View

_MOST_SEARCHED = 1000
"""Statements that are searched for a name's first word in small letters."""
_PREPOSITIONS = ("across", "at", "between", "for", "from", "in", "of", "on", "round", "to", "with")
_APOSTROPHE = "'"
_NAME = r"(?:\(?[A-Z0-9]\S*|and|of|the)"
_WITH_ARTICLE = re.compile(
    rf"\d+(st|nd|rd|th) .+|[A-Z]\S* (?:{_NAME} )*(of .+|River|Sea|Olympics|Wall|Corridor|Expo"
    r"|Commission|Committee)"
)
_OF_ITS_KIND = re.compile(
    "(.* )?(economy|environment|climate|countryside|coast|sector|market)", re.IGNORECASE
)
"""Topics that take an article: the airport economy, the environment."""
_SLOGAN = re.compile(r"(One|Two|Three|Four|Five|Six|Seven|Eight|Nine|Ten) .+")
_WHERE = re.compile(r", (?=[A-Z][^,]*$)")
_PROPER = re.compile(rf"{_NAME}(?: {_NAME})*")


def named(name: str, view: View) -> str:
    """Return the name of a thing as it stands within a sentence.

    A description gets an article, and a small first letter where its first word is a common noun:
    a statement writes it so, or a preposition follows. A slogan that counts ("One core and two
    wings") and a list stand in quotation marks.
    """
    if view.dataset.language == "zh" or not name.isascii():
        return name
    name = _WHERE.sub(" in ", name)
    if _SLOGAN.fullmatch(name) or "," in re.sub(r'"[^"]*"', "", name):
        return f"“{name}”"
    if _PROPER.fullmatch(name):
        return with_article(name)
    first, _, rest = name.partition(" ")
    summaries = view.dataset["statements"]["summary"].head(_MOST_SEARCHED)
    is_noun = rest.partition(" ")[0] in _PREPOSITIONS or re.search("-[a-z]", first)
    in_text = re.compile(rf"\b{re.escape(first.lower().rstrip(_APOSTROPHE))}")
    is_word = not rest[:1].isupper() and (is_noun or any(map(in_text.search, summaries)))
    return f"the {first.lower() if is_word else first} {rest}".rstrip()


def topic_named(name: str) -> str:
    """Return a theme as it stands within a sentence: ecology, EU law, the airport economy."""
    words = name[0].lower() + name[1:] if name[1:2].islower() else name
    return f"the {words}" if _OF_ITS_KIND.fullmatch(name) else words


def with_article(name: str) -> str:
    """Return a proper name as it stands within a sentence: the Chao River, the Fen."""
    if name.startswith("The "):
        return f"the {name[4:]}"
    return f"the {name}" if _WITH_ARTICLE.fullmatch(name) else name
