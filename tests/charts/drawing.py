"""Charts drawn for tests."""

from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View

CHART_TYPE: dict[str, ChartType] = {chart_type.id: chart_type for chart_type in CHART_TYPES}


def pages(view: View, chart_type: ChartType | str, page: str = "a4") -> list[Scene]:
    """Lay out a chart of a view on pages of a name."""
    of = CHART_TYPE[chart_type] if isinstance(chart_type, str) else chart_type
    return compose(of, view, PAGES[page], LIGHT)


def drawn(pack: Dataset, chart_type: ChartType | str, *ids: str, page: str = "a4") -> list[Scene]:
    """Lay out a chart of a selection."""
    return pages(pack.view(Selection(ids)), chart_type, page)


def marks(scenes: list[Scene]) -> list[Mark]:
    """Return the marks of all pages."""
    return [mark for scene in scenes for mark in scene.marks]


def mark_of(scenes: list[Scene], record: str) -> Mark:
    """Return the first mark that stands for a record."""
    return next(mark for mark in marks(scenes) if record in mark.records)


def words(scenes: list[Scene]) -> str:
    """Return all that is written on the pages."""
    return " ".join(text.text for scene in scenes for text in scene.texts)
