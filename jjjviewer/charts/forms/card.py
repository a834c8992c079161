"""One figure, made to be pasted: the number large, and all that belongs to it."""

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Ink, Look, Mark, Rect, Text
from jjjviewer.charts.rows import FigureForm, figures_table
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import LEADING, elide, width, wrap
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import amount, in_words, is_unclear, status, who
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_LARGEST, _SMALLEST = 96, 36
_RULE = 5.0
_GAP = 22.0
_LINES = 3


class Card(FigureForm):
    """Only where there is one figure: of several, none is more telling than the others."""

    id = "card"

    @property
    def name(self) -> str:
        return tr("Card")

    def accepts(self, view: View) -> bool:
        return len(self.rows(view)) == 1

    def belongs(self, view: View) -> "pd.Series[bool]":
        return view.figures["chartable"]

    def title(self, view: View) -> str:
        return str(Records(self.rows(view))[0].measure)

    def subtitle(self, view: View) -> str:
        row = Records(self.rows(view))[0]
        whole = tr("of {whole}", whole=row.denominator) if row.denominator else ""
        about = (status(row), whole, row.period_text, row.place)
        return ", ".join(part for part in about if part)

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(self.rows(view), lambda row: row.value, tr("Value"))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        row = Records(self.rows(view))[0]
        body = figure.body
        words, room = amount(row), body.width() - _GAP
        size = max((s for s in range(_SMALLEST, _LARGEST) if width(words, s, bold=True) <= room),
                   default=_SMALLEST)  # fmt: skip
        lines = [tr("{who}, printed “{printed}”", who=who(row), printed=row.printed)]
        if is_unclear(row) or row.note:
            lines.append(row.note or tr("The text leaves this unclear."))
        small = [part for line in lines for part in wrap(line, room, SIZES.subtitle, lines=_LINES)]
        height = size * LEADING + len(small) * SIZES.subtitle * LEADING
        top = body.top() + max(0.0, (body.height() - height) / 2)
        left = body.left() + _GAP
        color = region_colors(tuple(view.provinces), style)[row.province]
        y = top + 0.88 * size
        number = Text(left, y, elide(words, room, size, bold=True), size, style.text, bold=True)
        inks: list[Ink] = [Rect(body.left(), top, _RULE, height, Look(color)), number]
        y += 0.37 * size
        for line in small:
            y += SIZES.subtitle * LEADING
            inks.append(Text(left, y - 0.3 * SIZES.subtitle, line, SIZES.subtitle, style.muted))
        hit = QRectF(body.left(), top, body.width(), height)
        figure.add(Mark((row.figure_id,), in_words(row), tuple(inks), hit))
        return []
