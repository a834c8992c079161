"""Export of one chart to a file or the clipboard."""

from datetime import datetime
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from jjjviewer import __version__
from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.formatting import citation
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.svg import svg
from jjjviewer.export.image import image_of, png
from jjjviewer.export.spreadsheet import csv, formula_safe, xlsx
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import whole_number

FORMATS = ("png", "svg", "pdf", "csv", "xlsx")
"""The suffixes of the formats."""
_LONGEST_SLUG = 80


class Chart(NamedTuple):
    """A chart type, a view and a page: everything that a file is made from."""

    chart_type: ChartType
    view: View
    page: Page
    style: Style
    scale: float = 2.0
    """Device pixels per pixel of the page, for PNG."""
    transparent: bool = False
    """Whether the background is left out."""
    header: bool = True
    footer: bool = True
    text_as_shapes: bool = False
    """Whether an SVG has its text as outlines, which need no font."""
    description: str = ""
    """The chart in words; empty for the description made from its data."""

    def scene(self) -> Scene:
        """Lay out the chart."""
        scene = compose(
            self.chart_type,
            self.view,
            self.page,
            self.style,
            header=self.header,
            footer=self.footer,
        )
        scene.description = self.description or scene.description
        return scene

    def laid_out(self) -> "LaidOut":
        """Lay out the chart, ready for export."""
        return LaidOut(self, self.scene())


class LaidOut(NamedTuple):
    """A chart with its scene."""

    chart: Chart
    scene: Scene

    def bytes(self, suffix: str) -> bytes:
        """Return the contents of a file.

        Args:
            suffix: one of the formats.

        Raises:
            ExportError: the image would be too large.
        """
        match suffix:
            case "png":
                return png(self.image(), self.metadata())
            case "svg":
                return self.svg().encode()
            case "pdf":
                # Imported here, since pypdf takes a fifth of the time of pandas.
                from jjjviewer.export.pdf import pdf

                transparent = self.chart.transparent
                return pdf(self.scene, self.metadata(), self._created(), transparent=transparent)
            case "csv":
                return csv(self.table())
            case "xlsx":
                return xlsx(self.table(), self.metadata(), self._created())
        raise ValueError(suffix)

    def image(self) -> QImage:
        """Return the chart as an image; it may be too large (`ExportError`)."""
        return image_of(self.scene, self.chart.scale, transparent=self.chart.transparent)

    def svg(self) -> str:
        """Return the chart as an SVG document."""
        chart = self.chart
        return svg(self.scene, transparent=chart.transparent, text_as_shapes=chart.text_as_shapes)

    def table(self) -> pd.DataFrame:
        """Return what is plotted, with whole numbers as such."""
        table = self.chart.chart_type.table(self.chart.view)
        return table.astype(object).map(whole_number)

    def metadata(self) -> dict[str, str]:
        """Return what a file says about itself, by the keywords of PNG."""
        view = self.chart.view
        return {
            "Title": self.scene.title,
            "Description": self.scene.description,
            "Source": citation(view),
            "Records": ", ".join(self.scene.records),
            "Comment": view.dataset.source.caveat,
            "Software": f"JJJ Viewer {__version__}",
        }

    def _created(self) -> datetime:
        """Return the day of the interview as the date of a file, so that its bytes are the same."""
        return datetime.fromisoformat(self.chart.view.dataset.source.date or "2000-01-01")


def file_name(selection: Selection, chart_type: ChartType, suffix: str) -> str:
    """Return the name of a chart's file, safe in every file system."""
    return f"{selection.slug[:_LONGEST_SLUG]}-{chart_type.id}.{suffix}"


def to_clipboard(chart: Chart) -> None:
    """Copy a chart to the clipboard as an image, as SVG and as a table."""
    made = chart.laid_out()
    table = formula_safe(made.table())
    data = QMimeData()
    data.setImageData(made.image())
    data.setData("image/svg+xml", QByteArray(made.svg().encode()))
    data.setData("text/csv", QByteArray(table.to_csv(index=False).encode()))
    data.setText(table.to_csv(index=False, sep="\t"))
    QGuiApplication.clipboard().setMimeData(data)
