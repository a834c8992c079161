"""The command `export`: writes charts to files."""

import argparse
import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from jjjviewer.arguments import UsageError, report_error
from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import Wording
from jjjviewer.charts.registry import CHART_TYPES, MAPS, RENAMED, variants
from jjjviewer.charts.style import STYLES
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.batch import Written, all_selections, write_all
from jjjviewer.export.chart import Chart
from jjjviewer.export.citations import FORMATS as CITATIONS
from jjjviewer.export.citations import write_citations
from jjjviewer.export.collection_store import CollectionStore
from jjjviewer.export.file_names import file_name
from jjjviewer.model.dataset import Dataset, open_dataset
from jjjviewer.model.errors import PackError
from jjjviewer.model.geography import Extent
from jjjviewer.model.selection import COLLECTION, Filter, Selection, number
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.view import View
from jjjviewer.model.view_making import UnknownIdError
from jjjviewer.paths import bundled_pack
from jjjviewer.ui.shared.chart_edits import ChartEdits
from jjjviewer.ui.shared.settings import stored_settings
from jjjviewer.vocabulary import STATUSES


def run(options: argparse.Namespace) -> int:
    """Write the requested charts; return the exit code.

    Raises:
        UsageError: an argument is unknown or does not apply.
    """
    writers = (_write_charts, _write_citations)
    return of_pack(options, lambda dataset: max(write(dataset, options) for write in writers))


def of_pack(options: argparse.Namespace, command: Callable[[Dataset], int]) -> int:
    """Open the pack that is named, or the bundled one, and run a command on it."""
    try:
        return command(open_dataset(options.pack or bundled_pack(), options.lang))
    except UnknownIdError as error:
        # --select takes all arguments that follow, so the pack may be among them.
        taken = any(_is_there(id_) for id_ in options.select)
        return report_error(f"{error} A pack's path stands before --select." if taken else error)
    except (PackError, FileNotFoundError) as error:
        return report_error(error)


def _is_there(word: str) -> bool:
    """Return whether an argument is an existing path."""
    try:
        return Path(word).exists()
    except OSError:
        # The argument is too long for a path.
        return False


def _charts_in(formats: Sequence[str]) -> list[str]:
    """Return the formats of charts among those of charts and of citations."""
    return [each for each in formats if each not in CITATIONS]


def _write_citations(dataset: Dataset, options: argparse.Namespace) -> int:
    """Write the citations of what is selected in all formats that are theirs."""
    formats = [each for each in options.format if each in CITATIONS]
    try:
        for view in _views(dataset, options):
            for path in write_citations(view, formats, options.out):
                print(path)
    except ExportError as error:
        return report_error(error)
    return 0


def _write_charts(dataset: Dataset, options: argparse.Namespace) -> int:
    """Write the files and print their paths; report those that fail and go on."""
    options.chart = options.chart or ["all"]
    chart_types = chart_types_named(options.chart) if _charts_in(options.format) else []
    _refuse_what_is_of_none(options, chart_types)
    code, suited = 0, False
    remarks: dict[str, None] = {}
    for view in _views(dataset, options):
        for chart_type in _variants(chart_types, view, options):
            try:
                written = _write_chart(chart_type, view, options)
            except UsageError:
                raise
            except ExportError as error:
                code = report_error(error)
            except Exception as error:
                code = report_error(
                    f"the chart '{chart_type.id}' of '{view.selection.slug}' was not made, for a "
                    f"fault of the program: {type(error).__name__}: {error}. "
                    "Report it with what 'jjjviewer --self-test' says."
                )
            else:
                if written is None:
                    continue
                suited = True
                remarks |= dict.fromkeys(written.remarks)
                for path in written.paths:
                    print(path)
    for remark in remarks:
        print(f"jjjviewer: {remark}", file=sys.stderr)
    if chart_types and not (suited or code):
        return report_error(
            "nothing was written: none of the charts that were asked for suits "
            f"'{' '.join(options.select) or 'all'}'. Select something else, or leave more of it "
            "with --only, or ask for --chart all."
        )
    return code


def _write_chart(chart_type: ChartType, view: View, options: argparse.Namespace) -> Written | None:
    """Write the files of a chart, if the chart type accepts the view."""
    if not _suits(chart_type, view, options):
        return None
    names = (file_name(view, chart_type, suffix) for suffix in _charts_in(options.format))
    return write_all(_chart(chart_type, view, options), [options.out / name for name in names])


def _variants(
    chart_types: Iterable[ChartType], view: View, options: argparse.Namespace
) -> Iterator[ChartType]:
    """Yield the chart types in the unit that is asked for; of all charts bars in each unit."""
    for chart_type in chart_types:
        if not isinstance(chart_type, Bars):
            yield chart_type
        elif options.unit or options.per:
            yield replace(chart_type, unit=options.unit, is_per_item=bool(options.per))
        elif "all" in options.chart:
            yield from variants(chart_type, view)
        else:
            yield chart_type


def _refuse_what_is_of_none(options: argparse.Namespace, chart_types: Sequence[ChartType]) -> None:
    """Refuse options that do not apply to the requested chart types."""
    if options.description and (options.each or "all" in options.chart or len(chart_types) > 1):
        raise UsageError("--description is of one chart: name it with --chart, without --each.")
    ids = {chart_type.id for chart_type in chart_types}
    if options.extent and not ids.intersection(MAPS):
        raise UsageError(f"--extent is of maps, and none is asked for. Maps are {', '.join(MAPS)}.")
    for name in ("unit", "per"):
        if getattr(options, name) and "bars" not in ids:
            raise UsageError(f"--{name} is of bars, and they are not asked for. Add --chart bars.")


