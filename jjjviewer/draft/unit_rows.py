"""Rows of units that figures of a text have."""

import re

from jjjviewer.draft.records import Record
from jjjviewer.model.reading.cells import is_number

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
m2 m² 平方米 area m2 1
km2 km² 平方公里 area m2 1000000
ha ha 公顷 area m2 10000
mu mu 亩 area m2 666.6666666666666
acre acres 英亩 area m2 4046.8564224
square-mile sq.mi 平方英里 area m2 2589988.110336
m m 米 length m 1
km km 公里 length m 1000
cm cm 厘米 length m 0.01
mm mm 毫米 length m 0.001
mile miles 英里 length m 1609.344
t t 吨 mass t 1
kg kg 公斤 mass t 0.001
jin jin 斤 mass t 0.0005
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
year years 年 duration year 1
month months 个月 duration month 1
week weeks 周 duration day 7
day days 天 duration day 1
hour hours 小时 duration hour 1
minute minutes 分钟 duration minute 1
second seconds 秒 duration second 1
times times 倍 other times 1
celsius °C 摄氏度 temperature celsius 1
ugm3 µg/m³ 微克/立方米 concentration ugm3 1
"""
"""Id, label, Chinese label, dimension, base unit and factor of common units."""

_KNOWN = {line.split()[0]: line.split() for line in _UNITS.split("\n") if line}
_NAMES = ("unit_id", "label", "label_zh", "dimension", "base_unit", "factor")
_DIMENSIONS = {
    "percent": "share", "permille": "share", "pp": "change", "power": "capacity", "time": "duration"
}  # fmt: skip
"""The dimension of a kind of unit, where it is called otherwise."""
_MEASURED = ("money", "area", "length", "mass", "capacity", "duration", "count", "share", "change")


_LEVEL = re.compile(r"(?:\b(?:to|from|at|of|than|was|is)|[至到达为由从])\s*$", re.IGNORECASE)


def quantity_kind(kind: str, direction: str, before: str) -> str:
    """Return the kind of quantity of a figure.

    Args:
        kind: of its unit.
        direction: in which it changes, if it does.
        before: the words before it: what rises to 57% is a share, what rises by it a change.
    """
    if kind == "percent" and direction and not _LEVEL.search(before):
        return "change"
    dimension = _DIMENSIONS.get(kind, kind)
    return dimension if dimension in _MEASURED else "other"


def unit_rows(unit_id: str, kind: str, words: str = "") -> list[Record]:
    """Return the rows that a unit needs: itself, and before it its base unit.

    Args:
        unit_id: as it was read in a text.
        kind: of the quantity that is measured in it.
        words: what is printed behind the number.
    """
    if unit_id in _KNOWN:
        row = dict(zip(_NAMES, _KNOWN[unit_id], strict=True))
        base = row["base_unit"]
        return [*(unit_rows(base, kind) if base != unit_id else []), row]
    label = words if words and len(words) <= _LONGEST_LABEL else unit_id
    row = {"unit_id": unit_id, "label": label, "dimension": kind, "base_unit": unit_id}
    return [row | {"factor": "1"}]


_LONGEST_LABEL = 24


def number_cell(value: float | None) -> str:
    """Return a number as it stands in a cell."""
    if value is None:
        return ""
    cell = f"{value:.15g}"
    assert is_number(cell)
    return cell
