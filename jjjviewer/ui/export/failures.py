"""The dialog that tells which charts could not be exported, and why."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.wording import SHORT, shortened, wrappable

_MOST_LISTED = 8

Failures = Sequence[tuple[str, Exception]]
"""The name of each chart that failed, and its error."""


def show_failures(failed: Failures, parent: QWidget, *, are_all: bool) -> None:
    """List the charts that failed; a report of errors of the program itself can be copied.

    Args:
        failed: the charts.
        parent: the window to cover.
        are_all: whether no chart was exported.
    """
    lines = [
        f"{shortened(name, SHORT)}: {wrappable(error)}" for name, error in failed[:_MOST_LISTED]
    ]
    if len(failed) > _MOST_LISTED:
        lines.append(tr("… and {count} more.", count=len(failed) - _MOST_LISTED))
    box = QMessageBox(QMessageBox.Icon.Warning, tr("Export"), "", parent=parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    some = tr("Some charts could not be exported:")
    box.setText(tr("Nothing could be exported.") if are_all else some)
    box.setInformativeText("\n".join(lines))
    reports = [errors.record(error) for _, error in failed if not isinstance(error, ExportError)]
    close = box.addButton(QMessageBox.StandardButton.Close)
    box.setEscapeButton(close)
    if reports:
        copy = box.addButton(tr("Copy report"), QMessageBox.ButtonRole.ActionRole)
        text = "\n\n".join(reports)
        copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(text))
    box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    box.open()
