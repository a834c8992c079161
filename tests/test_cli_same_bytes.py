"""The same input gives the same bytes, in every process and on every machine."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]


def exported(
    tmp_path: Path, *arguments: str, program: Path = ROOT, **environment: str
) -> dict[str, bytes]:
    """What a process of its own writes, by the names of the files."""
    command = [sys.executable, "-m", "jjjviewer", "export", *arguments, "--out", str(tmp_path)]
    done = subprocess.run(
        command,
        cwd=program,
        env=os.environ | environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, "")
    return {path.name: path.read_bytes() for path in tmp_path.iterdir()}


def test_every_format_is_the_same_in_every_process_and_on_every_screen(tmp_path: Path) -> None:
    charts = ("bars", "kinds", "map", "map-values")
    what = ("--select", "hebei", "--chart", *charts, "--format", "png,svg,pdf,csv,xlsx")
    one = exported(tmp_path / "one", *what, PYTHONHASHSEED="1")
    other = exported(
        tmp_path / "two", *what, PYTHONHASHSEED="2", QT_SCALE_FACTOR="2", QT_FONT_DPI="192"
    )
    assert len(one) == 20
    for name, data in one.items():
        assert data == other[name], name


def test_a_pdf_is_the_same_wherever_the_program_is_installed(tmp_path: Path) -> None:
    what = ("--chart", "bars", "--format", "pdf")
    here = exported(tmp_path / "here", *what)
    for folder in ("a", "另一 folder"):
        elsewhere = tmp_path / folder
        for part in ("jjjviewer", "resources"):
            shutil.copytree(ROOT / part, elsewhere / part)
        assert exported(tmp_path / f"{folder}-charts", *what, program=elsewhere) == here
