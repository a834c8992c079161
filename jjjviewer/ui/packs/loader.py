"""Loading a pack in a thread, so that the window stays responsive."""

import threading
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from jjjviewer.charts.registry import chart_types_for, uncharted
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.errors import PackError
from jjjviewer.model.search import Search
from jjjviewer.model.tables import read_tables
from jjjviewer.model.validation.row_warnings import find_warnings
from jjjviewer.model.view import View
from jjjviewer.ui.packs.contents import Contents, contents_of

_LONGEST_WAIT = 5.0
"""In seconds: as long the pack may take to be painted before its rows are checked."""


class Loaded(NamedTuple):
    """A pack that can be shown."""

    contents: Contents
    dataset: Dataset


class _Cancelled(Exception):  # noqa: N818  # nothing went wrong
    pass


class Loader(QThread):
    """Loads one pack.

    Args:
        path: its folder, .zip or descriptor.
        parent: the Qt parent.
    """

    progressed = Signal(int)
    """The progress of reading and validating, in percent."""
    loaded = Signal(object)
    """The pack, as `Loaded`."""
    checked = Signal(object)
    """The `RowWarnings` of the pack that was loaded, which take a tenth of the whole time."""
    searchable = Signal(object)
    """The pack's `Search`, emitted last: nobody searches before the pack is shown."""
    refused = Signal(object)
    """The `PackError` that says what is wrong with it."""
    failed = Signal(object)
    """The exception, where the program itself failed."""

    def __init__(self, path: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._path = path
        self._percent = 0
        self._cancelled = False
        self._is_shown = threading.Event()

    def cancel(self) -> None:
        """Stop as soon as possible, without a signal."""
        self._cancelled = True
        self._is_shown.set()

    def go_on(self) -> None:
        """Check the rows, for the pack is shown."""
        self._is_shown.set()

    def run(self) -> None:
        try:
            tables = read_tables(self._path, self._report_progress)
            contents = contents_of(tables)
            dataset = Dataset(tables, contents.index)
            named = tables.named
            # The frames have taken its place.
            del tables
            self._prepare(dataset.view(contents.first))
            self._report_progress(1)
            self.loaded.emit(Loaded(contents, dataset))
            # While the first view is painted, this thread would halt the window.
            self._is_shown.wait(_LONGEST_WAIT)
            self._report_progress(1)
            warnings = find_warnings(dataset.frames, dataset.source, named)
            self._report_progress(1)
            self.checked.emit(warnings)
            search = Search(dataset)
            self._report_progress(1)
            self.searchable.emit(search)
        except _Cancelled:
            return
        except PackError as error:
            self.refused.emit(error)
        except Exception as error:
            self.failed.emit(error)

    def _prepare(self, view: View) -> None:
        """Evaluate what the window needs to show the first view at once."""
        chart_types = chart_types_for(view)
        uncharted(view, chart_types)
        for chart_type in chart_types[:1]:
            chart_type.chart(view)

    def _report_progress(self, done: float) -> None:
        if self._cancelled:
            raise _Cancelled
        if (percent := int(100 * done)) != self._percent:
            self._percent = percent
            self.progressed.emit(percent)
