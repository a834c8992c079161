"""The protocol of chart types, and how one is laid out on a page."""

from typing import Protocol

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.filter_words import filter_words
from jjjviewer.charts.formatting import citation, parts_among
from jjjviewer.charts.page_layout import MOST_IDS, Caption, lay_out, source_line
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View, id_column


class ChartType(Protocol):
    """A kind of chart. It draws what is in the view, and fetches nothing else."""

    @property
    def id(self) -> str:
        """The name on the command line, in settings and in file names."""

    @property
    def name(self) -> str:
        """The name that users see."""

    def accepts(self, view: View) -> bool:
        """Return whether it suits a view.

        Every chart type is asked at every click, and all but one only this: answer from counts
        and from what is known of each figure by itself (`View.which`), in microseconds, without
        picking rows of a frame.
        """

    def title(self, view: View) -> str:
        """Return a sentence, made from the data, that states what the chart shows."""

    def subtitle(self, view: View) -> str:
        """Return what is plotted, of whom, and in which unit."""

    def table(self, view: View) -> pd.DataFrame:
        """Return what is plotted as a table, with headings that users see."""

    def rows(self, view: View) -> pd.DataFrame:
        """Return the figures, statements or links it plots, in the order of the table."""

    def left_out(self, view: View) -> list[str]:
        """Return notes on what belongs to the chart type but is not drawn, and why."""

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        """Draw into the body of a scene; return notes on what did not fit."""


def compose(
    chart_type: ChartType,
    view: View,
    page: Page,
    style: Style,
    *,
    header: bool = True,
    footer: bool = True,
) -> Scene:
    """Lay out a chart type of a view on a page, by default with title, source and record ids."""
    return lay_out(
        caption_of(chart_type, view),
        lambda scene: chart_type.draw(scene, view, style),
        page,
        style,
        header=header,
        footer=footer,
    )


@cached_on_view
def caption_of(chart_type: ChartType, view: View) -> Caption:
    """Return title, subtitle, source and notes of a chart, whatever its page."""
    rows = chart_type.rows(view)
    return Caption(
        chart_type.title(view),
        "; ".join(filter(None, (chart_type.subtitle(view), parts_among(view)))),
        source_line(citation(view), rows["paragraph"].unique().tolist()),
        _in_reading_order(rows),
        _notes(chart_type, view),
    )


def record_ids(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return the ids of figures, statements or links, in their order."""
    return rows[id_column(rows)]


def _in_reading_order(rows: pd.DataFrame) -> list[str]:
    """Return the ids in the order of the pack, in which the rows' labels count."""
    ids: list[str] = record_ids(rows).to_numpy()[np.argsort(rows.index.to_numpy())].tolist()
    return ids


def _notes(chart_type: ChartType, view: View) -> list[str]:
    """Return the notes of a chart: what is doubtful, and what is left out."""
    rows = chart_type.rows(view)
    return [
        *_doubtful(rows),
        *chart_type.left_out(view),
        *_without(rows, view),
        *_filtered(rows, view),
    ]


def _without(rows: pd.DataFrame, view: View) -> list[str]:
    """Return a note on the groups compared that have nothing on the chart."""
    names = ", ".join(name for name, part in view.divided(rows) if part.empty)
    return [tr("Nothing of this kind: {names}.", names=names)] if names else []


def _filtered(rows: pd.DataFrame, view: View) -> list[str]:
    """Return a note on the filters in force; what has not what they look at is by its figures."""
    words = filter_words(view)
    if not words:
        return []
    what = "; ".join(words.values())
    if {*view.filter.by_column()} <= {*rows}:
        return [tr("Shown only: {what}.", what=what)]
    return [tr("Shown only: statements with a figure that is {what}.", what=what)]


def _doubtful(rows: pd.DataFrame) -> list[str]:
    """Return a note on the records plotted that validation warns of."""
    doubtful = np.flatnonzero(rows["warning"].to_numpy() != "")
    if not len(doubtful):
        return []
    if len(doubtful) > MOST_IDS:
        those = tr("{count} of these records", count=f"{len(doubtful):,}")
    else:
        those = ", ".join(record_ids(rows.iloc[doubtful]))
    return [tr("To be checked, for the pack contradicts itself: {those}.", those=those)]
