"""Where collections are kept: a file for each pack in the folder of the application's data.

The file is read and written at each change, so that two windows do not lose each other's.
"""

from collections.abc import Callable
from contextlib import suppress
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QLockFile, QStandardPaths

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError, write
from jjjviewer.model.collection import Collection
from jjjviewer.model.collection_json import (
    NoCollectionError,
    PackIdentity,
    Parsed,
    from_json,
    identity_of,
    to_json,
)
from jjjviewer.text.patience import content_of_file

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset

_LARGEST = 16 << 20
"""The most of a file that is read, in bytes."""
_PATIENCE = 3_000
"""How long another window's writing is waited for, in milliseconds."""


class Kept(NamedTuple):
    """A collection as it was read."""

    collection: Collection
    fault: str = ""
    """What is to be said where its file was damaged."""


class CollectionStore:
    """The collection of one pack, on the disk.

    Args:
        pack: whose.

    Attributes:
        path: of the file, which need not be there.
    """

    def __init__(self, pack: PackIdentity) -> None:
        self._pack = pack
        location = QStandardPaths.StandardLocation.AppDataLocation
        folder = Path(QStandardPaths.writableLocation(location)) / "collections"
        self.path = folder / f"{pack.key}.json"

    @classmethod
    def of(cls, dataset: "Dataset") -> "CollectionStore":
        """Return the store of a pack's collection."""
        return cls(identity_of(dataset.descriptor, dataset.source))

    def read(self) -> Kept:
        """Return the collection; a damaged file is set aside, and what it still holds is kept."""
        try:
            return self._read()
        except OSError as error:
            words = tr("The collection can't be read: {error}.", error=error)
        except ExportError as error:
            words = str(error)
        return Kept(Collection(), words)

    def change(self, step: Callable[[Collection], Collection]) -> Kept:
        """Apply a change to the collection as it is on the disk, and return it.

        Raises:
            ExportError: it could not be read or written, and nothing is changed.
        """
        with suppress(OSError):  # Writing says what is wrong with the folder.
            self.path.parent.mkdir(parents=True, exist_ok=True)
        lock = QLockFile(f"{self.path}.lock")
        lock.tryLock(_PATIENCE)
        try:
            before = self._read()
            changed = step(before.collection)
            self.export(self.path, changed)
        except OSError as error:
            raise ExportError(tr("The collection can't be read: {error}.", error=error)) from error
        finally:
            lock.unlock()
        return before._replace(collection=changed)

    def _read(self) -> Kept:
        try:
            parsed = read_collection(self.path)
        except FileNotFoundError:
            return Kept(Collection())
        except NoCollectionError:
            return Kept(Collection(), self._set_aside())
        if parsed.is_whole:
            return Kept(parsed.collection)
        fault = self._set_aside()
        self.export(self.path, parsed.collection)
        return Kept(parsed.collection, fault)

    def export(self, path: Path, collection: Collection) -> None:
        """Write a collection to a file of the user's.

        Raises:
            ExportError: it could not be written.
        """
        write(path, to_json(collection, self._pack).encode())

    def is_of_this_pack(self, parsed: Parsed) -> bool:
        """Return whether an imported collection says that it is of the pack."""
        return parsed.pack.key == self._pack.key

    def _set_aside(self) -> str:
        """Rename the damaged file, and return what is to be said."""
        names = (self.path.with_suffix(f".damaged-{number}.json") for number in count(1))
        aside = next(each for each in names if not each.exists())
        self.path.replace(aside)
        return tr(
            "The file of the collection was damaged. What could be read is shown; "
            "the file is kept as '{path}'.",
            path=aside,
        )


def read_collection(path: Path) -> Parsed:
    """Return the collection in a file.

    Raises:
        NoCollectionError: the file holds none.
        OSError: it can't be read.
    """
    data = content_of_file(path, _LARGEST + 1)
    if len(data) > _LARGEST:
        raise NoCollectionError
    try:
        return from_json(data.decode("utf-8-sig"))
    except UnicodeDecodeError as error:
        raise NoCollectionError from error
