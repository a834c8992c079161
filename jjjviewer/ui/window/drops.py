"""Packs that are dropped on the window."""

from pathlib import Path

from PySide6.QtCore import QEvent, QMimeData, QObject, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QWidget


class PackDrops(QObject):
    """Accepts one file or folder that is dragged onto a widget.

    Args:
        target: the widget.
    """

    dropped = Signal(object)
    """The path that was dropped."""

    def __init__(self, target: QWidget) -> None:
        super().__init__(target)
        target.setAcceptDrops(True)
        target.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Asked by type first: the window gets thousands of other events.
        if event.type() not in (QEvent.Type.DragEnter, QEvent.Type.Drop):
            return False
        assert isinstance(event, QDragEnterEvent | QDropEvent)
        pack = _path(event.mimeData())
        if pack is None:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(pack)
        return True


def _path(data: QMimeData) -> Path | None:
    """Return the one file or folder that is dragged, or None."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
