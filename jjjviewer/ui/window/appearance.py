"""The appearance of the window: light, dark or the system's colours, and the size of text."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.settings import TEXT_SIZE, THEME, Settings


class Themed(Protocol):
    """A widget that has colours of its own."""

    def apply_theme(self, style: Style) -> None: ...


class Appearance(QObject):
    """Applies the theme, and again whenever the user or the system changes it.

    To be made before any widget is: those under a style sheet keep the font they begin with.

    Args:
        settings: they hold what was chosen.
        window: what all other widgets belong to.
    """

    changed = Signal(object)
    """The `Style` that everything is to be painted in now."""

    def __init__(self, settings: Settings, window: QWidget) -> None:
        super().__init__(window)
        self._settings = settings
        self._window = window
        self.style = self._applied()
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._follow_system)

    @property
    def mode(self) -> str:
        return self._settings[THEME]

    def set_mode(self, mode: str) -> None:
        """Apply a mode of colours and remember it."""
        self._settings[THEME] = mode
        self._apply()

    def step_text(self, by: int) -> None:
        """Set the text so many steps larger, or smaller; 0 is the system's size again."""
        sizes = TEXT_SIZE.choices
        at = sizes.index(self._settings[TEXT_SIZE]) + by
        wanted = sizes[max(0, min(at, len(sizes) - 1))] if by else TEXT_SIZE.default
        self._settings[TEXT_SIZE] = wanted
        self._apply()

    def _apply(self) -> None:
        self.style = self._applied()
        self.changed.emit(self.style)

    def _applied(self) -> Style:
        return theme.apply(self._window, self.mode, int(self._settings[TEXT_SIZE]))

    def _follow_system(self) -> None:
        if self.mode == "system":
            self._apply()