def _views(dataset: Dataset, options: argparse.Namespace) -> Iterator[View]:
    """Return the views to chart, one for each selection."""
    filter_ = filter_of(dataset, options)
    for option in (options.unit, options.per):
        if option and option not in dataset.unit_names:
            hint = did_you_mean(option, dataset.unit_names)
            raise UsageError(f"'{option}' is no unit of this pack.{hint}")
    if options.highlight and dataset.index.kind(options.highlight) != "figure":
        raise UsageError(f"--highlight '{options.highlight}' is no figure of this pack.")
    for selection in _selections(dataset, options):
        view = dataset.view(selection, filter_).arranged(filter_, options.sort)
        extent = Extent(*options.extent) if options.extent else None
        yield replace(view, extent=extent, highlight=options.highlight)


def _suits(chart_type: ChartType, view: View, options: argparse.Namespace) -> bool:
    """Return whether a chart type accepts a view.

    Raises:
        UsageError: it does not, and was requested by name.
    """
    if chart_type.accepts(view):
        return True
    if "all" in options.chart or options.each:
        return False
    raise UsageError(
        f"the chart '{chart_type.id}' does not suit '{view.selection.slug}': "
        "there is nothing it could plot. Use --chart all for those that do."
    )


def _chart(chart_type: ChartType, view: View, options: argparse.Namespace) -> Chart:
    chart = Chart(
        chart_type,
        view,
        options.size._replace(text=options.text),
        STYLES[options.theme],
        options.dpi / options.size.dpi if options.dpi else options.scale,
        transparent=options.transparent,
        header=not options.no_header,
        footer=not options.no_footer,
        text_as_shapes=options.text_as_shapes,
    )
    if options.lang == "en":  # The window's charts are English, and so are words for them.
        chart = ChartEdits(stored_settings()).applied_to(chart)
    own = Wording(options.title, options.subtitle, options.note)
    return chart._replace(
        description=options.description or chart.description,
        wording=Wording(*(given or kept for given, kept in zip(own, chart.wording, strict=True))),
    )


def filter_of(dataset: Dataset, options: argparse.Namespace) -> Filter:
    """Return what is let through of a selection.

    Raises:
        UsageError: something that is named is not in the pack.
    """
    known = {
        "statuses": list(STATUSES),
        "speakers": list(dataset["speakers"]["speaker_id"]),
        "themes": list(dataset["themes"]["theme_id"]),
        "units": list(dataset["units"]["unit_id"]),
    }
    parts: dict[str, list[str]] = {part: [] for part in known}
    for id_ in options.only:
        part = next((part for part, every in known.items() if id_ in every), None)
        if part is None:
            every = [each for names in known.values() for each in names]
            raise UsageError(
                f"--only '{id_}' is no status, speaker, theme or unit.{did_you_mean(id_, every)}"
            )
        parts[part].append(id_)
    return Filter(
        **{part: tuple(found) for part, found in parts.items()},
        paragraphs=tuple(options.paragraphs),
        period=(options.from_ or "", options.to or "") if options.from_ or options.to else (),
        values=_values(dataset, *options.values) if options.values else (),
    )


def _values(dataset: Dataset, low: str, high: str, unit: str) -> tuple[str, str, str]:
    """Return a range of values in the base unit of the unit that it is given in."""
    units = dataset["units"].set_index("unit_id")
    if unit not in units.index:
        hint = did_you_mean(unit, dataset.unit_names)
        raise UsageError(f"--values: '{unit}' is no unit of this pack.{hint}")
    factor = float(units["factor"][unit])
    try:
        ends = ["" if end == "any" else number(str(float(number(end)) * factor))
                for end in (low, high)]  # fmt: skip
    except ValueError:
        raise UsageError(
            f"--values {low} {high}: write numbers such as 1000 or 2.5e9, or 'any' for no limit."
        ) from None
    return ends[0], ends[1], str(units["base_unit"][unit])


def selected(dataset: Dataset, ids: Sequence[str]) -> Selection:
    """Return the selection of some ids; of the collection, as the window keeps it.

    Raises:
        UsageError: nothing is collected.
    """
    if any(dataset.index.kind(id_) == COLLECTION for id_ in ids):
        kept = CollectionStore.of(dataset).read()
        if kept.fault:
            report_error(kept.fault)
        if not kept.collection.items:
            raise UsageError("nothing of this pack is collected. In the window, Space collects.")
        dataset.collect(kept.collection)
    return Selection.of(map(dataset.index.canonical, ids))


def _selections(dataset: Dataset, options: argparse.Namespace) -> list[Selection]:
    chosen = selected(dataset, options.select)
    if not options.each:
        return [chosen]
    return [chosen, *(each for each in all_selections(dataset) if each.ids and each != chosen)]


def chart_types_named(ids: Sequence[str]) -> list[ChartType]:
    """Return the chart types with some ids.

    Raises:
        UsageError: an id is unknown, or no longer used.
    """
    if "all" in ids:
        return list(CHART_TYPES)
    by_id = {chart_type.id: chart_type for chart_type in CHART_TYPES}
    for id_ in ids:
        if id_ in RENAMED:
            raise UsageError(f"{id_} is now {RENAMED[id_]}.")
        if id_ not in by_id:
            known = ", ".join(by_id)
            raise UsageError(
                f"'{id_}' is no chart. Charts are {known}, all.{did_you_mean(id_, by_id)}"
            )
    return [by_id[id_] for id_ in dict.fromkeys(ids)]
