"""Base class of chart types that plot figures: selection, order and table."""

from abc import ABC, abstractmethod
from collections.abc import Callable, Collection
from dataclasses import replace

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.chart_type import source_line, without_notes
from jjjviewer.charts.figures.headline_rules import figures_headline
from jjjviewer.charts.figures.headlines import single
from jjjviewer.charts.formatting import certainties, qualifiers, remark, status
from jjjviewer.charts.numbers import amount
from jjjviewer.charts.page_layout import Chart, Headline, Layout
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import Cell
from jjjviewer.vocabulary import UNCLEAR_CERTAINTIES


def are_chartable(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures can be charted, since the text does not leave them open."""
    return figures["chartable"]


def are_unclear(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures the text leaves unclear; `formatting.is_unclear` of a frame."""
    return figures["certainty"].isin(UNCLEAR_CERTAINTIES) | (figures["status"] == "uncertain")


def are_shares(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures are shares of a whole: not every per cent is one."""
    return (figures["dimension"] == "share") & (figures["quantity_kind"] == "share")


MOST_FIGURES = 100
"""Figures that are laid out at most: what somebody may look through; more are in the table."""


class FigureChart(ABC):
    """A chart of figures, the largest first unless the view says otherwise."""

    least = 1
    """Least number of figures for which the chart is worth showing."""

    @abstractmethod
    def belongs(self, view: View) -> Mask:
        """Return which figures of a view belong to the chart type.

        Every chart type is asked at every click: use a rule (`View.which`) for what depends on the
        figure alone, for looking that up costs nothing, whereas each step in pandas counts.
        """

    @abstractmethod
    def subtitle(self, view: View) -> str:
        """Return what is shown, its unit, and the speaker if there is only one."""

    @abstractmethod
    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        """Return the marks; emphasised are the ids of what the headline is about."""

    def notes(self, view: View) -> list[str]:
        """Return notes on what belongs to the chart type but is not drawn, and why."""
        return []

    def notes_on_limit(self, view: View) -> list[str]:
        """Return the note that there are more figures than are drawn, where that is so."""
        total = len(self._positions(view))
        words = tr("{drawn} of {count} are drawn; all are in the table.")
        return [words.format(drawn=MOST_FIGURES, count=total)] if total > MOST_FIGURES else []

    @cached_on_view
    def headline(self, view: View) -> Headline:
        """Return the title, about figures that are drawn."""
        return figures_headline(view, self.figures(view), self.pairs(view))

    def brief_headline(self, view: View, figure_id: str) -> Headline:
        """Return the title about one figure, for pages that have no room for more."""
        figures = {figure.figure_id: figure for figure in self.figures(view)}
        return single(figures[figure_id], view.dataset.language)

    def pairs(self, view: View) -> dict[str, FigureRow]:
        """Return the earlier figure by the id of the later one, of those drawn as pairs."""
        return {}

    def accepts(self, view: View) -> bool:
        return count(self.charted(view)) >= self.least

    @cached_on_view
    def charted(self, view: View) -> Mask:
        """Return which figures of a view it could plot."""
        return self.belongs(view) & view.which(are_chartable)

    def plotted(self, view: View) -> Mask:
        """Return which figures of a view are drawn or named on its pages."""
        return self.charted(view)

    @cached_on_view
    def rows(self, view: View) -> pd.DataFrame:
        return view.ordered(view.picked(self.order(view)))

    @cached_on_view
    def order(self, view: View) -> Positions:
        """Return the positions in the view of the figures it plots, the largest first."""
        places = np.flatnonzero(self.charted(view))
        values = view.column("base_value").to_numpy()[places]
        return places[np.argsort(-values, kind="stable")]

    @cached_on_view
    def figures(self, view: View) -> list[FigureRow]:
        """Return the figures, as many as pages can hold, in the order of the chart."""
        return view.dataset.figure_rows.at(self._positions(view)[:MOST_FIGURES].tolist())

    def having(self, view: View, ids: Collection[str]) -> Mask:
        """Return which figures of a view have some ids, of as many as pages can hold."""
        held = self._positions(view)[:MOST_FIGURES]
        have = view.dataset["figures"]["figure_id"].iloc[held].isin(list(ids)).to_numpy()
        return np.isin(view.positions, held[have])

    def _positions(self, view: View) -> Positions:
        """Return the positions in the dataset of the figures it plots, in their order."""
        positions: Positions
        if view.order:
            positions = self.rows(view).index.to_numpy()
        else:
            positions = view.positions[self.order(view)]
        return positions

    @cached_on_view
    def chart(self, view: View) -> Chart:
        headline = self.headline(view)
        layout = self.layout(view, frozenset(headline.marks))
        drawn = set(layout.records)
        figures = [each for each in self.figures(view) if each.figure_id in drawn]
        chart = Chart(
            headline,
            self.subtitle(view),
            layout,
            source_line(view, (each.paragraph for each in figures)),
            {each.figure_id: remark(each) for each in figures},
            [*self.notes(view), *without_notes(view, "figures", self._positions(view))],
            view.dataset.language,
        )
        if len(headline.marks) <= 1:
            return chart
        brief = self.brief_headline(view, headline.marks[0])
        own_layout = self.layout(view, frozenset(brief.marks))
        return replace(chart, brief=replace(chart, headline=brief, layout=own_layout))

    @abstractmethod
    def table(self, view: View) -> pd.DataFrame:
        """Return what is plotted as a table."""


def figures_table(
    view: View,
    rows: pd.DataFrame,
    value: Callable[[FigureRow], Cell],
    heading: str,
    **more: Callable[[FigureRow], Cell],
) -> pd.DataFrame:
    """Return the table of a chart of figures, for users and spreadsheets.

    Args:
        view: the view of the rows.
        rows: the figures, in their order.
        value: the value plotted for each figure.
        heading: of the column of values.
        more: further columns by their headings.

    Returns:
        A table in which the value stands beside what it measures, and dates are dates.
    """
    about = _columns_about(view.dataset.language)
    lines: list[dict[str, Cell]] = [
        {
            **({tr("Compared"): name} if name else {}),
            tr("What"): row.label,
            "": value(row),
            tr("As a number with unit"): amount(row, view.dataset.language),
            **{words: of(row) for words, of in (more | about).items()},
        }
        for name, part in view.divided(rows)
        for row in view.dataset.figure_rows.of(part)
    ]
    table = pd.DataFrame(lines)
    # A unit may be called as another column is.
    own = heading if heading and heading not in table else tr("Value")
    return table.rename(columns={"": own})


def _columns_about(language: Language) -> dict[str, Callable[[FigureRow], Cell]]:
    """Return the columns that say what is known of each figure, by their headings."""
    qualifier, certainty = qualifiers(), certainties()
    return {
        tr("Qualifier"): lambda row: qualifier[row.qualifier],
        tr("Period"): lambda row: when(row, language),
        tr("Period start"): lambda row: row.period_start or "",
        tr("Period end"): lambda row: row.period_end or "",
        tr("Status"): status,
        tr("Certainty"): lambda row: certainty[row.certainty],
        tr("Speaker"): lambda row: row.speaker,
        tr("Paragraph"): lambda row: row.paragraph,
        tr("Printed"): lambda row: row.printed,
        tr("Note"): lambda row: row.remark,
        tr("Record"): lambda row: row.figure_id,
    }
