"""In numbers: which figures there are, each large, with what it is, who says it, and when."""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.dates import moment_of
from jjjviewer.charts.figures.figure_chart import (
    FigureChart,
    are_chartable,
    are_unclear,
    figures_table,
)
from jjjviewer.charts.figures.headlines import kind_of
from jjjviewer.charts.figures.relations import earlier_figures
from jjjviewer.charts.formatting import (
    certainty,
    figure_description,
    is_target,
    is_unclear,
    is_under_way,
    other_subject,
    remark,
    speaker_note,
    status,
)
from jjjviewer.charts.layouts.number_cards import NumberCards
from jjjviewer.charts.layouts.number_item import NumberItem, Time
from jjjviewer.charts.numbers import count_word, difference, number_and_unit, plain, scale_of
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import clauses, listed, tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.rule_masks import Mask, count
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

MOST_CARDS = 6
"""Numbers on a page; of more, unless they were selected one by one, the most important."""


class _Card(NamedTuple):
    figure: FigureRow
    earlier: FigureRow | None

    @property
    def records(self) -> tuple[str, ...]:
        ids = (self.figure.figure_id,)
        return ids if self.earlier is None else (*ids, self.earlier.figure_id)


class Card(FigureChart):
    """One to six numbers, a pair of earlier and later value as one."""

    id = "card"

    @property
    def name(self) -> str:
        return tr("In numbers")

    @property
    def question(self) -> str:
        return tr("Which figures?")

    def belongs(self, view: View) -> Mask:
        return view.which(are_chartable)

    def comes_first(self, view: View) -> bool:
        """Return whether it is what to show first: few figures, or none that compare."""
        charted = self.charted(view)
        codes = view.codes("base_unit")[charted]
        has_family = bool(len(codes)) and np.bincount(codes[codes >= 0], minlength=1).max() > 1
        return 1 <= count(charted) <= MOST_CARDS or (count(charted) > 0 and not has_family)

    @cached_on_view
    def order(self, view: View) -> Positions:
        """Return the positions: clear before unclear, reached before aimed at, units in turn."""
        places = super().order(view)
        side, units = _side(view)[places], view.codes("base_unit")[places].astype(np.intp)
        rank = 2 * view.which(are_unclear)[places] + view.which(_are_aimed_at)[places]
        turns = _turns(
            (rank * (side.max(initial=0) + 1) + side) * (units.max(initial=0) + 2) + units
        )
        order = np.lexsort((turns, rank))
        if side.any():
            side = side[order]
            order = order[np.lexsort((side, _turns(side)))]
        return places[order]

    def pairs(self, view: View) -> dict[str, FigureRow]:
        figures = self.figures(view)
        units = {figure.figure_id: figure.base_unit for figure in figures}
        return {
            id_: earlier
            for id_, earlier in earlier_figures(view, figures).items()
            if earlier.base_unit == units[id_] != "" and earlier.figure_id != id_
        }

    def plotted(self, view: View) -> Mask:
        return self.having(view, self._drawn(view).records)

    def layout(self, view: View, emphasised: frozenset[str]) -> NumberCards:
        # In the order in which the title tells them.
        told = {id_: at for at, id_ in enumerate(self.headline(view).marks)}
        cards = self._cards(view)
        chosen = sorted(cards, key=lambda card: told.get(card.figure.figure_id, len(told)))
        if not view.only_figures:
            chosen = chosen[:MOST_CARDS]
        items = tuple(_item(view, card.figure, card.earlier) for card in chosen)
        return NumberCards(items, emphasised, view.dataset.provinces, MOST_CARDS)

    @cached_on_view
    def _cards(self, view: View) -> list[_Card]:
        """Return what could be on cards in its order, an earlier value with the later one."""
        before, figures = self.pairs(view), self.figures(view)
        taken: set[str] = set()
        cards = []
        for figure in sorted(figures, key=lambda each: each.figure_id not in before):
            if figure.figure_id not in taken:
                cards.append(_Card(figure, before.get(figure.figure_id)))
                taken.update(cards[-1].records)
        places = {figure.figure_id: at for at, figure in enumerate(figures)}
        return sorted(cards, key=lambda card: places[card.figure.figure_id])

    @cached_on_view
    def _drawn(self, view: View) -> NumberCards:
        return self.layout(view, frozenset(self.headline(view).marks))

    def subtitle(self, view: View) -> str:
        layout, total = self._drawn(view), count(self.charted(view))
        figure = layout.items[0].figure
        if len(layout.items) == 1 and layout.items[0].earlier is not None:
            what = listed((figure.label, _whole(figure)))
        elif view.only_figures:
            what = tr("{count} figures chosen", count=_capital(count_word(total)))
            what = tr("One figure") if total == 1 else what
        else:
            what = _how_many(len(layout.records), view.figure_count)
            whose = other_subject(view)
            what = tr("{figures} from {subject}", figures=what, subject=whose) if whose else what
            if earlier := len(layout.records) - len(layout.items):
                one, several = (
                    tr("one of them an earlier value"),
                    tr("{count} of them earlier values"),
                )
                words = one if earlier == 1 else several.format(count=count_word(earlier))
                what = listed((what, words))
        if len({kind_of(item.figure) for item in layout.items}) > 1:
            what = tr("{what}; they measure different things", what=what)
        return " • ".join(filter(None, (what, speaker_note(view))))

    def notes(self, view: View) -> list[str]:
        layout = self._drawn(view)
        left = self.charted(view) & ~self.plotted(view)
        notes = _date_notes(layout.items)
        if count(left):
            targets = count(left & view.which(_are_aimed_at))
            notes.append(_not_shown(count(left), targets))
        if uncharted := view.figure_count - count(self.charted(view)):
            notes.append(tr("Unclear and not charted: {figures}.", figures=_figures(uncharted)))
        return notes

    def table(self, view: View) -> pd.DataFrame:
        return figures_table(view, self.rows(view), lambda row: row.value, tr("Value"))


