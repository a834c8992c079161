"""Set-up, start, tests, packaging and benchmarks from a fresh clone; needs only Python.

    python3 -m jjjviewer.dev start [arguments of the viewer]
    python3 -m jjjviewer.dev test [--fast] [arguments of pytest]
    python3 -m jjjviewer.dev bench [--quick] [--only start,use,export,endure,scale] [--out FOLDER]
    python3 -m jjjviewer.dev package
    python3 -m jjjviewer.dev check-package [--clean-system [RELEASE]]

Everything is installed into `.venv` in the checkout; Python packages elsewhere are not touched.
"""

# Older Pythons must get as far as the message that names the version needed.
from __future__ import annotations

import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
import sysconfig
from pathlib import Path
from typing import TYPE_CHECKING

from jjjviewer.system import QT_LIBRARIES, WINDOW_LIBRARIES, has_screen, loads

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Run = Callable[..., int]

ROOT = Path(__file__).resolve().parents[1]
OLDEST_PYTHON = (3, 11)

SCREEN_PROGRAMS = {"Xvfb": "xvfb"}
"""Programs that the benchmark needs, and their Debian packages."""

WITHOUT_WINDOW = ("export", "report", "check", "new", "--self-test", "--version", "--help", "-h")
"""Arguments with which the viewer needs no screen."""

RUNTIME = ("PySide6", "pandas", "pyqtgraph", "python_calamine", "typst", "xlsxwriter")
TOOLS = {
    "test": (
        "ruff",
        "mypy",
        "importlinter",
        "pytest",
        "pytest_cov",
        "pytestqt",
        "xdist",
        "frictionless",
    ),
    "bench": ("matplotlib",),
    "build": ("PyInstaller",),
}
"""Modules needed to start, and those added by each extra."""

BUILD_PROGRAMS = {"objdump": "binutils", "dpkg-deb": "dpkg", "patchelf": "patchelf"}
CHECK_PROGRAMS = {
    "desktop-file-validate": "desktop-file-utils",
    "appstreamcli": "appstream",
    "lintian": "lintian",
    "Xvfb": "xvfb",
    "weston": "weston",
    "xdotool": "xdotool",
    "debootstrap": "debootstrap",
}
"""Programs that make and check the package, and their Debian packages."""

PROBE = """\
import os, sys
from importlib.util import find_spec
folder, version, *modules = sys.argv[1:]
own = os.path.samefile(sys.prefix, folder)
sys.exit(not (own and sys.version == version and all(map(find_spec, modules))))
"""
"""Run by the Python of an environment. If `pyvenv.cfg` is lost, that Python is the system's and
would install packages there."""

PROCESSES = ("-n", "2", "--dist", "worksteal")
"""Of the tests: neighbours, which share what they draw, stay together until a process waits."""

HALF_MADE = "half-made"


class SetUpError(Exception):
    """Set-up can't continue; the message names the remedy."""


def main(arguments: Sequence[str]) -> int:
    """Set up, then start or test; return the exit code."""
    if sys.version_info < OLDEST_PYTHON:
        wanted = ".".join(map(str, OLDEST_PYTHON))
        print(f"JJJ Viewer needs Python {wanted} or newer; this is {sys.version.split()[0]}.")
        return 1
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "start": start,
        "test": test,
        "bench": bench,
        "package": package,
        "check-package": check_package,
    }
    if not arguments or arguments[0] not in commands:
        print(__doc__)
        return 0 if arguments[:1] in (["-h"], ["--help"]) else 2
    try:
        return commands[arguments[0]](arguments[1:])
    except SetUpError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130


def start(arguments: Sequence[str]) -> int:
    """Start the viewer; without a screen, write the charts to files instead."""
    screen = has_screen(os.environ, sys.platform)
    install_libraries(QT_LIBRARIES | (WINDOW_LIBRARIES if screen else {}))
    viewer = [str(environment("")), "-m", "jjjviewer"]
    if screen or (arguments and arguments[0] in WITHOUT_WINDOW):
        return call([*viewer, *arguments])
    print(
        "There is no screen here, so no window can be shown.\n"
        "Instead every chart is written to the folder charts/:",
        flush=True,
    )
    return call([*viewer, "export", *arguments, "--each", "--out", str(ROOT / "charts")])


def test(arguments: Sequence[str]) -> int:
    """Run all checks; the exit code is that of the first that failed.

    With --fast they end within 90 seconds, without the slow tests (see tests/lanes.py).
    """
    fast = "--fast" in arguments
    arguments = [each for each in arguments if each != "--fast"]
    install_libraries(QT_LIBRARIES | WINDOW_LIBRARIES)
    path = environment("test")
    python, lint = str(path), str(path.with_name(f"lint-imports{path.suffix}"))
    lane = ["-m", "not slow"] if fast else []
    tests = [python, "-m", "pytest", *PROCESSES, *lane, *arguments]
    checks = (
        [python, "-m", "ruff", "check"],
        [python, "-m", "ruff", "format", "--check"],
        [python, "-m", "mypy"],
        [lint],
        tests,
    )
    failed: dict[str, int] = {}
    for check in checks:
        words = " ".join([Path(check[0]).name, *check[1:]])
        print(f"\n$ {words}", flush=True)
        if code := call(check):
            failed[words] = code
    for words, code in failed.items():
        print(f"\nFailed with exit code {code}: {words}")
    if not failed:
        print("\nAll checks passed.")
    return next(iter(failed.values()), 0)


def bench(arguments: Sequence[str]) -> int:
    """Run the benchmark, on a separate X server if there is one."""
    install_libraries(QT_LIBRARIES | WINDOW_LIBRARIES | SCREEN_PROGRAMS)
    return call([str(environment("bench")), "-m", "jjjviewer.bench", *arguments])


