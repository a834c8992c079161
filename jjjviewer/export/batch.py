"""Many charts at once: every chart type of one selection or of all, in several formats."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from itertools import chain
from pathlib import Path
from typing import NamedTuple

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CHART_TYPES, chart_types_for
from jjjviewer.export.atomic_write import write
from jjjviewer.export.chart import Chart, file_name
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View

_KINDS = ("region", "speaker", "theme")


class Job(NamedTuple):
    """A chart and the files that are made of it, their formats named by their suffixes."""

    chart: Chart
    paths: tuple[Path, ...]
    done: float = 1.0
    """Which share of all is done with it."""


class UnlistedError(Exception):
    """Which charts suit a selection could not be found out; the cause is what went wrong.

    Args:
        name: what the names of the selection's files would begin with.
        error: the cause.
    """

    def __init__(self, name: str, error: Exception) -> None:
        super().__init__(str(error))
        self.name = name


def jobs(
    pack: Dataset,
    selections: Sequence[Selection],
    like: Chart,
    folder: Path,
    suffixes: Sequence[str],
) -> Iterator[Job]:
    """Yield the charts of selections in every chart type that suits, made as one that is given.

    Args:
        pack: what the selections are of.
        selections: in their order.
        like: page, style and the rest are its own, and the filter and order of its view; of the
            same selection also the part of a map that it shows.
        folder: where the files go.
        suffixes: the formats.

    Raises:
        UnlistedError: those of a selection can't be listed; the next one yielded is of the next.
    """

    def of(at: int, selection: Selection) -> Iterator[Job]:
        view, chart_types = _listed(pack, selection, like)
        for number, chart_type in enumerate(chart_types, start=1):
            yield Job(
                like._replace(chart_type=chart_type, view=view, description=""),
                tuple(folder / file_name(selection, chart_type, suffix) for suffix in suffixes),
                (at + number / len(chart_types)) / len(selections),
            )

    # Unlike one generator for all, it goes on with the next selection after one has failed.
    return chain.from_iterable(of(at, selection) for at, selection in enumerate(selections))


def _listed(pack: Dataset, selection: Selection, like: Chart) -> tuple[View, list[ChartType]]:
    """What of a selection is drawn, and in which chart types."""
    try:
        view = pack.view(selection).arranged(like.view.filter, like.view.order)
        if selection == like.view.selection:
            view = replace(view, extent=like.view.extent)
        return view, chart_types_for(view)
    except Exception as error:
        raise UnlistedError(selection.slug, error) from error


def all_selections(pack: Dataset) -> list[Selection]:
    """Everything, and every region, speaker and theme on its own."""
    ids = [id_ for id_ in pack.index.ids() if pack.index.kind(id_) in _KINDS]
    return [Selection(), *(Selection((id_,)) for id_ in ids)]


def in_the_way(folder: Path, selections: Iterable[Selection], suffixes: Sequence[str]) -> list[str]:
    """The names of files in a folder that charts of selections would replace."""
    there = {path.name for path in folder.iterdir()} if folder.is_dir() else set()
    if not there:
        return []
    names = (
        file_name(selection, chart_type, suffix)
        for selection in selections
        for chart_type in CHART_TYPES
        for suffix in suffixes
    )
    return sorted(there.intersection(names))


def write_all(chart: Chart, paths: Iterable[Path]) -> list[Path]:
    """Lay a chart out and write its files; any thread may do so.

    Raises:
        ExportError: one could not be made or written; the rest is given up.
    """
    made, written = chart.laid_out(), []
    for path in paths:
        write(path, made.bytes(path.suffix.lower().removeprefix(".")))
        written.append(path)
    return written
