"""Text of one's own, highlighting, the legend and the menu of the chart in the window."""

from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
)
from pytestqt.qtbot import QtBot

from jjjviewer.charts.shapes import Mark
from jjjviewer.export.chart import Chart
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.chart.text_dialog import TextDialog
from tests.ui.export.dialog import Dialog, Into, exported
from tests.ui.user import User, plain, reopened

TITLE, NOTE = "Your own title", "Your own note"


@pytest.fixture
def user(user: User) -> User:
    """A user who looks at Hebei's sums as bars."""
    user.click_row("hebei")
    user.choose_chart_type("Bars")
    return user


def chart_of(user: User) -> Chart:
    pane = user.window.findChild(ChartPane)
    assert isinstance(pane, ChartPane)
    assert pane.chart is not None
    return pane.chart


def title_of(user: User) -> str:
    return user.canvas.accessibleName()


def ask_for_text(qtbot: QtBot, user: User) -> TextDialog:
    user.action("Edit text…").trigger()
    dialog = user.window.findChild(TextDialog)
    assert isinstance(dialog, TextDialog)
    qtbot.waitUntil(dialog.isVisible)
    return dialog


def write(dialog: TextDialog, name: str, words: str) -> None:
    line = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == name)
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)


def accept(dialog: TextDialog) -> None:
    box = dialog.findChild(QDialogButtonBox)
    assert isinstance(box, QDialogButtonBox)
    QTest.mouseClick(box.button(QDialogButtonBox.StandardButton.Ok), Qt.MouseButton.LeftButton)


