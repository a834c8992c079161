"""The containers of the icon are what their systems read."""

import struct

from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication

from jjjviewer.packaging.icons import icns, ico, png


def test_the_icon_shows_three_regions_at_16_pixels(qapp: QApplication) -> None:
    image = QImage.fromData(QByteArray(png(16)))
    assert (image.width(), image.height()) == (16, 16)
    blue, orange, green = (image.pixelColor(*at) for at in ((5, 6), (12, 8), (3, 13)))
    assert blue.blue() > 150 > blue.red()
    assert orange.red() > 150 > orange.green()
    assert green.green() > 120 > green.red()


def test_windows_finds_a_png_at_every_place_that_is_named(qapp: QApplication) -> None:
    data = ico()
    _, kind, count = struct.unpack_from("<3H", data)
    assert (kind, count) == (1, 7)
    for number in range(count):
        edge, _, _, _, _, _, size, at = struct.unpack_from("<4B2H2I", data, 6 + 16 * number)
        assert QImage.fromData(QByteArray(data[at : at + size])).width() == (edge or 256)


def test_macos_finds_pngs_one_after_the_other(qapp: QApplication) -> None:
    data = icns()
    assert data[:4] == b"icns"
    assert struct.unpack_from(">I", data, 4)[0] == len(data)
    at, edges = 8, []
    while at < len(data):
        (size,) = struct.unpack_from(">I", data, at + 4)
        edges.append(QImage.fromData(QByteArray(data[at + 8 : at + size])).width())
        at += size
    assert edges == [16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]
