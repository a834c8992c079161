"""Start-up: the tree first, the rest after it; and packs that can't be read."""

import json
import os
import subprocess
import sys
import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QSettings, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from jjjviewer.app import NAME, build
from jjjviewer.model.joined import Joined
from jjjviewer.ui.loader import Loader
from jjjviewer.ui.opening import Opening
from jjjviewer.ui.search import SearchField
from tests.packs import change, copy_of_bundled, counts, load
from tests.ui.user import User, open_window, show

_FIRST_PAINT = """
import json, sys
from jjjviewer.lean import import_leanly
import_leanly()
import PySide6.QtWidgets
from jjjviewer import app
application = app.make_application()
window = app.build(None)
window.grab()
late = (
    "numpy", "pandas", "pyqtgraph", "xlsxwriter", "rapidfuzz", "PySide6.QtNetwork",
    "importlib.metadata", "email", "html", "hashlib", "difflib", "jjjviewer.cli",
    "jjjviewer.charts.text", "jjjviewer.export", "jjjviewer.report",
    "jjjviewer.model.plausibility", "jjjviewer.model.template", "jjjviewer.ui.about",
    "jjjviewer.ui.canvas", "jjjviewer.ui.chart_pane", "jjjviewer.ui.compare_dialog",
    "jjjviewer.ui.data_dialog", "jjjviewer.ui.detail", "jjjviewer.ui.export_dialog",
    "jjjviewer.ui.problems", "jjjviewer.ui.search_results", "jjjviewer.ui.shortcuts",
)
print(json.dumps([name for name in late if name in sys.modules]))
print(json.dumps([name for name in ("QWizard", "QMdiArea") if name in vars(PySide6.QtWidgets)]))
"""


def run(code: str, folder: Path) -> str:
    """Run Python on its own, with settings of its own."""
    # Without a folder of its own it would hand over to a window that is open on this machine.
    names = ("XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_RUNTIME_DIR")
    own = dict.fromkeys(names, str(folder))
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**os.environ, **own},
        capture_output=True,
        text=True,
        check=True,
        timeout=60,
    )
    return done.stdout


def test_nothing_heavy_is_imported_before_the_first_paint(tmp_path: Path) -> None:
    late, _ = run(_FIRST_PAINT, tmp_path).splitlines()
    assert json.loads(late) == []


def test_no_kind_of_widget_is_made_ready_before_the_first_paint_that_is_not_shown(
    tmp_path: Path,
) -> None:
    """PySide does so for all of them when it is asked for a widget that it did not make."""
    _, kinds = run(_FIRST_PAINT, tmp_path).splitlines()
    assert json.loads(kinds) == []


_WATCHED = """
import json, linecache, sys, time
from jjjviewer import app
from jjjviewer.__main__ import main
build = app.build
def build_and_watch(pack):
    window = build(pack)
    watch(window)
    return window
app.build = build_and_watch
"""


def watched(watch: str, folder: Path) -> list[str]:
    """Start the program with its window in the hands of `watch`; what is printed, by lines."""
    return run(f"{_WATCHED}{watch}print(main([]))", folder).splitlines()


_UNTIL_CHART = """
def watch(window):
    from jjjviewer.ui.chart_pane import ChartPane
    show = ChartPane.show_overview
    def tell(pane, overview):
        show(pane, overview)
        late = ("numpy", "pandas", "pyqtgraph", "jjjviewer.charts.registry", "jjjviewer.model.pack")
        print(json.dumps([name for name in late if name in sys.modules]))
        window.close()
    ChartPane.show_overview = tell
"""


def test_the_first_chart_needs_neither_pandas_nor_numpy(tmp_path: Path) -> None:
    late, *_ = watched(_UNTIL_CHART, tmp_path)
    assert json.loads(late) == []


_UNTIL_SHOWN = """
def watch(window):
    def tell(view):
        late = (
            "xlsxwriter", "pypdf", "rapidfuzz", "pyqtgraph",
            "jjjviewer.export", "jjjviewer.model.search",
        )
        print(json.dumps([name for name in late if name in sys.modules]))
        print(json.dumps([name for name in linecache.cache if "pandas" in name]))
        window.close()
    window.view_shown.connect(tell)
"""


def test_what_only_axes_export_and_search_need_is_imported_after_the_first_chart(
    tmp_path: Path,
) -> None:
    late, *_ = watched(_UNTIL_SHOWN, tmp_path)
    assert json.loads(late) == []


