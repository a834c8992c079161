"""A cache of what a layout has measured."""

from collections.abc import Callable
from functools import wraps
from typing import ParamSpec, TypeVar

_Params = ParamSpec("_Params")
_Result = TypeVar("_Result")


def laid_once(compute: Callable[_Params, _Result]) -> Callable[_Params, _Result]:
    """Cache the results of a method of a layout on it: measuring, dividing and drawing share them.

    Arguments are positional only, and hashable.
    """

    @wraps(compute)
    def cached(*args: _Params.args, **kwargs: _Params.kwargs) -> _Result:
        layout, *given = args
        results = vars(layout).setdefault("laid_once", {})
        key = compute.__name__, *given
        if key not in results:
            results[key] = compute(*args, **kwargs)
        result: _Result = results[key]
        return result

    return cached
