"""Parts of a map on the command line."""

from pathlib import Path

import pytest

from jjjviewer import cli
from jjjviewer.paths import example_pack
from tests.test_cli import names


def test_a_part_of_the_map_is_drawn_where_an_extent_is_given(app: object, tmp_path: Path) -> None:
    said = {}
    for name, extent in (("whole", []), ("part", ["--extent", "115.5,40,116.5,41"])):
        folder = tmp_path / name
        arguments = ["export", "--chart", "map", "--format", "svg", "--out", str(folder)]
        assert cli.run([*arguments, *extent]) == 0
        said[name] = (folder / "all-map.svg").read_text(encoding="utf-8")
    assert ">Yanqing</text>" in said["part"]
    assert ">Cangzhou</text>" in said["whole"]
    assert ">Cangzhou</text>" not in said["part"]


def test_an_extent_may_begin_with_a_minus(app: object, tmp_path: Path) -> None:
    arguments = ["export", str(example_pack()), "--chart", "map", "--format", "svg"]
    arguments += ["--extent", "-150.5,9.5,-149.5,10.5", "--out", str(tmp_path)]
    assert cli.run(arguments) == 0
    assert names(tmp_path) == {"all-map.svg"}


def test_an_extent_for_a_chart_that_is_no_map_is_refused_with_a_message(
    app: object, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    arguments = ["export", "--extent", "115.5,40,116.5,41", "--out", str(tmp_path)]
    assert cli.run([*arguments, "--chart", "bars", "matrix"]) == 1
    assert "--extent is of maps, and none is asked for" in capsys.readouterr().err
    assert names(tmp_path) == set()
    assert cli.run([*arguments, "--chart", "bars", "map", "--format", "svg"]) == 0
    assert names(tmp_path) == {"all-bars.svg", "all-map.svg"}


@pytest.mark.parametrize(
    ("extent", "message"),
    [
        ("somewhere", "'somewhere' is not WEST,SOUTH,EAST,NORTH in degrees"),
        ("115,38,118", "'115,38,118' is not WEST,SOUTH,EAST,NORTH in degrees"),
        ("118,38,115,41", "WEST has to be less than EAST"),
        ("38,115,41,118", "SOUTH less than NORTH, both from -90 to 90"),
        ("115,nan,118,41", "SOUTH less than NORTH"),
    ],
)
def test_an_invalid_extent_is_refused_with_a_message(
    extent: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    with pytest.raises(SystemExit) as ended:
        cli.run(["export", "--extent", extent])
    assert ended.value.code == 2
    assert message in capsys.readouterr().err
