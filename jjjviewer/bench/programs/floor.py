"""The floor: an empty PySide6 window."""

import time

from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class _Empty(QMainWindow):
    painted = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        self.painted = time.monotonic()
        self.close()


application = QApplication([])
window = _Empty()
window.resize(1280, 800)
window.show()
application.exec()
print(f'{{"painted": {window.painted}}}')
