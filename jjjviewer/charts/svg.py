"""A scene as an SVG document with real text, small and deterministic.

It has no ids, so that several fit into one page.
"""

import html

from PySide6.QtGui import QPainterPath

from jjjviewer.charts.characters import is_bundled, plain
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import DASHES, Circle, Line, Mark, Paint, Path, Rect, Shape, Text
from jjjviewer.charts.style import Page
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


def svg(
    scene: Scene,
    *,
    language: str = "en",
    transparent: bool = False,
    text_as_shapes: bool = False,
) -> str:
    """Return a scene as one SVG document; each mark names its records.

    Args:
        scene: what is drawn.
        language: the code of the language of its texts.
        transparent: whether the background is left out.
        text_as_shapes: whether all text is set as outlines, which need no font but can't be
            edited; otherwise only text that the bundled typeface lacks characters of.
    """
    page = scene.page
    elements = [_element(shape, text_as_shapes) for shape in scene.shapes]
    if not transparent:
        ground = scene.style.background
        elements.insert(0, f'<rect width="{page.width}" height="{page.height}" fill="{ground}"/>')
    body = "\n".join(elements)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" {_size(page)} \
viewBox="0 0 {page.width} {page.height}" role="img" lang="{language}" xml:lang="{language}" \
direction="ltr" data-headline="{" ".join(scene.headline)}" font-family="{_FONTS}">
<title>{_escaped(scene.title)}</title>
<desc>{_escaped(scene.description)}</desc>
{body}
</svg>
"""


def _size(page: Page) -> str:
    """Return width and height of a page: in millimetres where it has a paper size of its own."""
    if page.paper is None:
        return f'width="{page.width}" height="{page.height}"'
    width, height = (f"{inches * 25.4:.3f}".rstrip("0").rstrip(".") for inches in page.paper)
    return f'width="{width}mm" height="{height}mm"'


def _escaped(text: str) -> str:
    return html.escape(plain(text), quote=False)


def _element(shape: Shape | Mark, text_as_shapes: bool) -> str:
    match shape:
        case Mark():
            inside = "".join(_element(each, text_as_shapes) for each in shape.shapes)
            records = " ".join(shape.records)
            names = f'data-mark="{shape.key}" data-record="{records}"'
            return f"<g {names}><title>{_escaped(shape.words)}</title>{inside}</g>"
        case Text():
            is_outlined = text_as_shapes or not is_bundled(shape.text)
            return _outlined(shape) if is_outlined else _text(shape)
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
    if len(plain(text.text)) > 1:
        long = _n(width(text.text, text.size, text.bold))
        room = f' textLength="{long}" lengthAdjust="spacingAndGlyphs"'
    place = f'x="{_n(text.x)}" y="{_n(text.y)}" font-size="{text.size}"{weight}{anchor}{room}'
    words = _escaped(text.text)
    # Below the letters: few programs know how to draw a stroke before its fill.
    halo = f'<text aria-hidden="true" {place}{_rim(text)}>{words}</text>' if text.halo else ""
    return f'{halo}<text {place} fill="{text.color}">{words}</text>'


def _outlined(text: Text) -> str:
    """Return a line of text as one path, with the text as its label for screen readers."""
    path = outline(text.text, text.size, text.bold).translated(text.left, text.y)
    points = [path.elementAt(at) for at in range(path.elementCount())]
    steps = "".join(f"{_STEPS[point.type]}{_n(point.x)} {_n(point.y)}" for point in points)
    label = html.escape(plain(text.text))
    halo = f'<path aria-hidden="true"{_rim(text)} d="{steps}"/>' if text.halo else ""
    return f'{halo}<path aria-label="{label}" fill="{text.color}" d="{steps}"/>'


def _rim(text: Text) -> str:
    return (
        f' fill="{text.halo}" stroke="{text.halo}" stroke-width="{_n(HALO)}"'
        ' stroke-linejoin="round"'
    )


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
