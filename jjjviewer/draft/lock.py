"""The lock of a draft: one program at a time may change it."""

import sys
from contextlib import suppress
from pathlib import Path
from typing import IO


def locked(path: Path) -> IO[bytes] | None:
    """Return the open file that holds a lock, or None where another holds it.

    The system takes it back when the file is closed, or the program ends in whatever way.
    """
    file = path.open("ab")
    try:
        _lock(file.fileno())
    except OSError:
        file.close()
        return None
    return file


if sys.platform == "win32":
    import msvcrt

    def _lock(number: int) -> None:
        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)

else:
    import fcntl

    def _lock(number: int) -> None:
        fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)


def unlock(file: IO[bytes] | None) -> None:
    """Give a lock back."""
    if file is not None:
        with suppress(OSError):
            file.close()
