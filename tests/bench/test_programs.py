"""The measured programs run, and tell all that the table is made of."""

import json
import os
from pathlib import Path

import pytest

from jjjviewer.bench.packs import scaled, write_pack
from jjjviewer.bench.process import run
from jjjviewer.paths import bundled_pack


@pytest.fixture
def environment(tmp_path: Path) -> dict[str, str]:
    """No screen is needed to see that they run, but one on which all panes have room."""
    screen = tmp_path / "screen.json"
    place = {"name": "screen", "x": 0, "y": 0, "width": 1280, "height": 800}
    screen.write_text(json.dumps({"screens": [place]}))
    platform = f"offscreen:configfile={screen}"
    # Without a folder of its own it would hand over to a window that is open on this machine.
    folders = dict.fromkeys(("XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"), str(tmp_path))
    own = {"QT_QPA_PLATFORM": platform, **folders}
    return {**os.environ, **own}


def test_the_floor_and_the_usual_way_tell_when_they_are_painted(
    environment: dict[str, str],
) -> None:
    assert run(environment, "floor")["painted"] > 0
    assert run(environment, "imports_first", bundled_pack() / "figures.csv")["chart"] > 0


def test_the_start_is_told_in_its_order(environment: dict[str, str]) -> None:
    told = run(environment, "start")
    assert 0 < told["painted"] < told["chart"]
    assert told["painted"] < told["loaded"]


def test_how_long_the_window_halts_is_told_apart(environment: dict[str, str]) -> None:
    assert run(environment, "start", "pulse")["freeze"] > 0


def test_the_use_tells_of_clicks_keys_colours_and_sizes(environment: dict[str, str]) -> None:
    told = run(environment, "use", 1280, 800, 60)
    assert {name for name, samples in told.items() if samples} == {
        "clicks",
        "first",
        "settled",
        "keys",
        "themes",
        "resizes",
    }
    assert all(sample > 0 for samples in told.values() for sample in samples)


def test_a_pack_of_any_size_is_opened_and_used(environment: dict[str, str], tmp_path: Path) -> None:
    pack = write_pack(tmp_path / "pack", scaled(1_000))
    told = run(environment, "scale", pack, 1_000)
    assert told["opened"] > 0
    assert all(told["clicks"].values())
    assert run(environment, "frames", pack)["seconds"] > 0


def test_a_program_that_fails_is_named(environment: dict[str, str], tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match=r"programs\.frames .* failed"):
        run(environment, "frames", tmp_path / "nowhere")
