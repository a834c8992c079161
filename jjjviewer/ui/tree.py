"""The tree of regions, speakers, themes and places: where a selection is made."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QRect,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QContextMenuEvent, QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QHeaderView,
    QMenu,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, Style, region_colors
from jjjviewer.model.outline import Node, Numbered, numbered
from jjjviewer.model.selection import Selection
from jjjviewer.ui import theme, words

_Index = QModelIndex | QPersistentModelIndex
_NAME_ZH = Qt.ItemDataRole.UserRole
_ANSWERED = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.DecorationRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.TextAlignmentRole,
    Qt.ItemDataRole.ForegroundRole,
    Qt.ItemDataRole.AccessibleTextRole,
    _NAME_ZH,
}
_COUNTS = ("statements", "figures")
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""What can be chosen. A tree asks for it thousands of times, so that it is put together once."""
_LEAST_NAME = 16
"""The room for a name, in letters, below which the counts give way."""
_PAD = 14
"""Beside a number or its heading, in pixels."""


class TreeModel(QAbstractItemModel):
    """The nodes of a pack's outline. An index carries its node's number in `nodes`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = LIGHT
        self.fill(numbered(()), ())

    def fill(self, tree: Numbered, provinces: Sequence[str]) -> None:
        """Show other nodes; `provinces` are the regions that have a colour, in their order."""
        self.beginResetModel()
        self._provinces = provinces
        self._tree = tree
        self._regions = {node.id: node.name for node in self.nodes if node.kind == "region"}
        self.set_style(self._style)
        self.endResetModel()

    @property
    def nodes(self) -> list[Node]:
        return self._tree.nodes

    @property
    def foremost(self) -> list[Node]:
        """The nodes at the top and those below these; no other has more than one of them."""
        below = (at for top in self._tree.tops for at in self._tree.children[top])
        return [self.nodes[at] for at in (*self._tree.tops, *below)]

    def set_style(self, style: Style) -> None:
        self._style = style
        self._colors = region_colors(self._provinces, style)
        self._spots: dict[tuple[str, str], QPixmap] = {}

    def node(self, index: _Index) -> Node:
        return self.nodes[index.internalId()]

    def find(self, id_: str) -> QModelIndex:
        """The first row with an id, or an invalid index."""
        at = next((at for at, node in enumerate(self.nodes) if node.id == id_), -1)
        return self.index_of(at)

    def index_of(self, at: int) -> QModelIndex:
        """The row of a node, given its number in `nodes`; an invalid index for a negative one."""
        return QModelIndex() if at < 0 else self.createIndex(self._tree.rows[at], 0, at)

    def _below(self, parent: _Index) -> list[int]:
        return self._tree.children[parent.internalId()] if parent.isValid() else self._tree.tops

    def index(self, row: int, column: int, parent: _Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below(parent)
        if parent.column() > 0 or not (0 <= row < len(below) and 0 <= column <= len(_COUNTS)):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: _Index) -> QModelIndex:  # type: ignore[override]  # QObject has one too
        return self.index_of(self._tree.parents[index.internalId()] if index.isValid() else -1)

    def rowCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: _Index = QModelIndex()) -> int:  # noqa: B008
        return 1 + len(_COUNTS)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _CHOSEN if self.node(index).id else Qt.ItemFlag.ItemIsEnabled

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (self.tr("Name"), self.tr("Said"), self.tr("Figures"))[section]
            case Qt.ItemDataRole.ToolTipRole:
                return (
                    self.tr("Who or what: choose a row, or several with Ctrl or Shift"),
                    self.tr("How many statements"),
                    self.tr("How many figures"),
                )[section]
            case Qt.ItemDataRole.TextAlignmentRole if section:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # Every cell is asked for seven roles each time that it is painted.
        if role not in _ANSWERED:
            return None
        node = self.node(index)
        if role == Qt.ItemDataRole.ToolTipRole:
            return self._in_words(node, f"{node.name} {node.name_zh}".strip())
        if role == Qt.ItemDataRole.AccessibleTextRole:
            # A voice for one language would stumble over the other.
            return self._in_words(node, node.name)
        if index.column():
            return self._count(node, _COUNTS[index.column() - 1], role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._name(node)
            case Qt.ItemDataRole.DecorationRole if node.kind in ("region", "speaker"):
                return self._spot(node)
            case _ if role == _NAME_ZH:
                return node.name_zh
        return None

    def _spot(self, node: Node) -> QPixmap:
        """The spot before a region or a speaker; all of one colour are drawn once."""
        key = node.province, node.kind
        if key not in self._spots:
            color, square = self._colors[node.province], node.kind == "region"
            self._spots[key] = theme.spot(color, self._style, square=square)
        return self._spots[key]

    def _count(self, node: Node, what: str, role: int) -> Any:
        match role:
            case Qt.ItemDataRole.DisplayRole if node.id:
                return f"{getattr(node, what):,}"
            case Qt.ItemDataRole.ForegroundRole:
                return QColor(self._style.muted)
            case Qt.ItemDataRole.TextAlignmentRole:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def _name(self, node: Node) -> str:
        groups = {"themes": self.tr("Themes"), "places": self.tr("Places")}
        return groups.get(node.kind) or node.name

    def _in_words(self, node: Node, name: str) -> str:
        """All that the row shows, for the tooltip and screen readers."""
        kinds = {
            "region": self.tr("region"),
            "speaker": self.tr("speaker"),
            "theme": self.tr("theme"),
            "place": self.tr("place"),
        }
        if not node.id:
            return self._name(node)
        within = self._regions.get(node.province, "") if node.id != node.province else ""
        counts = (words.figures(node.figures), words.statements(node.statements))
        return ", ".join(part for part in (name, kinds[node.kind], within, *counts) if part)


class _NameDelegate(QStyledItemDelegate):
    """Sets the Chinese name beside the name, muted, where both have room."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        # As Qt does it, but asking the model once for both names.
        self.initStyleOption(option, index)
        style = option.widget.style()
        style.drawControl(QStyle.ControlElement.CE_ItemViewItem, option, painter, option.widget)
        name_zh = index.data(_NAME_ZH)
        if not name_zh:
            return
        room = style.subElementRect(QStyle.SubElement.SE_ItemViewItemText, option, option.widget)
        metrics = option.fontMetrics
        gap = 2 * metrics.horizontalAdvance(" ") + 4
        room.setLeft(room.left() + metrics.horizontalAdvance(option.text) + gap)
        if room.width() >= metrics.horizontalAdvance(name_zh):
            painter.save()
            painter.setPen(self._color(option))
            painter.drawText(QRect(room), Qt.AlignmentFlag.AlignVCenter, name_zh)
            painter.restore()

    @staticmethod
    def _color(option: QStyleOptionViewItem) -> QColor:
        chosen = option.state & QStyle.StateFlag.State_Selected
        role = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        return option.palette.color(role)


