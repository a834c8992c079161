"""Which part of the earth a map shows: where its places lie, and where they lie densest."""

from collections.abc import Collection, Mapping, Sequence

import numpy as np
from numpy.typing import NDArray

from jjjviewer.model.geography import Extent

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""
Area = tuple[float, float, float, float]
"""Left, top, width and height, in pixels of the page."""

_LEAST, _ALONE = 0.3, 2.0
"""In degrees: what a map shows at least either way, and round a place that is alone."""
_LARGER = 1.4
"""How much larger a map is drawn without an outlier: nearer ones stay on it."""
_ENOUGH, _MOST = 5, 400
"""Of fewer places none is an outlier; of more each is compared with each for too long."""
_LEAST_LINES = 4
"""How many lines are worth a room of their own."""
_ZOOMS = (4.0, 3.3, 2.7, 2.2, 1.8)


def frame_of(
    places: Mapping[str, Position], wide: float = 1.0, wanted: Collection[str] = ()
) -> Extent:
    """Return the extent of places without outliers.

    Args:
        places: at least one.
        wide: how much wider than high the room is that they are drawn in, in degrees.
        wanted: those that are no outliers wherever they lie.
    """
    points = dict(places)
    spare = max(1, len(points) // 8) if len(points) >= _ENOUGH else 0
    for _ in range(spare):
        if not (outlier := _outlier(points, wide, wanted)):
            break
        del points[outlier]
    return _around([*points.values()])


def _outlier(points: Mapping[str, Position], wide: float, wanted: Collection[str]) -> str:
    """Return the outlier without which the others are drawn largest, if they gain enough."""
    found, least = "", _span(_around([*points.values()]), wide) / _LARGER
    ends = {
        pick(points, key=lambda id_: points[id_][axis]) for axis in (0, 1) for pick in (min, max)
    }
    for id_ in sorted(ends - {*wanted}):
        rest = _span(_around([at for each, at in points.items() if each != id_]), wide)
        if rest < least:
            found, least = id_, rest
    return found


def _around(points: Sequence[Position]) -> Extent:
    lons, lats = zip(*points, strict=True)
    least = _LEAST if len({*points}) > 1 else _ALONE
    (west, east), (south, north) = _spread(lons, least), _spread(lats, least)
    return Extent(west, south, east, north)


def _span(extent: Extent, wide: float) -> float:
    """Return the height, in degrees, of the area that an extent needs."""
    return max((extent.east - extent.west) / wide, extent.north - extent.south)


def _spread(values: Sequence[float], least: float) -> tuple[float, float]:
    low, high = min(values), max(values)
    lacking = max(0.0, least - (high - low)) / 2
    return low - lacking, high + lacking


def core_of(
    points: Mapping[str, tuple[float, float]],
    joined: Sequence[frozenset[str]],
    room: tuple[float, float],
    near: float,
) -> Area | None:
    """Return the area where lines crowd most, which an inset of its own shows larger.

    It has the proportions of the room; there is none where it would be no help.

    Args:
        points: on the page, by id.
        joined: the points that each line joins.
        room: width and height that the core would be drawn in.
        near: the distance below which points crowd one another.
    """
    if not _ENOUGH <= len(points) <= _MOST:
        return None
    at = np.array([*points.values()])
    apart = np.hypot(*(at[:, None, :] - at[None, :, :]).transpose(2, 0, 1))
    crowd = np.clip(1 - apart / near, 0, None).sum(axis=1) - 1
    # Row by row, which points a line joins; one that leaves the page can't be caught.
    ends = np.array([[id_ in ids for id_ in points] for ids in joined if ids <= points.keys()])
    if (crowd > 0).sum() < _ENOUGH or not ends.size:
        return None
    weight = np.minimum(ends @ crowd / ends.sum(axis=1), 1)
    found: tuple[float, Area | None] = (0.0, None)
    for zoom in _ZOOMS:
        # Names need some room beside the outermost points.
        half = np.array(room) / zoom / 2
        inner = half - near / zoom
        inside = (np.abs(at[:, None, :] - at[None, :, :]) <= inner).all(axis=2)
        fullest = inside[(_caught(inside, ends) @ weight).argmax()]
        middle = (at[fullest].min(axis=0) + at[fullest].max(axis=0)) / 2
        within = (np.abs(at - middle) <= inner).all(axis=1)
        caught = _caught(within[None, :], ends)[0]
        worth = (caught @ weight) * (1 - 1 / zoom) ** 2
        if worth > found[0] and caught.sum() >= _LEAST_LINES:
            found = (worth, (*(middle - half).tolist(), *(2 * half).tolist()))
    return found[1]


def _caught(inside: NDArray[np.bool_], ends: NDArray[np.bool_]) -> NDArray[np.bool_]:
    """Return which lines stay within each of some windows, given the points inside."""
    held: NDArray[np.bool_] = inside.astype(int) @ ends.T.astype(int) == ends.sum(axis=1)
    return held
