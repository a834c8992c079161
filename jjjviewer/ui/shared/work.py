"""Work that takes long, done in a thread."""

from collections.abc import Callable
from threading import Lock
from typing import TypeVar

from PySide6.QtCore import QObject, QThread, Signal

T = TypeVar("T")


class Work(QThread):
    """Calls a function once.

    Args:
        do: the function.
        refusals: the exceptions that tell users why something can't be.
        parent: the Qt parent.
    """

    done = Signal(object)
    """What the function returned."""
    refused = Signal(object)
    """The exception that says why it could not be done, and the remedy."""
    failed = Signal(object)
    """The exception, where the program itself failed."""

    def __init__(
        self,
        do: Callable[[], object],
        refusals: tuple[type[Exception], ...],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._do = do
        self._refusals = refusals
        self.failed.connect(_raise)
        self.finished.connect(self.deleteLater)

    def run(self) -> None:
        try:
            self.done.emit(self._do())
        except self._refusals as error:
            self.refused.emit(error)
        except Exception as error:
            self.failed.emit(error)


class Latest:
    """Of work that was asked for several times, only the last is done."""

    def __init__(self) -> None:
        self._guard = Lock()
        self._number = 0

    def of(self, do: Callable[[], T]) -> Callable[[], T | None]:
        """Return a function that does something, unless another was asked for meanwhile."""
        self._number += 1
        number = self._number

        def run() -> T | None:
            with self._guard:
                return do() if number == self._number else None

        return run


def _raise(error: Exception) -> None:
    # In the window's thread, so that the dialog for uncaught errors shows it.
    raise error
