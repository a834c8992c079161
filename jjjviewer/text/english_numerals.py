"""English numbers, in digits and in words, with their scale."""

import re

from jjjviewer.text.figures import Numeral
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.nouns import counted_noun
from jjjviewer.text.tables import pattern
from jjjviewer.text.units import currency_before

_ONES = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split()  # noqa: E501, SIM905
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()  # noqa: SIM905
_WORDS = (
    {"zero": 0.0}
    | {word: index + 1.0 for index, word in enumerate(_ONES)}
    | {word: (index + 2) * 10.0 for index, word in enumerate(_TENS)}
)
_FRACTIONS = {
    word: 1.0 / part
    for part, words in {
        2: "half halves", 3: "third thirds", 4: "quarter quarters", 5: "fifth fifths",
        6: "sixth sixths", 7: "seventh sevenths", 8: "eighth eighths", 9: "ninth ninths",
        10: "tenth tenths", 100: "hundredth hundredths",
    }.items()
    for word in words.split()
}  # fmt: skip
_SCALES = {
    "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "lakh": 1e5, "lac": 1e5, "crore": 1e7, "lakh crore": 1e12, "dozen": 12.0,
    "k": 1e3, "m": 1e6, "mn": 1e6, "mln": 1e6, "mio": 1e6, "millionen": 1e6, "b": 1e9, "bn": 1e9,
    "bln": 1e9, "mrd": 1e9, "milliard": 1e9, "milliarde": 1e9, "milliarden": 1e9,
    "tn": 1e12, "trn": 1e12, "cr": 1e7, "l": 1e5,
}  # fmt: skip

_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|zero|{'|'.join(reversed(_ONES))})"
)
_NUMBER_WORDS = (
    rf"(?:{_SMALL}|an?(?= (?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b))"
    rf"(?:[ -]and[ -]a[ -]half)?(?: hundred(?: and {_SMALL})?)?"
    r"|half a(?= (?:million|billion|dozen)\b)"
)
_FRACTION = (
    rf"(?:(?:{_SMALL}|an?)[- ](?:{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})"
    r"(?= (?:of|the|its|their|all|more|less|fewer)\b|[-,.;)]|$)"
    r"|half(?= (?:of|the|its|their|all|our)\b))"
)
NUMERAL = LazyPattern(
    r"(?<![0-9])(?:"
    r"(?P<grouped>[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?)"
    r"|(?P<spaced>[0-9]{1,3}(?: [0-9]{3})+(?![0-9])(?:[.,][0-9]+)?)"
    r"|(?P<points>[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?)"
    r"|(?P<plain>[0-9]+(?:[.,][0-9]+)?))"
    rf"|\b(?P<words>{_NUMBER_WORDS})\b",
    re.IGNORECASE,
)
FRACTION = LazyPattern(rf"\b{_FRACTION}", re.IGNORECASE)
_SCALE_WORD = LazyPattern(pattern("english_figures", "numerals", "scale word"), re.IGNORECASE)
_SCALE_LETTER = LazyPattern(
    r"-?(k|m|b|cr|K|M|B|l)(?![A-Za-z0-9²³/])|(?<=[0-9]) ?(m)(?![A-Za-z0-9²³/])"
)
_DECIMAL_COMMA = LazyPattern(r"(?<![0-9,.])[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{1,2}(?![0-9,])")
_DECIMAL_POINT = LazyPattern(r"[0-9],[0-9]{3}(?![0-9])|(?<![0-9.])[0-9]+\.[0-9]{1,2}(?![0-9.])")
_LONGEST_NUMERAL = 26
"""Characters of a number with its separators; what is longer is a code."""


def is_continental(text: str) -> bool:
    """Return whether a text writes decimals with a comma, and thousands with a point."""
    return bool(_DECIMAL_COMMA.search(text)) and not _DECIMAL_POINT.search(text)


def read_digits(printed: str, continental: bool) -> float:
    """Return the value of a number in digits, its separators read as the text uses them."""
    plain = printed.replace(" ", "")
    if re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]+,[0-9]{1,2}|[0-9]+,[0-9]{4,}", plain):
        plain = plain.replace(".", "").replace(",", ".")
    elif re.fullmatch(r"[0-9]{1,3}(?:\.[0-9]{3}){2,}", plain) or (
        # Nobody writes 12.500 for twelve and a half.
        re.fullmatch(r"[1-9][0-9]{0,2}\.[0-9]{3}", plain) and (continental or plain.endswith("00"))
    ):
        plain = plain.replace(".", "")
    return float(plain.replace(",", "")[:_LONGEST_NUMERAL])


def read_words(printed: str) -> float:
    """Return the value of a number in words: one hundred and five, two and a half."""
    total = 0.0
    for word in re.findall(r"[a-z]+", printed.lower()):
        if word == "hundred":
            total = (total or 1.0) * 100.0
        elif word == "half":
            total += 0.5
        elif word in ("a", "an"):
            total = total or (0.0 if "half" in printed else 1.0)
        else:
            total += _WORDS.get(word, 0.0)
    return total


def read_fraction(printed: str) -> float:
    """Return the value of a fraction in words: two thirds, a quarter, half."""
    *count, part = re.findall(r"[a-z]+", printed.lower())
    return (
        read_words(" ".join(count)) if count and count[0] not in ("a", "an") else 1.0
    ) * _FRACTIONS[part]


def numeral(text: str, found: re.Match[str], continental: bool) -> Numeral:
    """Read the number that `NUMERAL` found, and the scale behind it."""
    start, end = found.span()
    worded = bool(found["words"])
    if end - start > _LONGEST_NUMERAL:
        return Numeral(start, end, 0.0, 1.0)
    value = read_words(found[0]) if worded else read_digits(found[0], continental)
    scale = 1.0
    while word := _SCALE_WORD.match(text, end):
        scale *= _SCALES[re.sub(r"s$", "", (word[1] or word[2] or word[3]).lower())]
        end = word.end()
        if scale >= 1e5:
            break
    if scale == 1.0 and not worded and (letter := _SCALE_LETTER.match(text, end)):
        sign = (letter[1] or letter[2]).lower()
        spaced = letter[2] is not None and text[end] == " "
        if (
            sign != "l"
            and not (spaced and not currency_before(text, start))
            and (sign not in "mb" or _is_money(text, start, letter.end()))
        ):
            scale, end = _SCALES[sign], letter.end()
    return Numeral(start, end, value * scale, scale, worded)


def _is_money(text: str, start: int, end: int) -> bool:
    """Return whether m means million: its number has a currency before it or a noun behind it."""
    return bool(currency_before(text, start) or counted_noun(text, end))
