"""The package on a minimal Debian: installed, started from its menu entry, used and removed."""

import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from jjjviewer.packaging.deb import NAME
from jjjviewer.packaging.screen import NotSeenError, act, own_screen, title, wait

_USER = "reader"
_ENTRY = f"/usr/share/applications/{NAME}.desktop"
_GIO = "/opt/gio"
"""Where the program that launches menu entries is unpacked; it is not installed."""
_PICTURES = f"home/{_USER}/Pictures"
_PACKS = f"/usr/lib/{NAME}/_internal/resources"
_OF_DESKTOPS = ("desktop-file-utils", "libglib2.0-bin", "shared-mime-info")
"""The database of file types, which every desktop has."""


def prove(package: Path, release: str = "") -> None:
    """Use the package in a root with only its dependencies, then in one with desktop packages.

    Args:
        package: the package.
        release: the code name of a Debian release; by default this machine's.

    Raises:
        NotSeenError: something did not happen.
        CalledProcessError: a step failed.
    """
    with tempfile.TemporaryDirectory(prefix="jjjviewer-root-") as folder:
        root = Path(folder)
        # The folder was made for this user only, but the root has others.
        root.chmod(0o755)
        own, mirror = _debian()
        release = release or own
        _run(["debootstrap", "--variant=minbase", release, str(root), mirror])
        print(f"ok      a minimal Debian {release}", flush=True)
        with _mounted(root), own_screen() as screen:
            _prepare(root)
            _install(root, package)
            print("ok      installed with nothing but what it depends on", flush=True)
            _in(root, NAME, "--self-test", user=True)
            _use(root, screen)
            _remove(root)
            _in(root, "apt-get", *_PLAIN, *_OF_DESKTOPS)
            _install(root, package)
            print("ok      installed beside what every desktop has", flush=True)
            _open_files(root, screen)
            _remove(root)


def _debian() -> tuple[str, str]:
    """Return this machine's Debian release and the mirror its package manager uses."""
    wanted = "$(CODENAME)\t$(COMPONENT)\t$(ORIGIN)\t$(REPO_URI)"
    # Updates and security have code names of their own.
    command = ["apt-get", "indextargets", "--format", wanted, "Identifier: Packages"]
    said = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    for line in said.splitlines():
        release, component, origin, mirror = line.split("\t")
        if (component, origin) == ("main", "Debian") and release.isalpha():
            return release, mirror
    raise NotSeenError("The package manager of this machine knows no release of Debian.")


@contextmanager
def _mounted(root: Path) -> Iterator[None]:
    """Mount processes, devices and display sockets of this machine in the root."""
    mounts = [
        ("/proc", "proc"),
        ("/dev", "dev"),
        ("/dev/pts", "dev/pts"),
        ("/tmp/.X11-unix", "tmp/.X11-unix"),
    ]
    Path("/tmp/.X11-unix").mkdir(mode=0o1777, exist_ok=True)
    done = []
    try:
        for what, where in mounts:
            (root / where).mkdir(exist_ok=True)
            _run(["mount", "--bind", what, str(root / where)])
            done.append(root / where)
        yield
    finally:
        for place in reversed(done):
            _run(["umount", "--lazy", str(place)])


_PLAIN = ("-qq", "install", "-y", "--no-install-recommends")


def _prepare(root: Path) -> None:
    shutil.copy("/etc/resolv.conf", root / "etc/resolv.conf")
    _in(root, "apt-get", "-qq", "update")
    # Unpacked, not installed, so that the system has only this package.
    download = "apt-get -qq -o APT::Sandbox::User=root download libglib2.0-bin"
    unpack = f"dpkg -x libglib2.0-bin_*.deb {_GIO} && rm libglib2.0-bin_*.deb"
    _in(root, "sh", "-c", f"cd /opt && {download} && {unpack}")
    _in(root, "useradd", "--create-home", _USER)
    for name, mode in (("run", "700"), ("Pictures", "755")):
        home = f"/home/{_USER}/{name}"
        _in(root, "install", "-d", "-o", _USER, "-m", mode, home)


def _install(root: Path, package: Path) -> None:
    shutil.copy(package, root / "opt" / package.name)
    _in(root, "apt-get", *_PLAIN, f"/opt/{package.name}")
    (root / "opt" / package.name).unlink()


