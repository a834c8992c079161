"""The table of what a chart plots, filled when it is looked at."""

from collections.abc import Iterable

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem, QWidget

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View
from jjjviewer.ui.shared.model_index import ModelIndex
from jjjviewer.ui.shared.tables import CopyTable, FrameModel


class DataTable(CopyTable):
    """Shows the data of a chart, sorted by the heading that is clicked."""

    records_chosen = Signal(tuple)
    """The ids of the records of a row, as its mark on the chart would have them."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(tr("Data of the chart"))
        self.source_line = self._source_line
        self._chart: tuple[ChartType, View] | None = None
        self._is_old = False
        self._rows = _ChartRows(self)
        self.setModel(self._rows)
        self.setItemDelegate(_StarDelegate(self))
        self.activated.connect(self._choose_row)

    def set_chart(self, chart_type: ChartType, view: View) -> None:
        """Take over a chart, whose data is shown when it is looked at."""
        self._chart, self._is_old = (chart_type, view), True

    def fill(self) -> None:
        """Show the data now, in the order of the chart."""
        if not self._is_old or self._chart is None:
            return
        self._is_old = False
        chart_type, view = self._chart
        self._rows.view = view
        self.setSortingEnabled(False)
        self.horizontalHeader().setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
        self._rows.fill(chart_type.table(view))
        self.setSortingEnabled(True)
        self.resizeColumnsToContents()

    def show_collected(self) -> None:
        """Show the stars of what is collected now."""
        self.viewport().update()

    def _choose_row(self, index: QModelIndex) -> None:
        if records := self._rows.records(index):
            self.records_chosen.emit(records)

    def _source_line(self, _rows: Iterable[int]) -> str:
        """Return the line below a copied part of the table: the chart's own, as in its footer."""
        assert self._chart is not None
        chart_type, view = self._chart
        return chart_type.chart(view).source


class _ChartRows(FrameModel):
    """The data of a chart, and what of it is collected."""

    view: View | None = None

    def records(self, index: ModelIndex) -> tuple[str, ...]:
        """Return the ids of the records of a row, where the table names them."""
        headings = [self.heading(column) for column in range(self.columnCount())]
        if tr("Record") not in headings:
            return ()
        cell = self.index(index.row(), headings.index(tr("Record"))).data()
        return tuple(str(cell).split(", "))

    def is_starred(self, index: ModelIndex) -> bool:
        """Return whether a star stands in a cell: the first of a row that is collected."""
        if index.column() or self.view is None:
            return False
        collected = {each.id for each in self.view.dataset.collection.records}
        return bool(collected) and collected.issuperset(self.records(index) or ("",))

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        if role == Qt.ItemDataRole.AccessibleTextRole and self.is_starred(index):
            return tr("{what}, collected", what=super().data(index))
        return super().data(index, role)


class _StarDelegate(QStyledItemDelegate):
    """Paints stars, which are not copied."""

    def initStyleOption(self, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        super().initStyleOption(option, index)
        rows = index.model()
        if isinstance(rows, _ChartRows) and rows.is_starred(index):
            option.text = f"★ {option.text}"
