"""Bars: which is larger, in one unit at a time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figure_chart import (
    FigureChart,
    are_chartable,
    figures_table,
)
from jjjviewer.charts.formatting import (
    figure_description,
    is_target,
    is_under_way,
    speaker_note,
    subject,
)
from jjjviewer.charts.layouts.bar_rows import BarGroup, BarRow, BarRows
from jjjviewer.charts.numbers import (
    Scale,
    amount_on,
    high_in_base_unit,
    in_base_unit,
    scale_of,
)
from jjjviewer.charts.page_layout import Layout
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View


@dataclass(frozen=True)
class Bars(FigureChart):
    """Bars of one unit: different units never share an axis.

    Attributes:
        unit: the id of the base unit; empty for the one that most figures have.
    """

    unit: str = ""
    id = "bars"
    least = 2

    @property
    def name(self) -> str:
        return tr("Bars")

    @property
    def question(self) -> str:
        return tr("Which is larger?")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        family = view.which(_are_sizes)
        units = self.units(view)
        if not units:
            return np.zeros_like(family)
        unit = self.unit or units[0]
        categories = view.dataset["figures"]["base_unit"].cat.categories
        is_of_unit: Mask = view.codes("base_unit") == categories.get_loc(unit)
        return family & is_of_unit

    @cached_on_view
    def units(self, view: View) -> Sequence[str]:
        """Return the base units of which a view has two figures or more, the most frequent first."""
        chosen = view.which(_are_sizes) & view.which(are_chartable)
        categories = view.dataset["figures"]["base_unit"].cat.categories
        codes = view.codes("base_unit")[chosen]
        counts = np.bincount(codes[codes >= 0], minlength=len(categories))
        order = np.argsort(-counts, kind="stable")
        return [str(categories[at]) for at in order if counts[at] >= self.least]

    def subtitle(self, view: View) -> str:
        unit = self._unit_words(view)
        figures = self.figures(view)
        parts = [tr("{subject}, {unit}", subject=subject(view), unit=unit), speaker_note(view)]
        words = " • ".join(filter(None, parts))
        if len({figure.measure for figure in figures}) > 1:
            words += ". " + tr("They measure different things")
        return words

    def _scale(self, view: View) -> Scale:
        values = [in_base_unit(figure) for figure in self.figures(view)]
        return scale_of(values, view.dataset.language)

    def _unit_words(self, view: View) -> str:
        unit = view.dataset.unit_names[self.figures(view)[0].base_unit]
        return f"{self._scale(view).word} {unit}".strip()

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        scale = self._scale(view)
        groups = [
            BarGroup(head, "", [self._row(view, figure, scale) for figure in figures])
            for head, figures in _groups(self.figures(view))
        ]
        return BarRows(groups, emphasised, view.dataset.provinces)

    def _row(self, view: View, figure: FigureRow, scale: Scale) -> BarRow:
        high = high_in_base_unit(figure)
        return BarRow(
            figure=figure,
            length=in_base_unit(figure) / scale.divisor,
            label=figure.short_label,
            value=amount_on(figure, scale),
            detail=f"{figure.period_text} • {figure.surname} ¶{figure.paragraph}",
            words=figure_description(figure, view.dataset.language),
            high=None if high is None else high / scale.divisor,
        )

    def table(self, view: View) -> pd.DataFrame:
        unit = view.dataset.unit_names[self.figures(view)[0].base_unit]
        return figures_table(view, self.rows(view), in_base_unit, unit)


def _are_sizes(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures can be bars: those with a unit that are no share and no change."""
    is_relative = figures["quantity_kind"].isin(("share", "change"))
    return (figures["base_unit"] != "") & (figures["dimension"] != "area") & ~is_relative


def _groups(figures: Sequence[FigureRow]) -> Iterator[tuple[str, list[FigureRow]]]:
    """Yield what is reached, under way and aimed at apart, each with its head."""
    parts = (
        (tr("Reached or given as present"), [f for f in figures if not is_target(f) and not is_under_way(f)]),
        (tr("Under way"), [f for f in figures if is_under_way(f)]),
        (tr("Targets"), [f for f in figures if is_target(f)]),
    )
    filled = [(head, part) for head, part in parts if part]
    for head, part in filled:
        yield head if len(filled) > 1 else "", part
