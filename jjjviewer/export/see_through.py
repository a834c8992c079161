"""Pages without a ground: what is hollow on them lets through what lies below the page."""

from collections.abc import Iterable
from dataclasses import replace

from jjjviewer.charts.shapes import Mark, Paint, Path, Shape, Text


def see_through(shapes: Iterable[Shape | Mark], ground: str) -> list[Shape | Mark]:
    """Return shapes without fills in the colour of the ground, which would be blots without it."""
    return [
        shape._replace(shapes=tuple(_hollow(each, ground) for each in shape.shapes))
        if isinstance(shape, Mark)
        else _hollow(shape, ground)
        for shape in shapes
    ]


def _hollow(shape: Shape, ground: str) -> Shape:
    if isinstance(shape, Text) or shape.paint.fill != ground:
        return shape
    paint: Paint = shape.paint._replace(fill="")
    return replace(shape, paint=paint) if isinstance(shape, Path) else shape._replace(paint=paint)
