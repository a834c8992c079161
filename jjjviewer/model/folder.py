"""The files of a pack, in a folder or a .zip: read whole, within limits, never from outside."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath, PureWindowsPath
from typing import Protocol

from jjjviewer.model.errors import NotAPackError, PackError, Problem
from jjjviewer.model.limits import LARGEST_PACK
from jjjviewer.model.schema import DESCRIPTOR


class Folder(Protocol):
    """A place that holds the files of one pack."""

    def size(self, name: str) -> int:
        """Return the bytes of a file, unpacked; raise PackError where there is none."""

    def read(self, name: str) -> bytes:
        """Return the content of a file."""


def open_folder(path: Path) -> Folder:
    """Return the folder or .zip that holds a pack; its `datapackage.json` stands for the folder.

    Raises:
        NotAPackError: nothing is there, or what is there is no pack.
        PackError: it is larger than what can be read.
    """
    try:
        if not path.exists():
            raise NotAPackError(Problem("nothing is there. Check the path.", str(path)))
        if path.name == DESCRIPTOR:
            path = path.parent
        if path.is_dir():
            return _Directory(path)
        # Only where there is one: what unpacks takes its time to import.
        from jjjviewer.model.archive import Archive

        return Archive(path)
    except (OSError, ValueError) as error:
        raise NotAPackError(Problem(f"could not be read: {_reason(error)}.", str(path))) from None


def lies_outside(name: str) -> bool:
    """Whether a path inside a pack leads out of it, on this system or another."""
    windows = PureWindowsPath(name)
    return bool(windows.anchor) or ".." in windows.parts or PurePosixPath(name).is_absolute()


class _Directory:
    def __init__(self, path: Path) -> None:
        self._path = path
        if not (path / DESCRIPTOR).exists() and not (path / DESCRIPTOR).is_symlink():
            raise NotAPackError(no_descriptor(path))

    def size(self, name: str) -> int:
        with in_words(name):
            return self._file(name).stat().st_size

    def read(self, name: str) -> bytes:
        with in_words(name), self._file(name).open("rb") as file:
            return file.read(LARGEST_PACK + 1)

    def _file(self, name: str) -> Path:
        path = self._path / name
        if path.is_symlink():
            raise PackError(is_link(name))
        if not path.exists():
            raise FileNotFoundError
        if not path.is_file():
            raise PackError(Problem("is not a file. Put the table itself here.", name))
        return path


@contextmanager
def in_words(name: str) -> Iterator[None]:
    """Turn what reading a file raises into words."""
    try:
        yield
    except (FileNotFoundError, KeyError):
        raise PackError(Problem("the file is missing from the pack.", name)) from None
    except RuntimeError:
        message = "is locked with a password. Make the .zip anew without one."
        raise PackError(Problem(message, name)) from None
    except (OSError, EOFError, ValueError) as error:
        message = f"could not be read: {_reason(error)}. Copy or pack it once more."
        raise PackError(Problem(message, name)) from None


def _reason(error: Exception) -> str:
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or "it is damaged"


def no_descriptor(path: Path) -> Problem:
    """What is said of a folder that holds no pack."""
    return Problem(
        f"not a pack, because {DESCRIPTOR} is missing. Choose the folder that holds it.", str(path)
    )


def is_link(name: str) -> Problem:
    """What is said of a file that is a link."""
    return Problem("is a link. Not opened. Put the file itself into the pack.", name)


def too_large(name: str) -> Problem:
    """What is said of a pack or a file that is larger than what can be read."""
    return Problem(f"larger than {LARGEST_PACK >> 30} GiB, which is the most that is read.", name)
