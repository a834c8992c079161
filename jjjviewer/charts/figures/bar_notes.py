"""Notes of charts of bars: on parts, on marks too small for the scale, on what is not drawn."""

from collections import defaultdict
from collections.abc import Sequence

from jjjviewer.charts.figures.bar_groups import FigureGroup, PlacedFigure
from jjjviewer.charts.numbers import in_base_unit, plain
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow

_SMALL = 0.003
"""Share of the largest value below which a bar is drawn longer than it is."""
_MOST_TERMS = 5


def bar_notes(groups: Sequence[FigureGroup], count: int) -> list[str]:
    """Return what a reader has to know of bars.

    Args:
        groups: what is drawn.
        count: how many figures there are to draw.
    """
    placed = [each for group in groups for each in group.figures]
    figures = [each.figure for each in placed]
    most = max(abs(in_base_unit(each)) for each in figures)
    small = [each for each in figures if 0 < abs(in_base_unit(each)) < _SMALL * most]
    notes = _on_parts(placed)
    if small:
        notes.append(tr("A line in place of a bar: too small for the scale."))
    drawn = len({each.figure_id for each in figures})
    if drawn < count:
        notes.append(
            tr("{drawn} of {count} are drawn; all are in the table.", drawn=drawn, count=count)
        )
    return notes


def _on_parts(placed: Sequence[PlacedFigure]) -> list[str]:
    """Return the note on indented rows, with the sum where there is one that they add up to."""
    parts: defaultdict[str, list[FigureRow]] = defaultdict(list)
    totals: dict[str, FigureRow] = {}
    for each in placed:
        if each.total is not None and not each.is_perhaps:
            parts[each.total.figure_id].append(each.figure)
            totals[each.total.figure_id] = each.total
    if not parts:
        return []
    (id_, first), *others = parts.items()
    values, total = [in_base_unit(each) for each in first], in_base_unit(totals[id_])
    are_exact = all(each.qualifier == "exact" for each in (*first, totals[id_]))
    if not others and are_exact and sum(values) == total and 1 < len(values) <= _MOST_TERMS:
        terms = " + ".join(map(plain, values))
        words = tr("Indented rows are parts of the row above and add up to it: {sum}.")
        return [words.format(sum=f"{terms} = {plain(total)}")]
    return [tr("Indented rows are parts of the row above.")]
