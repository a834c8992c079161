"""Start-up tuning: what is set before Qt is imported, and reset once the first view is shown.

Figures are medians of starts with and without a setting, made in turn; "floor" is an empty window.
"""

import builtins
import gc
import os
import sys

_SWITCH_INTERVAL = 0.0005
"""Seconds for which a thread may hold Python while another waits; Python's own are 0.005."""


def begin() -> None:
    """Tune the interpreter; to be called before Qt is imported.

    - No garbage collection: what start-up makes stays. It saves a tenth of a second.
    - One thread for OpenBLAS, enough for sums of this size: the others take 55 ms to start.
    - A short switch interval: the window is halted for a sixth to a third less while threads import
      and load, since painting asks for Python a hundred times.
    - Imports without PySide's hook, which reads the source of each module that is imported, in
      case it wants `__feature__`: the tree is readable at 1.8 instead of 2.1 times the floor, the
      first chart a sixth earlier, and 35 MiB of text are not kept.
    """
    gc.disable()
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    sys.setswitchinterval(_SWITCH_INTERVAL)
    import PySide6.QtCore  # noqa: F401

    builtins.__import__ = getattr(builtins, "__orig_import__", builtins.__import__)


def end() -> None:
    """Collect garbage again, except among what start-up made."""
    gc.freeze()
    gc.enable()
