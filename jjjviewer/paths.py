"""Where files are: the only module that knows checkout, wheel and frozen application."""

import os
import sys
from functools import cache
from pathlib import Path
from urllib.parse import unquote_to_bytes, urlsplit

_PACKAGE = Path(__file__).resolve().parent


def resource(name: str) -> Path:
    """Return the path of a bundled file or folder, such as ``interview`` or ``fonts/OFL.txt``.

    A frozen application keeps them beside its program, a wheel inside the package and a
    checkout beside the package; the first of these that holds `name` is taken.

    Raises:
        ValueError: `name` is a path out of the resources.
        FileNotFoundError: no such resource was installed.
    """
    path = Path(name)
    if ".." in path.parts or path.is_absolute():
        raise ValueError(f"'{name}' lies outside the resources.")
    for folder in _folders(getattr(sys, "_MEIPASS", None)):
        candidate = folder / path
        if candidate.exists():
            return candidate
    raise FileNotFoundError(f"The program's own file '{name}' is missing. Install it again.")


@cache
def _folders(frozen: str | None) -> tuple[Path, ...]:
    """Return the resource folders; cached, since a window reads dozens of files."""
    roots = ([Path(frozen)] if frozen else []) + [_PACKAGE, _PACKAGE.parent]
    return tuple(folder for root in roots if (folder := root / "resources").is_dir())


def bundled_pack() -> Path:
    """Return the folder of the bundled interview."""
    return resource("interview")


def example_pack() -> Path:
    """Return the folder of the bundled example, which is invented."""
    return resource("estuary")


def path_of(text: str) -> Path:
    """Return the path that a text names, as it is or as the address file:///home/x."""
    parts = urlsplit(text) if text[:5].lower() == "file:" else None
    if parts is None or parts.netloc not in ("", "localhost"):
        return Path(text)
    # Names need not be UTF-8, wherefore addresses hold bytes.
    path = os.fsdecode(unquote_to_bytes(parts.path))
    return Path(path.removeprefix("/") if os.name == "nt" else path)
