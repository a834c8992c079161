"""Export of one chart to a file or the clipboard."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple

import pandas as pd
from PySide6.QtCore import QByteArray, QMimeData
from PySide6.QtGui import QGuiApplication, QImage

from jjjviewer import __version__
from jjjviewer.charts.characters import STAND_IN, not_bundled, plain, without_font
from jjjviewer.charts.chart_type import ChartType, compose
from jjjviewer.charts.formatting import caveat, citation, paragraphs
from jjjviewer.charts.page_layout import NO_WORDING, Wording
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import Page, Style
from jjjviewer.charts.svg import svg
from jjjviewer.charts.translation import listed, speaking, tr
from jjjviewer.export.image import image_of, png
from jjjviewer.export.native_chart import Labels, native_chart
from jjjviewer.export.see_through import see_through
from jjjviewer.export.spreadsheet import csv, delimited, unique_headings, xlsx
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import whole_number

FORMATS = ("png", "svg", "pdf", "csv", "xlsx")
"""The suffixes of the formats."""
_PICTURES = frozenset({"png", "svg", "pdf"})
_MOST_NAMED = 5
"""Characters that a remark names."""


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
    wording: Wording = NO_WORDING
    """The user's own title, subtitle and note."""
    number: int = 1
    """The page that is copied, of several."""

    def scenes(self) -> list[Scene]:
        """Lay out the chart on its pages."""
        scenes = compose(
            self.chart_type,
            self.view,
            self.page,
            self.style,
            self.wording,
            header=self.header,
            footer=self.footer,
        )
        for scene in scenes:
            scene.description = plain(self.description) or scene.description
            # The symbols of a map lie on its land, and hide the lines that end in them.
            if self.transparent and scene.projection is None:
                scene.shapes = see_through(scene.shapes, self.style.background)
        return scenes

    def laid_out(self) -> "LaidOut":
        """Lay out the chart, ready for export."""
        return LaidOut(self, self.scenes())


