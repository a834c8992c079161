"""Bundled files are found wherever the program runs from, and nothing else is."""

import sys
from pathlib import Path

import pytest

from jjjviewer.paths import resource


def test_the_bundled_pack_is_found_in_the_checkout() -> None:
    assert (resource("interview") / "datapackage.json").is_file()


def test_a_frozen_application_takes_its_own(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "resources" / "interview").mkdir(parents=True)
    monkeypatch.setattr(sys, "_MEIPASS", str(tmp_path), raising=False)
    assert resource("interview") == tmp_path / "resources" / "interview"


@pytest.mark.parametrize("name", ["../LICENSE", "/etc/hostname"])
def test_nothing_outside_the_resources_is_opened(name: str) -> None:
    with pytest.raises(ValueError, match="lies outside the resources"):
        resource(name)


def test_a_missing_resource_asks_for_a_new_installation() -> None:
    with pytest.raises(FileNotFoundError, match=r"'no-such' is missing\. Install it again"):
        resource("no-such")
