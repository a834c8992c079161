"""README and CONTRIBUTING: every picture, link and command in them is there."""

import re
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jjjviewer.cli import run
from tests.ui.readme_pictures import CHARTS, STEPS, draw

ROOT = Path(__file__).parent.parent
_MOST_BYTES = 150_000
"""Of a picture: everybody who clones the project loads it."""


def links_in(name: str) -> list[str]:
    text = (ROOT / name).read_text(encoding="utf-8")
    return re.findall(r"\]\(([^)\s]+)\)", text)


def anchors_of(text: str) -> set[str]:
    """The anchors of a page's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^a-z0-9 -]", "", each.lower()).replace(" ", "-") for each in headings}


@pytest.mark.parametrize("name", ["README.md", "CONTRIBUTING.md"])
def test_every_link_leads_somewhere(name: str) -> None:
    for link in links_in(name):
        file, _, anchor = link.partition("#")
        if file.startswith("https://"):
            continue
        target = ROOT / (file or name)
        assert target.exists(), link
        if anchor:
            assert anchor in anchors_of(target.read_text(encoding="utf-8")), link


def test_the_pictures_of_the_readme_are_those_that_its_command_draws(
    app: QApplication, tmp_path: Path
) -> None:
    draw(tmp_path)
    drawn = {path.name: path for path in tmp_path.iterdir()}
    shown = {Path(link).name for link in links_in("README.md") if link.endswith(".png")}
    assert drawn.keys() == shown == {f"{name}.png" for name in ("window", *CHARTS, *STEPS)}
    for name, path in drawn.items():
        assert 5_000 < path.stat().st_size < _MOST_BYTES
        assert (ROOT / "resources/pictures" / name).stat().st_size < _MOST_BYTES


def test_every_command_in_the_readme_is_one(capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"^ {4}jjjviewer ([a-z]+)", text, re.MULTILINE))
    assert {"export", "report", "find", "check", "new", "propose", "locate"} <= named
    for command in sorted(named):
        with pytest.raises(SystemExit) as ended:
            run([command, "--help"])
        assert ended.value.code == 0
    capsys.readouterr()
