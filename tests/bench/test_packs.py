"""The packs that speed is measured with."""

from pathlib import Path

from jjjviewer.bench.packs import Size, write_pack
from tests.packs import load


def test_a_pack_is_the_same_each_time_it_is_made(tmp_path: Path) -> None:
    size = Size(5_000, 600, 20, 300)
    large, again = (write_pack(tmp_path / name, size) for name in ("one", "other"))
    files = sorted(file.name for file in large.iterdir())
    assert [(again / name).read_bytes() for name in files] == [
        (large / name).read_bytes() for name in files
    ]
    assert load(again).warnings == ()
