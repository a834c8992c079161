"""The rows of a table as they come in, put together by column."""

from array import array

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.formula_escape import unguarded
from jjjviewer.model.limits import MOST_PROBLEMS, MOST_ROWS
from jjjviewer.model.rows import Cells, Rows
from jjjviewer.model.schema import Column, Table


class _Codes(dict[str, int]):
    """Numbers what a column says, in the order in which that is first said."""

    def __missing__(self, cell: str) -> int:
        code = self[cell] = len(self)
        return code


class _Cells:
    """The cells of a column, as they come in: numbered, unless nearly each is another."""

    def __init__(self, column: Column) -> None:
        # References and choices are said again and again, though perhaps not in the first rows.
        self._is_of_few = bool(column.refers_to or column.choices)
        self._known = None if column.unique else _Codes()
        self._codes = array("I")
        self._cells: list[str] = []

    def add(self, cells: tuple[str, ...]) -> None:
        if self._known is None:
            # Most have no cell to mend, which is told more quickly of all together.
            self._cells.extend(map(unguarded, cells) if "'" in "".join(cells) else cells)
            return
        first = cells[0]
        if cells[-1] == first and cells.count(first) == len(cells):
            # Many a column says the same, or nothing, for hundreds of rows.
            self._codes.extend(array("I", [self._known[first]]) * len(cells))
        else:
            self._codes.fromlist(list(map(self._known.__getitem__, cells)))
        if not self._is_of_few and 2 * len(self._known) > len(self._codes):
            self._cells = self.whole()[:]
            self._known = None

    def whole(self) -> Cells:
        """Return them as they are meant."""
        if self._known is None:
            return Cells(self._cells)
        if "'" not in "".join(self._known):
            return Cells(list(self._known), self._codes)
        # Two that are written differently may be meant the same.
        meant = _Codes()
        changed = [meant[unguarded(cell)] for cell in self._known]
        return Cells(list(meant), array("I", map(changed.__getitem__, self._codes)))


class Gathered:
    """The columns of a table, as its rows come in."""

    def __init__(self, table: Table, header: list[str]) -> None:
        self._file = table.file
        self._header = header
        columns = {column.name: column for column in table.columns}
        self._columns = {name: _Cells(columns[name]) for name in header}
        self._seen = 1
        """Rows so far, the header among them."""
        self._empty = 0
        """How many of the last of these have not a single character."""
        self._problems: list[Problem] = []

    def add(self, lines: list[list[str]]) -> None:
        """Take some more rows.

        Raises:
            PackError: they are more than can be read.
        """
        if self._seen + len(lines) - 1 > MOST_ROWS:
            raise PackError(Problem(f"more than {MOST_ROWS:,} rows. Split the pack.", self._file))
        columns = _columns(lines)
        # Rows with something in their first cell are not empty.
        if self._empty or len(columns) != len(self._header) or not all(columns[0]):
            columns = _columns(self._checked(lines))
        else:
            self._seen += len(lines)
        for column, cells in zip(self._columns.values(), columns, strict=False):
            column.add(cells)

    def rows(self) -> Rows:
        """Return the rows.

        Raises:
            PackError: with the rows that have too many cells, too few, or none.
        """
        if self._problems:
            raise PackError(*self._problems)
        return Rows({name: column.whole() for name, column in self._columns.items()})

    def _checked(self, lines: list[list[str]]) -> list[list[str]]:
        """Return the rows that have content, having noted what is wrong with the others."""
        good: list[list[str]] = []
        for line in lines:
            self._seen += 1
            if not any(line):
                self._empty += 1
                continue
            for number in range(self._seen - self._empty, self._seen):
                self._note("the row is empty. Delete it.", number)
            self._empty = 0
            if len(line) == len(self._header):
                good.append(line)
            else:
                self._note(self._unlike(len(line)), self._seen)
        return good

    def _unlike(self, count: int) -> str:
        wanted = len(self._header)
        remedy = (
            "Add those that are missing at its end."
            if count < wanted
            else "Put a cell that holds a comma in double quotes."
        )
        cells = "1 cell" if count == 1 else f"{count} cells"
        return f"{cells} where the header has {wanted}. {remedy}"

    def _note(self, message: str, number: int) -> None:
        if len(self._problems) < MOST_PROBLEMS:
            self._problems.append(Problem(message, self._file, number))


def _columns(lines: list[list[str]]) -> list[tuple[str, ...]]:
    """The cells of rows by column; none where the rows are not of one length."""
    try:
        return list(zip(*lines, strict=True))
    except ValueError:
        return []
