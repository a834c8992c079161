"""What is made of a view, made once."""

from collections.abc import Callable
from functools import wraps
from typing import TypeVar
from weakref import WeakKeyDictionary

from jjjviewer.model.view import View

T = TypeVar("T")


def once(make: Callable[[View], T]) -> Callable[[View], T]:
    """Remember what a function makes of a view as long as the view lives, for it never changes.

    What is made is shared: it is read, never written to.
    """
    made: WeakKeyDictionary[View, T] = WeakKeyDictionary()

    @wraps(make)
    def remembered(view: View) -> T:
        if view not in made:
            made[view] = make(view)
        return made[view]

    return remembered
