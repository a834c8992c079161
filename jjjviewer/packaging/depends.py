"""The dependencies of the package: libraries that its programs link to but don't include."""

import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

from jjjviewer.system import QT_LIBRARIES, WINDOW_LIBRARIES

_PYTHON_LIBRARIES = {
    "libbz2.so.1.0": "libbz2-1.0",
    "libffi.so.8": "libffi8",
    "libgcc_s.so.1": "libgcc-s1",
    "liblzma.so.5": "liblzma5",
    "libstdc++.so.6": "libstdc++6 (>= 11)",
    "libz.so.1": "zlib1g",
}
_RECOMMENDED = {"libcups.so.2"}
"""Without it there are no printers, and printing offers a PDF: the package recommends it."""
_OF_LIBC = re.compile(r"(ld-linux-.*|lib(c|dl|m|pthread|resolv|rt|util))\.so\.\d")


class UnknownLibraryError(Exception):
    """No package is known for a library; the message says where to add it."""


def depends(folder: Path) -> list[str]:
    """Return the Debian packages that the programs in a folder need.

    Raises:
        UnknownLibraryError: a library is neither in the folder nor in a package that is known.
    """
    packages = {**QT_LIBRARIES, **WINDOW_LIBRARIES, **_PYTHON_LIBRARIES}
    brought = {path.name for path in folder.rglob("*.so*")}
    needed, newest = set(), (0, 0)
    for path in _programs(folder):
        words = _readelf(path)
        needed.update(re.findall(r"\(NEEDED\).*\[(.+)\]", words))
        versions = re.findall(r"Name: GLIBC_(\d+)\.(\d+)", words)
        newest = max(newest, *((int(major), int(minor)) for major, minor in versions), (0, 0))
    needed -= brought | _RECOMMENDED
    system = {each for each in needed if not _OF_LIBC.fullmatch(each)}
    if unknown := sorted(system - packages.keys()):
        raise UnknownLibraryError(
            f"No package is known for {', '.join(unknown)}. Add it to jjjviewer/system.py if Qt "
            "needs it, or else to jjjviewer/packaging/depends.py."
        )
    libc = f"libc6 (>= {newest[0]}.{newest[1]})"
    return [libc, *sorted({packages[each] for each in system})]


def _programs(folder: Path) -> Iterator[Path]:
    for path in folder.rglob("*"):
        if path.is_file() and not path.is_symlink():
            with path.open("rb") as file:
                if file.read(4) == b"\x7fELF":
                    yield path


def _readelf(path: Path) -> str:
    # English output, whatever the locale.
    command = ["readelf", "--dynamic", "--version-info", "--wide", str(path)]
    done = subprocess.run(command, env={"LC_ALL": "C"} | _PATH, capture_output=True, check=True)
    return done.stdout.decode(errors="replace")


_PATH = {"PATH": "/usr/bin:/bin"}
