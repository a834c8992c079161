"""That what is done for a click depends on what is shown, and not on the pack."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jjjviewer.bench.packs import Size, write_pack
from jjjviewer.charts.registry import chart_types_for
from jjjviewer.charts.style import LIGHT
from jjjviewer.model import frame_rows
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.selection import Selection
from jjjviewer.ui.detail import detail_html
from jjjviewer.ui.detail.figures_model import FiguresModel
from tests.packs import load
from tests.ui.user import User, open_window


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("large") / "pack", Size(5_000, 600, 20, 300))


_FEW = 2
"""Rows that cost nothing to pick: the speaker, the two places of its links."""


@pytest.fixture
def picked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows were picked from a frame, each time."""
    counts: list[int] = []
    real = pd.DataFrame.take

    def count(frame: pd.DataFrame, *arguments: Any, **named: Any) -> pd.DataFrame:
        taken = real(frame, *arguments, **named)
        counts.append(len(taken))
        return taken

    monkeypatch.setattr(pd.DataFrame, "take", count)
    return counts


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many typed rows were made of a frame, each time."""
    counts: list[int] = []
    real = frame_rows.rows_of

    def count(frame: pd.DataFrame, row_class: type[FigureRow]) -> list[FigureRow]:
        counts.append(len(frame))
        return real(frame, row_class)

    monkeypatch.setattr(frame_rows, "rows_of", count)
    return counts


def test_accepting_a_view_picks_no_figures(large: Path, picked: list[int]) -> None:
    dataset = load(large)
    # What is known of each figure and place is found once for all views.
    chart_types_for(dataset.view(Selection()))
    view = dataset.view(Selection(("p3",)))
    picked.clear()
    assert chart_types_for(view)
    # The statements of a speaker are 30, the figures 250.
    assert view.figure_count == 250
    assert sum(picked) <= 30


def test_a_click_picks_what_is_shown_and_nothing_of_the_size_of_the_pack(
    qtbot: QtBot, app: QApplication, large: Path, picked: list[int]
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    picked.clear()
    user.click_row("p3")
    assert user.figure_count == 250
    # The statements, and of the figures those of a chart and a page of the table.
    assert max(picked) <= 250
    assert sum(rows > _FEW for rows in picked) <= 8


def test_a_click_on_everything_does_not_pick_every_figure(
    qtbot: QtBot, app: QApplication, large: Path, picked: list[int]
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    user.click_row("p3")
    picked.clear()
    user.click_row("whole")
    assert user.figure_count == 5_000
    assert max(picked, default=0) < 1_000


def test_of_a_large_view_only_what_is_looked_at_is_made_into_tuples(
    qtbot: QtBot, app: QApplication, large: Path, made: list[int]
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    assert user.figure_count == 5_000
    made.clear()
    user.click_row("r1")
    user.click_row("whole")
    # Statements, links and some pages of figures; not every figure for every form.
    assert max(made) <= 1_000
    assert sum(made) < 20_000


def test_long_lists_of_speakers_and_statements_are_cut_with_a_count_of_the_rest(
    tmp_path: Path,
) -> None:
    pack = load(write_pack(tmp_path / "pack", Size(400, 400, 150, 30)))
    text = "".join(detail_html.page(pack.view(Selection()), LIGHT))
    assert "50 speakers more" in text
    assert "100 statements more" in text
    assert text.count("<a name='s") == 300


def test_of_a_large_table_no_row_is_measured(
    qtbot: QtBot, app: QApplication, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    measured: list[int] = []
    monkeypatch.setattr(type(user.figures), "sizeHintForRow", lambda *_: measured.append(1))
    user.click_row("whole")
    QApplication.processEvents()
    assert measured == []
    assert user.figures.rowHeight(0) == user.figures.rowHeight(4_999)


def test_a_mark_of_many_statements_has_the_figures_gone_through_once(
    qtbot: QtBot, app: QApplication, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    user.click_row("whole")
    user.choose_chart_type("Kinds of statement")
    mark = max(user.canvas.marks, key=lambda each: len(each.records))
    assert len(mark.records) > 5
    asked: list[int] = []
    rows_of = FiguresModel.rows_of

    def count(model: FiguresModel, figures: Iterable[str]) -> list[int]:
        asked.append(1)
        return rows_of(model, figures)

    monkeypatch.setattr(FiguresModel, "rows_of", count)
    user.click_mark(mark)
    assert user.tinted
    assert len(asked) == 1


def test_all_figures_of_a_mark_are_chosen_from_the_top(
    qtbot: QtBot, app: QApplication, large: Path
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    user.click_row("p3")
    ids = [f"f{at}" for at in (203, 3, 103)]
    user.detail.show_records((*ids, "s3", "f99999"))
    assert user.figures.selected_ids() == ["f3", "f103", "f203"]
    assert user.figures.currentIndex().row() == user.figures.selectedIndexes()[0].row()
