"""Atomic writing of files, with messages that say what went wrong."""

import errno
import os
import stat
from contextlib import suppress
from pathlib import Path
from platform import node
from zlib import crc32

from jjjviewer.charts.translation import tr

_OWN = f".jjjviewer-{crc32(node().encode()):08x}-"
"""How temporary names begin; they name the machine, for others may write into a shared folder."""


class ExportError(Exception):
    """A file could not be made or written; the message says which, why, and the remedy."""


def write(path: Path, data: bytes) -> None:
    """Write a file whole or not at all: under a temporary name beside it, then renamed.

    Raises:
        ExportError: it could not be written.
    """
    try:
        # As editors do: what a link leads to is written, and the link stays.
        target = path.resolve() if path.is_symlink() else path
        target.parent.mkdir(parents=True, exist_ok=True)
        _sweep(target.parent)
    except OSError as error:
        raise ExportError(_message(path, error)) from error
    temporary = target.parent / f"{_OWN}{os.getpid()}-{os.urandom(8).hex()}{path.suffix}"
    try:
        # Not with tempfile, which makes files private: a saved chart is as readable as any file.
        with temporary.open("xb") as file:
            file.write(data)
        if target.is_file():
            temporary.chmod(stat.S_IMODE(target.stat().st_mode))
        temporary.replace(target)
    except OSError as error:
        with suppress(OSError):
            temporary.unlink()
        raise ExportError(_message(path, error)) from error


def _sweep(folder: Path) -> None:
    """Delete what a program that was killed on this machine has left behind."""
    for left in folder.glob(f"{_OWN}*"):
        number = left.name.removeprefix(_OWN).partition("-")[0]
        if number.isdecimal() and not _is_running(int(number)):
            with suppress(OSError):
                left.unlink()


def _is_running(process: int) -> bool:
    if os.name == "nt":
        # Asking there would end the process; a file that is being written can't be deleted.
        return process == os.getpid()
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except OSError:
        return True
    return True


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
