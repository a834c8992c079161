"""Starting without what takes time and is of no use here, and going on without what takes room."""

import builtins
import gc
import sys

START = "start"
"""What garbage is not looked for until `resume_collection` is told that it is over."""
_MMAP_THRESHOLD = -3
"""As malloc.h names it."""
_LARGE = 1 << 20
"""In bytes."""


def import_leanly() -> None:
    """Make ready for imports, those of Qt among them; to be called before all of these.

    What start-up makes stays: looking through it for garbage takes a tenth of a second. Who
    calls this resumes that (of `START`) when all is there.

    PySide6 puts itself before every later import: it reads the source of each module, lest one
    should want names in snake case by its `__feature__`. That takes as long as half the imports
    and keeps megabytes of text. Nothing here wants it.
    """
    put_off_collection(START)
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


_busy: set[object] = set()


def put_off_collection(what: object) -> None:
    """Look for no garbage while something is under way that makes much, all of which stays."""
    _busy.add(what)
    gc.disable()


def resume_collection(what: object) -> None:
    """Look for garbage again, unless something else is still under way."""
    _busy.discard(what)
    if not _busy:
        gc.enable()


def give_back_large_blocks() -> None:
    """Have large blocks of memory go back to the system as soon as they are free.

    The image of a chart takes many megabytes. glibc keeps the room of the first that is freed for
    the next ones, and what is small and stays settles in it.
    """
    _ask_glibc("mallopt", _MMAP_THRESHOLD, _LARGE)


def give_back_what_is_free() -> None:
    """Have memory go back to the system that was needed once, but lies among what still is."""
    _ask_glibc("malloc_trim", 0)


def _ask_glibc(function: str, *arguments: int) -> None:
    """Call a function that other C libraries do not have."""
    if sys.platform == "linux":
        # Here, since it is loaded with pandas, after the start.
        from ctypes import CDLL

        if call := getattr(CDLL(None), function, None):
            call(*arguments)