def package(arguments: Sequence[str]) -> int:
    """Build the application and, on Linux, its package, both in `dist`."""
    name = str(sysconfig.get_config_var("INSTSONAME"))
    shared = Path(str(sysconfig.get_config_var("LIBDIR")), name).exists()
    # On Debian libpython is in a separate package.
    python = {} if shared else {name: f"libpython3.{sys.version_info.minor}"}
    install_libraries({**QT_LIBRARIES, **WINDOW_LIBRARIES, **BUILD_PROGRAMS, **python})
    return call([str(environment("build")), "-m", "jjjviewer.packaging", *arguments])


def check_package(arguments: Sequence[str]) -> int:
    """Check what `package` has built; with --clean-system also on a fresh Debian."""
    install_libraries({**QT_LIBRARIES, **WINDOW_LIBRARIES, **CHECK_PROGRAMS})
    return call([str(environment("build")), "-m", "jjjviewer.packaging.check", *arguments])


def call(command: Sequence[str]) -> int:
    """Run a command in the checkout and return its exit code."""
    return subprocess.run(command, cwd=ROOT, check=False).returncode


def install_libraries(wanted: Mapping[str, str], run: Run = call) -> None:
    """Install the Debian packages of missing libraries and programs.

    Raises:
        SetUpError: some are missing and can't be installed here; the message names them.
    """
    if not sys.platform.startswith("linux"):
        return
    missing = [package for name, package in wanted.items() if not is_there(name)]
    missing = list(dict.fromkeys(missing))
    if not importlib.util.find_spec("ensurepip") and not shutil.which("uv"):
        missing.append(f"python3.{sys.version_info.minor}-venv")
    if not missing:
        return
    if not shutil.which("apt-get"):
        raise SetUpError(
            "These libraries are missing; install them with your system's package manager "
            f"(Debian calls them so): {' '.join(missing)}"
        )
    install = ["apt-get", "install", "-y", "--no-install-recommends", *missing]
    by_hand = f"    sudo apt-get update && sudo {' '.join(install)}"
    if os.geteuid() == 0:
        prefix: list[str] = []
    elif shutil.which("sudo") and sys.stdin.isatty():
        prefix = ["sudo"]
    else:
        raise SetUpError(f"Some system libraries are missing. Install them with\n\n{by_hand}\n")
    print(f"Installing system libraries: {' '.join(missing)}", flush=True)
    # A failed update is harmless if the package lists are recent; else the install fails.
    run([*prefix, "apt-get", "update", "-q"])
    if run([*prefix, *install]):
        raise SetUpError(f"The system libraries could not be installed. Try\n\n{by_hand}\n")


def is_there(name: str) -> bool:
    """Return whether the system has a shared library, or a program, of that name."""
    return loads(name) if ".so" in name else shutil.which(name) is not None


def environment(extra: str, root: Path = ROOT, run: Run = call) -> Path:
    """Create or update the virtual environment; return its Python.

    A stamp records what it was made from; while that is unchanged, nothing is installed.

    Raises:
        SetUpError: it can't be made, for instance without a network.
    """
    folder = root / ".venv"
    python = folder / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
    stamp = folder / "jjjviewer-stamp"
    uv = shutil.which("uv")
    inputs = _fingerprint(root)
    installed = stamp.read_text().split() if stamp.exists() else []
    extras = installed[1:] if installed[:1] == [inputs] else []
    current = installed[:1] == [inputs] and (not extra or extra in extras)
    needed = [*RUNTIME, *TOOLS.get(extra, ())] if current else [] if uv else ["pip"]
    works = installed != [HALF_MADE] and _works(folder, python, needed, run)
    if current and works:
        return python
    if not works:
        make = [uv, "venv", "--python", sys.executable] if uv else [sys.executable, "-m", "venv"]
        if run([*make, "--clear", str(folder)]):
            raise SetUpError("The virtual environment .venv could not be made; see above.")
        extras = []
    # The marker remains if the installation is interrupted, so that the next run starts over.
    stamp.write_text(HALF_MADE)
    wanted = sorted({*extras, *filter(None, [extra])})
    if not _install(root, wanted, python, uv, run):
        stamp.unlink()
        raise SetUpError(
            "The Python packages could not be installed. Look at the lines above; without a "
            "network, connect and run the same command again."
        )
    stamp.write_text(" ".join((inputs, *wanted)))
    return python


def _works(folder: Path, python: Path, modules: Sequence[str], run: Run) -> bool:
    """Return whether the environment is complete: this Python version, and these modules."""
    try:
        return not run([str(python), "-c", PROBE, str(folder), sys.version, *modules])
    except OSError:
        return False


def _install(root: Path, extras: Sequence[str], python: Path, uv: str | None, run: Run) -> bool:
    if uv:
        pip = [uv, "pip", "install", "--python", str(python)]
    else:
        pip = [str(python), "-m", "pip", "install", "--require-virtualenv", "-q"]
        pip.append("--disable-pip-version-check")
    what = f"{root}[{','.join(extras)}]" if extras else str(root)
    print("Installing the Python packages into .venv; this takes a minute.", flush=True)
    return not run([*pip, "-c", str(root / ".constraints.txt"), "-e", what])


def _fingerprint(root: Path) -> str:
    """Return what the environment depends on: checkout path, requirements, Python."""
    digest = hashlib.sha256(f"{root} {sys.version}".encode())
    for name in ("pyproject.toml", ".constraints.txt"):
        digest.update((root / name).read_bytes())
    return digest.hexdigest()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
