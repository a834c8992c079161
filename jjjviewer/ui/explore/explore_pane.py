"""The tab Explore: the selection as a live plot, linked with all other panes."""

from collections.abc import Callable

import numpy as np
from PySide6.QtCore import QEvent, QRect, Qt, Signal
from PySide6.QtGui import QFontInfo
from PySide6.QtWidgets import QLabel, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from jjjviewer.charts.style import LIGHT, Sizes, Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.view import View
from jjjviewer.ui.explore.axes import LaneAxis, Look
from jjjviewer.ui.explore.axis_strip import AxisStrip
from jjjviewer.ui.explore.brush import Brush, brushed_across, brushed_lanes, cleared, narrowed
from jjjviewer.ui.explore.explore_tools import ExploreTools
from jjjviewer.ui.explore.explore_words import (
    count_words,
    dot_words,
    help_words,
    nothing_words,
    plot_title,
)
from jjjviewer.ui.explore.lane_plot import LanePlot
from jjjviewer.ui.explore.legend import Legend
from jjjviewer.ui.explore.plot_view import PlotView
from jjjviewer.ui.explore.plotting import Plotted, plots_of
from jjjviewer.ui.explore.point_plot import Lit
from jjjviewer.ui.explore.point_style import PointStyle
from jjjviewer.ui.explore.unit_plot import UnitPlot
from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.fitting import make_bold
from jjjviewer.ui.shared.late_pane import RecordsPane

_TEXT = 14
"""The window's text size in pixels at which distances are as given."""
_LEAST_PLOT = 110
"""The least height of one of several plots, in pixels."""


