"""What a report holds, in another language than the window's."""

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.report.chosen_charts import ChosenChart, charts_for
from jjjviewer.export.report.making import Content
from jjjviewer.model.dataset import open_dataset
from jjjviewer.model.errors import PackError
from jjjviewer.model.selection import Language
from jjjviewer.model.view_making import UnknownIdError


def in_language(content: Content, language: Language) -> Content:
    """Return the same content in a language; of another than it has, the pack is read again.

    Raises:
        ExportError: the pack can't be read any more, or has changed.
    """
    view = content.view
    if view.dataset.language == language:
        return content
    try:
        dataset = open_dataset(view.dataset.path, language)
        dataset.collect(view.dataset.collection)
        same = dataset.view(view.selection, view.filter)
    except (PackError, OSError, UnknownIdError) as error:
        raise ExportError(
            tr(
                "The report was not made, for the pack could not be read again: {error} "
                "Open the pack anew, or choose the other language.",
                error=error,
            )
        ) from error
    chosen = {_key(chart) for chart in content.charts}
    return Content(same, [chart for chart in charts_for(same) if _key(chart) in chosen])


def _key(chart: ChosenChart) -> tuple[object, ...]:
    return chart.chart_type, chart.view.selection, chart.view.filter
