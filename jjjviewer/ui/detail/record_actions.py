"""What can be done with the statements, figures and links that are chosen: collect and cite."""

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording


class RecordActions(QObject):
    """Actions for the menus of text and figures, and for the window's own.

    Args:
        pane: where the keys work.
    """

    collect_requested = Signal()
    """What is chosen is to be collected, or taken out."""
    citation_requested = Signal(str)
    """The format in which what is chosen is to be cited."""

    def __init__(self, pane: QWidget) -> None:
        super().__init__(pane)
        self.collect = QAction(pane)
        self.collect.triggered.connect(self.collect_requested)
        self.show_collected(collected=False)
        self.copy_citation = QAction(tr("Copy citation"), pane)
        self.copy_citation.setShortcut(QKeySequence("Ctrl+Shift+X"))
        context = Qt.ShortcutContext.WidgetWithChildrenShortcut
        self.copy_citation.setShortcutContext(context)
        self.copy_citation.triggered.connect(lambda: self.citation_requested.emit("txt"))
        pane.addAction(self.copy_citation)
        self.cite_as = QMenu(tr("C&ite as"), pane)
        for format_, words in {"ris": "&RIS", "bib": "&BibTeX", "csl": "&CSL-JSON"}.items():
            action = self.cite_as.addAction(words)
            action.triggered.connect(
                lambda _=False, format_=format_: self.citation_requested.emit(format_)
            )

    def show_collected(self, *, collected: bool) -> None:
        """Name the action by what it does with what is chosen now."""
        words = wording.collecting(collected=collected)
        self.collect.setText(f"{words}\t{tr('Space')}")

    @property
    def citing(self) -> list[QAction]:
        """The actions that cite."""
        return [self.copy_citation, self.cite_as.menuAction()]

    def for_menu(self, *, collected: bool) -> list[QAction]:
        """Return the actions for a context menu on what is chosen."""
        self.show_collected(collected=collected)
        return [self.collect, *self.citing]
