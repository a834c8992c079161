"""Twelve states of the window in light and dark, as pictures to look at.

    python -m tests.ui.pictures FOLDER [WIDTHxHEIGHT] [TEXT SIZE IN PERCENT]

They are for the eye: nothing compares them.
"""

import os
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from unittest.mock import patch

from PySide6.QtCore import QEventLoop, QSettings, Qt, QTimer, SignalInstance
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from jjjviewer.app import build, make_application
from jjjviewer.charts.types.bars import Bars
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.packs.pack_opener import PackOpener
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.shared.settings import HINT
from jjjviewer.ui.window.main_window import MainWindow
from tests.packs import change, copy_of_bundled, put

CONTROL = Qt.KeyboardModifier.ControlModifier


def wait_for(signal: SignalInstance, do: Callable[[], object]) -> None:
    """Do something and wait for what it brings about."""
    loop = QEventLoop()
    signal.connect(loop.quit)
    QTimer.singleShot(0, loop, do)
    loop.exec()


def choose(window: MainWindow, *ids: str) -> None:
    from jjjviewer.model.selection import Selection

    window.navigation.follow(Selection(ids))


def chart_of(window: MainWindow) -> ChartPane:
    pane = window.findChild(ChartPane)
    assert isinstance(pane, ChartPane)
    return pane


def search(window: MainWindow, typed: str) -> None:
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    field.begin()
    QTest.keyClicks(field, typed)


def nothing(window: MainWindow) -> None:
    """Leave the window as it opens."""


def open_table(window: MainWindow) -> None:
    choose(window, "chai-baoliang")
    chart_of(window)._foot._tabs.setCurrentIndex(1)


def fail_a_chart(window: MainWindow) -> None:
    with patch.object(Bars, "chart", side_effect=ValueError("a fault for the picture")):
        choose(window, "kang-yanmin")


def refuse_a_pack(window: MainWindow) -> None:
    with tempfile.TemporaryDirectory() as folder:
        pack = copy_of_bundled(Path(folder))
        change(pack, "figures", put(2, value="many", unit_id="furlong"))
        opener = window.findChild(PackOpener)
        assert isinstance(opener, PackOpener)
        wait_for(opener.refused, lambda: window.open_pack(pack))


def reach_a_mark(window: MainWindow) -> None:
    choose(window, "hebei")
    chart_of(window).take_focus()
    QTest.keyClick(chart_of(window)._canvas, Qt.Key.Key_Right)


STATES: dict[str, Callable[[MainWindow], object]] = {
    "01-everything": nothing,
    "02-region": lambda window: choose(window, "hebei"),
    "03-speaker": lambda window: choose(window, "yin-xiangjie"),
    "04-theme": lambda window: choose(window, "ecology"),
    "05-place": lambda window: choose(window, "guanting"),
    "06-compared": lambda window: choose(window, "beijing", "tianjin", "hebei"),
    "07-search": lambda window: search(window, "forest"),
    "08-nothing-found": lambda window: search(window, "qqqqqqqq"),
    "09-table": open_table,
    "10-mark-by-keys": reach_a_mark,
    "11-chart-that-fails": fail_a_chart,
    "12-pack-refused": refuse_a_pack,
}
DIALOGS = {"keys": "shortcuts", "about": "about", "export": "export", "export-data": "export_data"}
"""Names of dialogs, and of the actions that open them."""


def picture(widget: QWidget, path: Path) -> None:
    # Twice: what is out of sight comes after the paint.
    for _ in range(2):
        QApplication.processEvents()
    widget.grab().save(str(path))
    print(path)


def window_on_bundled(size: tuple[int, int], mode: str, text_size: str) -> MainWindow:
    store = QSettings(
        QSettings.Format.IniFormat, QSettings.Scope.UserScope, "jjjviewer", "jjjviewer"
    )
    store.clear()
    store.setValue("theme", mode)
    store.setValue("text/size", text_size)
    store.setValue(HINT.key, "seen")
    store.sync()
    window = build(None)
    # Without a screen there is a small one, which the window would fill.
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(*size)
    wait_for(window.view_shown, window.show)
    window.activateWindow()
    return window


def take_all(folder: Path, size: tuple[int, int], text_size: str) -> None:
    for mode in ("light", "dark"):
        for name, bring_about in STATES.items():
            window = window_on_bundled(size, mode, text_size)
            bring_about(window)
            picture(window, folder / f"{name}-{mode}.png")
            window.close()
        window = window_on_bundled(size, mode, text_size)
        for name, action in DIALOGS.items():
            take_dialog(window, action, folder / f"dialog-{name}-{mode}.png")
        window.close()


def take_dialog(window: MainWindow, action: str, path: Path) -> None:
    def take() -> None:
        dialog = QApplication.activeModalWidget()
        assert dialog is not None
        picture(dialog, path)
        dialog.close()

    QTimer.singleShot(0, take)
    getattr(window.menu_actions, action).trigger()
    QApplication.processEvents()


def main(arguments: list[str]) -> None:
    folder = Path(arguments[0])
    folder.mkdir(parents=True, exist_ok=True)
    wide, _, high = (arguments[1] if len(arguments) > 1 else "1280x800").partition("x")
    with tempfile.TemporaryDirectory() as settings:
        scope = QSettings.Scope.UserScope
        QSettings.setPath(QSettings.Format.IniFormat, scope, settings)
        application = make_application()
        take_all(folder, (int(wide), int(high)), arguments[2] if len(arguments) > 2 else "100")
        application.quit()


if __name__ == "__main__":
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    main(sys.argv[1:])
