"""The journal of a draft: a line of JSON for what it begins with, then one for each decision.

A line is in the hands of the system before the decision is shown, and on the disk within a second.
"""

import json
import os
import shutil
from collections.abc import Mapping, Sequence
from contextlib import suppress
from errno import ENOSPC
from io import FileIO
from pathlib import Path
from threading import Lock, Timer

from jjjviewer.draft.lock import locked, unlock

Json = str | int | bool | Sequence["Json"] | Mapping[str, "Json"] | None
_JOURNAL, _LOCK, _SAVED = "journal.jsonl", "lock", "saved"
_SYNC_SECONDS = 1.0


class DraftError(Exception):
    """A draft can't be read or written; the message says why, and the remedy."""


def create(folder: Path, first: Json) -> None:
    """Make the journal of a new draft, whole or not at all.

    Raises:
        DraftError: it can't be written.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
        temporary = folder / f"{_JOURNAL}.new"
        with temporary.open("wb") as file:
            file.write(_line(first))
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(folder / _JOURNAL)
    except OSError as error:
        raise DraftError(f"{folder}: the draft can't be written: {error.strerror}.") from error


def is_draft(folder: Path) -> bool:
    """Return whether a folder holds a draft."""
    return (folder / _JOURNAL).is_file()


def finish(folder: Path) -> None:
    """Note that a draft was saved as a pack."""
    (folder / _SAVED).touch()


def remove(folder: Path) -> None:
    """Delete a draft that is closed; its beginning goes first, without which it is none."""
    with suppress(OSError):
        (folder / _JOURNAL).unlink()
        shutil.rmtree(folder)


def is_finished(folder: Path) -> bool:
    """Return whether a draft was saved as a pack after the last decision."""
    saved = folder / _SAVED
    return saved.exists() and saved.stat().st_mtime_ns >= changed_at(folder)


def changed_at(folder: Path) -> int:
    """Return when the last decision was made, in nanoseconds as the system counts."""
    return (folder / _JOURNAL).stat().st_mtime_ns


def _line(value: Json) -> bytes:
    # As ASCII: a draft names files, and their names need not be UTF-8.
    return json.dumps(value, separators=(",", ":")).encode("ascii") + b"\n"


class Journal:
    """The journal of one draft, open to be read once and appended to.

    Args:
        folder: of the draft.

    Raises:
        DraftError: it can't be read.

    Attributes:
        lines: what was decided so far; a last line that was cut off is dropped.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / _JOURNAL
        self._guard = Lock()
        self._timer: Timer | None = None
        self._file: FileIO | None = None
        self._path = path
        try:
            self._lock = locked(folder / _LOCK)
        except OSError as error:
            raise DraftError(f"{path}: the draft can't be read: {error.strerror}.") from error
        try:
            self._open(path)
        except OSError as error:
            unlock(self._lock)
            raise DraftError(f"{path}: the draft can't be read: {error.strerror}.") from error
        except DraftError:
            unlock(self._lock)
            raise

    def _open(self, path: Path) -> None:
        data = path.read_bytes()
        self.lines, end = _read(data)
        if not self.lines:
            raise DraftError(f"{path}: the beginning of the draft is damaged.")
        if self.read_only:
            return
        if data.count(b"\n", end):
            # More than a torn last line: the disk was damaged. Somebody may mend it.
            shutil.copyfile(path, path.with_suffix(".damaged"))
        if end < len(data):
            os.truncate(path, end)
        self._end = end
        # Unbuffered: what could not be written is not tried again behind our back.
        self._file = path.open("ab", buffering=0)

    @property
    def read_only(self) -> bool:
        """Return whether another program has the draft open."""
        return self._lock is None

    def append(self, value: Json) -> None:
        """Write down a decision.

        Raises:
            DraftError: the disk is full, or gone.
        """
        assert self._file is not None
        line = _line(value)
        try:
            if self._file.write(line) != len(line):
                raise OSError(ENOSPC, os.strerror(ENOSPC))
        except OSError as error:
            # Half a line would spoil the next one.
            with suppress(OSError):
                self._file.truncate(self._end)
            reason = f"the decision could not be written down: {error.strerror}."
            raise DraftError(f"{self._path}: {reason}") from error
        self._end += len(line)
        with self._guard:
            if self._timer is None:
                # In a thread: a disk may take long.
                self._timer = Timer(_SYNC_SECONDS, self._sync)
                self._timer.daemon = True
                self._timer.start()

    def _sync(self) -> None:
        with self._guard:
            self._timer = None
            if self._file is not None and not self._file.closed:
                # The decision is written; that the disk is gone the next one says.
                with suppress(OSError):
                    os.fsync(self._file.fileno())

    def close(self) -> None:
        """Put what was decided on the disk, and let others change the draft."""
        if self._file is not None:
            if self._timer is not None:
                self._timer.cancel()
            self._sync()
            with self._guard:
                self._file.close()
        unlock(self._lock)


def _read(data: bytes) -> tuple[list[Json], int]:
    """Return the whole lines of a journal, and where they end."""
    lines: list[Json] = []
    end = 0
    while (stop := data.find(b"\n", end)) >= 0:
        try:
            lines.append(json.loads(data[end:stop]))
        except ValueError:
            break
        end = stop + 1
    return lines, end
