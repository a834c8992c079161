"""Shares: what share of what."""

from collections import defaultdict
from collections.abc import Sequence

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.bar_groups import compared
from jjjviewer.charts.figures.figure_chart import (
    FigureChart,
    are_chartable,
    are_shares,
    figures_table,
)
from jjjviewer.charts.figures.labels import label_but, short_place, what_and_where
from jjjviewer.charts.figures.relations import earlier_figures, related_positions
from jjjviewer.charts.figures.shared_facts import (
    SharedFacts,
    named_by,
    remaining_facts,
    shared_facts,
    together,
    told_in_head,
)
from jjjviewer.charts.formatting import attribution, figure_description
from jjjviewer.charts.layouts.bar_row import BarGroup, BarRow
from jjjviewer.charts.layouts.bar_rows import BarRows
from jjjviewer.charts.numbers import amount, high_in_base_unit
from jjjviewer.charts.page_layout import Headline, Layout
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import clauses, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_WHOLE = 100.0
"""In per cent: the length of the track."""
_MOST_NAMED = 3


class Shares(FigureChart):
    """A bar on a track to 100 for each share; an earlier value is a cut in it."""

    id = "shares"
    least = 2

    @property
    def name(self) -> str:
        return tr("Shares")

    @property
    def question(self) -> str:
        return tr("What share of what?")

    def belongs(self, view: View) -> Mask:
        return view.which(_are_drawable)

    @cached_on_view
    def accepts(self, view: View) -> bool:
        charted = self.charted(view)
        if count(charted) < self.least:
            return False
        is_drawn = np.zeros(len(view.dataset["figures"]), dtype=bool)
        is_drawn[view.positions[charted]] = True
        pairs = related_positions("from_value", view)
        earlier = {first for first, second in pairs if is_drawn[first] and is_drawn[second]}
        return count(charted) - len(earlier) >= self.least

    @cached_on_view
    def pairs(self, view: View) -> dict[str, FigureRow]:
        return earlier_figures(view, self.figures(view))

    def headline(self, view: View) -> Headline:
        headline = super().headline(view)
        earlier = {figure.figure_id for figure in self.pairs(view).values()}
        # The earlier value has no mark of its own, but is a cut in the bar of the later one.
        return headline._replace(marks=tuple(id_ for id_ in headline.marks if id_ not in earlier))

    def subtitle(self, view: View) -> str:
        shared = self._shared(view)
        if view.dataset.language == "zh":
            words = named_by(view, "占比", shared) + "，单位：%"
        else:
            words = tr("{shares}, per cent", shares=named_by(view, tr("Shares"), shared))
        return f"{words} • {shared.period}" if shared.period else words

    @cached_on_view
    def _shared(self, view: View) -> SharedFacts:
        """Return what the subtitle tells of all shares."""
        return shared_facts(self._later(view), view.dataset.language)

    @cached_on_view
    def _later(self, view: View) -> list[FigureRow]:
        """Return the figures that have bars of their own."""
        earlier = {figure.figure_id for figure in self.pairs(view).values()}
        return [each for each in self.figures(view) if each.figure_id not in earlier]

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        groups = [
            group
            for name, figures in compared(view, self._later(view))
            for group in self._groups(view, name, figures)
        ]
        are_told = {group.kind for group in view.groups} == {"region"}
        return BarRows(
            groups, emphasised, view.dataset.provinces, _WHOLE, are_regions_told=are_told
        )

    def _groups(self, view: View, name: str, figures: Sequence[FigureRow]) -> list[BarGroup]:
        """Return shares of one thing under a head; those of things of their own are one group.

        Where things are compared, the heads name these.
        """
        is_chinese = view.dataset.language == "zh"
        of: defaultdict[str, list[FigureRow]] = defaultdict(list)
        for figure in figures:
            of[_whole(figure, self._shared(view))].append(figure)
        groups: list[BarGroup] = []
        single: list[FigureRow] = []
        for whole, part in of.items():
            if name or not whole or len(part) == 1:
                single += part
                continue
            head = f"占{whole}" if is_chinese else tr("Of {whole}", whole=whole)
            groups.append(self._group(view, head, part, has_whole=True))
        if single:
            rest = "其他占比" if is_chinese else tr("Of other things")
            head = name or (rest if groups else "")
            single.sort(key=figures.index)
            groups.append(self._group(view, head, single, has_whole=False))
        return groups

    def _group(
        self, view: View, head: str, figures: Sequence[FigureRow], *, has_whole: bool
    ) -> BarGroup:
        language, shared = view.dataset.language, self._shared(view)
        own = shared_facts(figures, language)
        told = together(shared, own) if head else shared
        detail = " • ".join(told_in_head(head, own, shared, language)) if head else ""
        rows = [self._row(view, each, told, has_whole=has_whole) for each in figures]
        return BarGroup(head, detail, rows)

    def _row(self, view: View, figure: FigureRow, told: SharedFacts, *, has_whole: bool) -> BarRow:
        language = view.dataset.language
        words, before = [figure_description(figure, language)], ""
        earlier = self.pairs(view).get(figure.figure_id)
        if earlier is not None:
            before = f"{amount(earlier, language)} {when(earlier, language)}".strip()
            words.insert(0, figure_description(earlier, language))
        return BarRow(
            figure=figure,
            length=figure.in_base_unit,
            label=label_but(figure, self._shared(view).region),
            value=amount(figure, language),
            detail=" • ".join(remaining_facts(figure, told, language, before)),
            under="" if has_whole else _of_what(figure, language),
            words=clauses(words),
            high=high_in_base_unit(figure),
            cut=None if earlier is None else earlier.in_base_unit,
            also=() if earlier is None else (earlier.figure_id,),
        )

    def notes(self, view: View) -> list[str]:
        """Return which shares are not drawn, and why."""
        left = view.picked(view.which(are_shares) & ~self.charted(view))
        rows = view.dataset.figure_rows.of(left.head(_MOST_NAMED))
        notes = [_not_drawn(row, view.dataset.language) for row in rows]
        if len(left) > len(rows):
            notes.append(tr("{count} more are not drawn.", count=len(left) - len(rows)))
        return [*notes, *self.notes_on_limit(view)]

    def table(self, view: View) -> pd.DataFrame:
        before, language = self.pairs(view), view.dataset.language

        def earlier(row: FigureRow) -> str:
            return amount(before[row.figure_id], language) if row.figure_id in before else ""

        more = {tr("Share of"): lambda row: row.whole, tr("Before"): earlier}
        per_cent = tr("Per cent")
        return figures_table(view, self.rows(view), lambda row: row.in_base_unit, per_cent, **more)


