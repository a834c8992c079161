"""English numbers, in digits and in words, with their scale."""

import re
import unicodedata
from collections.abc import Iterator

from jjjviewer.text.figures import Numeral
from jjjviewer.text.lazy_pattern import LazyPattern
from jjjviewer.text.nouns import counted_noun
from jjjviewer.text.tables import table
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
_SCALES = table("english_figures")["scales"]
_LETTERS = {"k": 1e3, "m": 1e6, "b": 1e9, "t": 1e12, "cr": 1e7}
_SMALL = (
    rf"(?:(?:{'|'.join(_TENS)})(?:[- ](?:{'|'.join(_ONES[:9])}))?|zero|{'|'.join(reversed(_ONES))})"
)
_NUMBER_WORDS = (
    rf"(?:{_SMALL}|an?(?= (?:hundred|thousand|million|billion|trillion|dozen|lakh|crore)\b))"
    rf"(?:[ -]and[ -]a[ -]half)?(?: hundred(?:(?: and)? {_SMALL}(?!-| hundred))?)?"
    r"|half[ -]an?(?=[ -](?:million|billion|dozen|hundred|thousand)\b)"
)
_VULGAR = "¼½¾⅓⅔⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_FRACTION = (
    rf"(?:(?:{_SMALL}|an?)[- ](?:{'|'.join(sorted(_FRACTIONS, key=len, reverse=True))})"
    r"(?= (?:of|the|its|their|all|more|less|fewer|and (?:the|its|his|her|a))\b|[-,.;)]|$)"
    r"|(?<!first )(?<!second )(?<!latter )half(?= (?:of|the|its|their|all|our)\b|$))"
)
NUMERAL = LazyPattern(
    r"(?<![0-9])(?:"
    r"(?P<grouped>[0-9]{1,3}(?:,[0-9]{2,3})*,[0-9]{3}(?![0-9])(?:\.[0-9]+)?)"
    r"|(?P<spaced>[0-9]{1,3}(?:[ '](?!100 million)[0-9]{3})+(?![0-9])(?:[.,][0-9]+)?)"
    r"|(?P<points>[0-9]{1,3}(?:\.[0-9]{3})+(?![0-9])(?:,[0-9]+)?)"
    rf"|(?P<plain>[0-9]+(?:[.,][0-9]+)?|(?<!\S)\.[0-9]+)(?: ?(?P<part>[{_VULGAR}]))?"
    rf"|(?P<vulgar>[{_VULGAR}]))"
    rf"|\b(?P<words>{_NUMBER_WORDS})\b",
    re.IGNORECASE,
)
_FRACTION_OF = LazyPattern(rf"\b{_FRACTION}", re.IGNORECASE)
_RATED = LazyPattern(
    r"(?:[0-9]|thousand|million|billion|once|twice|times)"
    r"(?:(?! (?:and|but|while|with) )[^,;:()A-Z])*$"
)
"""What stands before the time of a rate, with no clause between."""
_PARTS = (
    "hal",
    "third",
    "quarter",
    "fifth",
    "sixth",
    "seventh",
    "eighth",
    "ninth",
    "tenth",
    "hundredth",
)
_SCALE_WORD = LazyPattern(
    f"(?:{'|'.join(f'({written})' for _, written in reversed(_SCALES))})(?![A-Za-z0-9])",
    re.IGNORECASE,
)
_SCALE_LETTER = LazyPattern(r"-?(cr|[kmbtKMBT])(?![A-Za-z0-9²³/])|(?<=[0-9]) (m)(?![A-Za-z0-9²³/])")
_DECIMAL_COMMA = LazyPattern(r"(?<![0-9,.])[0-9]{1,3}(?:\.[0-9]{3})*,[0-9]{1,2}(?![0-9,])")
_DECIMAL_POINT = LazyPattern(r"[0-9],[0-9]{3}(?![0-9])|(?<![0-9.])[0-9]+\.[0-9]{1,2}(?![0-9.])")
_LONGEST_NUMERAL = 26
"""Characters of a number with its separators; what is longer is a code."""


def is_continental(text: str) -> bool:
    """Return whether a text writes decimals with a comma, and thousands with a point."""
    return bool(_DECIMAL_COMMA.search(text)) and not _DECIMAL_POINT.search(text)


