"""Rows of units that figures of a text have."""

import re
from collections import Counter

from jjjviewer.draft.records import DROPPED, Record, Records
from jjjviewer.model.reading.cells import is_number
from jjjviewer.text.tables import pairs

_UNITS = """
percent % % share percent 1
pp points 个百分点 change pp 1
permille ‰ ‰ share percent 0.1
basis-point bps 个基点 change pp 0.01
usd dollars 美元 money usd 1
gbp pounds 英镑 money gbp 1
eur euros 欧元 money eur 1
cny yuan 元 money cny 1
hkd HK$ 港元 money hkd 1
jpy yen 日元 money jpy 1
inr rupees 卢比 money inr 1
aed AED 迪拉姆 money aed 1
aud AUD 澳元 money aud 1
bdt BDT 塔卡 money bdt 1
brl BRL 雷亚尔 money brl 1
cad CAD 加元 money cad 1
chf CHF 瑞士法郎 money chf 1
crown crowns 克朗 money crown 1
etb ETB 比尔 money etb 1
ghs GHS 塞地 money ghs 1
idr IDR 印尼盾 money idr 1
kes KES 肯尼亚先令 money kes 1
krw KRW 韩元 money krw 1
lkr LKR 斯里兰卡卢比 money lkr 1
mop MOP 澳门元 money mop 1
myr MYR 林吉特 money myr 1
ngn NGN 奈拉 money ngn 1
npr NPR 尼泊尔卢比 money npr 1
nzd NZD 新西兰元 money nzd 1
php PHP 菲律宾比索 money php 1
pkr PKR 巴基斯坦卢比 money pkr 1
pln PLN 兹罗提 money pln 1
rub RUB 卢布 money rub 1
sar SAR 里亚尔 money sar 1
sgd SGD 新加坡元 money sgd 1
shilling shillings 先令 money shilling 1
thb THB 泰铢 money thb 1
try TRY 里拉 money try 1
twd TWD 新台币 money twd 1
tzs TZS 坦桑尼亚先令 money tzs 1
ugx UGX 乌干达先令 money ugx 1
vnd VND 越南盾 money vnd 1
zar ZAR 兰特 money zar 1
zmw ZMW 克瓦查 money zmw 1
m2 m² 平方米 area m2 1
km2 km² 平方公里 area m2 1000000
ha ha 公顷 area m2 10000
mu mu 亩 area m2 666.6666666666666
acre acres 英亩 area m2 4046.8564224
ft2 ft² 平方英尺 area m2 0.09290304
square-mile sq.mi 平方英里 area m2 2589988.110336
m m 米 length m 1
km km 公里 length m 1000
cm cm 厘米 length m 0.01
mm mm 毫米 length m 0.001
mile miles 英里 length m 1609.344
foot feet 英尺 length m 0.3048
inch inches 英寸 length m 0.0254
li li 里 length m 500
t t 吨 mass t 1
kg kg 公斤 mass t 0.001
jin jin 斤 mass t 0.0005
g g 克 mass t 0.000001
quintal quintals 公担 mass t 0.1
w W 瓦 capacity kw 0.001
kw kW 千瓦 capacity kw 1
mw MW 兆瓦 capacity kw 1000
gw GW 吉瓦 capacity kw 1000000
tw TW 太瓦 capacity kw 1000000000
kwh kWh 千瓦时 energy kwh 1
mwh MWh 兆瓦时 energy kwh 1000
gwh GWh 吉瓦时 energy kwh 1000000
twh TWh 太瓦时 energy kwh 1000000000
m3 m³ 立方米 volume m3 1
litre litres 升 volume m3 0.001
acre-foot acre-feet 英亩英尺 volume m3 1233.48183754752
barrel barrels 桶 volume m3 0.158987294928
gallon gallons 加仑 volume gallon 1
year years 年 duration year 1
decade decades 个十年 duration year 10
month months 个月 duration month 1
week weeks 周 duration day 7
day days 天 duration day 1
hour hours 小时 duration hour 1
minute minutes 分钟 duration minute 1
second seconds 秒 duration second 1
times times 倍 other times 1
celsius °C 摄氏度 temperature celsius 1
fahrenheit °F 华氏度 temperature fahrenheit 1
ugm3 µg/m³ 微克/立方米 concentration ugm3 1
mgl mg/l 毫克/升 concentration mgl 1
ppm ppm ppm concentration ppm 1
ppb ppb ppb concentration ppm 0.001
v V 伏 voltage v 1
kv kV 千伏 voltage v 1000
mva MVA 兆伏安 capacity mva 1
db dB 分贝 noise db 1
cusec cusecs 立方英尺/秒 flow cusec 1
kmh km/h 公里/小时 speed kmh 1
mph mph 英里/小时 speed kmh 1.609344
"""
"""Id, label, Chinese label, dimension, family and factor of all units of the grammar."""

