"""The dialog that asks what to compare a selection with."""

from collections.abc import Iterable
from itertools import islice

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.model.folding import fold
from jjjviewer.model.selection import COLLECTION, SEARCH, Selection
from jjjviewer.model.tree import Node
from jjjviewer.ui.shared.fitting import wrap
from jjjviewer.ui.shared.text_field import TextField
from jjjviewer.ui.shared.wording import SHORT, shortened, tip

_ID = Qt.ItemDataRole.UserRole
_FAMILIES = {"region": "who", "speaker": "who", "theme": "what", "place": "where"}
"""What is compared with what, by kinds of rows."""
_MOST_ROWS = 200
_SIZE = (380, 440)
_STEPS = (Qt.Key.Key_Down, Qt.Key.Key_Up, Qt.Key.Key_PageDown, Qt.Key.Key_PageUp)


class CompareDialog(QDialog):
    """Lists all that a selection can be compared with, filtered by what is typed.

    Args:
        ids: ids of what is to be compared.
        tops: the topmost nodes of the tree.
        parent: the Qt parent.
    """

    chosen = Signal(object)
    """The `Selection` of all that is to be compared."""

    def __init__(self, ids: tuple[str, ...], tops: Iterable[Node], parent: QWidget) -> None:
        super().__init__(parent)
        nodes = {node.id: node for top in tops for node in top.walk() if node.id}
        families = {_FAMILIES[nodes[id_].kind] for id_ in ids if id_ in nodes}
        searched = [f"“{id_.removeprefix(SEARCH)}”" for id_ in ids if id_.startswith(SEARCH)]
        searched += [tr("Collection") for id_ in ids if id_ == COLLECTION and id_ not in nodes]
        families |= {_FAMILIES["theme"]} if searched else set()
        # What is of another family would narrow what is selected.
        self._nodes = {
            id_: node
            for id_, node in nodes.items()
            if not families or _FAMILIES[node.kind] in families
        }
        self._ids = ids
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Compare"))
        self.resize(*_SIZE)
        names = [*(nodes[id_].name for id_ in ids if id_ in nodes), *searched]
        heading = QLabel(tr("Compare {names} with", names=shortened(", ".join(names))), self)
        wrap(heading)
        self._field = TextField(self)
        self._field.setPlaceholderText(tr("Part of a name"))
        self._field.setAccessibleName(tr("Part of a name"))
        self._list = QListWidget(self)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Regions, speakers, themes and places"))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        self._ok = buttons.button(QDialogButtonBox.StandardButton.Ok)
        self._ok.setText(tr("Compare"))
        layout = QVBoxLayout(self)
        for widget in (heading, self._field, self._list, buttons):
            layout.addWidget(widget)
        self._field.textChanged.connect(self._fill)
        self._list.itemDoubleClicked.connect(self.accept)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._fill("")

    def accept(self) -> None:
        item = self._list.currentItem()
        if item is not None:
            self.chosen.emit(Selection.of((*self._ids, item.data(_ID))))
            super().accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        # The arrow keys move in the list while the focus stays in the field.
        if Qt.Key(event.key()) in _STEPS:
            self._list.keyPressEvent(event)
        else:
            super().keyPressEvent(event)

    def _fill(self, typed: str) -> None:
        """List the nodes whose names contain the typed text, ignoring case."""
        part = fold(typed.strip())
        kinds = {
            "region": tr("region"),
            "speaker": tr("speaker"),
            "theme": tr("theme"),
            "place": tr("place"),
        }
        found = (
            node
            for node in self._nodes.values()
            if node.id not in self._ids and part in fold(f"{node.name} {node.name_zh}")
        )
        self._list.clear()
        for node in islice(found, _MOST_ROWS):
            name = f"{node.name} {node.name_zh}".strip()
            item = QListWidgetItem(f"{shortened(name, SHORT)}, {kinds[node.kind]}", self._list)
            item.setToolTip(tip(name))
            item.setData(_ID, node.id)
        self._list.setCurrentRow(0)
        self._ok.setEnabled(self._list.count() > 0)
