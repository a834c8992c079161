"""Change: from what to what, and when; and by how much, where only that is known."""

from collections.abc import Callable, Sequence

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.change_ends import (
    ChangeEnds,
    change_of,
    pair_of,
    run_to_scale,
    slope_of,
)
from jjjviewer.charts.figures.contrasts import first_words
from jjjviewer.charts.figures.figure_chart import FigureChart, are_chartable, figures_table
from jjjviewer.charts.figures.headline_rules import figures_headline
from jjjviewer.charts.figures.headlines import rank, statement
from jjjviewer.charts.figures.labels import within_sentence
from jjjviewer.charts.figures.relations import related_figures, related_positions
from jjjviewer.charts.formatting import is_target, other_subject, speaker_note
from jjjviewer.charts.layouts.slopes import Slopes
from jjjviewer.charts.numbers import amount, difference
from jjjviewer.charts.page_layout import Headline, Layout
from jjjviewer.charts.translation import clauses, listed, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import Cell

_LONGEST = 165
"""Of a title, in characters."""


class Change(FigureChart):
    """A slope for each figure of which the earlier value or the change is stated."""

    id = "change"

    @property
    def name(self) -> str:
        return tr("Change")

    @property
    def question(self) -> str:
        return tr("From what to what?")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        mask = view.which(_are_changes)
        places = zip(
            related_positions("from_value", view), related_figures("from_value", view), strict=True
        )
        paired = [at for pair, figures in places if _is_change(*figures) for at in pair]
        return mask | np.isin(view.positions, paired) if paired else mask

    @cached_on_view
    def _pairs(self, view: View) -> list[tuple[FigureRow, FigureRow]]:
        """Return earlier and later figures of one unit, both charted."""
        return [pair for pair in related_figures("from_value", view) if _is_change(*pair)]

    def pairs(self, view: View) -> dict[str, FigureRow]:
        drawn = {figure.figure_id for figure in self.figures(view)}
        return {
            later.figure_id: earlier
            for earlier, later in reversed(self._pairs(view))
            if {earlier.figure_id, later.figure_id} <= drawn
        }

    @cached_on_view
    def _ends(self, view: View) -> list[ChangeEnds]:
        """Return the changes, those that are news first."""
        pairs = self.pairs(view)
        found: list[ChangeEnds] = []
        for figure in self.figures(view):
            if earlier := pairs.get(figure.figure_id):
                base = view.dataset.unit_names[figure.base_unit]
                found.append(pair_of(earlier, figure, base))
            elif figure.quantity_kind == "change":
                found.append(change_of(figure))
        return found if view.order else sorted(found, key=self._news(view))

    def _news(self, view: View) -> Callable[[ChangeEnds], tuple[float, ...]]:
        """Return the order of changes: what is clear, known at both ends, reached, and large.

        Units differ: a change is as large as it is beside its larger end.
        """
        pairs = self.pairs(view)
        return lambda ends: (*rank(ends.figure, pairs)[:-1], -ends.share)

    @cached_on_view
    def headline(self, view: View) -> Headline:
        pairs = self.pairs(view)
        # In an order of its own, so that a title stays when rows are sorted.
        every = sorted(self._ends(view), key=self._news(view))
        figures = [ends.figure for ends in every]
        ids = {figure.figure_id for figure in figures}
        ids |= {earlier.figure_id for earlier in pairs.values()}
        is_free = len(view.groups) <= 1 and view.highlight not in ids
        told = _by_speakers(view, every) if is_free else None
        return told or figures_headline(view, figures, pairs)

    def subtitle(self, view: View) -> str:
        ends = self._ends(view)
        what = listed((tr("Changes named"), other_subject(view)))
        if len(ends) > 1:
            what = listed((what, tr("each in its own unit, from 0")))
            if run_to_scale(ends, view.dataset.language):
                what = clauses((what, tr("time runs to one scale")))
        return " • ".join(filter(None, (what, speaker_note(view))))

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        language = view.dataset.language
        ends = self._ends(view)
        has_one = len({each.figure.speaker for each in ends}) == 1
        slopes = [
            slope_of(each, ends, language, "" if has_one else each.figure.speaker) for each in ends
        ]
        slopes.sort(key=lambda slope: emphasised.isdisjoint(slope.records))
        names = view.dataset.provinces
        return Slopes(slopes, emphasised, names, run_to_scale(ends, language))

    def notes(self, view: View) -> list[str]:
        ends = self._ends(view)
        notes = []
        units = {each.unit for each in ends if each.earlier is None}
        if "%" in units:
            notes.append(tr("Where only a change in % is given, the level before is 100."))
        if units - {"%"}:
            notes.append(tr("Where only a change in another unit is given, it starts from 0."))
        if not units and any(each.figure.dimension == "share" for each in ends):
            notes.append(tr("Changes in points are derived and rounded."))
        figures = [f for each in ends for f in (each.figure, each.earlier) if f is not None]
        if any(figure.period_basis in ("carried", "inferred") for figure in figures):
            notes.append(tr("Some dates are inferred or from an earlier sentence."))
        return notes

    def table(self, view: View) -> pd.DataFrame:
        pairs, language = self.pairs(view), view.dataset.language

        def before(row: FigureRow) -> Cell:
            return amount(pairs[row.figure_id], language) if row.figure_id in pairs else ""

        def change(row: FigureRow) -> Cell:
            earlier = pairs.get(row.figure_id)
            return difference(earlier, row, language) if earlier else ""

        more = {tr("Before"): before, tr("Change, derived"): change}
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Value"), **more)


def _are_changes(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures say by how much something rose or fell."""
    is_change = (figures["quantity_kind"] == "change") & are_chartable(figures)
    is_sized = figures["base_value"].notna() & (figures["base_value"] > 0)
    return is_change & is_sized & figures["direction"].isin(("up", "down"))


def _is_change(earlier: FigureRow, later: FigureRow) -> bool:
    """Return whether two figures are values of one unit, both charted."""
    return (
        earlier is not later
        and earlier.chartable
        and later.chartable
        and earlier.base_unit == later.base_unit != ""
        and "change" not in (earlier.quantity_kind, later.quantity_kind)
    )


def _by_speakers(view: View, ends: Sequence[ChangeEnds]) -> Headline | None:
    """Return the title that tells what two speakers say of changes, if it is short enough."""
    first = ends[0]
    # What is only aimed at is not set beside what has changed.
    alike = (e for e in ends if is_target(e.figure) == is_target(first.figure))
    other = next((e for e in alike if e.figure.speaker not in (first.figure.speaker, "")), None)
    if other is None or not first.figure.speaker:
        return None
    language, names = view.dataset.language, first_words(view)
    told, marks = [], []
    for figure, earlier, *_ in (first, other):
        sentence = statement(figure, earlier, language)
        marks += [figure.figure_id, *([earlier.figure_id] if earlier else [])]
        if language == "zh":
            told.append(f"{figure.speaker}：{sentence}")
            continue
        clause = within_sentence(sentence, names)
        told.append(tr("{speaker} says {clause}", speaker=figure.surname, clause=clause))
    title = ("；" if language == "zh" else "; ").join(told)
    longest = _LONGEST // 2 if language == "zh" else _LONGEST
    return Headline(title, tuple(marks), "contrast") if len(title) <= longest else None
