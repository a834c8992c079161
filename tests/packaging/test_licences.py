"""The package quotes the licences of all that lies in it, in Debian's format."""

import re
from pathlib import Path

import pytest

from jjjviewer.packaging import licences
from jjjviewer.packaging.licences import NoLicenceError, copyright_file

ROOT = Path(__file__).resolve().parents[2]
PARTS = ["numpy", "pandas", "pypdf", "pyqtgraph", "pyside6_essentials", "xlsxwriter"]


@pytest.fixture
def application(tmp_path: Path) -> Path:
    (tmp_path / "_internal/numpy").mkdir(parents=True)
    return tmp_path


@pytest.fixture
def text(application: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    # Where tests run, what builds the application may be missing.
    monkeypatch.setattr(licences, "BUILDER", "rapidfuzz")
    return copyright_file(ROOT / "resources", application, PARTS)


def fields(text: str, name: str) -> list[str]:
    return re.findall(rf"^{name}: (.*(?:\n .*)*)", text, re.MULTILINE)


def test_every_licence_that_is_named_is_quoted_once(text: str) -> None:
    quoted = [each.split("\n")[0] for each in fields(text, "License") if "\n" in each]
    named = {
        word for each in fields(text, "License") if "\n" not in each for word in each.split(" and ")
    }
    assert len(quoted) == len(set(quoted))
    assert named <= set(quoted)
    assert {
        "numpy-licence",
        "pandas-licence",
        "python-licence",
        "fonts-licence",
        "divisions-licence",
        "pinyin-licence",
    } <= named


@pytest.mark.parametrize(
    "words",
    [
        "Neither the name of the NumPy Developers nor the names of any",
        "PYTHON SOFTWARE FOUNDATION LICENSE VERSION 2",
        "SIL OPEN FONT LICENSE Version 1.1 - 26 February 2007",
        "ISC License",
        "John McNamara",
    ],
)
def test_what_the_parts_say_themselves_is_quoted(text: str, words: str) -> None:
    assert words in text


def test_what_debian_keeps_itself_is_named(text: str) -> None:
    assert "TERMS AND CONDITIONS FOR USE" not in text
    assert "/usr/share/common-licenses/Apache-2.0" in text
    assert "/usr/share/common-licenses/LGPL-3" in text


def test_each_line_is_a_field_or_belongs_to_one(text: str) -> None:
    for line in text.splitlines():
        assert not line or line.startswith(" ") or re.match(r"[A-Z][\w-]+: \S", line), line
        assert line == line.rstrip()


def test_the_files_beside_the_program_are_their_makers(text: str) -> None:
    numpy = next(each for each in text.split("\n\n") if "_internal/numpy/*" in each)
    assert re.search(r"Copyright: 20.*NumPy Developers", numpy)
    assert numpy.splitlines()[-1] == "License: numpy-licence"
    # It does not lie there.
    assert "_internal/pandas/" not in text


def test_a_part_without_a_licence_is_named(
    application: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(licences, "BUILDER", "rapidfuzz")
    monkeypatch.setattr(licences, "_OF_QT", set())
    with pytest.raises(NoLicenceError, match="pyside6_essentials brings no licence"):
        copyright_file(ROOT / "resources", application, ["pyside6_essentials"])
