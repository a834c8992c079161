"""The package depends on what its programs name, and on nothing that nobody knows of."""

import shutil
import sys
from pathlib import Path

import pytest

from jjjviewer.packaging.depends import UnknownLibraryError, depends

pytestmark = pytest.mark.skipif(
    not sys.platform.startswith("linux") or not shutil.which("readelf"), reason="needs readelf"
)


def test_a_library_that_no_package_is_known_for_is_named(tmp_path: Path) -> None:
    # Python's window toolkit and the like name libraries that the table does not hold.
    import _curses

    shutil.copy(_curses.__file__, tmp_path / "program")
    with pytest.raises(UnknownLibraryError, match=r"libncurses.*jjjviewer/system\.py"):
        depends(tmp_path)


def test_a_library_that_is_brought_along_is_no_dependency(tmp_path: Path) -> None:
    import _ctypes

    shutil.copy(_ctypes.__file__, tmp_path / "program")
    assert "libffi8" in depends(tmp_path)
    (tmp_path / "libffi.so.8").touch()
    assert "libffi8" not in depends(tmp_path)
    assert depends(tmp_path)[0].startswith("libc6 (>= 2.")


def test_printing_is_no_dependency_for_a_pdf_does_without(tmp_path: Path) -> None:
    from PySide6.QtCore import QLibraryInfo

    plugins = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.PluginsPath))
    for part in ("Core", "Gui", "PrintSupport", "Widgets"):
        (tmp_path / f"libQt6{part}.so.6").touch()
    for plugin in (plugins / "printsupport").glob("*cups*"):
        shutil.copy(plugin, tmp_path)
        assert not any("cups" in package for package in depends(tmp_path))
