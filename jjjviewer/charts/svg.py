"""A figure as an SVG document with real text, small and the same bytes each time."""

from xml.sax.saxutils import escape, quoteattr

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.ink import Circle, Ink, Line, Look, Mark, Rect, Text
from jjjviewer.charts.text import FAMILY

_FONTS = (
    f"'{FAMILY}', 'Noto Sans SC', 'Source Han Sans SC', "
    "'PingFang SC', 'Microsoft YaHei', sans-serif"
)


def svg(figure: Figure) -> str:
    """Return the figure as one SVG document; each mark names its records."""
    page = figure.page
    body = "\n".join(_element(ink) for ink in figure.inks)
    return f"""<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="{page.width}" height="{page.height}" \
viewBox="0 0 {page.width} {page.height}" role="img" aria-labelledby="title desc" \
font-family="{_FONTS}">
<title id="title">{escape(figure.title)}</title>
<desc id="desc">{escape(figure.description)}</desc>
<rect width="{page.width}" height="{page.height}" fill="{figure.style.background}"/>
{body}
</svg>
"""


def _element(ink: Ink | Mark) -> str:
    match ink:
        case Mark():
            inside = "".join(_element(each) for each in ink.inks)
            records = " ".join(ink.records)
            return f'<g data-record="{records}"><title>{escape(ink.words)}</title>{inside}</g>'
        case Text():
            weight = ' font-weight="700"' if ink.bold else ""
            anchor = "" if ink.anchor == "start" else f' text-anchor="{ink.anchor}"'
            return (
                f'<text x="{_n(ink.x)}" y="{_n(ink.y)}" font-size="{ink.size}"'
                f"{weight}{anchor} fill={quoteattr(ink.color)}>{escape(ink.text)}</text>"
            )
        case Rect():
            return (
                f'<rect x="{_n(ink.x)}" y="{_n(ink.y)}" width="{_n(ink.width)}" '
                f'height="{_n(ink.height)}"{_look(ink.look)}/>'
            )
        case Circle():
            return (
                f'<circle cx="{_n(ink.x)}" cy="{_n(ink.y)}" r="{_n(ink.radius)}"{_look(ink.look)}/>'
            )
        case Line():
            return (
                f'<line x1="{_n(ink.x1)}" y1="{_n(ink.y1)}" x2="{_n(ink.x2)}" '
                f'y2="{_n(ink.y2)}"{_look(ink.look)}/>'
            )


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
