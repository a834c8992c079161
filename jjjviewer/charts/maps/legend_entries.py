"""The signs that the key of a map of links explains."""

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QPointF

from jjjviewer.charts.link_groups import is_tentative
from jjjviewer.charts.maps import basemap, routes, symbols
from jjjviewer.charts.maps.edge_colors import coloring_of
from jjjviewer.charts.maps.legend import SWATCH, Draws, Sign
from jjjviewer.charts.maps.network import Network
from jjjviewer.charts.mark_style import keys_of
from jjjviewer.charts.shapes import Circle, Ink, Line, Look, Path, Text
from jjjviewer.charts.style import SIZES, Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View

_HALF = SWATCH / 2 - 1


def signs_of(view: View, network: Network, style: Style) -> list[Sign]:
    """The themes and signs that occur among the links of a view."""
    links = [link for bundle in network.bundles for link in bundle.links]
    coloring = coloring_of(view, network.bundles, style)
    signs = [
        Sign(words, _line(Look(stroke=coloring.colors[key], stroke_width=4)))
        for key, words in coloring.names.items()
    ]
    dashed = {is_tentative(link) for link in links}
    if True in dashed:
        look = Look(stroke=style.muted, stroke_width=2.2)
        if False in dashed:
            signs.append(Sign(tr("done or in hand"), _line(look)))
        signs.append(
            Sign(_open_words(links), _line(Look(stroke=style.muted, stroke_width=2.2, dashed=True)))
        )
    if any(end.role == "to" for bundle in network.bundles for end in bundle.ends):
        signs.append(Sign(tr("runs to"), _arrow(style)))
    if len(links) > len(network.bundles):
        signs.append(Sign(tr("number of links of a line"), _number(style)))
    return [*signs, *_place_signs(view, network, style), *_ground_signs(network, style)]


def _open_words(links: Iterable[Any]) -> str:
    unclear = {link.status == "uncertain" for link in links if is_tentative(link)}
    if unclear == {True}:
        return tr("unclear")
    return tr("planned or unclear") if True in unclear else tr("planned")


def _place_signs(view: View, network: Network, style: Style) -> list[Sign]:
    rows = [network.places[id_] for id_ in network.named]
    signs = []
    if any(row.entity_id in view.provinces for row in rows):
        signs.append(
            Sign(
                tr("region as a whole"),
                lambda at: [
                    Circle(at.x(), at.y(), 5.5, Look(style.background, style.muted, 1.6)),
                    Circle(at.x(), at.y(), 2.2, Look(style.muted)),
                ],
            )
        )
    names = {
        "round": tr("town, county, other place"),
        "square": tr("zone, park, site"),
        "diamond": tr("port, airport, station"),
        "triangle": tr("river, lake, forest, hill"),
    }
    found = {symbols.shape_of(row.kind) for row in rows if row.entity_id not in view.provinces}
    if found - {"round"}:
        signs += [
            Sign(words, _dot(shape, Look(style.muted)), spare=True)
            for shape, words in names.items()
            if shape in found
        ]
    if any(row.precision == "district" for row in rows):
        signs.append(
            Sign(
                tr("known to the district only"),
                _dot("round", Look(style.background, style.muted, 1.5)),
            )
        )
    return signs


def _ground_signs(network: Network, style: Style) -> list[Sign]:
    """What lies below the links."""
    signs = []
    kinds = {"rail" in row.kind: row.kind for row in network.lines}
    for is_rail, words in ((True, tr("railway")), (False, tr("corridor, belt or axis"))):
        if is_rail in kinds:
            signs.append(Sign(words, _track(kinds[is_rail], style), spare=True))
    if network.quiet:
        signs.append(Sign(tr("other links"), _line(basemap.faint(style)), spare=True))
    return signs


def _track(kind: str, style: Style) -> Draws:
    return lambda at: routes.track(
        ((at.x() - _HALF, at.y()), (at.x() + _HALF, at.y())), kind, style
    )


def _dot(shape: str, look: Look, radius: float = symbols.DOT) -> Draws:
    return lambda at: [symbols.dot(at, shape, look, radius)]


def _line(look: Look) -> Draws:
    return lambda at: [Line(at.x() - _HALF, at.y(), at.x() + _HALF, at.y(), look)]


def _arrow(style: Style) -> Draws:
    look = Look(stroke=style.muted, stroke_width=2.2)

    def inks(at: QPointF) -> Sequence[Ink]:
        tip = at.x() + _HALF
        head = ((tip, at.y()), (tip - 9, at.y() - 4), (tip - 9, at.y() + 4))
        return [
            Line(at.x() - _HALF, at.y(), tip - 6, at.y(), look),
            Path(head, Look(style.muted), closed=True),
        ]

    return inks


def _number(style: Style) -> Draws:
    return lambda at: [
        Circle(at.x(), at.y(), 7, Look(style.background, style.muted, 0.8)),
        Text(at.x(), at.y() + 4, "2", SIZES.footer, style.muted, anchor="middle"),
    ]


def value_signs(view: View, rows: Sequence[Any], style: Style, *, round_: bool) -> list[Sign]:
    """The signs that occur among figures on a map."""
    keys = keys_of(view, rows, style, round_=round_) if round_ else []
    signs = [Sign(key.words, _dot("round", key.look)) for key in keys if key.look]
    place = Sign(tr("place of a figure"), _dot("round", Look(style.text), 2.5))
    none = Sign(tr("place without one"), _dot("round", Look(style.axis), 2.0))
    return [*signs, place, none]
