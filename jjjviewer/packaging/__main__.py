"""Build the application into `dist` and, where there is dpkg, its package."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

from PySide6.QtGui import QGuiApplication

from jjjviewer.packaging.deb import NAME, make_deb, release_day
from jjjviewer.packaging.depends import UnknownLibraryError
from jjjviewer.packaging.icons import write_icons
from jjjviewer.packaging.licences import NoLicenceError, parts_of

ROOT = Path(__file__).resolve().parents[2]
DIST = ROOT / "dist"


def main() -> int:
    """Build, and print the results with their sizes."""
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    application = QGuiApplication([])
    write_icons(ROOT / "build" / "icons")
    when = release_day()
    variables = {
        **os.environ,
        "PYTHONHASHSEED": "1",
        "SOURCE_DATE_EPOCH": str(int(when.timestamp())),
    }
    build = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--log-level", "ERROR"]
    if subprocess.run([*build, "build.spec"], cwd=ROOT, env=variables, check=False).returncode:
        print("The application could not be built; see above.", file=sys.stderr)
        return 1
    folder = DIST / NAME
    made = [folder]
    if sys.platform.startswith("linux"):
        _strip(folder)
    if shutil.which("dpkg-deb"):
        try:
            made.append(make_deb(folder, ROOT, DIST, when, parts_of(folder / NAME)))
        except (UnknownLibraryError, NoLicenceError) as error:
            print(error, file=sys.stderr)
            return 1
    for path in made:
        print(f"{path.relative_to(ROOT)}: {_size(path) / 1e6:.0f} MB")
    del application
    return 0


def _strip(folder: Path) -> None:
    """Strip debug symbols and the library search path from Python's own libraries and Typst's.

    Only these: other libraries break without their symbols.
    """
    inside = folder / "_internal"
    libraries = [
        *inside.glob("libpython*.so*"),
        *inside.glob("python*/lib-dynload/*.so"),
        *inside.glob("typst/*.so"),
    ]
    subprocess.run(["strip", "--strip-unneeded", *map(str, libraries)], check=True)
    subprocess.run(["patchelf", "--remove-rpath", *map(str, libraries)], check=True)


def _size(path: Path) -> int:
    files = path.rglob("*") if path.is_dir() else [path]
    return sum(each.lstat().st_size for each in files if each.is_file())


if __name__ == "__main__":
    sys.exit(main())
