"""The chart of a selection: the chart types that suit it, the page, and the table of the data."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CHART_TYPES, RENAMED, chart_types_for
from jjjviewer.charts.style import LIGHT, PAGES, Page, Style
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.model.view import View
from jjjviewer.ui.chart.chart_actions import ChartActions
from jjjviewer.ui.chart.chart_choice import ChartChoice
from jjjviewer.ui.chart.chart_chooser import ChartTypeChooser
from jjjviewer.ui.chart.chart_editing import ChartEditing
from jjjviewer.ui.chart.chart_foot import ChartFoot
from jjjviewer.ui.chart.chart_message import words_for_nothing
from jjjviewer.ui.chart.chart_stars import ChartStars
from jjjviewer.ui.chart.chart_tabs import FURTHER, ChartTabs, Further
from jjjviewer.ui.chart.chart_zoom import ChartZoom
from jjjviewer.ui.chart.data_table import DataTable
from jjjviewer.ui.chart.pane_page import page_for
from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.chart_edits import ChartEdits
from jjjviewer.ui.shared.settings import CHART_TYPE, PAGE, Settings
from jjjviewer.ui.shared.view_pane import ViewPane


class ChartPane(ViewPane):
    """Shows one chart of a view at a time; the chosen chart type outlives the selection."""

    records_chosen = Signal(tuple)
    """The ids of the records whose mark the user chose."""
    target_chosen = Signal(str)
    """The id that is to be selected, of a mark that stands for more than its records."""
    filter_chosen = Signal(object)
    """The `Filter` that the user wants."""
    drawn = Signal()
    """There is another chart, or none any more."""

    def __init__(self, settings: Settings, further: Further, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.choice = ChartChoice(RENAMED.get(settings[CHART_TYPE], settings[CHART_TYPE]))
        self._style = LIGHT
        self._drawn: View | None = None
        """The view on the page, of a map a part of it; None where there is a message instead."""
        self._is_due = False
        """Whether it is still to be laid out: the further tab hides it."""
        self._room = PAGES["slide"]
        """What is drawn for: a page may be higher than the pane."""
        self._build(settings, further)
        self.show_message(tr("Loading…"))

    def _build(self, settings: Settings, further: Further) -> None:
        self._chooser = ChartTypeChooser(CHART_TYPES, self._style, self)
        self._chooser.chosen.connect(self._choose_chart_type)
        self._canvas = Canvas(self)
        self._canvas.resized.connect(self._refit)
        self._table = DataTable(self)
        self._table.records_chosen.connect(self.records_chosen)
        self._stack = ChartTabs(self._canvas, self._table, further, self)
        self._further, self._message = self._stack.further, self._stack.message
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._chooser)
        layout.addWidget(self._stack, 1)
        self._foot = ChartFoot(settings[PAGE], further[0], self)
        self._foot.tab_chosen.connect(self._change_tab)
        self._foot.order_changed.connect(self._arrange)
        self._foot.filter_menu.chosen.connect(self.filter_chosen)
        self._foot.page_chosen.connect(self._draw)
        self._foot.unit_menu.chosen.connect(self._draw_as)
        self._foot.stepper.page_shown.connect(self._canvas.show_scene)
        self._message.reset_requested.connect(self._foot.filter_menu.clear_filter)
        layout.addWidget(self._foot)
        zoom_tools = self._foot.zoom_tools
        self._zoom = ChartZoom(self._canvas, zoom_tools)
        self._zoom.settled.connect(self._draw)
        self.editing = ChartEditing(ChartEdits(settings), lambda: self.chart, self)
        self.editing.changed.connect(self._draw)
        self.editing.highlight_removed.connect(lambda: self.records_chosen.emit(()))
        in_sight = lambda: None if self._is_due else self.chart  # noqa: E731
        self.stars = ChartStars(in_sight, self._canvas, self._foot.star)
        actions = ChartActions(self._canvas, self.editing, self.stars, zoom_tools.menu.actions())
        actions.records_chosen.connect(self.records_chosen)
        actions.target_chosen.connect(self.target_chosen)
        actions.filter_chosen.connect(self.filter_chosen)

    @property
    def has_chart(self) -> bool:
        """Return whether there is a chart, and not a message instead."""
        return self._drawn is not None and self.choice.chosen is not None

    @property
    def chart(self) -> Chart | None:
        """The chart as it is shown, for export; none where there is a message instead."""
        self._lay_out()
        if self._drawn is None or self.choice.chosen is None:
            return None
        wording, description, _ = self.editing.edit
        stepper = self._foot.stepper
        chart = Chart(self.choice.chosen, self._drawn, stepper.scenes[0].page, self._style)
        return chart._replace(number=stepper.number, wording=wording, description=description)

    def take_focus(self) -> None:
        """Give the keys to the chart or the table."""
        self._stack.page.setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The pane's menus, which the window's own shows as well."""
        return self._chooser.menu, *self._foot.menus, self.editing.menu

    @property
    def wanted_page(self) -> str:
        return self._foot.page

    def show_collected(self) -> None:
        self._table.show_collected()

    def show_message(self, words: str, report: str = "") -> None:
        """Show a message instead of a view, with the report of an error."""
        self._further.show_message(words)
        self._say(words, report)

    def _say(self, words: str, report: str = "", *, filtered: bool = False) -> None:
        """Show a message instead of the chart, as `ChartMessage.show_message` does."""
        self._drawn, self._is_due = None, False
        self.editing.leave()
        self._message.show_message(words, report, filtered=filtered)
        self._show_tab(self._foot.tab)

    def show_tab(self, tab: int) -> None:
        """Bring a tab to the front: 0 for the chart."""
        self._foot.show_tab(tab)

    def forget(self) -> None:
        """Be ready for another pack."""
        self.choice = ChartChoice(self.choice.wanted)
        self._drawn, self._is_due = None, False
        self._zoom.reset()
        self._foot.filter_menu.offer(None)

    def show_view(self, view: View) -> None:
        """Draw another view, with the chosen chart type or else the first that suits."""
        if self.choice.begin(view):
            self._zoom.reset()
        self._canvas.highlight(())
        self._further.show_view(view)
        self._foot.filter_menu.offer(view)
        try:
            self.choice.suited = chart_types_for(view)
            self._arrange()
        except Exception as error:
            self._fail(error)

    def restorer(self) -> Callable[[], None]:
        shown = self.choice.chosen if self.has_chart else None
        tab, in_sight, highlighted = self._foot.tab, self._zoom.in_sight, self._canvas.highlighted
        restore_further = self._further.restorer()

        def restore() -> None:
            if shown is not None and shown.id in {each.id for each in self.choice.offered}:
                self._zoom.restore(in_sight)
                self._draw_as(shown)
            self._foot.show_tab(tab)
            restore_further()
            self._canvas.highlight(highlighted)

        return restore

    def show_chart_type(self, chart_type: ChartType) -> None:
        """Draw the view with one of the chart types that suit it, and bring it to the front."""
        self._draw_as(chart_type)
        self._foot.show_tab(0)

    def _arrange(self) -> None:
        """Put the view in the order that is chosen, and draw it."""
        if self.choice.whole is None:
            return
        self.choice.arrange(self.choice.whole, self._foot.order)
        # The page is drawn for the room that the chooser leaves, and once.
        with QSignalBlocker(self._canvas):
            self._chooser.offer(self.choice.offered)
            self._layout.activate()
        self._draw()

    def show_records(self, records: tuple[str, ...]) -> None:
        """Highlight the marks of records; of a figure, on the first chart that has it."""
        if self.choice.view is not None and not self._is_due and not self._holds(records):
            kind = self.choice.view.dataset.index.kind
            for figure in [id_ for id_ in records if kind(id_) == "figure"][:1]:
                self._zoom.reset()
                for offered in self.choice.types_of(figure):
                    self._chooser.offer(offered)
                    self._draw()
                    if self._holds((figure,)):
                        break
        self._canvas.highlight(records)
        self._further.show_records(records)

    def _holds(self, records: Iterable[str]) -> bool:
        """Return whether the page has a mark of one of some records."""
        return self.has_chart and any({*records} & {*mark.records} for mark in self._canvas.marks)

    def _draw_as(self, chart_type: ChartType | None) -> None:
        self.choice.chosen = chart_type
        self._draw()

    def apply_theme(self, style: Style) -> None:
        """Draw in other colours."""
        self._style = style
        self._foot.zoom_tools.apply_theme(style)
        self._chooser.apply_theme(style)
        self._further.apply_theme(style)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chooser.fit(event.size())

    def _choose_chart_type(self, chart_type: ChartType) -> None:
        self._zoom.reset()
        self.choice.wanted = chart_type.id
        self._draw_as(chart_type)
        if self._stack.page is self._further:
            self._foot.show_tab(0)

    def _refit(self) -> None:
        if self._fitting() != self._room:
            self._draw()

    def _fitting(self) -> Page:
        return page_for(self.wanted_page, self._stack.size(), self.font())

    def _draw(self) -> None:
        """Compose the chart anew, once it is in sight."""
        self._room = self._fitting()
        if self.choice.view is None:
            return
        if self.choice.chosen is None:
            what = self._foot.filter_menu.words
            self._say(words_for_nothing(self.choice.view, what), filtered=bool(what))
            return
        self._chooser.check(self.choice.chosen)
        self._drawn, self._is_due = self.choice.view, True
        self._show_tab(self._foot.tab)
        if self._is_due:
            self.drawn.emit()

    def _lay_out(self) -> None:
        """Lay the chart out if that is still to be done."""
        chart_type, view = self.choice.chosen, self.choice.view
        if not self._is_due or chart_type is None or view is None:
            return
        self._is_due = False
        try:
            self._offer_units(chart_type, view)
            wanted = self.editing.applied_to(chart_type, view)
            self._drawn, scenes = self._zoom.composed(chart_type, *wanted, self._room, self._style)
            self._foot.stepper.show_pages(scenes)
            self.choice.drawn = chart_type
            self._table.set_chart(chart_type, self._drawn)
            self.drawn.emit()
        except Exception as error:
            self._fail(error)

    def _offer_units(self, chart_type: ChartType, view: View) -> None:
        """Offer the units of a chart; a button more may leave the page less room."""
        with QSignalBlocker(self._canvas):
            self._foot.unit_menu.offer(chart_type, view)
            self._foot.updateGeometry()
            self._layout.activate()
        self._room = self._fitting()

    def _fail(self, error: Exception) -> None:
        """Say in the chart's place that it failed."""
        words = tr("This chart could not be drawn: {error}", error=error)
        self._say(words, errors.record(error))
        self.drawn.emit()

    def _change_tab(self, tab: int) -> None:
        was_due = self._is_due
        self._show_tab(tab)
        if was_due and not self._is_due:
            self.show_records(self._canvas.highlighted)

    def _show_tab(self, tab: int) -> None:
        is_page = tab != FURTHER
        self._chooser.setVisible(is_page)
        self._foot.enable_page(is_page)
        if is_page and self._is_due:
            self._layout.activate()
            self._lay_out()
        self._stack.show_page(tab, has_chart=self.has_chart)
        self._foot.show_zoom(has_chart=self._stack.page is self._canvas)
