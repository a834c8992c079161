"""The command line: export, check and new, with the same code as the window but without one."""

import argparse
import json
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jjjviewer import system
from jjjviewer.arguments import export_options, window_parser
from jjjviewer.charts.style import STYLES
from jjjviewer.model.columns import row_count
from jjjviewer.model.errors import NotAPackError, PackError, Problem
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack

if TYPE_CHECKING:
    from jjjviewer.charts.chart_type import ChartType
    from jjjviewer.export.chart import Chart
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.selection import Filter, Selection
    from jjjviewer.model.view import View


class UsageError(Exception):
    """What was asked for does not exist or does not fit; the message names the remedy."""


def run(argv: Sequence[str]) -> int | None:
    """Carry out a command that needs no window; return its exit code, or None for the window.

    Args:
        argv: what was said, at least one word.
    """
    commands = {
        "export": _export, "check": _check, "new": _new, "propose": _propose, "locate": _locate,
    }  # fmt: skip
    if argv[0] not in commands:
        return _self_test() if window_parser().parse_args(argv).self_test else None
    return commands[argv[0]](argv[1:])


def window_pack(argv: Sequence[str]) -> Path | None:
    """The pack the window was asked to open, if any."""
    pack: Path | None = window_parser().parse_args(argv).pack
    return pack


def _self_test() -> int:
    try:
        with _without_screen():
            from jjjviewer import self_test

            return self_test.run()
    except UsageError as error:
        return _failed(error)


@contextmanager
def _without_screen() -> Iterator[None]:
    """Let Qt draw without a screen: files must not depend on one, nor need one.

    Raises:
        UsageError: a library of the system is missing.
    """
    if fault := system.fault(os.environ, window=False):
        raise UsageError(fault)
    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    from PySide6.QtWidgets import QApplication

    from jjjviewer.charts.typeface import load_fonts

    application = QApplication.instance() or QApplication(["jjjviewer"])
    load_fonts()
    yield
    del application


def _export(argv: Sequence[str]) -> int:
    options = export_options(argv)
    from jjjviewer.model.dataset import UnknownIdError

    try:
        pack = _load(options.pack, options.lang)
        with _without_screen():
            return _write_charts(pack, options)
    except UnknownIdError as error:
        # --select takes all words that follow it, a path among them.
        taken = any(_is_there(id_) for id_ in options.select)
        return _failed(f"{error} A pack's path stands before --select." if taken else error)
    except (PackError, UsageError, FileNotFoundError) as error:
        return _failed(error)


def _is_there(word: str) -> bool:
    """Whether a word is the path of something."""
    try:
        return Path(word).exists()
    except OSError:
        # It is longer than a path may be.
        return False


def _load(path: Path | None, language: str) -> "Dataset":
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.index import Index

    tables = read_tables(path or bundled_pack())
    return Dataset(tables, Index(tables.columns), "zh" if language == "zh" else "en")


def _write_charts(pack: "Dataset", options: argparse.Namespace) -> int:
    """Write the files and name them; one that fails is told, and the others are kept."""
    from jjjviewer.export.atomic_write import ExportError

    options.chart = options.chart or ["all"]
    chart_types = _chart_types(options.chart)
    _refuse_what_is_of_none(options, chart_types)
    code, suited = 0, False
    for view in _views(pack, options):
        for chart_type in chart_types:
            try:
                written = _write_chart(chart_type, view, options)
            except UsageError:
                raise
            except ExportError as error:
                code = _failed(error)
            except Exception as error:
                code = _failed(
                    f"the chart '{chart_type.id}' of '{view.selection.slug}' was not made, for a "
                    f"fault of the program: {type(error).__name__}: {error}. "
                    "Report it with what 'jjjviewer --self-test' says."
                )
            else:
                suited = suited or bool(written)
                for path in written:
                    print(path)
    if not (suited or code):
        return _failed(
            "nothing was written: none of the charts that were asked for suits "
            f"'{' '.join(options.select) or 'all'}'. Select something else, or leave more of it "
            "with --only, or ask for --chart all."
        )
    return code


def _write_chart(chart_type: "ChartType", view: "View", options: argparse.Namespace) -> list[Path]:
    """Write the files of a chart, if it suits."""
    from jjjviewer.export.batch import write_all
    from jjjviewer.export.chart import file_name

    if not _suits(chart_type, view, options):
        return []
    names = (file_name(view.selection, chart_type, suffix) for suffix in options.format)
    return write_all(_chart(chart_type, view, options), [options.out / name for name in names])


def _refuse_what_is_of_none(
    options: argparse.Namespace, chart_types: Sequence["ChartType"]
) -> None:
    """Refuse options that are of no chart, or not of one alone."""
    from jjjviewer.charts.registry import MAPS

    if options.description and (options.each or "all" in options.chart or len(chart_types) > 1):
        raise UsageError("--description is of one chart: name it with --chart, without --each.")
    if options.extent and not any(chart_type in MAPS for chart_type in chart_types):
        maps = ", ".join(chart_type.id for chart_type in MAPS)
        raise UsageError(f"--extent is of maps, and none is asked for. Maps are {maps}.")


def _views(pack: "Dataset", options: argparse.Namespace) -> Iterator["View"]:
    """What charts are asked for of."""
    from jjjviewer.model.geography import Extent

    filter_ = _filter(pack, options.only)
    for selection in _selections(pack, options):
        view = pack.view(selection).arranged(filter_, options.sort)
        yield replace(view, extent=Extent(*options.extent) if options.extent else None)


