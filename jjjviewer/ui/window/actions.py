"""The actions of the window with their shortcuts, and the menus and toolbar that hold them."""

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.visible import visible
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.choice_menu import menu_button
from jjjviewer.ui.window.pane_list import pane_places

_THEME_ICONS = {"system": "sun-moon", "light": "sun", "dark": "moon"}
_Key = QKeySequence.StandardKey
_LONGEST_PATH = 80
"""Characters of which the end is shown."""


class Available(NamedTuple):
    """The states on which the availability of actions depends."""

    back: bool = False
    forward: bool = False
    tree: bool = False
    pack: bool = False
    selection: bool = False
    chart: bool = False
    warnings: bool = False
    collection: bool = False
    """Whether anything is collected."""
    removed: bool = False
    """Whether something was taken out of the collection."""


class Actions(QObject):
    """The actions of a main window, in its menus and toolbar.

    Args:
        window: the window that gets the menus and the toolbar.
        search: the search field, which is put into the toolbar.
    """

    recent_chosen = Signal(object)
    """The path of a pack that was opened before."""
    mode_chosen = Signal(str)
    """A colour mode: `system`, `light` or `dark`."""

    def __init__(self, window: QMainWindow, search: QWidget) -> None:
        super().__init__(window)
        self._icons: dict[QAction, str] = {}
        self._window = window
        self._make_file_actions()
        self.copy_text = self._make(tr("&Copy"), _Key.Copy)
        self.copy = self._make(tr("Copy c&hart"), "Ctrl+Shift+C", "copy")
        self.select_all = self._make(tr("Select &all"), _Key.SelectAll)
        self.edit_pack = self._make(tr("E&dit this pack"), "Ctrl+Shift+D")
        # The key is the panes' own, for Space scrolls where there is no record.
        self.collect = self._make(f"{tr('C&ollect or take out')}\t{tr('Space')}")
        self.collect_all = self._make(tr("Coll&ect all that is shown"))
        self.put_back = self._make(tr("Put &back into collection"), _Key.Undo)
        self.compare = self._make(tr("Co&mpare with…"), "Ctrl+M", "columns-2")
        self.find = self._make(tr("&Find…"), _Key.Find, "search")
        self._make_view_actions()
        self._make_go_actions()
        self.shortcuts = self._make(tr("&Keyboard shortcuts"), "F1")
        self.shortcuts.setShortcuts([QKeySequence("F1"), QKeySequence("?")])
        self.hint = self._make(tr("&First steps"))
        self.about = self._make(tr("&About JJJ Viewer"))
        self._make_menus()
        self._make_toolbar(search)
        self.set_recent(())
        self.enable(Available())

    def enable(self, available: "Available") -> None:
        """Enable the actions that have something to act on."""
        self.back.setEnabled(available.back)
        self.forward.setEnabled(available.forward)
        self.home.setEnabled(available.tree)
        self.compare.setEnabled(available.selection)
        for action in (self.export_data, self.export_citations, self.import_collection):
            action.setEnabled(available.pack)
        self.export_collection.setEnabled(available.collection)
        self.collect.setEnabled(available.pack)
        self.collect_all.setEnabled(available.pack)
        self.put_back.setEnabled(available.removed)
        self.reload.setEnabled(available.pack)
        self.attach_text.setEnabled(available.pack)
        self.export_report.setEnabled(available.pack)
        self.edit_pack.setEnabled(available.pack)
        self.export.setEnabled(available.chart)
        self.print.setEnabled(available.chart)
        self.copy.setEnabled(available.chart)
        self.problems.setEnabled(available.warnings)

    def add(self, chart_menus: Sequence[QMenu], of_records: Sequence[QAction]) -> None:
        """Add actions of the panes to the menus.

        Args:
            chart_menus: menus of the chart pane, for the View menu.
            of_records: actions of the detail pane, for the Edit menu.
        """
        collecting = self.collect, self.collect_all, self.put_back
        self._edit.insertActions(self.select_all, [*of_records, *collecting])
        before = self.show_panes[0]
        for menu in chart_menus:
            self._view.insertMenu(before, menu)
        self._view.insertSeparator(before)

    def apply_theme(self, style: Style, mode: str) -> None:
        """Recolour the icons, and check the current mode."""
        for action, name in self._icons.items():
            action.setIcon(theme.icon(name, style, theme.ICON))
        self.themes[mode].setChecked(True)
        self._theme_button.setIcon(theme.icon(_THEME_ICONS[mode], style, theme.ICON))

    def set_recent(self, packs: Sequence[Path]) -> None:
        """List recently opened packs, the latest first."""
        self._recent_menu.clear()
        for pack in packs:
            words = visible(str(pack))
            words = words if len(words) <= _LONGEST_PATH else f"…{words[-_LONGEST_PATH:]}"
            action = self._recent_menu.addAction(words.replace("&", "&&"))
            action.triggered.connect(lambda _=False, pack=pack: self.recent_chosen.emit(pack))
        self._recent_menu.setEnabled(bool(packs))

    @property
    def menus(self) -> list[QMenu]:
        """The menus of the window, from left to right."""
        return [self._file, self._edit, self._view, self._go, self._help]

    def _make(
        self, words: str, keys: "QKeySequence.StandardKey | str | None" = None, icon: str = ""
    ) -> QAction:
        action = QAction(words, self._window)
        if keys is not None:
            action.setShortcut(QKeySequence(keys))
            shown = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.replace('&', '').rstrip('…')} ({shown})")
        if icon:
            self._icons[action] = icon
        return action

    def _make_file_actions(self) -> None:
        self.open = self._make(tr("&Open pack…"), _Key.Open)
        self.open_folder = self._make(tr("Open pack &folder…"), "Ctrl+Shift+O")
        self.reload = self._make(tr("Re&load pack"), "F5")
        self.open_bundled = self._make(tr("Open the &interview of 2022"))
        self.open_example = self._make(tr("Open e&xample (fictional)"))
        self.attach_text = self._make(tr("Attach &text…"), "Ctrl+T")
        self.new_text = self._make(tr("&New from text…"), _Key.New)
        self.new_pack = self._make(tr("Ne&w pack for a spreadsheet…"))
        self.export = self._make(tr("&Export…"), "Ctrl+E", "download")
        self.export_data = self._make(tr("Export &data…"), "Ctrl+Shift+E")
        self.export_report = self._make(tr("Export &report…"), "Ctrl+Shift+R")
        self.print = self._make(tr("&Print chart…"), _Key.Print)
        self.export_citations = self._make(tr("Export citation&s…"))
        self.export_collection = self._make(tr("Export collection…"))
        self.import_collection = self._make(tr("I&mport collection…"))
        self.quit = self._make(tr("&Quit"), _Key.Quit)

    def _make_view_actions(self) -> None:
        self.themes = self._make_themes()
        self.larger = self._make(tr("&Larger"), _Key.ZoomIn)
        # The plus is on the same key as the equals sign, which needs no Shift.
        self.larger.setShortcuts([QKeySequence(_Key.ZoomIn), QKeySequence("Ctrl+=")])
        self.smaller = self._make(tr("&Smaller"), _Key.ZoomOut)
        self.normal_size = self._make(tr("&Normal"), "Ctrl+0")
        self.show_panes = [self._make(place.show) for place in pane_places()]
        for action in self.show_panes:
            action.setCheckable(True)
        self.full_screen = self._make(tr("Fu&ll screen"), "F11")
        self.full_screen.setCheckable(True)
        self.problems = self._make(tr("P&roblems in the pack"))

    def _make_go_actions(self) -> None:
        self.back = self._make(tr("&Back"), "Alt+Left", "arrow-left")
        self.forward = self._make(tr("&Forward"), "Alt+Right", "arrow-right")
        self.home = self._make(tr("Ov&erview"), "Alt+Home", "house")
        self.to_panes = [
            self._make(place.go_to, f"Ctrl+{number}")
            for number, place in enumerate(pane_places(), 1)
        ]
        self.next_pane = self._make(tr("&Next pane"), "F6")
        self.previous_pane = self._make(tr("&Previous pane"), "Shift+F6")

    def _make_themes(self) -> dict[str, QAction]:
        names = {
            "system": tr("Follow &system"),
            "light": tr("&Light"),
            "dark": tr("&Dark"),
        }
        group = QActionGroup(self._window)
        actions = {}
        for mode, words in names.items():
            action = self._make(words, icon=_THEME_ICONS[mode])
            action.setCheckable(True)
            action.triggered.connect(lambda _=False, mode=mode: self.mode_chosen.emit(mode))
            group.addAction(action)
            actions[mode] = action
        return actions

    def _make_menus(self) -> None:
        bar = self._window.menuBar()
        self._file = file = bar.addMenu(tr("&File"))
        file.addActions([self.open, self.open_folder])
        self._recent_menu = file.addMenu(tr("Open re&cent"))
        file.addAction(self.reload)
        file.addActions([self.open_bundled, self.open_example])
        file.addAction(self.attach_text)
        file.addSeparator()
        file.addActions([self.new_text, self.new_pack])
        self.drafts_menu = file.addMenu(tr("Drafts to &go on with"))
        file.addSeparator()
        file.addActions([self.export, self.export_data, self.export_report, self.print])
        file.addAction(self.export_citations)
        file.addSeparator()
        file.addActions([self.export_collection, self.import_collection])
        file.addSeparator()
        file.addAction(self.quit)
        self._edit = edit = bar.addMenu(tr("&Edit"))
        edit.addActions([self.copy_text, self.copy, self.select_all])
        edit.addSeparator()
        edit.addActions([self.find, self.compare])
        edit.addSeparator()
        edit.addAction(self.edit_pack)
        self._view = bar.addMenu(tr("&View"))
        self._fill_view_menu()
        self._go = go = bar.addMenu(tr("&Go"))
        go.addActions([self.back, self.forward, self.home])
        go.addSeparator()
        go.addActions([*self.to_panes, self.next_pane, self.previous_pane])
        self._help = bar.addMenu(tr("&Help"))
        self._help.addActions([self.shortcuts, self.hint])
        self._help.addSeparator()
        self._help.addAction(self.about)

    def _fill_view_menu(self) -> None:
        view = self._view
        self._theme_menu = QMenu(tr("&Colours"), self._window)
        self._theme_menu.addActions(list(self.themes.values()))
        view.addMenu(self._theme_menu)
        view.addMenu(tr("Te&xt size")).addActions([self.larger, self.smaller, self.normal_size])
        view.addSeparator()
        view.addActions([*self.show_panes, self.problems])
        view.addSeparator()
        view.addAction(self.full_screen)

    def _make_toolbar(self, search: QWidget) -> None:
        bar = QToolBar(tr("Toolbar"), self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(theme.ICON, theme.ICON))
        bar.toggleViewAction().setVisible(False)
        bar.addActions([self.back, self.forward, self.home])
        bar.addSeparator()
        bar.addWidget(search)
        bar.addSeparator()
        bar.addAction(self.compare)
        bar.addSeparator()
        bar.addActions([self.export, self.copy])
        for action in (self.compare, self.export, self.copy):
            button = bar.widgetForAction(action)
            assert isinstance(button, QToolButton)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addSeparator()
        self._theme_button = menu_button(self._theme_menu, bar)
        self._theme_button.setToolTip(tr("Colours"))
        self._theme_button.setAccessibleName(tr("Colours"))
        bar.addWidget(self._theme_button)
        self._window.addToolBar(bar)