def read_digits(printed: str, continental: bool) -> float:
    """Return the value of a number in digits, its separators read as the text uses them."""
    plain = printed.replace(" ", "").replace("'", "")
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


def fractions(text: str) -> Iterator[re.Match[str]]:
    """Yield the fractions in words: most sentences have none, which is seen at once."""
    lower = text.lower()
    if any(each in lower for each in _PARTS):
        for found in _FRACTION_OF.finditer(text):
            if not (found[0].lower() == "a quarter" and is_each_quarter(text, *found.span())):
                yield found


def is_each_quarter(text: str, start: int, end: int) -> bool:
    """Return whether "a quarter" is the time of a rate: 3,000 cars a quarter, once a quarter."""
    before = _RATED.search(text, max(0, start - 60), start)
    return before is not None and not text.startswith(" of", end)


def read_fraction(printed: str) -> float:
    """Return the value of a fraction in words: two thirds, a quarter, half."""
    *count, part = re.findall(r"[a-z]+", printed.lower())
    return (
        read_words(" ".join(count)) if count and count[0] not in ("a", "an") else 1.0
    ) * _FRACTIONS[part]


def numeral(text: str, found: re.Match[str], continental: bool) -> Numeral:
    """Read the number that `NUMERAL` found, the scale behind it, and what goes on behind that."""
    read = _part(text, found, continental)
    scale, largest = read.scale, read.scale
    while scale > 1 and (rest := _rest(text, read, scale, continental)):
        read = read._replace(end=rest.end, value=read.value + rest.value)
        scale = rest.scale
    return read._replace(scale=largest)


def _part(text: str, found: re.Match[str], continental: bool) -> Numeral:
    start, end = found.span()
    worded = bool(found["words"])
    if end - start > _LONGEST_NUMERAL and not worded:
        return Numeral(start, end, 0.0, 1.0)
    value = read_words(found[0]) if worded else _in_digits(found, continental)
    scale = 1.0
    while word := _SCALE_WORD.match(text, end):
        scale *= float(_SCALES[-(word.lastindex or 1)][0])
        end = word.end()
        if scale >= 1e5:
            break
    if scale == 1.0 and not worded and (letter := _SCALE_LETTER.match(text, end)):
        spaced = letter[2] is not None
        sign = (letter[1] or letter[2]).lower()
        money = currency_before(text, start)
        counted = sign in "mb" and not spaced and counted_noun(text, letter.end())
        if money or sign in ("k", "cr") or counted:
            scale, end = _LETTERS[sign], letter.end()
    share = bool(found["vulgar"]) and scale == 1
    return Numeral(start, end, value * scale, scale, worded, share)


def _in_digits(found: re.Match[str], continental: bool) -> float:
    """Read 1,234.5 and 2½."""
    vulgar = found["part"] or found["vulgar"] or ""
    printed = found[0].removesuffix(vulgar)
    whole = read_digits(printed, continental) if printed else 0.0
    return whole + (unicodedata.numeric(vulgar) if vulgar else 0.0)


def _rest(text: str, read: Numeral, scale: float, continental: bool) -> Numeral | None:
    """Return what a smaller scale adds: 3 crore 50 lakh, two thousand five hundred."""
    thousand = text[: read.end].endswith("thousand")
    gaps = (" and ", ", ", " ") if thousand else (", ", " ")
    gap = next((each for each in gaps if text.startswith(each, read.end)), None)
    found = NUMERAL.match(text, read.end + len(gap)) if gap else None
    if found is None or bool(found["words"]) != read.worded:
        return None
    rest = _part(text, found, continental)
    # Not in "two million thirty-five-year loans", nor in "5 million 3 times".
    bound = text[rest.end : rest.end + 1] == "-"
    apart = rest.scale == 1 and (not read.worded or gap == ", ")
    return rest if rest.value < scale and not bound and not apart else None


def letter_scale(text: str, end: int) -> float:
    """Return what a letter behind a number may multiply it with; 1 without one."""
    letter = _SCALE_LETTER.match(text, end)
    return _LETTERS[(letter[1] or letter[2]).lower()] if letter else 1.0
