"""Statements counted: the bars or columns into which forms divide them."""

from collections.abc import Iterable
from dataclasses import dataclass

import pandas as pd

from jjjviewer.charts.kept import kept
from jjjviewer.charts.translation import tr
from jjjviewer.model.records import Records
from jjjviewer.model.view import View


@dataclass(frozen=True)
class Division:
    """What statements are divided by, and the parts, each a frame of statements."""

    heading: str
    """What the parts are: speakers, themes, or what is compared."""
    parts: dict[str, pd.DataFrame]
    """By name, in order; none is empty."""
    provinces: dict[str, str]
    """The region that colours a part, by its name, where it has one."""

    def counts(self, column: str, columns: Iterable[str]) -> pd.DataFrame:
        """Count the statements of each part (rows) by the values of a column (columns)."""
        counted = {name: part[column].value_counts() for name, part in self.parts.items()}
        table = pd.DataFrame(counted).T.reindex(columns=list(columns)).fillna(0).astype(int)
        return table.loc[:, table.sum() > 0].rename_axis(None, axis=1)

    def ids(self, column: str) -> dict[tuple[str, str], tuple[str, ...]]:
        """The ids of the statements behind each of the counts."""
        return {
            (name, str(value)): tuple(rows["statement_id"])
            for name, part in self.parts.items()
            for value, rows in part.groupby(column, observed=True)
        }


@kept
def spoken(view: View) -> pd.DataFrame:
    """The statements that somebody in particular made."""
    return view.statements[view.statements["speaker_id"] != ""]


@kept
def theme_count(view: View) -> int:
    """On how many themes somebody in particular spoke."""
    return len(set(spoken(view)["theme_id"]))


def by_speaker(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements by who said them; the last part is what nobody in particular said."""
    of = {str(id_): part for id_, part in rows.groupby("speaker_id")}
    speakers = view.speakers[view.speakers["speaker_id"].isin(of)]
    parts = {str(row.speaker): of[str(row.speaker_id)] for row in Records(speakers)}
    if "" in of:
        parts[tr("No speaker named")] = of[""]
    provinces = dict(zip(speakers["speaker"], speakers["province"], strict=True))
    return Division(tr("Speaker"), parts, provinces)


def by_theme(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements by what they are about."""
    of = {str(id_): part for id_, part in rows.groupby("theme_id")}
    themes = view.themes[view.themes["theme_id"].isin(of)]
    parts = {str(row.theme): of[str(row.theme_id)] for row in Records(themes)}
    return Division(tr("Theme"), parts, {})


def by_group(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements among what is compared."""
    parts = {name: part for name, part in view.divided(rows) if not part.empty}
    provinces = {group.name: group.province for group in view.groups}
    return Division(tr("Compared"), parts, provinces)


def by_people(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements among what is compared, or by speaker where that is themes or nothing."""
    is_compared = view.groups and all(group.kind != "theme" for group in view.groups)
    return by_group(view, rows) if is_compared else by_speaker(view, rows)
