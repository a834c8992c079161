"""Railways and corridors that a view speaks of, as lines through the places they join."""

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QRectF

from jjjviewer.charts.maps.base_map import BaseMap
from jjjviewer.charts.maps.lines import cut_line
from jjjviewer.charts.shapes import Mark, Paint, Path
from jjjviewer.charts.style import Style
from jjjviewer.model.geography import Route
from jjjviewer.model.view import View

_WIDTH = 1.4


def routes_of(view: View) -> list[Route]:
    """Return those that paragraphs of a view name."""
    paragraphs = {*view.links["paragraph"], *view.statements["paragraph"]}
    return [each for each in view.dataset.geography.routes if each.paragraphs & paragraphs]


def paint(style: Style) -> Paint:
    """Return how they are drawn."""
    return Paint(stroke=style.muted, stroke_width=_WIDTH, dashed=True)


def route_marks(view: View, base: BaseMap, style: Style) -> Iterator[Mark]:
    """Yield a mark of each that is in sight; a click selects it."""
    located = view.dataset.geography.located_places
    for route in routes_of(view):
        points = [base.at(located[id_].position) for id_ in route.through if id_ in located]
        parts = [cut_line(*ends, base.area) for ends in pairwise(points)]
        lines = tuple(Path(part, paint(style)) for part in parts if part)
        if lines:
            id_ = route.place.entity_id
            middle = lines[len(lines) // 2].rect.center()
            hit = QRectF(middle.x() - 3, middle.y() - 3, 6, 6)
            yield Mark((), route.place.name, lines, hit, lines, target=id_, cell=id_)
