"""The one error that a bad pack raises."""


class PackError(Exception):
    """A pack can't be used; the message says what is wrong, where, and the remedy.

    Attributes:
        file: name of the file inside the pack, or the pack's own path.
        row: number of the row as a spreadsheet counts it (the header is row 1), or None.
        column: name of the column, or None.
        value: the cell as it stands, or None.
    """

    def __init__(
        self,
        message: str,
        *,
        file: str,
        row: int | None = None,
        column: str | None = None,
        value: str | None = None,
    ) -> None:
        self.file, self.row, self.column, self.value = file, row, column, value
        place = file if row is None else f"{file} row {row}"
        super().__init__(f"{place}: {message}")


class NotAPackError(PackError):
    """What was given is no pack at all: nothing there, or nothing that can be read as one."""
