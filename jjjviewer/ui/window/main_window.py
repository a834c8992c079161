"""The window: its parts, and the selection that all panes show.

Only what the first paint shows is imported here. `connections.py` builds the rest.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QShowEvent
from PySide6.QtWidgets import QMainWindow, QSplitter, QVBoxLayout, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.selection import COLLECTION, Selection
from jjjviewer.model.tree import Node
from jjjviewer.paths import path_of
from jjjviewer.ui.collection.collecting import Collecting
from jjjviewer.ui.packs.contents import Contents, bundled_contents
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.fitting import fitting
from jjjviewer.ui.shared.painting import after_first_paint
from jjjviewer.ui.shared.settings import GEOMETRY, PACK, PANES, QUERY, SELECTION, Settings
from jjjviewer.ui.shared.view_pane import ViewPane
from jjjviewer.ui.tree.tree_model import COUNTS
from jjjviewer.ui.tree.tree_pane import TreePane
from jjjviewer.ui.window.actions import Actions
from jjjviewer.ui.window.appearance import Appearance, Themed
from jjjviewer.ui.window.chip_bar import ChipBar
from jjjviewer.ui.window.drops import PackDrops
from jjjviewer.ui.window.importer import Importer
from jjjviewer.ui.window.navigation import Navigation
from jjjviewer.ui.window.notice import Notice
from jjjviewer.ui.window.pane_list import pane_places
from jjjviewer.ui.window.panes import Pane, Panes, PaneSlot
from jjjviewer.ui.window.side_buttons import SideButtons
from jjjviewer.ui.window.status_bar import StatusBar

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.view import View

_SIZE = QSize(1280, 800)
_MESSAGE_TIME = 15_000
"""In milliseconds."""


class Connected(Protocol):
    """The interface of the parts that are built after the first paint."""

    def open_pack(self, pack: Path | None) -> None: ...

    def save_state(self) -> None: ...

    def stop(self) -> None: ...


class MainWindow(QMainWindow):
    """Tree, detail and chart of one selection.

    Args:
        settings: read at start-up and saved when the window is closed.
        import_rest: called in a thread; imports the other panes, and returns what builds them.
    """

    view_shown = Signal(object)
    """The `View` that all panes show now."""
    pack_left = Signal()
    """The tree of another pack is about to be shown."""
    history_step = Signal(int)
    """A side button of the mouse: -1 is back, 1 is forward."""

    def __init__(
        self, settings: Settings, import_rest: Callable[[], Callable[["MainWindow"], Connected]]
    ) -> None:
        super().__init__()
        self.settings = settings
        self.contents: Contents | None = None
        """The pack of which the tree is shown."""
        self._first_pack: Path | None = None
        """The pack to open first; None is the bundled one."""
        self._import_rest = import_rest
        self._connected: Connected | None = None
        self._side_buttons: SideButtons | None = None
        self.appearance = Appearance(settings, self)
        self.collecting = Collecting(self)
        self._build()
        self._lay_out()
        self._restore()
        self._apply_theme(self.appearance.style)
        self._importer = Importer(import_rest, self)
        self._importer.finished.connect(self._build_rest)
        self.appearance.changed.connect(self._apply_theme)
        self.navigation.view_shown.connect(self._show_name)
        self.navigation.view_shown.connect(self.view_shown)
        self.collecting.message.connect(self.show_message)
        self.collecting.faulted.connect(self.notice.show_message)
        self.collecting.changed.connect(self.navigation.show_collected)
        self.chips.removed.connect(self.navigation.go_to)
        self.history_step.connect(self.navigation.step)

    def _build(self) -> None:
        self.tree = TreePane(self)
        self.navigation = Navigation(self.tree, self)
        self._slots: dict[str, PaneSlot] = {}
        panes = []
        for place in pane_places():
            if place.name == "tree":
                pane: TreePane | PaneSlot = self.tree
            else:
                pane = self._slots[place.name] = PaneSlot(self)
            panes.append(Pane(pane, place.width, place.least_width, pane.take_focus))
        self.panes = Panes(panes, self)
        self.notice = Notice("triangle-alert", self)
        self.unfinished = Notice("info", self)
        self.chips = ChipBar(self)
        self.search = SearchField(self)
        self.menu_actions = Actions(self, self.search)
        self.status = StatusBar(self)
        self.setStatusBar(self.status)
        PackDrops(self).dropped.connect(self.open_pack)
        self._themed: list[Themed] = [
            self.tree,
            self.notice,
            self.unfinished,
            self.search,
        ]

    def _lay_out(self) -> None:
        self.middle = middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.notice)
        layout.addWidget(self.unfinished)
        layout.addWidget(self.chips)
        self.column = QSplitter(Qt.Orientation.Vertical, middle)
        self.column.setChildrenCollapsible(False)
        self.column.addWidget(self.panes)
        self.column.setStretchFactor(0, 1)
        layout.addWidget(self.column, 1)
        self.setCentralWidget(middle)

    def _restore(self) -> None:
        """Restore size and position; values that can't be used leave the default."""
        self.resize(fitting(self, _SIZE))
        if self.size() != _SIZE:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.restoreGeometry(self.settings[GEOMETRY])
        self.panes.restore(self.settings[PANES])

    def start(self, pack: Path | None) -> None:
        """Show the tree of the bundled pack, and build the rest once that is painted.

        Args:
            pack: the pack to open instead; None is the one that was open last.
        """
        remembered = self.settings[PACK]
        self._first_pack = pack or (path_of(remembered) if remembered else None)
        if self._first_pack is None:
            self.show_bundled_tree()
        after_first_paint(self, self._importer.start)

    def show_bundled_tree(self) -> bool:
        """Show the tree of the bundled pack at once; return whether it could be read."""
        contents = bundled_contents()
        if contents is not None:
            self.show_tree(contents)
        return contents is not None

    def _build_rest(self) -> None:
        """Build and connect the other panes, and start loading a pack."""
        if not self.isVisible():
            return  # The window was closed meanwhile.
        # Imported already; had that failed, the error would be raised here and reported.
        self._connected = self._import_rest()(self)
        self._connected.open_pack(self._first_pack)

    def open_pack(self, pack: Path) -> None:
        """Open another pack; what is open stays until that one is loaded."""
        self._first_pack = pack
        if self._connected is not None:
            self._connected.open_pack(pack)

    def add_themed(self, part: Themed) -> None:
        """Apply the theme to a part that is built later, now and whenever it changes."""
        part.apply_theme(self.appearance.style)
        self._themed.append(part)

    def fill_slots(self, panes: Mapping[str, ViewPane]) -> None:
        """Put panes into their slots, by name, in the order in which they are to be painted."""
        self.navigation.panes = [*panes.values()]
        for name, pane in panes.items():
            self._slots[name].fill(pane)
            self.add_themed(pane)

    def _apply_theme(self, style: Style) -> None:
        self.menu_actions.apply_theme(style, self.appearance.mode)
        for part in self._themed:
            part.apply_theme(style)

    def show_message(self, message: str) -> None:
        """Show a message in the status bar for a while, and have it read out."""
        self.status.showMessage(message, _MESSAGE_TIME)

    def show_full_screen(self, filled: bool) -> None:
        """Enter or leave full-screen mode."""
        state = self.windowState()
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(state | full if filled else state & ~full)

    # One selection, and the view of it that all panes show.

    def show_tree(self, contents: Contents) -> None:
        """Show the tree of a pack, with the remembered selection if it is the first pack."""
        is_first = self.contents is None
        ids = self.settings[SELECTION].split(",") if is_first else []
        query = self.settings[QUERY] if is_first else ""
        known = tuple(id_ for id_ in ids if contents.index.kind(id_))
        remembered = Selection(known, query)
        if not is_first:
            # The panes must no longer offer links into the last pack.
            self.pack_left.emit()
        self.contents = contents
        self.collecting.open(contents.pack)
        self.search.set_search(None)
        self.chips.show_loading()
        self.tree.fill(contents.tree, contents.index.provinces)
        if (collection := self.collecting.collection).items:
            # The statements of figures are known once the data is loaded.
            statements, figures = (len(collection.ids(each)) for each in COUNTS)
            others = wording.uncounted(collection)
            node = Node("collection", COLLECTION, others, statements=statements, figures=figures)
            self.tree.show_first(node)
        start = remembered if remembered.members else contents.first
        self.navigation.start(start)
        self.tree.setFocus()

    def show_pack(self, contents: Contents, dataset: "Dataset") -> None:
        """Show a pack that is loaded: first its tree, then the chart, then all other panes."""
        self.contents = contents
        self.collecting.load(dataset)
        self.navigation.load(dataset)

    def _show_name(self, view: "View") -> None:
        self.setWindowTitle(wording.shortened(view.name))

    @property
    def dataset(self) -> "Dataset | None":
        """The pack of which the tree is shown, once its data is loaded."""
        return self.navigation.dataset

    @property
    def first_selection(self) -> Selection:
        """Return the selection that a pack shows first."""
        return self.contents.first if self.contents else Selection()

    @property
    def source(self) -> Source | None:
        """Return where the data of the pack comes from."""
        return self.contents.source if self.contents else None

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._side_buttons is None:
            # The native window handle exists only once the window is shown.
            self._side_buttons = SideButtons(self)
            self._side_buttons.pressed.connect(self.history_step)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.ActivationChange and self.isActiveWindow():
            self.collecting.refresh()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._connected is not None:
            self.settings[GEOMETRY] = self.saveGeometry()
            self.settings[PANES] = self.panes.saveState()
            selection = self.navigation.history.current.selection
            self.settings[SELECTION], self.settings[QUERY] = (
                ",".join(selection.ids),
                selection.query,
            )
            self._connected.save_state()
        self.hide()
        self._importer.wait()
        if self._connected is not None:
            self._connected.stop()
        super().closeEvent(event)
