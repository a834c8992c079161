"""Who spoke of what: the number of statements of each speaker on each theme."""

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import statements_subject
from jjjviewer.charts.layouts import heat_map
from jjjviewer.charts.layouts.heat_map import HeatMap
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.statements import (
    Division,
    by_people,
    theme_count,
    themed_statements,
    without_speaker_or_theme,
)
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View


class SpeakerTheme:
    """A heat map of statements by speaker and theme."""

    id = "speaker-theme"

    @property
    def name(self) -> str:
        return tr("Speaker × theme")

    def accepts(self, view: View) -> bool:
        if view.only_figures or theme_count(view) < 2:
            return False
        return len(self._divided(view).parts) > 1

    def rows(self, view: View) -> pd.DataFrame:
        return themed_statements(view)

    def title(self, view: View) -> str:
        rows = self.rows(view)
        counts = rows["theme"].value_counts(sort=True)
        return heat_map.title(counts.index[0], counts.iloc[0], len(rows))

    def subtitle(self, view: View) -> str:
        return heat_map.subtitle(statements_subject(view))

    def left_out(self, view: View) -> list[str]:
        return without_speaker_or_theme(view)

    def table(self, view: View) -> pd.DataFrame:
        return self._counts(view).rename_axis(tr("Theme")).reset_index()

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        return heat_map.draw(self._heat_map(view), scene, style)

    @cached_on_view
    def _heat_map(self, view: View) -> HeatMap:
        divided, counts = self._divided(view), self._counts(view)
        return HeatMap(
            themes=list(counts.index),
            names=list(counts.columns),
            counts=counts.to_numpy().tolist(),
            ids=divided.ids("theme"),
            provinces=divided.provinces,
            regions=tuple(view.dataset.provinces),
        )

    @cached_on_view
    def _divided(self, view: View) -> Division:
        return by_people(view, self.rows(view))

    @cached_on_view
    def _counts(self, view: View) -> pd.DataFrame:
        """Count statements by theme (rows, most spoken of first) and speaker or thing compared."""
        counts = self._divided(view).counts("theme", view.themes["theme"]).T
        if view.order:
            return counts
        totals = counts.sum(axis=1).sort_values(ascending=False, kind="stable")
        return counts.loc[totals.index]
