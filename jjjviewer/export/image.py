"""Scenes as images, and images as PNG."""

from collections.abc import Mapping

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter

from jjjviewer.charts.scene import Scene
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError

_MOST_PIXELS = 150_000_000
"""Greatest number of pixels of an image: they take 600 MB of memory."""
_METRES_PER_INCH = 0.0254
_PACKING = 70
"""Qt's quality of a PNG: a sixth larger than the best compression, in two thirds of the time."""


def image_of(scene: Scene, scale: float, *, transparent: bool) -> QImage:
    """Paint a scene on an image.

    Args:
        scene: the page.
        scale: pixels of the image per pixel of the page.
        transparent: whether the background is left out.

    Raises:
        ExportError: the image would be too large.
    """
    width, height = round(scene.page.width * scale), round(scene.page.height * scale)
    pixel_format = (
        QImage.Format.Format_ARGB32_Premultiplied if transparent else QImage.Format.Format_RGB32
    )
    if width * height > _MOST_PIXELS:
        raise _too_large()
    image = QImage(width, height, pixel_format)
    if image.isNull():
        raise _too_large()
    if transparent:
        image.fill(0)
    painter = QPainter(image)
    painter.scale(scale, scale)
    scene.render(painter, background=not transparent)
    painter.end()
    # Set after painting, since fonts would follow the resolution.
    wide, high = (inches * _METRES_PER_INCH for inches in scene.page.inches)
    image.setDotsPerMeterX(round(width / wide))
    image.setDotsPerMeterY(round(height / high))
    return image


def png(image: QImage, metadata: Mapping[str, str]) -> bytes:
    """Return an image as PNG, with metadata as text.

    Raises:
        ExportError: the image is too large for the format.
    """
    for key, text in metadata.items():
        image.setText(key, text)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    if not image.save(buffer, "PNG", _PACKING):  # type: ignore[call-overload]  # PySide's stub wants bytes
        raise _too_large()
    return bytes(buffer.data().data())


def _too_large() -> ExportError:
    return ExportError(
        tr("The image would be too large. Choose a smaller scale, or SVG, which has none.")
    )
