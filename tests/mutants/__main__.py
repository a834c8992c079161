"""Put faults into a copy of the checkout, one after the other, and print those no test notices."""

import argparse
import difflib
import random
import shutil
import subprocess
import sys
import tempfile
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from queue import SimpleQueue
from typing import NamedTuple

from tests.mutants.operators import Mutant, mutants
from tests.mutants.record import Record, record_of

ROOT = Path(__file__).resolve().parents[2]
PACKAGES = ("model", "charts", "ui", "export")
PROCESSES = 2
MOST_SECONDS = 90
"""A test that takes longer is stuck in the fault: none of the fast lane takes a tenth of it."""
COPIED = ("jjjviewer", "tests", "resources", "pyproject.toml", "README.md", "CHANGELOG.md")


class Fault(NamedTuple):
    """A mutant of a file of the checkout."""

    file: str
    mutant: Mutant

    def diff(self) -> str:
        """Show the fault as a patch of the file."""
        before = (ROOT / self.file).read_bytes()
        after = self.mutant.apply(before)
        old, new = (each.decode().splitlines(keepends=True) for each in (before, after))
        return "".join(difflib.unified_diff(old, new, self.file, self.mutant.operator, n=2))


def main(arguments: list[str]) -> int:
    """Try the faults that a seed chooses; the exit code is 0 however many stay alive."""
    parser = argparse.ArgumentParser(prog="python -m tests.mutants", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("--count", type=int, default=40)
    asked = parser.parse_args(arguments)
    record = record_of(ROOT)
    faults = chosen(record, random.Random(asked.seed), asked.count)
    with tempfile.TemporaryDirectory() as folder:
        copies: SimpleQueue[Path] = SimpleQueue()
        for number in range(PROCESSES):
            copies.put(copy(Path(folder, str(number))))
        printing = threading.Lock()

        def attempt(fault: Fault) -> bool:
            tests = record.tests_of(fault.file, fault.mutant.line)
            patience = MOST_SECONDS + 10 * sum(record.seconds[test] for test in tests)
            tree = copies.get()
            try:
                alive = is_alive(fault, tests, tree, patience)
            finally:
                copies.put(tree)
            with printing:
                state = "ALIVE" if alive else "killed"
                at = f"{fault.file}:{fault.mutant.line}"
                print(f"{state}  {at}  {fault.mutant.operator}", flush=True)
                if alive:
                    print(fault.diff(), flush=True)
            return alive

        with ThreadPoolExecutor(PROCESSES) as pool:
            alive = sum(pool.map(attempt, faults))
    print(f"Seed {asked.seed}: {alive} alive of {len(faults)}.")
    return 0


def chosen(record: Record, dice: random.Random, count: int) -> list[Fault]:
    """Sample lines that tests cover, and choose a fault for each."""
    by_line: dict[tuple[str, int], list[Fault]] = {}
    for file in _files():
        for mutant in mutants((ROOT / file).read_bytes()):
            if record.is_run(file, mutant.line):
                by_line.setdefault((file, mutant.line), []).append(Fault(file, mutant))
    lines = dice.sample(sorted(by_line), min(count, len(by_line)))
    return [dice.choice(by_line[line]) for line in lines]


def _files() -> Iterator[str]:
    for package in PACKAGES:
        for path in sorted((ROOT / "jjjviewer" / package).glob("**/*.py")):
            yield str(path.relative_to(ROOT))


def copy(tree: Path) -> Path:
    """Copy the checkout, and see to it that Python imports the copy."""
    for name in COPIED:
        if (ROOT / name).is_dir():
            shutil.copytree(ROOT / name, tree / name)
        else:
            shutil.copy(ROOT / name, tree / name)
    command = [sys.executable, "-c", "import jjjviewer; print(jjjviewer.__file__)"]
    imported = subprocess.run(command, cwd=tree, capture_output=True, text=True, check=True).stdout
    if not Path(imported).is_relative_to(tree):
        raise RuntimeError(f"Python imports {imported.strip()}, not the copy.")
    return tree


def is_alive(fault: Fault, tests: list[str], tree: Path, patience: float) -> bool:
    """Tell whether all tests that run the line pass with the fault in a copy.

    A test that hangs has noticed it; so have all of them that hang for longer than the patience.
    """
    path = tree / fault.file
    source = path.read_bytes()
    asked = tree / "tests.txt"
    asked.write_text("\n".join(tests))
    command = [sys.executable, "-m", "pytest", "-x", "-q", "-p", "no:cacheprovider"]
    command += ["-o", f"faulthandler_timeout={MOST_SECONDS}"]
    command += ["-o", "faulthandler_exit_on_timeout=true"]
    command += [f"--basetemp={tree / 'tmp'}", f"@{asked}"]
    try:
        _write(path, fault.mutant.apply(source))
        done = subprocess.run(command, cwd=tree, capture_output=True, timeout=patience)
        return done.returncode == 0
    except subprocess.TimeoutExpired:
        return False
    finally:
        _write(path, source)


def _write(path: Path, source: bytes) -> None:
    """Write a module and forget what was compiled of it: that is told apart by second and size."""
    path.write_bytes(source)
    for compiled in (path.parent / "__pycache__").glob(f"{path.stem}.*.pyc"):
        compiled.unlink()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
