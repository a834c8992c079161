"""Figures where they are true: totals of one unit as circles by their area, or shares."""

import pandas as pd

from jjjviewer.charts.figure_chart import (
    FigureChart,
    are_chartable,
    are_shares,
    figures_table,
    in_other_units,
    of_one_unit,
)
from jjjviewer.charts.formatting import omitted_note, subject, title_amount
from jjjviewer.charts.maps.legend import add_credit, add_legend
from jjjviewer.charts.maps.legend_entries import value_legend
from jjjviewer.charts.maps.value_map import Values
from jjjviewer.charts.maps.viewports import viewports_of
from jjjviewer.charts.periods import period
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_MARGIN = 70.0
"""What stays free round the outermost places, for circles and their words."""
_MOST = 400
"""More figures, or places, than these find no room on any page."""
_TOTALS = ("area", "capacity", "count", "length", "mass", "money")


def are_placed(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return a mask of the figures of a place of known position."""
    return figures["map_place_id"] != ""


def are_totals(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return a mask of the figures with a size that an area can show."""
    sized = figures["quantity_kind"].isin(_TOTALS) & (figures["dimension"] != "share")
    return sized & (figures["unit_id"] != "") & (figures["base_value"] > 0)


class MapValues(FigureChart):
    """Totals of the unit that most figures with a place are in; without any, shares."""

    id = "map-values"

    @property
    def name(self) -> str:
        return tr("Map of figures")

    def belongs(self, view: View) -> Mask:
        return of_one_unit(view, self._family(view) & view.which(are_placed))

    def _family(self, view: View) -> Mask:
        """Return the figures drawn by size; where none is tied to a place, the shares."""
        totals = view.which(are_totals)
        if (totals & view.which(are_chartable) & view.which(are_placed)).any():
            return totals
        return view.which(are_shares)

    def is_total(self, view: View) -> bool:
        """Return whether circles are drawn, not numbers alone."""
        return str(self.natural(view)["dimension"].iloc[0]) != "share"

    def title(self, view: View) -> str:
        rows, top = self.natural(view), self.first(view)
        if len(rows) == 1:
            return f"{top.measure}: {title_amount(top)}"
        return tr(
            "{measure}: {amount}, the largest of {count} figures tied to places",
            measure=top.measure,
            amount=title_amount(top),
            count=len(rows),
        )

    def subtitle(self, view: View) -> str:
        rows = self.rows(view)
        if not self.is_total(view):
            words = tr("Shares where they are true, {subject}, per cent; {period}")
        else:
            words = tr("Figures by the area of circles, {subject}, {unit}; {period}")
        return words.format(subject=subject(view), unit=self._unit(view), period=period(rows))

    def left_out(self, view: View) -> list[str]:
        family = self._family(view) & view.which(are_chartable)
        placed, numbers = view.which(are_placed), view.codes("base_unit")
        same = numbers == numbers[self.order(view)[0]]
        others, lost = count(family & placed & ~same), count(family & same & ~placed)
        notes = in_other_units(others)
        if lost:
            notes.append(tr("Without a place of known position: {count}.", count=lost))
        return [*super().left_out(view), *notes]

    def table(self, view: View) -> pd.DataFrame:
        places = view.dataset.geography.located_places
        more = {tr("Drawn at"): lambda row: places[row.map_place_id].name}
        rows = self.rows(view)
        return figures_table(view, rows, lambda row: row.in_base_unit, self._unit(view), **more)

    def draw(self, scene: Scene, view: View, style: Style) -> list[str]:
        natural = self.natural(view)
        rows = view.dataset.figure_rows.of(natural.head(_MOST))
        add_credit(scene, view.dataset.geography)
        add_legend(scene, value_legend(view, rows, style, round_=self.is_total(view)))
        shown = {row.map_place_id: 0 for row in rows}
        places = view.dataset.geography.located_places
        if len(places) > _MOST:
            places = {id_: places[id_] for id_ in shown}
        positions = {id_: row.position for id_, row in places.items()}
        viewport, *_ = viewports_of(
            scene.body, positions, shown, shown, [], view.extent, margin=_MARGIN
        )
        scene.projection = viewport.projection
        values = Values(scene, view, viewport, places)
        drawn = values.draw(rows, by_area=self.is_total(view))
        beyond = sum(not viewport.shows(row.map_place_id) for row in rows)
        notes = omitted_note(len(natural) - drawn - beyond)
        if beyond:
            notes.append(tr("Figures beyond the part that is shown: {count}.", count=beyond))
        return notes

    def _unit(self, view: View) -> str:
        base = self.natural(view)["base_unit"].iloc[0]
        return view.dataset.unit_names[base]
