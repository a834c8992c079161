"""The icon in the sizes and formats of each system, drawn from its SVG."""

import struct
from pathlib import Path

from PySide6.QtCore import QBuffer, QIODevice
from PySide6.QtGui import QImage, QPainter
from PySide6.QtSvg import QSvgRenderer

from jjjviewer.paths import resource

HICOLOR = (16, 22, 24, 32, 48, 64, 96, 128, 256, 512)
"""Edges in pixels that desktops on Linux look for."""

_ICO = (16, 24, 32, 48, 64, 128, 256)
_ICNS = {b"icp4": 16, b"icp5": 32, b"ic11": 32, b"ic12": 64, b"ic07": 128, b"ic08": 256,
         b"ic13": 256, b"ic09": 512, b"ic14": 512, b"ic10": 1024}  # fmt: skip
"""Apple's names for the sizes, some of them for doubled pixels."""


def png(edge: int) -> bytes:
    """Return the icon as a PNG of `edge` x `edge` pixels."""
    image = QImage(edge, edge, QImage.Format.Format_ARGB32)
    image.fill(0)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(str(resource("icons/app.svg"))).render(painter)
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # PySide's stub wants bytes
    return bytes(buffer.data().data())


def ico() -> bytes:
    """Return the icon for Windows: a directory of PNGs, which Vista and later read."""
    images = {edge: png(edge) for edge in _ICO}
    at = 6 + 16 * len(images)
    entries = []
    for edge, data in images.items():
        # 256 is written as 0; then colours, reserved, planes, bits a pixel.
        entries.append(struct.pack("<4B2H2I", edge % 256, edge % 256, 0, 0, 1, 32, len(data), at))
        at += len(data)
    return b"".join((struct.pack("<3H", 0, 1, len(images)), *entries, *images.values()))


def icns() -> bytes:
    """Return the icon for macOS: named PNGs, one after the other."""
    named = ((name, png(edge)) for name, edge in _ICNS.items())
    parts = b"".join(name + struct.pack(">I", 8 + len(data)) + data for name, data in named)
    return b"icns" + struct.pack(">I", 8 + len(parts)) + parts


def write_icons(folder: Path) -> None:
    """Write app.ico and app.icns into a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "app.ico").write_bytes(ico())
    (folder / "app.icns").write_bytes(icns())
