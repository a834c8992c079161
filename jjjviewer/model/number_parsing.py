"""Numbers as people print them: 731.9 billion yuan, more than half, 三千八百亿元."""

import math
import re
import unicodedata
from collections.abc import Iterator

_SIGN = "[-−–]"
_DIGITS = rf"(?:(?<!\S){_SIGN})?\d+(?:[.,]\d+|[ '’]\d{{3}}(?!\d))*"
_SCALES = {
    "dozen": 12, "hundred": 1e2, "thousand": 1e3, "million": 1e6, "billion": 1e9, "trillion": 1e12,
    "mn": 1e6, "bn": 1e9, "tn": 1e12,
    "万亿": 1e12, "亿": 1e8, "千万": 1e7, "百万": 1e6, "万": 1e4, "千": 1e3,
}  # fmt: skip
_WORDS = {
    "zero": 0, "half": 0.5, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5,
    "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11, "twelve": 12,
    "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18,
    "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "sixty": 60,
    "seventy": 70, "eighty": 80, "ninety": 90,
}  # fmt: skip
_TIMES = {"hundred": 100, "dozen": 12}
_INSIDE = {*_WORDS, *_TIMES, "-", "a"}
"""What may follow inside a number in words, as "and" may in some places."""
_HAN_DIGITS = {**{han: at for at, han in enumerate("〇一二三四五六七八九")}, "零": 0, "两": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
_HAN_SCALES = {"万": 10_000, "亿": 100_000_000}
_HAN = "".join((*_HAN_DIGITS, *_HAN_TENS, *_HAN_SCALES))

_POINT_DECIMAL = re.compile(r"(?:\d{1,3}(?:,\d{3})+|\d+)(?:\.\d+)?").fullmatch
_COMMA_DECIMAL = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?|\d+,(?!\d{3}$)\d+").fullmatch
_TOKEN = re.compile(rf"(?P<digits>{_DIGITS})|(?P<han>[{_HAN}]+)|(?P<word>[a-z]+)|(?P<sign>\S)")
_PHRASES = {
    "more-than": ("more than", "over", "above", "in excess of", "exceeding", "exceeds", ">",
                  "超过", "超", "逾"),
    "at-least": ("at least", "no less than", "not less than", "no fewer than", "≥", "至少",
                 "不低于", "不少于"),
    "nearly": ("nearly", "almost", "close to", "近", "将近"),
    "about": ("about", "around", "approximately", "roughly", "some", "≈", "~", "约", "大约"),
    "less-than": ("less than", "fewer than", "under", "below", "<", "不到", "不足", "低于"),
    "at-most": ("at most", "no more than", "not more than", "up to", "≤", "不超过", "至多"),
}  # fmt: skip
_QUALIFIER_OF = {phrase: name for name, phrases in _PHRASES.items() for phrase in phrases}
_NUMBER_STARTS = rf"(?:the |a |an )?(?:\d|[{_HAN}]|(?:{'|'.join(_WORDS)}|a)\b)"
_QUALIFIED = re.compile(
    # The longest first, so that "no more than" is not read as "more than".
    rf"(?<![a-z])({'|'.join(map(re.escape, sorted(_QUALIFIER_OF, key=len, reverse=True)))})"
    rf"\s*(?={_NUMBER_STARTS})"
)


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text).casefold()


def qualifier(text: str) -> str:
    """Return the qualifier that is printed before a number, such as `more-than`, or nothing."""
    found = _QUALIFIED.search(_plain(text))
    return _QUALIFIER_OF[found[1]] if found else ""


def readings(text: str) -> list[float]:
    """Return the numbers that a text can be read as; none if it holds no number.

    A scale that follows a later number may be meant for an earlier one as well, as in
    "5 to 10 million", 1.234 may be written by somebody who separates thousands by points, and a
    fall of 3% as -3%: all of these are readings.
    """
    found: list[float] = []
    waiting: list[float] = []
    for numbers, scale in _numbers(_plain(text)):
        found += numbers
        if scale == 1:
            waiting += numbers
        else:
            found += [value * scale for value in waiting]
            waiting = []
    return found


def is_plain(number: str) -> bool:
    """Return whether a number is written as 1234.5 or 1,234.5."""
    return bool(_POINT_DECIMAL(number))


def reads_as(text: str, value: float) -> bool:
    """Return whether a text can be read as a value."""
    return any(math.isclose(value, each, rel_tol=1e-9) for each in readings(text))


