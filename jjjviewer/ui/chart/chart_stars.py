"""The stars of a chart: one for the whole chart below it, and those of its marks."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QMenu, QToolButton

from jjjviewer.charts.registry import collected_chart
from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.model.collected_rows import records
from jjjviewer.model.collection import CollectedChart, Collection, Item
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.wording import collecting


class ChartStars(QObject):
    """Collects the chart that is shown and what its marks stand for, by click, key or menu.

    Args:
        current_chart: returns the chart that is shown, if there is one.
        canvas: shows it.
        button: the star below it.
    """

    collect_requested = Signal(list)
    """The items that are to be collected, or taken out."""
    words_changed = Signal(object)
    """The collected chart that is shown, with the user's other words in it."""

    def __init__(
        self, current_chart: Callable[[], Chart | None], canvas: Canvas, button: QToolButton
    ) -> None:
        super().__init__(canvas)
        self._current_chart, self._canvas, self._button = current_chart, canvas, button
        button.clicked.connect(lambda: self.collect_requested.emit(self._chart()))
        canvas.installEventFilter(self)
        self.show()

    def show(self) -> None:
        """Show what is collected now."""
        is_collected = self._are_collected(self._chart())
        self._button.setEnabled(self._current_chart() is not None)
        self._button.setText("★" if is_collected else "☆")
        words = tr("This chart is collected") if is_collected else tr("Collect this chart")
        self._button.setToolTip(words)
        self._button.setAccessibleName(words)
        self._canvas.show_collected(each.id for each in self._collection.records)

    def collect(self) -> None:
        """Collect what the mark with the keyboard focus stands for, else the chart."""
        mark = self._canvas.focused_mark
        self.collect_requested.emit(self._of_mark(mark) if mark else self._chart())

    def keep_words(self) -> None:
        """Collect the user's words in the chart, if it is collected."""
        for chart in self._chart():
            before = self._collection.find(chart)
            if before and before != (after := chart._replace(note=before.note)):
                self.words_changed.emit(after)

    def add_to(self, menu: QMenu, mark: Mark | None) -> None:
        """Add to the menu on a mark what can be collected or taken out."""
        if items := self._of_mark(mark):
            words = collecting(collected=self._are_collected(items))
            menu.addAction(words).triggered.connect(lambda: self.collect_requested.emit(items))
        if chart := self._chart():
            add, remove = tr("Add chart to collection"), tr("Take chart out of collection")
            words = remove if self._are_collected(chart) else add
            menu.addAction(words).triggered.connect(lambda: self.collect_requested.emit(chart))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        is_space = event.key() == Qt.Key.Key_Space
        if is_space:
            self.collect()
        return is_space

    @property
    def _collection(self) -> Collection:
        chart = self._current_chart()
        return chart.view.dataset.collection if chart else Collection()

    def _are_collected(self, items: Sequence[Item]) -> bool:
        return bool(items) and all(map(self._collection.find, items))

    def _chart(self) -> list[CollectedChart]:
        """Return the chart with its title, by which the collection lists it."""
        chart = self._current_chart()
        if chart is None:
            return []
        made, words = collected_chart(chart.chart_type, chart.view), chart.wording
        made = made._replace(title=words.title, subtitle=words.subtitle, footnote=words.note)
        # The canvas is called as the chart on it.
        return [made._replace(name=self._canvas.accessibleName())]

    def _of_mark(self, mark: Mark | None) -> list[Item]:
        chart = self._current_chart()
        return [*records(chart.view.dataset, mark.records)] if chart and mark else []
