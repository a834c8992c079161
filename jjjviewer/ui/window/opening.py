"""Shows what comes of opening a pack: its tree and data, or why it can't be opened."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import NoDescriptorError, PackError
from jjjviewer.model.validation.row_warnings import RowWarnings
from jjjviewer.paths import bundled_pack
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.packs.loader import Loaded
from jjjviewer.ui.packs.pack_opener import PackOpener
from jjjviewer.ui.packs.pack_watch import PackWatch
from jjjviewer.ui.packs.problems_panel import ProblemsPanel
from jjjviewer.ui.packs.source_dialog import SourceDialog
from jjjviewer.ui.shared import errors, wording
from jjjviewer.ui.shared.view_pane import restorer_of
from jjjviewer.ui.window.main_window import MainWindow

_SETTLED = 50
"""Milliseconds after which a view that is shown has been painted."""


class Opening(QObject):
    """Connects the opener of packs with the window.

    Args:
        opener: loads packs.
        problems: lists what is wrong with one.
        chart: the pane that can show the report of an error.
        window: the window.
    """

    def __init__(
        self, opener: PackOpener, problems: ProblemsPanel, chart: ChartPane, window: MainWindow
    ) -> None:
        super().__init__(window)
        self._opener = opener
        self._problems = problems
        self._chart = chart
        self._window = window
        window.pack_left.connect(self._leave_pack)
        # Beside the painting its thread would halt the window.
        window.view_shown.connect(lambda: QTimer.singleShot(_SETTLED, opener, opener.go_on))
        opener.chosen.connect(self.open_pack)
        opener.loaded.connect(self._show_loaded)
        opener.checked.connect(self._show_warnings)
        opener.searchable.connect(window.search.set_search)
        opener.refused.connect(self._show_refused)
        opener.unreadable.connect(self._show_fault)
        opener.failed.connect(self._show_failed)
        opener.cancelled.connect(self._fall_back)
        self._watch = PackWatch(self)
        self._watch.changed.connect(self._reload)
        self._reloaded: Path | None = None
        """The pack that is being read again, to be shown as it is shown now."""

    def reload(self) -> None:
        """Read the open pack again; what is selected stays, and all of it if it can't be read."""
        if self._window.contents is not None:
            self._reload(self._window.contents.path)

    def _reload(self, pack: Path) -> None:
        self.open_pack(pack)
        self._reloaded = pack

    def open_pack(self, pack: Path | None) -> None:
        """Open a pack, None the bundled one; what is open stays until it is loaded."""
        self._problems.hide()
        self._reloaded = None
        if pack is None:
            self._opener.open_bundled()
        else:
            self._opener.open(pack)

    def _show_loaded(self, loaded: Loaded) -> None:
        window, contents = self._window, loaded.contents
        is_in_tree = (
            window.dataset is None
            and window.contents is not None
            and window.contents.path == contents.path
        )
        visit, restore = window.navigation.history.current, restorer_of(window.navigation.panes)
        is_same = window.dataset is not None and contents.path == self._reloaded
        if not is_in_tree:
            window.show_tree(contents)
            window.notice.show_message("")
            # The user may have reopened them; they would lead to rows of the last pack.
            self._problems.hide()
        window.menu_actions.set_recent(self._opener.recent)
        window.show_pack(contents, loaded.dataset)
        if is_same and loaded.dataset.holds(*visit):
            window.navigation.go_to(visit)
            restore()
        is_own = contents.path.parent == bundled_pack().parent
        self._watch.watch(None if is_own else contents.path)

    def _show_warnings(self, warnings: RowWarnings) -> None:
        """Mark the rows that are warned of, and show what is shown with their marks."""
        window, dataset = self._window, self._window.dataset
        if dataset is None:
            return
        dataset.mark(warnings)
        if dataset.problems:
            window.notice.show_message(wording.problems(dataset.problems), more=True)
        if dataset.warnings:
            window.navigation.show_again()

    def _leave_pack(self) -> None:
        self._chart.forget()
        self._show_message(tr("Loading…"))

    def _show_refused(self, pack: Path, error: PackError) -> None:
        self._window.menu_actions.set_recent(self._opener.recent)
        if isinstance(error, NoDescriptorError):
            dialog = SourceDialog(pack, self._window)
            dialog.described.connect(self.open_pack)
            dialog.open()
        else:
            self._problems.show_errors(pack, error.problems)
        self._fall_back()

    def _fall_back(self) -> None:
        """Keep what is open; where nothing is yet, open the bundled pack and say so."""
        window = self._window
        if window.contents is None:
            if window.show_bundled_tree():
                words = tr("The interview that comes with the program is shown instead.")
                window.notice.show_message(words)
            self._opener.open_bundled()
        elif window.dataset is None:
            # Its loading was cancelled for the other pack.
            self._opener.open(window.contents.path)

    def _show_failed(self, error: Exception) -> None:
        window = self._window
        if window.contents is None or window.dataset is not None:
            # Another pack failed while one is open: the dialog for uncaught errors reports it.
            self._fall_back()
            raise error
        fault = tr("The data could not be loaded: {error}").format(error=error)
        self._show_message(fault)
        self._chart.show_message(fault, errors.record(error))

    def _show_fault(self, fault: str) -> None:
        self._window.notice.show_message(fault)
        self._show_message(fault)

    def _show_message(self, message: str) -> None:
        for pane in self._window.navigation.panes:
            pane.show_message(message)
