"""The calendar of a timeline: names, grid, plans, and the day of the interview."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF

from jjjviewer.charts.layouts.time_axis import TimeAxis
from jjjviewer.charts.layouts.time_rows import GAP
from jjjviewer.charts.periods import day as day_words
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Line, Paint, Rect, Text
from jjjviewer.charts.text import width
from jjjviewer.charts.translation import tr

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.timeline import TimeRows


def draw_calendar(
    rows: "TimeRows", scene: Scene, field: TimeAxis, across: tuple[float, float]
) -> None:
    """Draw bands, grid and names of the calendar, and the day of the interview.

    Args:
        rows: the timeline.
        scene: the page.
        field: its scale of time.
        across: top and bottom of the rows, in pixels.
    """
    sizes, style, (top, bottom) = scene.sizes, scene.style, across
    left, right = field.area.left(), field.area.right()
    line = scene.body.top() + sizes.detail
    baseline = top - sizes(7)
    names = max((width(band.name, sizes.detail) for band in rows.bands), default=0.0)
    taken = _draw_interview(rows, scene, field, across, names)
    for band in rows.bands:
        x1, x2 = (min(max(field.x(each), left), right) for each in (band.start, band.end))
        if x2 <= x1:
            continue
        scene.shapes.insert(0, Rect(x1, top, x2 - x1, bottom - top, Paint(style.track)))
        room = QRectF(x1, line - sizes.detail, x2 - x1, sizes.detail)
        wide = width(band.name, sizes.detail)
        x = min(max(x1, taken.right()), x2 - wide)
        words = QRectF(x, room.top(), wide, room.height())
        if not words.intersects(taken) and x >= left:
            scene.add(Text(x, line, band.name, sizes.detail, style.muted))
    grid = Paint(stroke=style.grid, stroke_width=1)
    for tick in field.ticks(rows.language, sizes):
        x1, x2 = field.x(tick.start), field.x(tick.end)
        if left < x1 < right:
            scene.add(Line(x1, top, x1, bottom, grid))
        middle = (max(x1, left) + min(x2, right)) / 2
        wide = width(tick.label, sizes.detail)
        if min(x2, right) - max(x1, left) >= wide:
            scene.add(
                Text(middle, baseline, tick.label, sizes.detail, style.muted, anchor="middle")
            )


def _draw_interview(
    rows: "TimeRows",
    scene: Scene,
    field: TimeAxis,
    across: tuple[float, float],
    after: float,
) -> QRectF:
    """Draw the day of the interview, its words before a width that is needed after them.

    Returns:
        The area of its words.
    """
    day, sizes, (top, bottom) = rows.interview, scene.sizes, across
    line = scene.body.top() + sizes.detail
    if day is None or not field.start <= day < field.end:
        return QRectF()
    x = field.x_after(day)
    said = day_words(day, rows.language)
    if rows.language == "zh":
        words = f"采访日，{said}" if rows.is_interview else f"{said}发表"
    elif rows.is_interview:
        words = tr("interview, {day}", day=said)
    else:
        words = tr("published {day}", day=said)
    wide = width(words, sizes.detail)
    right = scene.body.right() - (after + sizes(2 * GAP) if after else 0.0)
    left = min(max(x - wide / 2, field.area.left()), right - wide)
    scene.add(Text(left, line, words, sizes.detail, scene.style.text))
    paint = Paint(stroke=scene.style.text, stroke_width=1.2)
    scene.add(Line(x, top - sizes(3), x, bottom, paint))
    return QRectF(left - sizes(GAP), line - sizes.detail, wide + sizes(2 * GAP), sizes.detail)
