"""Statements by kind: how much was reported as done, is in hand, is planned, or is a position."""

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import statement_kinds, statements_subject
from jjjviewer.charts.layouts.stacked_bars import StackedBars, draw_stacked_bars
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.statements import Division, by_group, by_speaker, by_theme
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import count_by_value
from jjjviewer.model.view import View


class Kinds:
    """Stacked bars, one for each thing compared, or each speaker; where only one speaks, theme."""

    id = "kinds"

    @property
    def name(self) -> str:
        return tr("Kinds of statement")

    def accepts(self, view: View) -> bool:
        return not view.only_figures and not self.rows(view).empty

    def rows(self, view: View) -> pd.DataFrame:
        return _rows(view)

    def title(self, view: View) -> str:
        counts = count_by_value(self.rows(view)["kind"])
        most = max(counts, key=lambda kind: counts[kind])
        what = {
            "achievement": tr("{count} of {total} statements report what was done"),
            "measure": tr("{count} of {total} statements describe work in hand"),
            "plan": tr("{count} of {total} statements say what is planned"),
            "position": tr("{count} of {total} statements state a position"),
        }[most]
        return what.format(count=counts[most], total=len(self.rows(view)))

    def subtitle(self, view: View) -> str:
        return tr("Number of statements by kind, {subject}", subject=statements_subject(view))

    def left_out(self, view: View) -> list[str]:
        unset = len(view.statements) - len(self.rows(view))
        return [tr("Kind not looked at, not counted here: {count}.", count=unset)] * bool(unset)

    def table(self, view: View) -> pd.DataFrame:
        divided = _divided(view)
        counts = divided.counts("kind", statement_kinds()).rename(columns=statement_kinds())
        return counts.rename_axis(divided.heading).reset_index()

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        return draw_stacked_bars(scene, _stacked_bars(style, view), style)


@cached_on_view
def _rows(view: View) -> pd.DataFrame:
    """Return the statements whose kind somebody has looked at."""
    have_kind = view.statements["kind"].notna()
    return view.statements if have_kind.all() else view.statements[have_kind]


@cached_on_view
def _stacked_bars(style: Style, view: View) -> StackedBars:
    divided, words = _divided(view), statement_kinds()
    ids = divided.ids("kind")
    return StackedBars(
        parts=divided.counts("kind", words),
        colors=dict(zip(words, style.kinds, strict=True)),
        names=words,
        number=lambda row, part, count: f"{count:.0f}",
        words=lambda row, part, count: f"{row}, {words[part]}: {count:.0f}",
        records=lambda row, part: ids(row)[part],
        total=lambda row: str(len(divided.parts[row])),
    )


@cached_on_view
def _divided(view: View) -> Division:
    """Divide by what is compared, else by speaker, or by theme where only one speaks."""
    rows = _rows(view)
    if view.groups:
        return by_group(view, rows)
    several = rows["speaker_id"].nunique() > 1
    return by_speaker(view, rows) if several else by_theme(view, rows)