def menu_at(user: User, mark: Mark | None, reason: QContextMenuEvent.Reason) -> QMenu:
    """The menu of the chart, asked for on a mark."""
    place = user.canvas.rect_of(mark).center().toPoint() if mark else QPoint(2, 2)
    event = QContextMenuEvent(reason, place, user.canvas.mapToGlobal(place))
    QApplication.sendEvent(user.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    return menu


def words_in(menu: QMenu) -> list[str]:
    return [plain(each) for each in menu.actions() if not each.isSeparator() and each.isEnabled()]


def choose_in(user: User, menu: QMenu, words: str) -> None:
    action = next(each for each in menu.actions() if plain(each) == words)
    user.click(menu, menu.actionGeometry(action).center())


MOUSE, KEYS = QContextMenuEvent.Reason.Mouse, QContextMenuEvent.Reason.Keyboard


def test_words_of_one_s_own_stay_with_their_chart_after_a_restart_until_they_are_taken_back(
    qtbot: QtBot, user: User
) -> None:
    automatic = title_of(user)
    dialog = ask_for_text(qtbot, user)
    write(dialog, TITLE, "What Hebei spends")
    write(dialog, NOTE, "Only what was named.")
    accept(dialog)
    assert title_of(user) == "What Hebei spends"
    texts = chart_of(user).laid_out().scene.texts
    assert "Only what was named." in " ".join(text.text for text in texts)
    user.click_row("beijing")
    assert title_of(user) != "What Hebei spends"
    again = reopened(qtbot, user.window)
    again.click_row("hebei")
    assert title_of(again) == "What Hebei spends"
    again.action("Reset to automatic text").trigger()
    assert title_of(again) == automatic


def test_the_dialog_shows_the_automatic_text_in_grey_and_leaves_all_as_it_is_when_cancelled(
    qtbot: QtBot, user: User
) -> None:
    before = title_of(user)
    dialog = ask_for_text(qtbot, user)
    line = next(e for e in dialog.findChildren(QLineEdit) if e.accessibleName() == TITLE)
    assert line.placeholderText() == before
    assert before in dialog.findChildren(QPlainTextEdit)[0].placeholderText()
    write(dialog, TITLE, "Draft")
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert title_of(user) == before


def test_what_is_changed_is_exported_and_marked_as_the_user_s_own(
    qtbot: QtBot, user: User, tmp_path: Path
) -> None:
    mark = user.canvas.marks[-1]
    user.click_mark(mark)
    made = chart_of(user).laid_out()
    assert made.metadata()["Highlight"] == f"the user's own: {mark.key}"
    dialog = ask_for_text(qtbot, user)
    write(dialog, TITLE, "Draft")
    accept(dialog)
    path = tmp_path / "chart.png"
    path.write_bytes(chart_of(user).laid_out().bytes("png"))
    image = QImage(str(path))
    assert image.text("Title") == "Draft"
    assert image.text("Wording") == "the user's own: title"


def test_the_title_is_about_the_mark_that_is_clicked_until_it_is_clicked_again(user: User) -> None:
    automatic, mark = title_of(user), user.canvas.marks[-1]
    user.click_mark(mark)
    assert title_of(user) != automatic
    assert chart_of(user).laid_out().scene.headline == (mark.key,)
    assert "Highlighted" in user.window.statusBar().currentMessage()
    again = next(each for each in user.canvas.marks if each.key == mark.key)
    user.click_mark(again)
    assert title_of(user) == automatic
    assert not chart_of(user).view.highlight


def test_a_right_click_offers_what_can_be_done_with_the_mark_below(user: User) -> None:
    mark = user.canvas.marks[-1]
    menu = menu_at(user, mark, MOUSE)
    for words in ("Copy chart", "Export…", "Highlight", "Edit text…", "Zoom in", "Fit"):
        assert words in words_in(menu)
    choose_in(user, menu, "Highlight")
    assert chart_of(user).view.highlight == mark.key
    again = next(each for each in user.canvas.marks if each.key == mark.key)
    choose_in(user, menu_at(user, again, MOUSE), "Remove highlight")
    assert not chart_of(user).view.highlight


def test_the_keys_open_the_menu_of_the_focused_mark(user: User) -> None:
    user.canvas.setFocus()
    user.press(Qt.Key.Key_Down, user.canvas)
    mark = user.canvas.marks[0]
    choose_in(user, menu_at(user, None, KEYS), "Highlight")
    assert chart_of(user).view.highlight == mark.key
    user.press(Qt.Key.Key_F10, user.canvas, Qt.KeyboardModifier.ShiftModifier)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert "Remove highlight" in words_in(menu)
    user.leave_menus()


def test_the_menu_selects_what_a_mark_leads_to(user: User) -> None:
    user.click_row("jjj")
    user.choose_chart_type("Map")
    mark = next(each for each in user.canvas.marks if each.target)
    menu = menu_at(user, mark, MOUSE)
    choose_in(user, menu, next(each for each in words_in(menu) if each.startswith("Select ")))
    assert user.window.navigation.history.current.selection.ids == (mark.target,)


def legend_place(user: User, words: str) -> QPoint:
    area = next(area for area, entry in user.canvas.legend if entry.words == words)
    at = user.canvas.placement.origin + area.center() * user.canvas.page_scale
    return at.toPoint()


def test_a_click_on_an_entry_of_the_legend_shows_only_that_as_the_filter_does(user: User) -> None:
    before = len(user.canvas.marks)
    place = legend_place(user, "target")
    QTest.mouseMove(user.canvas, place)
    assert user.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    user.click(user.canvas, place)
    assert user.window.navigation.history.current.filter.statuses == ("target",)
    assert 0 < len(user.canvas.marks) < before
    choose_in(user, menu_at(user, None, MOUSE), "Show only: target")
    assert not user.window.navigation.history.current.filter.statuses


def test_a_region_in_the_legend_selects_it(user: User) -> None:
    user.click_row("jjj")
    user.choose_chart_type("Bars")
    user.click(user.canvas, legend_place(user, "Tianjin"))
    assert user.window.navigation.history.current.selection.ids == ("tianjin",)


def test_a_region_in_the_legend_of_a_map_selects_it(user: User) -> None:
    user.click_row("jjj")
    user.choose_chart_type("Map of figures")
    user.click(user.canvas, legend_place(user, "Tianjin"))
    assert user.window.navigation.history.current.selection.ids == ("tianjin",)


def test_what_is_compared_on_a_map_is_selected_in_its_legend(user: User) -> None:
    user.click_row("tianjin", Qt.KeyboardModifier.ControlModifier)
    user.choose_chart_type("Map")
    words = next(entry.words for _, entry in user.canvas.legend if entry.target == "tianjin")
    user.click(user.canvas, legend_place(user, words))
    assert user.window.navigation.history.current.selection.ids == ("tianjin",)


def test_what_is_no_single_status_is_chosen_in_the_legend(user: User) -> None:
    user.click(user.canvas, legend_place(user, "unclear, see notes"))
    assert 0 < len(user.chosen_figures) < user.figure_count
    user.choose_chart_type("Kinds of statement")
    _, entry = user.canvas.legend[-1]
    assert entry.words == "Position"
    choose_in(user, menu_at(user, None, MOUSE), "Choose: Position")
    assert len(user.tinted) == len(entry.records) == 6


def test_words_given_in_the_export_dialog_stay_with_the_chart(
    qtbot: QtBot, user: User, into: Into
) -> None:
    def edit(dialog: Dialog) -> None:
        into(dialog)
        dialog.write(TITLE, "Draft")
        dialog.press("Export")

    assert exported(qtbot, user, edit).written
    assert title_of(user) == "Draft"


def test_a_mark_that_is_no_longer_highlighted_is_no_longer_framed(user: User) -> None:
    mark = user.canvas.marks[1]
    user.click_mark(mark)
    assert user.canvas.highlighted == mark.records
    user.click_mark(user.canvas.marks[1])
    assert user.canvas.highlighted == ()
    user.click_mark(user.canvas.marks[1])
    user.action("Remove highlight").trigger()
    assert user.canvas.highlighted == ()
    assert user.chosen_rows == ["Hebei"]
