"""The Linux package: the application with its desktop files."""

import gzip
import hashlib
import os
import shutil
import subprocess
from collections.abc import Sequence
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

from jjjviewer import __version__
from jjjviewer.packaging.depends import depends
from jjjviewer.packaging.icons import HICOLOR, png
from jjjviewer.packaging.licences import copyright_file

NAME = "jjjviewer"
_RECOMMENDS = (
    "desktop-file-utils, fonts-noto-cjk, libcups2, shared-mime-info, xdg-desktop-portal, xdg-utils"
)
_ABOUT = """\
who said what in an interview, and which figures stand behind it
 JJJ Viewer shows a joint interview of six officials on how Beijing, Tianjin
 and Hebei develop together: who said what, which figures stand behind it, and
 charts of them that carry their source. Other packs of data can be opened.
"""


def make_deb(
    application: Path, root: Path, dist: Path, when: datetime, parts: Sequence[str]
) -> Path:
    """Write the package of a frozen application and return its path.

    Args:
        application: the folder that PyInstaller made.
        root: the checkout.
        dist: where the package goes.
        when: the day of the release; also the age of every file, so that the bytes are the same.
        parts: names of the distributions in the application.

    Raises:
        UnknownLibraryError: the application needs a library that no package is known for.
        NoLicenceError: a part says nothing of its licence.
    """
    architecture = _output("dpkg", "--print-architecture")
    tree = root / "build" / "deb"
    shutil.rmtree(tree, ignore_errors=True)
    shutil.copytree(application, tree / "usr/lib" / NAME, symlinks=True)
    (tree / "usr/bin").mkdir()
    (tree / "usr/bin" / NAME).symlink_to(f"../lib/{NAME}/{NAME}")
    _add_desktop(tree / "usr/share", root / "resources", when)
    _add_documents(tree / "usr/share", root, when)
    words = copyright_file(root / "resources", application, parts)
    _write(tree / "usr/share/doc" / NAME / "copyright", words.encode())
    _add_control(tree, architecture, depends(application))
    _settle(tree, when)
    package = dist / f"{NAME}_{__version__}_{architecture}.deb"
    # Building takes a minute or two; an interrupted build must leave no package.
    half = package.with_suffix(".part")
    subprocess.run(
        ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(tree), str(half)],
        env={**os.environ, "SOURCE_DATE_EPOCH": str(int(when.timestamp()))},
        check=True,
    )
    return half.replace(package)


def _settle(tree: Path, when: datetime) -> None:
    """Set permissions and times of all files, independent of this machine."""
    at = when.timestamp()
    for path in (tree, *tree.rglob("*")):
        if not path.is_symlink():
            runs = path.is_dir() or path == tree / "usr/lib" / NAME / NAME
            path.chmod(0o755 if runs else 0o644)
        os.utime(path, (at, at), follow_symlinks=False)


def _add_desktop(share: Path, resources: Path, when: datetime) -> None:
    desktop = resources / "desktop"
    _fill(desktop / f"{NAME}.desktop", share / "applications", when)
    _fill(desktop / f"{NAME}.xml", share / "mime/packages", when)
    _fill(desktop / "org.jjjviewer.JJJViewer.metainfo.xml", share / "metainfo", when)
    icons = share / "icons/hicolor"
    for edge in HICOLOR:
        _write(icons / f"{edge}x{edge}/apps/{NAME}.png", png(edge))
    _write(icons / f"scalable/apps/{NAME}.svg", (resources / "icons/app.svg").read_bytes())


def _add_documents(share: Path, root: Path, when: datetime) -> None:
    desktop, documents = root / "resources/desktop", share / "doc" / NAME
    _write(share / "lintian/overrides" / NAME, (desktop / "lintian-overrides").read_bytes())
    changes = (
        f"{NAME} ({__version__}) unstable; urgency=medium\n\n"
        f"  * Release {__version__}; CHANGELOG.md of the source tells what is new.\n\n"
        f" -- {_maintainer()}  {format_datetime(when)}\n"
    )
    _write(documents / "changelog.gz", gzip.compress(changes.encode(), mtime=0))
    manual = _filled(desktop / f"{NAME}.1", when)
    _write(share / f"man/man1/{NAME}.1.gz", gzip.compress(manual.encode(), mtime=0))


def _add_control(tree: Path, architecture: str, packages: list[str]) -> None:
    size = sum(path.lstat().st_size for path in tree.rglob("*")) // 1024
    fields = {
        "Package": NAME,
        "Version": __version__,
        "Architecture": architecture,
        "Maintainer": _maintainer(),
        "Installed-Size": str(size),
        "Depends": ", ".join(packages),
        "Recommends": _RECOMMENDS,
        "Section": "science",
        "Priority": "optional",
        "Description": _ABOUT,
    }
    text = "".join(f"{key}: {value.rstrip()}\n" for key, value in fields.items())
    _write(tree / "DEBIAN/control", text.encode())
    files = sorted(path for path in (tree / "usr").rglob("*") if path.is_file())
    sums = [f"{_md5(path)}  {path.relative_to(tree)}\n" for path in files if not path.is_symlink()]
    _write(tree / "DEBIAN/md5sums", "".join(sums).encode())


def _fill(template: Path, folder: Path, when: datetime) -> None:
    _write(folder / template.name, _filled(template, when).encode())


def _filled(template: Path, when: datetime) -> str:
    text = template.read_text(encoding="utf-8").replace("@VERSION@", __version__)
    return text.replace("@DATE@", f"{when:%Y-%m-%d}")


def _write(path: Path, contents: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(contents)


def _md5(path: Path) -> str:
    return hashlib.md5(path.read_bytes()).hexdigest()


def _maintainer() -> str:
    """Return the author of the last commit, unless Debian's variables name a maintainer."""
    if address := os.environ.get("DEBEMAIL"):
        return f"{os.environ.get('DEBFULLNAME', 'JJJ Viewer')} <{address}>"
    return _output("git", "log", "-1", "--format=%an <%ae>")


def release_day() -> datetime:
    """Return the time of the last commit, so that the same source gives the same bytes."""
    return datetime.fromtimestamp(int(_output("git", "log", "-1", "--format=%ct")), UTC)


def _output(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()
