"""What the forms share that plot figures: which rows in which order, and their table."""

from abc import ABC, abstractmethod
from collections.abc import Callable
from typing import Any

import pandas as pd

from jjjviewer.charts.bands import bands_of
from jjjviewer.charts.kept import kept
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import amount, status
from jjjviewer.model.view import View


class FigureForm(ABC):
    """What the forms share that plot figures, the largest first unless asked otherwise."""

    @abstractmethod
    def belongs(self, view: View) -> "pd.Series[bool]":
        """Say which figures of a view are of the form's kind."""

    def accepts(self, view: View) -> bool:
        return not self.rows(view).empty

    @kept
    def rows(self, view: View) -> pd.DataFrame:
        # Most places have no figure at all, which no form need find out by itself.
        return view.figures if view.figures.empty else view.ordered(self.natural(view))

    @kept
    def natural(self, view: View) -> pd.DataFrame:
        """Return the figures it plots in its own order, of which the first is told in titles."""
        wanted = self.belongs(view) & view.figures["chartable"]
        if not wanted.any():
            return view.figures.iloc[:0]
        # Sorted alone: of a large view, picking all its columns twice takes long.
        values = view.figures.loc[wanted, "base_value"]
        order = values.sort_values(ascending=False, kind="stable")
        return view.figures.loc[order.index]

    def left_out(self, view: View) -> list[str]:
        count = int((self.belongs(view) & ~view.figures["chartable"]).sum())
        if not count:
            return []
        if count == 1:
            return [tr("1 figure not charted: the text leaves open what it measures.")]
        return [
            tr("{count} figures not charted: the text leaves open what they measure.", count=count)
        ]


def figures_table(
    view: View,
    rows: pd.DataFrame,
    value: Callable[[Any], object],
    heading: str,
    **more: Callable[[Any], object],
) -> pd.DataFrame:
    """What a form of figures plots, as a table for people and spreadsheets.

    Args:
        view: the rows are of it.
        rows: the figures, in their order.
        value: what is plotted of each, for the column of that heading.
        heading: of that column.
        more: further columns by their headings.
    """
    lines = [
        ({tr("Compared"): band.name} if band.name else {})
        | {
            tr("What"): row.measure,
            heading: value(row),
            tr("As a number with unit"): amount(row),
            **{words: of(row) for words, of in more.items()},
            tr("Period"): row.period_text,
            tr("Status"): status(row),
            tr("Speaker"): row.speaker,
            tr("Paragraph"): row.paragraph,
            tr("Printed"): row.printed,
            tr("Note"): row.note,
            tr("Record"): row.figure_id,
        }
        for band in bands_of(view, rows)
        for row in band.rows
    ]
    return pd.DataFrame(lines)
