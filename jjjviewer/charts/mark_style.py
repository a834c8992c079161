"""The paint of marks: how a figure is drawn says how far it can be relied on.

Reached: filled. Under construction: stripes. Planned or a target: hollow. Unclear in the text: a
tint with a dashed edge. What the headline is about: deep, the rest quiet.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from PySide6.QtCore import QRectF

from jjjviewer.charts.formatting import is_target, is_unclear, is_under_way
from jjjviewer.charts.scene import LegendEntry
from jjjviewer.charts.shapes import Line, Paint, Path, Rect, Shape
from jjjviewer.charts.style import Pair, Style, mixed
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow

_TINT = 0.4
_OUTLINE, _STRONG_OUTLINE = 1.8, 3.5
_STRIPE, _STRIPE_STEP = 2.2, 6.0
_POINT = 8.0
"""Length of the pointed end of a bar of more than its value, in pixels."""
_STRIPS = (2.0, 2.0, 2)
"""Width of a strip, of a gap, and number of strips at the end of a bar of nearly its value."""
BarEnd = Callable[[QRectF, Paint, bool], list[Shape]]
"""Draws a bar with an end of its own within a rectangle, forward or backward."""
_LEAST_LENGTH = 2.0
"""Length in pixels of a bar that is too short for the scale."""


def paint_of(figure: FigureRow, pair: Pair, style: Style, *, emphasised: bool) -> Paint:
    """Return the paint of a figure's mark, without stripes."""
    color = pair.deep if emphasised else pair.quiet
    outline = _STRONG_OUTLINE if emphasised else _OUTLINE
    if is_target(figure):
        return Paint(style.background, pair.deep, outline, dashed=is_unclear(figure))
    if is_unclear(figure):
        return Paint(mixed((style.background, pair.quiet), _TINT), pair.deep, 1.5, dashed=True)
    if is_under_way(figure):
        return Paint(mixed((style.background, pair.quiet), _TINT), pair.deep, _OUTLINE)
    return Paint(color)


def tint_of(pair: Pair, style: Style) -> Paint:
    """Return the paint of what lies between the lower and the higher end of a range."""
    return Paint(mixed((style.background, pair.quiet), _TINT), pair.deep, 1.2)


def bar_shapes(
    figure: FigureRow,
    span: tuple[float, float],
    high: float | None,
    across: tuple[float, float],
    pair: Pair,
    style: Style,
    *,
    emphasised: bool,
) -> list[Shape]:
    """Return the bar of a figure.

    Args:
        figure: the figure.
        span: the baseline and the value, in pixels from the left.
        high: the higher end of a range, likewise.
        across: top and bottom of the bar, in pixels.
        pair: the colours of its region.
        style: the colours of the page.
        emphasised: whether the headline is about it.
    """
    zero, end = span
    (left, right), (top, bottom) = sorted((zero, end)), across
    if high is None and right - left < _LEAST_LENGTH:
        start = zero if end >= zero else zero - _LEAST_LENGTH
        return [Rect(start, top, _LEAST_LENGTH, bottom - top, Paint(pair.deep))]
    paint = paint_of(figure, pair, style, emphasised=emphasised)
    inset = paint.stroke_width / 2
    wide = max(right - left - 2 * inset, 0.5)
    box = QRectF(left + inset, top + inset, wide, bottom - top - 2 * inset)
    if high is not None:
        rest = Paint(mixed((style.background, pair.quiet), _TINT), pair.deep, 1.2)
        return [_rect(box, paint), Rect(end, top + 0.6, high - end, bottom - top - 1.2, rest)]
    if (shape := end_of(figure)) and box.width() > 2 * _POINT:
        return shape(box, paint, end > zero)
    if is_under_way(figure) and not is_unclear(figure):
        return [_rect(box, paint), *_stripes(box, pair.deep if emphasised else pair.quiet)]
    return [_rect(box, paint)]


def legend_entries(
    figures: Sequence[FigureRow],
    colors: Mapping[str, Pair],
    style: Style,
    *,
    round_: bool = False,
) -> list[LegendEntry]:
    """Return the legend of what is not simply reached: of what is drawn only.

    What is both unclear and a target has no entry of its own where both have one.

    Args:
        figures: those that are drawn.
        colors: of each region, by id; the empty id is neutral.
        style: the colours of the page.
        round_: whether marks are circles.
    """
    found: dict[str, list[FigureRow]] = {}
    for figure in figures:
        if meaning := _meaning(figure):
            found.setdefault(meaning, []).append(figure)
    regions = {figure.province for own in found.values() for figure in own}
    if "unclear" in found and {"planned", "target"} & {*found}:
        found["unclear"] += found.pop("unclear target", [])
    pair = colors.get(regions.pop() if len(regions) == 1 else "", style.neutral)
    return [
        LegendEntry(
            words,
            paint_of(found[meaning][0], pair, style, emphasised=False)._replace(stroke_width=1.5),
            round_,
            status=meaning if meaning in _STATUSES else "",
            records=tuple(each.figure_id for each in found[meaning]),
        )
        for meaning, words in _meanings().items()
        if meaning in found
    ]


