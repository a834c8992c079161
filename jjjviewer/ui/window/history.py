"""The history of what was shown, as in a web browser."""

from collections.abc import Callable
from typing import NamedTuple

from jjjviewer.model.selection import NO_FILTER, Filter, Selection


class Visit(NamedTuple):
    """What is shown at a time: a selection, and what a filter lets through of it."""

    selection: Selection
    filter: Filter = NO_FILTER


class History:
    """The visits so far, how the panes were left at each, and the position of the one shown."""

    def __init__(self, start: Visit) -> None:
        self._visits = [start]
        self._restorers: list[Callable[[], None] | None] = [None]
        self._at = 0

    @property
    def current(self) -> Visit:
        return self._visits[self._at]

    def restore(self) -> None:
        """Show the panes as they were left when the current visit was last shown."""
        if restore := self._restorers[self._at]:
            restore()

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._visits) - 1

    def leave(self, restorer: Callable[[], None]) -> None:
        """Record what restores the panes as they are at the current visit."""
        self._restorers[self._at] = restorer

    def visit(self, visit: Visit) -> None:
        """Add a visit after the current one and drop those that followed it."""
        if visit != self.current:
            self._at += 1
            self._visits[self._at :] = [visit]
            self._restorers[self._at :] = [None]

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1), if possible."""
        self._at = max(0, min(self._at + by, len(self._visits) - 1))
