"""The names of parts, once over the first bar; where they have no room there, as a legend."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from jjjviewer.charts.layouts.stacked_rows import PlacedPart
from jjjviewer.charts.scene import LegendEntry, Scene, legend_lines, legend_width
from jjjviewer.charts.shapes import Line, Paint, Text
from jjjviewer.charts.style import LEGIBLE, LIGHT, Sizes, Style, contrast
from jjjviewer.charts.text import width

if TYPE_CHECKING:
    from jjjviewer.charts.layouts.stacked_bars import StackedBars

_LINE = 18.0
_LEGEND_LINE = 22.0
_APART = 8.0


class StackName(NamedTuple):
    """A name over its part."""

    part: PlacedPart
    left: float
    line: int
    """0 for that just above the bar, 1 for the one over it, -1 for within the bar."""


def heads_height(bars: "StackedBars", room: float, sizes: Sizes) -> float:
    """Return the height of names or legend over the bars, in pixels."""
    if bars.other:
        return 0.0
    names = names_above(bars, room, sizes)
    if names is None:
        entries = legend_entries(bars, LIGHT)
        lines = len(legend_lines(entries, bars.span(room, sizes)[1], sizes))
        return lines * sizes(_LEGEND_LINE) + sizes(4)
    # Where names of rows stand above their bars, those of parts stand beside the first.
    lines = max(name.line for name in names) + (not bars.laid(room, sizes)[0].is_narrow)
    return sizes(_LINE) * max(lines, 0) + sizes(6)


def names_above(bars: "StackedBars", room: float, sizes: Sizes) -> list[StackName] | None:
    """Return the names over the first bar; None where a part is not in it, or has no room."""
    first = bars.laid(room, sizes)[0]
    parts = first.parts
    drawn = {part.id for row in bars.rows for part in row.parts if part.records}
    present = [each for each in parts if each.part.records]
    if drawn - {each.part.id for each in present}:
        return None
    left, right = bars.span(room, sizes)
    placed: list[StackName] = []
    ends = [left - sizes(_APART)] * 2
    if first.is_narrow:
        ends[0] = first.name_end(sizes)
    for number, each in enumerate(present):
        wide = width(each.part.name, sizes.label, each.part.id == bars.topic)
        if first.is_narrow and number == 0:
            inside = width(f"{each.part.number} {each.part.name}", sizes.label, bold=True)
            if inside + sizes(20) > each.right - each.left:
                return None
            placed.append(StackName(each, each.left, -1))
            continue
        middle = (each.left + each.right) / 2
        x = each.left if number == 0 else min(max(middle - wide / 2, left), right - wide)
        line = next((at for at in (0, 1) if x >= ends[at] + sizes(_APART)), None)
        if line is None or (line == 1 and not x <= middle <= x + wide):
            return None
        placed.append(StackName(each, x, line))
        ends[line] = x + wide
        if line == 1:
            # The line from the name to its part must stay clear of the names below.
            ends[0] = max(ends[0], middle)
            below = (name for name in placed if name.line == 0)
            if any(name.left <= middle <= _end(name, bars, sizes) for name in below):
                return None
    return placed


def _end(name: StackName, bars: "StackedBars", sizes: Sizes) -> float:
    """Return where a name ends, in pixels."""
    part = name.part.part
    return name.left + width(part.name, sizes.label, part.id == bars.topic)


def add_names(names: Sequence[StackName], bars: "StackedBars", scene: Scene, bottom: float) -> None:
    """Add names, as a legend, over a bar whose top is at `bottom`."""
    x, style, sizes = scene.body.left(), scene.style, scene.sizes
    entries = {entry.words: entry for entry in legend_entries(bars, style)}
    for name in names:
        if name.line < 0:
            continue
        part = name.part.part
        is_about = part.id == bars.topic
        color = text_color(bars.paint(part.id, style, True).fill, style) if is_about else style.text
        baseline = bottom - sizes(8) - name.line * sizes(_LINE)
        text = Text(x + name.left, baseline, part.name, sizes.label, color, is_about)
        scene.add(text)
        scene.legend.append((text.rect, entries[part.name]))
        if name.line:
            middle = x + (name.part.left + name.part.right) / 2
            line = Paint(stroke=style.axis, stroke_width=1)
            scene.add(Line(middle, baseline + sizes(5), middle, bottom - sizes(3), line))


def text_color(color: str, style: Style) -> str:
    """Return a colour as that of a text: the ink where it is too faint."""
    return color if contrast(color, style.background) >= LEGIBLE else style.text


def legend_entries(bars: "StackedBars", style: Style) -> list[LegendEntry]:
    """Return the legend of the parts that are drawn."""
    entries = [
        LegendEntry(
            part.name,
            bars.paint(part.id, style, part.id == bars.topic),
            records=tuple(
                id_
                for row in bars.rows
                for each in row.parts
                if each.id == part.id
                for id_ in each.records
            ),
        )
        for part in bars.rows[0].parts
    ]
    return [entry for entry in entries if entry.records]


def add_wrapped_legend(bars: "StackedBars", scene: Scene, left: float, right: float) -> None:
    """Add a legend that starts at the left, in as many lines as it needs."""
    sizes, entries = scene.sizes, legend_entries(bars, scene.style)
    for number, line in enumerate(legend_lines(entries, right - left, sizes)):
        baseline = scene.body.top() + sizes.detail + number * sizes(_LEGEND_LINE)
        scene.add_legend(line, left + legend_width(line, sizes), baseline)
