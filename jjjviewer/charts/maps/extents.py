"""Which part of the earth a map shows: where its places lie, without outliers, and where densest."""

import math
from collections.abc import Collection, Mapping, Sequence

import numpy as np

from jjjviewer.model.atlas import Extent

Position = tuple[float, float]
"""Longitude and latitude, in degrees."""

_LEAST = 0.5
"""In degrees: what a map shows at least either way; less would be a town plan."""
_GAP = 0.35
"""How far off an outlier lies, as a share of what all others span."""
_ENOUGH = 5
"""Of fewer places none is an outlier."""
_ZOOMS = (4.0, 3.2, 2.5, 2.0, 1.6)


def frame_of(places: Mapping[str, Position], wanted: Collection[str] = ()) -> Extent:
    """The extent of places without outliers, of which those that are wanted are none."""
    points = dict(places)
    spare = max(1, len(points) // 8) if len(points) >= _ENOUGH else 0
    for _ in range(spare):
        if not (outlier := _outlier(points, wanted)):
            break
        del points[outlier]
    lons, lats = zip(*points.values(), strict=True)
    (west, east), (south, north) = _spread(lons), _spread(lats)
    return Extent(west, south, east, north)


def _outlier(points: Mapping[str, Position], wanted: Collection[str]) -> str:
    """The place beyond the widest gap to its neighbour, if that is wide; or nothing."""
    found, widest = "", _GAP
    for axis in (0, 1):
        ids = sorted(points, key=lambda id_: points[id_][axis])
        for end, following, other in ((ids[0], ids[1], ids[-1]), (ids[-1], ids[-2], ids[0])):
            gap = abs(points[end][axis] - points[following][axis])
            rest = abs(points[following][axis] - points[other][axis])
            if end not in wanted and gap > max(widest * rest, _LEAST):
                found, widest = end, gap / max(rest, 1e-9)
    return found


def _spread(values: Sequence[float]) -> tuple[float, float]:
    low, high = min(values), max(values)
    lacking = max(0.0, _LEAST - (high - low)) / 2
    return low - lacking, high + lacking


def core_of(
    points: Sequence[tuple[float, float]], room: tuple[float, float], near: float
) -> tuple[float, float, float, float] | None:
    """Where points are densest, to be drawn larger in a room of its own; None where nowhere.

    Args:
        points: on the page.
        room: width and height that the core would be drawn in.
        near: the distance below which points crowd one another.

    Returns:
        Left, top, width and height on the page, in the proportions of the room.
    """
    at = np.array(points).reshape(-1, 2)
    apart = np.hypot(*(at[:, None, :] - at[None, :, :]).transpose(2, 0, 1))
    crowded = at[(apart < near).sum(axis=1) > 2]
    if len(crowded) < _ENOUGH:
        return None
    best, found = 0.0, None
    for zoom in _ZOOMS:
        # Names need some room beside the outermost points.
        half = np.array(room) / zoom / 2
        inner = half - near / zoom
        inside = (np.abs(crowded[:, None, :] - crowded[None, :, :]) <= inner).all(axis=2)
        centre = crowded[inside[inside.sum(axis=1).argmax()]]
        middle = (centre.min(axis=0) + centre.max(axis=0)) / 2
        caught = (np.abs(crowded - middle) <= inner).all(axis=1).sum()
        worth = caught * (1 - 1 / zoom)
        if worth > best:
            left, top = middle - half
            best, found = worth, (float(left), float(top), *(float(each) for each in 2 * half))
    return found


def proportions(extent: Extent, parallel: float) -> float:
    """How much wider than high an extent is drawn."""
    wide = (extent.east - extent.west) * max(0.05, math.cos(math.radians(parallel)))
    return wide / max(extent.north - extent.south, 1e-9)
