"""The reference for the start: import everything, read one table, show a bar chart."""

import sys
import time
from typing import Any

import pandas as pd
import pyqtgraph as pg
from PySide6.QtCore import QTimer
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QApplication, QMainWindow


class _Chart(pg.PlotWidget):  # type: ignore[misc]  # it has no types
    painted = 0.0

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        QTimer.singleShot(0, self._end)

    def _end(self) -> None:
        self.painted = time.monotonic()
        self.window().close()


def _fill(chart: Any, path: str) -> None:
    figures = pd.read_csv(path)
    rows = figures[figures["unit_id"] == figures["unit_id"].mode().iloc[0]]
    largest = rows.sort_values("value", ascending=False).head(12)
    chart.addItem(pg.BarGraphItem(x=range(len(largest)), height=largest["value"], width=0.6))
    chart.getAxis("bottom").setTicks([list(enumerate(largest["measure"].str[:12]))])


application = QApplication([])
window = QMainWindow()
chart = _Chart()
window.setCentralWidget(chart)
window.resize(1280, 800)
_fill(chart, sys.argv[1])
window.show()
application.exec()
print(f'{{"chart": {chart.painted}}}')
