"""Which share of what was said was on which theme."""

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import statements_subject, subject
from jjjviewer.charts.layouts.stacked_bars import StackedBars, draw_stacked_bars
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.statements import (
    Division,
    by_people,
    theme_count,
    themed_statements,
    without_speaker_or_theme,
)
from jjjviewer.charts.style import Style, steady_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import count_by_value
from jjjviewer.model.view import View

_MOST_NAMED = 6


class Attention:
    """Bars of one length, one a speaker or thing compared; the six themes spoken of most are named.

    How often a theme is spoken of says nothing on its weight, and the subtitle says so.
    """

    id = "attention"

    @property
    def name(self) -> str:
        return tr("Attention")

    def accepts(self, view: View) -> bool:
        return not view.only_figures and theme_count(view) > 1

    def rows(self, view: View) -> pd.DataFrame:
        return themed_statements(view)

    def title(self, view: View) -> str:
        counts = self.rows(view)["theme"].value_counts()
        whose, share = statements_subject(view), f"{counts.iloc[0] / counts.sum():.0%}"
        words = tr("{theme}: {share} of the statements of {subject}")
        if whose != subject(view):
            words = tr("{theme}: {share} of the statements, {subject}")
        return words.format(theme=counts.index[0], share=share, subject=whose)

    def subtitle(self, view: View) -> str:
        return tr(
            "Derived: statements on a theme, per cent of the statements of each; "
            "how often, not how important"
        )

    def left_out(self, view: View) -> list[str]:
        return without_speaker_or_theme(view)

    def table(self, view: View) -> pd.DataFrame:
        divided, themes = self._divided(view)
        counts = divided.counts("theme", themes)
        shares = counts.div(counts.sum(axis=1), axis=0).mul(100).round(1)
        shares.columns = [tr("{theme}, %", theme=theme) for theme in counts.columns]
        return counts.join(shares).rename_axis(divided.heading).reset_index()

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        return draw_stacked_bars(scene, self._stacked_bars(style, view), style)

    @cached_on_view
    def _stacked_bars(self, style: Style, view: View) -> StackedBars:
        divided, themes = self._divided(view)
        counts = divided.counts("theme", themes)
        named = [theme for theme in counts.columns if theme != _others()]
        colors = steady_colors(named, _ranked(view), style.parts) | {_others(): style.others}
        ids = divided.ids("theme")
        totals = counts.sum(axis=1).to_dict()
        return StackedBars(
            parts=counts.div(list(totals.values()), axis=0) * 100,
            colors=colors,
            names={theme: theme for theme in counts.columns},
            number=lambda row, part, share: f"{share:.0f}%",
            words=lambda row, part, share: tr(
                "{name}, {theme}: {share} of {total} statements",
                name=row,
                theme=part,
                share=f"{share:.0f}%",
                total=totals[row],
            ),
            records=lambda row, part: ids(row)[part],
            total=lambda row: tr("of {total}", total=totals[row]),
            suffix="%",
        )

    @cached_on_view
    def _divided(self, view: View) -> tuple[Division, list[str]]:
        """Return the bars, with themes that are not named merged, and the parts in order."""
        rows = self.rows(view)
        totals = rows["theme"].value_counts()
        named = set(totals.sort_values(ascending=False, kind="stable").index[:_MOST_NAMED])
        put_together = rows.assign(theme=rows["theme"].where(rows["theme"].isin(named), _others()))
        themes = [*(theme for theme in view.themes["theme"] if theme in named), _others()]
        return by_people(view, put_together), themes


def _ranked(view: View) -> list[str]:
    """Return the themes of the pack, those with most statements first."""
    counts, names = count_by_value(view.dataset["statements"]["theme_id"]), view.dataset.theme_names
    return [names[id_] for id_ in sorted(counts, key=lambda id_: -counts[id_]) if id_]


def _others() -> str:
    return tr("Other themes")
