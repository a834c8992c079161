"""What the wheel and the packaged program bring along of the resources."""

import re
import tomllib
from pathlib import Path

ROOT = Path(__file__).parent.parent.parent
_OF_THE_CHECKOUT = {"desktop", "pictures"}
"""What the Linux package takes from the checkout, and what only the README shows."""


def test_wheel_and_package_bring_all_resources_but_those_of_the_checkout() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    included = project["tool"]["hatch"]["build"]["targets"]["wheel"]["force-include"]
    wheel = {path.removeprefix("resources/") for path in included}
    spec = (ROOT / "build.spec").read_text(encoding="utf-8")
    (names,) = re.findall(r"^RESOURCES = \((.*?)\)", spec, re.MULTILINE | re.DOTALL)
    folders = {path.name for path in (ROOT / "resources").iterdir() if path.is_dir()}
    assert wheel == {*re.findall(r'"(\w+)"', names)} == folders - _OF_THE_CHECKOUT
