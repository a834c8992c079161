"""Proportions in words: of a part to its total, and of a figure to what the pack relates to it."""

from jjjviewer.charts.figures.bar_groups import PlacedFigure
from jjjviewer.charts.figures.labels import label_but
from jjjviewer.charts.figures.relations import related_figures
from jjjviewer.charts.numbers import Scale, amount, in_base_unit, plain
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View


def share_of_total(view: View, placed: PlacedFigure, scale: Scale) -> str:
    """Return what share of its total a part is, as far as that is known; or nothing.

    The first part names the total; one in another group than its total does so, too.
    """
    is_chinese = view.dataset.language == "zh"
    if placed.is_perhaps:
        return "或为其中一部分" if is_chinese else tr("perhaps part of it")
    part, total = placed.figure, placed.total or _other_total(view, placed.figure)
    if total is None or total.base_unit != part.base_unit or total.value_high is not None:
        return ""
    share = _per_cent(part, total)
    is_beside = placed.total is not None
    if not share or (is_beside and not placed.is_first):
        return share
    whole = plain(in_base_unit(total) / scale.divisor)
    if is_chinese:
        return f"占{whole.replace(',', '')}的{share}"
    if not is_beside and total.status == "target":
        return tr("{share} of the {total} aimed at", share=share, total=whole)
    return tr("{share} of the {total}", share=share, total=whole)


def share_of_whole(view: View, figure: FigureRow) -> str:
    """Return the share that the pack relates to a figure, or nothing.

    A share of something that another place has is what the figure is of it; any other is told by
    its own name, for the figure may be the whole.
    """
    language = view.dataset.language
    for share, of in related_figures("share_of", view):
        if of.figure_id != figure.figure_id or not share.chartable:
            continue
        value = amount(share, language)
        others = {name for name in view.dataset.region_names.values() if name} - {figure.region}
        if not any(name in share.whole for name in others):
            return f"{label_but(share, figure.region)}{'：' if language == 'zh' else ': '}{value}"
        if language == "zh":
            return f"占{share.whole}的{value}"
        return tr("{share} of the {whole}", share=value, whole=share.whole)
    return ""


def _other_total(view: View, part: FigureRow) -> FigureRow | None:
    """Return the total of a part that stands in another group, or nothing."""
    pairs = related_figures("part_of", view)
    return next((total for each, total in pairs if each.figure_id == part.figure_id), None)


def _per_cent(part: FigureRow, total: FigureRow) -> str:
    """Return what share of its total a part is, in whole per cent; nothing where it is none."""
    value, whole = part.in_base_unit, total.in_base_unit
    if part.value_high is not None or not 0 <= value <= whole or not whole:
        return ""
    share = 100 * value / whole
    text = f"{share:.0f}%" if share >= 1 or not share else tr("under 1%")
    is_exact = part.qualifier == total.qualifier == "exact"
    return text if is_exact else tr("about {share}", share=text)
