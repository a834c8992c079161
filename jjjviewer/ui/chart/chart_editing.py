"""Changing the text of a chart and the mark that its title is about."""

from collections.abc import Callable, Sequence
from dataclasses import replace

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import NO_WORDING, Wording
from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.model.view import View
from jjjviewer.ui.chart.text_dialog import TextDialog
from jjjviewer.ui.shared.chart_edits import NO_EDIT, ChartEdit, ChartEdits


class ChartEditing(QObject):
    """Changes the chart that is shown, and remembers how.

    Args:
        edits: the changes to all charts.
        current_chart: returns the chart that is shown.
        pane: shows it.
    """

    changed = Signal()
    """The chart is to be laid out anew."""
    highlight_removed = Signal()
    message = Signal(str)
    """A message for the status bar."""

    def __init__(
        self, edits: ChartEdits, current_chart: "Callable[[], Chart | None]", pane: QWidget
    ) -> None:
        super().__init__(pane)
        self._edits, self._current_chart, self._pane = edits, current_chart, pane
        self.offered: Sequence[QAction] = ()
        """What else the menu of the chart offers."""
        self._shown: tuple[ChartType, View] | None = None
        self.menu = QMenu(tr("T&ext of the chart"), pane)
        self.edit_text = self._make(tr("Edit &text…"), self._ask)
        self.edit_text.setShortcut(QKeySequence("F2"))
        self.remove_highlight = self._make(tr("Remove hi&ghlight"), self._remove_highlight)
        self.reset = self._make(tr("&Reset to automatic text"), self._reset)
        self._update()

    def _make(self, words: str, do: Callable[[], None]) -> QAction:
        action = self.menu.addAction(words)
        action.triggered.connect(do)
        return action

    @property
    def edit(self) -> ChartEdit:
        """What is changed on the chart that is shown."""
        return self._edits.of(*self._shown) if self._shown else NO_EDIT

    @property
    def view(self) -> View | None:
        """What is shown of a chart; None where there is a message in its place."""
        return self._shown[1] if self._shown else None

    def applied_to(self, chart_type: ChartType, view: View) -> tuple[View, Wording]:
        """Return a view, which is going to be drawn, with what is highlighted, and its words."""
        self._shown = chart_type, view
        self._update()
        edit = self.edit
        return replace(view, highlight=edit.highlight) if edit.highlight else view, edit.wording

    def leave(self) -> None:
        """Forget the chart: there is a message in its place."""
        self._shown = None
        self._update()

    def is_highlighted(self, mark: Mark) -> bool:
        """Return whether the user wants the title to be about a mark."""
        return bool(self.edit.highlight) and self.edit.highlight in (mark.key, *mark.ids)

    def toggle_highlight(self, mark: Mark) -> None:
        """Let the title be about a mark, or if it is, about what the data suggest."""
        if self.is_highlighted(mark):
            self._remove_highlight()
            return
        self._keep(self.edit._replace(highlight=mark.key))
        self.message.emit(tr("Highlighted. Choose it again for the automatic title."))

    def set_text(self, wording: Wording, description: str) -> None:
        """Give the chart words of the user's own; empty ones are automatic."""
        self._keep(self.edit._replace(wording=wording, description=description))

    def _ask(self) -> None:
        chart = self._current_chart()
        assert chart is not None
        dialog = TextDialog(chart, self._pane.window())
        dialog.chosen.connect(self.set_text)
        dialog.open()

    def _remove_highlight(self) -> None:
        self._keep(self.edit._replace(highlight=""))
        self.highlight_removed.emit()
        self.message.emit(tr("The highlight is removed."))

    def _reset(self) -> None:
        self._keep(self.edit._replace(wording=NO_WORDING, description=""))
        self.message.emit(tr("The chart has its automatic text again."))

    def _keep(self, edit: ChartEdit) -> None:
        if self._shown is None:
            return  # Another pack was opened while a dialog on this chart was open.
        if edit != self.edit:
            self._edits.keep(*self._shown, edit)
            self.changed.emit()

    def _update(self) -> None:
        """Enable what there is to do."""
        edit = self.edit
        self.edit_text.setEnabled(self._shown is not None)
        self.remove_highlight.setEnabled(bool(edit.highlight))
        self.reset.setEnabled(edit._replace(highlight="") != NO_EDIT)
