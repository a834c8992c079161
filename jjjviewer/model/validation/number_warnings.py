"""What the numbers of figures are warned of: values, units, kinds, claims."""

import re
from collections.abc import Iterator

import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import texts_of
from jjjviewer.model.validation.printed_numbers import PrintedNumbers, states
from jjjviewer.model.validation.printed_units import PrintedUnits
from jjjviewer.model.validation.warning import Frames, warn, warning
from jjjviewer.text.printed import read

_MEASURED = ("count", "money", "area", "length", "mass", "capacity", "share", "duration")
"""Kinds of quantity of which the unit has to be, since dimensions have the same names."""

_RANGE = re.compile(
    r"(?:(?!from|从|由)\D)*[\d.,]*\d\s?%?\s?(?:[-–—~\uff5e至到]|to)\s?[\d.,]*\d\D*"
    r"|\D*(?:\bbetween\D{1,3}|介于)[\d.,]*\d(?:\D{0,12}\band\D{1,3}|\D{0,4}[和与])[\d.,]*\d\D*"
).fullmatch
"""Two numbers as the ends of a range, and not of a change from one to the other."""


def number_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what the numbers of figures are warned of."""
    figures = frames["figures"]
    yield from _numbers_as_printed(figures, PrintedUnits(frames["units"]))
    yield from _claims(figures)
    yield from _ranges(figures)
    yield from _shares(figures, frames["units"])
    yield from _kinds(figures)
    yield from _without_unit(figures)


def _numbers_as_printed(figures: pd.DataFrame, units: PrintedUnits) -> Iterator[Problem]:
    printed = PrintedNumbers(units)
    columns = (figures[name].tolist() for name in ("printed", "value", "value_high"))
    rows = zip(
        *columns, *(texts_of(figures[name]) for name in ("qualifier", "unit_id")), strict=True
    )
    for position, row in enumerate(rows):
        for doubt in printed.doubts(*row):
            yield warning("figures", position, *doubt)


def _claims(figures: pd.DataFrame) -> Iterator[Problem]:
    """Warn of a claim that states another number than its figure."""
    for column in ("claim", "claim_zh"):
        claims, printed = (figures[name].tolist() for name in (column, "printed"))
        if not any(claims):
            continue
        yield from warn(
            "figures",
            figures,
            [
                bool(claim) and not states(claim, number)
                for claim, number in zip(claims, printed, strict=True)
            ],
            column,
            lambda claim, printed: (
                f"the claim '{claim}' does not hold the number '{printed}'. Mend one."
            ),
            "printed",
        )


def _ranges(figures: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        "figures",
        figures,
        figures["value_high"] < figures["value"],
        "value_high",
        lambda high, low: f"the range ends at {high}, below its start at {low}. Exchange the two.",
        "value",
    )
    columns = (figures[name].tolist() for name in ("printed", "value", "value_high"))
    is_open = [
        high != high and bool(_RANGE(printed)) and max(read(printed).values, default=low) > low
        for printed, low, high in zip(*columns, strict=True)
    ]
    yield from warn(
        "figures",
        figures,
        is_open,
        "value_high",
        lambda _, printed: f"'{printed}' is a range, but value_high is empty. Write its end there.",
        "printed",
    )


def _shares(figures: pd.DataFrame, units: pd.DataFrame) -> Iterator[Problem]:
    is_share = is_one_of(figures["quantity_kind"], ("share",))
    factors = figures["unit_id"].astype(object).map(units.set_index("unit_id")["factor"]).fillna(1)
    for column in ("value", "value_high"):
        values = figures[column] * factors
        yield from warn(
            "figures",
            figures,
            is_share & values.notna() & ~values.between(0, 100),
            column,
            lambda cell, column=column: (
                f"a share of {cell} does not lie between 0 and 100. Mend {column}."
            ),
        )


def _kinds(figures: pd.DataFrame) -> Iterator[Problem]:
    kinds, dimensions = figures["quantity_kind"], figures["dimension"]
    both = is_one_of(kinds, _MEASURED) & is_one_of(dimensions, _MEASURED)
    is_other = kinds.astype(object).to_numpy() != dimensions.astype(object).to_numpy()
    yield from warn(
        "figures",
        figures,
        both & is_other,
        "quantity_kind",
        lambda kind, unit, dimension: (
            f"{kind}, but the unit '{unit}' is one of {dimension}. Mend one."
        ),
        "unit_id",
        "dimension",
    )


def _without_unit(figures: pd.DataFrame) -> Iterator[Problem]:
    yield from warn(
        "figures",
        figures,
        figures["chartable"] & (figures["unit_id"] == ""),
        "unit_id",
        lambda _: "chartable without a unit. Name its unit, or set chartable to false.",
    )
