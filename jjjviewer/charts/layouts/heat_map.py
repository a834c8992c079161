"""Heat map of statements by theme and speaker: its title, subtitle, notes and drawing."""

from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from PySide6.QtCore import QPointF, QRectF, QSizeF

from jjjviewer.charts.formatting import omitted_note
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Paint, Rect, Shape, Text
from jjjviewer.charts.style import SIZES, Style, mixed, readable_on, region_colors
from jjjviewer.charts.text import LEADING, elide, width, wrap
from jjjviewer.charts.translation import tr

_HEAD_LINES = 2
_HEAD_HEIGHT = _HEAD_LINES * SIZES.small * LEADING + 12
_LEAST_CELL = QSizeF(44, 22)
"""In pixels; a smaller cell holds neither name nor number."""
_WIDEST_LABEL = 0.36
"""Greatest share of the body's width."""
_GAP = 2.0


class HeatMap(NamedTuple):
    """Numbers of statements by theme (rows) and by speaker or group compared (columns)."""

    themes: Sequence[str]
    """The rows, in order."""
    names: Sequence[str]
    """The columns, in order."""
    counts: Sequence[Sequence[int]]
    ids: Callable[[str], Mapping[str, tuple[str, ...]]]
    """Return the ids of a column's statements by theme, given its name."""
    provinces: Mapping[str, str]
    """The region that colours a column, by its name, where it has one."""
    regions: tuple[str, ...]
    """All regions, in the order of their colours."""


def title(theme: str, count: int, total: int) -> str:
    """Return the title, which names the most frequent theme."""
    return tr(
        "{theme} is the theme spoken of most: {count} of {total} statements",
        theme=theme,
        count=count,
        total=total,
    )


def subtitle(subject: str) -> str:
    """Return the subtitle: what is counted, and of whom."""
    return tr("Number of statements by theme, {subject}", subject=subject)


def draw(heat_map: HeatMap, scene: Scene, style: Style) -> list[str]:
    """Draw a heat map with a number in every cell; return notes on what did not fit."""
    body = scene.body
    themes = heat_map.themes[: _room_for(body.height() - _HEAD_HEIGHT, _LEAST_CELL.height())]
    labels = [elide(theme, _WIDEST_LABEL * body.width(), SIZES.label) for theme in themes]
    left = body.left() + 12 + max(width(label, SIZES.label) for label in labels)
    names = heat_map.names[: _room_for(body.right() - left, _LEAST_CELL.width())]
    counts = [row[: len(names)] for row in heat_map.counts[: len(themes)]]
    top = body.top() + _HEAD_HEIGHT
    size = QSizeF((body.right() - left) / len(names), (body.bottom() - top) / len(themes))
    colors = region_colors(heat_map.regions, style)
    for column, name in enumerate(names):
        head = QRectF(left + column * size.width(), body.top(), size.width(), top - body.top())
        scene.add(*_head(name, head, colors[heat_map.provinces.get(name, "")], style))
    most = max(map(max, counts))
    ids = [heat_map.ids(name) for name in names]
    for row, theme in enumerate(themes):
        y = top + row * size.height()
        base = y + size.height() / 2 + 0.36 * SIZES.label
        scene.add(Text(left - 12, base, labels[row], SIZES.label, style.text, anchor="end"))
        for column, name in enumerate(names):
            cell = QRectF(QPointF(left + column * size.width(), y), size)
            found = ids[column].get(theme, ())
            shapes = _cell(len(found), most, cell, style)
            words = tr("{name}, {theme}: {count}", name=name, theme=theme, count=len(found))
            scene.add(*([Mark(found, words, shapes, cell)] if found else shapes))
    return omitted_note(sum(map(sum, heat_map.counts)) - sum(map(sum, counts)))


def _room_for(room: float, least: float) -> int:
    return max(1, int(room / least))


def _head(name: str, area: QRectF, color: str, style: Style) -> list[Shape]:
    """Return the head of a column: its name over a rule in the colour of its region."""
    lines = wrap(name, area.width() - 6, SIZES.small, lines=_HEAD_LINES)
    step = SIZES.small * LEADING
    first = area.bottom() - 9 - (len(lines) - 1) * step
    rule = Rect(area.left() + _GAP / 2, area.bottom() - 5, area.width() - _GAP, 3, Paint(color))
    middle = area.center().x()
    return [
        rule,
        *(
            Text(middle, first + at * step, line, SIZES.small, style.text, anchor="middle")
            for at, line in enumerate(lines)
        ),
    ]


def _cell(count: int, most: int, area: QRectF, style: Style) -> tuple[Shape, ...]:
    """Return a cell shaded by its number; without statements it is only outlined."""
    inset = _GAP / 2
    box = area.adjusted(inset, inset, -inset, -inset)
    x, y, w, h = box.x(), box.y(), box.width(), box.height()
    if not count:
        return (Rect(x, y, w, h, Paint(stroke=style.grid, stroke_width=1)),)
    fill = mixed(style.ramp, count / most)
    base = area.center().y() + 0.36 * SIZES.label
    return (
        Rect(x, y, w, h, Paint(fill)),
        Text(area.center().x(), base, str(count), SIZES.label, readable_on(fill), anchor="middle"),
    )
