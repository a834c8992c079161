"""How much, where: figures of one unit and one status as circles on their places."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.contrasts import labelled
from jjjviewer.charts.figures.figure_chart import FigureChart, are_chartable, figures_table
from jjjviewer.charts.figures.headlines import single
from jjjviewer.charts.figures.labels import (
    doubted,
    placed_label,
    short_place,
    what_and_where,
)
from jjjviewer.charts.figures.relations import related_figures, related_positions
from jjjviewer.charts.formatting import is_target, is_under_way, other_subject, speaker_note
from jjjviewer.charts.maps.base_map import map_notes
from jjjviewer.charts.maps.figure_map import FigureMap
from jjjviewer.charts.maps.part_titles import title_of_part, title_room
from jjjviewer.charts.numbers import Scale, amount, in_base_unit, scale_of
from jjjviewer.charts.page_layout import Chart, Headline, Layout
from jjjviewer.charts.translation import listed, spaced, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.view import View

_SIZES = ("area", "capacity", "count", "length", "mass", "money")
"""Kinds of quantity that an area can show."""
_LEAST_PLACES, _MOST_PLACES = 2, 12
_MOST_AT_ONE = 6
_MOST_TOLD = 3
"""Places that a title names."""


def _are_placed_sizes(figures: pd.DataFrame) -> "pd.Series[bool]":
    """Return which figures have a size and a place of known position."""
    has_size = figures["quantity_kind"].isin(_SIZES) & (figures["dimension"] != "share")
    is_placed = (figures["map_place_id"] != "") & (figures["base_unit"] != "")
    # Where nobody knows whether it is there or planned, nothing is drawn as if it were.
    is_known = figures["status"] != "uncertain"
    return has_size & is_placed & is_known & (figures["base_value"] > 0)


def _are_targets(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["status"].isin(("planned", "target"))


def _are_under_way(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["status"] == "under-construction"


@dataclass(frozen=True)
class MapValues(FigureChart):
    """Circles of one unit and one status, of which most places have figures.

    Attributes:
        unit: the id of the base unit; empty for the one with figures of most places.
    """

    unit: str = ""
    id = "map-values"

    @property
    def name(self) -> str:
        return tr("Map of figures")

    @property
    def question(self) -> str:
        return tr("How much, and where?")

    @cached_on_view
    def belongs(self, view: View) -> Mask:
        sizes = view.which(_are_placed_sizes) & view.which(are_chartable)
        nothing = np.zeros_like(sizes)
        if not sizes.any():
            return nothing
        # What is reached, under way and aimed at are not one; of a change the later value stands.
        earlier = [first for first, _ in related_positions("from_value", view)]
        sizes = sizes & ~np.isin(view.positions, earlier)
        units, places = view.codes("base_unit"), view.codes("map_place_id")
        states = view.which(_are_targets) * 2 + view.which(_are_under_way)
        families = units.astype(np.intp) * 3 + states
        categories = view.dataset["figures"]["base_unit"].cat.categories
        if self.unit:
            sizes = sizes & (units == categories.get_loc(self.unit))
        have = np.zeros((3 * len(categories), places.max() + 1), dtype=bool)
        have[families[sizes], places[sizes]] = True
        counts = have.sum(axis=1)
        if counts.max() < _LEAST_PLACES:
            return nothing
        belongs: Mask = sizes & (families == counts.argmax())
        return belongs

    def headline(self, view: View) -> Headline:
        own, figures = self._own_headline(view), self.figures(view)
        if view.extent is None or not figures:
            return own
        whole = self._own_headline(replace(view, extent=None))
        return title_of_part(whole, own, [each.figure_id for each in figures])

    def _own_headline(self, view: View) -> Headline:
        """Return the title about what is in sight."""
        # By size, so that a title stays when rows are sorted.
        figures = sorted(self.figures(view), key=lambda each: -(each.base_value or 0.0))
        language = view.dataset.language
        if not figures:
            return Headline(tr("No figure belongs in this part of the map"))
        for figure in figures:
            if figure.figure_id == view.highlight:
                return single(figure, language)
        foremost: dict[str, FigureRow] = {}
        for figure in figures:
            foremost.setdefault(figure.map_place_id, figure)
        told = [*foremost.values()][:_MOST_TOLD]
        if len(told) == 1:
            return single(told[0], language)
        tell = _contrast
        if len({what_and_where(each)[0] for each in told}) > 1:
            told, tell = told[:_LEAST_PLACES], _each
        return Headline(tell(view, told), tuple(each.figure_id for each in told), "contrast")

    @cached_on_view
    def chart(self, view: View) -> Chart:
        return replace(super().chart(view), title_room=title_room(view))

    @cached_on_view
    def figures(self, view: View) -> list[FigureRow]:
        """Return the figures in sight for which a page has room, the largest first."""
        found = self._placed(view)
        if view.extent is None:
            return found
        at = view.dataset.geography.located_places
        return [each for each in found if view.extent.holds(*at[each.map_place_id].position)]

    @cached_on_view
    def _placed(self, view: View) -> list[FigureRow]:
        by_place: dict[str, list[FigureRow]] = {}
        found = super().figures(view)
        for figure in found:
            if figure.map_place_id in by_place or len(by_place) < _MOST_PLACES:
                by_place.setdefault(figure.map_place_id, []).append(figure)
        shown = {each.figure_id for some in by_place.values() for each in some[:_MOST_AT_ONE]}
        return [figure for figure in found if figure.figure_id in shown]

    def plotted(self, view: View) -> Mask:
        return self.having(view, [figure.figure_id for figure in self._placed(view)])

    def subtitle(self, view: View) -> str:
        figures = self._placed(view)
        what = tr(
            "{what}, {unit}, by the area of circles",
            what=listed((other_subject(view), _status_words(figures[0]))),
            unit=self._unit_words(view),
        )
        what = what[0].upper() + what[1:]
        if len({figure.measure for figure in figures}) > 1:
            what = tr("{what}; they measure different things", what=what)
        return " • ".join(filter(None, (what, speaker_note(view))))

    def _scale(self, view: View) -> Scale:
        values = [in_base_unit(figure) for figure in self._placed(view)]
        return scale_of(values, view.dataset.language)

    def _unit_words(self, view: View) -> str:
        unit = view.dataset.unit_names[self._placed(view)[0].base_unit]
        return spaced((self._scale(view).word, unit))

    def layout(self, view: View, emphasised: frozenset[str]) -> Layout:
        parts = {
            part.figure_id: whole.figure_id
            for kind in ("do_not_sum", "part_of")
            for one, other in related_figures(kind, view)
            for part, whole in [sorted((one, other), key=lambda row: row.base_value or 0.0)]
        }
        return FigureMap(
            view,
            self.figures(view),
            self._scale(view),
            max(map(in_base_unit, self._placed(view))),
            self._unit_words(view),
            parts,
            emphasised,
        )

    def notes(self, view: View) -> list[str]:
        notes = []
        if left := count(self.charted(view)) - len(self.figures(view)):
            notes.append(tr("Not drawn here but in the table: {count}.", count=left))
        return [*notes, *map_notes(view)]

    def table(self, view: View) -> pd.DataFrame:
        located = view.dataset.geography.located_places
        unit = view.dataset.unit_names[self._placed(view)[0].base_unit]
        more = {tr("Drawn at"): lambda row: located[row.map_place_id].name}
        return figures_table(view, self.rows(view), in_base_unit, unit, **more)


def _contrast(view: View, figures: Sequence[FigureRow]) -> str:
    """Return who names how much for which place."""
    located, language = view.dataset.geography.located_places, view.dataset.language
    parts = []
    for number, figure in enumerate(figures):
        before = figures[number - 1] if number else None
        value = amount(figure, language)
        if before and before.unit == figure.unit and language != "zh":
            value = value.removesuffix(f" {figure.unit}")
        value = doubted(value, figure, language=language)
        words = tr("{amount} for {place}")
        if figure.surname and before is None:
            words = tr("{speaker} names {amount} for {place}")
        elif figure.surname and before and figure.surname != before.surname:
            words = tr("{speaker} {amount} for {place}")
        place = figure.place or located[figure.map_place_id].name
        parts.append(words.format(speaker=figure.surname, amount=value, place=place))
    return listed(parts)


def _each(view: View, figures: Sequence[FigureRow]) -> str:
    """Return what each figure measures, how much it is, and who says it."""
    labels = []
    for figure in figures:
        label, place = placed_label(figure), figure.place or figure.region
        is_named = short_place(figure.region) in label if figure.region else not place
        if not is_named and not {*place.split()} & {*label.split()}:
            label = tr("{what} ({details})", what=label, details=place)
        labels.append(label)
    return labelled(view, figures, labels)


def _status_words(figure: FigureRow) -> str:
    if is_target(figure):
        return tr("targets")
    return tr("under way") if is_under_way(figure) else tr("reached or given as present")