class ExplorePane(RecordsPane):
    """Plots the points of a view; those that its filter holds back are grey."""

    records_chosen = Signal(tuple)
    """The ids of the records whose point the user chose."""
    narrowed = Signal(object, object)
    """The `Selection` and the `Filter` that the user wants."""
    chart_requested = Signal()
    """The user wants the chart of what is selected."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = LIGHT
        self._view: View | None = None
        self._plotted: Plotted | None = None
        self._plotted_for: tuple[object, ...] = ()
        self._records: tuple[str, ...] = ()
        self._is_lit = np.zeros(0, dtype=bool)
        self._build()

    def _build(self) -> None:
        self.tools = ExploreTools(self)
        self._title = QLabel(self)
        make_bold(self._title)
        self._counts = QLabel(self)
        for label in (self._title, self._counts):
            label.setTextFormat(Qt.TextFormat.PlainText)
            label.setWordWrap(True)
        self._legend = Legend(self)
        self._plot = PlotView(self._words_of, self)
        self._scroll = QScrollArea(self)
        self._scroll.setWidget(self._plot)
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QScrollArea.Shape.NoFrame)
        self._scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._axis = AxisStrip(self)
        plots = QWidget(self)
        column = QVBoxLayout(plots)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self._axis)
        self._message = QLabel(self)
        self._message.setTextFormat(Qt.TextFormat.PlainText)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._stack = QStackedWidget(self)
        self._stack.addWidget(plots)
        self._stack.addWidget(self._message)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        for widget in (self.tools, self._title, self._legend):
            layout.addWidget(widget)
        layout.addWidget(self._stack, 1)
        layout.addWidget(self._counts)
        self.setFocusProxy(self._plot)
        self._connect()

    def _connect(self) -> None:
        tools, plot = self.tools, self._plot
        tools.axes_changed.connect(self._plot_anew)
        tools.drag_changed.connect(lambda: plot.set_moves(tools.moves))
        tools.zoomed.connect(plot.zoom)
        tools.fitted.connect(plot.fit)
        tools.chart_requested.connect(self.chart_requested)
        plot.zoomed.connect(tools.offer_moves)
        plot.points_chosen.connect(self._choose)
        plot.brushed.connect(self._narrow)
        self._axis.brushed.connect(self._narrow)
        plot.cleared.connect(self._clear)
        plot.focus_moved.connect(self._light)
        plot.resized.connect(self._fit_axes)
        plot.sight_wanted.connect(self._scroll_to)

    def show_view(self, view: View) -> None:
        """Plot a view; where only its filter is another, light other points."""
        if self._view is None or view.selection != self._view.selection:
            self._records = ()
        self._view = view
        self._plot_anew()

    def show_message(self, words: str) -> None:
        self._view = self._plotted = None
        self._plotted_for = ()
        self._say(words)

    def show_records(self, records: tuple[str, ...]) -> None:
        """Light the points of records."""
        self._records = records
        self._light()
        for plot in self._plot.plots:
            if len(x := plot.chosen_x()):
                # Of very many points only those near what is in sight have dots.
                self._plot.move_to(float(x[0]))
                self._plot.bring_into_sight(plot, int(plot.ringed()[0]))
                return

    def _scroll_to(self, area: QRect) -> None:
        middle = area.center()
        self._scroll.ensureVisible(middle.x(), middle.y(), area.width(), area.height())

    def restorer(self) -> Callable[[], None]:
        plots, records = self._plot.plots, self._records
        ends = plots[0].box.viewRange()[0] if plots else None

        def restore() -> None:
            if ends is not None and self._plot.plots:
                self._plot.plots[0].box.setXRange(*ends, padding=0)
            self.show_records(records)

        return restore

    def apply_theme(self, style: Style) -> None:
        """Plot in other colours, and in the text size of the window."""
        self._style = style
        self.tools.apply_theme(style)
        self._plotted_for = ()
        self._plot_anew()

    def take_focus(self) -> None:
        self._plot.setFocus(Qt.FocusReason.TabFocusReason)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange and self._view is not None:
            self._plotted_for = ()
            self._plot_anew()

    def _look(self, view: View) -> Look:
        sizes = Sizes(QFontInfo(self.font()).pixelSize() / _TEXT)
        return Look(self._style, sizes, view.dataset.language)

    def _plot_anew(self) -> None:
        """Plot the view; where that fails, say so in the plots' place."""
        if self._view is None:
            return
        try:
            plotted = self._plots_of(self._view)
            if not plotted.plots:
                axes = self.tools.across, self.tools.down
                self._say(nothing_words(plotted.points, *axes))
                return
            self._stack.setCurrentIndex(0)
            self._show(self._view, plotted)
        except Exception as error:
            errors.record(error)
            self._plotted = None
            self._say(tr("The points could not be plotted: {error}", error=error))

    def _plots_of(self, view: View) -> Plotted:
        """Return the plots of a view, others only where its filter is not all that changed."""
        across, down = self.tools.across, self.tools.down
        wanted = view.dataset, view.selection, across, down
        if self._plotted is not None and wanted == self._plotted_for:
            return self._plotted
        style = PointStyle(view.dataset, self._style)
        whole = view.dataset.view(view.selection)
        plotted = plots_of(whole, across, down, self._look(view), style)
        self._plot.show_plots(plotted.plots, self._style)
        self._plot.set_moves(self.tools.moves)
        self._axis.show_axis(plotted.axis, plotted.plots[0] if plotted.plots else None)
        self._legend.show_style(view.dataset, style, plotted)
        self._plotted, self._plotted_for = plotted, wanted
        return plotted

    def _show(self, view: View, plotted: Plotted) -> None:
        """Light what the view has, and say what it is."""
        title = plot_title(view, self.tools.across, self.tools.down)
        self._title.setText(title)
        self._plot.setAccessibleName(title)
        # What the keys have come to within the plot stays said while they are there.
        if not self._plot.hasFocus():
            self._plot.setAccessibleDescription(help_words())
        self._is_lit = plotted.points.within(view)
        self._show_filter(view)
        self._light()
        self._fit_axes()

    @property
    def message(self) -> str:
        """What is said in the plots' place; empty where there are plots."""
        return self._message.text() if self._stack.currentWidget() is self._message else ""

    def _say(self, words: str) -> None:
        """Show words in the plots' place."""
        self._title.setText("")
        self._counts.setText("")
        self._message.setText(words)
        self._stack.setCurrentWidget(self._message)

    def _show_filter(self, view: View) -> None:
        """Show what the filter lets through as a brush, and say how many points that are."""
        assert self._plotted is not None
        across, down = self.tools.across, self.tools.down
        is_placed = self._plotted.is_placed
        count, lit = int(is_placed.sum()), int((is_placed & self._is_lit).sum())
        self._counts.setText(count_words(view, count, lit, self._plotted.left_out))
        for plot in self._plotted.plots:
            field = plot.bottom.field
            plot.show_region(brushed_across(view.filter, across, (field.low, field.high)))
            if isinstance(plot, LanePlot) and down is not None:
                plot.show_bold(brushed_lanes(view, down, plot.lanes))
            elif isinstance(plot, UnitPlot):
                plot.show_values(view.filter.values)

    def _light(self) -> None:
        if self._plotted is None or self._view is None:
            return
        chosen = self._plotted.points.holding(self._view, self._records)
        for plot in self._plotted.plots:
            plot.light(Lit(self._is_lit, chosen, self._plot.walk.focused_in(plot)))

    def _fit_axes(self) -> None:
        """Give the names on the left the room that they need, the same in all plots."""
        if self._plotted is None or not self._plotted.plots:
            return
        plots, size = self._plotted.plots, self._scroll.viewport().size()
        unit = plots[0].look.sizes.unit
        widest = max(plot.left.wanted_width(size.width()) for plot in plots)
        least = _LEAST_PLOT * unit * len(plots)
        if isinstance(plots[0].left, LaneAxis):
            least = plots[0].left.wanted_height(widest)
        self._plot.setMinimumHeight(round(least))
        for plot in plots:
            plot.left.setWidth(widest)
        self._axis.fit(widest, self._scroll.width() - size.width())

    def _words_of(self, which: Positions) -> str:
        assert self._view is not None and self._plotted is not None
        return dot_words(self._view, self._plotted.points, which)

    def _choose(self, which: Positions) -> None:
        assert self._view is not None and self._plotted is not None
        self.records_chosen.emit(self._plotted.points.records(self._view, which))

    def _narrow(self, brush: Brush) -> None:
        assert self._view is not None
        self.narrowed.emit(*narrowed(self._view, brush, self.tools.across, self.tools.down))

    def _clear(self) -> None:
        assert self._view is not None
        self.narrowed.emit(*cleared(self._view, self.tools.across, self.tools.down))