def _are_drawable(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures are shares that lie on the track, with the higher end of a range."""
    factor = (figures["base_value"] / figures["value"]).fillna(1.0)
    high = (figures["value_high"] * factor).fillna(figures["base_value"])
    is_on_track = figures["base_value"].between(0, _WHOLE) & high.between(0, _WHOLE)
    return are_shares(figures) & are_chartable(figures) & is_on_track


def _whole(figure: FigureRow, told: SharedFacts) -> str:
    """Return what a share is a share of, without the place that its label names."""
    where = what_and_where(figure)[1] or short_place(told.region)
    return figure.whole.removesuffix(f" of {where}").removeprefix(f"{where}的")


def _of_what(figure: FigureRow, language: Language) -> str:
    if language == "zh":
        return f"占{figure.whole}" if figure.whole else "所占未说明"
    return tr("of {whole}", whole=figure.whole) if figure.whole else tr("base not stated")


def _not_drawn(figure: FigureRow, language: Language) -> str:
    """Return that a share is not drawn, with the reason."""
    value = amount(figure, language)
    words = tr("Not drawn: {amount} ({who}).", amount=value, who=attribution(figure))
    outside = tr("It lies outside 0 to 100%.") if figure.chartable else ""
    return f"{words} {figure.remark or outside}".strip()
