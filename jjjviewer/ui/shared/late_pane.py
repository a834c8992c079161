"""A pane that is built when it is first shown, and knows nothing while it is hidden."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui.shared.view_pane import ViewPane

if TYPE_CHECKING:
    from jjjviewer.model.view import View


class RecordsPane(ViewPane):
    """A pane that highlights records."""

    def show_records(self, records: tuple[str, ...]) -> None:
        """Highlight what stands for some records."""
        raise NotImplementedError


class LatePane(RecordsPane):
    """Stands for a pane, and passes on to it what it missed when it is shown.

    Args:
        make: builds the pane; called once.
        parent: the Qt parent.
    """

    def __init__(self, make: Callable[[], RecordsPane], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._make = make
        self._pane: RecordsPane | None = None
        self._missed: dict[str, Callable[[RecordsPane], None]] = {}
        """By what it is about: of each the last is enough."""
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)

    def _pass_on(self, about: str, do: Callable[[RecordsPane], None]) -> None:
        self._missed.pop(about, None)
        self._missed[about] = do
        if self.isVisible():
            self._catch_up()

    def _catch_up(self) -> None:
        if self._pane is None:
            self._pane = self._make()
            self._layout.addWidget(self._pane)
            self.setFocusProxy(self._pane)
        missed, self._missed = self._missed, {}
        for do in missed.values():
            do(self._pane)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._catch_up()

    def show_view(self, view: "View") -> None:
        # What was highlighted or said of another view is over.
        for about in ("message", "records", "state"):
            self._missed.pop(about, None)
        self._pass_on("view", lambda pane: pane.show_view(view))

    def show_message(self, words: str) -> None:
        self._missed.pop("view", None)
        self._pass_on("message", lambda pane: pane.show_message(words))

    def show_records(self, records: tuple[str, ...]) -> None:
        self._pass_on("records", lambda pane: pane.show_records(records))

    def apply_theme(self, style: Style) -> None:
        self._pass_on("theme", lambda pane: pane.apply_theme(style))

    def restorer(self) -> Callable[[], None]:
        if self._pane is None:
            return lambda: None
        restore = self._pane.restorer()
        return lambda: self._pass_on("state", lambda _: restore())

    def take_focus(self) -> None:
        if self._pane is not None:
            self._pane.take_focus()
