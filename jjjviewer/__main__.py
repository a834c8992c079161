"""The program: the command line, or the window."""

import errno
import io
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from jjjviewer import startup, system

_FULL = (errno.ENOSPC, errno.EDQUOT, errno.EIO)


def main(argv: Sequence[str] | None = None) -> int:
    """Run the program and return its exit code."""
    arguments = sys.argv[1:] if argv is None else argv
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            # Some consoles can't show Chinese names.
            stream.reconfigure(errors="backslashreplace")
    return _run_command(arguments) if arguments else _show_window(None)


def _run_command(arguments: Sequence[str]) -> int:
    # Imported late: a start without arguments needs only the window.
    from jjjviewer import cli

    try:
        try:
            code = cli.run(arguments)
        except SystemExit as end:
            # As after --help, and after a wrong argument.
            code = int(end.code or 0)
        # On Windows a program with a window has no stdout.
        if code is not None and sys.stdout is not None:
            # Flush now: a broken pipe at interpreter exit could not be caught.
            sys.stdout.flush()
    except BrokenPipeError:
        # The reader of the output has ended, as `head` does: nobody would see a message.
        _close_output()
        return 1
    except KeyboardInterrupt:
        print("jjjviewer: stopped.", file=sys.stderr)
        _close_output()
        return 130
    except OSError as error:
        if error.errno not in _FULL:
            raise
        _close_output()
        print(f"jjjviewer: the output could not be written: {error.strerror}.", file=sys.stderr)
        return 1
    return _show_window(cli.window_pack(arguments)) if code is None else code


def _close_output() -> None:
    """Let what is still to be printed go nowhere: at the end Python would fail at it again."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def _show_window(pack: Path | None) -> int:
    if fault := system.fault(os.environ, window=True):
        system.report(fault)
        return 1
    startup.begin()
    from jjjviewer import app

    return app.run(pack)


if __name__ == "__main__":
    sys.exit(main())
