"""Numbers of statements: divisions by speaker, theme or group compared."""

from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import unset_theme
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions, count_by_value, positions_by_value
from jjjviewer.model.view import View


class Division(NamedTuple):
    """Statements divided into parts."""

    heading: str
    """What the parts are: speakers, themes, or groups compared."""
    rows: pd.DataFrame
    """All statements that are divided."""
    parts: dict[str, Positions]
    """Positions of the statements of each part, by name, in order; none is empty."""
    provinces: dict[str, str]
    """The region that colours a part, by its name, where it has one."""

    def counts(self, column: str, columns: Iterable[str]) -> pd.DataFrame:
        """Count the statements of each part (rows) by the values of a column (columns)."""
        codes, values = pd.factorize(self.rows[column])
        shape = len(self.parts), len(values)
        rows = np.concatenate([*self.parts.values(), np.empty(0, np.intp)])
        parts = np.repeat(np.arange(shape[0]), [len(part) for part in self.parts.values()])
        # All parts at once, since there may be thousands.
        counted = np.bincount(parts * shape[1] + codes[rows], minlength=shape[0] * shape[1])
        counts = pd.DataFrame(counted.reshape(shape), index=list(self.parts), columns=list(values))
        found = set(values[np.flatnonzero(counts.to_numpy().any(axis=0))])
        return counts[[value for value in columns if value in found]]

    def ids(self, column: str) -> Callable[[str], dict[str, tuple[str, ...]]]:
        """Return what gives the ids of the statements of a part, by the values of a column."""
        values, ids = self.rows[column].array, self.rows["statement_id"].array

        @cache
        def of(name: str) -> dict[str, tuple[str, ...]]:
            part = self.parts[name]
            found: defaultdict[str, list[str]] = defaultdict(list)
            for value, id_ in zip(values[part].tolist(), ids[part].tolist(), strict=True):
                found[value].append(id_)
            return {value: tuple(of_value) for value, of_value in found.items()}

        return of


@cached_on_view
def themed_statements(view: View) -> pd.DataFrame:
    """Return the statements that charts by theme count: those with a speaker and a theme."""
    rows = view.statements
    are_themed = (rows["speaker_id"] != "") & (rows["theme_id"] != "")
    return rows if are_themed.all() else rows[are_themed]


def without_speaker_or_theme(view: View) -> list[str]:
    """Return notes on the statements that charts by theme do not count."""
    are_attributed = view.statements["speaker_id"] != ""
    anonymous = int((~are_attributed).sum())
    unset = int(are_attributed.sum()) - len(themed_statements(view))
    return [
        *([tr("Without a speaker, not counted here: {count}.", count=anonymous)] * bool(anonymous)),
        *([tr("Theme not looked at, not counted here: {count}.", count=unset)] * bool(unset)),
    ]


@cached_on_view
def theme_count(view: View) -> int:
    """Return the number of themes of the statements that charts by theme count."""
    return len(count_by_value(themed_statements(view)["theme_id"]))


def by_speaker(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements by speaker; those without one come last."""
    of = positions_by_value(rows["speaker_id"])
    speakers = [row for row in view.dataset.speaker_rows.of(view.speakers) if row.speaker_id in of]
    parts = {row.speaker: of[row.speaker_id] for row in speakers}
    if "" in of:
        parts[tr("No speaker named")] = of[""]
    return Division(tr("Speaker"), rows, parts, {row.speaker: row.province for row in speakers})


def by_theme(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements by theme; those whose theme nobody has looked at come last."""
    of = positions_by_value(rows["theme_id"])
    themes = view.dataset.theme_rows.of(view.themes)
    parts = {row.theme: of[row.theme_id] for row in themes if row.theme_id in of}
    if "" in of:
        parts[unset_theme()] = of[""]
    return Division(tr("Theme"), rows, parts, {})


def by_group(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements by the groups compared."""
    parts = {group.name: np.flatnonzero(rows.index.isin(group.statements)) for group in view.groups}
    parts = {name: part for name, part in parts.items() if len(part)}
    provinces = {group.name: group.province for group in view.groups}
    return Division(tr("Compared"), rows, parts, provinces)


def by_people(view: View, rows: pd.DataFrame) -> Division:
    """Divide statements by the groups compared, or by speaker where these are themes or none."""
    is_compared = view.groups and all(group.kind != "theme" for group in view.groups)
    return by_group(view, rows) if is_compared else by_speaker(view, rows)