class LaidOut(NamedTuple):
    """A chart with its pages."""

    chart: Chart
    scenes: Sequence[Scene]

    @property
    def scene(self) -> Scene:
        """The first page."""
        return self.scenes[0]

    def file_pages(self, suffix: str) -> int:
        """Return how many files of a format there are: PDF and tables hold all in one."""
        return len(self.scenes) if suffix in ("png", "svg") else 1

    def bytes(self, suffix: str, number: int = 1) -> bytes:
        """Return the contents of a file.

        Args:
            suffix: one of the formats.
            number: of the page, for a format of which each page is a file.

        Raises:
            ExportError: the image would be too large.
        """
        with speaking(self.chart.view.dataset.language):
            match suffix:
                case "png":
                    return png(self.image(number), self.metadata(number))
                case "svg":
                    return self.svg(number).encode()
                case "pdf":
                    # Imported here, since pypdf takes a fifth of the time of pandas.
                    from jjjviewer.export.pdf import pdf

                    transparent = self.chart.transparent
                    return pdf(
                        self.scenes, self.metadata(), self.created(), transparent=transparent
                    )
                case "csv":
                    return csv(self.sourced_table())
                case "xlsx":
                    return _workbook(self)
        raise ValueError(suffix)

    def image(self, number: int = 1) -> QImage:
        """Return a page as an image; it may be too large (`ExportError`)."""
        scene = self.scenes[number - 1]
        return image_of(scene, self.chart.scale, transparent=self.chart.transparent)

    def svg(self, number: int = 1) -> str:
        """Return a page as an SVG document."""
        chart = self.chart
        return svg(
            self.scenes[number - 1],
            language=chart.view.dataset.language,
            transparent=chart.transparent,
            text_as_shapes=chart.text_as_shapes,
        )

    def remarks(self, suffixes: Collection[str]) -> list[str]:
        """Return notes on the letters in files of these formats."""
        texts = [text.text for scene in self.scenes for text in scene.texts]
        found = []
        if _PICTURES.intersection(suffixes) and (missing := without_font(texts)):
            found.append(
                tr(
                    "No font here has {characters}: {sign} is drawn instead. "
                    "Install a font that has them.",
                    characters=_named(missing),
                    sign=STAND_IN,
                )
            )
        if "svg" in suffixes and not self.chart.text_as_shapes and (foreign := not_bundled(texts)):
            found.append(
                tr(
                    "In the SVG, text with {characters} is drawn as shapes, "
                    "since the charts' typeface lacks them.",
                    characters=_named(foreign),
                )
            )
        return found

    def table(self) -> pd.DataFrame:
        """Return what is plotted, with whole numbers as such."""
        table = self.chart.chart_type.table(self.chart.view)
        return table.astype(object).map(whole_number)

    def metadata(self, number: int = 1) -> dict[str, str]:
        """Return what the file of a page says about itself, in letters that XML takes."""
        view, page, scene = self.chart.view, self.chart.page, self.scenes[number - 1]
        words = {**self.chart.wording._asdict(), "description": self.chart.description}
        own = [name for name, text in words.items() if text]
        texts = {
            "Title": scene.title,
            "Headline": " ".join(scene.headline),
            "Description": scene.description,
            "Source": citation(view),
            "Records": ", ".join(scene.records),
            "Comment": caveat(view),
            "Page": f"{scene.page.width}x{scene.page.height}"
            + (f", text {page.text}" if page.text else ""),
            "Software": f"JJJ Viewer {__version__}",
        }
        if own:
            texts["Wording"] = f"the user's own: {', '.join(own)}"
        if view.highlight:
            texts["Highlight"] = f"the user's own: {view.highlight}"
        return {key: plain(text) for key, text in texts.items()}

    def source_line(self) -> str:
        """Return the line on the source: caveat, citation and paragraphs."""
        return self.chart.chart_type.chart(self.chart.view).source

    def sourced_table(self) -> pd.DataFrame:
        """Return the table with source, caveat and licence in every row, whatever is cut out."""
        view, table = self.chart.view, self.table()
        numbers = self.chart.chart_type.rows(view)["paragraph"].unique().tolist()
        source = view.dataset.source
        texts = (listed((citation(view), paragraphs(numbers))), caveat(view), source.licence)
        headings = unique_headings([*table.columns, tr("Source"), tr("Caveat"), tr("Licence")])
        table.columns = pd.Index(headings[: -len(texts)])
        return table.assign(**dict(zip(headings[-len(texts) :], texts, strict=True)))

    def created(self) -> datetime:
        """Return the day of the interview as the date of a file, so that its bytes are the same."""
        return datetime.fromisoformat(self.chart.view.dataset.source.date or "2000-01-01")


def _named(characters: Sequence[str]) -> str:
    """Return characters with their numbers, of many the first ones."""
    named = [f"{each} (U+{ord(each):04X})" for each in characters[:_MOST_NAMED]]
    rest = len(characters) - len(named)
    return ", ".join([*named, tr("{count} more", count=rest)] if rest else named)


def _workbook(made: LaidOut) -> bytes:
    chart, source = made.chart, made.chart.view.dataset.source
    lines = (made.source_line(), caveat(chart.view), source.licence)
    scene, metadata = made.scene, made.metadata()
    labels = Labels(metadata["Title"], plain(scene.subtitle), metadata["Description"], lines)
    native = native_chart(chart.chart_type, chart.view, scene.headline)
    return xlsx(made.sourced_table(), metadata, made.created(), native, labels)


def to_clipboard(chart: Chart) -> None:
    """Copy a page of a chart to the clipboard as an image and as SVG, and the whole table."""
    made = chart.laid_out()
    with speaking(chart.view.dataset.language):
        table, source = made.table(), made.source_line()
    data = QMimeData()
    data.setImageData(made.image(chart.number))
    data.setData("image/svg+xml", QByteArray(made.svg(chart.number).encode()))
    data.setData("text/csv", QByteArray(delimited(table, ",", "\r\n", source).encode()))
    data.setText(delimited(table, "\t", "\n", source))
    QGuiApplication.clipboard().setMimeData(data)
