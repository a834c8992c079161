"""Export, colours, what is remembered, and what the status bar says."""

from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings, Qt
from PySide6.QtGui import QColor, QGuiApplication
from PySide6.QtWidgets import (
    QApplication,
    QLabel,
)
from pytestqt.qtbot import QtBot

from jjjviewer.app import build
from jjjviewer.charts.style import DARK, LIGHT
from jjjviewer.model.dataset import Dataset
from tests.packs import counts
from tests.ui.user import User, open_window, reopened


def stored() -> QSettings:
    return QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jjjviewer", "jjjviewer"
    )


def test_the_status_bar_shows_counts_what_is_not_charted_and_source(
    user: User, pack: Dataset
) -> None:
    statements, figures = counts(pack)
    assert f"6 speakers, {statements} statements, {figures} figures" in user.status
    assert "not charted: 1 unclear in the text" in user.status
    assert "Source: Beijing Daily, Tianjin Daily and Hebei Daily" in user.status
    user.click_row("transport")
    assert "0 figures" in user.status
    assert "not charted" not in user.status


def test_dark_and_light_repaint_everything(user: User) -> None:
    for words, style in (("Dark", DARK), ("Light", LIGHT)):
        user.action(words).trigger()
        assert QApplication.palette().window().color() == QColor(style.surface)
        shown = user.canvas.grab().toImage()
        first = user.canvas.rect_of(user.canvas.marks[0])
        beside_the_first_mark = shown.pixelColor(int(first.left()) - 8, int(first.center().y()))
        assert beside_the_first_mark == QColor(style.background)
        assert style.accent in user.browser.toHtml()
        assert user.chart.chart is not None
        assert user.chart.chart.style == style


def test_like_the_system_follows_the_system_while_running(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(type(hints), "colorScheme", lambda _: Qt.ColorScheme.Dark)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert QApplication.palette().window().color() == QColor(DARK.surface)
    user.action("Light").trigger()
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert QApplication.palette().window().color() == QColor(LIGHT.surface)


def test_everything_is_as_it_was_left(qtbot: QtBot, user: User) -> None:
    user.click_row("hebei")
    user.click_row("yu-bo", Qt.KeyboardModifier.ControlModifier)
    user.choose_chart_type("Kinds of statement")
    user.action("Slide").trigger()
    user.action("Dark").trigger()
    later = reopened(qtbot, user.window)
    assert later.chosen_rows == ["Yu Bo", "Hebei"]
    assert later.chosen_chart_type() == "Kinds of statement"
    assert later.chart.chart is not None
    assert later.chart.chart.page.name == "slide"
    assert later.chart.chart.style == DARK
    later.action("Follow system").trigger()


def test_the_panes_keep_their_widths(qtbot: QtBot, user: User) -> None:
    wide = user.tree.width()
    user.panes.setSizes([200, 500, 580])
    assert user.tree.width() != wide
    left = user.tree.width()
    assert reopened(qtbot, user.window).tree.width() == left


def test_a_window_left_maximised_opens_maximised(qtbot: QtBot, user: User) -> None:
    user.window.showMaximized()
    user.window.close()
    window = build(None)
    qtbot.addWidget(window)
    assert window.isMaximized()


def test_a_window_saved_on_a_missing_screen_is_moved_to_an_existing_one(
    qtbot: QtBot, user: User
) -> None:
    user.window.move(30_000, 30_000)
    later = reopened(qtbot, user.window)
    assert later.window.screen().availableGeometry().intersects(later.window.frameGeometry())


@pytest.mark.parametrize(
    "damage",
    [
        {"theme": "pink", "chart/page": "poster", "selection": "nobody,hebei"},
        {"theme": 7, "chart/form": ["a", "b"], "selection": QByteArray(b"\x00\xff")},
        {"window/geometry": "no geometry", "window/panes": QByteArray(b"junk")},
        {
            "window/geometry": QByteArray(b"junk"),
            "window/detail": 3.5,
            "export/formats": "exe",
            "export/scale": "big",
            "export/own": "x",
        },
    ],
)
def test_damaged_settings_fall_back_to_the_defaults(
    qtbot: QtBot, app: QApplication, damage: dict[str, object]
) -> None:
    store = stored()
    for key, value in damage.items():
        store.setValue(key, value)
    store.sync()
    user = User(qtbot, open_window(qtbot))
    assert user.heading
    first = "Bars" if user.chosen_rows == ["Hebei"] else "Speaker × theme"
    assert user.chosen_chart_type() == first
    assert user.tree.width() > 100


def test_a_settings_file_that_is_no_settings_file_is_replaced(
    qtbot: QtBot, app: QApplication
) -> None:
    path = Path(stored().fileName())
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"\x00\x01[[[\n=\n]]]\xff")
    user = User(qtbot, open_window(qtbot))
    user.click_row("hebei")
    assert reopened(qtbot, user.window).chosen_rows == ["Hebei"]


def test_the_status_bar_shows_contents_and_source(qtbot: QtBot, user: User) -> None:
    def shown() -> str:
        labels = user.window.statusBar().findChildren(QLabel)
        return " ".join(label.text() for label in labels if label.isVisible())

    qtbot.waitUntil(lambda: "joint interview, 21 October 2022" in shown())
    assert shown().startswith("6 speakers, 127 statements, 49 figures")
