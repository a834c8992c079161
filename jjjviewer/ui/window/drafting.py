"""Drafts and the window: what they make is shown in it, and it offers those that were left."""

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import QObject, Qt

from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import Record
from jjjviewer.ui.draft.drafts import Drafts, Unfinished
from jjjviewer.ui.text.attachments import Attachments, attachment_of
from jjjviewer.ui.window.instance import bring_forward
from jjjviewer.ui.window.main_window import MainWindow
from jjjviewer.ui.window.opening import Opening


class Drafting(QObject):
    """Connects drafts with a window.

    Args:
        opening: shows the packs that are made.
        window: the window.

    Attributes:
        drafts: makes drafts, and shows them.
    """

    def __init__(self, opening: Opening, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._opening = opening
        self._unfinished: Unfinished | None = None
        self.drafts = Drafts(window.settings, window)
        window.add_themed(self.drafts)
        self.drafts.pack_requested.connect(self._show_preview)
        self.drafts.preview_changed.connect(self._follow_preview)
        self.drafts.saved.connect(self._show_saved)
        self.drafts.message.connect(window.show_message)
        self.drafts.unfinished_found.connect(self._offer)
        window.unfinished.details_requested.connect(self._go_on)
        window.menu_actions.drafts_menu.aboutToShow.connect(self._list_drafts)
        once = Qt.ConnectionType.SingleShotConnection
        window.view_shown.connect(self.drafts.look_for_unfinished, once)

    def edit_pack(self) -> None:
        """Make a draft of the open pack."""
        assert self._window.dataset is not None
        pack = self._window.dataset.path
        text = Attachments(self._window.settings).of(pack)
        self.drafts.edit(pack, text.path if text else None)

    def _show_preview(self, pack: Path) -> None:
        self._opening.open_pack(pack)
        bring_forward(self._window)

    def _follow_preview(self, pack: Path) -> None:
        if self._window.contents is not None and self._window.contents.path == pack:
            self._opening.reload()

    def _show_saved(self, pack: Path, source: Record) -> None:
        """Show a pack that was made, with its text, or that of the pack that was changed."""
        attachments = Attachments(self._window.settings)
        text = attachments.of(Path(source["pack"])) if source["pack"] else None
        if source["file"]:
            with suppress(OSError):
                text = attachment_of(Path(source["file"]))
        if text is not None:
            attachments.attach(pack, text)
        # Behind all that the view itself says in the status bar.
        once = Qt.ConnectionType(
            Qt.ConnectionType.SingleShotConnection.value | Qt.ConnectionType.QueuedConnection.value
        )
        self._window.view_shown.connect(lambda _: self._tell_saved(pack), once)
        self._show_preview(pack)

    def _tell_saved(self, pack: Path) -> None:
        if self._window.contents is not None and self._window.contents.path == pack:
            self._window.status.show_saved(tr("Saved: {path}", path=pack), pack.parent)

    def _offer(self, unfinished: Unfinished) -> None:
        self._unfinished = unfinished
        words = tr("Go on with {words}?", words=unfinished.words)
        self._window.unfinished.show_message(words, more=True)

    def _go_on(self) -> None:
        self._window.unfinished.hide()
        if self._unfinished is not None:
            self.drafts.go_on(self._unfinished.folder)

    def _list_drafts(self) -> None:
        menu = self._window.menu_actions.drafts_menu
        menu.clear()
        for folder in self.drafts.folders():
            action = menu.addAction(folder.name)
            action.triggered.connect(lambda _=False, folder=folder: self.drafts.go_on(folder))
        if not menu.actions():
            menu.addAction(tr("None so far")).setEnabled(False)