def test_no_module_is_read_as_source_when_it_is_imported(tmp_path: Path) -> None:
    _, read, _ = watched(_UNTIL_SHOWN, tmp_path)
    assert json.loads(read) == []


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Loading stands still until this is set."""
    event = threading.Event()
    load = Loader.run

    def wait_and_load(loader: Loader) -> None:
        event.wait(30)
        load(loader)

    monkeypatch.setattr(Loader, "run", wait_and_load)
    return event


def test_the_window_answers_while_it_loads(
    qtbot: QtBot, app: QApplication, held: threading.Event
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    user.click_row("hebei")
    assert user.chosen_rows == ["Hebei"]
    assert user.text == "Loading…"
    assert "Loading…" in user.labels
    assert not user.action("Export…").isEnabled()
    assert not user.action("Copy chart").isEnabled()
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        held.set()
    assert user.heading.startswith("Hebei")
    assert user.action("Export…").isEnabled()


def test_the_first_chart_is_there_before_the_pack_is_loaded_and_stays_where_it_is(
    qtbot: QtBot, app: QApplication, held: threading.Event
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    window.setWindowState(Qt.WindowState.WindowNoState)
    window.resize(1280, 800)
    show(qtbot, window)
    user = User(qtbot, window)
    assert user.canvas.isVisible()
    early = [(mark.words, user.canvas.rect_of(mark)) for mark in user.canvas.marks]
    assert "Yu Bo, Ecology: 14" in dict(early)
    assert user.text == "Loading…"
    assert not user.action("Export…").isEnabled()
    user.click_mark(user.canvas.marks[0])
    assert user.chosen_rows == ["Beijing-Tianjin-Hebei"]
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        held.set()
    assert [(mark.words, user.canvas.rect_of(mark)) for mark in user.canvas.marks] == early
    user.click_mark(user.canvas.marks[0])
    assert len(user.tinted) == 14


@pytest.mark.parametrize(("key", "value"), [("chart/form", "map"), ("selection", "hebei")])
def test_what_is_remembered_is_not_preceded_by_another_chart(
    qtbot: QtBot, app: QApplication, held: threading.Event, key: str, value: str
) -> None:
    ini, of_user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings(ini, of_user, NAME, NAME).setValue(key, value)
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    assert not user.canvas.isVisible()
    assert "Loading…" in user.labels
    held.set()


def test_a_choice_made_between_the_chart_and_the_text_is_shown_once_in_all_panes(
    qtbot: QtBot, app: QApplication, held: threading.Event
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    opening, field = window.findChild(Opening), window.findChild(SearchField)
    assert isinstance(opening, Opening)
    assert isinstance(field, SearchField)
    shown: list[str] = []
    window.view_shown.connect(lambda view: shown.append(view.name))
    opening.loaded.connect(lambda _: user.click_row("hebei"))
    with qtbot.waitSignal(field.ready, timeout=30_000):
        held.set()
    assert shown == ["Hebei"]
    assert user.heading.startswith("Hebei")
    assert window.windowTitle().startswith("Hebei")


def test_a_window_closed_while_loading_closes(qtbot: QtBot, app: QApplication) -> None:
    window = build(None)
    qtbot.addWidget(window)
    window.show()
    assert window.close()
    assert not window.isVisible()


def test_a_pack_that_is_asked_for_is_opened(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", lambda rows: rows[0].update(name="Somebody Else"))
    user = User(qtbot, open_window(qtbot, pack))
    assert "Somebody Else" in user.text


def test_a_broken_pack_is_named_with_the_remedy_and_the_bundled_one_opened(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", lambda rows: rows[0].update(region_id="bejing"))
    user = User(qtbot, open_window(qtbot, pack))
    assert user.listed_problems == [
        "speakers.csv row 2: region_id 'bejing' is not in regions.csv. Did you mean 'beijing'?"
    ]
    assert "The interview that comes with the program is shown instead." in user.labels
    assert "pack was not opened, for one error." in user.labels
    assert "Wang Youguo" in user.text
    user.click(user.button("✕"))
    assert "shown instead" not in user.labels


def test_a_pack_that_is_not_there_is_said_to_be_missing(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    user = User(qtbot, open_window(qtbot, tmp_path / "nowhere"))
    (problem,) = user.listed_problems
    assert problem.endswith("nowhere: nothing is there. Check the path.")


def test_without_any_pack_the_window_says_how_to_mend_it(
    qtbot: QtBot, app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("jjjviewer.ui.opening.bundled_pack", lambda: tmp_path)
    window = build(None)
    qtbot.addWidget(window)
    window.show()
    user = User(qtbot, window)
    assert "Install the program again." in user.text
    assert "Install the program again." in user.labels
    assert user.model.rowCount() == 0
    assert not user.action("Export…").isEnabled()


def test_data_that_fails_to_load_says_so_in_the_panes(
    qtbot: QtBot, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Joined, "_join_links", lambda _: 1 / 0)
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    qtbot.waitUntil(lambda: "could not be loaded" in user.text)
    assert "The data could not be loaded: division by zero" in user.labels


def test_a_remembered_selection_that_is_gone_is_left_out(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    first = User(qtbot, open_window(qtbot))
    first.click_row("miyun")
    first.window.close()
    pack = copy_of_bundled(tmp_path)
    for table in ("mentions", "link_places"):
        change(pack, table, lambda rows: keep_without(rows, "miyun"))
    change(pack, "figures", lambda rows: [row.update(place_id="") for row in rows])
    change(pack, "entities", lambda rows: keep_without(rows, "miyun"))
    later = User(qtbot, open_window(qtbot, pack))
    assert later.chosen_rows == ["Beijing-Tianjin-Hebei"]


def keep_without(rows: list[dict[str, str]], entity: str) -> None:
    rows[:] = [row for row in rows if row["entity_id"] != entity]
    for row in rows:
        if row.get("parent_id") == entity:
            row["parent_id"] = ""


def test_a_pack_of_thousands_stays_quick_and_says_what_the_text_leaves_out(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "statements", lambda rows: multiply(rows, "statement_id"))
    change(pack, "figures", lambda rows: multiply(rows, "figure_id"))
    user = User(qtbot, open_window(qtbot, pack))
    statements, figures = counts(load())
    assert f"{30 * statements:,} statements" in user.status
    assert user.figure_count == 30 * figures
    assert "statements more: choose less at a time to read them." in user.text
    user.click_row("tourism-culture")
    assert "choose less" not in user.text


def multiply(rows: list[dict[str, str]], key: str) -> None:
    """Repeat the rows thirty times, under further ids."""
    more = [row | {key: f"{row[key]}x{n}"} for n in range(29) for row in rows]
    rows.extend(more)


def test_the_program_starts_shows_its_window_and_ends(tmp_path: Path) -> None:
    assert watched(_UNTIL_SHOWN, tmp_path)[-1] == "0"


def test_what_has_nothing_says_so_in_every_pane(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    unspoken = {"theme_id": "unspoken", "label": "Unspoken", "label_zh": "", "sort": "99"}
    change(pack, "themes", lambda rows: rows.append(unspoken))
    user = User(qtbot, open_window(qtbot, pack))
    user.click_row("unspoken")
    assert user.heading.startswith("Unspoken")
    assert "Nobody spoke on this theme." in user.text
    assert "Nobody gave a figure on this theme." in user.labels
    assert "Nothing to draw" in user.labels
    assert user.forms() == []
    assert not user.action("Export…").isEnabled()


def test_very_many_rows_at_once_keep_a_readable_heading(qtbot: QtBot, app: QApplication) -> None:
    user = User(qtbot, open_window(qtbot))
    user.tree.expandAll()
    user.tree.selectAll()
    assert user.heading.endswith("…")
    assert len(user.window.windowTitle()) < 200
    assert user.canvas.marks


_UNTIL_LOADED = """
import enum, threading
made, make = [], enum.EnumType._create_
def make_and_tell(cls, name, *names, **more):
    if threading.current_thread() is not threading.main_thread():
        made.append(name)
    return make(cls, name, *names, **more)
enum.EnumType._create_ = make_and_tell
def watch(window):
    from PySide6.QtCore import QTimer
    patience = time.monotonic() + 30
    def look():
        soon = ("pyqtgraph", "rapidfuzz", "jjjviewer.export", "jjjviewer.ui.search_results")
        missing = [name for name in soon if name not in sys.modules]
        if not missing or time.monotonic() > patience:
            print(json.dumps(missing))
            print(json.dumps(made))
            window.close()
    timer = QTimer(window, interval=20)
    timer.timeout.connect(look)
    timer.start()
"""


def test_what_the_first_key_axis_and_export_need_is_there_before_they_ask_for_it(
    tmp_path: Path,
) -> None:
    missing, *_ = watched(_UNTIL_LOADED, tmp_path)
    assert json.loads(missing) == []


def test_no_class_of_qt_is_made_ready_outside_the_thread_of_the_window(tmp_path: Path) -> None:
    """Two threads that make one ready at the same time end the program, once in a while."""
    _, made, *_ = watched(_UNTIL_LOADED, tmp_path)
    assert json.loads(made) == []
