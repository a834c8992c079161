"""The package says what it is, whose and what it needs, and is the same each time."""

import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jjjviewer import __version__
from jjjviewer.packaging import licences
from jjjviewer.packaging.deb import NAME, make_deb
from jjjviewer.packaging.depends import depends

ROOT = Path(__file__).resolve().parents[2]
DAY = datetime(2026, 3, 4, 5, 6, 7, tzinfo=UTC)

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux")
    or not all(map(shutil.which, ("dpkg", "dpkg-deb", "readelf"))),
    reason="needs dpkg and readelf",
)


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A folder with what the package takes from the checkout, to be written into."""
    for name in ("desktop", "icons", "fonts", "map", "pinyin"):
        shutil.copytree(ROOT / "resources" / name, tmp_path / "resources" / name)
    (tmp_path / "dist").mkdir()
    return tmp_path


@pytest.fixture
def application(tmp_path: Path) -> Path:
    """Something small, laid out as the application is: a program, data, a link."""
    import _ctypes

    inside = tmp_path / "application/_internal"
    inside.mkdir(parents=True)
    shutil.copy(_ctypes.__file__, inside.parent / NAME)
    (inside / "data.csv").write_text("a,b\n")
    (inside / "link.csv").symlink_to("data.csv")
    return inside.parent


@pytest.fixture(autouse=True)
def builder(monkeypatch: pytest.MonkeyPatch) -> None:
    # Where tests run, what builds the application may be missing.
    monkeypatch.setattr(licences, "BUILDER", "rapidfuzz")


@pytest.fixture(autouse=True)
def maintainer(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DEBFULLNAME", "A Reader")
    monkeypatch.setenv("DEBEMAIL", "reader@example.org")


@pytest.fixture
def package(application: Path, checkout: Path, qapp: QApplication) -> Path:
    return make_deb(application, checkout, checkout / "dist", DAY, ["xlsxwriter"])


def said(*command: str | Path) -> bytes:
    return subprocess.run(command, stdout=subprocess.PIPE, check=True).stdout


def members(package: Path) -> Iterator[tuple[tarfile.TarInfo, bytes]]:
    """What is installed, each file with its bytes; others have none."""
    with tarfile.open(fileobj=io.BytesIO(said("dpkg-deb", "--fsys-tarfile", package))) as archive:
        for member in archive:
            file = archive.extractfile(member) if member.isfile() else None
            yield member, file.read() if file else b""


def test_the_package_says_what_it_is_whose_and_what_it_needs(
    package: Path, application: Path
) -> None:
    lines = said("dpkg-deb", "--field", package).decode().splitlines()
    fields = dict(line.split(": ", 1) for line in lines if not line.startswith(" "))
    assert package.name == f"{NAME}_{__version__}_{fields['Architecture']}.deb"
    assert (fields["Package"], fields["Version"]) == (NAME, __version__)
    assert fields["Maintainer"] == "A Reader <reader@example.org>"
    # Exactly what its programs name, such as the library of the one that lies in it here.
    assert fields["Depends"].split(", ") == depends(application)
    assert "libffi8" in fields["Depends"]


def test_all_may_read_it_and_only_the_program_runs(package: Path) -> None:
    for member, _ in members(package):
        runs = member.isdir() or member.name == f"./usr/lib/{NAME}/{NAME}"
        assert member.issym() or member.mode == (0o755 if runs else 0o644), member.name
        assert (member.uid, member.gid) == (0, 0)


def test_the_command_and_what_desktops_look_for_are_where_they_look(package: Path) -> None:
    found = {member.name: member for member, _ in members(package)}
    assert found[f"./usr/bin/{NAME}"].linkname == f"../lib/{NAME}/{NAME}"
    for name in (
        f"applications/{NAME}.desktop",
        f"mime/packages/{NAME}.xml",
        f"icons/hicolor/48x48/apps/{NAME}.png",
        f"icons/hicolor/scalable/apps/{NAME}.svg",
        f"man/man1/{NAME}.1.gz",
    ):
        assert found[f"./usr/share/{name}"].isfile()


def test_there_is_a_sum_of_every_file(package: Path) -> None:
    lines = said("dpkg-deb", "--info", package, "md5sums").decode().splitlines()
    sums = {name: digest for digest, name in (line.split("  ") for line in lines)}
    assert sums == {
        member.name.removeprefix("./"): hashlib.md5(data).hexdigest()
        for member, data in members(package)
        if member.isfile()
    }


def test_the_same_input_gives_the_same_bytes_whatever_the_machine(
    package: Path, application: Path, checkout: Path
) -> None:
    first = package.read_bytes()
    # As after another installation, of a user who keeps things private.
    data = application / "_internal/data.csv"
    data.chmod(0o600)
    os.utime(data, (1, 1))
    before = os.umask(0o077)
    try:
        again = make_deb(application, checkout, checkout / "dist", DAY, ["xlsxwriter"])
    finally:
        os.umask(before)
    assert again.read_bytes() == first
    assert {member.mtime for member, _ in members(again)} == {int(DAY.timestamp())}


def test_a_package_that_is_not_finished_is_not_left(
    application: Path, checkout: Path, monkeypatch: pytest.MonkeyPatch, qapp: QApplication
) -> None:
    (checkout / "bin").mkdir()
    failing = checkout / "bin/dpkg-deb"
    failing.write_text('#!/bin/sh\nfor last; do :; done\necho half > "$last"\nexit 1\n')
    failing.chmod(0o755)
    monkeypatch.setenv("PATH", f"{failing.parent}:{os.environ['PATH']}")
    with pytest.raises(subprocess.CalledProcessError):
        make_deb(application, checkout, checkout / "dist", DAY, ["xlsxwriter"])
    assert not list((checkout / "dist").glob("*.deb"))
