"""Each column of each table changes what a reader sees, or the schema says why it does not."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from functools import cache

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.charts.svg import svg
from jjjviewer.charts.translation import speaking
from jjjviewer.export.report.html import html
from jjjviewer.export.report.making import Content, report_of
from jjjviewer.model.columns import Columns
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.index import Index
from jjjviewer.model.schema import TABLES, Column, Table
from jjjviewer.model.selection import PLACE, Language, Selection
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.validation.rules import errors_between_tables
from jjjviewer.paths import example_pack
from jjjviewer.ui.detail.detail_html import page
from jjjviewer.ui.detail.figures_model import FiguresModel

_COLUMNS = [
    pytest.param(table, column, id=f"{table.name}-{column.name}")
    for table in TABLES.values()
    for column in table.columns
    if not (column.unique or column.unseen)
]


@pytest.mark.parametrize(("table", "column"), _COLUMNS)
def test_a_column_that_changes_changes_what_is_shown(
    app: object, table: Table, column: Column
) -> None:
    tables = _tables()
    cells = tables.columns[table.name][column.name]
    language: Language = "zh" if column.name.endswith("_zh") else "en"
    for changed in _ways(column, cells, tables):
        own = Columns(tables.columns[table.name] | {column.name: changed})
        columns = tables.columns | {table.name: own}
        if [*errors_between_tables(columns)]:
            continue
        other = _load(replace(tables, columns=columns), language)
        shown = zip(_shown(other), _before(language), strict=False)
        if any(now != before for now, before in shown):
            return
    pytest.fail(f"nobody sees {column.name} of {table.file}")


def _ways(column: Column, cells: Sequence[str], tables: Tables) -> Iterator[list[str]]:
    """Yield changes of a column: of all rows, and of half of them."""
    others = column.choices
    if column.refers_to:
        target = TABLES[column.refers_to]
        others = tuple(tables.columns[target.name][target.key.name])
    changed = [_other(column, others, cell) for cell in cells]
    yield changed
    if column.refers_to and not column.required:
        yield [""] * len(cells)
    for at in range(0, len(cells), max(1, len(cells) // 6)):
        yield [*cells[:at], changed[at], *cells[at + 1 :]]


def _other(column: Column, others: tuple[str, ...], cell: str) -> str:
    if others:
        return others[(others.index(cell) + 1) % len(others)] if cell in others else others[0]
    match column.kind:
        case "integer":
            return str(-int(cell or "0") - 7)
        case "number":
            return str(float(cell or "3") * 2)
        case "boolean":
            return "false" if cell == "true" else "true"
        case "date":
            day = date.fromisoformat(cell) if cell else date(2024, 1, 1)
            return (day + timedelta(days=400)).isoformat()
    return f"{cell} Quux"


@cache
def _tables() -> Tables:
    return read_tables(example_pack())


def _load(tables: Tables, language: Language) -> Dataset:
    # Unmarked: what is warned of a cell that is wrong does not show what it holds.
    return Dataset(tables, Index(tables.columns), language)


@cache
def _before(language: Language) -> list[str]:
    return [*_shown(_load(_tables(), language))]


def _shown(pack: Dataset) -> Iterator[str]:
    """Yield what a reader sees: detail pane, its table, report, charts and their tables."""
    for selection in _selections(pack):
        yield "".join(page(pack.view(selection), LIGHT))
    model = FiguresModel()
    model.fill(pack.view(Selection()))
    for row in range(model.rowCount()):
        for column in range(model.columnCount()):
            yield model.words(row, column)
    yield html(report_of(Content(pack.view(Selection()), ())))
    with speaking(pack.language):
        yield from _charts(pack)


def _charts(pack: Dataset) -> Iterator[str]:
    for id_ in ["", *pack["speakers"]["speaker_id"]]:
        view = pack.view(Selection((id_,) if id_ else ()))
        for chart_type in chart_types_for(view):
            yield from map(svg, compose(chart_type, view, PAGES["a4"], LIGHT))
            yield chart_type.table(view).to_csv()


def _selections(pack: Dataset) -> Iterator[Selection]:
    yield Selection()
    for name, every in (("regions", 1), ("speakers", 1), ("themes", 1), ("entities", 4),
                        ("figures", 4), ("links", 4)):  # fmt: skip
        for id_ in pack[name][TABLES[name].key.name][::every]:
            yield Selection((id_,))
            if name == "regions":
                yield Selection((f"{PLACE}{id_}",))
