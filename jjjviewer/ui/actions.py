"""Everything the window can do: its actions with keys, and the menus and toolbar that hold them."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu, QToolBar, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui import theme

_ICON = 20
_THEME_ICONS = {"system": "sun-moon", "light": "sun", "dark": "moon"}


class Actions(QObject):
    """The actions of a main window, in its menus and toolbar."""

    recent_chosen = Signal(object)
    """The path of a pack that was opened before."""

    def __init__(self, window: QMainWindow, chart_menus: Sequence[QMenu], search: QWidget) -> None:
        super().__init__(window)
        self._icons: dict[QAction, str] = {}
        self._window = window
        self.back = self._make(self.tr("&Back"), QKeySequence("Alt+Left"), "arrow-left")
        self.forward = self._make(self.tr("&Forward"), QKeySequence("Alt+Right"), "arrow-right")
        self.open = self._make(self.tr("&Open pack…"), QKeySequence(QKeySequence.StandardKey.Open))
        self.open_folder = self._make(self.tr("Open pack &folder…"), QKeySequence("Ctrl+Shift+O"))
        self.open_bundled = self._make(self.tr("Open the &interview of 2022"))
        self.open_example = self._make(self.tr("Open the &invented example"))
        self.export_data = self._make(self.tr("Export &data…"), QKeySequence("Ctrl+Shift+E"))
        self.problems = self._make(self.tr("&Problems of the pack"))
        self.export = self._make(self.tr("&Export…"), QKeySequence("Ctrl+E"), "download")
        self.copy = self._make(self.tr("&Copy chart"), QKeySequence("Ctrl+Shift+C"), "copy")
        self.find = self._make(self.tr("&Find…"), QKeySequence(QKeySequence.StandardKey.Find))
        self.next_pane = self._make(self.tr("&Next pane"), QKeySequence("F6"))
        self.quit = self._make(self.tr("&Quit"), QKeySequence(QKeySequence.StandardKey.Quit))
        self.about = self._make(self.tr("&About JJJ Viewer"))
        self.themes = self._make_themes()
        self._make_menus(chart_menus)
        self._make_toolbar(search)

    def set_style(self, style: Style, mode: str) -> None:
        """Colour the icons, and show which mode is on."""
        for action, name in self._icons.items():
            action.setIcon(theme.icon(name, style, _ICON))
        self.themes[mode].setChecked(True)
        self._theme_button.setIcon(theme.icon(_THEME_ICONS[mode], style, _ICON))

    def set_recent(self, packs: Sequence[Path]) -> None:
        """Offer packs that were opened before, the latest first."""
        self._recent_menu.clear()
        for pack in packs:
            action = self._recent_menu.addAction(str(pack).replace("&", "&&"))
            action.triggered.connect(lambda _=False, pack=pack: self.recent_chosen.emit(pack))
        self._recent_menu.setEnabled(bool(packs))

    def _make(self, words: str, keys: QKeySequence | None = None, icon: str = "") -> QAction:
        action = QAction(words, self._window)
        if keys is not None:
            action.setShortcut(keys)
            shown = keys.toString(QKeySequence.SequenceFormat.NativeText)
            action.setToolTip(f"{words.replace('&', '').rstrip('…')} ({shown})")
        if icon:
            self._icons[action] = icon
        return action

    def _make_themes(self) -> dict[str, QAction]:
        names = {
            "system": self.tr("Like the &system"),
            "light": self.tr("&Light"),
            "dark": self.tr("&Dark"),
        }
        group = QActionGroup(self._window)
        actions = {}
        for mode, words in names.items():
            action = self._make(words, icon=_THEME_ICONS[mode])
            action.setCheckable(True)
            group.addAction(action)
            actions[mode] = action
        return actions

    def _make_menus(self, chart_menus: Sequence[QMenu]) -> None:
        bar = self._window.menuBar()
        self._theme_menu = QMenu(self.tr("&Colours"), self._window)
        self._theme_menu.addActions(list(self.themes.values()))
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.open, self.open_folder])
        self._recent_menu = file.addMenu(self.tr("Open &recent"))
        file.addActions([self.open_bundled, self.open_example])
        file.addSeparator()
        file.addActions([self.export, self.export_data])
        file.addSeparator()
        file.addAction(self.quit)
        bar.addMenu(self.tr("&Edit")).addActions([self.copy, self.find])
        view = bar.addMenu(self.tr("&View"))
        view.addMenu(self._theme_menu)
        for menu in chart_menus:
            view.addMenu(menu)
        view.addAction(self.problems)
        bar.addMenu(self.tr("&Go")).addActions([self.back, self.forward, self.next_pane])
        bar.addMenu(self.tr("&Help")).addAction(self.about)

    def _make_toolbar(self, search: QWidget) -> None:
        bar = QToolBar(self.tr("Toolbar"), self._window)
        bar.setObjectName("toolbar")
        bar.setMovable(False)
        bar.setIconSize(QSize(_ICON, _ICON))
        bar.toggleViewAction().setVisible(False)
        bar.addActions([self.back, self.forward])
        bar.addSeparator()
        bar.addWidget(search)
        bar.addSeparator()
        bar.addActions([self.export, self.copy])
        for action in (self.export, self.copy):
            button = bar.widgetForAction(action)
            assert isinstance(button, QToolButton)
            button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        bar.addSeparator()
        self._theme_button = QToolButton(bar)
        self._theme_button.setMenu(self._theme_menu)
        self._theme_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._theme_button.setToolTip(self.tr("Light or dark"))
        self._theme_button.setAccessibleName(self.tr("Light or dark"))
        bar.addWidget(self._theme_button)
        self._window.addToolBar(bar)
