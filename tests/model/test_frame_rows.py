"""Typed rows hold what a frame holds, in Python's own types."""

from datetime import date

import pandas as pd

from jjjviewer.model import frame_rows, row_types
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.frame_rows import RowCache, rows_of
from jjjviewer.model.row_types import FigureRow, ThemeRow


def test_every_row_class_has_the_columns_of_its_frame(pack: Dataset) -> None:
    for table, row_class in (
        ("speakers", row_types.SpeakerRow),
        ("themes", row_types.ThemeRow),
        ("paragraphs", row_types.ParagraphRow),
        ("statements", row_types.StatementRow),
        ("figures", row_types.FigureRow),
        ("entities", row_types.EntityRow),
        ("links", row_types.LinkRow),
    ):
        assert len(rows_of(pack[table], row_class)) == len(pack[table])


def test_a_missing_number_or_date_is_none_and_a_missing_text_is_empty(pack: Dataset) -> None:
    figures = pack["figures"].set_index("figure_id", drop=False)
    for row in rows_of(pack["figures"], FigureRow):
        cells = figures.loc[row.figure_id]
        for name in FigureRow._fields:
            value, cell = getattr(row, name), cells[name]
            if pd.isna(cell):
                assert value is None or value == ""
            elif isinstance(cell, pd.Timestamp):
                assert value == cell.date()
            else:
                assert value == cell
        for text in (row.speaker_id, row.direction, row.status, row.note):
            assert isinstance(text, str)
        assert row.period_start is None or type(row.period_start) is date


def test_a_frame_without_rows_has_none() -> None:
    empty = pd.DataFrame({name: [] for name in ThemeRow._fields})
    assert rows_of(empty, ThemeRow) == []


def test_the_same_row_is_made_once(pack: Dataset) -> None:
    cache = RowCache(pack["figures"], FigureRow)
    first = cache.of(pack["figures"].head(3))
    again = cache.of(pack["figures"].iloc[[2, 0]])
    assert [row.figure_id for row in again] == [first[2].figure_id, first[0].figure_id]
    assert again[0] is first[2]
    assert frame_rows.rows_of(pack["figures"].head(3), FigureRow) == first
