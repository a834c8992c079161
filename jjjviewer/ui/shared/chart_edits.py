"""What users change on charts: words of their own, and the mark that the title is about."""

import json
from dataclasses import replace
from typing import NamedTuple

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import NO_WORDING, Wording
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export.chart import Chart
from jjjviewer.export.file_names import file_name
from jjjviewer.model.collection_json import identity_of
from jjjviewer.model.view import View
from jjjviewer.ui.shared.settings import CHART_EDITS, Settings

_MOST = 500
"""Charts whose changes are remembered, the latest first."""


class ChartEdit(NamedTuple):
    """What is changed on one chart; empty for what is made from the data."""

    wording: Wording = NO_WORDING
    description: str = ""
    highlight: str = ""
    """The key of the mark that the title is to be about."""


NO_EDIT = ChartEdit()


class ChartEdits:
    """The changes to charts of all packs, in the settings.

    A chart is known by its pack, what is selected and filtered, and its type and unit.

    Args:
        settings: where they are saved.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        self._saved = _read(settings[CHART_EDITS])

    def of(self, chart_type: ChartType, view: View) -> ChartEdit:
        """Return what is changed on a chart."""
        return self._saved.get(_key(chart_type, view), NO_EDIT)

    def applied_to(self, chart: Chart) -> Chart:
        """Return a chart with what is changed on it; a highlight that it has already stays."""
        wording, description, highlight = self.of(chart.chart_type, chart.view)
        view = replace(chart.view, highlight=chart.view.highlight or highlight)
        return chart._replace(view=view, wording=wording, description=description)

    def keep(self, chart_type: ChartType, view: View, edit: ChartEdit) -> None:
        """Remember what is changed on a chart."""
        key = _key(chart_type, view)
        self._saved.pop(key, None)
        if edit != NO_EDIT:
            self._saved = dict([(key, edit), *self._saved.items()][:_MOST])
        lines = {key: [*each.wording, *each[1:]] for key, each in self._saved.items()}
        self._settings[CHART_EDITS] = json.dumps(lines, ensure_ascii=False)


def _key(chart_type: ChartType, view: View) -> str:
    if isinstance(chart_type, Bars) and not chart_type.unit and not chart_type.is_per_item:
        chart_type = Bars(next(iter(chart_type.units(view)), ""))
    pack = identity_of(view.dataset.descriptor, view.dataset.source).key
    return f"{pack}/{file_name(view, chart_type, '')}"


def _read(saved: str) -> dict[str, ChartEdit]:
    """Return what was saved, without what is damaged."""
    try:
        lines = json.loads(saved or "{}")
    except ValueError:
        return {}
    edits = {}
    for key, texts in lines.items() if isinstance(lines, dict) else ():
        match texts:
            case [str(title), str(subtitle), str(note), str(description), str(highlight)]:
                edits[key] = ChartEdit(Wording(title, subtitle, note), description, highlight)
    return edits
