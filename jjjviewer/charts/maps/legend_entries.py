"""The entries in the legends of maps."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF

from jjjviewer.charts.link_groups import is_tentative, settled_words
from jjjviewer.charts.maps import basemap, routes, symbols
from jjjviewer.charts.maps.edge_colors import coloring_of
from jjjviewer.charts.maps.legend import SWATCH, DrawSymbol, MapLegendEntry
from jjjviewer.charts.maps.network import Network
from jjjviewer.charts.mark_style import legend_entries
from jjjviewer.charts.shapes import Circle, Line, Paint, Path, Shape, Text
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow, LinkRow
from jjjviewer.model.view import View

_HALF = SWATCH / 2 - 1


def link_legend(view: View, network: Network, style: Style) -> list[MapLegendEntry]:
    """Return the legend of a map of links: themes, statuses and symbols that occur."""
    links = [link for link_group in network.link_groups for link in link_group.links]
    coloring = coloring_of(view, network.link_groups, style)
    entries = [
        MapLegendEntry(words, _line(Paint(stroke=coloring.colors[key], stroke_width=4)))
        for key, words in coloring.names.items()
    ]
    dashed = {is_tentative(link) for link in links}
    if True in dashed:
        paint = Paint(stroke=style.muted, stroke_width=2.2)
        if False in dashed:
            entries.append(MapLegendEntry(settled_words(links), _line(paint)))
        entries.append(
            MapLegendEntry(
                _open_words(links), _line(Paint(stroke=style.muted, stroke_width=2.2, dashed=True))
            )
        )
    if any(end.role == "to" for link_group in network.link_groups for end in link_group.ends):
        entries.append(MapLegendEntry(tr("runs to"), _arrow(style)))
    if len(links) > len(network.link_groups):
        entries.append(MapLegendEntry(tr("number of links of a line"), _number(style)))
    return [*entries, *_place_entries(view, network, style), *_basemap_entries(network, style)]


def _open_words(links: Iterable[LinkRow]) -> str:
    unclear = {link.status == "uncertain" for link in links if is_tentative(link)}
    if unclear == {True}:
        return tr("unclear")
    return tr("planned or unclear") if True in unclear else tr("planned")


def _place_entries(view: View, network: Network, style: Style) -> list[MapLegendEntry]:
    rows = [network.places[id_] for id_ in network.named]
    entries = []
    if any(row.entity_id in view.dataset.provinces for row in rows):
        entries.append(
            MapLegendEntry(
                tr("region as a whole"),
                lambda at: [
                    Circle(at.x(), at.y(), 5.5, Paint(style.background, style.muted, 1.6)),
                    Circle(at.x(), at.y(), 2.2, Paint(style.muted)),
                ],
            )
        )
    names = {
        "round": tr("town, county, other place"),
        "square": tr("zone, park, site"),
        "diamond": tr("port, airport, station"),
        "triangle": tr("river, lake, forest, hill"),
    }
    found = {
        symbols.symbol_of(row.kind) for row in rows if row.entity_id not in view.dataset.provinces
    }
    if found - {"round"}:
        entries += [
            MapLegendEntry(words, _symbol(name, Paint(style.muted)), spare=True)
            for name, words in names.items()
            if name in found
        ]
    if any(row.precision == "district" for row in rows):
        entries.append(
            MapLegendEntry(
                tr("known to the district only"),
                _symbol("round", Paint(style.background, style.muted, 1.5)),
            )
        )
    return entries


def _basemap_entries(network: Network, style: Style) -> list[MapLegendEntry]:
    """Return the entries for what lies below the links."""
    entries = []
    kinds = {"rail" in route.place.kind: route.place.kind for route in network.routes}
    for is_rail, words in ((True, tr("railway")), (False, tr("corridor, belt or axis"))):
        if is_rail in kinds:
            entries.append(MapLegendEntry(words, _route(kinds[is_rail], style), spare=True))
    if network.quiet:
        entries.append(MapLegendEntry(tr("other links"), _line(basemap.faint(style)), spare=True))
    return entries


def _route(kind: str, style: Style) -> DrawSymbol:
    return lambda at: routes.route_paths(
        ((at.x() - _HALF, at.y()), (at.x() + _HALF, at.y())), kind, style
    )


def _symbol(name: str, paint: Paint, radius: float = symbols.PLACE_RADIUS) -> DrawSymbol:
    return lambda at: [symbols.symbol(at, name, paint, radius)]


def _line(paint: Paint) -> DrawSymbol:
    return lambda at: [Line(at.x() - _HALF, at.y(), at.x() + _HALF, at.y(), paint)]


def _arrow(style: Style) -> DrawSymbol:
    paint = Paint(stroke=style.muted, stroke_width=2.2)

    def shapes(at: QPointF) -> Sequence[Shape]:
        tip = at.x() + _HALF
        head = ((tip, at.y()), (tip - 9, at.y() - 4), (tip - 9, at.y() + 4))
        return [
            Line(at.x() - _HALF, at.y(), tip - 6, at.y(), paint),
            Path(head, Paint(style.muted), closed=True),
        ]

    return shapes


def _number(style: Style) -> DrawSymbol:
    return lambda at: [
        Circle(at.x(), at.y(), 7, Paint(style.background, style.muted, 0.8)),
        Text(at.x(), at.y() + 4, "2", SIZES.footer, style.muted, anchor="middle"),
    ]


def value_legend(
    view: View, rows: Sequence[FigureRow], style: Style, *, round_: bool
) -> list[MapLegendEntry]:
    """Return the legend of a map of figures."""
    figure_entries = legend_entries(view, rows, style, round_=round_) if round_ else []
    entries = [
        MapLegendEntry(key.words, _symbol("round", key.paint))
        for key in figure_entries
        if key.paint
    ]
    place = MapLegendEntry(tr("place of a figure"), _symbol("round", Paint(style.text), 2.5))
    none = MapLegendEntry(tr("place without one"), _symbol("round", Paint(style.axis), 2.0))
    return [*entries, place, none]
