"""Bars of sums per item: title, subtitle, rows, notes and table."""

from collections.abc import Mapping, Sequence

import pandas as pd

from jjjviewer.charts.figures.bar_groups import PlacedFigure, with_parts
from jjjviewer.charts.figures.contrasts import first_words
from jjjviewer.charts.figures.figure_chart import figures_table
from jjjviewer.charts.figures.labels import doubted, short_place, within_sentence
from jjjviewer.charts.figures.quotients import Quotient
from jjjviewer.charts.formatting import figure_description, is_unclear, joined_names
from jjjviewer.charts.layouts.bar_row import BarGroup, BarRow
from jjjviewer.charts.layouts.bar_rows import BarRows
from jjjviewer.charts.numbers import Scale, common_scale, plain, quantity
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import clauses, listed, tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

Quotients = Mapping[str, Quotient]
"""By the id of the sum, the largest first."""
_SIDES = 2


def per_item_headline(view: View, quotients: Quotients) -> Headline:
    """Return the title: the largest of each of two places, or of one."""
    item = item_word(view, quotients)
    for each in quotients.values():
        if view.highlight in (each.sum.figure_id, each.items.figure_id):
            return about_one(view, quotients, each.sum.figure_id)
    by_place: dict[str, Quotient] = {}
    for each in quotients.values():
        if each.sum.region:
            by_place.setdefault(each.sum.region, each)
    if len(by_place) < _SIDES:
        return about_one(view, quotients, next(iter(quotients)))
    sides = list(by_place.values())[:_SIDES]
    told = [_in_place(view, each) for each in sides]
    title = tr(
        "Per {item}, {calculated}: {sums}",
        item=item,
        calculated=_calculated([each.sum.surname for each in sides]),
        sums=listed(told),
    )
    return Headline(title, tuple(each.sum.figure_id for each in sides), "contrast")


def _in_place(view: View, quotient: Quotient) -> str:
    """Return what a quotient comes to and where, and of what, if its label names no place."""
    figure, place = quotient.sum, short_place(quotient.sum.region)
    words = tr("{amount} in {place}", amount=_about(quotient, view.dataset.language), place=place)
    if place not in figure.short_label:
        what = within_sentence(figure.short_label, first_words(view))
        words = tr("{what} ({details})", what=words, details=what)
    return doubted(words, *quotient, language=view.dataset.language)


def about_one(view: View, quotients: Quotients, sum_id: str) -> Headline:
    """Return the title about one of the quotients."""
    language, quotient, item = view.dataset.language, quotients[sum_id], item_word(view, quotients)
    words = tr(
        "{label} is {amount} per {item}",
        label=quotient.sum.short_label,
        amount=_about(quotient, language),
        item=item,
    )
    words = doubted(words, *quotient, language=language)
    title = listed((words, _calculated([quotient.sum.speaker])))
    return Headline(title, (sum_id,), "single")


def _calculated(speakers: Sequence[str]) -> str:
    """Return who gave the figures from which we derived others."""
    names = [*dict.fromkeys(filter(None, speakers))]
    if not names:
        return tr("by our calculation")
    return tr("by our calculation from figures of {speakers}", speakers=joined_names(names))


def per_item_subtitle(view: View, quotients: Quotients) -> str:
    """Return unit and derivation."""
    first = next(iter(quotients.values()))
    item, word = item_word(view, quotients), _scale(view, quotients).word
    unit = view.dataset.unit_names[first.sum.base_unit]
    if view.dataset.language == "zh":
        return f"每个{item}的金额，单位：{word}{unit}；由所给总额除以项数推算，取三位有效数字"
    unit = f"{word} {unit}".strip()
    return tr(
        "{unit} per {item}, derived: the sum divided by the number of {items} named with it, "
        "to three digits",
        unit=unit[0].upper() + unit[1:],
        item=item,
        items=first.items.unit,
    )


def per_item_layout(view: View, quotients: Quotients, emphasised: frozenset[str]) -> BarRows:
    """Return a bar for each quotient, with the division under its label."""
    scale, language = _scale(view, quotients), view.dataset.language
    rows = [
        _row(placed, quotients[placed.figure.figure_id], scale, language)
        for placed in _placed(view, quotients)
    ]
    return BarRows([BarGroup("", "", rows)], emphasised, view.dataset.provinces)


def per_item_notes(view: View, quotients: Quotients) -> list[str]:
    """Return the warning that what is divided is not the same."""
    sums = [each.figure for each in _placed(view, quotients) if not each.depth]
    if len({each.measure for each in sums}) == 1:
        return []
    language = view.dataset.language
    bases = [
        tr(
            "{what} ({details})",
            what=each.short_label,
            details=listed((when(each, language), each.surname)),
        )
        for each in sums
    ]
    return [tr("The bases differ, so this is not a ranking: {bases}.", bases=clauses(bases))]


def per_item_table(view: View, rows: pd.DataFrame, quotients: Quotients) -> pd.DataFrame:
    """Return a row for each sum, with what it was divided by."""
    language = view.dataset.language
    table = figures_table(
        view,
        rows[rows["figure_id"].isin(list(quotients))],
        lambda row: quotients[row.figure_id].value,
        tr("Per item, derived"),
    )
    drawn = [quotients[id_] for id_ in table[tr("Record")]]
    table[tr("As a number with unit")] = [_about(each, language) for each in drawn]
    table[tr("Derived from")] = [each.how(language) for each in drawn]
    table[tr("Record")] = [f"{each.sum.figure_id}, {each.items.figure_id}" for each in drawn]
    return table


def item_word(view: View, quotients: Quotients) -> str:
    """Return the word for one item: project."""
    items = next(iter(quotients.values())).items
    label = view.dataset.unit_names[items.base_unit]
    if view.dataset.language == "zh":
        return label.removeprefix("个")
    single = items.base_unit.replace("-", " ")
    return single if label.startswith(single) else label


def _about(quotient: Quotient, language: Language) -> str:
    """Return what it comes to; always about, for it is divided and rounded."""
    text = quantity(quotient.value, quotient.sum.unit, language)
    return f"约{text}" if language == "zh" else tr("about {amount}", amount=text)


def _placed(view: View, quotients: Quotients) -> list[PlacedFigure]:
    return with_parts(view, [each.sum for each in quotients.values()])


def _scale(view: View, quotients: Quotients) -> Scale:
    return common_scale([each.value for each in quotients.values()], view.dataset.language)


def _row(placed: PlacedFigure, quotient: Quotient, scale: Scale, language: Language) -> BarRow:
    figure: FigureRow = quotient.sum
    if quotient.is_unclear and not is_unclear(figure):
        figure = figure._replace(certainty=quotient.items.certainty, status=quotient.items.status)
    about, value = _about(quotient, language), plain(quotient.value / scale.divisor)
    perhaps = ""
    if placed.is_perhaps:
        perhaps = "或为其中一部分" if language == "zh" else tr("perhaps part of it")
    return BarRow(
        figure=figure._replace(qualifier="exact"),
        length=quotient.value / scale.divisor,
        label=figure.short_label,
        value=f"约{value}" if language == "zh" else tr("about {amount}", amount=value),
        detail=perhaps,
        under=quotient.how(language),
        words=clauses(
            (
                f"{figure.label}: {about}",
                figure_description(quotient.sum, language),
                figure_description(quotient.items, language),
            )
        ),
        depth=placed.depth,
        also=(quotient.items.figure_id,),
    )
