"""A cache of results computed from a view, which lives as long as the view."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

from jjjviewer.charts.translation import speaking
from jjjviewer.model.view import View

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")


def cached_on_view(compute: Callable[_Params, _Result]) -> Callable[_Params, _Result]:
    """Cache the results of a function, or of a method of a chart type, on its view.

    Chooser, title, drawing, footer and status ask it for the same, for one chart a dozen times.
    The view is its last argument; what comes before must be hashable. Arguments are positional
    only. Whoever asks first, words are in the language of the view.
    """

    @wraps(compute)
    def cached(*args: _Params.args, **kwargs: _Params.kwargs) -> _Result:
        *before, view = args or (None,)
        if kwargs or not isinstance(view, View):
            raise TypeError(f"{compute.__qualname__} takes positional arguments, the view last")
        key = compute, *before
        if key not in view.cache:
            with speaking(view.dataset.language):
                view.cache[key] = compute(*args, **kwargs)
        result: _Result = view.cache[key]
        return result

    return cached
