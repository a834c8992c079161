"""Starting without what takes time and is of no use here."""

import builtins
import gc


def import_leanly() -> None:
    """Make ready for imports, those of Qt among them; to be called before all of these.

    What start-up makes stays: looking through it for garbage takes a tenth of a second. Who
    calls this turns that on again when all is there.

    PySide6 puts itself before every later import: it reads the source of each module, lest one
    should want names in snake case by its `__feature__`. That takes as long as half the imports
    and keeps megabytes of text. Nothing here wants it.
    """
    gc.disable()
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)
