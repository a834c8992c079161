"""The chart of a workbook that Excel draws itself: bars, shares and changes, from the cells."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Literal, NamedTuple

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.figures.relations import earlier_figures
from jjjviewer.charts.formatting import statuses
from jjjviewer.charts.numbers import amount
from jjjviewer.charts.periods import when
from jjjviewer.charts.style import LIGHT
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View
from jjjviewer.model.worksheet import Cell, write_cell

if TYPE_CHECKING:
    from xlsxwriter import Workbook
    from xlsxwriter.chart import Chart
    from xlsxwriter.worksheet import Worksheet

Kind = Literal["bars", "shares", "change"]
_KINDS: dict[str, Kind] = {"bars": "bars", "shares": "shares", "change": "change"}
"""The chart types that Excel has, too."""
_OPEN = ("target", "planned", "under-construction")
"""The statuses of what is not reached yet."""
_MOST_ROWS = 250
"""More would be illegible, and Excel takes 255 lines at most."""
_WIDTH, _HEAD, _BAR = 900, 110, 30
"""In pixels: the chart, what stands above its bars, and a bar with the space around it."""
_SLOPES = 520
"""The height of a chart of changes, in pixels."""
_NAMES = 44
"""The width of the column of names below lines, in characters."""
_ROW = 20
"""The height of a row of cells, in pixels."""
_WORD_JOINER = "\u2060"
"""A character that is not seen."""
_ROOM = 1.2
"""How much longer the axis is than the longest bar."""
_BORDER = {"color": LIGHT.accent, "width": 1.5}
_HIDDEN = {"visible": False, "major_gridlines": {"visible": False}}


class NativeChart(NamedTuple):
    """A chart that Excel draws.

    Attributes:
        kind: bars of the table's rows, the same of 0 to 100 per cent, or lines.
        changes: of lines, the figures before and after.
        language: of their values.
        is_told: whether it shows all that the title is about.
    """

    kind: Kind
    changes: Sequence[tuple[FigureRow, FigureRow]] = ()
    language: Language = "en"
    is_told: bool = True


class Labels(NamedTuple):
    """What is written around a native chart."""

    title: str
    subtitle: str
    description: str
    lines: Sequence[str]
    """Source, caveat, licence, below it."""


def native_chart(
    chart_type: ChartType, view: View, headline: Collection[str]
) -> NativeChart | None:
    """Return the chart that Excel draws of the same, if it can and it would be legible.

    Args:
        chart_type: how it is drawn.
        view: what is drawn.
        headline: the keys of the marks that the title is about.
    """
    kind, rows = _KINDS.get(chart_type.id), chart_type.rows(view)
    if kind is None or len(rows) > _MOST_ROWS:
        return None
    if kind != "change":
        return NativeChart(kind)
    figures = view.dataset.figure_rows.of(rows)
    before = earlier_figures(view, figures)
    changes = [(before[each.figure_id], each) for each in figures if each.figure_id in before]
    # One unit shares an axis. Of some changes only their size is known.
    changes = [each for each in changes if each[1].base_unit == changes[0][1].base_unit]
    ids = {figure.figure_id for change in changes for figure in change}
    is_told = ids.issuperset(headline)
    return NativeChart(kind, changes, view.dataset.language, is_told) if changes else None


def add_native_chart(
    book: "Workbook",
    data: "Worksheet",
    native: NativeChart,
    columns: Mapping[str, Sequence[Cell]],
    labels: Labels,
) -> None:
    """Add a sheet with a native chart.

    Args:
        book: the workbook.
        data: its sheet with the table.
        native: the chart.
        columns: the columns of the table, by their headings; the value stands beside `What`.
        labels: what is written around it.
    """
    sheet = book.add_worksheet(tr("Chart"))
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.write_string(0, 0, labels.subtitle)
    height = _SLOPES
    if native.kind != "change":
        height = _HEAD + _BAR * len(columns[tr("What")])
    below = height // _ROW + 4
    # The line on the source tells the caveat already.
    lines = [line for line in labels.lines[1:] if line not in labels.lines[0]]
    lines.insert(0, labels.lines[0])
    for at, line in enumerate(lines):
        sheet.write_string(below + at, 0, line)
    if native.kind == "change":
        chart = _slopes(book, sheet, native, below + len(lines) + 1)
    else:
        chart = _bars(book, data.get_name(), columns, is_share=native.kind == "shares")
    title = _plain(labels.title if native.is_told else labels.subtitle)
    chart.set_title({"name": title, "name_font": {"size": 14}, "overlay": False})
    chart.set_size({"width": _WIDTH, "height": height})
    sheet.insert_chart(2, 0, chart, {"description": labels.description})


def _bars(
    book: "Workbook", data: str, columns: Mapping[str, Sequence[Cell]], *, is_share: bool
) -> "Chart":
    """Return bars of the rows of the table, in their order from the top."""
    names = [*columns]
    what = names.index(tr("What"))
    values = [float(cell) for cell in columns[names[what + 1]] if isinstance(cell, int | float)]
    count = len(values)
    words = columns[tr("As a number with unit")]
    chart = book.add_chart({"type": "bar"})
    chart.add_series(
        {
            "name": [data, 0, what + 1],
            # What is compared stands before it, and groups the rows.
            "categories": [data, 1, 0, count, what],
            "values": [data, 1, what + 1, count, what + 1],
            "gap": 60,
            "fill": {"color": LIGHT.accent},
            "border": _BORDER,
            "points": [_hollow_if_open(cell) for cell in columns[tr("Status")]],
            "data_labels": {
                "value": True,
                "custom": [{"value": _plain(str(each))} for each in words],
            },
        }
    )
    chart.set_legend({"none": True})
    # The first is on top; where values are negative their names stay at the left.
    chart.set_y_axis({"reverse": True, "label_position": "low"})
    # Bars start from zero; beyond their ends there is room for words.
    most = 100 if is_share else max(0.0, *values)
    chart.set_x_axis({**_HIDDEN, "min": _ROOM * min(0.0, *values), "max": _ROOM * most})
    return chart


def _slopes(book: "Workbook", sheet: "Worksheet", native: NativeChart, top: int) -> "Chart":
    """Return a line for each change, from cells that are written for it below the chart."""
    changes = native.changes
    chart = book.add_chart({"type": "line"})
    rows: list[tuple[Cell, ...]] = [(tr("What"), tr("Before"), tr("After"))]
    rows += [(end.measure, start.in_base_unit, end.in_base_unit) for start, end in changes]
    for row, cells in enumerate(rows, start=top):
        for column, cell in enumerate(cells):
            write_cell(sheet, row, column, cell)
    sheet.set_column(0, 0, _NAMES)
    name = sheet.get_name()
    for row, ends in enumerate(changes, start=top + 1):
        texts = [
            tr(
                "{what} ({details})",
                what=amount(end, native.language),
                details=when(end, native.language),
            )
            for end in ends
        ]
        words = [{"value": _plain(each)} for each in texts]
        chart.add_series(
            {
                "name": [name, row, 0],
                "categories": [name, top, 1, top, 2],
                "values": [name, row, 1, row, 2],
                "marker": {"type": "circle", "size": 8},
                "data_labels": {"value": True, "position": "above", "custom": words},
            }
        )
    chart.set_legend({"position": "bottom"})
    chart.set_y_axis(_HIDDEN)
    return chart


def _hollow_if_open(status: Cell) -> dict[str, dict[str, object]] | None:
    """Return the look of a bar, hollow where it is not reached yet."""
    words = {statuses()[each] for each in _OPEN}
    return {"fill": {"none": True}, "border": _BORDER} if status in words else None


def _plain(text: str) -> str:
    """Return a text of a chart; XlsxWriter takes what looks like `Sheet!A1` for a reference."""
    return text.replace("!", f"!{_WORD_JOINER}")
