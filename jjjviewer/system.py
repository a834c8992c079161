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
    from collections.abc import Mapping, Sequence

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
    if missing := missing_packages(QT_LIBRARIES):
        return _to_install(missing)
    if not window or variables.get("QT_QPA_PLATFORM"):
        return ""
    return _screen_fault(variables)


def _screen_fault(variables: Mapping[str, str]) -> str:
    """Try the screens that are named in Qt's order: where one is of no use, it takes the next."""
    screens = {
        "WAYLAND_DISPLAY": (WAYLAND_LIBRARIES, _wayland_answers),
        "DISPLAY": (X11_LIBRARIES, _x11_answers),
    }
    faults = []
    for name, (wanted, answers) in screens.items():
        if not (value := variables.get(name)):
            continue
        if missing := missing_packages(wanted):
            faults.append(_to_install(missing))
        elif not answers(value):
            faults.append(
                f"The screen {value}, which {name} names, does not answer or lets nobody in, so "
                "no window can be shown. Start it from a terminal within the session of whoever "
                f"sits at the screen. {_WITHOUT_WINDOW}"
            )
        else:
            return ""
    if faults:
        return faults[0]
    return f"There is no screen here, so no window can be shown. {_WITHOUT_WINDOW}"


_WITHOUT_WINDOW = "'jjjviewer export --help' tells how to write charts without one."


def _to_install(packages: Sequence[str]) -> str:
    return (
        f"Libraries of the system are missing. On Debian and Ubuntu install them with\n\n"
        f"    sudo apt-get install {' '.join(packages)}\n\n"
        "Elsewhere they are called much the same."
    )


def _x11_answers(display: str) -> bool:
    """Connect as Qt will; unlike a look at the socket, this tells whether it lets us in.

    With Qt's own library, which is loaded anyway: half a millisecond on a screen that is there.
    """
    import ctypes

    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers(display: str) -> bool:
    """Connect as Qt will, unless it is handed a connection, which serves only once."""
    import ctypes

    if "WAYLAND_SOCKET" in os.environ:
        return True
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(display.encode())
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)


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
