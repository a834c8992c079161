"""The interface of every pane that shows the selection."""

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QWidget

from jjjviewer.charts.style import Style

if TYPE_CHECKING:
    from jjjviewer.model.view import View


class ViewPane(QWidget):
    """A pane of the window that shows a view, or a message where there is none."""

    def show_view(self, view: "View") -> None:
        """Show what is selected now."""
        raise NotImplementedError

    def show_collected(self) -> None:
        """Show the stars and notes of what is collected now, in the view that is shown."""

    def restorer(self) -> Callable[[], None]:
        """Return a function that scrolls and highlights the view, shown again, as it is now."""
        raise NotImplementedError

    def show_message(self, words: str) -> None:
        """Show a message instead of a view."""
        raise NotImplementedError

    def apply_theme(self, style: Style) -> None:
        """Apply colours and text size."""
        raise NotImplementedError

    def take_focus(self) -> None:
        """Give the keyboard focus to the foremost widget in the pane."""
        raise NotImplementedError


def restorer_of(panes: Iterable[ViewPane]) -> Callable[[], None]:
    """Return a function that restores all panes."""
    restorers = [pane.restorer() for pane in panes]

    def restore() -> None:
        for each in restorers:
            each()

    return restore
