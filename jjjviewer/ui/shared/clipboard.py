"""Copying and choosing all in whatever has the keys."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from jjjviewer.ui.shared.tables import CopyTable

_TEXTS = (QTextEdit, QPlainTextEdit, QLineEdit)


def copy_from(widget: QWidget | None) -> None:
    """Put what is chosen in a widget on the clipboard, where it holds anything to copy."""
    if isinstance(widget, (*_TEXTS, CopyTable)):
        widget.copy()
    elif isinstance(widget, QAbstractItemView):
        names = [str(index.data()) for index in widget.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText("\n".join(names))


def select_all_in(widget: QWidget | None) -> None:
    """Choose everything in a widget, where it lets things be chosen."""
    if isinstance(widget, (*_TEXTS, QAbstractItemView)):
        widget.selectAll()
