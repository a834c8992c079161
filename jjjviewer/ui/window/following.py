"""What is chosen in one pane is selected, or shown in the others."""

from jjjviewer.charts.page_layout import NO_WORDING, Wording
from jjjviewer.charts.registry import chart_type_of
from jjjviewer.charts.translation import tr
from jjjviewer.model.collection import CollectedChart
from jjjviewer.model.errors import Problem
from jjjviewer.model.selection import Selection
from jjjviewer.model.warning_locations import RowLocation
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.detail.detail_pane import DetailPane
from jjjviewer.ui.text.text_pane import TextPane
from jjjviewer.ui.window.history import Visit
from jjjviewer.ui.window.main_window import MainWindow


class Following:
    """Leads to what a link, a mark, a result or a row stands for.

    Args:
        window: the window.
        detail, chart, text: its panes.
    """

    def __init__(
        self, window: MainWindow, detail: DetailPane, chart: ChartPane, text: TextPane
    ) -> None:
        self._window = window
        self._detail = detail
        self._chart = chart
        self._text = text

    def follow(self, id_: str) -> None:
        """Select what has an id."""
        self._window.navigation.follow(Selection.of((id_,)))

    def go_to(self, location: RowLocation) -> None:
        """Select what shows a record, and highlight the record."""
        self._window.navigation.follow(location.selection)
        self._detail.show_records((location.record,))
        self._text.show_records((location.record,))
        self._chart.show_records((location.record,))

    def go_to_problem(self, problem: Problem) -> None:
        """Select what shows the row that a problem is about, and highlight it."""
        assert self._window.dataset is not None
        self.go_to(self._window.dataset.location_of(problem))

    def show_results(self, words: str) -> None:
        """Show everything that holds some words, whatever a filter let through before."""
        self._window.navigation.go_to(Visit(Selection(query=words)))

    def show_records(self, records: tuple[str, ...]) -> None:
        """Select links within what is selected; highlight figures and statements."""
        dataset = self._window.dataset
        assert dataset is not None
        if records and all(dataset.index.kind(id_) == "link" for id_ in records):
            members = self._window.navigation.history.current.selection.members
            kind = dataset.index.kind
            # What narrows them stays; other figures and links do not.
            rest = (each for each in members if kind(each) not in ("figure", "link"))
            self._window.navigation.follow(Selection.of((*rest, *records)))
            return
        self._chart.show_records(records)
        self._detail.show_records(records)

    def collect(self) -> None:
        """Collect what is chosen where the keys are, in the chart or in the details."""
        focus = self._window.focusWidget()
        is_in_chart = focus is not None and self._chart.isAncestorOf(focus)
        (self._chart.stars.collect if is_in_chart else self._detail.collect_chosen)()

    def show_chart(self, chart: CollectedChart) -> None:
        """Show a chart as it was collected: its selection, its filter, its type."""
        self._window.navigation.go_to(Visit(chart.selection, chart.filter))
        chart_type = chart_type_of(chart)
        if chart_type and chart_type.id in {each.id for each in self._chart.choice.suited}:
            self._chart.show_chart_type(chart_type)
            own = Wording(chart.title, chart.subtitle, chart.footnote)
            if own != NO_WORDING:
                self._chart.editing.set_text(own, self._chart.editing.edit.description)
        else:
            words = tr("“{name}” can no longer be drawn: the pack has changed.", name=chart.name)
            self._window.show_message(words)
