"""Virtual screens, and simulated input on them."""

import os
import subprocess
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

_PATIENCE = 60
"""Timeout in seconds, generous for a cold start on a busy machine."""


class NotSeenError(Exception):
    """Something expected on the screen did not happen."""


@contextmanager
def own_screen() -> Iterator[dict[str, str]]:
    """Run an X server of 1600 x 1000; yield the environment for programs on it."""
    # Local sockets only; without authorisation, since users in another root have no key.
    command = ["Xvfb", "-displayfd", "1", "-screen", "0", "1600x1000x24", "-nolisten", "tcp", "-ac"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as server:
        try:
            assert server.stdout is not None
            display = f":{server.stdout.readline().strip()}"
            yield {**_plain(), "DISPLAY": display}
        finally:
            server.terminate()


@contextmanager
def own_compositor(folder: Path) -> Iterator[dict[str, str]]:
    """Run a Wayland compositor of the same size; yield the environment for programs on it.

    Args:
        folder: a private folder for its socket.
    """
    command = ["weston", "--backend=headless-backend.so", "--width=1600", "--height=1000",
               "--no-config", "--socket=wayland-own"]  # fmt: skip
    own = {**_plain(), "XDG_RUNTIME_DIR": str(folder)}
    with subprocess.Popen(
        command, env=own, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        try:
            wait("a Wayland compositor runs", (folder / "wayland-own").exists)
            yield {**own, "WAYLAND_DISPLAY": "wayland-own"}
        finally:
            server.terminate()


def _plain() -> dict[str, str]:
    """Return an environment without this machine's settings."""
    variables = {key: os.environ[key] for key in ("PATH", "HOME") if key in os.environ}
    return {**variables, "LC_ALL": "C.UTF-8"}


def title(screen: Mapping[str, str]) -> str:
    """Return the title of the program's window, or nothing where none is shown.

    Raises:
        NotSeenError: there are several.
    """
    names = [_xdotool(screen, "getwindowname", each).strip() for each in windows(screen)]
    shown = [name for name in names if name.endswith("JJJ Viewer")]
    if len(shown) > 1:
        raise NotSeenError(f"There should be one window, but there are {len(shown)}.")
    return shown[0] if shown else ""


def windows(screen: Mapping[str, str]) -> list[str]:
    """Return the ids of the program's visible windows."""
    return _xdotool(screen, "search", "--onlyvisible", "--class", "jjjviewer").split()


def act(screen: Mapping[str, str], *words: str | int) -> None:
    """Simulate input by an xdotool command."""
    _xdotool(screen, *map(str, words))


def wait(what: str, for_: Callable[[], bool | str]) -> None:
    """Wait until a condition holds.

    Raises:
        NotSeenError: it did not hold in time.
    """
    end = time.monotonic() + _PATIENCE
    while not for_():
        if time.monotonic() > end:
            raise NotSeenError(f"Waited {_PATIENCE} s in vain: {what}.")
        time.sleep(0.1)
    print(f"ok      {what}", flush=True)


def _xdotool(screen: Mapping[str, str], *words: str) -> str:
    command = ["xdotool", *words]
    done = subprocess.run(
        command, env=dict(screen), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    return done.stdout
