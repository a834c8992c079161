"""Read the cells of a column as they are meant, with a note where they are written otherwise."""

from collections.abc import Collection

from jjjviewer.model.columns import RowNumbers
from jjjviewer.model.reading.meaning import cleaning_of, note_on
from jjjviewer.model.reading.notes import Notes
from jjjviewer.model.schema import Column, Table


class _Known(dict[str, str]):
    """Each cell of a column as it is meant, the same string however often it occurs.

    Attributes:
        changed: a cell that is written otherwise, if one was met since this was last emptied.
    """

    def __init__(self, reader: "ColumnReader") -> None:
        self._clean = reader.clean
        self.changed = ""

    def __missing__(self, cell: str) -> str:
        meant = self[cell] = self._clean(cell)
        if meant != cell:
            self.changed = cell
        return meant


class ColumnReader:
    """Collects the cells of a column.

    Args:
        table: it names the file in notes.
        column: of the schema.
        missing: texts that stand for an empty cell.
        notes: how cells were read that are written otherwise.
        rows: their numbers in the file.
        decimal_comma: whether numbers are written as 3,5.

    Attributes:
        cells: as they are meant.
    """

    def __init__(
        self,
        table: Table,
        column: Column,
        missing: Collection[str],
        notes: Notes,
        rows: RowNumbers,
        *,
        decimal_comma: bool,
    ) -> None:
        self._table = table
        self._column = column
        self._notes = notes
        self._rows = rows
        self._missing = missing
        self.clean, self._is_plain = cleaning_of(column, missing, decimal_comma=decimal_comma)
        self._known = None if column.unique else _Known(self)
        self._repeats = bool(column.refers_to or column.choices)
        self.cells: list[str] = []

    @property
    def name(self) -> str:
        """The name of the column."""
        return self._column.name

    def add(self, cells: tuple[str, ...]) -> None:
        """Add the cells of the next rows."""
        if (known := self._known) is not None:
            self.cells.extend(map(known.__getitem__, cells))
            if known.changed:
                self._note(cells, known.changed, known[known.changed])
                known.changed = ""
            if 2 * len(known) > len(self.cells) and not self._repeats:
                self._known = None
            return
        # Of hardly a chunk is more to be looked at than spaces, which is quickly seen of all.
        together = "".join(cells)
        clean = str.strip if self._is_plain(together) else self.clean
        meant = tuple(map(clean, cells))
        self.cells += meant
        if meant != cells:
            pairs = zip(cells, meant, strict=True)
            self._note(cells, *next(pair for pair in pairs if pair[0] != pair[1]))

    def _note(self, cells: tuple[str, ...], cell: str, meant: str) -> None:
        kind, message = note_on(self._column, cell, meant)
        if kind and cell not in self._missing:
            row = self._rows.number(len(self.cells) - len(cells) + cells.index(cell))
            self._notes.add(kind, message, self._table.file, row, self._column.name)