class TreePane(QTreeView):
    """Shows the outline of a pack and says what is chosen in it."""

    selected = Signal(object)
    """A `Selection`, made by the user."""
    compare_wanted = Signal(tuple)
    """The ids of what the user wants to set something beside."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = TreeModel(self)
        self._showing = False
        self._widths: list[int] = []
        """Of the columns of counts, also while they are hidden."""
        self._room = 0
        """The width that the columns share, in pixels."""
        self.setModel(self._model)
        self.setItemDelegateForColumn(0, _NameDelegate(self))
        self.setAccessibleName(self.tr("Regions, speakers, themes and places"))
        self.setSelectionMode(QTreeView.SelectionMode.ExtendedSelection)
        self.setUniformRowHeights(True)
        self.setExpandsOnDoubleClick(False)
        self.setIndentation(11)
        self.header().setStretchLastSection(False)
        self.header().setSectionsMovable(False)
        self.header().setMinimumSectionSize(24)
        self._size_columns()
        self.clicked.connect(lambda index: self._toggle(index, groups=True))
        self.doubleClicked.connect(lambda index: self._toggle(index, groups=False))

    def fill(self, tree: Numbered, provinces: Sequence[str]) -> None:
        """Show the outline of a pack: regions and themes open, the many places closed."""
        self._model.fill(tree, provinces)
        self._size_columns()
        for at, node in enumerate(self._model.nodes):
            if node.kind in ("region", "themes"):
                self.setExpanded(self._model.index_of(at), True)

    def take_keys(self) -> None:
        """Give the keys to the tree."""
        self.setFocus(Qt.FocusReason.TabFocusReason)

    def set_style(self, style: Style) -> None:
        """Repaint in other colours."""
        self._model.set_style(style)
        self._size_columns()
        self.scheduleDelayedItemsLayout()

    def selection(self) -> Selection:
        """What is chosen, in the order of the tree."""
        rows = sorted(index.internalId() for index in self.selectionModel().selectedRows())
        return Selection(tuple(dict.fromkeys(self._model.nodes[at].id for at in rows)))

    def show_selection(self, selection: Selection) -> None:
        """Mark what was chosen elsewhere; what has no row of its own marks none."""
        marked = QItemSelection()
        found = [index for index in map(self._model.find, selection.ids) if index.isValid()]
        for index in found:
            marked.select(index, index)
        flag = QItemSelectionModel.SelectionFlag
        self._showing = True
        if found:
            self.selectionModel().setCurrentIndex(found[0], flag.NoUpdate)
        self.selectionModel().select(marked, flag.ClearAndSelect | flag.Rows)
        self._showing = False

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        super().selectionChanged(selected, deselected)
        if not self._showing:
            self.selected.emit(self.selection())

    def selectionCommand(
        self, index: _Index, event: Any = None
    ) -> QItemSelectionModel.SelectionFlag:
        # A group, or the empty space below, is nothing to choose: what was chosen stays.
        if not index.isValid() or not self._model.node(index).id:
            return QItemSelectionModel.SelectionFlag.NoUpdate
        return super().selectionCommand(index, event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        index = self.indexAt(event.pos())
        id_ = self._model.node(index).id if index.isValid() else ""
        if not id_:
            return
        chosen = self.selection().ids
        ids = chosen if id_ in chosen else (id_,)
        menu = QMenu(self)
        compare = menu.addAction(self.tr("Compare with…"))
        compare.triggered.connect(lambda: self.compare_wanted.emit(ids))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(event.globalPos())

    def _toggle(self, index: QModelIndex, *, groups: bool) -> None:
        if groups != bool(self._model.node(index).id):
            first = index.siblingAtColumn(0)
            self.setExpanded(first, not self.isExpanded(first))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # Of what lies within the scroll bars. To ask for that itself would make PySide look
        # through all kinds of widgets for its own, which takes as long as to paint it.
        self._room = event.size().width()
        self._make_room()

    def _make_room(self) -> None:
        """Show the counts where they leave the names room; the tooltips have them anyway."""
        needed = self.fontMetrics().horizontalAdvance(_LEAST_NAME * "n") + sum(self._widths)
        for column in range(1, 1 + len(_COUNTS)):
            self.setColumnHidden(column, self._room < needed)

    def _size_columns(self) -> None:
        """Give the counts the room of the largest, and the names what is left."""
        header, metrics = self.header(), self.fontMetrics()
        self._widths = []
        for column, what in enumerate(_COUNTS, start=1):
            largest = max((getattr(node, what) for node in self._model.foremost), default=0)
            heading = self._model.headerData(column, Qt.Orientation.Horizontal)
            wide = max(map(metrics.horizontalAdvance, (f"{largest:,}", heading))) + _PAD
            self._widths.append(wide)
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Fixed)
            header.resizeSection(column, wide)
        self._make_room()
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
