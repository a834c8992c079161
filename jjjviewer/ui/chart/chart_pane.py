"""The chart of a selection: the chart types that suit it, the page, and the table of the data."""

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CARD, CHART_TYPES, RENAMED, chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import LIGHT, PAGES, Page, Style
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.ui.chart.chart_actions import ChartActions
from jjjviewer.ui.chart.chart_choice import holding, preferred
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
        self.wanted_chart_type = RENAMED.get(settings[CHART_TYPE], settings[CHART_TYPE])
        self._style = LIGHT
        self._whole: View | None = None
        """The view as all panes show it."""
        self._view: View | None = None
        """The same in the chosen order."""
        self._drawn: View | None = None
        """The view on the page, of a map a part of it; None where there is a message instead."""
        self._is_due = False
        """Whether it is still to be laid out: the further tab hides it."""
        self.chart_types: list[ChartType] = []
        """The chart types that suit the view."""
        self._offered: list[ChartType] = []
        """Those that suit it in the chosen order."""
        self._chart_type: ChartType | None = None
        self._shown: ChartType | None = None
        """The chart type that the view was last drawn with."""
        self._room = PAGES["slide"]
        """What is drawn for: a page may be higher than the pane."""
        self._pages: list[Scene] = []
        self._number = 1
        """The pages of the chart, and which one is in sight."""
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
        self._foot.stepper.stepped.connect(self._show_page)
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
        return self._drawn is not None and self._chart_type is not None

    @property
    def chart(self) -> Chart | None:
        """The chart as it is shown, for export; none where there is a message instead."""
        self._lay_out()
        if self._drawn is None or self._chart_type is None:
            return None
        wording, description, _ = self.editing.edit
        chart = Chart(self._chart_type, self._drawn, self._pages[0].page, self._style)
        return chart._replace(number=self._number, wording=wording, description=description)

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
        self._whole = self._view = self._drawn = None
        self._is_due = False
        self._zoom.reset()
        self._foot.filter_menu.offer(None)

    def show_view(self, view: View) -> None:
        """Draw another view, with the chosen chart type or else the first that suits."""
        is_filtered_anew = self._whole is not None and self._whole.selection == view.selection
        self._whole, self._view, self._chart_type, self.chart_types = view, view, None, []
        if not is_filtered_anew:
            self._shown = None
            self._zoom.reset()
        self._canvas.highlight(())
        self._further.show_view(view)
        self._foot.filter_menu.offer(view)
        try:
            self.chart_types = chart_types_for(view)
            self._arrange()
        except Exception as error:
            self._fail(error)

    def restorer(self) -> Callable[[], None]:
        shown = self._chart_type if self.has_chart else None
        tab, in_sight, highlighted = self._foot.tab, self._zoom.in_sight, self._canvas.highlighted
        restore_further = self._further.restorer()

        def restore() -> None:
            if shown is not None and shown.id in {each.id for each in self._offered}:
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
        if self._whole is None:
            return
        order = self._foot.order
        self._view = self._whole.arranged(self._whole.filter, order) if order else self._whole
        self._offered = chart_types_for(self._view) if order else self.chart_types
        self._chooser.offer(self._offered)
        # The page is drawn for the room that the chooser leaves.
        self._layout.activate()
        # A figure selected alone is shown as a card, which comes first.
        wanted = "" if self._whole.kind == "figure" else self.wanted_chart_type
        self._chart_type = preferred(self._offered, wanted, self._shown, self._view)
        self._draw()

    def show_records(self, records: tuple[str, ...]) -> None:
        """Highlight the marks of records; of figures, on the first chart that has them."""
        view = self._view
        if view is not None and not self._is_due and not self._holds(records):
            kind = view.dataset.index.kind
            for figure in [id_ for id_ in records if kind(id_) == "figure"][:1]:
                self._draw_chart_of(figure, view)
        self._canvas.highlight(records)
        self._further.show_records(records)

    def _holds(self, records: Iterable[str]) -> bool:
        """Return whether the page has a mark of one of some records."""
        return self.has_chart and any({*records} & {*mark.records} for mark in self._canvas.marks)

    def _draw_chart_of(self, figure: str, view: View) -> None:
        """Draw the first chart that has a figure, else its card."""
        before = self._chart_type
        self._zoom.reset()
        for chart_type in holding(self._offered, figure, view):
            self._draw_as(chart_type)
            if self._holds((figure,)):
                return
        alone = view.dataset.view(Selection((figure,)))
        if CARD.accepts(alone):
            self._view, before = alone, CARD
            self._chooser.offer([*self._offered, CARD])
        self._draw_as(before)

    def _draw_as(self, chart_type: ChartType | None) -> None:
        self._chart_type = chart_type
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
        self.wanted_chart_type = chart_type.id
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
        if self._view is None:
            return
        if self._chart_type is None:
            what = self._foot.filter_menu.words
            self._say(words_for_nothing(self._view, what), filtered=bool(what))
            return
        self._chooser.check(self._chart_type)
        self._drawn, self._is_due = self._view, True
        self._show_tab(self._foot.tab)
        if self._is_due:
            self.drawn.emit()

    def _lay_out(self) -> None:
        """Lay the chart out if that is still to be done."""
        if not self._is_due or self._chart_type is None or self._view is None:
            return
        self._is_due = False
        try:
            self._offer_units(self._chart_type, self._view)
            wanted = self.editing.applied_to(self._chart_type, self._view)
            drawn = self._zoom.composed(self._chart_type, *wanted, self._room, self._style)
            self._drawn, self._pages = drawn
            self._show_page(1)
            self._shown = self._chart_type
            self._table.set_chart(self._chart_type, self._drawn)
            self.drawn.emit()
        except Exception as error:
            self._fail(error)

    def _offer_units(self, chart_type: ChartType, view: View) -> None:
        """Offer the units of a chart; a button more may leave the page less room."""
        with QSignalBlocker(self._canvas):  # It would be drawn twice.
            self._foot.unit_menu.offer(chart_type, view)
            self._foot.updateGeometry()
            self._layout.activate()
        self._room = self._fitting()

    def _show_page(self, number: int) -> None:
        """Show one of the chart's pages, counted from 1."""
        self._number = number
        self._canvas.show_scene(self._pages[number - 1])
        self._foot.stepper.show_page(number, len(self._pages))

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
            # The chart is laid out for the room that the chooser leaves.
            self._layout.activate()
            self._lay_out()
        self._stack.show_page(tab, has_chart=self.has_chart)
        self._foot.show_zoom(has_chart=self._stack.page is self._canvas)
