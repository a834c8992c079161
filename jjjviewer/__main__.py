"""The program: a command line, or else the window."""

import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from jjjviewer import startup, system


def main(argv: Sequence[str] | None = None) -> int:
    """Do what the arguments say and return the exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Not every console can show every name.
            stream.reconfigure(errors="backslashreplace")
    return _obey(arguments) if arguments else _show_window(None)


def _obey(arguments: Sequence[str]) -> int:
    # Not at the top: a double-click says nothing, and wants its window at once.
    from jjjviewer import cli

    try:
        code = cli.run(arguments)
        # On Windows a program with a window has no output.
        if code is not None and sys.stdout is not None:
            # Now, while it can still be caught, rather than when Python ends.
            sys.stdout.flush()
    except BrokenPipeError:
        # Whoever read the output has left, as `head` does; there is nobody to tell.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 1
    return _show_window(cli.window_pack(arguments)) if code is None else code


def _show_window(pack: Path | None) -> int:
    if fault := system.fault(os.environ, window=True):
        system.tell(fault)
        return 1
    startup.begin()
    from jjjviewer import app

    return app.run(pack)


if __name__ == "__main__":
    sys.exit(main())
