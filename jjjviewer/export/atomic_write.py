"""Atomic writing of files, with messages that say what went wrong."""

import errno
import os
from contextlib import suppress
from pathlib import Path

from jjjviewer.charts.translation import tr


class ExportError(Exception):
    """A file could not be made or written; the message says which, why, and the remedy."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: under a temporary name beside it, then renamed.

    Raises:
        ExportError: it could not be written.
    """
    temporary = path.parent / f".{os.urandom(8).hex()}{path.suffix}"
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        # Not with tempfile, which makes files private: a saved chart is as readable as any file.
        with temporary.open("xb") as file:
            file.write(data)
        temporary.replace(path)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise ExportError(_message(path, error)) from error


def _message(path: Path, error: OSError) -> str:
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