def _are_aimed_at(figures: pd.DataFrame) -> "pd.Series[bool]":
    return figures["status"].isin(("target", "planned"))


def _turns(keys: Positions) -> Positions:
    """Return how many equal keys stand before each of some keys."""
    order = np.argsort(keys, kind="stable")
    ranked = keys[order]
    turns = np.empty_like(order)
    turns[order] = np.arange(len(keys)) - np.searchsorted(ranked, ranked)
    return turns


def _side(view: View) -> "np.ndarray[tuple[int], np.dtype[np.int64]]":
    """Return by figure the number of the group that it belongs to, of those compared."""
    side = np.zeros(view.figure_count, dtype=np.int64)
    for number, group in enumerate(view.groups if len(view.groups) > 1 else ()):
        side[np.isin(view.positions, group.figures)] = number + 1
    return side


def _item(view: View, figure: FigureRow, earlier: FigureRow | None) -> NumberItem:
    language = view.dataset.language
    if earlier is not None and earlier.unit_id == figure.unit_id:
        scale = scale_of([earlier.value, figure.value], language)
        number, unit = number_and_unit(figure, language, scale)
        before, _ = number_and_unit(earlier, language, scale)
    else:
        number, unit = number_and_unit(figure, language)
        before = "".join(number_and_unit(earlier, language)) if earlier else ""
    words = [figure_description(each, language) for each in (earlier, figure) if each]
    return NumberItem(
        figure=figure,
        number=number,
        unit="" if is_in_label(unit, figure, language) else unit,
        label=figure.label,
        details=_details(view, figure, earlier),
        words=clauses(words),
        earlier=earlier,
        before=before,
        change=difference(earlier, figure, language) if earlier else "",
        times=(_time(earlier, language), _time(figure, language)),
    )


def _time(figure: FigureRow | None, language: Language) -> Time:
    """Return when a figure was so, in words and as a date; either may be missing."""
    if figure is None:
        return Time("", "")
    moment = moment_of(figure, language)
    date = moment.words if moment else ""
    words = when(figure, language)
    return Time(words or tr("no date given"), "" if date in words else date)


def is_in_label(unit: str, figure: FigureRow, language: Language) -> bool:
    """Return whether a number's unit is said by the label below it: 390 Bird species."""
    if unit != figure.unit or figure.dimension != "count":
        return False
    if language == "zh":
        return len(unit) > 1 and unit[1:] in figure.label
    return unit.lower().rstrip("s") in figure.label.lower()


def _details(view: View, figure: FigureRow, earlier: FigureRow | None) -> tuple[str, ...]:
    """Return what stands in smaller type below the label: of what, when, status, who where."""
    language = view.dataset.language
    period = when(figure, language)
    if earlier is not None:
        none = tr("no date given")
        period = f"{when(earlier, language) or none} → {period or none}"
    marked = is_target(figure) or is_under_way(figure) or figure.status == "uncertain"
    stated = [status(figure) if marked else "", period]
    if is_unclear(figure) and not remark(figure):
        stated.append(certainty(figure).rstrip(".。"))
    has_one = len(view.speakers) == 1
    who = "" if has_one else "\u00a0".join(filter(None, (figure.surname, f"¶{figure.paragraph}")))
    told = listed(stated)
    return tuple(filter(None, (_whole(figure), " • ".join(filter(None, (told, who))))))


def _whole(figure: FigureRow) -> str:
    """Return what a share is of, or what a change is set against."""
    if not figure.whole:
        return ""
    if figure.quantity_kind == "change":
        return tr("against {whole}", whole=figure.whole)
    return tr("of {whole}", whole=figure.whole)


def _how_many(shown: int, total: int) -> str:
    if total == 1:
        return tr("One figure")
    if shown == total:
        return tr("Figures")
    return tr("{shown} of {count} figures", shown=_capital(count_word(shown)), count=plain(total))


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]


def _date_notes(items: Sequence[NumberItem]) -> list[str]:
    if len(items) == 1 and any(time.date for time in items[0].times):
        return [tr("Dates are inferred or from an earlier sentence where the text has none.")]
    figures = [item.figure for item in items]
    if any(not (f.period_text or f.period_start or f.period_end) for f in figures):
        return [tr("Where no time is given, the text gives none.")]
    return []


def _figures(number: int) -> str:
    return tr("one figure") if number == 1 else tr("{count} figures", count=count_word(number))


def _not_shown(left: int, targets: int) -> str:
    figures = _figures(left)
    if not targets:
        return tr("Not shown: {figures}; the table has them.", figures=figures)
    aims = tr("one target") if targets == 1 else tr("{count} targets", count=count_word(targets))
    return tr(
        "Not shown: {figures}, among them {targets}; the table has them.",
        figures=figures,
        targets=aims,
    )
