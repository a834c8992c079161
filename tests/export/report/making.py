"""Reports for tests."""

from jjjviewer.export.report.chosen_charts import charts_for
from jjjviewer.export.report.making import Content, report_of
from jjjviewer.export.report.writing import report_bytes
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection


def content(pack: Dataset, *ids: str) -> Content:
    """What a report of a selection holds, with all charts that suit."""
    view = pack.view(Selection(ids))
    return Content(view, charts_for(view))


def written(pack: Dataset, suffix: str, *ids: str, charts: bool = True) -> bytes:
    """The file of a report of a selection, with or without its charts."""
    held = content(pack, *ids)
    return report_bytes(report_of(held if charts else held._replace(charts=())), suffix)
