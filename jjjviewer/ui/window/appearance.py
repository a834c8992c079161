"""The appearance of the window: light, dark or system colours, and the text size."""

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
    """Applies the theme now and whenever the user or the system changes it.

    Create it before any other widget: under a style sheet, widgets keep their initial font.

    Args:
        settings: where mode and text size are saved.
        window: the parent of all other widgets.
    """

    changed = Signal(object)
    """The new `Style` of all widgets."""

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
        """Apply a colour mode and save it."""
        self._settings[THEME] = mode
        self._apply()

    def step_text(self, by: int) -> None:
        """Change the text size by a number of steps; 0 returns to the system's size."""
        sizes = TEXT_SIZE.choices
        at = sizes.index(self._settings[TEXT_SIZE]) + by
        size = sizes[max(0, min(at, len(sizes) - 1))] if by else TEXT_SIZE.default
        self._settings[TEXT_SIZE] = size
        self._apply()

    def _apply(self) -> None:
        self.style = self._applied()
        self.changed.emit(self.style)

    def _applied(self) -> Style:
        return theme.apply(self._window, self.mode, int(self._settings[TEXT_SIZE]))

    def _follow_system(self) -> None:
        if self.mode == "system":
            self._apply()
