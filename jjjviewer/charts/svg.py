"""A figure as an SVG document with real text, small and the same bytes each time."""

from collections.abc import Callable
from xml.sax.saxutils import escape, quoteattr

from PySide6.QtGui import QPainterPath

from jjjviewer.charts.scene import Figure
from jjjviewer.charts.shapes import Circle, Ink, Line, Look, Mark, Path, Rect, Text
from jjjviewer.charts.text import HALO, outline, width
from jjjviewer.charts.typeface import FAMILY

_FONTS = (
    f"'{FAMILY}', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans', Arial, 'Liberation Sans', sans-serif"
)
"""The charts' own typeface, the same under its other names, and those that are about as wide."""

_STEPS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    # The second and third points of a curve follow its first.
    QPainterPath.ElementType.CurveToDataElement: " ",
}


def svg(figure: Figure, *, transparent: bool = False, shapes: bool = False) -> str:
    """Return the figure as one SVG document; each mark names its records.

    Args:
        figure: what is drawn.
        transparent: whether the ground of the page is left out.
        shapes: whether text is set as outlines, which need no font but can't be edited.
    """
    page = figure.page
    text = _outlined if shapes else _text
    inks = [_element(ink, text) for ink in figure.inks]
    if not transparent:
        ground = figure.style.background
        inks.insert(0, f'<rect width="{page.width}" height="{page.height}" fill="{ground}"/>')
    body = "\n".join(inks)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{page.width}" height="{page.height}" \
viewBox="0 0 {page.width} {page.height}" role="img" aria-labelledby="title desc" \
font-family="{_FONTS}">
<title id="title">{escape(figure.title)}</title>
<desc id="desc">{escape(figure.description)}</desc>
{body}
</svg>
"""


def _element(ink: Ink | Mark, text: Callable[[Text], str]) -> str:
    match ink:
        case Mark():
            inside = "".join(_element(each, text) for each in ink.inks)
            records = " ".join(ink.records)
            return f'<g data-record="{records}"><title>{escape(ink.words)}</title>{inside}</g>'
        case Text():
            return text(ink)
        case Rect():
            return (
                f'<rect x="{_n(ink.x)}" y="{_n(ink.y)}" width="{_n(ink.width)}" '
                f'height="{_n(ink.height)}"{_look(ink.look)}/>'
            )
        case Circle():
            return (
                f'<circle cx="{_n(ink.x)}" cy="{_n(ink.y)}" r="{_n(ink.radius)}"{_look(ink.look)}/>'
            )
        case Path():
            steps = "L".join(f"{_n(x)} {_n(y)}" for x, y in ink.points)
            return f'<path d="M{steps}{"Z" if ink.closed else ""}"{_look(ink.look)}/>'
        case Line():
            return (
                f'<line x1="{_n(ink.x1)}" y1="{_n(ink.y1)}" x2="{_n(ink.x2)}" '
                f'y2="{_n(ink.y2)}"{_look(ink.look)}/>'
            )


def _text(ink: Text) -> str:
    weight = ' font-weight="700"' if ink.bold else ""
    anchor = "" if ink.anchor == "start" else f' text-anchor="{ink.anchor}"'
    # Another typeface is squeezed into the room of this one, so that nothing is cut or overlaps.
    room = ""
    if len(ink.text) > 1:
        long = _n(width(ink.text, ink.size, ink.bold))
        room = f' textLength="{long}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{_n(ink.x)}" y="{_n(ink.y)}" font-size="{ink.size}"'
        f"{weight}{anchor}{room}{_halo(ink)} fill={quoteattr(ink.color)}>{escape(ink.text)}</text>"
    )


def _outlined(ink: Text) -> str:
    """A line of text as one path, with the text beside it for screen readers."""
    path = outline(ink.text, ink.size, ink.bold).translated(ink.left, ink.y)
    points = [path.elementAt(at) for at in range(path.elementCount())]
    steps = "".join(f"{_STEPS[point.type]}{_n(point.x)} {_n(point.y)}" for point in points)
    color = f"{_halo(ink)} fill={quoteattr(ink.color)}"
    return f'<path aria-label={quoteattr(ink.text)}{color} d="{steps}"/>'


def _halo(ink: Text) -> str:
    if not ink.halo:
        return ""
    rim = f'stroke="{ink.halo}" stroke-width="{_n(HALO)}" stroke-linejoin="round"'
    return f' {rim} paint-order="stroke"'


def _look(look: Look) -> str:
    parts = [f' fill="{look.fill or "none"}"']
    if look.stroke:
        parts.append(f' stroke="{look.stroke}" stroke-width="{_n(look.stroke_width)}"')
    if look.dashed:
        dash = " ".join(_n(each * look.stroke_width) for each in (3, 2))
        parts.append(f' stroke-dasharray="{dash}"')
    return "".join(parts)


def _n(value: float) -> str:
    """A coordinate, to a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
