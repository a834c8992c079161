"""Which of the chart types that suit is drawn."""

from collections.abc import Iterator, Sequence

from jjjviewer.charts.chart_type import ChartType, record_ids
from jjjviewer.charts.registry import CARD, OVERVIEW_ID, chart_types_for, variants
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import Order, View


class ChartChoice:
    """The view to draw, and the chart type it is drawn with.

    Args:
        wanted: the id of the chart type that the user chose last, which outlives the selection.
    """

    def __init__(self, wanted: str) -> None:
        self.wanted = wanted
        self.whole: View | None = None
        """The view as all panes show it."""
        self.view: View | None = None
        """The same in the chosen order."""
        self.suited: list[ChartType] = []
        """The chart types that suit the view."""
        self.offered: list[ChartType] = []
        """Those that suit it in the chosen order."""
        self.chosen: ChartType | None = None
        self.drawn: ChartType | None = None
        """The chart type that the selection was last drawn with; it keeps its unit."""

    def begin(self, view: View) -> bool:
        """Take over a view; return whether it is of another selection than the last."""
        is_other = self.whole is None or self.whole.selection != view.selection
        self.whole, self.view, self.chosen, self.suited = view, view, None, []
        if is_other:
            self.drawn = None
        return is_other

    def arrange(self, whole: View, order: Order) -> None:
        """Put the view in an order, and choose of the chart types that then suit it."""
        self.view = view = whole.arranged(whole.filter, order) if order else whole
        self.offered = chart_types_for(view) if order else self.suited
        # A figure selected alone is shown as a card, which comes first.
        self.chosen = self._preferred("" if whole.kind == "figure" else self.wanted, view)

    def _preferred(self, wanted: str, view: View) -> ChartType | None:
        """Return the chart type that was chosen or drawn last, if it suits; else the first."""
        offered, drawn = self.offered, self.drawn
        for chart_type in offered:
            if chart_type.id == wanted:
                return _as_drawn(chart_type, drawn, view)
        # Of the overview, which nobody chose, a filter of figures lets nothing be seen.
        if drawn is None or drawn.id == OVERVIEW_ID:
            return offered[0] if offered else None
        found = next((each for each in offered if each.id == drawn.id), None)
        return _as_drawn(found, drawn, view) if found else None

    def types_of(self, figure: str) -> Iterator[Sequence[ChartType]]:
        """Choose in turn the chart types that plot a figure, bars in each unit, at last its card.

        Yields:
            the chart types to offer with the chosen one.
        """
        assert self.view is not None
        view, before = self.view, self.chosen
        for chart_type in self.offered:
            for variant in variants(chart_type, view):
                if figure in {*record_ids(variant.rows(view))}:
                    self.chosen = variant
                    yield self.offered
        self.chosen, alone = before, view.dataset.view(Selection((figure,)))
        if CARD.accepts(alone):
            self.view, self.chosen = alone, CARD
        yield [*self.offered, *[CARD] * (self.chosen is CARD)]


def _as_drawn(chart_type: ChartType, drawn: ChartType | None, view: View) -> ChartType:
    """Return a chart type in the unit in which it was drawn last, if it still suits."""
    if drawn is not None and drawn.id == chart_type.id and drawn in [*variants(chart_type, view)]:
        return drawn
    return chart_type
