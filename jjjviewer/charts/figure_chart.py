"""Base class of chart types that plot figures: selection, order and table."""

from abc import ABC, abstractmethod
from collections.abc import Callable

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.facets import parts_of
from jjjviewer.charts.formatting import amount, certainties, qualifiers, status
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
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


def of_one_unit(view: View, family: Mask) -> Mask:
    """Return the figures of a family that have its most frequent base unit.

    Of several such units it is the first by its id.
    """
    units = view.codes("base_unit")
    counts = np.bincount(units[family & view.which(are_chartable)], minlength=1)
    is_of_most: Mask = units == counts.argmax()
    return family & is_of_most


def in_other_units(number: int) -> list[str]:
    """Return a note on figures left out for their unit."""
    return [tr("In other units, not drawn here: {count}.", count=number)] if number else []


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

    def accepts(self, view: View) -> bool:
        return count(self.charted(view)) >= self.least

    @cached_on_view
    def charted(self, view: View) -> Mask:
        """Return which figures of a view it could plot."""
        return self.belongs(view) & view.which(are_chartable)

    def plotted(self, view: View) -> Mask:
        """Return which figures of a view it does plot."""
        return self.charted(view)

    @cached_on_view
    def rows(self, view: View) -> pd.DataFrame:
        return view.ordered(self.natural(view))

    @cached_on_view
    def natural(self, view: View) -> pd.DataFrame:
        """Return the figures it plots in its own order; titles are about the first."""
        return view.picked(self.order(view))

    @cached_on_view
    def order(self, view: View) -> Positions:
        """Return the positions in the view of the figures it plots, in its own order."""
        places = np.flatnonzero(self.charted(view))
        values = view.column("base_value").to_numpy()[places]
        return places[np.argsort(-values, kind="stable")]

    @cached_on_view
    def first(self, view: View) -> FigureRow:
        """Return the figure that titles are about."""
        return view.dataset.figure_rows.of(self.natural(view).head(1))[0]

    def left_out(self, view: View) -> list[str]:
        open_ones = self.belongs(view) & ~view.which(are_chartable)
        number = count(open_ones)
        if not number:
            return []
        if number == 1:
            return [tr("1 figure not charted: the text leaves open what it measures.")]
        return [
            tr("{count} figures not charted: the text leaves open what they measure.", count=number)
        ]


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
    about = _columns_about()
    lines: list[dict[str, Cell]] = [
        {
            **({tr("Compared"): name} if name else {}),
            tr("What"): row.measure,
            "": value(row),
            tr("As a number with unit"): amount(row),
            **{words: of(row) for words, of in (more | about).items()},
        }
        for name, part in parts_of(view, rows)
        for row in view.dataset.figure_rows.of(part)
    ]
    table = pd.DataFrame(lines)
    # A unit may be called as another column is.
    own = heading if heading and heading not in table else tr("Value")
    return table.rename(columns={"": own})


def _columns_about() -> dict[str, Callable[[FigureRow], Cell]]:
    """Return the columns that say what is known of each figure, by their headings."""
    qualifier, certainty = qualifiers(), certainties()
    return {
        tr("Qualifier"): lambda row: qualifier[row.qualifier],
        tr("Period"): lambda row: row.period_text,
        tr("Period start"): lambda row: row.period_start or "",
        tr("Period end"): lambda row: row.period_end or "",
        tr("Status"): status,
        tr("Certainty"): lambda row: certainty[row.certainty],
        tr("Speaker"): lambda row: row.speaker,
        tr("Paragraph"): lambda row: row.paragraph,
        tr("Printed"): lambda row: row.printed,
        tr("Note"): lambda row: row.note,
        tr("Record"): lambda row: row.figure_id,
    }
