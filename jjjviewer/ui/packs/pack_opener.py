"""Opening packs, one at a time, in the background."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import NotAPackError, PackError
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.search import Search
from jjjviewer.model.validation.row_warnings import RowWarnings
from jjjviewer.paths import bundled_pack, path_of
from jjjviewer.ui.packs.loader import Loaded, Loader
from jjjviewer.ui.shared.progress import ProgressLine
from jjjviewer.ui.shared.save_path import folder_or_documents
from jjjviewer.ui.shared.settings import PACK, RECENT, Settings

_MOST_RECENT = 8


class PackOpener(ProgressLine):
    """Shows the progress of opening a pack, and lets the user cancel it.

    Hidden while no pack is being opened.

    Args:
        settings: where the last pack and recent packs are saved.
        parent: the Qt parent.
    """

    chosen = Signal(object)
    """The path of a pack that the user chose in a dialog."""
    unreadable = Signal(str)
    """Why even the bundled pack can't be shown, and the remedy."""
    loaded = Signal(object)
    """The pack, as `Loaded`."""
    checked = Signal(object)
    """The `RowWarnings` of the pack that was loaded last."""
    searchable = Signal(object)
    """The `Search` of the pack that was loaded last."""
    refused = Signal(object, object)
    """The path of the pack, and the `PackError` that says what is wrong with it."""
    failed = Signal(object)
    """The exception, where the program itself failed."""
    cancelled = Signal()

    def __init__(self, settings: Settings, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._loader: Loader | None = None
        """The loader of the pack that is being opened."""
        self._indexer: Loader | None = None
        """The loader of the open pack, of which rows or search may not be ready."""
        self._pack = Path()
        self._is_bundled = False
        self.stopped.connect(self._cancel)

    @property
    def recent(self) -> list[Path]:
        """Recently opened packs, the latest first."""
        # No other path than a whole one was ever stored.
        paths = map(path_of, self._settings[RECENT].splitlines())
        return [path for path in paths if path.is_absolute()]

    def ask_for_file(self) -> None:
        """Let the user choose a pack's .zip or workbook, or its descriptor."""
        kinds = tr("Packs (*.zip *.xlsx *.ods {descriptor})", descriptor=DESCRIPTOR)
        name, _ = QFileDialog.getOpenFileName(self, tr("Open pack"), self._folder(), kinds)
        if name:
            self.chosen.emit(Path(name))

    def ask_for_folder(self) -> None:
        """Let the user choose the folder of a pack."""
        name = QFileDialog.getExistingDirectory(self, tr("Open pack folder"), self._folder())
        if name:
            self.chosen.emit(Path(name))

    def _folder(self) -> str:
        """Return the folder where packs are looked for: that of the last one."""
        last = next((str(pack.parent) for pack in self.recent), "")
        return str(folder_or_documents(last))

    def open(self, pack: Path) -> None:
        """Start opening a pack, and cancel one that is being opened."""
        pack = pack.absolute()
        if pack.name == DESCRIPTOR:
            pack = pack.parent
        self._start(pack)
        self._is_bundled = False
        self.begin(tr("Opening {name}…", name=pack.name or pack))

    def open_bundled(self) -> None:
        """Start opening the bundled pack, without showing progress."""
        try:
            pack = bundled_pack()
        except FileNotFoundError as error:
            self._report_unreadable(error)
        else:
            self._start(pack)
            self._is_bundled = True

    def go_on(self) -> None:
        """Prepare what the open pack does not need to be shown, for it is shown."""
        if self._indexer is not None:
            self._indexer.go_on()

    def stop(self) -> None:
        """Cancel opening, and wait until the threads have ended."""
        self._give_up()
        for loader in self.findChildren(Loader):
            loader.cancel()
            loader.wait()

    def _start(self, pack: Path) -> None:
        self._give_up()
        self._pack = pack
        self._loader = loader = Loader(pack, self)
        loader.progressed.connect(self._show_progress)
        loader.loaded.connect(self._finish)
        loader.checked.connect(self._pass_on_warnings)
        loader.searchable.connect(self._pass_on_search)
        loader.refused.connect(self._refuse)
        loader.failed.connect(self._fail)
        loader.finished.connect(loader.deleteLater)
        loader.start()

    def _give_up(self) -> None:
        """Drop the loader; its later signals are ignored."""
        if self._loader is not None:
            self._loader.cancel()
        self._end()

    def _cancel(self) -> None:
        self._give_up()
        self.cancelled.emit()

    def _show_progress(self, percent: int) -> None:
        if self._is_current():
            self.advance(percent)

    def _finish(self, loaded: Loaded) -> None:
        if self._is_current():
            self._indexer = self._loader
            self._end()
            self._remember(loaded.contents.path)
            self.loaded.emit(loaded)

    def _pass_on_warnings(self, warnings: RowWarnings) -> None:
        if self.sender() is self._indexer:
            self.checked.emit(warnings)

    def _pass_on_search(self, search: Search) -> None:
        if self.sender() is self._indexer:
            self._indexer = None
            self.searchable.emit(search)

    def _refuse(self, error: PackError) -> None:
        if not self._is_current():
            return
        self._end()
        if isinstance(error, NotAPackError):
            self._store([pack for pack in self.recent if pack != self._pack])
        if self._is_bundled:
            self._report_unreadable(error)
        else:
            self.refused.emit(self._pack, error)

    def _report_unreadable(self, error: Exception) -> None:
        words = tr(
            "The interview that comes with the program can't be read. "
            "Install the program again.\n{error}"
        )
        self.unreadable.emit(words.format(error=error))

    def _fail(self, error: Exception) -> None:
        if self.sender() is self._indexer:
            raise error  # The pack is shown; the dialog for uncaught errors reports it.
        if self._is_current():
            self._end()
            self.failed.emit(error)

    def _is_current(self) -> bool:
        """Return whether the current signal comes from the loader that was started last."""
        return self._loader is not None and self.sender() is self._loader

    def _end(self) -> None:
        self._loader = None
        self.hide()

    def _remember(self, pack: Path) -> None:
        self._settings[PACK] = "" if pack == bundled_pack() else pack.as_uri()
        # Bundled packs have menu entries of their own.
        if pack.parent != bundled_pack().parent:
            self._store([pack, *(other for other in self.recent if other != pack)])

    def _store(self, packs: Sequence[Path]) -> None:
        self._settings[RECENT] = "\n".join(pack.as_uri() for pack in packs[:_MOST_RECENT])
