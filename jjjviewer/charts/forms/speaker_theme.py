"""Who spoke of what: the number of statements of each speaker on each theme."""

import pandas as pd
from PySide6.QtCore import QPointF, QRectF, QSizeF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Ink, Look, Mark, Rect, Text
from jjjviewer.charts.style import SIZES, Style, mixed, readable_on, region_colors
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import subject
from jjjviewer.model.view import View

_HEAD_LINES = 2
_GAP = 2.0


class SpeakerTheme:
    """A heat map; every cell carries its number."""

    id = "speaker-theme"

    @property
    def name(self) -> str:
        return tr("Speaker × theme")

    def accepts(self, view: View) -> bool:
        rows = self.rows(view)
        return bool(rows["speaker_id"].nunique() > 1 and rows["theme_id"].nunique() > 1)

    def rows(self, view: View) -> pd.DataFrame:
        return view.statements[view.statements["speaker_id"] != ""]

    def title(self, view: View) -> str:
        rows = self.rows(view)
        counts = rows["theme"].value_counts(sort=True)
        return tr(
            "{theme} is the theme spoken of most: {count} of {total} statements",
            theme=counts.index[0],
            count=counts.iloc[0],
            total=len(rows),
        )

    def subtitle(self, view: View) -> str:
        return tr("Statements by speaker and theme, {subject}", subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        count = int((view.statements["speaker_id"] == "").sum())
        if not count:
            return []
        return [tr("Without a speaker, not counted here: {count}.", count=count)]

    def table(self, view: View) -> pd.DataFrame:
        counts = self._counts(view)
        names = dict(zip(view.speakers["speaker_id"], view.speakers["speaker"], strict=True))
        return counts.rename(columns=names).rename_axis(tr("Theme")).reset_index()

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        counts = self._counts(view)
        ids = self.rows(view).groupby(["theme", "speaker_id"])["statement_id"].agg(tuple)
        names = dict(zip(view.speakers["speaker_id"], view.speakers["speaker"], strict=True))
        body = figure.body
        left = body.left() + 12 + max(width(theme, SIZES.label) for theme in counts.index)
        top = body.top() + _HEAD_LINES * SIZES.small * LEADING + 12
        size = QSizeF(
            (body.right() - left) / len(counts.columns), (body.bottom() - top) / len(counts)
        )
        for column, speaker in enumerate(counts.columns):
            head = QRectF(left + column * size.width(), body.top(), size.width(), top - body.top())
            figure.add(*_head(view, str(speaker), head, style))
        most = int(counts.to_numpy().max())
        for row, theme in enumerate(counts.index):
            y = top + row * size.height()
            base = y + size.height() / 2 + 0.36 * SIZES.label
            figure.add(Text(left - 12, base, theme, SIZES.label, style.text, anchor="end"))
            for column, speaker in enumerate(counts.columns):
                cell = QRectF(QPointF(left + column * size.width(), y), size)
                found = ids.get((theme, speaker), ())
                inks = _cell(len(found), most, cell, style)
                words = tr(
                    "{speaker}, {theme}: {count}",
                    speaker=names[speaker],
                    theme=theme,
                    count=len(found),
                )
                figure.add(*([Mark(found, words, inks, cell)] if found else inks))
        return []

    def _counts(self, view: View) -> pd.DataFrame:
        """Statements by theme (rows, most spoken of first) and speaker (columns)."""
        rows = self.rows(view)
        counts = pd.crosstab(rows["theme"], rows["speaker_id"])
        order = [each for each in view.speakers["speaker_id"] if each in counts.columns]
        themes = [each for each in view.themes["theme"] if each in counts.index]
        counts = counts.loc[themes, order]
        by_total = counts.sum(axis=1).sort_values(ascending=False, kind="stable").index
        return counts.loc[by_total]


def _head(view: View, speaker: str, area: QRectF, style: Style) -> list[Ink]:
    """A speaker's name over a rule in the colour of the region."""
    row = next(view.speakers[view.speakers["speaker_id"] == speaker].itertuples())
    color = region_colors(tuple(view.provinces), style)[str(row.province)]
    lines = wrap(str(row.speaker), area.width() - 6, SIZES.small, lines=_HEAD_LINES)
    step = SIZES.small * LEADING
    first = area.bottom() - 9 - (len(lines) - 1) * step
    rule = Rect(area.left() + _GAP / 2, area.bottom() - 5, area.width() - _GAP, 3, Look(color))
    middle = area.center().x()
    return [
        rule,
        *(
            Text(middle, first + at * step, line, SIZES.small, style.text, anchor="middle")
            for at, line in enumerate(lines)
        ),
    ]


def _cell(count: int, most: int, area: QRectF, style: Style) -> tuple[Ink, ...]:
    """A cell shaded by its number; one without statements is only outlined."""
    inset = _GAP / 2
    box = area.adjusted(inset, inset, -inset, -inset)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    if not count:
        return (Rect(x, y, w, h, Look(stroke=style.grid, stroke_width=1)),)
    fill = mixed(style.ramp, count / most)
    base = area.center().y() + 0.36 * SIZES.label
    return (
        Rect(x, y, w, h, Look(fill)),
        Text(area.center().x(), base, str(count), SIZES.label, readable_on(fill), anchor="middle"),
    )
