"""The package's copyright file: the authors and licences of all parts.

Licences are quoted in full from each part. Those that Debian ships in common-licenses are named
instead, as its policy asks.
"""

import re
import sysconfig
from collections.abc import Iterable
from importlib.metadata import distribution, packages_distributions
from pathlib import Path

_INSIDE = "usr/lib/jjjviewer/_internal"
_PROGRAM = "usr/lib/jjjviewer/jjjviewer"
BUILDER = "pyinstaller"
"""The distribution of the bootloader."""

_OF_QT = {"pyside6_essentials", "shiboken6"}
"""Distributions without licence files; the template has their licences."""

_KEPT_BY_DEBIAN = {
    "Apache-2.0": r"Apache License\s+Version 2\.0, January 2004",
    "GPL-2": r"GNU GENERAL PUBLIC LICENSE\s+Version 2, June 1991",
    "GPL-3": r"GNU GENERAL PUBLIC LICENSE\s+Version 3, 29 June 2007",
}
_HOLDER = re.compile(r"^\W*(?:copyright|\(c\)|©)[\s:]*(?:\(c\)|©)?\s*(.*\d{4}.*\w.*)$", re.I | re.M)


class NoLicenceError(Exception):
    """A part has no licence; the message names it and the remedy."""


def parts_of(program: Path) -> list[str]:
    """Return the names of the distributions whose modules a frozen program holds."""
    # Imported late: only builds have PyInstaller.
    from PyInstaller.archive.readers import CArchiveReader

    modules = CArchiveReader(str(program)).open_embedded_archive("PYZ.pyz").toc
    makers = packages_distributions()
    packages = {module.partition(".")[0] for module in modules} - {"jjjviewer"}
    return sorted({_normal(makers[each][0]) for each in packages if each in makers})


def copyright_file(resources: Path, application: Path, parts: Iterable[str]) -> str:
    """Return the copyright file of the package in Debian's format for machines (DEP 5).

    Args:
        resources: the folder of the checkout, with the template and the licences of what it holds.
        application: the folder that PyInstaller made.
        parts: names of the distributions that lie in it.

    Raises:
        NoLicenceError: one of them has no licence with it.
    """
    texts = {each: _licence(each) for each in [BUILDER, *parts] if each not in _OF_QT}
    beside = [_files(each, text, application) for each, text in texts.items()]
    words = " and ".join(f"{each}-licence" for each in texts)
    holders = _holders("\n".join(texts.values()))
    program = _stanza(f"Files: {_PROGRAM}", f"Copyright: {holders}", f"License: Expat and {words}")
    texts |= {
        "fonts": (resources / "fonts/OFL.txt").read_text(encoding="utf-8"),
        "icons": (resources / "icons/LICENSE").read_text(encoding="utf-8"),
        "divisions": (resources / "map/DIVISIONS-LICENSE").read_text(encoding="utf-8"),
        "pinyin": (resources / "pinyin/LICENSE").read_text(encoding="utf-8"),
        "python": (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt").read_text(encoding="utf-8"),
    }
    licences = [_stanza(f"License: {each}-licence", _quoted(texts[each])) for each in texts]
    template = (resources / "desktop/copyright").read_text(encoding="utf-8")
    return "\n".join((template, program, *filter(None, beside), *licences))


def _files(part: str, text: str, application: Path) -> str:
    """Return the paragraph for the files of a part, if there are any."""
    names = [file.parts[0] for file in distribution(part).files or ()]
    inside = application / "_internal"
    beside = sorted({name for name in names if name != ".." and (inside / name).exists()})
    if not beside:
        return ""
    places = "\n ".join(f"{_INSIDE}/{name}/*" for name in beside)
    return _stanza(f"Files: {places}", f"Copyright: {_holders(text)}", f"License: {part}-licence")


def _licence(part: str) -> str:
    """Return the texts of all licence files of a distribution."""
    found = distribution(part)
    names = found.metadata.get_all("License-File") or ["LICENSE", "LICENSE.txt"]
    ends = tuple(f"/{name}" for name in names)
    files = [
        file
        for file in found.files or ()
        if ".dist-info/" in file.as_posix() and file.as_posix().endswith(ends)
    ]
    texts = [Path(str(file.locate())).read_text(encoding="utf-8") for file in sorted(files)]
    if not texts:
        raise NoLicenceError(
            f"{part} brings no licence. Say in resources/desktop/copyright what is known of it, "
            "and in jjjviewer/packaging/licences.py that it is said there."
        )
    return "\n\n".join(texts)


def _holders(text: str) -> str:
    """Return the copyright holders named in a text, without duplicates, as a multi-line field."""
    found = (" ".join(each.split()) for each in _HOLDER.findall(text))
    return "\n ".join(dict.fromkeys(found)) or "as the licence says"


def _quoted(text: str) -> str:
    """Return a text as the format requires: indented, with a dot on empty lines."""
    for name, beginning in _KEPT_BY_DEBIAN.items():
        whole = re.compile(rf"{beginning}.*?END OF TERMS AND CONDITIONS", re.DOTALL)
        text = whole.sub(f"[its text is in /usr/share/common-licenses/{name}]", text)
    lines = (line.rstrip().expandtabs() for line in text.strip("\n\f").splitlines())
    return "\n".join(f" {line}" if line else " ." for line in lines)


def _stanza(*fields: str) -> str:
    return "\n".join(fields) + "\n"


def _normal(name: str) -> str:
    return re.sub(r"[-_.]+", "_", name).lower()
