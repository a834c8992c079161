"""Batch export: every chart type that suits one selection or all, in several formats."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import NO_WORDING
from jjjviewer.charts.registry import chart_types_for, variants
from jjjviewer.export.atomic_write import write
from jjjviewer.export.chart import Chart
from jjjviewer.export.file_names import file_name, selection_name
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.text.patience import AT_ONCE, answer_of

_KINDS = ("region", "speaker", "theme")


class Job(NamedTuple):
    """A chart and the files to write, whose suffixes name the formats."""

    chart: Chart
    paths: tuple[Path, ...]
    done: float = 1.0
    """Share of the whole batch that is done after it, 0 to 1."""


class UnlistedError(Exception):
    """The chart types that suit a selection could not be determined.

    Args:
        name: the beginning of the names of the selection's files.
        error: the cause.
    """

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__(str(error))
        self.name = name


def jobs(
    dataset: Dataset,
    selections: Sequence[Selection],
    like: Chart,
    folder: Path,
    suffixes: Sequence[str],
    edited: Callable[[Chart], Chart] = lambda chart: chart,
) -> Iterator[Job]:
    """Yield a job for every chart type that suits each selection.

    Args:
        dataset: what the selections are of.
        selections: in their order.
        like: page, style and the rest are its own, and the filter and order of its view; of the
            same selection also the part of a map or of a timeline that it shows.
        folder: where the files go.
        suffixes: the formats.
        edited: returns a chart with the words and the highlight that the user has given it.

    Raises:
        UnlistedError: those of a selection can't be listed; the next one yielded is of the next.
    """

    def of(at: int, selection: Selection) -> Iterator[Job]:
        view, chart_types = _listed(dataset, selection, like)
        for number, chart_type in enumerate(chart_types, start=1):
            plain = like._replace(view=view, chart_type=chart_type)
            yield Job(
                edited(plain._replace(description="", wording=NO_WORDING)),
                tuple(folder / file_name(view, chart_type, suffix) for suffix in suffixes),
                (at + number / len(chart_types)) / len(selections),
            )

    # Unlike a single generator, the chain continues after a selection has failed.
    return chain.from_iterable(of(at, selection) for at, selection in enumerate(selections))


def _listed(dataset: Dataset, selection: Selection, like: Chart) -> tuple[View, list[ChartType]]:
    """Return the view of a selection and the chart types that suit it."""
    try:
        view = dataset.view(selection).arranged(like.view.filter, like.view.order)
        if selection == like.view.selection:
            view = replace(view, extent=like.view.extent, span=like.view.span)
        offered = chart_types_for(view)
        return view, [each for one in offered for each in variants(one, view)]
    except Exception as error:
        raise UnlistedError(selection_name(selection, like.view.filter), error) from error


def all_selections(dataset: Dataset) -> list[Selection]:
    """Return the selection of everything, and of every region, speaker and theme."""
    ids = [id_ for id_ in dataset.index.ids() if dataset.index.kind(id_) in _KINDS]
    return [Selection(), *(Selection((id_,)) for id_ in ids)]


def in_the_way(
    folder: Path, selections: Sequence[Selection], like: Chart, suffixes: Sequence[str]
) -> list[str]:
    """Return the names of files in a folder that a batch would replace, as `jobs` takes it."""
    there = names_in(folder)
    if not there:
        return []
    found = set()
    for job in jobs(like.view.dataset, selections, like, folder, suffixes):
        found |= {name for path in job.paths for name in replaced_by(path, there)}
    return sorted(found)


def names_in(folder: Path) -> list[str]:
    """Return the names of files in a folder; none where it is not there or does not answer."""
    try:
        return answer_of(lambda: [path.name for path in folder.iterdir()], AT_ONCE)
    except OSError:
        return []


def replaced_by(path: Path, there: Iterable[str]) -> list[str]:
    """Return those of some names that the pages of a file would replace, or leave outdated."""
    pages = re.compile(rf"{re.escape(path.stem)}(-\d+)?{re.escape(path.suffix)}")
    return [name for name in there if pages.fullmatch(name)]


def page_path(path: Path, number: int) -> Path:
    """Return the file of a page: the first keeps the name, others end in their number."""
    return path if number == 1 else path.with_stem(f"{path.stem}-{number}")


class Written(NamedTuple):
    """The files of a chart, and notes on them."""

    paths: list[Path]
    remarks: list[str]


def write_all(chart: Chart, paths: Iterable[Path]) -> Written:
    """Lay out a chart and write its files, one for each page; safe in any thread.

    Raises:
        ExportError: one could not be made or written; the rest is given up.
    """
    made, written = chart.laid_out(), []
    files = {path: path.suffix.lower().removeprefix(".") for path in paths}
    for path, suffix in files.items():
        for number in range(1, made.file_pages(suffix) + 1):
            page = page_path(path, number)
            write(page, made.bytes(suffix, number))
            written.append(page)
    return Written(written, made.remarks(files.values()))
