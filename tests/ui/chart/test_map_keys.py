"""The map by keys, buttons and menu."""

import pytest
from PySide6.QtCore import Qt

from tests.ui.chart.map_reader import (
    ALT,
    NEAR,
    SHIFT,
    Reader,
    spread,
    two_places,
)


@pytest.mark.parametrize("key", [Qt.Key.Key_Plus, Qt.Key.Key_Equal])
def test_plus_and_minus_zoom_about_the_middle_and_zero_fits_again(
    reader: Reader, key: Qt.Key
) -> None:
    ids = two_places(reader)
    fitted = reader.places()
    reader.drawn(lambda: reader.user.press(key, reader.canvas))
    larger = spread(reader.places(), ids)
    assert larger == pytest.approx(1.5 * spread(fitted, ids), abs=2)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Minus, reader.canvas, times=2))
    assert spread(reader.places(), ids) < larger
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_0, reader.canvas))
    assert reader.places() == fitted


def test_shift_and_arrows_move_the_map_and_home_fits_it_again(reader: Reader) -> None:
    fitted = reader.places()
    still, _ = two_places(reader)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Left, reader.canvas, SHIFT))
    assert reader.places()[still].x() > fitted[still].x() + 10
    assert reader.places()[still].y() == pytest.approx(fitted[still].y(), abs=NEAR)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Up, reader.canvas, SHIFT))
    assert reader.places()[still].y() > fitted[still].y() + 10
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Home, reader.canvas))
    assert reader.places() == fitted


def test_the_buttons_zoom_in_and_out_and_fit(reader: Reader) -> None:
    ids = two_places(reader)
    fitted = reader.places()
    reader.drawn(lambda: reader.user.click(reader.tool("Zoom in")))
    assert spread(reader.places(), ids) == pytest.approx(1.5 * spread(fitted, ids), abs=2)
    reader.drawn(lambda: reader.user.click(reader.tool("Zoom out")))
    assert spread(reader.places(), ids) == pytest.approx(spread(fitted, ids), abs=2)
    reader.drawn(lambda: reader.user.click(reader.tool("Fit")))
    assert reader.places() == fitted


def test_the_menu_s_keys_work_from_the_tree(reader: Reader) -> None:
    ids = two_places(reader)
    fitted = reader.places()
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Equal, modifier=ALT))
    larger = spread(reader.places(), ids)
    assert larger > 1.4 * spread(fitted, ids)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Minus, modifier=ALT))
    assert spread(reader.places(), ids) < larger
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_0, modifier=ALT))
    assert reader.places() == fitted
