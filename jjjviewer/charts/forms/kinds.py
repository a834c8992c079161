"""Statements by kind: how much was reported as done, is in hand, is planned, or is a position."""

import pandas as pd

from jjjviewer.charts.figure import Figure, Key
from jjjviewer.charts.ink import Look
from jjjviewer.charts.stack import Stack, draw_stack
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import statement_kinds, subject
from jjjviewer.model.view import View


class Kinds:
    """Stacked bars, one a speaker; where only one speaks, one a theme."""

    id = "kinds"

    @property
    def name(self) -> str:
        return tr("Kinds of statement")

    def accepts(self, view: View) -> bool:
        return not view.statements.empty

    def rows(self, view: View) -> pd.DataFrame:
        return view.statements

    def title(self, view: View) -> str:
        counts = view.statements["kind"].value_counts()
        what = {
            "achievement": tr("{count} of {total} statements report what was done"),
            "measure": tr("{count} of {total} statements describe work in hand"),
            "plan": tr("{count} of {total} statements say what is planned"),
            "position": tr("{count} of {total} statements state a position"),
        }[str(counts.index[0])]
        return what.format(count=int(counts.iloc[0]), total=int(counts.sum()))

    def subtitle(self, view: View) -> str:
        if _by(view) == "speaker":
            return tr("Statements by speaker and kind, {subject}", subject=subject(view))
        return tr("Statements by theme and kind, {subject}", subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        return []

    def table(self, view: View) -> pd.DataFrame:
        heading = tr("Speaker") if _by(view) == "speaker" else tr("Theme")
        counts = _counts(view).rename(columns=statement_kinds())
        return counts.rename_axis(heading).reset_index().rename_axis(None, axis=1)

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        counts = _counts(view)
        words = statement_kinds()
        colors = dict(zip(words, style.kinds, strict=True))
        figure.legend([Key(words[kind], Look(colors[kind])) for kind in counts.columns])
        ids = view.statements.groupby([_by(view), "kind"], observed=True)["statement_id"].agg(tuple)
        totals = counts.sum(axis=1)
        nobody = tr("No speaker named")
        stack = Stack(
            parts=counts.rename(index={"": nobody}),
            colors=colors,
            number=lambda row, part, count: f"{count:.0f}",
            words=lambda row, part, count: f"{row}, {words[part]}: {count:.0f}",
            records=lambda row, part: ids[("" if row == nobody else row, part)],
            total=lambda row: str(totals["" if row == nobody else row]),
        )
        return draw_stack(figure, stack, style)


def _by(view: View) -> str:
    return "speaker" if view.statements["speaker_id"].nunique() > 1 else "theme"


def _counts(view: View) -> pd.DataFrame:
    """Statements by speaker or theme (rows) and kind (columns), both in the pack's order."""
    by = _by(view)
    counts = pd.crosstab(view.statements[by], view.statements["kind"])
    order = [*view.speakers["speaker"], ""] if by == "speaker" else list(view.themes["theme"])
    kinds = [kind for kind in statement_kinds() if kind in counts.columns]
    return counts.loc[[name for name in order if name in counts.index], kinds]
