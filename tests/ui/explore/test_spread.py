"""How points are spread: beside and above one another as far as there is room, then counted."""

import numpy as np
import pytest

from jjjviewer.ui.explore.spread import Room, at_values, in_lanes

LIT = np.ones(100, dtype=bool)


def room(pixels: float, high: float) -> Room:
    """A unit across is so many pixels wide, a lane so many high; dots are ten or five."""
    return Room((1 / pixels, 1 / high), (10.0, 5.0), high, 8.0)


def test_points_at_one_place_stand_above_one_another_about_the_middle_of_their_lane() -> None:
    dots = in_lanes(np.full(3, 7.0), np.full(3, 2), LIT[:3], room(10, 60))
    assert dots.x == pytest.approx([7, 7, 7])
    assert sorted(dots.y) == pytest.approx([2.5 - 10 / 60, 2.5, 2.5 + 10 / 60])
    assert dots.counts.tolist() == [1, 1, 1]


def test_where_there_is_room_points_of_a_paragraph_stand_beside_one_another() -> None:
    x = 7 + np.linspace(-0.4, 0.4, 4)
    dots = in_lanes(x, np.zeros(4, dtype=np.intp), LIT[:4], room(40, 10))
    assert len(set(dots.x)) == 4
    assert dots.y == pytest.approx([0.5] * 4)


def test_dots_are_smaller_before_they_overlap() -> None:
    dots = in_lanes(np.zeros(6), np.zeros(6, dtype=np.intp), LIT[:6], room(10, 30))
    assert dots.pitch == 5
    assert dots.counts.tolist() == [1] * 6


@pytest.mark.parametrize("count", [7, 100])
def test_points_that_must_overlap_are_counted_and_none_is_lost(count: int) -> None:
    lanes = np.zeros(count, dtype=np.intp)
    dots = in_lanes(np.zeros(count), lanes, LIT[:count], room(10, 30))
    assert dots.crowds.counts.tolist() == [count]
    assert dots.counts.sum() == count
    assert sorted(np.concatenate([dots.points(dot) for dot in range(len(dots.x))])) == [
        *range(count)
    ]
    # The number stands above the dots, within the lane.
    assert 0 < dots.crowds.y[0] < dots.y.min()


def test_points_of_two_lanes_or_places_never_share_a_dot() -> None:
    x, lanes = np.array([1.0, 1.0, 5.0, 5.0]), np.array([0, 1, 0, 1])
    dots = in_lanes(x, lanes, LIT[:4], room(10, 30))
    assert sorted(zip(dots.x.tolist(), dots.lanes.tolist(), strict=True)) == [
        (1, 0), (1, 1), (5, 0), (5, 1)
    ]  # fmt: skip


def test_a_dot_is_drawn_as_one_of_its_points_that_is_lit() -> None:
    is_lit = np.zeros(50, dtype=bool)
    is_lit[[10, 40]] = True
    dots = in_lanes(np.zeros(50), np.zeros(50, dtype=np.intp), is_lit, room(10, 20))
    lit = [int(first) for first, is_ in zip(dots.first, dots.is_lit, strict=True) if is_]
    assert lit and {*lit} <= {10, 40}


def test_values_that_can_be_told_apart_stay_where_they_are() -> None:
    x, y = np.array([1.0, 1.0, 1.0]), np.array([10.0, 20.0, 20.0])
    dots = at_values(x, y, LIT[:3], Room((0.1, 0.1), (10.0,), 100.0, 8.0))
    assert sorted(zip(dots.y.tolist(), dots.counts.tolist(), strict=True)) == [(10, 1), (20, 2)]
    assert dots.crowds.counts.tolist() == [2]


def test_without_points_there_are_no_dots() -> None:
    none, lanes = np.zeros(0), np.zeros(0, dtype=np.intp)
    assert len(in_lanes(none, lanes, LIT[:0], room(10, 30)).x) == 0
    assert len(at_values(none, none, LIT[:0], room(10, 30)).x) == 0
