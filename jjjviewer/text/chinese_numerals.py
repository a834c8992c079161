"""Chinese numbers, in digits and in characters, with their scale."""

import re

from jjjviewer.text.figures import Numeral
from jjjviewer.text.lazy_pattern import LazyPattern

_DIGITS = {
    character: float(value)
    for value, characters in enumerate(
        ["零〇", "一壹", "二两兩贰貳", "三叁參", "四肆", "五伍", "六陆陸", "七柒", "八捌", "九玖"]
    )
    for character in (*characters, str(value))
}
_SCALES = {
    "十": 1e1, "拾": 1e1, "百": 1e2, "佰": 1e2, "千": 1e3, "仟": 1e3,
    "万": 1e4, "萬": 1e4, "亿": 1e8, "億": 1e8, "兆": 1e12,
}  # fmt: skip
_WHOLE = {"廿": 20.0, "卅": 30.0}
_SCALE = r"(?:[十百拾佰仟万萬亿億]|千(?![瓦米克伏卡帕赫])|兆(?![瓦赫]))"
_SCALE_NOT_PART = rf"(?:(?!百分|千分)(?:{_SCALE}))"
_HANZI = rf"(?:[零〇一二两兩三四五六七八九壹贰貳叁肆伍陆陸柒捌玖廿卅]|{_SCALE_NOT_PART})"
_BEYOND = r"(?:[多余餘几幾]|(?<=[十百千万])来(?![自到源年]))"
_NUMBER = r"(?:[0-9]{1,3}(?:[, ][0-9]{3})+(?![0-9])(?:\.[0-9]+)?|[0-9]+(?:\.[0-9]+)?)"
NUMERAL = LazyPattern(
    r"(?<![0-9])(?:"
    r"(?P<halved>一半(?=以上|左右|的|[,，。;；]|$))"
    rf"|(?P<parts>(?:百分之|千分之|万分之|萬分之|{_HANZI}{{1,3}}分之)(?:{_NUMBER}|{_HANZI}{{1,6}}(?:点{_HANZI}{{1,4}})?))"
    rf"|(?P<digits>{_NUMBER})"
    rf"(?:(?P<beyond1>{_BEYOND}(?={_SCALE_NOT_PART}))?(?P<scale>{_SCALE_NOT_PART}{{1,3}})"
    rf"(?P<rest>[0-9]{{1,4}}(?:[百千]?[万萬]|百|千(?![瓦米克伏卡帕赫]))(?![0-9]))?)?"
    r"(?P<beyond2>[多余餘](?!年前))?(?P<and_half>个半(?=小时|月|钟头|星期))?"
    rf"|(?P<hanzi>{_HANZI}{{1,12}}(?:点{_HANZI}{{1,4}}[万萬亿億]{{0,2}})?)"
    rf"(?P<beyond3>{_BEYOND}(?!年前)(?P<scale3>[万萬亿億]{{1,2}})?)?"
    r"(?P<half_more>个半(?=小时|月|钟头|星期))?"
    r"|(?P<half>半))"
)
_MOST_DIGITS = 18


def read_hanzi(printed: str) -> float:
    """Return the value of a number in characters: 七百六十五, 两千, 三点五万, 二〇二四."""
    whole, _, decimals = printed.partition("点")
    if decimals:
        tail = re.search(r"[万萬亿億]*$", decimals)
        scale = tail[0] if tail else ""
        digits = decimals[: len(decimals) - len(scale)]
        fraction = sum(_DIGITS.get(each, 0.0) * 0.1 ** (i + 1) for i, each in enumerate(digits))
        return (read_hanzi(whole) + fraction) * read_scale(scale)
    if len(whole) > 1 and all(each in _DIGITS for each in whole):
        return float("".join(str(int(_DIGITS[each])) for each in whole))
    total = section = digit = 0.0
    for each in whole:
        if each in _DIGITS:
            digit = _DIGITS[each]
        elif each in _WHOLE:
            section += _WHOLE[each]
        elif _SCALES[each] < 1e4:
            section += (digit or (0.0 if section and digit else 1.0)) * _SCALES[each]
            digit = 0.0
        else:
            below = section + digit
            # 万亿: the scale before is scaled itself.
            total = (
                (total + below or 1.0) * _SCALES[each]
                if below == 0 or each in "亿億兆"
                else (total + below * _SCALES[each])
            )
            section = digit = 0.0
    return total + section + digit


def read_scale(printed: str) -> float:
    """Return what scale characters multiply with: 万亿 is 1e12."""
    scale = 1.0
    for each in printed:
        scale *= _SCALES[each]
    return scale


def numeral(found: re.Match[str]) -> Numeral:
    """Read the number that `NUMERAL` found."""
    start, end = found.span()
    if end - start > _MOST_DIGITS + 14:
        return Numeral(start, end, 0.0, 1.0)
    if found["half"]:
        return Numeral(start, end, 0.5, 1.0, worded=True)
    if found["halved"]:
        return Numeral(start, end, 0.5, 1.0, worded=True, share=True)
    if printed := found["parts"]:
        whole, _, count = printed.partition("分之")
        part = read_hanzi(whole)
        value = (
            float(count.replace(",", ""))
            if count[0].isdigit() and count[0] < "\u3007"
            else read_hanzi(count)
        )
        return Numeral(start, end, value / part if part else 0.0, 1.0, worded=True, share=True)
    if digits := found["digits"]:
        scale = read_scale(found["scale"] or "")
        value = float(digits.replace(",", "").replace(" ", "")) * scale
        if rest := found["rest"]:
            count = rest.rstrip("百千万萬")
            value += float(count) * read_scale(rest[len(count) :])
        value += 0.5 if found["and_half"] else 0.0
        beyond = bool(found["beyond1"] or found["beyond2"])
        return Numeral(start, end, value, scale, beyond=beyond)
    scale = read_scale(found["scale3"] or "")
    value = read_hanzi(found["hanzi"]) * scale + (0.5 if found["half_more"] else 0.0)
    return Numeral(start, end, value, scale, worded=True, beyond=bool(found["beyond3"]))
