"""Figures where they are true: totals of one unit as circles by their area, or shares."""

import pandas as pd

from jjjviewer.charts.figure import Figure
from jjjviewer.charts.figure_form import FigureForm, figures_table
from jjjviewer.charts.maps.key import set_credit, set_key
from jjjviewer.charts.maps.sheets import sheets_of
from jjjviewer.charts.maps.signs import value_signs
from jjjviewer.charts.maps.tied import are_tied, places_of
from jjjviewer.charts.maps.values import Values
from jjjviewer.charts.periods import period
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.charts.words import in_title, no_room, subject
from jjjviewer.model.records import Records
from jjjviewer.model.view import View

_MARGIN = 70.0
"""What stays free round the outermost places, for circles and their words."""
_TOTALS = ("area", "capacity", "count", "length", "mass", "money")


class MapValues(FigureForm):
    """Totals of the unit that most figures with a place are in; without any, shares."""

    id = "map-values"

    @property
    def name(self) -> str:
        return tr("Values on the map")

    def belongs(self, view: View) -> "pd.Series[bool]":
        if not places_of(view):
            return pd.Series(data=False, index=view.figures.index)
        family = self._family(view) & are_tied(view)
        units = view.figures.loc[family & view.figures["chartable"], "base_unit"].mode()
        return family & (view.figures["base_unit"] == (units.iloc[0] if len(units) else ""))

    def _family(self, view: View) -> "pd.Series[bool]":
        """Which figures a size can be drawn of; where none is tied to a place, which are shares."""
        figures = view.figures
        totals = figures["quantity_kind"].isin(_TOTALS) & (figures["dimension"] != "share")
        totals &= (figures["unit_id"] != "") & (figures["base_value"] > 0)
        if (totals & figures["chartable"] & are_tied(view)).any():
            return totals
        return (figures["dimension"] == "share") & (figures["quantity_kind"] == "share")

    def is_total(self, view: View) -> bool:
        """Whether circles are drawn, not numbers alone."""
        return str(self.natural(view)["dimension"].iloc[0]) != "share"

    def title(self, view: View) -> str:
        rows = Records(self.natural(view))
        if len(rows) == 1:
            return f"{rows[0].measure}: {in_title(rows[0])}"
        return tr(
            "{measure}: {amount}, the largest of {count} figures on the map",
            measure=rows[0].measure,
            amount=in_title(rows[0]),
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
        charted = view.figures["chartable"]
        family, own = self._family(view), self.belongs(view)
        units = {*view.figures.loc[own, "base_unit"]}
        same = view.figures["base_unit"].isin(units)
        others = int((family & charted & are_tied(view) & ~same).sum())
        lost = int((family & charted & same & ~are_tied(view)).sum())
        said = [tr("In other units, not drawn here: {count}.", count=others)] if others else []
        if lost:
            said.append(tr("Without a place of known position: {count}.", count=lost))
        return [*super().left_out(view), *said]

    def table(self, view: View) -> pd.DataFrame:
        names = _names(view)
        spots = places_of(view)
        more = {tr("Drawn at"): lambda row: names[spots[row.figure_id]]}
        rows = self.rows(view)
        return figures_table(view, rows, lambda row: row.base_value, self._unit(view), **more)

    def draw(self, figure: Figure, view: View, style: Style) -> list[str]:
        assert view.atlas is not None
        rows = Records(self.rows(view))
        set_credit(figure, view.atlas)
        set_key(figure, value_signs(view, rows, style, round_=self.is_total(view)))
        spots = places_of(view)
        located = {row.entity_id: row for row in Records(view.atlas.located)}
        shown = {spots[row.figure_id] for row in rows}
        positions = {id_: (row.lon, row.lat) for id_, row in located.items()}
        sheet, *_ = sheets_of(figure.body, positions, shown, shown, [], view.extent, margin=_MARGIN)
        figure.projection = sheet.projection
        values = Values(figure, view, sheet, located)
        return no_room(values.draw(rows, spots, by_area=self.is_total(view)))

    def _unit(self, view: View) -> str:
        base = self.natural(view)["base_unit"].iloc[0]
        return str(view.units.set_index("unit_id")["unit"][base])


def _names(view: View) -> dict[str, str]:
    assert view.atlas is not None
    return dict(zip(view.atlas.places["entity_id"], view.atlas.places["name"], strict=True))
