"""Start-up as a whole process: what is imported, and made ready, by which moment and where."""

import json
import os
import subprocess
import sys
from pathlib import Path

_FIRST_PAINT = """
import json, sys
from jjjviewer import startup
startup.begin()
import PySide6.QtWidgets
from jjjviewer import app
application = app.make_application()
window = app.build(None)
window.grab()
late = (
    "numpy", "pandas", "pyqtgraph", "xlsxwriter", "rapidfuzz", "PySide6.QtNetwork",
    "python_calamine", "typst", "PySide6.QtPrintSupport",
    "importlib.metadata", "email", "html", "hashlib", "difflib", "jjjviewer.cli",
    "jjjviewer.charts.text", "jjjviewer.export.chart",
    "jjjviewer.model.validation.row_warnings", "jjjviewer.model.template",
    "jjjviewer.ui.window.about_dialog",
    "jjjviewer.ui.shared.canvas", "jjjviewer.ui.chart.chart_pane",
    "jjjviewer.ui.window.compare_dialog", "jjjviewer.ui.packs.data_dialog",
    "jjjviewer.ui.detail.detail_pane", "jjjviewer.ui.export.export_dialog",
    "jjjviewer.ui.export.report_dialog",
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


_UNTIL_SHOWN = """
def watch(window):
    def tell(view):
        late = ("xlsxwriter", "pypdf", "pyqtgraph")
        print(json.dumps([name for name in late if name in sys.modules]))
        print(json.dumps([name for name in linecache.cache if "pandas" in name]))
        window.close()
    window.view_shown.connect(tell)
"""


def test_libraries_that_only_export_and_live_plots_need_are_not_imported_for_the_first_chart(
    tmp_path: Path,
) -> None:
    late, *_ = watched(_UNTIL_SHOWN, tmp_path)
    assert json.loads(late) == []


def test_no_module_is_read_as_source_when_it_is_imported(tmp_path: Path) -> None:
    _, read, _ = watched(_UNTIL_SHOWN, tmp_path)
    assert json.loads(read) == []


def test_the_program_starts_shows_its_window_and_ends(tmp_path: Path) -> None:
    assert watched(_UNTIL_SHOWN, tmp_path)[-1] == "0"


_UNTIL_IMPORTED = """
def watch(window):
    from PySide6 import QtCore, QtGui, QtWidgets
    def events():
        modules = QtCore, QtGui, QtWidgets
        return {name for each in modules for name in vars(each) if name.endswith("Event")}
    before = set()
    def tell():
        print(json.dumps(sorted(events() - before)))
        window.close()
    window._importer.started.connect(lambda: before.update(events()))
    window._importer.finished.connect(tell)
"""


def test_no_event_class_of_qt_is_initialised_outside_the_thread_of_the_window(
    tmp_path: Path,
) -> None:
    """PySide initialises a class when it is first used, which two threads must not do at once.

    Until the panes are there, the window's own thread uses new classes for events only.
    """
    initialised, *_ = watched(_UNTIL_IMPORTED, tmp_path)
    assert json.loads(initialised) == []
