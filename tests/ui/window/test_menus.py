"""What the menus, the keys and the mouse's side buttons do in the whole window."""

import pytest
from PySide6.QtCore import QEvent, Qt, QTimer, QUrl
from PySide6.QtGui import QAction, QCursor, QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QDialog,
    QFileDialog,
    QLabel,
    QMenu,
    QPushButton,
    QTextBrowser,
    QToolButton,
)
from pytestqt.qtbot import QtBot

from jjjviewer import __version__
from jjjviewer.paths import example_pack
from jjjviewer.ui.shared import errors
from tests.ui.user import NONE, User, plain, reopened

CONTROL = Qt.KeyboardModifier.ControlModifier
ALT = Qt.KeyboardModifier.AltModifier


def copied() -> str:
    return QGuiApplication.clipboard().text()


def dialog_of(user: User) -> QDialog:
    found = [each for each in user.window.findChildren(QDialog) if each.isVisible()]
    assert len(found) == 1
    return found[0]


def test_a_dialog_that_is_closed_is_gone(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each would take memory until the window is closed."""
    for asked in ("getOpenFileName", "getSaveFileName"):
        monkeypatch.setattr(QFileDialog, asked, lambda *_, **__: ("", ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, **__: "")
    opened: set[str] = set()

    def leave() -> None:
        for dialog in user.window.findChildren(QDialog):
            opened.add(type(dialog).__name__)
            dialog.reject()

    user.click_row("yu-bo")
    for action in user.window.findChildren(QAction):
        if action.isEnabled() and action.text().endswith("…") and plain(action) != "Print…":
            QTimer.singleShot(0, leave)
            action.trigger()
            leave()
            QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
            assert not user.window.findChildren(QDialog), action.text()
    assert len(opened) > 5


def test_the_side_buttons_of_the_mouse_go_back_and_forward_wherever_the_pointer_is(
    user: User,
) -> None:
    user.click_row("hebei")
    user.click_row("yu-bo")
    handle = user.window.windowHandle()
    for widget in (user.browser, user.tree, user.canvas, user.figures):
        place = widget.mapTo(user.window, widget.rect().center())
        QTest.mouseClick(handle, Qt.MouseButton.BackButton, NONE, place)
        assert user.chosen_rows == ["Hebei"]
        QTest.mouseClick(handle, Qt.MouseButton.ForwardButton, NONE, place)
        assert user.chosen_rows == ["Yu Bo"]


def test_back_at_the_beginning_stays_there(user: User) -> None:
    QTest.mouseClick(user.window.windowHandle(), Qt.MouseButton.BackButton, NONE)
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]


def test_alt_home_shows_everything_and_can_be_gone_back_from(user: User) -> None:
    user.click_row("yu-bo")
    user.press(Qt.Key.Key_Home, modifier=ALT)
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]
    user.press(Qt.Key.Key_Left, modifier=ALT)
    assert user.chosen_rows == ["Yu Bo"]


def test_everything_of_another_pack_is_that_packs(qtbot: QtBot, user: User) -> None:
    with qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        user.window.open_pack(example_pack())
    top = user.chosen_rows
    user.press(Qt.Key.Key_Down, times=2)
    assert user.chosen_rows != top
    user.action("Overview").trigger()
    assert user.chosen_rows == top


@pytest.mark.parametrize("key", ["F1", "?"])
def test_the_sheet_of_keys_lists_every_action_that_has_one(user: User, key: str) -> None:
    if key == "F1":
        user.press(Qt.Key.Key_F1)
    else:
        QTest.keyClicks(user.tree, key)
    sheet = dialog_of(user)
    shown = {label.text() for label in sheet.findChildren(QLabel)}
    assert {"Ctrl+E", "Ctrl+F", "Alt+Left", "F1 or ?", "Ctrl+1", "F6"} <= shown
    actions = [action for menu in user.window.findChildren(QMenu) for action in menu.actions()]
    named = {plain(action).rstrip("…") for action in actions if action.shortcuts()}
    assert named <= shown
    # Its two columns are further apart than keys and what they do.
    labels = [each for each in sheet.findChildren(QLabel) if not each.text().startswith("<b>")]
    lefts = sorted({label.x() for label in labels})
    keys, words = (
        max(label.geometry().right() for label in labels if label.x() == left) for left in lefts[:2]
    )
    assert lefts[2] - words > 2 * (lefts[1] - keys) > 0
    sheet.close()


def test_a_question_mark_can_be_searched_for(user: User) -> None:
    user.press(Qt.Key.Key_F, modifier=CONTROL)
    field = QApplication.focusWidget()
    assert field is not None
    QTest.keyClicks(field, "?")
    assert not [each for each in user.window.findChildren(QDialog) if each.isVisible()]


def test_about_names_version_data_and_limits_licences_and_the_log(user: User) -> None:
    user.action("About JJJ Viewer").trigger()
    dialog = dialog_of(user)
    page = dialog.findChildren(QTextBrowser)[0]
    said = page.toPlainText()
    for words in (
        __version__,
        "Beijing Daily",
        "As stated by the speakers on 21 October 2022; not checked.",
        "pandas 3",
        "LGPL 3",
        "SIL Open Font License",
        str(errors.log_path()),
    ):
        assert words in said
    buttons = dialog.findChildren(QPushButton)
    user.click(next(each for each in buttons if each.text() == "&Copy"))
    assert copied() == said
    dialog.close()


def test_the_log_that_about_names_can_be_opened_once_there_is_one(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url))
    path = errors.log_path()
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text("an error", encoding="utf-8")
    user.action("About JJJ Viewer").trigger()
    dialog = dialog_of(user)
    page = dialog.findChildren(QTextBrowser)[0]
    page.anchorClicked.emit(QUrl.fromLocalFile(str(path.parent)))
    assert [url.toLocalFile() for url in opened] == [str(path.parent)]
    assert "<a href=" in page.toHtml()
    dialog.close()


def test_ctrl_c_copies_what_is_chosen_where_the_keys_are(user: User) -> None:
    user.click_row("hebei")
    user.press(Qt.Key.Key_C, modifier=CONTROL)
    assert copied() == "Hebei"
    user.click_figure(0)
    user.press(Qt.Key.Key_C, user.figures, CONTROL)
    assert "\t" in copied()
    user.browser.setFocus()
    user.press(Qt.Key.Key_A, user.browser, CONTROL)
    user.press(Qt.Key.Key_C, user.browser, CONTROL)
    assert copied().splitlines()[0].startswith("Hebei")
    user.canvas.setFocus()
    user.press(Qt.Key.Key_C, user.canvas, CONTROL)
    assert QGuiApplication.clipboard().mimeData().hasImage()


def test_the_menus_copy_and_choose_all_as_the_keys_do(user: User) -> None:
    user.click_figure(0)
    user.action("Select all").trigger()
    assert len(user.chosen_figures) == user.figure_count
    user.action("Copy").trigger()
    *rows, source = copied().splitlines()
    assert len(rows) == user.figure_count
    assert source.startswith("As stated by the speakers")
    assert "Source: Beijing Daily" in source


def test_text_is_set_larger_and_smaller_and_stays_so(qtbot: QtBot, user: User) -> None:
    row = user.model.find("hebei")
    before = user.tree.visualRect(row).height()
    heading, value = user.browser.document().size().height(), user.figures.columnWidth(0)
    user.press(Qt.Key.Key_Equal, modifier=CONTROL, times=3)
    assert user.tree.visualRect(row).height() > before
    assert user.browser.document().size().height() > heading
    assert user.figures.columnWidth(0) > value
    later = reopened(qtbot, user.window)
    assert later.tree.visualRect(later.model.find("hebei")).height() > before
    later.press(Qt.Key.Key_0, modifier=CONTROL)
    assert later.tree.visualRect(later.model.find("hebei")).height() == before
    later.press(Qt.Key.Key_Minus, modifier=CONTROL)
    assert later.tree.visualRect(later.model.find("hebei")).height() < before
    later.action("Normal").trigger()


def test_the_largest_text_leaves_every_pane_and_the_toolbar_whole(qtbot: QtBot, user: User) -> None:
    user.press(Qt.Key.Key_Equal, modifier=CONTROL, times=9)
    try:
        (more,) = user.window.findChildren(QToolButton, "qt_toolbar_ext_button")
        assert not more.isVisible()
        for pane in (user.tree, user.detail, user.chart):
            assert pane.visibleRegion().boundingRect().size() == pane.size()
    finally:
        user.action("Normal").trigger()


def test_the_whole_screen_is_filled_and_left_again(user: User) -> None:
    user.action("Full screen").trigger()
    assert user.window.isFullScreen()
    user.action("Full screen").trigger()
    assert not user.window.isFullScreen()


def test_a_button_whose_menu_is_left_by_a_click_elsewhere_is_no_longer_tinted(user: User) -> None:
    buttons = user.window.findChildren(QToolButton)
    button = next(each for each in buttons if each.accessibleName() == "Colours")
    usual = button.grab().toImage()
    QCursor.setPos(button.mapToGlobal(button.rect().center()))
    button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)
    assert button.grab().toImage() != usual
    menu = button.menu()
    menu.popup(button.mapToGlobal(button.rect().bottomLeft()))
    QCursor.setPos(user.window.mapToGlobal(user.window.rect().center()))
    menu.close()
    assert button.grab().toImage() == usual


def test_no_two_entries_of_a_menu_have_one_letter(user: User) -> None:
    bar = user.window.menuBar()
    menus = [bar, *(each for each in user.window.findChildren(QMenu) if each.title())]
    assert len(menus) > 10
    for menu in menus:
        letters = [letter for each in menu.actions() if (letter := _letter(each.text()))]
        assert len(set(letters)) == len(letters), [each.text() for each in menu.actions()]


def _letter(words: str) -> str:
    """The letter of an entry that is pressed to choose it."""
    at = words.replace("&&", "  ").find("&")
    return words[at + 1].casefold() if at >= 0 else ""
