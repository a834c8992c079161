"""What was read in spite of how it is written, said once for a pack."""

from jjjviewer.model.errors import Problem


class Notes:
    """Collects notes on a pack: of each kind the first, in the order of finding."""

    def __init__(self) -> None:
        self._first: dict[str, Problem] = {}

    def add(
        self, kind: str, message: str, file: str, row: int | None = None, column: str | None = None
    ) -> None:
        """Note how something was read.

        Args:
            kind: notes of one kind are said once.
            message: what was found, and how it was read.
            file, row, column: where.
        """
        self._first.setdefault(kind, Problem(message, file, row, column, severity="note"))

    def has(self, kind: str) -> bool:
        """Return whether a kind has been noted."""
        return kind in self._first

    def problems(self) -> tuple[Problem, ...]:
        """Return the notes, one of each kind."""
        return tuple(self._first.values())
