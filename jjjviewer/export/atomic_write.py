"""Files written whole or not at all, and why one could not be."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from jjjviewer.charts.translation import tr


class ExportError(Exception):
    """A file could not be made or written; the message says which, why, and the remedy."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: beside the path first, which a full disk leaves as it was.

    Raises:
        ExportError: it could not be written.
    """
    temporary = path.parent / f".{os.urandom(8).hex()}{path.suffix}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not as tempfile would, for its owner alone: a saved chart is as open as any other file.
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise ExportError(_in_words(path, error)) from error


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
