"""What units are warned of."""

import re
from collections.abc import Iterator

import numpy as np
import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.suggestions import nearest
from jjjviewer.model.validation.printed_units import PrintedUnits
from jjjviewer.model.validation.warning import warn
from jjjviewer.text.printed import read
from jjjviewer.vocabulary import QUANTITY_KINDS

_SIZES = (
    {"m2": 1, "km2": 1e6, "ha": 1e4, "mu": 2000 / 3, "acre": 4046.856, "ft2": 0.092903,
     "square-mile": 2.589988e6},
    {"m": 1, "km": 1e3, "cm": 0.01, "mm": 0.001, "mile": 1609.344, "foot": 0.3048,
     "inch": 0.0254, "li": 500},
    {"kg": 1, "t": 1e3, "g": 0.001, "jin": 0.5, "quintal": 100},
    {"w": 1, "kw": 1e3, "mw": 1e6, "gw": 1e9, "tw": 1e12},
    {"kwh": 1, "mwh": 1e3, "gwh": 1e6, "twh": 1e9},
    {"m3": 1, "litre": 0.001, "acre-foot": 1233.482},
    {"year": 365.25, "decade": 3652.5, "month": 30.4375, "week": 7, "day": 1, "hour": 1 / 24,
     "minute": 1 / 1440},
    {"percent": 1, "permille": 0.1},
)  # fmt: skip
"""How large known units are beside each other."""
_KINDS = ("area", "length", "mass", "capacity", "energy", "volume", "duration", "share")
"""The dimension of each of these groups."""
_DIMENSION_OF = {name: kind for kind, sizes in zip(_KINDS, _SIZES, strict=True) for name in sizes}
_MEASURED = ("count", "money", "area", "length", "mass", "capacity", "share", "duration")
"""Dimensions of which the label has to be, for those of others may be in any unit."""
_NEAR = 75
"""How similar to a known dimension, in percent, another one is likely to be mistyped."""
_ROUNDING = 0.002
"""A rounded factor is still no mistake."""
_OF_TIME = 0.02
"""A year may have 360 days, too."""
_WORDS = re.compile(r"[\s-]").search


def unit_warnings(units: pd.DataFrame, figures: pd.DataFrame) -> Iterator[Problem]:
    """Yield what units are warned of."""
    by_id = units.set_index("unit_id")
    bases = units["base_unit"].astype(object)
    of_base = bases.map(by_id["base_unit"].astype(object))
    yield from warn(
        "units",
        units,
        of_base != bases,
        "base_unit",
        lambda base, of_base: (
            f"'{base}' is no base, for its own is '{of_base}'. Name a unit that is its own base, "
            "with factor 1, and the factor to it."
        ),
        of_base,
    )
    yield from warn(
        "units",
        units,
        (bases == units["unit_id"]) & (units["factor"] != 1),
        "factor",
        lambda factor, unit: f"'{unit}' is its own base, but its factor is {factor}. Write 1.",
        "unit_id",
    )
    dimensions = bases.map(by_id["dimension"])
    yield from warn(
        "units",
        units,
        dimensions != units["dimension"],
        "dimension",
        lambda dimension, base, of_base: (
            f"{dimension}, but its base '{base}' is one of {of_base}. Mend one."
        ),
        "base_unit",
        dimensions,
    )
    yield from _known_factors(units)
    yield from _labels(units)
    yield from _unknown_dimensions(units, figures)


def _known_factors(units: pd.DataFrame) -> Iterator[Problem]:
    """Warn of factors between known units that are not those of these."""
    printed = PrintedUnits(units)
    ratios = (
        _factor(printed, unit, base)
        for unit, base in zip(units["unit_id"], units["base_unit"], strict=True)
    )
    known = pd.Series(ratios, dtype=float)
    yield from warn(
        "units",
        units,
        (units["factor"] / known - 1).abs()
        > np.where(units["dimension"] == "duration", _OF_TIME, _ROUNDING),
        "factor",
        lambda factor, unit, base, known: (
            f"1 '{unit}' is {float(known):,.7g} '{base}', but its factor is {factor}. Mend it."
        ),
        "unit_id",
        "base_unit",
        known,
    )


def _factor(printed: PrintedUnits, unit: str, base: str) -> float:
    """Return how many of its base a unit is, as far as their labels tell, or NaN."""
    scale = printed.scale(unit) / printed.scale(base)
    readings, of_base = printed.readings(unit), printed.readings(base)
    # A million pounds are a million of pounds.
    return scale if scale != 1 and readings == of_base else scale * _ratio(readings, of_base)


def _ratio(unit: frozenset[str], base: frozenset[str]) -> float:
    """Return how many of its base a unit is by what the two are called, or NaN."""
    for sizes in _SIZES:
        ones, others = ([sizes[name] for name in each if name in sizes] for each in (unit, base))
        if len(ones) == 1 and len(others) == 1:
            return ones[0] / others[0]
    return np.nan


def _labels(units: pd.DataFrame) -> Iterator[Problem]:
    """Warn of a label that is another known unit than the id, or than what is counted."""
    readings = [
        read(f"1 {label}").units if not _WORDS(label) else () for label in units["label"].tolist()
    ]
    is_other = [
        id_ not in found
        and any(
            _DIMENSION_OF.get(each, dimension) != dimension or id_ in _DIMENSION_OF
            for each in found
        )
        and dimension in _MEASURED
        for found, id_, dimension in zip(
            readings, units["unit_id"], units["dimension"], strict=True
        )
    ]
    yield from warn(
        "units",
        units,
        is_other,
        "label",
        lambda label, unit, reading: f"'{label}' is {reading}, but unit_id is {unit}. Mend one.",
        "unit_id",
        pd.Series(map(", ".join, readings), dtype=object),
    )


def _unknown_dimensions(units: pd.DataFrame, figures: pd.DataFrame) -> Iterator[Problem]:
    """Warn of an unknown dimension where it can be told which of those of charts is meant."""
    rows = zip(*(units[name].tolist() for name in ("unit_id", "dimension")), strict=True)
    printed, kinds = PrintedUnits(units), _measured_kinds(figures)
    meant = [
        ""
        if dimension in (*QUANTITY_KINDS, *_KINDS)
        else nearest(dimension.casefold(), QUANTITY_KINDS, _NEAR)
        or next(filter(None, map(_DIMENSION_OF.get, sorted(printed.readings(unit)))), "")
        or kinds.get(unit, "")
        for unit, dimension in rows
    ]
    yield from warn(
        "units",
        units,
        list(map(bool, meant)),
        "dimension",
        lambda dimension, meant: (
            f"the dimension '{dimension}' is not known. Did you mean '{meant}'?"
        ),
        pd.Series(meant, dtype=object),
    )


def _measured_kinds(figures: pd.DataFrame) -> dict[str, str]:
    """Return a kind of quantity that figures in a unit have, and that has units of its own."""
    pairs = figures[["unit_id", "quantity_kind"]].astype(object).drop_duplicates()
    return {unit: kind for unit, kind in pairs.itertuples(index=False) if kind in _MEASURED}
