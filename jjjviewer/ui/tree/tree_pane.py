"""The tree of regions, speakers, themes and places: where a selection is made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QFont,
    QFontInfo,
    QFontMetrics,
    QPainter,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import Selection
from jjjviewer.model.tree import Node, Numbered
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.announce import announce_current
from jjjviewer.ui.shared.model_index import ModelIndex
from jjjviewer.ui.tree.tree_model import COUNTS, TreeModel

_LEAST_NAME = 12
"""Minimum width of the names, in letters, at which a column of counts is shown."""
_PAD = 10
"""Space beside a number or its heading, in pixels."""
_HEADING = 0.88
"""Size of the headings, for the window's."""
_MARGIN = 3
"""The space that Qt leaves beside the text of a cell, in pixels."""
_FEATURE = QStyleOptionViewItem.ViewItemFeature
_SELECTED = QStyle.StateFlag.State_Selected
_FOCUSED = QStyle.StateFlag.State_HasFocus
_RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class _RowDelegate(QStyledItemDelegate):
    """Paints the Chinese name beside the name, muted, where both fit; counts are muted too.

    It asks the model once a cell, where Qt would ask for seven roles.
    """

    def __init__(self, model: TreeModel, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._model = model

    def initStyleOption(self, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        node = self._model.node(index)
        option.features |= _FEATURE.HasDisplay
        if column := index.column():
            option.text = self._model.count(node, column)
            option.displayAlignment = _RIGHT
            palette = option.palette
            palette.setColor(QPalette.ColorRole.Text, self._muted(option))
            option.palette = palette
            return
        option.text = self._model.name(node)
        if swatch := self._model.swatch(node):
            option.features |= _FEATURE.HasDecoration
            option.icon, option.decorationSize = swatch, theme.SWATCH

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        if not index.column():
            self._paint_name(painter, option, index)
        elif option.state & (_SELECTED | _FOCUSED):
            super().paint(painter, option, index)
        else:
            painter.save()
            painter.setPen(self._muted(option))
            words = self._model.count(self._model.node(index), index.column())
            painter.drawText(option.rect.adjusted(_MARGIN, 0, -_MARGIN, 0), _RIGHT, words)
            painter.restore()

    def _paint_name(
        self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex
    ) -> None:
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        name_zh = self._model.node(index).name_zh
        if not name_zh:
            return
        area = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        metrics = option.fontMetrics
        gap = 2 * metrics.horizontalAdvance(" ") + 4
        area.setLeft(area.left() + metrics.horizontalAdvance(option.text) + gap)
        if area.width() >= metrics.horizontalAdvance(name_zh):
            painter.save()
            painter.setPen(self._muted(option))
            painter.drawText(QRect(area), Qt.AlignmentFlag.AlignVCenter, name_zh)
            painter.restore()

    @staticmethod
    def _muted(option: QStyleOptionViewItem) -> QColor:
        chosen = option.state & _SELECTED
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        return option.palette.color(role)


class TreePane(QTreeView):
    """Shows the tree of a pack and reports what is selected in it."""

    selected = Signal(object)
    """A `Selection`, made by the user."""
    compare_requested = Signal(tuple)
    """The ids to compare with something."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TreeModel(self)
        self._is_programmatic = False
        self._widths: list[int] = []
        """The widths of the columns of counts, also while they are hidden."""
        self._width = 0
        """The width that the columns share, in pixels."""
        self.setModel(self._model)
        self.setItemDelegate(_RowDelegate(self._model, self))
        self.setAccessibleName(tr("Regions, speakers, themes and places"))
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(11)
        self.header().setObjectName("counts")
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(24)
        self._size_columns()
        self.clicked.connect(lambda index: self._toggle(index, groups=True))
        self.doubleClicked.connect(lambda index: self._toggle(index, groups=False))

    def fill(self, tree: Numbered, provinces: Sequence[str]) -> None:
        """Show the tree of a pack: regions and themes expanded, the many places collapsed."""
        self._model.fill(tree, provinces)
        self._size_columns()
        for at, node in enumerate(self._model.nodes):
            if node.kind in ("region", "themes"):
                self.setExpanded(self._model.index_of(at), True)

    def take_focus(self) -> None:
        """Focus the tree."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def apply_theme(self, style: Style) -> None:
        """Repaint in the colours of a theme."""
        self._model.apply_theme(style)
        self._size_columns()
        # Laid out only when they are painted, all rows would be painted twice.
        self.doItemsLayout()

    def selection(self) -> Selection:
        """Return what is selected, in the order of the tree."""
        rows = sorted(index.internalId() for index in self.selectionModel().selectedRows())
        return Selection.of(self._model.nodes[at].id for at in rows)

    def show_first(self, node: Node) -> None:
        """Show a search or the collection as the first row, or in place of the one of its kind."""
        # A row before those that are selected is a change of the selection, too.
        self._is_programmatic = True
        self._model.show_first(node)
        self._is_programmatic = False

    def show_selection(self, selection: Selection) -> None:
        """Select the rows of what was selected elsewhere, as far as it has rows."""
        rows = QItemSelection()
        found = [index for index in map(self._model.find, selection.members) if index.isValid()]
        for index in found:
            rows.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self._is_programmatic = True
        if found:
            self.selectionModel().setCurrentIndex(found[0], flag.NoUpdate)
        self.selectionModel().select(rows, flag.ClearAndSelect | flag.Rows)
        self._is_programmatic = False

    def has_focus_on(self, selection: Selection) -> bool:
        """Return whether the row with the focus is one of those that are selected."""
        index = self.currentIndex()
        # While a pack is being opened there may be no row at all.
        is_on_row = self.hasFocus() and index.isValid()
        return is_on_row and self._model.node(index).id in selection.members

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._is_programmatic:
            self.selected.emit(self.selection())

    def selectionCommand(
        self, index: ModelIndex, event: Any = None
    ) -> QItemSelectionModel.SelectionFlag:
        # A group and the empty space below can't be selected: the selection stays.
        if not index.isValid() or not self._model.node(index).id:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        announce_current(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        id_ = self._model.node(index).id if index.isValid() else ""
        if not id_:
            return
        chosen = self.selection().ids
        ids = chosen if id_ in chosen else (id_,)
        menu = QMenu(self)
        compare = menu.addAction(tr("Compare with…"))
        compare.triggered.connect(lambda: self.compare_requested.emit(ids))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _toggle(self, index: QModelIndex, *, groups: bool) -> None:
        if groups != bool(self._model.node(index).id):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The viewport's size. To ask the viewport would make PySide resolve all kinds of
        # widgets, which takes as long as a paint.
        self._width = event.size().width()
        self._show_or_hide_counts()

    def _show_or_hide_counts(self) -> None:
        """Show as many counts as leave enough width for names; tooltips have them anyway."""
        needed = self.fontMetrics().horizontalAdvance(_LEAST_NAME * "n")
        for column, width in enumerate(self._widths, start=1):
            needed += width
            self.setColumnHidden(column, self._width < needed)

    def _size_columns(self) -> None:
        """Size the columns of counts for the largest, and give the names what is left."""
        header, metrics = self.header(), self.fontMetrics()
        font = QFont(self.font())
        font.setPixelSize(max(1, round(QFontInfo(font).pixelSize() * _HEADING)))
        header.setFont(font)
        self._widths = []
        for column, what in enumerate(COUNTS, start=1):
            largest = max((getattr(node, what) for node in self._model.topmost), default=0)
            heading = self._model.headerData(column, Qt.Orientation.Horizontal)
            named = QFontMetrics(font).horizontalAdvance(str(heading))
            wide = max(metrics.horizontalAdvance(f"{largest:,}"), named) + _PAD
            self._widths.append(wide)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, wide)
        self._show_or_hide_counts()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
