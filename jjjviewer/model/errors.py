"""What is wrong with a pack, and the error that refuses it."""

from typing import Literal, NamedTuple

from jjjviewer.model.visible import visible


class Problem(NamedTuple):
    """One thing that is wrong: what, where, and the remedy, in words for people.

    Attributes:
        message: what is wrong and how to mend it, without the place.
        file: name of the file inside the pack, or the pack's own path.
        row: number of the row as a spreadsheet counts it (the header is row 1), or None.
        column: name of the column, or None.
        value: the cell as it stands, or None.
        severity: an error refuses the pack, a warning marks the row, a note says once how
            something was read that is written in another way.
    """

    message: str
    file: str
    row: int | None = None
    column: str | None = None
    value: str | None = None
    severity: Literal["error", "warning", "note"] = "error"

    @property
    def place(self) -> str:
        """File and row."""
        file = visible(self.file)
        return file if self.row is None else f"{file} row {self.row}"

    def __str__(self) -> str:
        return f"{self.place}: {visible(self.message)}"


class PackError(Exception):
    """A pack can't be used.

    Attributes:
        problems: all errors that were found, at least one.
    """

    def __init__(self, *problems: Problem) -> None:
        self.problems = problems
        more = len(problems) - 1
        further = f" ({more} more {'error' if more == 1 else 'errors'})" if more else ""
        super().__init__(f"{problems[0]}{further}")


class MissingFileError(PackError):
    """A file is not in the pack."""


class NoDescriptorError(PackError):
    """A folder holds all tables of a pack, but does not say where they come from."""


class NotAPackError(PackError):
    """What was given is no pack at all: nothing there, or nothing that can be read as one."""
