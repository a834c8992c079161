"""Opening a pack in two steps: its rows at once, for the tree; frames and charts in a thread."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QEvent, QObject, QThread, QTimer, Signal
from PySide6.QtWidgets import QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import PackError
from jjjviewer.model.index import Index
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.paths import bundled_pack


@dataclass(frozen=True)
class Opened:
    """A pack whose rows were read, or none; and what the user has to know about it."""

    tables: Tables | None
    notice: str = ""


def open_pack(asked: Path | None) -> Opened:
    """Read the pack that was asked for; where that fails, the bundled one, and say why."""
    notice = ""
    if asked is not None:
        try:
            return Opened(read_tables(asked))
        except (PackError, OSError) as error:
            notice = tr(
                "{pack} could not be opened. {error}\n"
                "The interview that comes with the program is shown instead.",
                pack=asked.name,
                error=error,
            )
    try:
        return Opened(read_tables(bundled_pack()), notice)
    except (PackError, OSError) as error:
        return Opened(
            None,
            tr(
                "The interview that comes with the program can't be read. "
                "Install the program again.\n{error}",
                error=error,
            ),
        )


class Loader(QThread):
    """Imports what is heavy and builds the pack's frames, while the window already answers."""

    loaded = Signal(object)
    """A `Pack`."""
    failed = Signal(object)
    """The exception."""

    def __init__(self, tables: Tables, index: Index, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tables = tables
        self._index = index

    def run(self) -> None:
        try:
            import jjjviewer.charts.registry
            import jjjviewer.export  # noqa: F401  # so that the first export does not wait for it
            from jjjviewer.model.pack import Pack

            pack = Pack(self._tables, self._index)
        except Exception as error:
            self.failed.emit(error)
        else:
            self.loaded.emit(pack)


class _FirstPaint(QObject):
    def __init__(self, widget: QWidget, then: Callable[[], None]) -> None:
        super().__init__(widget)
        self._then = then
        widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self, self._then)
        return False


def after_first_paint(widget: QWidget, then: Callable[[], None]) -> None:
    """Call a function once a widget has been painted for the first time."""
    _FirstPaint(widget, then)
