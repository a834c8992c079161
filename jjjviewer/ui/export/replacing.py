"""Asking before files are replaced."""

from collections.abc import Sequence

from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared.wording import shortened

_MOST_NAMED = 6


def may_replace(names: Sequence[str], title: str, parent: QWidget) -> bool:
    """Ask whether files that exist may be replaced; the safe answer is the first."""
    if len(names) == 1:
        question = tr("“{name}” exists already. Replace it?", name=shortened(names[0]))
    else:
        some = ", ".join(map(shortened, names[:_MOST_NAMED]))
        question = tr(
            "{count} files exist already: {names}. Replace them?",
            count=len(names),
            names=f"{some} …" if len(names) > _MOST_NAMED else some,
        )
    yes, no = QMessageBox.StandardButton.Yes, QMessageBox.StandardButton.No
    return QMessageBox.question(parent, title, question, yes | no, no) == yes
