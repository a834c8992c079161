"""The window without a pack: the tree's place, menus, bars, notices, and how all is dressed."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui.packs.pack_opener import PackOpener, dropped
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.fitting import fitting
from jjjviewer.ui.shared.progress import ProgressLine
from jjjviewer.ui.shared.settings import GEOMETRY, HINT, PANES, Settings
from jjjviewer.ui.tree.tree_pane import TreePane
from jjjviewer.ui.window.actions import Actions
from jjjviewer.ui.window.appearance import Appearance, Themed
from jjjviewer.ui.window.notice import Notice
from jjjviewer.ui.window.panes import Pane, Panes, Room
from jjjviewer.ui.window.side_buttons import SideButtons
from jjjviewer.ui.window.status_bar import StatusBar

_SIZE = QSize(1280, 800)
_MESSAGE_STAYS = 15_000
"""In milliseconds."""


class Frame(QMainWindow):
    """What is seen first of the window, with room for the detail pane and the charts.

    Args:
        settings: what is remembered.
    """

    pack_dropped = Signal(object)
    """The path of a pack that was let fall on the window."""
    history_step = Signal(int)
    """A side button of the mouse: -1 is back, 1 is forward."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._side_buttons: SideButtons | None = None
        self._appearance = Appearance(settings, self)
        self._build()
        self._lay_out()
        self._restore()
        self._apply_theme(self._appearance.style)

    def _build(self) -> None:
        self._tree = TreePane(self)
        self._rooms = Room(self), Room(self)
        panes = (
            Pane(self._tree, 286, 230, self._tree.take_focus),
            Pane(self._rooms[0], 426, 280, self._rooms[0].take_focus),
            Pane(self._rooms[1], 568, 320, self._rooms[1].take_focus),
        )
        self._panes = Panes(panes, self)
        self._notice = Notice("triangle-alert", self)
        self._hint = Notice("lightbulb", self)
        self._search = SearchField(self)
        self._actions = Actions(self, self._search)
        self._opening = PackOpener(self._settings, self)
        self._export_progress = ProgressLine(self)
        self._status = StatusBar((self._opening, self._export_progress), self)
        self.setStatusBar(self._status)
        self.setAcceptDrops(True)
        self._dressed: list[Themed] = [self._tree, self._notice, self._hint, self._search]

    def _lay_out(self) -> None:
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        layout.addWidget(self._hint)
        self._column = QSplitter(Qt.Orientation.Vertical, middle)
        self._column.setChildrenCollapsible(False)
        self._column.addWidget(self._panes)
        self._column.setStretchFactor(0, 1)
        layout.addWidget(self._column, 1)
        self.setCentralWidget(middle)

    def _show_message(self, message: str) -> None:
        """Say something in passing."""
        self._status.showMessage(message, _MESSAGE_STAYS)

    def _apply_theme(self, style: Style) -> None:
        """Paint everything in other colours, and set it in another size of text."""
        self._actions.apply_theme(style, self._appearance.mode)
        for part in self._dressed:
            part.apply_theme(style)

    def _fill_screen(self, filled: bool) -> None:
        state = self.windowState()
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if filled else state & ~full)

    def _show_shortcuts(self) -> None:
        from jjjviewer.ui.window.shortcut_sheet import ShortcutSheet

        ShortcutSheet(self._actions.menus, self).open()

    def _show_hint(self) -> None:
        self._hint.show_message(wording.first_steps())

    def _forget_hint(self) -> None:
        self._settings[HINT] = "seen"

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._side_buttons is None:
            # Only now has the window a handle.
            self._side_buttons = SideButtons(self)
            self._side_buttons.pressed.connect(self.history_step)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        pack = dropped(event.mimeData())
        if pack is not None:
            event.acceptProposedAction()
            self.pack_dropped.emit(pack)

    def _restore(self) -> None:
        """Bring back the window's place; what can't be used leaves the default."""
        self.resize(fitting(self, _SIZE))
        if self.size() != _SIZE:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.restoreGeometry(self._settings[GEOMETRY])
        self._panes.restore(self._settings[PANES])
