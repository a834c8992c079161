"""Timeline: when."""

import re
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import groupby

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.figure_chart import FigureChart, figures_table
from jjjviewer.charts.figures.headline_rules import figures_headline
from jjjviewer.charts.figures.relations import earlier_figures, related_figures
from jjjviewer.charts.formatting import figure_description, is_target, joined_names, subject
from jjjviewer.charts.layouts.time_axis import whole_years
from jjjviewer.charts.layouts.time_rows import Band, TimeGroup, TimeRow
from jjjviewer.charts.layouts.timeline import TimeRows
from jjjviewer.charts.numbers import amount
from jjjviewer.charts.page_layout import Headline, Layout
from jjjviewer.charts.translation import clauses, listed, tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_LEAST_FIGURES = 3
_PLAN = re.compile(r"(\d+)(?:st|nd|rd|th) Five-Year Plan")
_FIRST_OF_FIVE_YEARS = 6
_MOST_NAMED = 3


class Timeline(FigureChart):
    """A bar for a span, a circle for a day, before and after the day of the interview.

    A span of which only the start is known is drawn to that day; one of which only the end is
    known is a circle there.
    """

    id = "timeline"
    least = _LEAST_FIGURES

    @property
    def name(self) -> str:
        return tr("Timeline")

    @property
    def question(self) -> str:
        return tr("When?")

    def accepts(self, view: View) -> bool:
        dated = self.charted(view)
        if count(dated) < self.least:
            return False
        days = [view.column(f"period_{each}").to_numpy()[dated] for each in ("start", "end")]
        known = np.concatenate([each[~np.isnat(each)] for each in days])
        return bool(known.min() != known.max())

    def belongs(self, view: View) -> Mask:
        return view.which(_are_dated)

    @cached_on_view
    def order(self, view: View) -> Positions:
        at = np.flatnonzero(self.charted(view))
        start, end = (view.column(f"period_{each}").to_numpy()[at] for each in ("start", "end"))
        first = np.where(np.isnat(start), end, start)
        last = np.where(np.isnat(end), first, end)
        return at[np.lexsort((last, first))]

    @cached_on_view
    def pairs(self, view: View) -> dict[str, FigureRow]:
        return earlier_figures(view, self.figures(view))

    def _positions(self, view: View) -> Positions:
        """Return the positions of what lies in the time shown, before some are chosen of it."""
        positions = super()._positions(view)
        if view.span is None:
            return positions
        table, interview = view.dataset["figures"], np.datetime64(_interview(view))
        start, end = (table[f"period_{each}"].to_numpy()[positions] for each in ("start", "end"))
        end = np.where(np.isnat(end), np.fmax(start, interview), end)
        start = np.where(np.isnat(start), end, start)
        first, last = np.minimum(start, end), np.maximum(start, end)
        within = (first < np.datetime64(view.span[1])) & (last >= np.datetime64(view.span[0]))
        shown: Positions = positions[within]
        return shown

    @cached_on_view
    def headline(self, view: View) -> Headline:
        # What was before is no news where the pack knows what came of it.
        before = {earlier.figure_id for earlier, _ in related_figures("from_value", view)}
        figures = self.figures(view)
        news = [each for each in figures if each.figure_id not in before] or figures
        return figures_headline(view, news, self.pairs(view))

    def subtitle(self, view: View) -> str:
        return tr(
            "Dated figures, {subject}, by the time they are stated for", subject=subject(view)
        )

    def notes(self, view: View) -> list[str]:
        undated = count(~self.belongs(view))
        outside = count(self.charted(view)) - len(self._positions(view))
        inferred = [row.short_label for row in self.figures(view) if row.period_basis == "inferred"]
        notes = self.notes_on_limit(view)
        if inferred:
            more = len(inferred) - _MOST_NAMED
            names = joined_names(inferred) if more <= 0 else listed(inferred[:_MOST_NAMED])
            rest = tr(" and {count} more", count=more) if more > 0 else ""
            notes.append(tr("Dates inferred: {names}{rest}.", names=names, rest=rest))
        if undated:
            notes.append(tr("Without a date: {count}.", count=undated))
        if outside:
            notes.append(tr("Outside the time shown: {count}.", count=outside))
        return notes

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        interview, figures = _interview(view), self.figures(view)
        spans = [_span(figure, interview) for figure in figures]
        period = view.span or whole_years(
            min((first for first, _ in spans), default=date(2000, 1, 1)),
            max((last for _, last in spans), default=date(2000, 1, 1)),
        )
        groups = _groups(view, figures, self.pairs(view), emphasised)
        return TimeRows(
            groups=groups,
            emphasised=emphasised,
            provinces=tuple(view.dataset.provinces),
            period=period,
            interview=interview
            if interview and any(last >= interview for _, last in spans)
            else None,
            is_interview=view.dataset.source.kind == "interview",
            bands=_plans(figures, interview, view),
            language=view.dataset.language,
            heads=[group.head for group in groups],
        )

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Value"))


