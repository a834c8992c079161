"""Opening packs: one at a time, in the background, what was open staying until it is whole."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QMimeData, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import NotAPackError, PackError
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from jjjviewer.ui.packs.loader import Contents, Loaded, Loader, contents_of
from jjjviewer.ui.packs.qt_classes import make_ready
from jjjviewer.ui.shared.painting import after_next_paint
from jjjviewer.ui.shared.progress import ProgressLine
from jjjviewer.ui.shared.settings import PACK, RECENT, Settings

if TYPE_CHECKING:
    from jjjviewer.model.search import Search

_MOST_RECENT = 8


class PackOpener(ProgressLine):
    """Shows which pack is being opened and how far it is, and can be told to stop.

    Hidden while nothing is opened.

    Args:
        settings: they hold the pack of the last time, and those that were opened before.
        parent: as everywhere in Qt.
    """

    chosen = Signal(object)
    """The path of a pack that the user chose in a dialog."""
    readable = Signal(object)
    """The bundled pack as far as its tree needs it, as `Contents`; call `complete` for the rest."""
    unreadable = Signal(str)
    """Why not even the bundled pack can be shown, and the remedy."""
    loaded = Signal(object)
    """The pack, as `Loaded`; call `go_on` when it is shown."""
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
        self._pack = Path()
        self.stopped.connect(self._cancel)

    @property
    def recent(self) -> list[Path]:
        """The packs that were opened before, the latest first."""
        return [Path(line) for line in self._settings[RECENT].splitlines() if line]

    @property
    def is_busy(self) -> bool:
        """Whether a pack is being opened."""
        return self._loader is not None

    def wanted(self, asked: Path | None) -> Path | None:
        """The pack that is asked for, or else the one that was open last; none is the bundled."""
        remembered = self._settings[PACK]
        return asked or (Path(remembered) if remembered else None)

    def open_bundled(self) -> None:
        """Read the pack that comes with the program at once, since it is small."""
        try:
            contents = contents_of(read_tables(bundled_pack()))
        except (PackError, OSError) as error:
            words = tr(
                "The interview that comes with the program can't be read. "
                "Install the program again.\n{error}"
            )
            self.unreadable.emit(words.format(error=error))
        else:
            self.readable.emit(contents)

    def ask_for_file(self) -> None:
        """Let the user choose a pack's .zip or its descriptor."""
        kinds = tr("Packs (*.zip {descriptor})", descriptor=DESCRIPTOR)
        name, _ = QFileDialog.getOpenFileName(self, tr("Open pack"), self._near(), kinds)
        if name:
            self.chosen.emit(Path(name))

    def ask_for_folder(self) -> None:
        """Let the user choose the folder of a pack."""
        name = QFileDialog.getExistingDirectory(self, tr("Open pack folder"), self._near())
        if name:
            self.chosen.emit(Path(name))

    def _near(self) -> str:
        """The folder to look for packs in: where the last one was."""
        return str(next((pack.parent for pack in self.recent), Path.home()))

    def open(self, pack: Path) -> None:
        """Begin to open a pack; another one that was being opened is given up."""
        pack = pack.absolute()
        if pack.name == DESCRIPTOR:
            pack = pack.parent
        self._start(Loader(pack, self))
        self._pack = pack
        self.begin(tr("Opening {name}…", name=pack.name or pack))

    def complete(self, contents: Contents) -> None:
        """Load the rest of a pack whose tree is shown already."""
        self._start(Loader(contents, self))

    def prepare_search(self, loaded: Loaded) -> None:
        """Prepare the search of a pack that is shown already."""
        self._start(Loader(loaded, self))

    def go_on(self) -> None:
        """Have the search prepared, now that the pack that is loaded is shown."""
        # The window may have been closed by now.
        if self._loader is not None:
            after_next_paint(self._loader, self._loader.go_on)

    def stop(self) -> None:
        """Give up whatever is being opened and wait until it has ended."""
        self._give_up()
        for loader in self.findChildren(Loader):
            loader.cancel()
            loader.wait()

    def _start(self, loader: Loader) -> None:
        self._give_up()
        self._loader = loader
        loader.progressed.connect(self._show_progress)
        loader.loaded.connect(self._loaded)
        loader.searchable.connect(self._searchable)
        loader.refused.connect(self._refused)
        loader.failed.connect(self._failed)
        loader.finished.connect(loader.deleteLater)
        loader.start()

    def _give_up(self) -> None:
        """Forget the loader; what it may still say is not listened to."""
        if self._loader is not None:
            self._loader.cancel()
            self._loader = None
        self.hide()

    def _cancel(self) -> None:
        self._give_up()
        self.cancelled.emit()

    def _show_progress(self, percent: int) -> None:
        if self._is_meant():
            self.advance(percent)

    def _loaded(self, loaded: Loaded) -> None:
        if self._is_meant():
            self.hide()
            self._remember(loaded.contents.tables.path)
            self.loaded.emit(loaded)

    def _searchable(self, search: "Search") -> None:
        if self._is_meant():
            assert self._loader is not None
            import_next = self._loader.import_next
            self._end()
            self.searchable.emit(search)
            after_next_paint(self, lambda: make_ready(self, import_next))

    def _refused(self, error: PackError) -> None:
        if self._is_meant():
            self._end()
            if isinstance(error, NotAPackError):
                self._store([each for each in self.recent if each != self._pack])
            self.refused.emit(self._pack, error)

    def _failed(self, error: Exception) -> None:
        if self._is_meant():
            self._end()
            self.failed.emit(error)

    def _is_meant(self) -> bool:
        """Whether what is heard comes from the loader that was started last."""
        return self._loader is not None and self.sender() is self._loader

    def _end(self) -> None:
        self._loader = None
        self.hide()

    def _remember(self, pack: Path) -> None:
        self._settings[PACK] = "" if pack == bundled_pack() else str(pack)
        # What comes with the program has a place in the menu of its own.
        if pack.parent != bundled_pack().parent:
            self._store([pack, *(each for each in self.recent if each != pack)])

    def _store(self, packs: Sequence[Path]) -> None:
        self._settings[RECENT] = "\n".join(map(str, packs[:_MOST_RECENT]))


def dropped(data: QMimeData) -> Path | None:
    """The one file or folder that is dragged, or None."""
    urls = data.urls()
    return Path(urls[0].toLocalFile()) if len(urls) == 1 and urls[0].isLocalFile() else None