def _suits(chart_type: "ChartType", view: "View", options: argparse.Namespace) -> bool:
    """Whether a form can plot something; where those that can are asked for, others need not.

    Raises:
        UsageError: it can't, and was asked for by name.
    """
    if chart_type.accepts(view):
        return True
    if "all" in options.chart or options.each:
        return False
    raise UsageError(
        f"the chart '{chart_type.id}' does not suit '{view.selection.slug}': "
        "there is nothing it could plot. Use --chart all for those that do."
    )


def _chart(chart_type: "ChartType", view: "View", options: argparse.Namespace) -> "Chart":
    from jjjviewer.export.chart import Chart

    return Chart(
        chart_type,
        view,
        options.size,
        STYLES[options.theme],
        options.scale,
        transparent=options.transparent,
        header=not options.no_header,
        footer=not options.no_footer,
        text_as_shapes=options.text_as_shapes,
        description=options.description,
    )


def _filter(pack: "Dataset", ids: Sequence[str]) -> "Filter":
    """Tell statuses, speakers, themes and units apart."""
    from jjjviewer.model.selection import Filter
    from jjjviewer.vocabulary import STATUSES

    known = {
        "statuses": list(STATUSES),
        "speakers": list(pack["speakers"]["speaker_id"]),
        "themes": list(pack["themes"]["theme_id"]),
        "units": list(pack["units"]["unit_id"]),
    }
    parts: dict[str, list[str]] = {part: [] for part in known}
    for id_ in ids:
        part = next((part for part, every in known.items() if id_ in every), None)
        if part is None:
            every = [each for names in known.values() for each in names]
            raise UsageError(
                f"--only '{id_}' is no status, speaker, theme or unit.{did_you_mean(id_, every)}"
            )
        parts[part].append(id_)
    return Filter(**{part: tuple(found) for part, found in parts.items()})


def _selections(pack: "Dataset", options: argparse.Namespace) -> list["Selection"]:
    from jjjviewer.export.batch import all_selections
    from jjjviewer.model.selection import Selection

    chosen = Selection(tuple(dict.fromkeys(options.select)))
    if not options.each:
        return [chosen]
    return [chosen, *(each for each in all_selections(pack) if each.ids and each != chosen)]


def _chart_types(ids: Sequence[str]) -> list["ChartType"]:
    from jjjviewer.charts.registry import CHART_TYPES

    if "all" in ids:
        return list(CHART_TYPES)
    by_id = {chart_type.id: chart_type for chart_type in CHART_TYPES}
    for id_ in ids:
        if id_ not in by_id:
            known = ", ".join(by_id)
            raise UsageError(
                f"'{id_}' is no chart. Charts are {known}, all.{did_you_mean(id_, by_id)}"
            )
    return [by_id[id_] for id_ in dict.fromkeys(ids)]


def _check(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="jjjviewer check",
        description="Say what is wrong with a pack. Exits 0 clean or with warnings only, "
        "1 with errors, 2 if it could not be read.",
    )
    parser.add_argument("pack", type=Path, metavar="PACK", help="a pack's folder or .zip")
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
    options = parser.parse_args(argv)
    rows, code, note = 0, 0, ""
    try:
        tables = read_tables(options.pack)
        problems = tables.warnings
        rows = sum(row_count(columns) for columns in tables.columns.values())
        places = tables.columns["entities"]
        if not any(map(all, zip(places["lat"], places["lon"], strict=True))):
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
    warnings = len(problems) - errors
    counts = f"{_counted(errors, 'error')}, {_counted(warnings, 'warning')}"
    more = f" Only the first {MOST_PROBLEMS:,} are listed." * (len(problems) == MOST_PROBLEMS)
    verdict = "It can't be opened." if errors else f"It can be opened: {rows:,} rows."
    return "\n".join((*lines, f"{path}: {counts}. {verdict}{more}"))


def _counted(count: int, noun: str) -> str:
    return f"{count or 'no'} {noun}{'' if count == 1 else 's'}"


def _as_json(path: Path, problems: Sequence[Problem], rows: int) -> str:
    report = {"pack": str(path), "rows": rows, "problems": [each._asdict() for each in problems]}
    return json.dumps(report, ensure_ascii=False, indent=2)


def _propose(argv: Sequence[str]) -> int:
    from jjjviewer.text_commands import run_propose

    return run_propose(argv)


def _locate(argv: Sequence[str]) -> int:
    from jjjviewer.text_commands import run_locate

    return run_locate(argv)


def _new(argv: Sequence[str]) -> int:
    parser = argparse.ArgumentParser(
        prog="jjjviewer new",
        description="Write a small pack to start from: plain tables, to be filled in with a "
        "spreadsheet. Its README.txt explains them.",
    )
    parser.add_argument("pack", type=Path, metavar="PACK", help="the folder to make")
    path = parser.parse_args(argv).pack
    from jjjviewer.model.template import write_template

    try:
        write_template(path)
    except OSError as error:
        return _failed(error)
    print(f"{path}: ready. Start with README.txt; 'jjjviewer check' tells what is still missing.")
    return 0


def _failed(error: Exception | str) -> int:
    print(f"jjjviewer: {error}", file=sys.stderr)
    return 1
