"""Images as numbers."""

from pathlib import Path

import numpy as np
from PySide6.QtGui import QImage

SQUARE = 4
"""Side in pixels of the squares that are compared: over so many, the edges of letters even out."""
CLEARLY = 40
"""Of 255."""


def difference(one: Path | QImage, other: Path | QImage) -> float:
    """The share of squares in which two images differ clearly."""
    a, b = squares(one), squares(other)
    assert a.shape == b.shape
    return float((np.abs(a - b).max(axis=2) > CLEARLY).mean())


def squares(image: Path | QImage) -> "np.ndarray[tuple[int, ...], np.dtype[np.float64]]":
    """An image with the mean of each of its squares."""
    whole = pixels(image)
    high, wide, _ = whole.shape
    parts = whole.reshape(high // SQUARE, SQUARE, wide // SQUARE, SQUARE, 3)
    means: np.ndarray[tuple[int, ...], np.dtype[np.float64]] = parts.mean(axis=(1, 3))
    return means


def pixels(image: Path | QImage) -> "np.ndarray[tuple[int, ...], np.dtype[np.int16]]":
    """The red, green and blue of an image, by row and column."""
    if isinstance(image, Path):
        image = QImage(str(image))
    image = image.convertToFormat(QImage.Format.Format_RGB888)
    rows = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1)
    return rows[:, : 3 * image.width()].reshape(image.height(), -1, 3).astype(np.int16)
