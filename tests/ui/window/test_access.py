"""The whole program by keys alone, with the focus in sight and everything read out."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QDialog,
    QLineEdit,
    QTabBar,
    QTextBrowser,
    QWidget,
)

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import counts
from tests.ui.user import User

CONTROL = Qt.KeyboardModifier.ControlModifier


def focus() -> QWidget:
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


@pytest.mark.parametrize(
    ("id_", "words"),
    [
        ("chai-baoliang", "Chai Baoliang, speaker, Hebei"),
        ("hebei", "Hebei, region"),
        ("ecology", "Ecology, theme"),
    ],
)
def test_a_row_of_the_tree_is_read_with_kind_place_and_counts(
    user: User, pack: Dataset, id_: str, words: str
) -> None:
    statements, figures = counts(pack, id_)
    row = user.model.find(id_)
    cells = [row.siblingAtColumn(column) for column in range(3)]
    said = [str(each.data(Qt.ItemDataRole.AccessibleTextRole)) for each in cells]
    # A screen reader reads all cells of a row.
    assert said == [words, f"{statements} statements", f"{figures} figures"]
    shown = str(row.data(Qt.ItemDataRole.ToolTipRole))
    both = ", ".join(said).replace(",", f" {pack.view(Selection((id_,))).name_zh},", 1)
    assert shown == f"<p>{both}</p>"


def test_every_control_has_a_name_for_screen_readers(user: User) -> None:
    for kind in (QAbstractButton, QAbstractItemView, QTabBar, QTextBrowser, QLineEdit):
        for widget in user.window.findChildren(kind):
            if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                named = widget.accessibleName() or getattr(widget, "text", str)()
                assert named, widget


def test_every_mark_of_a_chart_is_read_out_as_the_keys_reach_it(
    user: User, read_out: list[str]
) -> None:
    user.choose_chart_type("Bars")
    user.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    user.press(Qt.Key.Key_Right, user.canvas, times=len(user.canvas.marks))
    assert read_out == [mark.words for mark in user.canvas.marks]
    assert "731.9 billion yuan" in read_out[0]
    assert "Dai Yongkang" in read_out[0]


def test_search_results_are_announced_as_they_are_selected(user: User, read_out: list[str]) -> None:
    user.press(Qt.Key.Key_F, modifier=CONTROL)
    QTest.keyClicks(focus(), "langfang")
    assert read_out[-1] == "Langfang, 廊坊市"
    user.press(Qt.Key.Key_Down, focus())
    assert read_out[-1].startswith("Tongzhou-Wuqing-Langfang corridor")
    QTest.keyClicks(focus(), "qqqqqqqqqqqq")
    assert "Nothing matches" in read_out[-1]


def walk(user: User) -> Iterator[QWidget]:
    """Press Tab from the tree on until it is reached again; links and marks are steps too."""
    user.tree.setFocus(Qt.FocusReason.TabFocusReason)
    for _ in range(1_000):
        yield focus()
        QTest.keyClick(focus(), Qt.Key.Key_Tab)
        if focus() is user.tree:
            return
    raise AssertionError("Tab never came back")


def test_tab_goes_from_the_tree_through_details_and_charts(user: User) -> None:
    user.click_row("yin-xiangjie")
    reached = list(dict.fromkeys(walk(user)))
    order = [reached.index(each) for each in (user.tree, user.browser, user.figures, user.canvas)]
    assert order == sorted(order)


def test_the_focus_can_be_seen_on_everything_that_tab_reaches(user: User) -> None:
    user.click_row("yin-xiangjie")
    with_focus: dict[QWidget, QImage] = {}
    for widget in walk(user):
        if widget not in with_focus:
            with_focus[widget] = widget.grab().toImage()
    user.window.setFocus()
    assert len(with_focus) > 6
    assert [each for each, image in with_focus.items() if each.grab().toImage() == image] == []


def test_a_chart_of_a_speaker_is_reached_read_and_exported_by_keys_alone(user: User) -> None:
    user.press(Qt.Key.Key_1, user.window, CONTROL)
    QTest.keyClicks(focus(), "Kang")
    assert user.chosen_rows == ["Kang Yanmin"]
    user.press(Qt.Key.Key_3, user.window, CONTROL)
    assert focus() is user.canvas
    user.press(Qt.Key.Key_Tab, user.canvas)
    user.press(Qt.Key.Key_Return, user.canvas)
    assert user.chosen_figures
    left: list[bool] = []

    def leave() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, QDialog)
        QTest.keyClick(dialog, Qt.Key.Key_Escape)
        left.append(not dialog.isVisible())

    QTimer.singleShot(0, leave)
    user.press(Qt.Key.Key_E, user.canvas, CONTROL)
    assert left == [True]
