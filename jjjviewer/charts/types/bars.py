"""Bars: which is larger, in one unit at a time, or per item."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.bar_groups import FigureGroup, PlacedFigure, figure_groups
from jjjviewer.charts.figures.bar_notes import bar_notes
from jjjviewer.charts.figures.figure_chart import FigureChart, are_chartable, figures_table
from jjjviewer.charts.figures.labels import label_but, what_and_where
from jjjviewer.charts.figures.per_item import (
    about_one,
    per_item_headline,
    per_item_layout,
    per_item_notes,
    per_item_subtitle,
    per_item_table,
)
from jjjviewer.charts.figures.proportions import share_of_total, share_of_whole
from jjjviewer.charts.figures.quotients import quotients
from jjjviewer.charts.figures.relations import earlier_figures
from jjjviewer.charts.figures.shared_facts import (
    SharedFacts,
    named_by,
    remaining_facts,
    shared_facts,
)
from jjjviewer.charts.formatting import figure_description
from jjjviewer.charts.layouts.bar_row import BarGroup, BarRow
from jjjviewer.charts.layouts.bar_rows import BarRows
from jjjviewer.charts.numbers import (
    Scale,
    amount_on,
    common_scale,
    high_in_base_unit,
    in_base_unit,
    qualified,
    quantity,
    scale_of,
)
from jjjviewer.charts.page_layout import Headline, Layout
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_LONGEST_SUBTITLE: dict[Language, int] = {"en": 120, "zh": 58}
"""In characters, so that it takes one line of a slide."""
_LEAST_ON_SCALE = 0.001
"""Least value on the scale of the chart; a smaller one has scale and unit of its own."""


@dataclass(frozen=True)
class Bars(FigureChart):
    """Bars of one unit: different units never share an axis.

    Attributes:
        unit: the id of the base unit; empty for the one that most figures have.
        is_per_item: whether sums are divided by the numbers of items named with them.
    """

    unit: str = ""
    is_per_item: bool = False
    id = "bars"
    least = 2

    @property
    def name(self) -> str:
        return tr("Bars")

    @property
    def question(self) -> str:
        return tr("Which is larger?")

    @cached_on_view
    def units(self, view: View) -> Sequence[str]:
        """Return the base units of which a view has two figures or more, most frequent first."""
        chosen = view.which(_are_sizes) & view.which(are_chartable)
        categories = view.dataset["figures"]["base_unit"].cat.categories
        codes = view.codes("base_unit")[chosen]
        counts = np.bincount(codes[codes >= 0], minlength=len(categories))
        order = np.argsort(-counts, kind="stable")
        return [str(categories[at]) for at in order if counts[at] >= self.least]

    def per_items(self, view: View) -> bool:
        """Return whether there are sums per item to compare."""
        return len(quotients(self.unit, view)) >= self.least

    @cached_on_view
    def accepts(self, view: View) -> bool:
        return self.per_items(view) if self.is_per_item else super().accepts(view)

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        if self.is_per_item:
            drawn = quotients(self.unit, view).values()
            ids = {id_ for each in drawn for id_ in (each.sum.figure_id, each.items.figure_id)}
            return view.column("figure_id").isin(list(ids)).to_numpy()
        family = view.which(_are_sizes)
        unit = self.unit or next(iter(self.units(view)), "")
        categories = view.dataset["figures"]["base_unit"].cat.categories
        if unit not in categories:
            return np.zeros_like(family)
        is_of_unit: Mask = view.codes("base_unit") == categories.get_loc(unit)
        return family & is_of_unit

    def pairs(self, view: View) -> dict[str, FigureRow]:
        return {} if self.is_per_item else earlier_figures(view, self.figures(view))

    def headline(self, view: View) -> Headline:
        if self.is_per_item:
            return per_item_headline(view, quotients(self.unit, view))
        return super().headline(view)

    def brief_headline(self, view: View, figure_id: str) -> Headline:
        if self.is_per_item:
            return about_one(view, quotients(self.unit, view), figure_id)
        return super().brief_headline(view, figure_id)

    @cached_on_view
    def _shared(self, view: View) -> SharedFacts:
        """Return what the subtitle tells of all figures."""
        return shared_facts(self.figures(view), view.dataset.language)

    @cached_on_view
    def _groups(self, view: View) -> list[FigureGroup]:
        return figure_groups(view, self.figures(view), self._shared(view))

    @cached_on_view
    def subtitle(self, view: View) -> str:
        if self.is_per_item:
            return per_item_subtitle(view, quotients(self.unit, view))
        figures, language = self.figures(view), view.dataset.language
        shared = self._shared(view)
        unit = view.dataset.unit_names[figures[0].base_unit]
        what = _quantities(figures[0].dimension, unit, language)
        word = self._scale(view).word
        if language == "zh":
            words = f"{named_by(view, what, shared)}，单位：{word}{unit}"
        else:
            is_counted = figures[0].dimension == "count"
            counted = (word or tr("number")) if is_counted else f"{word} {unit}".strip()
            words = f"{named_by(view, what, shared)}, {counted}"
        if shared.period:
            words += f" • {shared.period}"
        warning = self._warning(view)
        if not warning or len(words) + len(warning) > _LONGEST_SUBTITLE[language]:
            return words
        return f"{words}。{warning}" if language == "zh" else f"{words}. {warning}"

    def _warning(self, view: View) -> str:
        """Return the warning that figures are not of one measure, where they are not."""
        if len({what_and_where(figure)[0] for figure in self.figures(view)}) == 1:
            return ""
        is_chinese = view.dataset.language == "zh"
        return "口径不同" if is_chinese else tr("They measure different things")

    @cached_on_view
    def _scale(self, view: View) -> Scale:
        values = [in_base_unit(figure) for figure in self.figures(view)]
        return common_scale(values, view.dataset.language)

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        if self.is_per_item:
            return per_item_layout(view, quotients(self.unit, view), emphasised)
        groups = [
            BarGroup(
                group.head,
                group.detail,
                [self._row(view, each, group.told) for each in group.figures],
            )
            for group in self._groups(view)
        ]
        are_told = {group.kind for group in view.groups} == {"region"}
        return BarRows(groups, emphasised, view.dataset.provinces, are_regions_told=are_told)

    def _row(self, view: View, placed: PlacedFigure, told: SharedFacts) -> BarRow:
        figure, scale, language = placed.figure, self._scale(view), view.dataset.language
        low, high = in_base_unit(figure), high_in_base_unit(figure)
        ends = sorted([low, low if high is None else high])
        value, own = amount_on(figure, scale, language=language), self._own_amount(view, figure)
        if own and 0 < max(map(abs, ends)) < _LEAST_ON_SCALE * scale.divisor:
            value, own = qualified(figure, own), ""
        details = [
            own,
            share_of_total(view, placed, scale),
            share_of_whole(view, figure),
            *remaining_facts(figure, told, language),
        ]
        return BarRow(
            figure=figure,
            length=ends[0] / scale.divisor,
            label=label_but(figure, told.region),
            value=value,
            detail=" • ".join(filter(None, details)),
            words=figure_description(figure, language),
            high=None if high is None else ends[1] / scale.divisor,
            depth=placed.depth,
        )

    def _own_amount(self, view: View, figure: FigureRow) -> str:
        """Return the value as it is given, where unit or scale are not the chart's."""
        language = view.dataset.language
        own = scale_of([figure.value, figure.value_high or 0.0], language)
        if figure.unit_id == figure.base_unit and own.word == self._scale(view).word:
            return ""
        return quantity(figure.value, figure.unit, language, figure.value_high)

    def notes(self, view: View) -> list[str]:
        if self.is_per_item:
            return per_item_notes(view, quotients(self.unit, view))
        notes = bar_notes(self._groups(view), count(self.charted(view)))
        warning = self._warning(view)
        return notes if warning in self.subtitle(view) else [f"{warning}.", *notes]

    def table(self, view: View) -> pd.DataFrame:
        if self.is_per_item:
            return per_item_table(view, self.rows(view), quotients(self.unit, view))
        unit = view.dataset.unit_names[self.figures(view)[0].base_unit]
        return figures_table(view, self.rows(view), in_base_unit, unit)


def _are_sizes(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures can be bars: those with a unit that are no share and no change."""
    is_relative = figures["quantity_kind"].isin(("share", "change"))
    return (figures["base_unit"] != "") & (figures["dimension"] != "area") & ~is_relative


def _quantities(dimension: str, unit: str, language: Language) -> str:
    """Return what a chart of a unit shows: Sums of money, Species."""
    if language == "zh":
        names = {"money": "金额", "length": "长度", "mass": "重量", "duration": "时间"}
        return names.get(dimension, "数量")
    if dimension == "count":
        return unit[:1].upper() + unit[1:]
    return {
        "money": tr("Sums of money"),
        "length": tr("Lengths"),
        "mass": tr("Weights"),
        "capacity": tr("Capacities"),
        "duration": tr("Times"),
    }.get(dimension, tr("Quantities"))