_KNOWN = {line.split()[0]: line.split() for line in _UNITS.split("\n") if line}
_FAMILY = 4
_NAMES = ("unit_id", "label", "label_zh", "dimension", "base_unit", "factor")
_DIMENSIONS = {
    "percent": "share", "permille": "share", "pp": "change", "power": "capacity", "time": "duration"
}  # fmt: skip
"""The dimension of a kind of unit, where it is called otherwise."""
_MEASURED = ("money", "area", "length", "mass", "capacity", "duration", "count", "share", "change")


_LEVEL = re.compile(r"(?:\b(?:to|from|at|of|than|was|is)|[至到达为由从])\s*$", re.IGNORECASE)


_CHANGED = re.compile(
    r"\bby(?: (?:about|nearly|almost|around|some|over|more than))?\s*$"
    r"|(?:下降|上升|减少|降低|提高|缩短|延长|抬升)了?(?:约|近|超过)?$",
    re.IGNORECASE,
)


def quantity_kind(kind: str, direction: str, before: str) -> str:
    """Return the kind of quantity of a figure.

    Args:
        kind: of its unit.
        direction: in which it changes, if it does.
        before: the words before it: what rises to 57% is a share, what rises by it a change.
    """
    if direction and (_CHANGED.search(before) or (kind == "percent" and not _LEVEL.search(before))):
        return "change"
    dimension = _DIMENSIONS.get(kind, kind)
    return dimension if dimension in _MEASURED else "other"


def unit_rows(unit_id: str, kind: str, words: str, records: Records) -> list[Record]:
    """Return the rows that a unit needs: itself, and before it its base unit.

    Args:
        unit_id: as it was read in a text.
        kind: of the quantity that is measured in it.
        words: what is printed behind the number.
        records: of the draft, by which the base unit is chosen.
    """
    if unit_id in _KNOWN:
        base = _base(unit_id, records)
        return [_known_row(each, base) for each in dict.fromkeys((base, unit_id))]
    label = words if words and len(words) <= _LONGEST_LABEL else _plural(unit_id)
    row = {"unit_id": unit_id, "label": label, "dimension": kind, "base_unit": unit_id}
    return [row | {"factor": "1"}]


def _plural(noun: str) -> str:
    """Return what is counted as numbers have it: 620 flights; other ids as they are."""
    if noun in _PLURALS or not (noun.isascii() and noun.isalpha()):
        return _PLURALS.get(noun, noun)
    if re.search("[^aeiou]y$", noun):
        return f"{noun[:-1]}ies"
    return noun + ("es" if noun.endswith(("s", "x", "ch", "sh")) else "s")


def _base(unit_id: str, records: Records) -> str:
    """Return the unit that charts show: of those that can be converted, the text's usual one."""
    family = _family(unit_id)
    if family in ("percent", "pp"):
        return family
    for each in records["units"].values():
        if _family(each["unit_id"]) == _family(each["base_unit"]) == family:
            return each["base_unit"]
    figures = [each for each in records["figures"].values() if each["state"] != DROPPED]
    counts = Counter(id_ for each in figures if _family(id_ := each["unit_id"]) == family)
    return counts.most_common(1)[0][0] if counts else unit_id


def _family(unit_id: str) -> str:
    return _KNOWN[unit_id][_FAMILY] if unit_id in _KNOWN else ""


def _known_row(unit_id: str, base: str) -> Record:
    *named, _, factor = _KNOWN[unit_id]
    own = number_cell(float(factor) / float(_KNOWN[base][-1]))
    return dict(zip(_NAMES, (*named, base, own), strict=True))


_LONGEST_LABEL = 24
_PLURALS = {one: many for many, one in reversed(pairs("nouns", "irregular plurals").items())}
"""The first that is listed of each: people, and not homeless."""


def number_cell(value: float | None) -> str:
    """Return a number as it stands in a cell."""
    if value is None:
        return ""
    cell = f"{value:.15g}"
    assert is_number(cell)
    return cell
