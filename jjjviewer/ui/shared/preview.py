"""A chart as its file will show it, scaled to the widget."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr

_CHECK = 8
"""The side of a square of the checkerboard, in pixels."""


class Preview(QWidget):
    """Paints a scene, over a checkerboard where its background is transparent."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._scene: Scene | None = None
        self._transparent = False
        self.setMinimumSize(QSize(320, 240))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(tr("Preview"))

    def show_scene(self, scene: Scene, *, transparent: bool) -> None:
        """Paint another scene."""
        self._scene = scene
        self._transparent = transparent
        self.setAccessibleDescription(scene.description)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._scene is None:
            return
        page = self._scene.page
        scale = min((self.width() - 2) / page.width, (self.height() - 2) / page.height)
        painter = QPainter(self)
        painter.translate(
            (self.width() - page.width * scale) / 2, (self.height() - page.height * scale) / 2
        )
        area = QRectF(0, 0, page.width * scale, page.height * scale)
        if self._transparent:
            self._paint_checkerboard(painter, area)
        painter.setPen(QPen(QColor(self._style.axis), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(area)
        painter.scale(scale, scale)
        self._scene.render(painter, background=not self._transparent)
        painter.end()

    def _paint_checkerboard(self, painter: QPainter, area: QRectF) -> None:
        assert self._scene is not None
        # In the colours of the scene, which is designed for such a background.
        style = self._scene.style
        painter.fillRect(area, QColor(style.background))
        for row in range(int(area.height() / _CHECK) + 1):
            for column in range(row % 2, int(area.width() / _CHECK) + 1, 2):
                square = QRectF(column * _CHECK, row * _CHECK, _CHECK, _CHECK)
                painter.fillRect(square & area, QColor(style.surface))
