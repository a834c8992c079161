"""What a pack calls its people and places is shown as it is written, never read as HTML."""

from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocumentFragment
from PySide6.QtWidgets import QApplication, QLabel, QMessageBox
from pytestqt.qtbot import QtBot

from jjjviewer.ui.shared import errors
from jjjviewer.ui.shared.tables import CopyTable
from jjjviewer.ui.window.compare_dialog import CompareDialog
from jjjviewer.ui.window.notice import Notice
from tests.packs import Row, change, copy_of_bundled, put
from tests.ui.search.test_search import searcher
from tests.ui.user import User, open_window

NAME = "<img src=secret.png>"


@pytest.fixture
def marked(qtbot: QtBot, app: QApplication, tmp_path: Path) -> User:
    """A window on a pack whose first speaker and figure are named like an image of another file."""

    def silence(rows: list[Row]) -> None:
        rows[:] = [row for row in rows if row["speaker_id"] != "wang-youguo"]

    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", put(2, name=NAME))
    change(pack, "figures", silence)
    change(pack, "figures", lambda rows: rows[0].update(measure=NAME))
    return User(qtbot, open_window(qtbot, pack))


def labels() -> list[QLabel]:
    """What shows the name on the screen."""
    every = (each for each in QApplication.allWidgets() if isinstance(each, QLabel))
    return [each for each in every if each.isVisible() and NAME in each.text()]


def tips(model: QAbstractItemModel, parent: QModelIndex) -> list[str]:
    """The tool tips of all rows below one, as somebody reads them."""
    found = []
    for row in range(model.rowCount(parent)):
        index = model.index(row, 0, parent)
        tip = index.data(Qt.ItemDataRole.ToolTipRole) or ""
        found += [QTextDocumentFragment.fromHtml(tip).toPlainText(), *tips(model, index)]
    return found


def test_labels_show_the_name_of_a_speaker_as_it_is_written(marked: User) -> None:
    marked.click_row("wang-youguo")
    marked.action("Compare with…").trigger()
    dialog = marked.window.findChild(CompareDialog)
    assert isinstance(dialog, CompareDialog)
    shown = labels()
    assert {label.text() for label in shown} >= {f"{NAME} gave no figures.", f"Compare {NAME} with"}
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
    dialog.close()


def test_messages_are_shown_as_plain_text(user: User, tmp_path: Path) -> None:
    user.window.open_pack(tmp_path / NAME)
    user.wait_for_problems()
    user.window.findChildren(Notice)[0].show_message(NAME)
    user.chart.show_message(NAME)
    errors.hook(user.window)(KeyError, KeyError(NAME), None)
    shown = labels()
    assert len(shown) == 4
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
    for dialog in user.window.findChildren(QMessageBox):
        dialog.close()


def test_tool_tips_show_the_name_as_it_is_written(marked: User) -> None:
    assert any(tip.startswith(NAME) for tip in tips(marked.model, QModelIndex()))
    assert any(NAME in tip for tip in tips(marked.figures.model(), QModelIndex()))
    somebody = searcher(marked)
    somebody.search("secret.png")
    assert NAME in tips(somebody.results.model(), QModelIndex())
    marked.window.open_pack(Path(NAME))
    marked.wait_for_problems()
    (table,) = marked.problems.findChildren(CopyTable)
    assert any(NAME in tip for tip in tips(table.model(), QModelIndex()))
