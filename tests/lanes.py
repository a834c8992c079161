"""Which tests the fast lane leaves out: found by what they use, so that nobody need mark them.

`python3 -m jjjviewer.dev test --fast` runs all tests that are not marked `slow`.
"""

import subprocess
from collections import defaultdict
from collections.abc import Iterable
from types import CodeType, FunctionType

import pytest

_SLOW_FOLDERS = ("tests/bench/", "tests/packaging/")
_MANY_CASES, _SAMPLE = 24, 6
"""Of a test that draws charts in as many cases, the fast lane runs a sample of this size."""


def mark_slow(tests: Iterable[pytest.Item]) -> None:
    """Mark what takes time: random packs, processes, packages, measuring, many drawn cases."""
    drawn: dict[str, list[pytest.Function]] = defaultdict(list)
    for test in tests:
        if not isinstance(test, pytest.Function):
            continue
        if _is_slow(test):
            test.add_marker(pytest.mark.slow)
        elif "app" in test.fixturenames:
            drawn[test.nodeid.partition("[")[0]].append(test)
    for cases in drawn.values():
        if len(cases) >= _MANY_CASES:
            sample = cases[:: len(cases) // _SAMPLE]
            for case in cases:
                if case not in sample:
                    case.add_marker(pytest.mark.slow)


def _is_slow(test: pytest.Function) -> bool:
    return (
        test.nodeid.startswith(_SLOW_FOLDERS)
        or getattr(test.function, "is_hypothesis_test", False)
        or any(map(_starts_a_process, _functions(test)))
    )


def _functions(test: pytest.Function) -> list[FunctionType]:
    """List the function of a test, those of its fixtures, and what these call of the tests'."""
    fixtures = (definitions[-1].func for definitions in test._fixtureinfo.name2fixturedefs.values())
    found = [each for each in (test.function, *fixtures) if isinstance(each, FunctionType)]
    for function in found:
        for name in _names(function.__code__):
            called = function.__globals__.get(name)
            if not isinstance(called, FunctionType) or called in found:
                continue
            if called.__module__.startswith("tests."):
                found.append(called)
    return found


def _starts_a_process(function: FunctionType) -> bool:
    names = _names(function.__code__)
    return any(function.__globals__.get(name) is subprocess for name in names)


def _names(code: CodeType) -> set[str]:
    """List the names that a function, and the functions inside it, read."""
    inner = (_names(each) for each in code.co_consts if isinstance(each, CodeType))
    return set(code.co_names).union(*inner)
