"""A cache of results computed from a view, which lives as long as the view."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from jjjviewer.model.view import View

_Asked = ParamSpec("_Asked")
_Found = TypeVar("_Found")


def cached_on_view(find: Callable[_Asked, _Found]) -> Callable[_Asked, _Found]:
    """Cache the results of a function, or of a method of a chart type, on its view.

    Chooser, title, drawing, footer and status ask it for the same, for one chart a dozen times.
    The view is its last argument; what comes before must be hashable, and nothing is named.
    """

    @wraps(find)
    def cached(*asked: _Asked.args, **named: _Asked.kwargs) -> _Found:
        assert not named
        *before, view = asked
        assert isinstance(view, View)
        key = find, *before
        if key not in view.cache:
            view.cache[key] = find(*asked, **named)
        found: _Found = view.cache[key]
        return found

    return cached
