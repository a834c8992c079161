"""Which tests of the fast lane run which lines: recorded once for each state of the code."""

import hashlib
import json
import os
import subprocess
import sys
import tempfile
from collections import defaultdict
from itertools import accumulate
from pathlib import Path

_MOST_SECONDS = 60
_PYTEST = (sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider")


class Record:
    """The tests that run each line, and how long each test takes.

    Args:
        folder: what the plugin `tests.mutants.recording` has written.
    """

    def __init__(self, folder: Path) -> None:
        self.seconds: dict[str, float] = {}
        self._tests: dict[tuple[str, int], set[str]] = defaultdict(set)
        self._of_file: dict[str, set[str]] = defaultdict(set)
        for path in folder.glob("*.json"):
            record = json.loads(path.read_text())
            tests = list(record["seconds"])
            self.seconds |= record["seconds"]
            for file, lines in record["lines"].items():
                for line, numbers in lines.items():
                    found = {tests[number] for number in numbers}
                    self._tests[file, int(line)] |= found
                    self._of_file[file] |= found

    def is_run(self, file: str, line: int) -> bool:
        """Tell whether a line is run at all, if only at the import of its module."""
        return (file, line) in self._tests

    def tests_of(self, file: str, line: int) -> list[str]:
        """List the tests that run a line, the nearest and quickest first, up to a minute of them.

        For a line that is run at import these are tests that run something of its module. What
        the nearest do not notice, those of other folders seldom do, and some lines have thousands.
        """
        folder = f"tests/{Path(file).parent.relative_to('jjjviewer')}/"
        found = self._tests[file, line] or self._of_file[file]
        nearest = sorted(found, key=lambda test: (not test.startswith(folder), self.seconds[test]))
        begun = accumulate((self.seconds[test] for test in nearest), initial=0)
        return [test for test, after in zip(nearest, begun, strict=False) if after < _MOST_SECONDS]


def record_of(root: Path) -> Record:
    """Return the record of a checkout; recording takes as long as some two fast lanes."""
    digest = hashlib.sha256(sys.version.encode())
    for path in sorted((*root.glob("jjjviewer/**/*.py"), *root.glob("tests/**/*.py"))):
        digest.update(path.read_bytes())
    folder = Path(tempfile.gettempdir(), f"jjjviewer-mutants-{digest.hexdigest()[:12]}")
    if not folder.exists():
        print("Recording which tests run which lines; this takes some minutes.", flush=True)
        with tempfile.TemporaryDirectory() as made:
            _run_recording(root, Path(made))
            Path(made).rename(folder)
            Path(made).mkdir()
    return Record(folder)


def _run_recording(root: Path, folder: Path) -> None:
    command = [*_PYTEST, "-p", "tests.mutants.recording", "-n", "2", "-m", "not slow"]
    environment = {**os.environ, "MUTANTS_RECORD": str(folder)}
    subprocess.run(command, cwd=root, env=environment, stdout=subprocess.DEVNULL, check=False)
    if not any(folder.iterdir()):
        raise RuntimeError("Nothing was recorded: does the fast lane run?")
