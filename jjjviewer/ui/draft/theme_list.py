"""The themes of a draft, onto which words of the text are dragged."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import Records
from jjjviewer.ui.draft.article_view import ArticleView

_LINES = 7
"""Themes that can be seen without scrolling."""


class ThemeList(QListWidget):
    """Lists the themes; what is dropped on one becomes a statement on it.

    Args:
        view: the text from which words are dragged.
        parent: the Qt parent.
    """

    dropped = Signal(str)
    """The id of the theme onto which words of the text were dropped; nothing of a new one."""
    chosen = Signal(str)
    """The id of the theme that was clicked, or chosen by Enter; nothing of a new one."""

    def __init__(self, view: ArticleView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._view = view
        self.setAccessibleName(tr("Themes"))
        self.setAcceptDrops(True)
        self.setFixedHeight(_LINES * self.fontMetrics().lineSpacing() + 2 * self.frameWidth())
        self.itemClicked.connect(self._choose)
        self.itemActivated.connect(self._choose)

    def show_themes(self, records: Records) -> None:
        """List the themes as they are now, each behind its digit."""
        themes = [(each["theme_id"], each["label"]) for each in records["themes"].values()]
        lines = [(f"{number}  {label}", id_) for number, (id_, label) in enumerate(themes, 1)]
        lines.append((tr("New theme…"), ""))
        if lines == [(self.item(at).text(), self._id(self.item(at))) for at in range(self.count())]:
            return
        self.clear()
        for words, id_ in lines:
            QListWidgetItem(words, self).setData(Qt.ItemDataRole.UserRole, id_)

    def _id(self, item: QListWidgetItem) -> str:
        return str(item.data(Qt.ItemDataRole.UserRole))

    def _choose(self, item: QListWidgetItem) -> None:
        self.chosen.emit(self._id(item))

    def dragEnterEvent(self, event: QDragMoveEvent) -> None:
        self.dragMoveEvent(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if event.mimeData().text() != self._view.textCursor().selection().toPlainText():
            event.ignore()
            return
        if item is not None:
            self.setCurrentItem(item)
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()

    def dropEvent(self, event: QDropEvent) -> None:
        item = self.itemAt(event.position().toPoint())
        if item is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(self._id(item))
