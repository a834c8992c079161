"""The self-test of an installed program: every chart type in every format."""

import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.export.batch import all_selections, write_all
from jjjviewer.export.chart import FORMATS, Chart
from jjjviewer.export.file_names import file_name
from jjjviewer.export.report.chosen_charts import charts_for
from jjjviewer.export.report.making import Content
from jjjviewer.export.report.writing import FORMATS as REPORT_FORMATS
from jjjviewer.export.report.writing import write_report
from jjjviewer.model.dataset import Dataset, open_dataset
from jjjviewer.model.saving import columns_of, workbook_bytes
from jjjviewer.model.tables import read_tables
from jjjviewer.model.view import View
from jjjviewer.paths import bundled_pack
from jjjviewer.system import WINDOW_LIBRARIES, missing_packages
from jjjviewer.versions import versions

_BEGINNINGS = {
    "png": b"\x89PNG",
    "svg": b"<?xml",
    "pdf": b"%PDF",
    "csv": "\ufeff".encode(),
    "xlsx": b"PK",
}
"""What a valid file of each format begins with or contains."""


def run() -> int:
    """Print a line for each part, ok or failed, and the versions; return the exit code."""
    failed = 0
    for line, fine in _results():
        failed += not fine
        print(f"{'ok     ' if fine else 'FAILED '} {line}", flush=True)
    print(*versions(), sep="\n")
    print(f"{failed} failed." if failed else "All of it works.")
    return 1 if failed else 0


def _results() -> Iterator[tuple[str, bool]]:
    packages = missing_packages(WINDOW_LIBRARIES) if sys.platform.startswith("linux") else []
    lacking = f"these packages of the system are missing: {' '.join(packages)}"
    yield f"window: {lacking if packages else 'its libraries are there'}", not packages
    try:
        dataset = open_dataset(bundled_pack())
    except Exception as error:
        # Any exception is a result to report.
        yield f"pack: {type(error).__name__}: {error}", False
        return
    yield f"pack: {sum(map(len, dataset.frames.values())):,} rows", True
    yield _try_workbook(dataset)
    views = [dataset.view(selection) for selection in all_selections(dataset)]
    with tempfile.TemporaryDirectory(prefix="jjjviewer-") as folder:
        for chart_type in CHART_TYPES:
            yield _try(chart_type, views, Path(folder))
        yield _try_report(views[0], Path(folder))


def _try_workbook(dataset: Dataset) -> tuple[str, bool]:
    """Save the pack as a workbook, and read it again."""
    with tempfile.TemporaryDirectory(prefix="jjjviewer-") as folder:
        path = Path(folder) / "pack.xlsx"
        try:
            path.write_bytes(workbook_bytes(dataset, dataset.frames))
            columns = read_tables(path).columns
        except Exception as error:
            return f"workbook: {type(error).__name__}: {error}", False
    return "workbook: saved and read again", columns == columns_of(dataset.frames)


def _try_report(view: View, folder: Path) -> tuple[str, bool]:
    """Write a report of the view, with the first chart that suits it, in every format."""
    content = Content(view, charts_for(view)[:1])
    try:
        for suffix in REPORT_FORMATS:
            write_report(content, folder / f"report.{suffix}")
    except Exception as error:
        return f"report: {type(error).__name__}: {error}", False
    return f"report: {', '.join(REPORT_FORMATS)} of {view.name}", True


def _try(chart_type: ChartType, views: list[View], folder: Path) -> tuple[str, bool]:
    """Draw a chart type with the first selection that it accepts."""
    view = next((view for view in views if chart_type.accepts(view)), None)
    if view is None:
        return f"{chart_type.id}: nothing in the pack suits it", False
    chart = Chart(chart_type, view, PAGES["slide"], LIGHT)
    paths = [folder / file_name(view, chart_type, suffix) for suffix in FORMATS]
    try:
        for path in write_all(chart, paths).paths:
            if not path.read_bytes().startswith(_BEGINNINGS[path.suffix.removeprefix(".")]):
                return f"{chart_type.id}: {path.name} is not what its name says", False
    except Exception as error:
        return f"{chart_type.id}: {type(error).__name__}: {error}", False
    return f"{chart_type.id}: {', '.join(FORMATS)} of {view.name}", True