def _remove(root: Path) -> None:
    _in(root, "apt-get", "-qq", "purge", "-y", NAME)
    left = sorted(path for path in _paths(root) if NAME in path)
    # The database of file types is rebuilt when the package is removed.
    naming = [path for path in _indexes(root) if NAME in path.read_text(errors="replace")]
    if left or naming:
        raise NotSeenError(f"Left after removal: {', '.join(map(str, (*left, *naming)))}")
    print("ok      removed, nothing is left", flush=True)


def _indexes(root: Path) -> list[Path]:
    """Return the indexes that desktop packages make of all menu entries and file types."""
    names = ("applications/mimeinfo.cache", "mime/globs2")
    return [path for name in names if (path := root / "usr/share" / name).exists()]


def _use(root: Path, screen: dict[str, str]) -> None:
    _launch(root, screen)
    wait("the menu entry starts it", lambda: title(screen))
    before = title(screen)
    # Select a row of the tree, then export its chart by keyboard.
    act(screen, "mousemove", 110, 240, "click", 1)
    wait("a click on the tree selects", lambda: title(screen) != before)
    wait("the chart of it is exported", lambda: _export(root, screen))
    before = title(screen)
    _launch(root, screen, f"{_PACKS}/estuary")
    wait("the file manager's pack is opened in it", lambda: title(screen) != before)
    act(screen, "key", "ctrl+q")
    wait("it closes", lambda: not title(screen))


def _open_files(root: Path, screen: dict[str, str]) -> None:
    """Open packs by path, as a file manager does on a double-click."""
    # Not the bundled pack first, which would also be shown if opening failed.
    for pack in ("estuary", "interview"):
        shutil.make_archive(str(root / f"home/{_USER}/{pack}.jjj"), "zip", f"{root}{_PACKS}/{pack}")
    _double_click(root, screen, "estuary")
    wait("a double-click on a pack starts it", lambda: "—" in title(screen))
    before = title(screen)
    _double_click(root, screen, "interview")
    wait("one on another reaches the running program", lambda: title(screen) != before)
    act(screen, "key", "ctrl+q")
    wait("it closes", lambda: not title(screen))


def _export(root: Path, screen: dict[str, str]) -> bool:
    """Press the keys, then wait for the file."""
    pictures = root / _PICTURES
    if not (pictures / "pressed").exists():
        (pictures / "pressed").touch()
        act(screen, "key", "ctrl+e", "sleep", 3, "key", "Return", "sleep", 1)
    return any(path.read_bytes()[:4] == b"\x89PNG" for path in pictures.rglob("*.png"))


def _launch(root: Path, screen: dict[str, str], *packs: str) -> None:
    _in(root, f"{_GIO}/usr/bin/gio", "launch", _ENTRY, *packs, user=True, screen=screen)


def _double_click(root: Path, screen: dict[str, str], pack: str) -> None:
    _in(root, "gio", "open", f"/home/{_USER}/{pack}.jjj.zip", user=True, screen=screen)


def _in(
    root: Path, *command: str, user: bool = False, screen: dict[str, str] | None = None
) -> None:
    """Run a command within the root, as user or as administrator."""
    home = f"/home/{_USER}" if user else "/root"
    variables = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "HOME": home, "LC_ALL": "C.UTF-8",
                 "DEBIAN_FRONTEND": "noninteractive"}  # fmt: skip
    if user:
        variables["XDG_RUNTIME_DIR"] = f"{home}/run"
    if screen:
        variables["DISPLAY"] = screen["DISPLAY"]
    who = [f"--userspec={_USER}"] if user else []
    _run(["chroot", *who, str(root), *command], variables)


def _run(command: list[str], variables: dict[str, str] | None = None) -> None:
    subprocess.run(
        command, env=variables or dict(os.environ), check=True, stdout=subprocess.DEVNULL
    )


def _paths(root: Path) -> Iterator[str]:
    """Return all files in the root, without homes, logs, caches and mounts."""
    lent = {"proc", "dev", "sys", "tmp", "home", "root"}
    for top in root.iterdir():
        if top.name not in lent and not top.is_symlink():
            for path in top.rglob("*"):
                name = str(path.relative_to(root))
                if not name.startswith(("var/cache", "var/log")):
                    yield name
