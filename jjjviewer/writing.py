"""Files written whole or not at all, and why one could not be."""

import errno
import os
import tempfile
from pathlib import Path

from jjjviewer.charts.translation import tr


class ExportError(Exception):
    """A file could not be made or written; the message says which, why, and the remedy."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside the path first, which a full disk leaves as it was.

    Raises:
        ExportError: it could not be written.
    """
    temporary = None
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handle, temporary = tempfile.mkstemp(prefix=".", suffix=path.suffix, dir=path.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
        # mkstemp keeps the file to its owner; a saved chart is as open as any other file.
        Path(temporary).chmod(0o666 & ~_umask())
        Path(temporary).replace(path)
    except OSError as error:
        if temporary is not None:
            Path(temporary).unlink(missing_ok=True)
        raise ExportError(_in_words(path, error)) from error


def _umask() -> int:
    current = os.umask(0)
    os.umask(current)
    return current


def _in_words(path: Path, error: OSError) -> str:
    match error.errno:
        case errno.ENOSPC | errno.EDQUOT:
            return tr("'{path}' was not written: the disk is full. Free some room.", path=path)
        case errno.EACCES | errno.EPERM | errno.EROFS:
            return tr(
                "'{path}' was not written: the folder '{folder}' can't be written to. "
                "Choose another one.",
                path=path,
                folder=path.parent,
            )
        case errno.EEXIST | errno.ENOTDIR:
            return tr(
                "'{path}' was not written: '{folder}' is not a folder. Choose another one.",
                path=path,
                folder=path.parent,
            )
        case _:
            return tr("'{path}' was not written: {reason}.", path=path, reason=error.strerror)
