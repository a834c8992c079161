"""The command line: the same code as the window, without a window."""

import argparse
import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from jjjviewer import system
from jjjviewer.arguments import (
    SystemFault,
    UsageError,
    add_selection,
    export_options,
    report_error,
    window_parser,
)
from jjjviewer.filter_arguments import add_filters
from jjjviewer.model.errors import NotAPackError, PackError, Problem
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.model.template import write_template
from jjjviewer.model.visible import visible
from jjjviewer.paths import path_of


def run(argv: Sequence[str]) -> int | None:
    """Run a command and return its exit code, or None if the window is to be shown.

    Args:
        argv: the arguments, at least one.
    """
    commands: dict[str, Callable[[Sequence[str]], int]] = {
        "export": _export, "check": _check, "find": _find, "new": _new, "report": _report,
        "propose": partial(_run_on_text, "propose"), "locate": partial(_run_on_text, "locate"),
    }  # fmt: skip
    if argv[0] not in commands:
        return _self_test() if window_parser().parse_args(argv).self_test else None
    return commands[argv[0]](argv[1:])


def window_pack(argv: Sequence[str]) -> Path | None:
    """Return the pack that the window was asked to open, if any."""
    pack: Path | None = window_parser().parse_args(argv).pack
    return pack


def _self_test() -> int:
    try:
        with _without_screen():
            from jjjviewer import self_test

            return self_test.run()
    except UsageError as error:
        return report_error(error)


@contextmanager
def _without_screen() -> Iterator[None]:
    """Let Qt draw offscreen, so that files neither need a screen nor depend on one.

    Raises:
        UsageError: a library of the system is missing.
    """
    if fault := system.fault(os.environ, window=False):
        raise SystemFault(fault)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from jjjviewer.charts.typeface import load_fonts

    application = QApplication.instance() or QApplication(["jjjviewer"])
    load_fonts()
    yield
    del application


def _export(argv: Sequence[str]) -> int:
    options = export_options(argv)
    try:
        with _without_screen():
            # Imported late: help and usage errors must not wait for pandas and the charts.
            from jjjviewer import export_command

            return export_command.run(options)
    except UsageError as error:
        return report_error(error)


def _report(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="jjjviewer report",
        description="Write a report of what is selected: speakers, statements, figures, links and "
        "charts, with their source. Needs no screen.",
    )
    add_selection(parser)
    add_filters(parser)
    parser.add_argument(
        "--out", type=_report_file, required=True, metavar="FILE", help="the file, .pdf or .html"
    )
    parser.add_argument("--lang", choices=("en", "zh"), default="en", help="its language")
    options = parser.parse_args(argv)
    try:
        with _without_screen():
            from jjjviewer import report_command

            return report_command.run(options)
    except UsageError as error:
        return report_error(error)


def _report_file(text: str) -> Path:
    path = path_of(text)
    if path.suffix.lower() not in (".pdf", ".html"):
        raise argparse.ArgumentTypeError(f"'{text}' ends neither in .pdf nor in .html")
    return path


def _check(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="jjjviewer check",
        description="Say what is wrong with a pack. Exits 0 clean or with warnings only, "
        "1 with errors, 2 if it could not be read.",
    )
    what = "a pack's folder, .zip or workbook"
    parser.add_argument("pack", type=path_of, metavar="PACK", help=what)
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
    options = parser.parse_args(argv)
    rows, code, note = 0, 0, ""
    try:
        # pandas takes its time: printing help does without it.
        from jjjviewer.model.dataset import open_dataset

        dataset = open_dataset(options.pack)
        problems = dataset.problems
        rows = sum(map(len, dataset.frames.values()))
        if not dataset["entities"][["lat", "lon"]].notna().all(axis=1).any():
            note = "No map: no place has a position."
    except PackError as error:
        problems = error.problems
        code = 2 if isinstance(error, NotAPackError) else 1
    report = _as_json if options.json else _for_people
    print(report(options.pack, problems, rows))
    if note and not options.json:
        print(note)
    return code


def _for_people(path: Path, problems: Sequence[Problem], rows: int) -> str:
    lines = [f"{each.severity.capitalize()}: {each}" for each in problems]
    errors = sum(each.severity == "error" for each in problems)
    warnings = sum(each.severity == "warning" for each in problems)
    notes = len(problems) - errors - warnings
    counts = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    counts += f", {_counted(notes, 'note')}" * bool(notes)
    more = f" Only the first {MOST_PROBLEMS:,} are listed." * (errors + warnings == MOST_PROBLEMS)
    verdict = "It can't be opened." if errors else f"It can be opened: {rows:,} rows."
    return "\n".join((*lines, f"{visible(str(path))}: {counts}. {verdict}{more}"))


def _counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _as_json(path: Path, problems: Sequence[Problem], rows: int) -> str:
    report = {"pack": str(path), "rows": rows, "problems": [each._asdict() for each in problems]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _find(argv: Sequence[str]) -> int:
    from jjjviewer.find_command import run_find

    return run_find(argv)


def _run_on_text(command: str, argv: Sequence[str]) -> int:
    from jjjviewer.text_commands import run_locate, run_propose

    return run_propose(argv) if command == "propose" else run_locate(argv)


def _new(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="jjjviewer new",
        description="Write a small pack to start from: plain tables, to be filled in with a "
        "spreadsheet. Its README.txt explains them; a workbook has the explanations as comments.",
    )
    parser.add_argument("pack", type=Path, metavar="PACK", help="the folder to make, or FILE.xlsx")
    path = parser.parse_args(argv).pack
    try:
        write_template(path)
    except FileExistsError as error:
        return report_error(error)
    except OSError as error:
        return report_error(f"'{path}' was not written: {error.strerror}. Choose another place.")
    where = visible(str(path))
    start = "the sheet source" if path.is_file() else "README.txt"
    print(f"{where}: ready. Start with {start}; 'jjjviewer check' tells what is still missing.")
    return 0
