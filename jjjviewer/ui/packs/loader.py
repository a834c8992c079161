"""Loading a pack in a thread: its rows, what the tree shows, the frames, and the heavy imports."""

import threading
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QObject, QThread, Signal

from jjjviewer.model.errors import PackError
from jjjviewer.model.index import Index
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.tree import Node, Numbered, numbered, tree_of
from jjjviewer.startup_tuning import put_off_collection, resume_collection

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.search import Search


_ASKED_FOR_NEXT = (
    "jjjviewer.ui.search.results",
    "rapidfuzz.process",
    "jjjviewer.export.chart",
)
"""What the first key, typing error and export would else have to wait for."""


@dataclass(frozen=True)
class Contents:
    """A pack as far as the tree needs it, which is quickly there."""

    tables: Tables
    index: Index
    tops: tuple[Node, ...]
    tree: Numbered
    """The same as the tree shows it; to number very many nodes takes a while."""

    @property
    def first(self) -> Selection:
        """What is shown at first: the topmost row."""
        return Selection(tuple(node.id for node in self.tops if node.id)[:1])


def contents_of(tables: Tables) -> Contents:
    """Arrange the rows of a pack for the tree."""
    index = Index(tables.columns)
    tops = tree_of(tables, index)
    return Contents(tables, index, tops, numbered(tops))


class Loaded(NamedTuple):
    """A pack that can be shown."""

    contents: Contents
    pack: "Dataset"


class _Cancelled(Exception):  # noqa: N818  # nothing went wrong
    pass


class Loader(QThread):
    """Loads a pack while the window goes on answering.

    Args:
        pack: where it is, or what of it is there already.
        parent: as everywhere in Qt.
    """

    progressed = Signal(int)
    """How much of it is read and checked, in percent."""
    loaded = Signal(object)
    """The pack, as `Loaded`."""
    searchable = Signal(object)
    """The pack's `Search`, which comes last: nobody types before there is something to see."""
    refused = Signal(object)
    """The `PackError` that says what is wrong with it."""
    failed = Signal(object)
    """The exception, where the program itself failed."""

    def __init__(self, pack: Path | Contents | Loaded, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack = pack
        self._percent = 0
        self._cancelled = False
        self._is_shown = threading.Event()
        self._may_import = threading.Event()

    def cancel(self) -> None:
        """Stop as soon as may be, without a word; what is there already goes on in vain."""
        self._cancelled = True
        self._is_shown.set()
        self._may_import.set()

    def go_on(self) -> None:
        """Prepare the search, which would slow down the showing of what is loaded."""
        self._is_shown.set()

    def import_next(self) -> None:
        """Import what is asked for next, now that all classes of Qt are ready (see `classes`)."""
        self._may_import.set()

    def run(self) -> None:
        # A search for garbage among millions of cells would halt the window for seconds.
        put_off_collection(self)
        try:
            self._try_to_load()
        finally:
            resume_collection(self)

    def _try_to_load(self) -> None:
        try:
            if isinstance(self._pack, Loaded):
                loaded = self._pack
            else:
                loaded = self._load(self._pack)
                self.loaded.emit(loaded)
                self._is_shown.wait()
            self.searchable.emit(self._search(loaded))
            self._may_import.wait()
            for name in _ASKED_FOR_NEXT:
                self._tell(1)
                import_module(name)
        except _Cancelled:
            return
        except PackError as error:
            self.refused.emit(error)
        except Exception as error:
            self.failed.emit(error)

    def _load(self, asked: Path | Contents) -> Loaded:
        contents = self._read(asked) if isinstance(asked, Path) else asked
        # Also what the window needs to show it, lest it stand still for the import.
        import jjjviewer.ui.detail.comparison_html
        import jjjviewer.ui.detail.detail_html  # noqa: F401
        from jjjviewer.charts.chart_type import caption_of
        from jjjviewer.charts.registry import chart_types_for, uncharted
        from jjjviewer.model.dataset import Dataset

        pack = Dataset(contents.tables, contents.index)
        # What is found out here, the window need not stand still for.
        view = pack.view(contents.first)
        chart_types = chart_types_for(view)
        uncharted(view, chart_types)
        for chart_type in chart_types[:1]:
            caption_of(chart_type, view)
        self._tell(1)
        return Loaded(contents, pack)

    def _read(self, pack: Path) -> Contents:
        # The window begins to listen for other starts while a large pack is read, and would stand
        # still for the import, which a busy thread draws out.
        import PySide6.QtNetwork  # noqa: F401

        return contents_of(read_tables(pack, self._tell))

    def _search(self, loaded: Loaded) -> "Search":
        self._tell(1)
        from jjjviewer.model.search import Search

        return Search(loaded.contents.tables.columns, loaded.contents.index)

    def _tell(self, done: float) -> None:
        if self._cancelled:
            raise _Cancelled
        if (percent := int(100 * done)) != self._percent:
            self._percent = percent
            self.progressed.emit(percent)
