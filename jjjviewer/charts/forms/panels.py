"""One panel for each unit, so that unlike units never share an axis."""

import math
from collections.abc import Iterator
from typing import Any

import pandas as pd
from PySide6.QtCore import QRectF

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.figure_form import FigureForm, figures_table
from jjjviewer.charts.ink import Ink, Mark, Rect, Text
from jjjviewer.charts.looks import keys_of, look_of
from jjjviewer.charts.style import SIZES, Style, region_colors
from jjjviewer.charts.text import elide, width
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import amount, in_words, no_room, number, scale_of, signed, subject
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_MOST_ROWS = 3
_ROW = 40.0
_BAR = 13.0
_HEAD = 26.0
_GAP = 28.0
_LEAST_WIDTH = 210.0
_HEIGHT = _HEAD + _MOST_ROWS * _ROW


class Panels(FigureForm):
    """The largest three of each unit as bars from zero; each panel has a scale of its own."""

    id = "panels"

    @property
    def name(self) -> str:
        return tr("Panels")

    def belongs(self, view: View) -> "pd.Series[bool]":
        return (view.figures["base_unit"] != "") & (view.figures["base_value"] > 0)

    def natural(self, view: View) -> pd.DataFrame:
        """The largest of each unit, the units of which most figures are given first.

        Where things are compared, it is the largest of each of them.
        """
        rows = super().natural(view)
        if view.groups:
            largest = [part.groupby("base_unit").head(1).index for _, part in view.divided(rows)]
            rows = rows[rows.index.isin([label for labels in largest for label in labels])]
        sizes = rows["base_unit"].value_counts()
        # A bar alone compares with nothing.
        sizes = sizes[sizes > 1]
        rows = rows[rows["base_unit"].isin(sizes.index)]
        order = rows["base_unit"].map(sizes.rank(method="first", ascending=False))
        rows = rows.loc[order.sort_values(kind="stable").index]
        return rows.groupby("base_unit", sort=False).head(_MOST_ROWS)

    def accepts(self, view: View) -> bool:
        return self.rows(view)["base_unit"].nunique() > 1

    def left_out(self, view: View) -> list[str]:
        every, shown = super().natural(view), self.rows(view)
        is_alone = ~every["base_unit"].isin(shown["base_unit"])
        alone, others = int(is_alone.sum()), int((~is_alone).sum()) - len(shown)
        said = []
        if alone and view.groups:
            said.append(tr("In units that only one of them has, not shown: {count}.", count=alone))
        elif alone:
            said.append(tr("Alone in their unit, not shown: {count}.", count=alone))
        if others:
            said.append(tr("Smaller ones of the same units, not shown: {count}.", count=others))
        return [*super().left_out(view), *said]

    def title(self, view: View) -> str:
        return tr(
            "Figures in {count} units, each in a panel of its own",
            count=self.rows(view)["base_unit"].nunique(),
        )

    def subtitle(self, view: View) -> str:
        return tr(
            "The largest figures of each unit, {subject}; lengths compare within a panel only",
            subject=subject(view),
        )

    def table(self, view: View) -> pd.DataFrame:
        rows = self.rows(view)
        return figures_table(view, rows, lambda row: row.base_value, tr("Value in the base unit"))

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        rows = self.rows(view)
        panels = [list(Records(panel)) for _, panel in rows.groupby("base_unit", sort=False)]
        places = list(_grid(figure.body, len(panels)))
        shown = [row for panel in panels[: len(places)] for row in panel]
        figure.legend(keys_of(view, shown, style, round_=False))
        # The legend has taken some of the room.
        places = list(_grid(figure.body, len(panels)))
        most = max(1, int((places[0].height() - _HEAD) / _ROW))
        labels = _labels(view, rows)
        units = dict(zip(view.units["unit_id"], view.units["unit"], strict=True))
        colors = region_colors(tuple(view.provinces), style)
        for panel, place in zip(panels, places, strict=False):
            labelled = [(labels[str(row.figure_id)], row) for row in panel[:most]]
            _draw_panel(figure, labelled, place, units[panel[0].base_unit], colors)
        drawn = sum(len(panel[:most]) for panel in panels[: len(places)])
        return no_room(len(rows) - drawn)


def _grid(body: QRectF, count: int) -> Iterator[QRectF]:
    """The places of as many panels as have room, in rows from the top; low ones on a low page."""
    high = min(_HEIGHT, body.height())
    down = max(1, int((body.height() + _GAP) / (high + _GAP)))
    most = max(1, int((body.width() + _GAP) / (_LEAST_WIDTH + _GAP)))
    across = min(most, max(1, math.ceil(count / down)))
    wide = (body.width() + _GAP) / across - _GAP
    for at in range(min(count, across * down)):
        row, column = divmod(at, across)
        x, y = body.left() + column * (wide + _GAP), body.top() + row * (high + _GAP)
        yield QRectF(x, y, wide, high)


def _value(row: Any, divisor: float) -> str:
    """A number in the unit of the heading, or as printed where that is another one."""
    if row.unit_id != row.base_unit:
        return amount(row)
    return signed(row, number(row.value / divisor))


def _labels(view: View, rows: pd.DataFrame) -> dict[str, str]:
    """What stands over each bar: what it measures, after the name of what is compared."""
    names: dict[str, list[str]] = {}
    for name, part in view.divided(rows):
        for id_ in part["figure_id"]:
            names.setdefault(str(id_), []).append(name)
    labels = {}
    for row in Records(rows):
        of = ", ".join(filter(None, names[row.figure_id]))
        labels[row.figure_id] = f"{of}: {row.measure}" if of else row.measure
    return labels


def _draw_panel(
    figure: Figure,
    labelled: list[tuple[str, Any]],
    place: QRectF,
    unit: str,
    colors: dict[str, str],
) -> None:
    """A heading with the unit, and for each row its label over a bar with its number."""
    style = figure.style
    rows = [row for _, row in labelled]
    divisor, scale = scale_of(row.base_value for row in rows)
    head = elide(f"{scale} {unit}".strip(), place.width(), SIZES.label, bold=True)
    base = place.top() + SIZES.label
    figure.add(Text(place.left(), base, head, SIZES.label, style.text, bold=True))
    values = [_value(row, divisor) for row in rows]
    room = place.width() - 8 - max(width(value, SIZES.small, bold=True) for value in values)
    largest = max(row.base_value for row in rows)
    for at, ((words, row), value) in enumerate(zip(labelled, values, strict=True)):
        top = place.top() + _HEAD + at * _ROW
        label = elide(words, place.width(), SIZES.small)
        long = max(2.0, room * row.base_value / largest)
        look = look_of(row, colors[row.province], style)
        y = top + 6 + SIZES.small
        after = Text(place.left() + long + 6, y + 11, value, SIZES.small, style.text, bold=True)
        inks: tuple[Ink, ...] = (
            Text(place.left(), top + SIZES.small - 2, label, SIZES.small, style.muted),
            Rect(place.left(), y, long, _BAR, look),
            after,
        )
        hit = QRectF(place.left(), top, place.width(), _ROW)
        figure.add(Mark((row.figure_id,), in_words(row), inks, hit))
