"""Who spoke of what: the number of statements of each speaker on each theme."""

import pandas as pd
from PySide6.QtCore import QPointF, QRectF, QSizeF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Ink, Look, Mark, Rect, Text
from jjjviewer.charts.kept import kept
from jjjviewer.charts.statements import Division, by_people, spoken, theme_count
from jjjviewer.charts.style import SIZES, Style, mixed, readable_on, region_colors
from jjjviewer.charts.text import LEADING, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import no_room, subject
from jjjviewer.model.view import View

_HEAD_LINES = 2
_HEAD_HEIGHT = _HEAD_LINES * SIZES.small * LEADING + 12
_LEAST_CELL = QSizeF(44, 22)
"""Smaller ones hold neither name nor number."""
_GAP = 2.0


class SpeakerTheme:
    """A heat map; every cell carries its number."""

    id = "speaker-theme"

    @property
    def name(self) -> str:
        return tr("Speaker × theme")

    def accepts(self, view: View) -> bool:
        if view.only_figures or theme_count(view) < 2:
            return False
        if view.groups:
            return len(by_people(view, self.rows(view)).parts) > 1
        return self.rows(view)["speaker"].nunique() > 1

    def rows(self, view: View) -> pd.DataFrame:
        return spoken(view)

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
        return tr("Number of statements by theme, {subject}", subject=subject(view))

    def left_out(self, view: View) -> list[str]:
        count = view.said_counted("speaker_id").get("", 0)
        if not count:
            return []
        return [tr("Without a speaker, not counted here: {count}.", count=count)]

    def table(self, view: View) -> pd.DataFrame:
        _, counts = self._counts(view)
        return counts.rename_axis(tr("Theme")).reset_index()

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        divided, every = self._counts(view)
        body = figure.body
        room = QSizeF(body.width(), body.height() - _HEAD_HEIGHT)
        counts = every.iloc[: int(room.height() / _LEAST_CELL.height())]
        left = body.left() + 12 + max(width(theme, SIZES.label) for theme in counts.index)
        counts = counts.iloc[:, : int((body.right() - left) / _LEAST_CELL.width())]
        top = body.top() + _HEAD_HEIGHT
        size = QSizeF(
            (body.right() - left) / len(counts.columns), (body.bottom() - top) / len(counts)
        )
        colors = region_colors(tuple(view.provinces), style)
        for column, name in enumerate(counts.columns):
            head = QRectF(left + column * size.width(), body.top(), size.width(), top - body.top())
            color = colors[divided.provinces.get(name, "")]
            figure.add(*_head(name, head, color, style))
        most = int(counts.to_numpy().max())
        ids = {name: divided.ids(name, "theme") for name in counts.columns}
        for row, theme in enumerate(counts.index):
            y = top + row * size.height()
            base = y + size.height() / 2 + 0.36 * SIZES.label
            figure.add(Text(left - 12, base, theme, SIZES.label, style.text, anchor="end"))
            for column, name in enumerate(counts.columns):
                cell = QRectF(QPointF(left + column * size.width(), y), size)
                found = ids[name].get(theme, ())
                inks = _cell(len(found), most, cell, style)
                words = tr("{name}, {theme}: {count}", name=name, theme=theme, count=len(found))
                figure.add(*([Mark(found, words, inks, cell)] if found else inks))
        return no_room(int(every.to_numpy().sum() - counts.to_numpy().sum()))

    @kept
    def _counts(self, view: View) -> tuple[Division, pd.DataFrame]:
        """Statements by theme (rows, most spoken of first) and speaker or thing compared."""
        divided = by_people(view, self.rows(view))
        counts = divided.counts("theme", view.themes["theme"]).T
        if not view.order:
            totals = counts.sum(axis=1).sort_values(ascending=False, kind="stable")
            counts = counts.loc[totals.index]
        return divided, counts


def _head(name: str, area: QRectF, color: str, style: Style) -> list[Ink]:
    """The name of a column over a rule in the colour of its region."""
    lines = wrap(name, area.width() - 6, SIZES.small, lines=_HEAD_LINES)
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
