"""The ticks of an axis are round numbers, as a plotting library sets them."""

from random import Random

import pytest
from pyqtgraph import AxisItem

from jjjviewer.charts.layouts.ticks import nice_ticks


def test_that_steps_are_one_two_or_five_times_a_power_of_ten() -> None:
    assert nice_ticks(0, 10, 300) == (2, [0, 2, 4, 6, 8, 10])
    assert nice_ticks(-1.2, 1.2, 300) == (1, [-1, 0, 1])
    assert nice_ticks(0, 2500, 300) == (1000, [0, 1000, 2000])


def test_that_a_wide_axis_has_more_ticks() -> None:
    assert nice_ticks(0, 100, 300)[0] == 20
    assert nice_ticks(0, 100, 3000)[0] == 10


def test_that_ticks_equal_those_of_pyqtgraph(app: object) -> None:
    chance, axis = Random(7), AxisItem("bottom")
    for _ in range(5000):
        low = chance.choice((0.0, chance.uniform(-1, 1), chance.uniform(1900, 2100)))
        low *= 10.0 ** chance.choice((0, 0, chance.randint(-9, 12)))
        extent = chance.choice((chance.uniform(0.001, 1), float(chance.randint(1, 1000))))
        high = low + extent * max(10.0 ** chance.randint(-3, 12), 1e-6 * abs(low))
        width = chance.uniform(20, 4000)
        step, ticks = nice_ticks(low, high, width)
        their_step, their_ticks = axis.tickValues(low, high, width / 2)[0]
        assert step == pytest.approx(their_step)
        assert ticks == pytest.approx(their_ticks, rel=1e-15, abs=1e-9 * step)
