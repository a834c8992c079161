"""A plugin of pytest that records which lines each test runs, and how long it takes.

Each process writes a file into the folder that `MUTANTS_RECORD` names.
"""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from coverage import Coverage

_coverage = Coverage(data_file=None, config_file=False, source=["jjjviewer"])
_seconds: dict[str, float] = {}
_failed: set[str] = set()


def pytest_configure() -> None:
    """Begin before the tests import the program."""
    _coverage.start()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """Count what is run from here on, fixtures included, for this test."""
    _coverage.switch_context(item.nodeid)
    started = time.perf_counter()
    try:
        return (yield)
    finally:
        _seconds[item.nodeid] = time.perf_counter() - started
        _coverage.switch_context("")


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Note which tests fail as it is: they tell nothing of a fault."""
    if report.failed or report.skipped:
        _failed.add(report.nodeid)


def pytest_sessionfinish() -> None:
    """Write the tests with their seconds, and for each line the numbers of its tests.

    A line without a number is run while its module is imported.
    """
    _coverage.stop()
    if not _seconds:
        return
    tests = [each for each in _seconds if each not in _failed]
    numbers = {test: number for number, test in enumerate(tests)}
    data, lines = _coverage.get_data(), {}
    for file in data.measured_files():
        lines[str(Path(file).relative_to(Path.cwd()))] = {
            line: [numbers[each] for each in contexts if each in numbers]
            for line, contexts in data.contexts_by_lineno(file).items()
        }
    record = {"seconds": {each: _seconds[each] for each in tests}, "lines": lines}
    name = f"{os.environ.get('PYTEST_XDIST_WORKER', 'alone')}.json"
    Path(os.environ["MUTANTS_RECORD"], name).write_text(json.dumps(record))
