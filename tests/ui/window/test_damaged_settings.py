"""Whatever stands in the settings, the window and its dialogs open."""

import pytest
from PySide6.QtCore import QByteArray, QTimer
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from jjjviewer.ui.shared import settings
from jjjviewer.ui.shared.settings import Setting, stored_settings
from tests.ui.user import User, open_window

_SETTINGS = [each for each in vars(settings).values() if isinstance(each, Setting)]
_DAMAGED = {
    "nothing": "",
    "a number": "-999999999999999999999",
    "JSON of another kind": '[{"unit": [null, {}]}, 7]',
    "JSON that was cut": '{"bars": {"title": "A',
    "signs of all kinds": "\u202e\u0301%00;,\n\n\tx=../../..//\x7f",
    "bytes": QByteArray(bytes(range(256))),
    "a long text": "W,\n" * 20_000,
}
_DIALOGS = ("Export…", "Export data…", "Export report…", "Compare with…")


def leave_dialogs() -> None:
    for each in QApplication.topLevelWidgets():
        if isinstance(each, QDialog) and each.isVisible():
            each.reject()


@pytest.mark.parametrize("kind", _DAMAGED)
def test_damaged_settings_of_all_keys_leave_window_and_dialogs(
    qtbot: QtBot, app: QApplication, kind: str
) -> None:
    store = stored_settings()
    for each in _SETTINGS:
        store._store.setValue(each.key, _DAMAGED[kind])
    user = User(qtbot, open_window(qtbot))
    assert user.model.rowCount() > 0
    assert all(size > 40 for size in user.panes.sizes())
    assert user.text
    assert user.chart.isVisible()
    timer = QTimer(interval=20)
    timer.timeout.connect(leave_dialogs)
    timer.start()
    for words in _DIALOGS:
        user.action(words).trigger()
    timer.stop()
    leave_dialogs()


@pytest.mark.parametrize("setting", _SETTINGS, ids=lambda each: each.key)
def test_a_damaged_setting_falls_back_alone(app: QApplication, setting: Setting[str]) -> None:
    store = stored_settings()
    for each in _SETTINGS:
        store[each] = each.choices[-1] if each.choices else each.default
    before = {each.key: store[each] for each in _SETTINGS}
    store._store.setValue(setting.key, QByteArray(b"\xff\x00crc=1234"))
    now = {each.key: store[each] for each in _SETTINGS}
    assert now == before | {setting.key: setting.default}
