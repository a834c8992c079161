"""A scene as an SVG document with real text, small and deterministic."""

import html
from collections.abc import Callable

from PySide6.QtGui import QPainterPath

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import DASHES, Circle, Line, Mark, Paint, Path, Rect, Shape, Text
from jjjviewer.charts.text import HALO, outline, width
from jjjviewer.charts.typeface import FAMILY

_FONTS = (
    f"'{FAMILY}', 'Noto Sans SC', 'Noto Sans CJK SC', 'Source Han Sans SC', "
    "'PingFang SC', 'Microsoft YaHei', 'Noto Sans', Arial, 'Liberation Sans', sans-serif"
)
"""The bundled typeface, its other names, and fonts of about the same width."""

_STEPS = {
    QPainterPath.ElementType.MoveToElement: "M",
    QPainterPath.ElementType.LineToElement: "L",
    QPainterPath.ElementType.CurveToElement: "C",
    # The second and third control points follow the first.
    QPainterPath.ElementType.CurveToDataElement: " ",
}


def svg(scene: Scene, *, transparent: bool = False, text_as_shapes: bool = False) -> str:
    """Return a scene as one SVG document; each mark names its records.

    Args:
        scene: what is drawn.
        transparent: whether the background is left out.
        text_as_shapes: whether text is set as outlines, which need no font but can't be edited.
    """
    page = scene.page
    text = _outlined if text_as_shapes else _text
    elements = [_element(shape, text) for shape in scene.shapes]
    if not transparent:
        ground = scene.style.background
        elements.insert(0, f'<rect width="{page.width}" height="{page.height}" fill="{ground}"/>')
    body = "\n".join(elements)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{page.width}" height="{page.height}" \
viewBox="0 0 {page.width} {page.height}" role="img" aria-labelledby="title desc" \
data-headline="{" ".join(scene.headline)}" \
font-family="{_FONTS}">
<title id="title">{_escaped(scene.title)}</title>
<desc id="desc">{_escaped(scene.description)}</desc>
{body}
</svg>
"""


def _escaped(text: str) -> str:
    return html.escape(text, quote=False)


def _element(shape: Shape | Mark, text: Callable[[Text], str]) -> str:
    match shape:
        case Mark():
            inside = "".join(_element(each, text) for each in shape.shapes)
            records = " ".join(shape.records)
            names = f'data-mark="{shape.key}" data-record="{records}"'
            return f"<g {names}><title>{_escaped(shape.words)}</title>{inside}</g>"
        case Text():
            return text(shape)
        case Rect():
            return (
                f'<rect x="{_n(shape.x)}" y="{_n(shape.y)}" width="{_n(shape.width)}" '
                f'height="{_n(shape.height)}"{_paint(shape.paint)}/>'
            )
        case Circle():
            return (
                f'<circle cx="{_n(shape.x)}" cy="{_n(shape.y)}" '
                f'r="{_n(shape.radius)}"{_paint(shape.paint)}/>'
            )
        case Path():
            steps = "L".join(f"{_n(x)} {_n(y)}" for x, y in shape.points)
            return f'<path d="M{steps}{"Z" if shape.closed else ""}"{_paint(shape.paint)}/>'
        case Line():
            return (
                f'<line x1="{_n(shape.x1)}" y1="{_n(shape.y1)}" x2="{_n(shape.x2)}" '
                f'y2="{_n(shape.y2)}"{_paint(shape.paint)}/>'
            )


def _text(text: Text) -> str:
    weight = ' font-weight="700"' if text.bold else ""
    anchor = "" if text.anchor == "start" else f' text-anchor="{text.anchor}"'
    # A substitute typeface is squeezed to the width of this one: nothing is cut or overlaps.
    room = ""
    if len(text.text) > 1:
        long = _n(width(text.text, text.size, text.bold))
        room = f' textLength="{long}" lengthAdjust="spacingAndGlyphs"'
    return (
        f'<text x="{_n(text.x)}" y="{_n(text.y)}" font-size="{text.size}"'
        f'{weight}{anchor}{room}{_halo(text)} fill="{text.color}">'
        f"{_escaped(text.text)}</text>"
    )


def _outlined(text: Text) -> str:
    """Return a line of text as one path, with the text as its label for screen readers."""
    path = outline(text.text, text.size, text.bold).translated(text.left, text.y)
    points = [path.elementAt(at) for at in range(path.elementCount())]
    steps = "".join(f"{_STEPS[point.type]}{_n(point.x)} {_n(point.y)}" for point in points)
    label, halo = html.escape(text.text), _halo(text)
    return f'<path aria-label="{label}"{halo} fill="{text.color}" d="{steps}"/>'


def _halo(text: Text) -> str:
    if not text.halo:
        return ""
    rim = f'stroke="{text.halo}" stroke-width="{_n(HALO)}" stroke-linejoin="round"'
    return f' {rim} paint-order="stroke"'


def _paint(paint: Paint) -> str:
    parts = [f' fill="{paint.fill or "none"}"']
    if paint.stroke:
        parts.append(f' stroke="{paint.stroke}" stroke-width="{_n(paint.stroke_width)}"')
    if paint.dashed:
        dash = " ".join(map(_n, DASHES))
        parts.append(f' stroke-dasharray="{dash}"')
    return "".join(parts)


def _n(value: float) -> str:
    """Return a coordinate rounded to a hundredth of a pixel."""
    return f"{value:.2f}".rstrip("0").rstrip(".")
