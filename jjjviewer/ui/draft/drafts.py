"""All drafts of a user: new ones, those that are open, and those that were left unfinished."""

from collections.abc import Callable
from itertools import count
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QStandardPaths, Signal
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.draft.draft import Draft, Progress, new_draft
from jjjviewer.draft.ids import slug
from jjjviewer.draft.journal import DraftError, changed_at, is_draft, is_finished
from jjjviewer.draft.records import Records
from jjjviewer.model.errors import PackError
from jjjviewer.ui.draft.new_draft_dialog import NewDraftDialog
from jjjviewer.ui.shared.errors import show_refusal
from jjjviewer.ui.shared.settings import Settings
from jjjviewer.ui.shared.work import Work

if TYPE_CHECKING:
    from jjjviewer.ui.draft.draft_window import DraftWindow

# What reads texts, and the window of a draft, are imported in threads: few need them at the start.


_LONGEST_NAME = 30


class Unfinished(NamedTuple):
    """A draft that was left before it was saved as a pack."""

    folder: Path
    progress: Progress

    @property
    def words(self) -> str:
        """What it is, and how far it has come."""
        name, decided, figures = self.progress
        return tr("{name}, {decided} of {figures}", name=name, decided=decided, figures=figures)


class Drafts(QObject):
    """Makes drafts, and shows each in a window.

    Args:
        settings: where the folder of texts is saved.
        window: the window of the program.
    """

    pack_requested = Signal(object)
    """The path of a pack to be shown."""
    preview_changed = Signal(object)
    """The path of a pack that was written anew, since something was decided."""
    saved = Signal(object, object)
    """The path of a pack that was saved, and the record of where its text is from."""
    message = Signal(str)
    """A message for the status bar."""
    unfinished_found = Signal(object)
    """The `Unfinished` that was worked on last."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self._style = LIGHT
        self._windows: dict[Path, DraftWindow] = {}
        location = QStandardPaths.StandardLocation.AppDataLocation
        self._folder = Path(QStandardPaths.writableLocation(location)) / "drafts"

    def ask_for_text(self) -> None:
        """Ask for the text to make a pack of."""
        dialog = NewDraftDialog(self._settings, self._window)
        dialog.file_chosen.connect(self.start)
        dialog.pasted.connect(self._start_pasted)
        dialog.open()

    def start(self, path: Path) -> None:
        """Make a draft of a text."""
        self.message.emit(tr("Reading {name}…", name=path.name))
        self._make(path.stem, lambda: _records_of(path))

    def _start_pasted(self, text: str, html: str) -> None:
        self._make(text[:_LONGEST_NAME], lambda: _records_of((text, html)))

    def edit(self, pack: Path, copy: Path | None) -> None:
        """Make a draft of a pack, to change it beside the user's own copy of its text, if any."""
        self._make(pack.stem, lambda: _records_of_pack(pack, copy))

    def _make(self, name: str, read: Callable[[], Records]) -> None:
        self._open(lambda: new_draft(self._new_folder(name), read()))

    def _open(self, make: Callable[[], Draft]) -> None:
        work = Work(lambda: _with_window(make), (PackError, DraftError), self)
        work.done.connect(self._show)
        work.refused.connect(self._refuse)
        work.start()

    def _new_folder(self, name: str) -> Path:
        stem = slug(name, "draft")
        names = (stem if number == 1 else f"{stem}-{number}" for number in count(1))
        return next(each for name in names if not (each := self._folder / name).exists())

    def go_on(self, folder: Path) -> None:
        """Open a draft that was left."""
        if folder in self._windows:
            self._windows[folder].activateWindow()
            self._windows[folder].raise_()
            return
        self._open(lambda: Draft(folder))

    def look_for_unfinished(self) -> None:
        """Look in a thread for the draft that was worked on last and is not finished."""
        if self.folders():
            work = Work(self._latest, (OSError,), self)
            work.done.connect(self._tell_unfinished)
            work.start()

    def _tell_unfinished(self, found: Unfinished | None) -> None:
        if found is not None:
            self.unfinished_found.emit(found)

    def _latest(self) -> Unfinished | None:
        for folder in self.folders():
            if is_finished(folder):
                continue
            try:
                draft = Draft(folder)
            except DraftError:
                continue
            found = Unfinished(folder, draft.progress)
            is_open, begun = draft.read_only, bool(draft.undo_words)
            draft.close()
            if begun and not is_open:
                return found
        return None

    def folders(self) -> list[Path]:
        """Return the folders of all drafts, the one worked on last first."""
        if not self._folder.is_dir():
            return []
        found = [each for each in self._folder.iterdir() if is_draft(each)]
        return sorted(found, key=changed_at, reverse=True)

    def _show(self, made: tuple[Draft, "type[DraftWindow]"]) -> None:
        # What is said of the reading is over.
        self.message.emit("")
        draft, kind = made
        window = kind(draft, self._style, self._window)
        window.pack_requested.connect(self.pack_requested)
        window.preview_changed.connect(self.preview_changed)
        window.saved.connect(self.saved)
        window.closed.connect(lambda: self._forget(window))
        self._windows[draft.folder] = window
        window.show()

    def _forget(self, window: "DraftWindow") -> None:
        self._windows.pop(window.folder, None)
        window.deleteLater()

    def _refuse(self, error: Exception) -> None:
        self.message.emit("")
        show_refusal(tr("New from text"), error, self._window)

    def apply_theme(self, style: Style) -> None:
        """Take over the colours of the program."""
        self._style = style
        for window in self._windows.values():
            window.apply_theme(style)

    def stop(self) -> None:
        """Wait for the threads, and close all drafts."""
        for work in self.findChildren(Work):
            work.wait()
        for window in [*self._windows.values()]:
            window.close()


def _with_window(make: Callable[[], Draft]) -> tuple[Draft, "type[DraftWindow]"]:
    """Open a draft, and import the class of its window, which takes long."""
    from jjjviewer.ui.draft.draft_window import DraftWindow

    return make(), DraftWindow


def _records_of(source: Path | tuple[str, str]) -> Records:
    """Read the text that a draft is made from: a file, or text and HTML of the clipboard."""
    from jjjviewer.ui.draft.draft_sources import of_clipboard, of_file

    return of_clipboard(*source) if isinstance(source, tuple) else of_file(source)


def _records_of_pack(pack: Path, copy: Path | None) -> Records:
    from jjjviewer.ui.draft.draft_sources import of_pack

    return of_pack(pack, copy)
