"""What an earlier version stored is still read."""

import os
from pathlib import Path

import pytest
from PySide6.QtCore import QByteArray, QSettings

from jjjviewer.paths import path_of
from jjjviewer.ui.shared import settings
from jjjviewer.ui.shared.settings import GEOMETRY, PACK, PANES, Setting, Settings

_KEYS_OF_0_1 = """
chart/form chart/page data/folder data/format export/folder export/footer export/formats
export/header export/own export/scale export/shapes export/size export/theme export/transparent
hint pack recent selection text/size theme window/detail window/geometry window/panes
"""


def test_the_setting_keys_of_the_first_version_still_exist() -> None:
    keys = {each.key for each in vars(settings).values() if isinstance(each, Setting)}
    assert keys >= set(_KEYS_OF_0_1.split())


@pytest.fixture
def store(tmp_path: Path) -> QSettings:
    return QSettings(str(tmp_path / "settings.ini"), QSettings.Format.IniFormat)


STATE = QByteArray(bytes(range(40)))


def test_the_state_of_a_widget_comes_back(store: QSettings) -> None:
    Settings(store)[PANES] = STATE
    assert Settings(store)[PANES] == STATE
    # As earlier versions stored it.
    store.setValue(PANES.key, STATE)
    assert Settings(store)[PANES] == STATE


@pytest.mark.parametrize("at", range(0, 40, 7))
def test_a_damaged_state_falls_back_alone(store: QSettings, at: int) -> None:
    Settings(store)[PANES] = STATE
    Settings(store)[GEOMETRY] = STATE
    stored = bytearray(store.value(PANES.key).data())
    stored[at] ^= 1
    store.setValue(PANES.key, QByteArray(bytes(stored)))
    assert Settings(store)[PANES] == PANES.default
    assert Settings(store)[GEOMETRY] == STATE


NAMES = [b"plain", "采访".encode(), b"per%20cent", b"two\nlines", b"not utf-8 \xff\xfe", b"a;b,c"]


@pytest.mark.parametrize("name", NAMES)
def test_a_path_of_any_name_is_remembered(store: QSettings, tmp_path: Path, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    Settings(store)[PACK] = path.as_uri()
    store.sync()
    again = QSettings(store.fileName(), QSettings.Format.IniFormat)
    assert path_of(Settings(again)[PACK]) == path
    assert len(Settings(again)[PACK].splitlines()) == 1
    # As earlier versions stored it.
    assert path_of(str(path)) == path
