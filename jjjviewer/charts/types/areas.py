"""Areas as squares to one scale, each with its printed unit and a common one beside it."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.figure_chart import FigureChart, are_chartable, figures_table
from jjjviewer.charts.formatting import (
    figure_description,
    is_target,
    is_under_way,
    other_subject,
    speaker_note,
    status,
)
from jjjviewer.charts.layouts.square_panels import Square
from jjjviewer.charts.layouts.squares import Squares
from jjjviewer.charts.numbers import amount, converted, in_base_unit, plain, rounded
from jjjviewer.charts.page_layout import Layout
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import listed, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View

_LEAST_CONVERTED = 0.01
_FACTOR_DIGITS = 4


class _AreaUnit(NamedTuple):
    id: str
    name: str
    factor: float


class Areas(FigureChart):
    """The side of a square is the root of its area."""

    id = "areas"
    least = 2

    @property
    def name(self) -> str:
        return tr("Areas")

    @property
    def question(self) -> str:
        return tr("How large is the land?")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        """Return which figures are areas of the base unit that most of them have."""
        areas = view.which(_are_areas)
        codes = view.codes("base_unit")
        charted = codes[areas & view.which(are_chartable)]
        if not len(charted):
            return areas
        is_of_unit: Mask = codes == np.bincount(charted).argmax()
        return areas & is_of_unit

    def subtitle(self, view: View) -> str:
        what = tr(
            "{areas}: all squares of a panel to one scale",
            areas=listed((tr("Areas"), other_subject(view))),
        )
        return " • ".join(filter(None, (what, speaker_note(view))))

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        squares = [self._square(view, figure) for figure in self.figures(view)]
        return Squares(squares, emphasised, view.dataset.provinces)

    def _square(self, view: View, figure: FigureRow) -> Square:
        language = view.dataset.language
        marked = is_target(figure) or is_under_way(figure)
        told = (status(figure) if marked else "", when(figure, language))
        other = self._converted(view, figure)
        words = figure_description(figure, language)
        return Square(
            figure,
            amount(figure, language),
            other,
            listed(told),
            "" if len(view.speakers) == 1 else figure.surname,
            f"{words}; {other}" if other else words,
        )

    def _converted(self, view: View, figure: FigureRow) -> str:
        """Return a figure in the common unit, unless it has that itself or is tiny in it."""
        unit = self._common_unit(view)
        if figure.unit_id == unit.id or figure.in_base_unit / unit.factor < _LEAST_CONVERTED:
            return ""
        return converted(figure, unit.factor, unit.name, view.dataset.language)

    @cached_on_view
    def _common_unit(self, view: View) -> _AreaUnit:
        """Return the decimal unit in which the largest area is a small number, but at least 1."""
        largest = self.figures(view)[0]
        units = view.dataset["units"]
        same = units[units["base_unit"] == largest.base_unit]
        rows = zip(same["unit_id"], same["unit"], same["factor"], strict=True)
        found = [_AreaUnit(str(id_), str(name), float(factor)) for id_, name, factor in rows]
        decimal = [unit for unit in found if np.log10(unit.factor) % 1 == 0]
        most = max(figure.in_base_unit for figure in self.figures(view))
        fitting = [unit for unit in decimal if most / unit.factor >= 1]
        if not fitting:
            return _AreaUnit(largest.unit_id, largest.unit, largest.in_base_unit / largest.value)
        return max(fitting, key=lambda unit: unit.factor)

    def notes(self, view: View) -> list[str]:
        notes = [tr("The areas may overlap and are never added."), *self.notes_on_limit(view)]
        derived = _units_of([f for f in self.figures(view) if self._converted(view, f)])
        base = view.dataset.unit_names[self.figures(view)[0].base_unit]
        for name, factor in derived:
            near = rounded(factor, _FACTOR_DIGITS)
            number = plain(near) if near == factor else tr("about {number}", number=plain(near))
            if np.log10(factor) % 1:
                notes.append(
                    tr("1 {unit} is {number} {base}.", unit=name, number=number, base=base)
                )
        return notes

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        base = view.dataset.unit_names[self.figures(view)[0].base_unit]
        more = {tr("In another unit, derived"): lambda row: self._converted(view, row)}
        return figures_table(view, rows, in_base_unit, base, **more)


def _units_of(figures: Sequence[FigureRow]) -> list[tuple[str, float]]:
    """Return the units of figures and their factors, each once."""
    return list(dict.fromkeys((each.unit, each.in_base_unit / each.value) for each in figures))


def _are_areas(figures: pd.DataFrame) -> "pd.Series[bool]":
    is_change = figures["quantity_kind"] == "change"
    return (figures["dimension"] == "area") & (figures["base_value"] > 0) & ~is_change
