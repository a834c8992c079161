"""Which statements are counted, and notes on those that are not."""

from typing import Literal

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import paragraphs
from jjjviewer.charts.translation import in_language, tr
from jjjviewer.model.categories import codes_of
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.view import View

Column = Literal["kind", "theme_id"]


def have_any(view: View, column: Column) -> bool:
    """Return whether statements of a view have a kind or a theme."""
    return not view.only_figures and bool(is_set(view.statements[column]).any())


@cached_on_view
def counted(column: Column, view: View) -> pd.DataFrame:
    """Return the statements that are counted: of a speaker, with a kind or a theme.

    Where no speaker makes any of them, all are.
    """
    rows = view.statements
    have = is_set(rows[column])
    of_speakers = have & is_set(rows["speaker_id"])
    which = of_speakers if of_speakers.any() else have
    return rows if which.all() else rows[which]


def not_counted(view: View, *columns: Column) -> list[str]:
    """Return notes on the statements that a chart does not count, and why."""
    language, rows = view.dataset.language, view.statements
    counts = counted(columns[0], view)
    of_speakers = is_set(rows["speaker_id"])
    notes = []
    if not of_speakers.all() and (counts["speaker_id"] != "").any():
        left = rows[~of_speakers]
        notes.append(_nobodys(len(left), paragraphs(set(left["paragraph"])), view))
        rows = rows[of_speakers]
    for column in columns:
        unset = int((~is_set(rows[column])).sum())
        if unset and column == "kind":
            words = tr("No kind given, not counted here: {count}.", count=unset)
            notes.append(in_language(language, words, f"未标注类别、未计入：{unset}条。"))
        elif unset:
            words = tr("No theme given, not counted here: {count}.", count=unset)
            notes.append(in_language(language, words, f"未标注主题、未计入：{unset}条。"))
    return notes


def _nobodys(count: int, where: str, view: View) -> str:
    one = tr("Not counted: 1 statement that no speaker makes ({where}).", where=where)
    many = tr(
        "Not counted: {count} statements that no speaker makes ({where}).",
        count=count,
        where=where,
    )
    chinese = f"未计入：无发言者的{count}条表述（{where}）。"
    return in_language(view.dataset.language, one if count == 1 else many, chinese)


def is_set(column: pd.Series) -> Mask:
    """Return where a column of categories is not empty."""
    filled = [category != "" for category in column.cat.categories]
    mask: Mask = np.array([*filled, False])[codes_of(column)]
    return mask
