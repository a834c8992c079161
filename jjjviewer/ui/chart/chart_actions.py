"""What can be done on a chart: choose a mark, filter by the legend, and the context menu."""

from PySide6.QtCore import QEvent, QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QAction, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QToolTip

from jjjviewer.charts.scene import LegendEntry
from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View
from jjjviewer.ui.chart.chart_editing import ChartEditing
from jjjviewer.ui.chart.chart_stars import ChartStars
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.canvas import Canvas


class ChartActions(QObject):
    """Passes on what the user does with marks and legend of a canvas.

    Args:
        canvas: shows the chart.
        editing: changes it.
        stars: collects it and its marks.
        zooms: the actions that zoom it.
    """

    records_chosen = Signal(tuple)
    target_chosen = Signal(str)
    filter_chosen = Signal(object)

    def __init__(
        self, canvas: Canvas, editing: ChartEditing, stars: ChartStars, zooms: list[QAction]
    ) -> None:
        super().__init__(canvas)
        self._canvas, self._editing, self._stars, self._zooms = canvas, editing, stars, zooms
        self._pressed: LegendEntry | None = None
        canvas.chosen.connect(self._choose)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        match event:
            case QContextMenuEvent():
                by_mouse = event.reason() == QContextMenuEvent.Reason.Mouse
                mark = self._canvas.mark_at(QPointF(event.pos())) if by_mouse else None
                self._open_menu(mark, event.globalPos() if by_mouse else None)
                return True
            case QKeyEvent() if event.type() == QEvent.Type.KeyPress:
                is_menu = event.key() == Qt.Key.Key_F10 and bool(
                    event.modifiers() & Qt.KeyboardModifier.ShiftModifier
                )
                if is_menu:
                    self._open_menu(None, None)
                return is_menu
            case QHelpEvent() if event.type() == QEvent.Type.ToolTip:
                return self._tell(event)
            case QMouseEvent():
                return self._on_mouse(event)
        return False

    def _choose(self, mark: Mark) -> None:
        view = self._editing.view
        if view is None:
            return  # Nothing is known of its records yet.
        if mark.target:
            self.target_chosen.emit(mark.target)
        elif mark.records:  # A cell of none leads nowhere.
            is_link = view.dataset.index.kind(mark.records[0]) == "link"
            if is_link or not self._editing.is_highlighted(mark):
                self.records_chosen.emit(mark.records)
            if not is_link:  # A link is selected instead.
                self._editing.toggle_highlight(mark)

    def _on_mouse(self, event: QMouseEvent) -> bool:
        """Take presses, releases and moves on an entry of the legend."""
        entry = self._entry_at(event.position())
        match event.type():
            case QEvent.Type.MouseButtonPress if event.button() == Qt.MouseButton.LeftButton:
                self._pressed = entry
            case QEvent.Type.MouseButtonRelease if self._pressed is not None:
                pressed, self._pressed = self._pressed, None
                if pressed is entry:
                    self._choose_entry(pressed)
                return True
            case QEvent.Type.MouseMove if entry is not None:
                self._canvas.setCursor(Qt.CursorShape.PointingHandCursor)
        return entry is not None

    def _entry_at(self, at: QPointF) -> LegendEntry | None:
        point = self._canvas.on_page(at)
        entries = (entry for area, entry in self._canvas.legend if area.contains(point))
        return next((entry for entry in entries if entry.leads), None)

    def _choose_entry(self, entry: LegendEntry) -> None:
        """Show only what an entry of the legend stands for; if that is so, everything again.

        What is neither a status nor one id is chosen in the panes beside the chart.
        """
        view = self._editing.view
        if view is None:
            return
        if entry.target:
            self.target_chosen.emit(entry.target)
            return
        if not entry.status:
            self.records_chosen.emit(entry.records)
            return
        wanted = () if view.filter.statuses == (entry.status,) else (entry.status,)
        self.filter_chosen.emit(view.filter._replace(statuses=wanted))

    def _tell(self, event: QHelpEvent) -> bool:
        entry = self._entry_at(QPointF(event.pos()))
        if entry is not None:
            words = wording.tip(_effect(entry))
            QToolTip.showText(event.globalPos(), words, self._canvas)
        return entry is not None

    def _open_menu(self, mark: Mark | None, at: QPoint | None) -> None:
        """Open the menu for a mark at a point of the screen, by default for the focused one."""
        canvas, editing = self._canvas, self._editing
        view = editing.view
        if view is None:
            return
        mark = mark if at else canvas.focused_mark
        menu = QMenu(canvas)
        menu.addActions(editing.offered)
        menu.addSeparator()
        if mark and mark.key:
            is_on = editing.is_highlighted(mark)
            highlight = menu.addAction(tr("Remove hi&ghlight") if is_on else tr("Hi&ghlight"))
            highlight.triggered.connect(lambda: editing.toggle_highlight(mark))
        if not (mark and mark.key and editing.is_highlighted(mark)):
            menu.addAction(editing.remove_highlight)
        menu.addActions([editing.edit_text, editing.reset])
        menu.addSeparator()
        self._add_targets(menu, mark, view)
        menu.addSeparator()
        self._stars.add_to(menu, mark)
        menu.addSeparator()
        menu.addActions(self._zooms)
        menu.aboutToHide.connect(menu.deleteLater)
        middle = canvas.rect_of(mark).center() if mark else QPointF(canvas.rect().center())
        menu.popup(at or canvas.mapToGlobal(middle.toPoint()))

    def _add_targets(self, menu: QMenu, mark: Mark | None, view: View) -> None:
        """Add what the mark selects, and what the entries of the legend show."""
        if mark and mark.target:
            name, _ = view.dataset.names_of(mark.target)
            select = menu.addAction(tr("&Select {name}", name=name.replace("&", "&&")))
            select.triggered.connect(lambda: self.target_chosen.emit(mark.target))
        for _, entry in self._canvas.legend:
            if entry.leads:
                show = menu.addAction(_effect(entry).replace("&", "&&"))
                show.triggered.connect(lambda _=False, entry=entry: self._choose_entry(entry))


def _effect(entry: LegendEntry) -> str:
    """Return what a click on an entry of the legend does."""
    if entry.status or entry.target:
        return tr("Show only: {what}", what=entry.words)
    return tr("Choose: {what}", what=entry.words)
