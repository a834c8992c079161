"""The panes are dragged, folded, unfolded and reached by keys, at any width of the window."""

import pytest
from PySide6.QtCore import QByteArray, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTabBar, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.app import build
from jjjviewer.ui.chart.chart_foot import ChartFoot
from jjjviewer.ui.shared.paged_pane import PagedPane
from jjjviewer.ui.window.pane_list import pane_places
from jjjviewer.ui.window.panes import PaneSlot
from tests.ui.user import LEFT, NONE, User, open_window, reopened

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
PLACES = pane_places()
ALL = list(range(len(PLACES)))
NAMES = [place.name for place in PLACES]
SHOW = [place.show.replace("&", "") for place in PLACES]
TREE, DETAILS, CHARTS = (NAMES.index(name) for name in ("tree", "detail", "chart"))


def drag(user: User, handle: int, by: int) -> None:
    """Drag the handle to the right of a pane."""
    widget = user.panes.handle(handle + 1)
    start = widget.rect().center()
    QTest.mousePress(widget, LEFT, NONE, start)
    QTest.mouseMove(widget, start + QPoint(by // 2, 0))
    # The handle has moved with the pointer, which is now as far from it as at the start.
    QTest.mouseMove(widget, start + QPoint(by - by // 2, 0))
    QTest.mouseRelease(widget, LEFT, NONE, start)


def folded(user: User) -> list[int]:
    return [at for at in ALL if user.panes.is_folded(at)]


def test_dragging_a_pane_narrower_widens_its_neighbour(user: User) -> None:
    before = user.panes.sizes()
    drag(user, TREE, 60)
    after = user.panes.sizes()
    assert after[TREE] > before[TREE]
    assert sum(after) == sum(before)
    assert folded(user) == []


def test_a_pane_dragged_very_narrow_folds_and_can_be_dragged_out_again(user: User) -> None:
    drag(user, TREE, -250)
    assert folded(user) == [TREE]
    assert not user.action("Show tree").isChecked()
    drag(user, TREE, 260)
    assert folded(user) == []
    assert user.action("Show tree").isChecked()


@pytest.mark.parametrize(("at", "words"), [*enumerate(SHOW)])
def test_the_menu_folds_a_pane_and_brings_it_back_as_wide_as_it_was(
    user: User, at: int, words: str
) -> None:
    user.window.resize(sum(place.width for place in PLACES), 800)
    before = user.panes.sizes()
    user.action(words).trigger()
    assert folded(user) == [at]
    user.action(words).trigger()
    assert folded(user) == []
    assert user.panes.sizes()[at] == pytest.approx(before[at], abs=2)


def test_the_last_open_pane_stays(user: User) -> None:
    for words in SHOW:
        user.action(words).trigger()
    assert folded(user) == ALL[:-1]
    assert user.action(SHOW[-1]).isChecked()


@pytest.mark.parametrize("at", ALL)
def test_ctrl_and_a_number_goes_to_a_pane_also_where_it_was_folded(user: User, at: int) -> None:
    user.panes.fold(at)
    user.press(Qt.Key(Qt.Key.Key_1 + at), user.window, CONTROL)
    assert folded(user) == []
    focus = user.window.focusWidget()
    pane = user.panes.widget(at)
    assert focus is not None
    assert pane is not None
    assert focus is pane or pane.isAncestorOf(focus)


def test_f6_steps_through_the_open_panes_in_both_directions(user: User) -> None:
    others = [at for at in ALL if at not in (TREE, CHARTS)]
    for at in others:
        user.panes.fold(at)
    user.panes.go_to(TREE)
    user.press(Qt.Key.Key_F6)
    assert user.window.focusWidget() is user.canvas
    user.press(Qt.Key.Key_F6, user.canvas)
    assert user.window.focusWidget() is user.tree
    user.press(Qt.Key.Key_F6, modifier=SHIFT)
    assert user.window.focusWidget() is user.canvas
    assert folded(user) == others


def test_a_narrow_window_folds_panes_and_a_wide_one_unfolds_them(user: User) -> None:
    for first_open in ALL[1:]:
        least = sum(place.least_width for place in PLACES[first_open:]) + 80
        width = max(least, user.panes.minimumSizeHint().width())
        user.window.resize(width, 600)
        assert folded(user) == ALL[:first_open]
        assert user.window.width() == width
    user.window.resize(1280, 800)
    assert folded(user) == []


def test_what_the_user_folded_stays_folded_in_a_wide_window(user: User) -> None:
    user.action("Show details").trigger()
    user.window.resize(500, 600)
    user.window.resize(1280, 800)
    assert folded(user) == [DETAILS]


def test_a_folded_pane_is_unfolded_in_a_window_too_narrow_for_two(user: User) -> None:
    user.window.resize(400, 600)
    user.press(Qt.Key.Key_1, user.window, CONTROL)
    assert user.window.focusWidget() is user.tree
    assert user.tree.width() > 200


def test_a_slot_says_that_its_pane_is_loading_until_the_pane_fills_it(
    qtbot: QtBot, app: QApplication
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    window.show()
    slots = window.findChildren(PaneSlot)
    assert len(slots) == len(PLACES) - 1
    for slot in slots:
        (label,) = slot.findChildren(QLabel)
        assert label.isVisible()
        assert label.text() == "Loading…"
        assert label.geometry().topLeft() == QPoint(0, 0)
        assert label.margin() >= label.fontMetrics().height() / 2
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        pass
    assert not any(label.parent() in slots for label in window.findChildren(QLabel))
    pages = window.findChild(PagedPane)
    assert isinstance(pages, PagedPane)
    assert any(slot.size() == pages.size() for slot in slots if slot is pages.parent())


def test_folded_panes_are_remembered(qtbot: QtBot, user: User) -> None:
    user.action("Show tree").trigger()
    later = reopened(qtbot, user.window)
    assert folded(later) == [TREE]
    assert not later.action("Show tree").isChecked()


def test_a_chart_folded_before_a_restart_is_drawn_when_it_is_unfolded_in_a_small_window(
    qtbot: QtBot, user: User
) -> None:
    user.window.resize(900, 600)
    user.action("Show charts").trigger()
    later = reopened(qtbot, user.window)
    later.window.resize(900, 600)
    assert folded(later) == [CHARTS]
    later.action("Show charts").trigger()
    assert folded(later) == []
    assert later.canvas.marks
    room = later.canvas.visibleRegion().boundingRect()
    assert room.size() == later.canvas.size()
    assert room.width() > 0.8 * PLACES[CHARTS].least_width


def test_a_damaged_memory_of_the_panes_shows_them_all(qtbot: QtBot, user: User) -> None:
    user.panes.restore(QByteArray(b"junk"))
    assert folded(user) == []
    user.window.close()
    assert folded(User(qtbot, open_window(qtbot))) == []


def test_a_small_window_hides_counts_and_texts_in_favour_of_names_and_chart(user: User) -> None:
    button = user.button("Bars")
    assert isinstance(button, QToolButton)
    style = Qt.ToolButtonStyle
    assert button.toolButtonStyle() == style.ToolButtonTextUnderIcon
    assert not user.tree.isColumnHidden(2)
    user.window.resize(860, 480)
    drag(user, TREE, -60)
    user.press(Qt.Key.Key_Plus, user.tree, CONTROL, times=2)
    assert button.toolButtonStyle() == style.ToolButtonIconOnly
    assert button.toolTip() == "Bars: Which is larger?"
    assert user.tree.isColumnHidden(2)
    user.action("Normal").trigger()
    user.window.resize(1280, 800)
    assert button.toolButtonStyle() == style.ToolButtonTextUnderIcon
    assert not user.tree.isColumnHidden(2)


def test_the_foot_of_the_chart_is_never_clipped(user: User) -> None:
    user.action("By name").trigger()
    foot = user.chart.findChild(ChartFoot)
    assert isinstance(foot, ChartFoot)
    parts: list[QWidget] = [
        each
        for each in (*foot.findChildren(QToolButton), *foot.findChildren(QTabBar))
        if each.isVisibleTo(foot) and each.parent() is foot
    ]
    assert len(parts) == 5

    def is_whole(part: QWidget) -> bool:
        inside = foot.rect().contains(part.geometry())
        return inside and part.width() >= part.sizeHint().width()

    for width in (1280, 900, 700, 420):
        user.window.resize(width, 800)
        user.qtbot.waitUntil(lambda: all(map(is_whole, parts)))
