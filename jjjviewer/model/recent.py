"""Which views are kept: people go to and fro, and what is found in a view takes longer than it."""

from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View

_MOST_VIEWS = 200
"""More than a tree shows rows that somebody goes to and fro between."""
_MOST_ROWS = 2_000
"""Figures and statements of a small view; what is found in a larger one takes much room."""


class Recent:
    """The views that were asked for, the last one last.

    Kept are small ones, that of everything, which is gone back to most, and the last, whatever it
    is.

    Args:
        figures: how many everything has.
        statements: likewise.
    """

    def __init__(self, figures: int, statements: int) -> None:
        self._all = figures, statements
        self._views: dict[Selection, View] = {}

    def get(self, selection: Selection) -> View | None:
        """The view of a selection, if it is kept."""
        return self._views.get(selection)

    def add(self, view: View) -> None:
        """Keep a view as the last one; others may go."""
        last = next(reversed(self._views.values()), None)
        if last is not None and not self._is_whole(last) and not _is_small(last):
            del self._views[last.selection]
        self._views.pop(view.selection, None)
        self._views[view.selection] = view
        if len(self._views) > _MOST_VIEWS:
            views = self._views.values()
            oldest = next((each for each in views if not self._is_whole(each)), view)
            del self._views[oldest.selection]

    def _is_whole(self, view: View) -> bool:
        # A comparison with everything has as much, and there are as many of these as rows.
        return not view.groups and _size(view) == self._all


def _is_small(view: View) -> bool:
    return sum(_size(view)) <= _MOST_ROWS


def _size(view: View) -> tuple[int, int]:
    """How many figures and statements it has."""
    return view.figure_count, len(view.statements)
