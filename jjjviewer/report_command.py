"""The command `report`: writes a report to a file."""

import argparse
from collections.abc import Sequence

from jjjviewer.arguments import UsageError, report_error
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.report.chosen_charts import ChosenChart, charts_for
from jjjviewer.export.report.making import Content
from jjjviewer.export.report.writing import write_report
from jjjviewer.export_command import chart_types_named, filter_of, of_pack, selected
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.view import View


def run(options: argparse.Namespace) -> int:
    """Write the report and print its path; return the exit code.

    Raises:
        UsageError: an argument is unknown or does not apply.
    """
    return of_pack(options, lambda dataset: _write(dataset, options))


def _write(dataset: Dataset, options: argparse.Namespace) -> int:
    view = dataset.view(selected(dataset, options.select), filter_of(dataset, options))
    try:
        write_report(Content(view, _charts(view, options.chart)), options.out)
    except ExportError as error:
        return report_error(error)
    print(options.out)
    return 0


def _charts(view: View, ids: Sequence[str]) -> list[ChosenChart]:
    """Return the charts of the types that are named, or else all that suit the view.

    Raises:
        UsageError: one that is named does not suit.
    """
    charts = charts_for(view)
    if not ids or "all" in ids:
        return charts
    wanted = {chart_type.id for chart_type in chart_types_named(ids)}
    for id_ in sorted(wanted.difference(each.chart_type.id for each in charts)):
        raise UsageError(
            f"the chart '{id_}' does not suit '{view.selection.slug}': there is nothing it could "
            "plot. Leave it out; without --chart, all that suit are drawn."
        )
    return [each for each in charts if each.chart_type.id in wanted]
