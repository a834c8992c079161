"""The statements and figures of a view as points: columns read at once, no row objects."""

from typing import Literal, NamedTuple

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.categories import Positions, codes_of, is_one_of
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View
from jjjviewer.vocabulary import TARGETS

Numbers = npt.NDArray[np.floating]
Across = Literal["paragraphs", "time"]
STATEMENT, FIGURE, TARGET = SHAPES = range(3)
_WIDTH = 0.9
"""The part of a paragraph's room in which its records stand, in reading order."""
_EPOCH = 719_163
"""The number of 1 January 1970, as `date.toordinal` counts."""


class Points(NamedTuple):
    """Statements, and after them figures; a place in each array for each of them.

    Attributes:
        statements, figures: where they stand in their tables.
        paragraphs: numbers, and behind the point where in the paragraph.
        days: of the end of a figure's period, else of its start; NaN without one.
        values: in base units; NaN of statements.
        units: positions among the base units of figures; -1 without one.
        provinces: positions among the dataset's provinces; after them for none.
        shapes: STATEMENT, FIGURE or TARGET.
    """

    statements: Positions
    figures: Positions
    paragraphs: Numbers
    days: Numbers
    values: Numbers
    units: Positions
    provinces: Positions
    shapes: Positions

    @property
    def size(self) -> int:
        return len(self.paragraphs)

    @property
    def is_figure(self) -> Mask:
        return np.not_equal(self.shapes, STATEMENT)

    def across(self, what: Across) -> Numbers:
        """Return where points stand from left to right."""
        return self.paragraphs if what == "paragraphs" else self.days

    def records(self, view: View, which: Positions) -> tuple[str, ...]:
        """Return the ids of some points."""
        dataset, first = view.dataset, len(self.statements)
        statements = self.statements[which[which < first]]
        figures = self.figures[which[which >= first] - first]
        return (
            *dataset["statements"]["statement_id"].iloc[statements],
            *dataset["figures"]["figure_id"].iloc[figures],
        )

    def holding(self, view: View, records: tuple[str, ...]) -> Mask:
        """Return which points stand for records."""
        dataset = view.dataset
        if not records:
            return np.zeros(self.size, dtype=bool)
        wanted = [*records]
        statements = dataset["statements"]["statement_id"].isin(wanted).to_numpy()
        figures = dataset["figures"]["figure_id"].isin(wanted).to_numpy()
        return np.concatenate([statements[self.statements], figures[self.figures]])

    def within(self, view: View) -> Mask:
        """Return which points a view has."""
        statements = np.zeros(len(view.dataset["statements"]), dtype=bool)
        statements[view.statements.index.to_numpy()] = True
        figures = np.zeros(len(view.dataset["figures"]), dtype=bool)
        figures[view.positions] = True
        return np.concatenate([statements[self.statements], figures[self.figures]])


def points_of(view: View) -> Points:
    """Return all points of a view."""
    statements, figures = view.statements, view.figures
    none = np.full(len(statements), np.nan)
    units = codes_of(figures["base_unit"]).astype(np.intp)
    # A figure whose unit is empty has no value to be compared.
    is_none = is_one_of(figures["base_unit"], {""})
    days = np.concatenate([none, _days(figures)])
    return Points(
        statements.index.to_numpy(),
        view.positions,
        np.concatenate([_in_reading_order(each) for each in (statements, figures)]),
        days,
        np.concatenate([none, figures["base_value"].to_numpy(dtype=np.float64)]),
        np.concatenate([np.full(len(statements), -1), np.where(is_none, -1, units)]),
        np.concatenate([_provinces(each["province"], view) for each in (statements, figures)]),
        np.concatenate(
            [
                np.full(len(statements), STATEMENT),
                np.where(is_one_of(figures["status"], {*TARGETS}), TARGET, FIGURE),
            ]
        ),
    )


def _in_reading_order(rows: pd.DataFrame) -> Numbers:
    paragraphs = rows["paragraph"].to_numpy()
    by_paragraph = rows.groupby("paragraph")["paragraph"]
    share = (by_paragraph.cumcount() + 0.5) / by_paragraph.transform("size")
    return np.asarray(paragraphs + (share.to_numpy() - 0.5) * _WIDTH, dtype=np.float64)


def _days(figures: pd.DataFrame) -> Numbers:
    days = figures["period_end"].fillna(figures["period_start"]).to_numpy()
    numbers = days.astype("datetime64[D]").astype(np.int64) + float(_EPOCH)
    return np.where(np.isnat(days), np.nan, numbers)


def _provinces(ids: pd.Series, view: View) -> Positions:
    """Return where some provinces stand among those of the dataset; after them for none."""
    provinces = view.dataset.provinces
    places = {province: at for at, province in enumerate(provinces)}
    found: Positions = ids.map(places).fillna(len(provinces)).to_numpy().astype(np.intp)
    return found
