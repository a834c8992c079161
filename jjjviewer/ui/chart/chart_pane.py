"""The chart of a selection: the chart types that suit it, the page, and the table of the data."""

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QModelIndex, QPointF, QSize, Qt, Signal
from PySide6.QtGui import QFontInfo, QResizeEvent
from PySide6.QtWidgets import QMenu, QStackedWidget, QVBoxLayout, QWidget

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.filter_words import filter_words
from jjjviewer.charts.registry import CHART_TYPES, OVERVIEW_ID, RENAMED, chart_types_for
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.style import LEAST_PAGE, LIGHT, PAGES, Page, Style
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.model.selection import Filter
from jjjviewer.model.view import View
from jjjviewer.ui.chart.chart_chooser import ChartTypeChooser
from jjjviewer.ui.chart.chart_foot import ChartFoot
from jjjviewer.ui.chart.chart_message import ChartMessage
from jjjviewer.ui.chart.map_viewport import MapViewport
from jjjviewer.ui.chart.page_input import PageInput
from jjjviewer.ui.chart.span_viewport import SpanViewport
from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.tables import CopyTable, FrameModel
from jjjviewer.ui.shared.view_pane import ViewPane


class ChartPane(ViewPane):
    """Shows one chart of a view at a time; the chosen chart type outlives the selection."""

    records_chosen = Signal(tuple)
    """The ids of the records whose mark the user chose."""
    target_chosen = Signal(str)
    """The id that is to be selected, of a mark that stands for more than its records."""
    drawn = Signal()
    """There is another chart, or none any more."""

    def __init__(self, chart_type: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted_chart_type = RENAMED.get(chart_type, chart_type)
        self._style = LIGHT
        self._whole: View | None = None
        self._view: View | None = None
        """The part of the whole that passes the filter, in the chosen order."""
        self._drawn: View | None = None
        """The view on the page, of a map a part of it; None where there is a message instead."""
        self.chart_types: list[ChartType] = []
        """The chart types that suit the whole view."""
        self._chart_type: ChartType | None = None
        self._shown: ChartType | None = None
        """The chart type that the view was last drawn with."""
        self._page = self._room = PAGES["slide"]
        """What is drawn, and what it was drawn for: a page may be higher than the pane."""
        self._build(page)
        self.show_message(tr("Loading…"))

    def _build(self, page: str) -> None:
        self._chooser = ChartTypeChooser(self._style, self)
        self._chooser.fill(CHART_TYPES)
        self._chooser.chosen.connect(self._choose_chart_type)
        self._canvas = Canvas(self)
        self._canvas.chosen.connect(self._choose_mark)
        self._canvas.resized.connect(self._refit)
        self._table = CopyTable(self)
        self._table.setAccessibleName(tr("What is plotted"))
        self._table.source_line = self._source_line
        self._rows = FrameModel(self)
        # It is filled when it is looked at.
        self._table_is_old = False
        self._table.setModel(self._rows)
        self._table.activated.connect(self._choose_row)
        self._stack = QStackedWidget(self)
        self._tab_pages = (self._canvas, self._table)
        self._message = ChartMessage(self)
        for each in (*self._tab_pages, self._message):
            self._stack.addWidget(each)
        layout = self._layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._chooser)
        layout.addWidget(self._stack, 1)
        self._foot = ChartFoot(page, self)
        self._foot.tab_chosen.connect(self._show_tab)
        self._foot.arrangement_changed.connect(self._arrange)
        self._foot.page_chosen.connect(self._draw)
        self._message.reset_requested.connect(self._foot.filter_menu.clear_filter)
        layout.addWidget(self._foot)
        self._connect_zoom()

    def _connect_zoom(self) -> None:
        self._viewport = MapViewport(self)
        self._viewport.moved.connect(self._canvas.move_map)
        self._viewport.settled.connect(self._draw)
        self._span = SpanViewport(self)
        self._span.settled.connect(self._draw)
        page_input, tools = PageInput(self._canvas), self._foot.zoom_tools
        page_input.moved.connect(self._move)
        page_input.zoomed.connect(self._zoom)
        page_input.fitted.connect(self._fit)
        tools.zoomed.connect(self._zoom)
        tools.fitted.connect(self._fit)

    def _zoom(self, factor: float, at: QPointF | None = None) -> None:
        """Zoom about a point of the page, by default the middle of what is in sight."""
        if self._viewport.has_map:
            self._viewport.zoom(factor, at)
        elif self._span.has_axis:
            self._span.zoom(factor, at)
        else:
            self._canvas.placement.zoom(factor, at)

    def _move(self, by: QPointF) -> None:
        """Move by a distance in pixels of the page."""
        if self._viewport.has_map:
            self._viewport.move(by)
        else:
            if self._span.has_axis:
                self._span.move(by)
            self._canvas.placement.move(-by * self._canvas.page_scale)

    def _fit(self) -> None:
        if self._viewport.has_map:
            self._viewport.fit()
        elif self._span.has_axis:
            self._span.fit()
        else:
            self._canvas.placement.fit()

    def _reset_zoom(self) -> None:
        """Show the whole of a map or a timeline the next time it is drawn."""
        self._viewport.reset()
        self._span.reset()

    @property
    def has_chart(self) -> bool:
        """Return whether there is a chart, and not a message instead."""
        return self._drawn is not None and self._chart_type is not None

    @property
    def chart(self) -> Chart | None:
        """The chart as it is shown, for export; none where there is a message instead."""
        if self._drawn is None or self._chart_type is None:
            return None
        return Chart(self._chart_type, self._drawn, self._page, self._style)

    def take_focus(self) -> None:
        """Give the keys to the chart or the table."""
        self._tab_pages[self._foot.tab].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The pane's menus, which the window's own shows as well."""
        return self._foot.menus

    @property
    def wanted_page(self) -> str:
        """The page that the user wants, or that which fits."""
        return self._foot.page

    def show_message(self, words: str, report: str = "", *, filtered: bool = False) -> None:
        """Show a message instead of the chart, as `ChartMessage.show_message` does."""
        self._drawn = None
        self._message.show_message(words, report, filtered=filtered)
        self._stack.setCurrentWidget(self._message)
        self._foot.zoom_tools.show_for(has_chart=False)

    def forget(self) -> None:
        """Be ready for another pack, of which the filter knows nothing."""
        self._whole = self._view = self._drawn = None
        self._reset_zoom()
        self._foot.filter_menu.reset()

    def show_view(self, view: View) -> None:
        """Draw another view, with the chosen chart type or else the first that suits."""
        self._whole, self._view, self._chart_type, self.chart_types = view, view, None, []
        self._shown = None
        self._canvas.highlight(())
        self._reset_zoom()
        self._foot.filter_menu.offer(view)
        try:
            self.chart_types = chart_types_for(view)
            self._arrange()
        except Exception as error:
            self._fail(error)

    def _arrange(self) -> None:
        """Take what the filter lets through, in the order that is chosen, and draw it."""
        if self._whole is None:
            return
        filter_, order = self._foot.filter, self._foot.order
        arranged = filter_ != Filter() or order != ""
        self._view = self._whole.arranged(filter_, order) if arranged else self._whole
        offered = chart_types_for(self._view) if arranged else self.chart_types
        self._chooser.offer(offered)
        # The page is drawn for the room that the chooser leaves.
        self._layout.activate()
        self._chart_type = self._chart_type_of(offered)
        self._draw()

    def _chart_type_of(self, offered: Sequence[ChartType]) -> ChartType | None:
        """Return the offered chart type that was chosen or shown last; else the first of them."""
        assert self._whole is not None
        # A figure selected alone is shown as a card, which comes first.
        wanted = "" if self._whole.kind == "figure" else self.wanted_chart_type
        for chart_type in offered:
            if chart_type.id == wanted:
                return chart_type
        # Of the overview, which nobody chose, a filter of figures lets nothing be seen.
        if self._shown is None or self._shown.id == OVERVIEW_ID:
            return offered[0] if offered else None
        return self._shown if self._shown in offered else None

    def highlight(self, records: tuple[str, ...]) -> None:
        """Highlight the marks of records, where this chart type draws them."""
        self._canvas.highlight(records)

    def apply_theme(self, style: Style) -> None:
        """Draw in other colours."""
        self._style = style
        self._foot.zoom_tools.apply_theme(style)
        self._chooser.apply_theme(style)
        self._draw()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._chooser.fit(event.size())

    def _choose_mark(self, mark: Mark) -> None:
        if self._view is None:
            # Nothing is known of its records yet.
            return
        if mark.target:
            self.target_chosen.emit(mark.target)
        else:
            self.records_chosen.emit(mark.records)

    def _choose_row(self, index: QModelIndex) -> None:
        """Choose the records of a row of the table, as its mark on the chart would."""
        headings = [self._rows.heading(column) for column in range(self._rows.columnCount())]
        if tr("Record") in headings:
            cell = index.siblingAtColumn(headings.index(tr("Record")))
            self.records_chosen.emit(tuple(str(cell.data()).split(", ")))

    def _choose_chart_type(self, chart_type: ChartType) -> None:
        self._reset_zoom()
        self.wanted_chart_type = chart_type.id
        self._chart_type = chart_type
        self._draw()

    def _refit(self) -> None:
        if self._fitting() != self._room:
            self._draw()

    def _fitting(self) -> Page:
        """Return the chosen page, or else one of the pane's shape and the window's text size."""
        if chosen := PAGES.get(self.wanted_page):
            return chosen
        room = self._stack.size().expandedTo(QSize(*LEAST_PAGE))
        return Page("pane", room.width(), room.height(), text=QFontInfo(self.font()).pixelSize())

    def _draw(self) -> None:
        """Compose the chart anew; where that fails, show a message in its place."""
        self._room = self._fitting()
        if self._view is None:
            return
        if self._chart_type is None:
            self._say_nothing_to_draw()
            return
        self._chooser.check(self._chart_type)
        try:
            self._canvas.show_scene(self._composed(self._chart_type, self._view))
            self._shown = self._chart_type
            self._table_is_old = True
            self._show_tab(self._foot.tab)
        except Exception as error:
            self._fail(error)
            return
        self.drawn.emit()

    def _composed(self, chart_type: ChartType, view: View) -> Scene:
        """Lay the chart out, as it is looked at."""
        self._drawn = self._span.applied_to(self._viewport.applied_to(view))
        scene, *_ = compose(chart_type, self._drawn, self._room, self._style)
        self._span.accept(scene)
        if not self._viewport.accept(scene, view):
            self._drawn = self._viewport.applied_to(view)
            scene, *_ = compose(chart_type, self._drawn, self._room, self._style)
            self._viewport.accept(scene, view)
        self._page = scene.page
        return scene

    def _say_nothing_to_draw(self) -> None:
        """Say why, and offer the remedy where there is one."""
        assert self._view is not None
        if filtered := "; ".join(filter_words(self._view).values()):
            words = tr("Too little for this chart passes the filter: {what}.")
            if self._view.figures.empty:
                words = tr("Nothing here passes the filter: {what}.")
            self.show_message(words.format(what=filtered), filtered=True)
        else:
            self.show_message(tr("Nothing to draw: it has no figures and no statements."))

    def _fail(self, error: Exception) -> None:
        """Say in the chart's place that it failed."""
        words = tr("This chart could not be drawn: {error}", error=error)
        self.show_message(words, errors.record(error))
        self.drawn.emit()

    def _source_line(self, _rows: Iterable[int]) -> str:
        """Return the line below a copied part of the table: the chart's own, as in its footer."""
        assert self._chart_type is not None
        assert self._drawn is not None
        return self._chart_type.chart(self._drawn).source

    def _show_tab(self, tab: int) -> None:
        if self._chart_type is None or self._drawn is None:
            return
        shown = self._tab_pages[tab]
        if shown is self._table and self._table_is_old:
            self._rows.fill(self._chart_type.table(self._drawn))
            self._table.resizeColumnsToContents()
            self._table_is_old = False
        self._stack.setCurrentWidget(shown)
        self._foot.zoom_tools.show_for(has_chart=shown is self._canvas)
