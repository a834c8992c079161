"""A separate X server for the measured programs."""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager

Environment = dict[str, str]


@contextmanager
def screen(width: int, height: int) -> Iterator[Environment]:
    """Start an X server; yield the environment for programs on it, with separate settings.

    Args:
        width: width of the screen, in pixels.
        height: height of the screen, in pixels.
    """
    with tempfile.TemporaryDirectory() as folder:
        yield from _started(width, height, folder)


def _started(width: int, height: int, folder: str) -> Iterator[Environment]:
    environment = {**os.environ, "XDG_CONFIG_HOME": folder, "XDG_DATA_HOME": folder}
    # If it were set, every start would recompile all modules.
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    server = shutil.which("Xvfb")
    if server is None:
        sys.exit("Xvfb is missing. Run it as 'python3 -m jjjviewer.dev bench', which installs it.")
    reader, writer = os.pipe()
    size = f"{width}x{height}x24"
    command = [server, "-displayfd", str(writer), "-screen", "0", size, "-nolisten", "tcp"]
    process = subprocess.Popen(command, pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as pipe:
            number = pipe.readline().strip()
        yield {**environment, "DISPLAY": f":{number}", "QT_QPA_PLATFORM": "xcb"}
    finally:
        process.terminate()
        process.wait()
