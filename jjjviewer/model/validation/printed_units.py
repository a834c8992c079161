"""What the units of a pack are called, to compare them with those that are printed."""

import re
from collections.abc import Sequence
from typing import NamedTuple

import pandas as pd

from jjjviewer.text.printed import read

_ALIKE = {"pp": "percent"}
"""Of which the other is shown in place of the one."""
_ANY_MONEY = "shilling"
"""What 50/- names: shillings of several states, and rupees."""
_WORD = re.compile("[a-z]{4,}|[元镑币]")


class _Unit(NamedTuple):
    """A unit of a pack."""

    dimension: str
    readings: frozenset[str]
    """The known units that its labels name."""
    labels: str
    names: tuple[str, ...]
    """What things are called that are counted in it."""
    scale: float
    """What words of its label multiply: a million in "million pounds"."""
    factor: float
    """How many of the known unit that its labels name it is; 0 where they name none or two."""


class PrintedUnits:
    """Tells whether the unit of a figure is another than what is printed.

    Args:
        units: of the pack.
    """

    def __init__(self, units: pd.DataFrame) -> None:
        columns = (units[name].tolist() for name in ("unit_id", "dimension", "label", "label_zh"))
        self._units = {id_: _unit(id_, *words) for id_, *words in zip(*columns, strict=True)}
        self._counted = {
            name: id_
            for id_, unit in self._units.items()
            if unit.dimension == "count"
            for name in unit.names
        }
        self._others: dict[tuple[str, str], str] = {}

    def other(self, printed: str, readings: Sequence[str], unit_id: str) -> str:
        """Return the other unit that is printed, or nothing.

        Args:
            printed: the text; as well with a sign in place of its number.
            readings: the known units that it names.
            unit_id: the unit that is stated.
        """
        key = printed, unit_id
        if key not in self._others:
            self._others[key] = self._find_other(printed, readings, unit_id)
        return self._others[key]

    def readings(self, unit_id: str) -> frozenset[str]:
        """Return the known units that the labels of a unit name."""
        return self._units[unit_id].readings

    def scale(self, unit_id: str) -> float:
        """Return what words of the label of a unit multiply with: thousand, 万."""
        return self._units[unit_id].scale if unit_id in self._units else 1.0

    def factor(self, unit_id: str, readings: Sequence[str]) -> float:
        """Return how many of a known unit a unit is: 1,000 t of "kt"; 0 where it is none."""
        unit = self._units.get(unit_id)
        return unit.factor if unit and unit.readings == {*readings} else 0.0

    def _find_other(self, printed: str, readings: Sequence[str], unit_id: str) -> str:
        unit = self._units.get(unit_id)
        if unit is None:
            return ""
        text = printed.casefold()
        if unit.dimension == "count":
            is_own = any(name in text for name in unit.names)
            last = re.split(r"[^\w-]+", text)[-1]
            return "" if is_own else self._counted.get(last, "")
        found = [_ALIKE.get(each, each) for each in readings if each != _ANY_MONEY]
        if not found or not unit.readings or unit.readings.intersection(found):
            return ""
        # What is printed as dollars may be those of Hong Kong.
        if unit.dimension == "money" and any(each in unit.labels for each in _WORD.findall(text)):
            return ""
        return found[0]


def _unit(id_: str, dimension: str, label: str, label_zh: str) -> _Unit:
    """Return a unit, of which the labels are read as if they were printed behind a number."""
    printed, printed_zh = read(f"1 {label}"), read(f"1{label_zh}")
    found = (*printed.units, *printed_zh.units)
    readings = frozenset(_ALIKE.get(each, each) for each in found)
    names = tuple(each.casefold() for each in (id_, label) if each)
    scale = max(printed.scale, printed_zh.scale)
    factors = {each.in_unit[0] for each in (printed, printed_zh) if each.in_unit}
    factor = factors.pop() if len(factors) == 1 else 0.0
    return _Unit(dimension, readings, f"{label} {label_zh}".casefold(), names, scale, factor)
