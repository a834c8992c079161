"""Start-up as a whole process: what is imported, and made ready, by which moment and where."""

import json
import os
import subprocess
import sys
from pathlib import Path

_FIRST_PAINT = """
import json, sys
from jjjviewer.startup_tuning import import_leanly
import_leanly()
import PySide6.QtWidgets
from jjjviewer import app
application = app.make_application()
window = app.build(None)
window.grab()
late = (
    "numpy", "pandas", "pyqtgraph", "xlsxwriter", "rapidfuzz", "PySide6.QtNetwork",
    "importlib.metadata", "email", "html", "hashlib", "difflib", "jjjviewer.cli",
    "jjjviewer.charts.text", "jjjviewer.export.chart", "jjjviewer.versions",
    "jjjviewer.model.row_warnings", "jjjviewer.model.template", "jjjviewer.ui.window.about_dialog",
    "jjjviewer.ui.shared.canvas", "jjjviewer.ui.chart.chart_pane",
    "jjjviewer.ui.window.compare_dialog", "jjjviewer.ui.packs.data_dialog",
    "jjjviewer.ui.detail.detail_pane", "jjjviewer.ui.export.export_dialog",
    "jjjviewer.ui.packs.problems_panel", "jjjviewer.ui.search.results",
    "jjjviewer.ui.window.shortcut_sheet",
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
    from jjjviewer.ui.chart.chart_pane import ChartPane
    show = ChartPane.show_overview
    def tell(pane, overview):
        show(pane, overview)
        late = ("numpy", "pandas", "pyqtgraph", "jjjviewer.charts.registry")
        late += ("jjjviewer.model.dataset",)
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
            "jjjviewer.export.chart", "jjjviewer.model.search",
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


def test_the_program_starts_shows_its_window_and_ends(tmp_path: Path) -> None:
    assert watched(_UNTIL_SHOWN, tmp_path)[-1] == "0"


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
        soon = ("rapidfuzz", "jjjviewer.export.chart", "jjjviewer.ui.search.results")
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