def _meaning(figure: FigureRow) -> str:
    """Return what of a figure a legend has to tell; nothing of what is simply reached."""
    if is_unclear(figure):
        return "unclear target" if is_target(figure) else "unclear"
    if is_target(figure):
        return figure.status
    return "under-construction" if is_under_way(figure) else ""


_STATUSES = ("under-construction", "planned", "target")
"""What a legend tells that is a status."""


def _meanings() -> dict[str, str]:
    return {
        "unclear": tr("unclear, see notes"),
        "under-construction": tr("under way"),
        "planned": tr("planned"),
        "target": tr("target"),
        "unclear target": tr("target, unclear"),
    }


def end_of(figure: FigureRow) -> BarEnd | None:
    """Return the shape of a bar that ends as what is said of its number, if that is anything."""
    match figure.qualifier:
        case "more-than" | "at-least":
            return _pointed
        case "less-than" | "at-most":
            return _notched
        case "nearly" if not is_target(figure) and not is_unclear(figure):
            return _in_strips if not is_under_way(figure) else None
    return None


def end_entries(figures: Iterable[FigureRow], pair: Pair) -> list[LegendEntry]:
    """Return the legend of the ends of bars: of what is drawn only."""
    words = {
        _pointed: tr("more than the number"),
        _notched: tr("no more than the number"),
        _in_strips: tr("nearly the number"),
    }
    drawn = {end_of(figure) for figure in figures}
    return [_end_entry(text, end, pair) for end, text in words.items() if end in drawn]


def _end_entry(words: str, end: BarEnd, pair: Pair) -> LegendEntry:
    return LegendEntry(words, Paint(pair.quiet), shape=lambda box, paint: end(box, paint, True))


def cut_entry(pair: Pair, style: Style) -> LegendEntry:
    """Return the legend of a cut in a bar."""

    def shape(box: QRectF, paint: Paint) -> list[Shape]:
        x, line = box.center().x(), Paint(stroke=style.background, stroke_width=2.5)
        return [_rect(box, paint), Line(x, box.top(), x, box.bottom(), line)]

    return LegendEntry(tr("the value before"), Paint(pair.quiet), shape=shape)


def _rect(box: QRectF, paint: Paint) -> Rect:
    return Rect(box.x(), box.y(), box.width(), box.height(), paint)


def _pointed(box: QRectF, paint: Paint, is_forward: bool) -> list[Shape]:
    """Return a bar whose end is a point: there is more."""
    middle = box.center().y()
    near, tip = (box.left(), box.right()) if is_forward else (box.right(), box.left())
    neck = tip - _POINT if is_forward else tip + _POINT
    points = (
        (near, box.top()),
        (neck, box.top()),
        (tip, middle),
        (neck, box.bottom()),
        (near, box.bottom()),
    )
    return [Path(points, paint, closed=True)]


def _notched(box: QRectF, paint: Paint, is_forward: bool) -> list[Shape]:
    """Return a bar whose end has a notch: there is no more, perhaps less."""
    near, tip = (box.left(), box.right()) if is_forward else (box.right(), box.left())
    neck = tip - _POINT if is_forward else tip + _POINT
    points = (
        (near, box.top()),
        (tip, box.top()),
        (neck, box.center().y()),
        (tip, box.bottom()),
        (near, box.bottom()),
    )
    return [Path(points, paint, closed=True)]


def _in_strips(box: QRectF, paint: Paint, is_forward: bool) -> list[Shape]:
    """Return a bar that ends in strips: not quite."""
    strip, gap, count = _STRIPS
    cut = count * (strip + gap)
    body = box.adjusted(0, 0, -cut, 0) if is_forward else box.adjusted(cut, 0, 0, 0)
    shapes: list[Shape] = [_rect(body, paint)]
    for number in range(count):
        away = number * (strip + gap) + gap
        x = body.right() + away if is_forward else body.left() - away - strip
        shapes.append(Rect(x, box.y(), strip, box.height(), paint))
    return shapes


def _stripes(box: QRectF, color: str) -> Iterator[Shape]:
    """Yield slanted stripes that fill a rectangle."""
    paint = Paint(stroke=color, stroke_width=_STRIPE)
    high = box.height()
    x = box.left() - high + _STRIPE_STEP / 2
    while x < box.right():
        # From the lower left to the upper right, cut off at the sides.
        start, end = max(x, box.left()), min(x + high, box.right())
        if end > start:
            yield Line(start, box.bottom() - (start - x), end, box.bottom() - (end - x), paint)
        x += _STRIPE_STEP
