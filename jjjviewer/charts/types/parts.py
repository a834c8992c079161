"""Parts: of what a total consists, where the pack says so and the parts add up to it."""

from collections.abc import Mapping, Sequence

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.contrasts import first_words
from jjjviewer.charts.figures.figure_chart import FigureChart, figures_table
from jjjviewer.charts.figures.headline_rules import figures_headline
from jjjviewer.charts.figures.headlines import says, single, statement
from jjjviewer.charts.figures.labels import doubted, label_but, what_and_where, within_sentence
from jjjviewer.charts.figures.relations import related_figures
from jjjviewer.charts.formatting import (
    figure_description,
    is_unclear,
    joined_names,
    other_subject,
    speaker_note,
)
from jjjviewer.charts.layouts.part_bars import PartBars
from jjjviewer.charts.layouts.part_names import Part, PartsBlock
from jjjviewer.charts.numbers import amount, number_and_unit, plain
from jjjviewer.charts.page_layout import Headline, Layout
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_ROUNDING = 1e-9
_LEAST_PARTS = 2
Totals = Mapping[str, tuple[FigureRow, Sequence[FigureRow]]]
"""By its id a total with its parts, the largest first."""


class Parts(FigureChart):
    """A total, and its parts side by side to the same scale."""

    id = "parts"

    @property
    def name(self) -> str:
        return tr("Parts")

    @property
    def question(self) -> str:
        return tr("Of what does a total consist?")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        drawn = {
            figure.figure_id
            for total, parts in totals_of(view).values()
            for figure in (total, *parts)
        }
        if not drawn:
            return np.zeros(view.figure_count, dtype=bool)
        return view.column("figure_id").isin(drawn).to_numpy()

    def subtitle(self, view: View) -> str:
        totals = [total for total, _ in totals_of(view).values()]
        what = tr("Parts of a total") if len(totals) == 1 else tr("Totals and their parts")
        language = view.dataset.language
        periods = {when(total, language) or tr("no date given") for total in totals}
        period = periods.pop() if len(periods) == 1 else ""
        return " • ".join(filter(None, (what, other_subject(view), period, speaker_note(view))))

    @cached_on_view
    def headline(self, view: View) -> Headline:
        totals, language = totals_of(view), view.dataset.language
        groups = [name for name, part in view.divided(self.rows(view)) if not part.empty]
        if len(totals) > 1 and len(groups) > 1:
            return figures_headline(view, [total for total, _ in totals.values()], {})
        if view.highlight in totals:
            return single(totals[view.highlight][0], language)
        chosen = [
            (total, [part])
            for total, parts in totals.values()
            for part in parts
            if part.figure_id == view.highlight
        ]
        total, parts = chosen[0] if chosen else next(iter(totals.values()))
        largest = [part for part in parts if part.base_value == parts[0].base_value]
        marks = (total.figure_id, *(part.figure_id for part in largest))
        title = says(_told(view, total, largest), total.speaker, language)
        return Headline(title, marks, "tie" if len(largest) > 1 else "single")

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        language = view.dataset.language
        blocks = [_block(total, parts, language) for total, parts in totals_of(view).values()]
        blocks.sort(key=lambda block: block.total.figure_id not in emphasised)
        return PartBars(blocks, emphasised, view.dataset.provinces)

    def notes(self, view: View) -> list[str]:
        totals = list(totals_of(view).values())
        notes = [tr("Per cent of the total are derived by us and rounded.")]
        if len(totals) > 1:
            return [tr("The parts of each add up to the total."), *notes]
        total, parts = totals[0]
        if len({figure.unit_id for figure in (total, *parts)}) > 1:
            return [tr("The parts add up to the total."), *notes]
        numbers = " + ".join(plain(part.value) for part in parts)
        total_ = plain(total.value)
        added = tr("The parts add up to the total: {parts} = {total}.", parts=numbers, total=total_)
        return [added, *notes]

    def table(self, view: View) -> pd.DataFrame:
        shares = {
            part.figure_id: _percent(part, total)
            for total, parts in totals_of(view).values()
            for part in parts
        }
        more = {tr("Of the total, derived"): lambda row: shares.get(row.figure_id, "")}
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Value"), **more)


@cached_on_view
def totals_of(view: View) -> Totals:
    """Return the totals of a view whose parts add up to them, all of them stated clearly."""
    found: dict[str, tuple[FigureRow, list[FigureRow]]] = {}
    for part, total in related_figures("part_of", view):
        parts = found.setdefault(total.figure_id, (total, []))[1]
        if part not in parts:
            parts.append(part)
    for _, parts in found.values():
        parts.sort(key=lambda part: -(part.base_value or 0.0))
    return {id_: each for id_, each in found.items() if _add_up(*each)}


def _add_up(total: FigureRow, parts: Sequence[FigureRow]) -> bool:
    figures = (total, *parts)
    is_known = all(
        each.chartable
        and not is_unclear(each)
        and each.qualifier == "exact"
        and each.value_high in (None, each.value)
        and each.base_unit == total.base_unit != ""
        and (each.base_value or 0.0) > 0
        for each in figures
    )
    if not is_known or len(parts) < _LEAST_PARTS:
        return False
    added = sum(part.in_base_unit for part in parts)
    return abs(added - total.in_base_unit) <= _ROUNDING * total.in_base_unit


def _block(total: FigureRow, parts: Sequence[FigureRow], language: Language) -> PartsBlock:
    number, unit = number_and_unit(total, language)
    place = what_and_where(total)[1]
    made = tuple(
        Part(
            figure=part,
            share=part.in_base_unit / total.in_base_unit,
            number="".join(number_and_unit(part, language)[:1]),
            name=tr("{name}, {share}", name=_part_name(part, total, place, language), share=share),
            words=f"{figure_description(part, language)}; {share}",
        )
        for part in parts
        for share in [_percent(part, total)]
    )
    label = tr("{label}: the total", label=total.label)
    if unit and unit.casefold() not in total.label.casefold():
        label = f"{unit}: {total.label}"
    return PartsBlock(total, number, label, figure_description(total, language), made)


def _part_name(part: FigureRow, total: FigureRow, place: str, language: Language) -> str:
    """Return what a part is, without the place of its total; with its unit if that is another."""
    name = label_but(part, place) if place else part.short_label
    unit = number_and_unit(part, language)[1]
    return name if unit == number_and_unit(total, language)[1] else f"{unit} {name}"


def _percent(part: FigureRow, total: FigureRow) -> str:
    share = round(100 * part.in_base_unit / total.in_base_unit)
    return tr("less than 1%") if share == 0 else f"{share}%"


def _told(view: View, total: FigureRow, parts: Sequence[FigureRow]) -> str:
    """Return a sentence that states a total, and how much of it the largest parts are."""
    language = view.dataset.language
    is_counted = total.dimension == "count" and total.unit_id == parts[0].unit_id
    number = plain(parts[0].value) if is_counted and language != "zh" else ""
    value = doubted(number or amount(parts[0], language), *parts, language=language)
    place = what_and_where(total)[1]
    names = [label_but(part, place) if place else part.short_label for part in parts]
    whole = statement(total, None, language)
    if language == "zh":
        each = "各" if len(parts) > 1 else ""
        return f"{whole}，其中{'、'.join(names)}{each}{value}"
    words = [within_sentence(name, first_words(view)) for name in names]
    if len(parts) > 1:
        return tr(
            "{whole}: {parts} {amount} each", whole=whole, parts=joined_names(words), amount=value
        )
    of = tr("of them") if is_counted else tr("of it")
    return tr("{whole}, {amount} {of} {part}", whole=whole, amount=value, of=of, part=words[0])
