"""Positions on the earth and points of a page lead to each other."""

import pytest
from PySide6.QtCore import QPointF, QRectF

from jjjviewer.charts.maps.projection import Projection
from jjjviewer.model.geography import Extent

ROOM = QRectF(30, 97, 720, 358)
WIDE = Projection.fitting(Extent(113.4, 36.0, 119.9, 42.6), ROOM, 39.5)


def test_what_an_area_shows_lies_in_that_area() -> None:
    area = QRectF(200, 150, 120, 80)
    again = WIDE.area_of(WIDE.extent_of(area))
    assert (again.left(), again.top()) == pytest.approx((area.left(), area.top()))
    assert (again.width(), again.height()) == pytest.approx((area.width(), area.height()))


def test_a_part_fitted_into_the_room_is_that_part_enlarged() -> None:
    part = QRectF(ROOM.center() - QPointF(ROOM.width(), ROOM.height()) / 8, ROOM.size() / 4)
    near = Projection.fitting(WIDE.extent_of(part), ROOM, WIDE.parallel)
    lon, lat = WIDE.position(part.topLeft() + QPointF(10, 20))
    assert near.point(lon, lat).x() == pytest.approx(ROOM.left() + 40)
    assert near.point(lon, lat).y() == pytest.approx(ROOM.top() + 80)


def test_a_map_goes_on_beyond_its_room_at_the_same_scale() -> None:
    larger = ROOM.adjusted(-20, 0, 100, 30)
    on = Projection.fitting(WIDE.extent_of(larger), larger, WIDE.parallel)
    assert on.point(116.4, 39.9).x() == pytest.approx(WIDE.point(116.4, 39.9).x())
    assert on.point(116.4, 39.9).y() == pytest.approx(WIDE.point(116.4, 39.9).y())
