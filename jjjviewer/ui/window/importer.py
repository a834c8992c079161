"""Importing modules in a thread."""

from collections.abc import Callable

from PySide6.QtCore import QObject, QThread


class Importer(QThread):
    """Calls a function that imports, so that the window responds meanwhile."""

    def __init__(self, import_: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._import = import_

    def run(self) -> None:
        self._import()