def _are_dated(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["period_start"].notna() | figures["period_end"].notna()


def _interview(view: View) -> date | None:
    day = view.dataset.source.date
    return date.fromisoformat(day) if day else None


def _span(figure: FigureRow, interview: date | None) -> tuple[date, date]:
    """Return first and last day of a figure; an unknown one equals the other.

    "Since 2017" is said of the time up to the interview.
    """
    start, end = figure.period_start, figure.period_end
    if end is None and start is not None:
        end = max(start, interview) if interview else start
    assert end is not None
    return min(start or end, end), max(start or end, end)


def _groups(
    view: View,
    figures: Sequence[FigureRow],
    pairs: dict[str, FigureRow],
    emphasised: frozenset[str],
) -> list[TimeGroup]:
    """Return the rows by what is compared, else by region; that of the headline comes first."""
    earlier = {figure.figure_id for figure in pairs.values()}
    drawn = {figure.figure_id for figure in figures}
    found: dict[str, list[FigureRow]] = {}
    if view.groups:
        ids = view.dataset["figures"]["figure_id"]
        for group in view.groups:
            own = set(ids.iloc[group.figures])
            found[group.name] = [figure for figure in figures if figure.figure_id in own]
    else:
        for figure in figures:
            head = figure.region or figure.place or figure.speaker or tr("Introduction")
            found.setdefault(head, []).append(figure)
    groups = []
    for head, members in found.items():
        shown = [
            each
            for each in members
            if each.figure_id not in earlier
            or not any(
                before.figure_id == each.figure_id and after in drawn
                for after, before in pairs.items()
            )
        ]
        rows = [_row(view, head, each, pairs, drawn) for each in _joined(shown)]
        rows.sort(key=lambda row: _rank(row, emphasised))
        names = dict.fromkeys(each.surname for each in shown if each.surname)
        if rows:
            detail = listed(name for name in names if name not in head)
            groups.append(TimeGroup(head, detail, rows))
    is_first = [any(not emphasised.isdisjoint(row.ids) for row in group.rows) for group in groups]
    order = sorted(range(len(groups)), key=lambda at: (not is_first[at], -len(groups[at].rows)))
    return [groups[at] for at in order]


def _rank(row: TimeRow, emphasised: frozenset[str]) -> tuple[bool, bool, bool, date, date]:
    """Return the key by which rows stand: the headline, changes, spans, days, targets."""
    return (
        emphasised.isdisjoint(row.ids),
        not row.before,
        is_target(row.figures[0]),
        row.start or row.end,
        row.end,
    )


def _joined(figures: Iterable[FigureRow]) -> list[tuple[FigureRow, ...]]:
    """Join a number and a sum that one statement gives for the same time."""

    def key(figure: FigureRow) -> tuple[str, str, str]:
        return figure.statement_id, f"{figure.period_start} {figure.period_end}", figure.status

    found: list[tuple[FigureRow, ...]] = []
    for _, some in groupby(sorted(figures, key=key), key=key):
        members = list(some)
        kinds = sorted(each.dimension for each in members)
        if kinds == ["count", "money"]:
            found.append(tuple(sorted(members, key=lambda each: each.dimension)))
        else:
            found += [(each,) for each in members]
    return found


def _row(
    view: View,
    head: str,
    figures: tuple[FigureRow, ...],
    pairs: dict[str, FigureRow],
    drawn: set[str],
) -> TimeRow:
    language, last = view.dataset.language, figures[-1]
    before = pairs.get(last.figure_id)
    if before is not None and before.figure_id not in drawn:
        before = None
    start, end = _span(last, _interview(view))
    if before is not None:
        start = _span(before, None)[1]
    described = [*([before] if before else []), *figures]
    return TimeRow(
        figures=figures,
        start=start if start < end else None,
        end=end,
        value=listed(amount(each, language) for each in figures),
        label=last.short_label.removesuffix(f", {head}").removesuffix(f"（{head}）"),
        words=clauses(figure_description(each, language) for each in described),
        before=amount(before, language) if before else "",
        also=(before.figure_id,) if before else (),
    )


def _plans(figures: Sequence[FigureRow], interview: date | None, view: View) -> list[Band]:
    """Return the five-year plans of China that periods name, where the dates agree.

    The text names a plan by its number; its years follow from that since the sixth, of 1981.
    Other countries count theirs otherwise, as the dates of their figures tell.
    """
    named: dict[int, list[FigureRow]] = {}
    for figure in figures:
        if found := _PLAN.search(figure.period_text):
            named.setdefault(int(found[1]), []).append(figure)
    bands = []
    for number, some in sorted(named.items()):
        first = 1951 + 5 * number
        days = [day for each in some for day in _span(each, interview)]
        if number < _FIRST_OF_FIVE_YEARS or not all(first <= day.year < first + 5 for day in days):
            continue
        last = first + 4
        name = tr(
            "{number}th Five-Year Plan, {first}–{last}", number=number, first=first, last=last
        )
        if view.dataset.language == "zh":
            name = f"第{number}个五年规划，{last - 4}–{last}年"
        bands.append(Band(date(first, 1, 1), date(first + 5, 1, 1), name))
    return bands
