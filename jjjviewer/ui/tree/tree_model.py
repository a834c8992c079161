"""The model of the tree: names, colour swatches, counts."""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    Qt,
)
from PySide6.QtGui import QIcon

from jjjviewer.charts.style import LIGHT, Style, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.index import RecordTable
from jjjviewer.model.tree import Node, NodeKind, Numbered, numbered
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.shared.model_index import ModelIndex

_ROLES = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
}
COUNTS: tuple[RecordTable, RecordTable] = ("statements", "figures")
"""The attributes of a node in the columns after the first."""
_ICONS: dict[NodeKind, str] = {"search": "search", "collection": "star"}
_SELECTABLE = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""Flags of rows that can be selected; a constant, since Qt asks thousands of times."""


class TreeModel(QAbstractItemModel):
    """The nodes of a pack's tree. The internal id of an index is a position in `nodes`."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._style = LIGHT
        self.fill(numbered(()), ())

    def fill(self, tree: Numbered, provinces: Sequence[str]) -> None:
        """Show the nodes of a pack; `provinces` are the regions with a colour, in order."""
        self.beginResetModel()
        self._provinces = provinces
        self._tree = tree
        self._added: dict[NodeKind, int] = {}
        """The positions of the search and the collection among the nodes, if they are there."""
        self._regions = {node.id: node.name for node in self.nodes if node.kind == "region"}
        self.apply_theme(self._style)
        self.endResetModel()

    def show_first(self, node: Node) -> None:
        """Show a search or the collection as the first row, or in place of the one of its kind."""
        found = self._added.get(node.kind)
        if found is not None:
            self.nodes[found] = node
            first = self.index_of(found)
            self.dataChanged.emit(first, self.index(first.row(), len(COUNTS)))
            return
        tree = Numbered(*(list(each) for each in self._tree))
        self._added[node.kind] = at = len(tree.nodes)
        self.beginInsertRows(QModelIndex(), 0, 0)
        for top in tree.tops:
            tree.rows[top] += 1
        tree.nodes.append(node)
        tree.parents.append(-1)
        tree.rows.append(0)
        tree.children.append([])
        tree.tops.insert(0, at)
        self._tree = tree
        self.endInsertRows()

    @property
    def nodes(self) -> list[Node]:
        return self._tree.nodes

    @property
    def topmost(self) -> list[Node]:
        """The nodes of the two topmost levels; no node has larger counts than these."""
        below = (at for top in self._tree.tops for at in self._tree.children[top])
        return [self.nodes[at] for at in (*self._tree.tops, *below)]

    def apply_theme(self, style: Style) -> None:
        self._style = style
        self._colors = region_colors(self._provinces, style)
        self._swatches: dict[tuple[str, str], QIcon] = {}

    def node(self, index: ModelIndex) -> Node:
        return self.nodes[index.internalId()]

    def find(self, id_: str) -> QModelIndex:
        """Return the first row with an id, or an invalid index."""
        at = next((at for at, node in enumerate(self.nodes) if node.id == id_), -1)
        return self.index_of(at)

    def index_of(self, at: int) -> QModelIndex:
        """Return the row of a node, given its position in `nodes`; invalid for a negative one."""
        return QModelIndex() if at < 0 else self.createIndex(self._tree.rows[at], 0, at)

    def _below(self, parent: ModelIndex) -> list[int]:
        return self._tree.children[parent.internalId()] if parent.isValid() else self._tree.tops

    def index(self, row: int, column: int, parent: ModelIndex = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below(parent)
        if parent.column() > 0 or not (0 <= row < len(below) and 0 <= column <= len(COUNTS)):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: ModelIndex) -> QModelIndex:  # type: ignore[override]  # QObject has one too
        return self.index_of(self._tree.parents[index.internalId()] if index.isValid() else -1)

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 1 + len(COUNTS)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        if not index.isValid():
            return Qt.ItemFlag.NoItemFlags
        return _SELECTABLE if self.node(index).id else Qt.ItemFlag.ItemIsEnabled

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return (tr("Name"), tr("Statements"), tr("Figures"))[section]
            case Qt.ItemDataRole.ToolTipRole:
                return (
                    tr("Choose a row, or several with Ctrl or Shift"),
                    tr("Number of statements; for a place, those that name it"),
                    tr("Number of figures; for a place, those about it"),
                )[section]
            case Qt.ItemDataRole.TextAlignmentRole if section:
                return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        return None

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | Qt.AlignmentFlag | None:
        # The delegate paints with the methods below, not by roles.
        if role not in _ROLES:
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                names = f"{node.name} {node.name_zh}".strip()
                counts = (self._read_out(node, column) for column in (1, 2))
                words = (self._description(node, names), *counts)
                return wording.tip(", ".join(filter(None, words)))
            case Qt.ItemDataRole.AccessibleTextRole:
                return self._read_out(node, index.column())
        return self.count(node, index.column()) if index.column() else self.name(node)

    def name(self, node: Node) -> str:
        """Return the text of the first column."""
        match node.kind:
            case "themes":
                return tr("Themes")
            case "places":
                return tr("Places")
            case "search":
                return tr("Search: {words}", words=node.name)
            case "collection":
                others = f" (+ {node.name})" if node.name else ""
                return f"{tr('Collection')}{others}"
        return node.name

    def count(self, node: Node, column: int) -> str:
        """Return the text of another column; it is empty for groups."""
        return f"{getattr(node, COUNTS[column - 1]):,}" if node.id else ""

    def swatch(self, node: Node) -> QIcon | None:
        """Return the swatch before a region or a speaker; each colour is drawn once."""
        if node.kind in _ICONS:
            return theme.icon(_ICONS[node.kind], self._style, theme.SWATCH.width())
        if node.kind not in ("region", "speaker"):
            return None
        key = node.province, node.kind
        if key not in self._swatches:
            color, square = self._colors[node.province].deep, node.kind == "region"
            self._swatches[key] = QIcon(theme.swatch(color, self._style, square=square))
        return self._swatches[key]

    def _read_out(self, node: Node, column: int) -> str:
        """Return a cell as screen readers read it, which read all cells of a row."""
        if not column:
            # Without the Chinese name: screen readers read one language at a time.
            return self._description(node, node.name)
        counted = (wording.statements, wording.figures)[column - 1]
        return counted(getattr(node, COUNTS[column - 1])) if node.id else ""

    def _description(self, node: Node, name: str) -> str:
        """Return what a row is, besides its counts."""
        if node.kind == "collection":
            name = self.name(node)
        kinds = {
            "collection": tr("what you have collected"),
            "region": tr("region"),
            "speaker": tr("speaker"),
            "theme": tr("theme"),
            "place": tr("place"),
            "search": tr("statements and figures found"),
        }
        if not node.id:
            return self.name(node)
        within = self._regions.get(node.province, "") if node.id != node.province else ""
        return ", ".join(part for part in (name, kinds[node.kind], within) if part)
