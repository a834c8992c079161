"""Ask a file system that may never answer, as a share does whose machine is gone."""

import errno
import stat
import threading
from collections.abc import Callable
from functools import partial
from io import BufferedReader
from pathlib import Path
from typing import IO, Generic, TypeVar

_SECONDS = 5.0
"""Without an answer for so long, it is given up."""
AT_ONCE = 0.5
"""Seconds that a window may wait for a file system."""
_CHUNK = 4 << 20
"""Bytes that come within that time from any disk or network that works."""

_Answer = TypeVar("_Answer")


class _Question(threading.Thread, Generic[_Answer]):
    """Asks in a thread of its own, which no end of the program waits for."""

    def __init__(self, ask: Callable[[], _Answer]) -> None:
        super().__init__(daemon=True)
        self._ask = ask
        self.answers: list[_Answer] = []
        self.error: Exception | None = None

    def run(self) -> None:
        try:
            self.answers.append(self._ask())
        except Exception as error:
            self.error = error


def answer_of(ask: Callable[[], _Answer], seconds: float | None = None) -> _Answer:
    """Return what a call to the file system returns, or raise what it raises.

    Args:
        ask: the call.
        seconds: how long to wait for it, by default five.

    Raises:
        TimeoutError: it has not come back within that time.
    """
    seconds = seconds or _SECONDS
    question = _Question(ask)
    question.start()
    question.join(seconds)
    if question.error is not None:
        raise question.error
    if not question.answers:
        raise TimeoutError(
            f"nothing came within {seconds:g} seconds. See whether its disk or network works"
        )
    return question.answers[0]


def is_so(ask: Callable[[], bool]) -> bool:
    """Return whether something is so; not where the file system does not say it at once."""
    try:
        return answer_of(ask, AT_ONCE)
    except OSError:
        return False


def read_patiently(file: IO[bytes], most: int) -> bytes:
    """Return the content of a file, up to a number of bytes, as long as some of it comes."""
    parts = [answer_of(partial(file.read, min(_CHUNK, most)))]
    # A part that is shorter than asked for is the last.
    while most > _CHUNK and len(parts[-1]) == _CHUNK:
        most -= _CHUNK
        parts.append(answer_of(partial(file.read, min(_CHUNK, most))))
    return b"".join(parts)


def content_of_file(path: Path, most: int) -> bytes:
    """Return the content of a file, up to a number of bytes.

    Raises:
        OSError: it can't be read, or what has the name is no file.
    """
    file, start = answer_of(partial(_begun, path, min(_CHUNK, most)))
    with file:
        return start if len(start) < _CHUNK else start + read_patiently(file, most - _CHUNK)


def _begun(path: Path, size: int) -> tuple[BufferedReader, bytes]:
    """Open a file and read its first bytes, which are all there is of most."""
    mode = path.stat().st_mode
    # Opening a pipe would wait for somebody to write into it.
    if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):
        raise OSError(errno.EINVAL, "This is a pipe or a device. Choose a file")
    file = path.open("rb")
    return file, file.read(size)
