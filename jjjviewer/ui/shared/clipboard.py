"""Copy and select all, in the widget with the keyboard focus."""

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QPlainTextEdit, QTextEdit, QWidget

from jjjviewer.model.formula_escape import guarded
from jjjviewer.ui.shared.tables import CopyTable

_TEXTS = (QTextEdit, QPlainTextEdit, QLineEdit)


def copy_from(widget: QWidget | None) -> bool:
    """Copy the selection of a widget; return whether it is one that can have a selection."""
    if isinstance(widget, (*_TEXTS, CopyTable)):
        widget.copy()
        return True
    if isinstance(widget, QAbstractItemView):
        # They may land in a spreadsheet.
        names = [guarded(str(index.data())) for index in widget.selectionModel().selectedRows()]
        QGuiApplication.clipboard().setText("\n".join(names))
        return True
    return False


def select_all_in(widget: QWidget | None) -> None:
    """Select everything in a widget, if it has a selection."""
    if isinstance(widget, (*_TEXTS, QAbstractItemView)):
        widget.selectAll()
