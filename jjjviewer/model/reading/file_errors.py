"""What may be wrong with the files of a pack before anything is read in them."""

import zipfile
import zlib
from collections.abc import Collection, Iterator
from contextlib import contextmanager

from jjjviewer.model.errors import MissingFileError, PackError, Problem
from jjjviewer.model.limits import LARGEST_PACK
from jjjviewer.model.schema import DESCRIPTOR, TABLES
from jjjviewer.model.suggestions import nearest
from jjjviewer.model.visible import shown

_OPTIONAL = {table.file for table in TABLES.values() if table.optional}


@contextmanager
def explain_errors(name: str, present: Collection[str] = ()) -> Iterator[None]:
    """Raise the errors of reading a file as PackError, in words for people.

    Args:
        name: of the file.
        present: the names of all files that are there.
    """
    try:
        yield
    except (FileNotFoundError, KeyError):
        raise MissingFileError(_missing(name, present)) from None
    except NotImplementedError:
        # A subclass of RuntimeError, which otherwise means a password.
        message = "is packed in a way that is not read. Make the .zip anew, packed with Deflate."
        raise PackError(Problem(message, name)) from None
    except RuntimeError:
        message = "is locked with a password. Make the .zip anew without one."
        raise PackError(Problem(message, name)) from None
    except (OSError, EOFError, ValueError, zipfile.BadZipFile, zlib.error) as error:
        message = f"could not be read: {reason_of(error)}. Copy or pack it once more."
        raise PackError(Problem(message, name)) from None


def _missing(name: str, present: Collection[str]) -> Problem:
    remedy = "Add it; if it has no rows, with its headings alone."
    known = {DESCRIPTOR, *(table.file for table in TABLES.values())}
    near = ""
    if name not in _OPTIONAL:  # Of those hardly a pack has all, and the start would wait for it.
        near = nearest(name, [each for each in present if each.casefold() not in known])
    if near:
        remedy = f"If '{shown(near)}' is it, name that {name}; otherwise add it."
    return Problem(f"the file is missing from the pack. {remedy}", name)


def reason_of(error: Exception) -> str:
    """Return in a few words why a file could not be read."""
    return (error.strerror if isinstance(error, OSError) else None) or str(error) or "it is damaged"


def missing_descriptor(path: object) -> Problem:
    """Return the problem of a folder or .zip that is no pack."""
    return Problem(
        f"not a pack, because {DESCRIPTOR} is missing. Choose the folder that holds it.", str(path)
    )


def link_problem(name: str) -> Problem:
    """Return the problem of a link in place of a file."""
    return Problem("is a link. Not opened. Put the file itself into the pack.", name)


def too_large(name: str) -> Problem:
    """Return the problem of a pack or a file too large to be read."""
    message = (
        f"larger than {LARGEST_PACK >> 30} GiB, which is the most that is read. "
        "Leave out rows, or split it into several packs."
    )
    return Problem(message, name)


def several_spellings(wanted: str, found: list[str]) -> Problem:
    """Return the problem of files whose names differ in letter case only."""
    names = " and ".join(f"'{shown(name)}'" for name in found)
    return Problem(f"may be {names}. Delete one, or name one {wanted}.", wanted)


def not_utf8(data: bytes, name: str) -> PackError:
    """Return the error that names the first byte of a file that is not UTF-8, and its row."""
    try:
        data.decode()
    except UnicodeDecodeError as error:
        start = error.start
    row = len(data[:start].splitlines()) + (data[:start].endswith((b"\n", b"\r")) or not start)
    return PackError(Problem(f"not UTF-8 (byte {start + 1}). Save it as UTF-8.", name, row))
