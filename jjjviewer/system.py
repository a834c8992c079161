"""What the system must have before Qt can start: its libraries, and a screen.

Nothing but Python is needed to run this: where it is called, Qt may be missing.
"""

# For the set-up, which has to reach its own words in older Pythons.
from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

QT_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libX11.so.6": "libx11-6",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libfontconfig.so.1": "libfontconfig1",
    "libfreetype.so.6": "libfreetype6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libzstd.so.1": "libzstd1",
}
"""What Qt loads at once, and the Debian package that has it."""

X11_LIBRARIES = {
    "libX11-xcb.so.1": "libx11-xcb1",
    "libxcb.so.1": "libxcb1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-glx.so.0": "libxcb-glx0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render.so.0": "libxcb-render0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-shm.so.0": "libxcb-shm0",
    "libxcb-sync.so.1": "libxcb-sync1",
    "libxcb-util.so.1": "libxcb-util1",
    "libxcb-xfixes.so.0": "libxcb-xfixes0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
}
WAYLAND_LIBRARIES = {
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
}
"""What Qt needs besides to show a window, on each of the two kinds of screen."""

NETWORK_LIBRARIES = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""What Qt needs besides for a second start to reach the first."""

WINDOW_LIBRARIES = {**X11_LIBRARIES, **WAYLAND_LIBRARIES, **NETWORK_LIBRARIES}


def missing_packages(wanted: Mapping[str, str]) -> list[str]:
    """Return the packages of those libraries that can't be loaded, each once."""
    return list(dict.fromkeys(wanted[library] for library in wanted if not loads(library)))


def loads(library: str) -> bool:
    """Say whether the system has a shared library."""
    # Here, since the command line does without it.
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def fault(variables: Mapping[str, str], *, window: bool) -> str:
    """Say in words why Qt could not start here, and the remedy; nothing if it can.

    Qt itself would end the program, with a word about plugins at best.

    Args:
        variables: those of the environment.
        window: whether a window is to be shown.
    """
    if not sys.platform.startswith("linux"):
        return ""
    wanted = dict(QT_LIBRARIES)
    if window and not variables.get("QT_QPA_PLATFORM"):
        wayland = variables.get("WAYLAND_DISPLAY")
        if not wayland and not variables.get("DISPLAY"):
            return (
                "There is no screen here, so no window can be shown. "
                "'jjjviewer export --help' tells how to write charts without one."
            )
        wanted.update(WAYLAND_LIBRARIES if wayland else X11_LIBRARIES)
    missing = missing_packages(wanted)
    if not missing:
        return ""
    return (
        f"Libraries of the system are missing. On Debian and Ubuntu install them with\n\n"
        f"    sudo apt-get install {' '.join(missing)}\n\n"
        "Elsewhere they are called much the same."
    )


def has_screen(variables: Mapping[str, str], platform: str) -> bool:
    """Say whether a window can be shown: on Linux, whether a display server answers."""
    if not platform.startswith("linux") or _has_wayland(variables):
        return True
    host, _, rest = variables.get("DISPLAY", "").rpartition(":")
    number = rest.partition(".")[0]
    if not number.isdigit():
        return False
    if host in ("", "unix"):
        name = f"/tmp/.X11-unix/X{number}"
        return _answers(name) or _answers(f"\0{name}")
    return _answers((host, 6000 + int(number)))


def _has_wayland(variables: Mapping[str, str]) -> bool:
    wayland = variables.get("WAYLAND_DISPLAY")
    if not wayland:
        return False
    return _answers(str(Path(variables.get("XDG_RUNTIME_DIR", "")) / wayland))


def _answers(address: str | tuple[str, int]) -> bool:
    # Here, since it takes 10 ms to import, and a start does without it.
    import socket

    with socket.socket(socket.AF_UNIX if isinstance(address, str) else socket.AF_INET) as client:
        client.settimeout(2)
        try:
            client.connect(address)
        except OSError:
            return False
    return True


def tell(words: str) -> None:
    """Say a fault to whoever started the program: on the terminal, or else in a box.

    A double-click has no terminal; then a desktop's own program shows the box, if there is one.
    """
    print(f"jjjviewer: {words}", file=sys.stderr)
    if sys.stderr and sys.stderr.isatty():
        return
    import shutil
    import subprocess

    boxes = (
        ["zenity", "--error", "--no-markup", "--title=JJJ Viewer", f"--text={words}"],
        ["kdialog", "--title", "JJJ Viewer", "--error", words],
        ["xmessage", "-center", words],
    )
    for box in boxes:
        if shutil.which(box[0]):
            subprocess.run(box, check=False, env=dict(os.environ), stderr=subprocess.DEVNULL)
            return
