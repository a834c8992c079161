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
    """

    def __init__(self, figures: int) -> None:
        self._figures = figures
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
            oldest = next(each for each in self._views.values() if not self._is_whole(each))
            del self._views[oldest.selection]

    def _is_whole(self, view: View) -> bool:
        return view.figure_count == self._figures


def _is_small(view: View) -> bool:
    return view.figure_count + len(view.statements) <= _MOST_ROWS
