"""The one selection, with its filter, whose view all panes show, and the way to it."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from jjjviewer.model.selection import COLLECTION, Filter, Selection
from jjjviewer.model.tree import Node, NodeKind
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.painting import after_next_paint
from jjjviewer.ui.shared.view_pane import ViewPane, restorer_of
from jjjviewer.ui.tree.tree_pane import TreePane
from jjjviewer.ui.window.history import History, Visit

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.view import View


class Navigation(QObject):
    """Shows what is selected in tree and panes, and steps through what was shown before.

    Args:
        tree: where most selections are made.
        window: the window of all panes.
    """

    view_shown = Signal(object)
    """The `View` that all panes show now."""
    selection_changed = Signal()
    """Another selection is current; its view follows if the pack is loaded."""

    def __init__(self, tree: TreePane, window: QWidget) -> None:
        super().__init__(window)
        self._tree = tree
        self._window = window
        self.panes: Sequence[ViewPane] = ()
        """In the order in which they are painted."""
        self.dataset: Dataset | None = None
        """The pack, once it is loaded."""
        self.history = History(Visit(Selection()))
        self._view: View | None = None
        tree.selected.connect(self.select)

    def start(self, selection: Selection) -> None:
        """Begin another history, in the tree of a pack that is not loaded yet."""
        self.dataset, self._view = None, None
        self.history = History(Visit(selection))
        self._tree.show_selection(selection)

    def load(self, dataset: "Dataset") -> None:
        """Show a pack that is loaded: first the chart, then all other panes."""
        self.dataset = dataset
        if dataset.collection.items or COLLECTION in self.history.current.selection.ids:
            self._show_collection(dataset)
        after_next_paint(self._window, self._show_first)

    def _show_first(self) -> None:
        # A selection made meanwhile is shown in all panes already.
        if self.dataset is not None and self._view is None:
            self._show_in_tree()
            view = self._view = self.dataset.view(*self.history.current)
            self.panes[0].show_view(view)
            after_next_paint(self._window, lambda: self._show_others(view))

    def _show_others(self, view: "View") -> None:
        if view is self._view:
            self._show_in(self.panes[1:], view)

    def _show_in(self, panes: Sequence[ViewPane], view: "View") -> None:
        for pane in panes:
            pane.show_view(view)
        self.view_shown.emit(view)

    def select(self, selection: Selection) -> None:
        """Show a selection of the tree; while the pack is loading, as soon as it is loaded."""
        self._leave()
        self.history.visit(Visit(selection, self.history.current.filter))
        self._show_current()

    def follow(self, selection: Selection) -> None:
        """Show a selection that was not made in the tree."""
        self.go_to(Visit(selection, self.history.current.filter))

    def narrow(self, filter_: Filter) -> None:
        """Show what a filter lets through of the selection."""
        self.go_to(Visit(self.history.current.selection, filter_))

    def go_to(self, visit: Visit) -> None:
        """Show a selection and what a filter lets through of it."""
        self._leave()
        self.history.visit(visit)
        self._show_in_tree()
        self._show_current()

    def step(self, by: int) -> None:
        """Go back (-1) or forward (1) in the history, if possible, to the panes as they were."""
        self._leave()
        self.history.step(by)
        self._show_in_tree()
        self._show_current()
        self.history.restore()

    def _show_in_tree(self) -> None:
        """Select the rows of the current visit, with one for its search."""
        selection = self.history.current.selection
        if self.dataset is not None and selection.query:
            found = self.dataset.view(Selection(query=selection.query))
            self._show_row("search", selection.query, found)
        self._tree.show_selection(selection)

    def _leave(self) -> None:
        if self._view is not None:
            self.history.leave(restorer_of(self.panes))

    def _show_current(self) -> None:
        if self.dataset is not None:
            view = self._view = self.dataset.view(*self.history.current)
            self._show_in(self.panes, view)
        self.selection_changed.emit()

    def _show_collection(self, dataset: "Dataset") -> None:
        """Show the row of what is collected, unless the pack means its own by that word."""
        if dataset.index.kind(COLLECTION) == "collection":
            view = dataset.view(Selection((COLLECTION,)))
            self._show_row("collection", wording.uncounted(dataset.collection), view)

    def _show_row(self, kind: NodeKind, name: str, view: "View") -> None:
        member, *_ = view.selection.members
        statements, figures = len(view.statements), view.figure_count
        self._tree.show_first(Node(kind, member, name, statements=statements, figures=figures))

    def show_collected(self) -> None:
        """Show what is collected now: its row, and the panes, which stay as they are otherwise."""
        if self.dataset is None or self._view is None:
            return
        self._show_collection(self.dataset)
        if COLLECTION not in self.history.current.selection.ids:
            for pane in self.panes:
                pane.show_collected()
            return
        self.show_again()

    def show_again(self) -> None:
        """Show the same selection again, of which the data has changed, in panes as they are."""
        if self._view is None:
            return
        restore = restorer_of(self.panes)
        self._show_current()
        restore()