def _numbers(text: str) -> Iterator[tuple[list[float], float]]:
    """Yield each number as its readings, and the scale that it has."""
    tokens = [(match.lastgroup or "", match[0]) for match in _TOKEN.finditer(text)]
    words = [token for _, token in tokens]
    at = 0
    while at < len(tokens):
        group, token = tokens[at]
        if group in ("digits", "han"):
            values = _of_digits(token) if group == "digits" else _of_han(token)
            scale, at = _scale(words, at + 1)
            yield [value * scale for value in values], scale
        elif token in _WORDS or token in _TIMES or (token == "a" and _is_scale(words, at + 1)):
            total, scale, at = _in_words(words, at)
            yield [total], scale
        else:
            at += 1


def _is_scale(words: list[str], at: int) -> bool:
    return at < len(words) and words[at] in _SCALES


def _scale(words: list[str], at: int) -> tuple[float, int]:
    """Return what all scales from the place `at` come to, and the place after them."""
    scale = 1.0
    while _is_scale(words, at):
        scale *= _SCALES[words[at]]
        at += 1
    return scale, at


def _of_digits(token: str) -> list[float]:
    """Read 1,234.5 and 1.234,5 and 1 234.5; 1.234 is read both ways, for both are written.

    So is what has a sign, for a row may say by itself that it is a fall.
    """
    joined = re.sub(rf"[ '’]|{_SIGN}", "", token)
    texts = [joined.replace(",", "")] if _POINT_DECIMAL(joined) else []
    texts += [joined.replace(".", "").replace(",", ".")] if _COMMA_DECIMAL(joined) else []
    signs = (1,) if token[0].isdigit() else (-1, 1)
    return [sign * float(text) for text in texts for sign in signs]


def _in_words(words: list[str], at: int) -> tuple[float, float, int]:
    """Read two thousand five hundred; return it, its largest scale and the place after it.

    What follows a scale and is smaller belongs to the same number.
    """
    total, largest, at = _part(words, at)
    scale = largest
    while at < len(words) and scale > 1:
        start = at + (words[at] == "and" and words[at - 1] == "thousand")
        if start == len(words) or words[start] not in _WORDS:
            break
        part, smaller, end = _part(words, start)
        # As in "two million thirty-five-year loans".
        if part >= scale or words[end - 1] == "-":
            break
        total, scale, at = total + part, smaller, end
    return total, largest, at


def _part(words: list[str], at: int) -> tuple[float, float, int]:
    """Read five hundred thousand from the place `at`; return it, its scale and the place after."""
    number, at = _of_words(words, at)
    scale, at = _scale(words, at)
    return number * scale, scale, at


def _of_words(words: list[str], at: int) -> tuple[float, int]:
    """Read two hundred and twenty-five from the place `at`; return it and the place after it.

    "A", or nothing, before a scale is one of it.
    """
    total = 0.0 if words[at] in _WORDS else 1.0
    start = at
    while at < len(words) and (words[at] in _INSIDE or _is_joined(words, at)):
        if at > start and _is_apart(words, at):
            break
        total = total * _TIMES.get(words[at], 1) + _WORDS.get(words[at], 0)
        at += 1
    return total, at


def _is_apart(words: list[str], at: int) -> bool:
    """Return whether a number belongs to what comes after it: a hundred three-year loans."""
    is_bound = words[at] in _WORDS and words[at + 1 : at + 2] == ["-"] and words[at - 1] != "-"
    return is_bound and not any(word in _WORDS for word in words[at + 2 : at + 3])


def _is_joined(words: list[str], at: int) -> bool:
    """Return whether an "and" stands inside a number: two hundred and five, three and a half."""
    before, after = words[at - 1], words[at + 1 : at + 3]
    if words[at] != "and" or not after:
        return False
    if before in _TIMES and after[0] in _WORDS:
        # Between two hundred and three hundred, there are two.
        return _of_words(words, at + 1)[0] < _TIMES[before]
    return after[0] == "half" or after == ["a", "half"]


def _of_han(token: str) -> list[float]:
    """Read 三千八百亿; a scale alone, as in 5亿, belongs to the digits before it."""
    total = part = digit = 0
    for han in token:
        if han in _HAN_DIGITS:
            digit = _HAN_DIGITS[han]
        elif han in _HAN_TENS:
            part += (digit or 1) * _HAN_TENS[han]
            digit = 0
        else:
            total = (total + part + digit) * _HAN_SCALES[han]
            part = digit = 0
    return [float(total + part + digit)]
