"""The protocol of chart types, and how one is laid out on pages."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Literal, Protocol

import numpy as np
import pandas as pd

from jjjviewer.charts.filter_words import filter_words
from jjjviewer.charts.formatting import caveat, citation, joined_names, paragraphs, parts_among
from jjjviewer.charts.page_layout import NO_WORDING, Chart, Wording, lay_out
from jjjviewer.charts.periods import day
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.translation import clauses, in_language, speaking, tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.view import View, id_column


class ChartType(Protocol):
    """A kind of chart. It draws what is in the view, and fetches nothing else."""

    @property
    def id(self) -> str:
        """The name on the command line, in settings and in file names."""

    @property
    def name(self) -> str:
        """The name that users see."""

    @property
    def question(self) -> str:
        """The question that it answers, for users."""

    def accepts(self, view: View) -> bool:
        """Return whether it suits a view.

        Every chart type is asked at every click, and all but one only this: answer from counts
        and from what is known of each figure by itself (`View.which`), in microseconds, without
        picking rows of a frame.
        """

    def chart(self, view: View) -> Chart:
        """Return title, plot and notes, for any page."""

    def rows(self, view: View) -> pd.DataFrame:
        """Return the figures, statements or links it plots, in the order of the table."""

    def table(self, view: View) -> pd.DataFrame:
        """Return what is plotted as a table, with headings that users see."""


def compose(
    chart_type: ChartType,
    view: View,
    page: Page,
    style: Style,
    wording: Wording = NO_WORDING,
    *,
    header: bool = True,
    footer: bool = True,
) -> list[Scene]:
    """Lay out a chart type of a view on pages, by default with title and notes."""
    chart = chart_type.chart(view)
    with speaking(view.dataset.language):
        parts, shown = parts_among(view), _filter_in_words(chart_type, view)
    stop = in_language(view.dataset.language, ".", "。")
    if shown and (wording.subtitle or not header):
        wording, shown = wording._replace(note=f"{shown}{stop} {wording.note}".strip()), ""
    chart = _told(chart, parts, shown)
    brief = chart.brief and _told(chart.brief, parts, shown)
    return lay_out(replace(chart, brief=brief), page, style, wording, header=header, footer=footer)


def _told(chart: Chart, parts: str, shown: str) -> Chart:
    """Return a chart whose subtitle tells what is part of what, and what alone is shown."""
    with speaking(chart.language):
        subtitle = clauses((chart.subtitle, parts))
    return replace(chart, subtitle=" • ".join(filter(None, (subtitle, shown))))


def source_line(view: View, numbers: Iterable[int]) -> str:
    """Return the line on the source: caveat, citation and paragraphs."""
    cited, known = citation(view), caveat(view)
    if date_ := view.dataset.source.date:
        # The caveat names the day already.
        named = day(date.fromisoformat(date_), view.dataset.language)
        cited = cited.removesuffix(f"{tr(', ')}{named}") if named in known else cited
    source = tr(
        "Source: {citation}, {paragraphs}.",
        citation=cited,
        paragraphs=paragraphs(set(numbers)),
    )
    return f"{known} {source}".strip()


def _filter_in_words(chart_type: ChartType, view: View) -> str:
    """Return the filters in force; what has not what they look at is by its figures."""
    what = clauses(filter_words(view).values())
    if not what or {*view.filter.by_column()} <= {*chart_type.rows(view)}:
        return tr("Shown only: {what}", what=what) if what else ""
    return tr("Shown only: statements with a figure that is {what}", what=what)


def without_notes(
    view: View, table: Literal["figures", "statements", "links"], plotted: Positions
) -> list[str]:
    """Return a note on the groups compared that have nothing among what a chart plots.

    Args:
        view: what is selected.
        table: of what is plotted.
        plotted: where that stands in the table.
    """
    names = [
        group.name for group in view.groups if not np.isin(getattr(group, table), plotted).any()
    ]
    if not names:
        return []
    if all(group.kind in ("region", "speaker") for group in view.groups):
        return [tr("{names} gave none of these.", names=joined_names(names))]
    return [tr("None of these: {names}.", names=joined_names(names))]


def record_ids(rows: pd.DataFrame) -> "pd.Series[str]":
    """Return the ids of figures, statements or links, in their order."""
    return rows[id_column(rows)]
