"""What the plot says of points, of all of them, and of why there are none."""

from collections.abc import Mapping

from jjjviewer.charts.filter_words import filter_words
from jjjviewer.charts.formatting import (
    attribution,
    certainty,
    figure_description,
    statement_kinds,
    subject,
)
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.index import RecordTable
from jjjviewer.model.view import View
from jjjviewer.ui.explore.lanes import Kind
from jjjviewer.ui.explore.points import Across, Points
from jjjviewer.ui.shared import wording

_MOST = 3
"""Records of one dot that are told."""
Down = Kind | None
"""Lanes of what stands down; None for values."""


def dot_words(view: View, points: Points, which: Positions) -> str:
    """Return what a dot stands for: who, what, the number as printed, and the paragraph."""
    first = len(points.statements)
    told = which[:_MOST]
    statements = points.statements[told[told < first]].tolist()
    figures = points.figures[told[told >= first] - first].tolist()
    dataset = view.dataset

    def star(table: RecordTable, id_: str) -> str:
        return "★ " if dataset.collection.has(table, id_) else ""

    words = []
    for row in dataset.statement_rows.at(statements):
        kind = statement_kinds().get(row.kind, "")
        parts = (
            f"{star('statements', row.statement_id)}{row.text}",
            kind,
            attribution(row),
            certainty(row),
        )
        words.append(" · ".join(filter(None, parts)))
    words += [
        star("figures", row.figure_id) + figure_description(row, dataset.language)
        for row in dataset.figure_rows.at(figures)
    ]
    if len(which) == 1:
        return words[0]
    head = tr("{count} at this place; zoom in to tell them apart.", count=f"{len(which):,}")
    rest = len(which) - len(told)
    more = [tr("… and {count} more", count=f"{rest:,}")] if rest else []
    return "\n".join([head, *words, *more])


def plot_title(view: View, across: Across, down: Down) -> str:
    """Return what is plotted of whom."""
    axes: Mapping[tuple[Across, Down], str] = {
        ("paragraphs", "themes"): tr("{what}: themes, in reading order"),
        ("paragraphs", "speakers"): tr("{what}: speakers, in reading order"),
        ("paragraphs", "places"): tr("{what}: places, in reading order"),
        ("paragraphs", None): tr("{what}: values, in reading order"),
        ("time", "themes"): tr("{what}: figures of themes over time"),
        ("time", "speakers"): tr("{what}: figures of speakers over time"),
        ("time", "places"): tr("{what}: figures of places over time"),
        ("time", None): tr("{what}: values over time"),
    }
    return axes[across, down].format(what=subject(view))


def count_words(view: View, plotted: int, lit: int, left_out: str) -> str:
    """Return how many points are plotted and lit, and what is not plotted."""
    words = tr("1 point") if plotted == 1 else tr("{count} points", count=f"{plotted:,}")
    if lit < plotted:
        what = "; ".join(filter_words(view).values())
        words = tr("{lit} of {all}; grey: held back by the filter ({what})",
                   lit=f"{lit:,}", all=words, what=what)  # fmt: skip
    return f"{words}. {left_out}" if left_out else f"{words}."


def left_out_words(points: Points, across: Across, down: Down, missing: int, single: int) -> str:
    """Return what has no place on the axes.

    Args:
        points: all points.
        across, down: what the axes are.
        missing: how many figures have none.
        single: how many units have one figure only.
    """
    parts = []
    statements = len(points.statements)
    if statements and (across == "time" or down is None):
        parts.append(wording.statements(statements))
    if missing and across == "time":
        parts.append(tr("{figures} without a period", figures=wording.figures(missing)))
    elif missing:
        parts.append(tr("{figures} without a unit", figures=wording.figures(missing)))
    if single:
        parts.append(
            tr("1 unit with a single figure")
            if single == 1
            else tr("{count} units with a single figure each", count=single)
        )
    if not parts:
        return ""
    return tr("Not plotted: {what}; the table has them.", what=", ".join(parts))


def nothing_words(points: Points, across: Across, down: Down) -> str:
    """Return why there is nothing to plot."""
    if not points.size:
        return tr("Nothing to plot: it has no figures and no statements.")
    if not len(points.figures):
        return tr("Nothing to plot on these axes: statements have neither a period nor a value, "
                  "and it has no figures.")  # fmt: skip
    if across == "time":
        return tr("Nothing to plot over time: none of its figures has a period.")
    return tr("Nothing to plot by value: none of its figures has a unit.")


def help_words() -> str:
    """Return what a screen reader says of the plot besides its name."""
    return tr(
        "Arrow keys go from point to point, Enter chooses one, plus, minus and 0 zoom, B begins "
        "and ends a brush, Escape clears it. The tab Table has what is charted as rows."
    )
