"""Statements by kind: how much was reported as done, is in hand, is planned, or is a position."""

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure import Figure, Key
from jjjviewer.charts.ink import Ink, Look, Mark, Rect, Text
from jjjviewer.charts.plot import Plot
from jjjviewer.charts.style import SIZES, Style, readable_on
from jjjviewer.charts.text import width
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import statement_kinds, subject
from jjjviewer.model.view import View

_AXIS_ROOM = 24
_TALLEST_ROW = 110
_THICKEST = 52
_NARROWEST_LABELLED = 16


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
        body = figure.body
        labels = [name or tr("No speaker named") for name in counts.index]
        left = body.left() + 12 + max(width(label, SIZES.label) for label in labels)
        height = min(body.height() - _AXIS_ROOM, len(counts) * _TALLEST_ROW)
        most = int(counts.sum(axis=1).max())
        end = width(str(most), SIZES.label, bold=True) + 16
        top = body.top() + (body.height() - _AXIS_ROOM - height) / 2
        area = QRectF(left, top, body.right() - left - end, height)
        plot = Plot(area, (0, most), len(counts))
        figure.add(*plot.grid(style))
        ids = view.statements.groupby([_by(view), "kind"], observed=True)["statement_id"].agg(tuple)
        for at, (name, label) in enumerate(zip(counts.index, labels, strict=True)):
            base = plot.y(at) + 0.36 * SIZES.label
            figure.add(Text(left - 12, base, label, SIZES.label, style.text, anchor="end"))
            done = 0
            for kind in counts.columns:
                count = int(counts.loc[name, kind])
                if count:
                    inks, hit = _segment(plot, at, (done, done + count), colors[kind])
                    what = f"{label}, {words[kind]}: {count}"
                    figure.add(Mark(ids[(name, kind)], what, inks, hit))
                done += count
            x = plot.x(done) + 8
            figure.add(Text(x, base, str(done), SIZES.label, style.text, bold=True))
        return []


def _segment(
    plot: Plot, row: int, span: tuple[int, int], color: str
) -> tuple[tuple[Ink, ...], QRectF]:
    """One part of a bar, with its number where it fits, and the area it answers to."""
    thick = min(0.55 * plot.row_height, _THICKEST)
    x, right = plot.x(span[0]), plot.x(span[1])
    middle = plot.y(row)
    # A hairline of paper keeps neighbours apart without leaning on colour.
    part = Rect(x, middle - thick / 2, right - x - 1, thick, Look(color))
    hit = QRectF(x, middle - plot.row_height / 2, right - x, plot.row_height)
    if right - x < _NARROWEST_LABELLED:
        return (part,), hit
    label = Text(
        (x + right) / 2,
        middle + 0.36 * SIZES.label,
        str(span[1] - span[0]),
        SIZES.label,
        readable_on(color),
        anchor="middle",
    )
    return (part, label), hit


def _by(view: View) -> str:
    return "speaker" if view.statements["speaker_id"].nunique() > 1 else "theme"


def _counts(view: View) -> pd.DataFrame:
    """Statements by speaker or theme (rows) and kind (columns), both in the pack's order."""
    by = _by(view)
    counts = pd.crosstab(view.statements[by], view.statements["kind"])
    order = [*view.speakers["speaker"], ""] if by == "speaker" else list(view.themes["theme"])
    kinds = [kind for kind in statement_kinds() if kind in counts.columns]
    return counts.loc[[name for name in order if name in counts.index], kinds]
