"""Check the build: the application against its source, the package against Debian's rules."""

import argparse
import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path

from jjjviewer.packaging.__main__ import DIST, ROOT
from jjjviewer.packaging.clean_system import prove
from jjjviewer.packaging.deb import NAME
from jjjviewer.packaging.screen import (
    NotSeenError,
    act,
    own_compositor,
    own_screen,
    title,
    wait,
)

_PROGRAM = DIST / NAME / NAME
_CHARTS = ("--chart", "all", "--format", "png,svg,pdf,csv,xlsx")


def main(arguments: Sequence[str] | None = None) -> int:
    """Run all checks; stop at the first failure and report it."""
    parser = argparse.ArgumentParser(prog="python3 -m jjjviewer.dev check-package")
    parser.add_argument(
        "--clean-system",
        nargs="?",
        const="",
        metavar="RELEASE",
        help="install, use and remove the package on a minimal Debian of its own, too (as root): "
        "that of this machine, or another, as trixie",
    )
    options = parser.parse_args(arguments)
    packages = sorted(DIST.glob("*.deb"))
    if not _PROGRAM.exists() or not packages:
        print("Nothing is built yet: python3 -m jjjviewer.dev package", file=sys.stderr)
        return 1
    try:
        _check_files(packages[-1])
        _check_charts()
        _check_window()
        _check_wayland()
        if options.clean_system is not None:
            prove(packages[-1], options.clean_system)
    except (NotSeenError, subprocess.CalledProcessError) as error:
        print(f"FAILED  {error}", file=sys.stderr)
        return 1
    print("All of the package works.")
    return 0


def _check_files(package: Path) -> None:
    share = ROOT / "build/deb/usr/share"
    _run("desktop-file-validate", share / f"applications/{NAME}.desktop")
    _run("appstreamcli", "validate", "--no-net", *(share / "metainfo").iterdir())
    _run("lintian", "--fail-on", "error", "--allow-root", package)


def _check_charts() -> None:
    """Compare all charts of one selection, byte for byte, with those drawn from source."""
    _run(_PROGRAM, "--self-test")
    with tempfile.TemporaryDirectory() as folder:
        frozen, source = Path(folder, "frozen"), Path(folder, "source")
        _run(_PROGRAM, "export", *_CHARTS, "--out", frozen)
        _run(sys.executable, "-m", "jjjviewer", "export", *_CHARTS, "--out", source)
        names = sorted(path.name for path in source.iterdir())
        differing = [
            name
            for name in names
            if not (frozen / name).exists()
            or (frozen / name).read_bytes() != (source / name).read_bytes()
        ]
        if differing or not names:
            raise NotSeenError(f"Not as drawn from source: {', '.join(differing) or 'no chart'}.")
        print(f"ok      {len(names)} files are the same, frozen and from source")


def _check_window() -> None:
    with tempfile.TemporaryDirectory() as folder, own_screen() as screen:
        own = {**screen, "HOME": folder, "XDG_RUNTIME_DIR": folder}
        with subprocess.Popen([_PROGRAM], env=own) as first:
            try:
                wait("the window is shown", lambda: title(screen))
                before = title(screen)
                _run(_PROGRAM, ROOT / "resources/estuary", env=own)
                wait("a second start hands its pack over", lambda: title(screen) != before)
                act(screen, "key", "ctrl+q")
                wait("it closes", lambda: first.poll() is not None)
            finally:
                first.kill()


def _check_wayland() -> None:
    """Start it under Wayland, where windows can't be inspected, and read its protocol log."""
    with tempfile.TemporaryDirectory() as folder, own_compositor(Path(folder)) as screen:
        log = Path(folder, "protocol")
        own = {**screen, "HOME": folder, "WAYLAND_DEBUG": "client"}
        with log.open("wb") as words, subprocess.Popen([_PROGRAM], env=own, stderr=words) as run:

            def asked(for_: str) -> bool:
                return bool(re.search(for_, log.read_text(encoding="utf-8", errors="replace")))

            try:
                name = rf'set_app_id\("{NAME}"\)'
                wait("under Wayland its window has the name of the menu entry", lambda: asked(name))
                wait("its pack is shown there", lambda: asked(r'set_title\(".+ — JJJ Viewer"\)'))
                if run.poll() is not None:
                    raise NotSeenError(f"It ended: {log.read_text().splitlines()[-1]}")
            finally:
                run.kill()


def _run(*command: str | Path, env: Mapping[str, str] | None = None) -> None:
    variables = dict(os.environ if env is None else env)
    subprocess.run(list(map(str, command)), cwd=ROOT, env=variables, check=True)
    print(f"ok      {Path(command[0]).name} {' '.join(map(str, command[1:4]))}", flush=True)


if __name__ == "__main__":
    sys.exit(main())
