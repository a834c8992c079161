"""What the rows of the tree hold: names, spots of colour, counts."""

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)
from PySide6.QtGui import QIcon

from jjjviewer.charts.style import LIGHT, Style, region_colors
from jjjviewer.model.tree import Node, Numbered, numbered
from jjjviewer.ui.shared import theme, wording

Index = QModelIndex | QPersistentModelIndex
_ANSWERED = {
    Qt.ItemDataRole.DisplayRole,
    Qt.ItemDataRole.ToolTipRole,
    Qt.ItemDataRole.AccessibleTextRole,
}
COUNTS = ("statements", "figures")
"""What of a node the columns after the first count."""
_CHOSEN = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
"""What can be chosen. A tree asks for it thousands of times, so that it is put together once."""


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
        self.apply_theme(self._style)
        self.endResetModel()

    @property
    def nodes(self) -> list[Node]:
        return self._tree.nodes

    @property
    def foremost(self) -> list[Node]:
        """The nodes at the top and those below these; no other has more than one of them."""
        below = (at for top in self._tree.tops for at in self._tree.children[top])
        return [self.nodes[at] for at in (*self._tree.tops, *below)]

    def apply_theme(self, style: Style) -> None:
        self._style = style
        self._colors = region_colors(self._provinces, style)
        self._spots: dict[tuple[str, str], QIcon] = {}

    def node(self, index: Index) -> Node:
        return self.nodes[index.internalId()]

    def find(self, id_: str) -> QModelIndex:
        """The first row with an id, or an invalid index."""
        at = next((at for at, node in enumerate(self.nodes) if node.id == id_), -1)
        return self.index_of(at)

    def index_of(self, at: int) -> QModelIndex:
        """The row of a node, given its number in `nodes`; an invalid index for a negative one."""
        return QModelIndex() if at < 0 else self.createIndex(self._tree.rows[at], 0, at)

    def _below(self, parent: Index) -> list[int]:
        return self._tree.children[parent.internalId()] if parent.isValid() else self._tree.tops

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        below = self._below(parent)
        if parent.column() > 0 or not (0 <= row < len(below) and 0 <= column <= len(COUNTS)):
            return QModelIndex()
        return self.createIndex(row, column, below[row])

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]  # QObject has one too
        return self.index_of(self._tree.parents[index.internalId()] if index.isValid() else -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.column() > 0 else len(self._below(parent))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1 + len(COUNTS)

    def flags(self, index: Index) -> Qt.ItemFlag:
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

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        # What is painted, the rows' delegate asks for by the methods below.
        if role not in _ANSWERED:
            return None
        node = self.node(index)
        match role:
            case Qt.ItemDataRole.ToolTipRole:
                return wording.tip(self._in_words(node, f"{node.name} {node.name_zh}".strip()))
            case Qt.ItemDataRole.AccessibleTextRole:
                # A voice for one language would stumble over the other.
                return self._in_words(node, node.name)
        return self.count(node, index.column()) if index.column() else self.name(node)

    def name(self, node: Node) -> str:
        """What stands in the first column."""
        groups = {"themes": self.tr("Themes"), "places": self.tr("Places")}
        return groups.get(node.kind) or node.name

    def count(self, node: Node, column: int) -> str:
        """What stands in one of the other columns; groups are not counted."""
        return f"{getattr(node, COUNTS[column - 1]):,}" if node.id else ""

    def spot(self, node: Node) -> QIcon | None:
        """The spot before a region or a speaker; all of one colour are drawn once."""
        if node.kind not in ("region", "speaker"):
            return None
        key = node.province, node.kind
        if key not in self._spots:
            color, square = self._colors[node.province], node.kind == "region"
            self._spots[key] = QIcon(theme.spot(color, self._style, square=square))
        return self._spots[key]

    def _in_words(self, node: Node, name: str) -> str:
        """All that the row shows, for the tooltip and screen readers."""
        kinds = {
            "region": self.tr("region"),
            "speaker": self.tr("speaker"),
            "theme": self.tr("theme"),
            "place": self.tr("place"),
        }
        if not node.id:
            return self.name(node)
        within = self._regions.get(node.province, "") if node.id != node.province else ""
        counts = (wording.figures(node.figures), wording.statements(node.statements))
        return ", ".join(part for part in (name, kinds[node.kind], within, *counts) if part)
