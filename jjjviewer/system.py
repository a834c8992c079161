"""Checks before Qt starts: system libraries and a screen.

Standard library only, since Qt may be missing when this is called.
"""

# For the set-up: older Pythons must get as far as its error message.
from __future__ import annotations

import ctypes
import os
import shutil
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
"""Libraries that Qt links to, and their Debian packages."""

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
"""Libraries that Qt also needs to show a window, on X11 and on Wayland."""

NETWORK_LIBRARIES = {
    "libbrotlicommon.so.1": "libbrotli1",
    "libbrotlidec.so.1": "libbrotli1",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
}
"""Libraries that Qt also needs for local sockets."""

WINDOW_LIBRARIES = {**X11_LIBRARIES, **WAYLAND_LIBRARIES, **NETWORK_LIBRARIES}


def missing_packages(libraries: Mapping[str, str]) -> list[str]:
    """Return the packages of the libraries that can't be loaded, without duplicates."""
    return list(dict.fromkeys(libraries[name] for name in libraries if not loads(name)))


def loads(library: str) -> bool:
    """Return whether a shared library can be loaded."""
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def fault(variables: Mapping[str, str], *, window: bool) -> str:
    """Return why Qt can't start, and the remedy; '' if it can.

    Qt itself would abort the program, at best with a message about plugins.

    Args:
        variables: the environment variables.
        window: whether a window is to be shown.
    """
    if not sys.platform.startswith("linux"):
        return ""
    if missing := missing_packages(QT_LIBRARIES):
        return _install_hint(missing)
    if not window or variables.get("QT_QPA_PLATFORM"):
        return ""
    return _screen_fault(variables)


def _screen_fault(variables: Mapping[str, str]) -> str:
    """Try the screens in Qt's order, as Qt does: if one can't be used, the next."""
    screens = {
        "WAYLAND_DISPLAY": (WAYLAND_LIBRARIES, _wayland_answers),
        "DISPLAY": (X11_LIBRARIES, _x11_answers),
    }
    faults = []
    for name, (libraries, answers) in screens.items():
        if not (value := variables.get(name)):
            continue
        if missing := missing_packages(libraries):
            faults.append(_install_hint(missing))
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


def _install_hint(packages: Sequence[str]) -> str:
    return (
        f"Libraries of the system are missing. On Debian and Ubuntu install them with\n\n"
        f"    sudo apt-get install {' '.join(packages)}\n\n"
        "Elsewhere they are called much the same."
    )


def _x11_answers(display: str) -> bool:
    """Connect as Qt will, which unlike a check of the socket also tests authorisation.

    The library is one that Qt loads anyway; connecting takes half a millisecond.
    """
    xcb = ctypes.CDLL("libxcb.so.1")
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(display.encode(), None))
    refused: int = xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    return not refused


def _wayland_answers(display: str) -> bool:
    """Connect as Qt will, unless WAYLAND_SOCKET holds a connection, which works only once."""
    if "WAYLAND_SOCKET" in os.environ:
        return True
    wayland = ctypes.CDLL("libwayland-client.so.0")
    wayland.wl_display_connect.restype = ctypes.c_void_p
    connection = wayland.wl_display_connect(display.encode())
    if connection:
        wayland.wl_display_disconnect(ctypes.c_void_p(connection))
    return bool(connection)


def has_screen(variables: Mapping[str, str], platform: str) -> bool:
    """Return whether a window can be shown: on Linux, whether a display server answers."""
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
    # Imported late: it takes 10 ms, and the start does not need it.
    import socket

    with socket.socket(socket.AF_UNIX if isinstance(address, str) else socket.AF_INET) as client:
        client.settimeout(2)
        try:
            client.connect(address)
        except OSError:
            return False
    return True


def report(message: str) -> None:
    """Report an error on the terminal, or without one in a message box of the desktop."""
    print(f"jjjviewer: {message}", file=sys.stderr)
    if sys.stderr and sys.stderr.isatty():
        return
    # Imported late: nearly no start has to report an error.
    import subprocess

    boxes = (
        ["zenity", "--error", "--no-markup", "--title=JJJ Viewer", f"--text={message}"],
        ["kdialog", "--title", "JJJ Viewer", "--error", message],
        ["xmessage", "-center", message],
    )
    for box in boxes:
        if shutil.which(box[0]):
            subprocess.run(box, check=False, env=dict(os.environ), stderr=subprocess.DEVNULL)
            return
