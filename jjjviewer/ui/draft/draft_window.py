"""The window of a draft: from the text to a pack, in steps that can be taken in any order."""

from pathlib import Path

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence
from PySide6.QtWidgets import (
    QFileDialog,
    QLabel,
    QMainWindow,
    QMessageBox,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.draft.draft import Draft
from jjjviewer.draft.journal import finish, remove
from jjjviewer.draft.saving import DraftProblem, NotSavedError, preview, problems, save
from jjjviewer.model.errors import PackError
from jjjviewer.ui.draft.check_page import CheckPage
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.draft_steps import CHECK, FIGURES, step_of, steps
from jjjviewer.ui.draft.draft_texts import DraftTexts
from jjjviewer.ui.draft.text_page import SourcePage
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.errors import show_refusal
from jjjviewer.ui.shared.fitting import fitting
from jjjviewer.ui.shared.save_path import folder_or_documents
from jjjviewer.ui.shared.work import Latest, Work

_SIZE = QSize(1240, 780)
_MESSAGE_TIME = 15_000
_SETTLED = 400
"""Milliseconds after the last decision until the pack is checked, and the preview follows."""
_PREVIEW = "preview.jjj.zip"


class DraftWindow(QMainWindow):
    """Shows one draft.

    Args:
        draft: it is closed with the window.
        style: the colours.
        program: the window of the program; either can be in front of the other.
    """

    pack_requested = Signal(object)
    """The path of a pack to be shown."""
    preview_changed = Signal(object)
    """The path of a pack that was written anew, since something was decided."""
    saved = Signal(object, object)
    """The path of a pack that was saved, and the record of where its text is from."""
    closed = Signal()

    def __init__(self, draft: Draft, style: Style, program: QWidget) -> None:
        super().__init__()
        self._program = program
        self._document = Document(draft, self)
        self._is_previewed = False
        self._last_check, self._last_preview = Latest(), Latest()
        self._texts = DraftTexts(self._document, self)
        self._style = style
        self._build_steps()
        self._build_menus()
        self._progress = QLabel(self)
        self.statusBar().addPermanentWidget(self._progress)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_SETTLED)
        self._timer.timeout.connect(self._follow)
        self._document.changed.connect(self._show_state)
        self._document.changed.connect(self._refresh)
        self._document.changed.connect(self._timer.start)
        self._document.message.connect(self.show_message)
        self.apply_theme(style)
        self._show_state()
        self.resize(fitting(self, _SIZE))
        if draft.source["pack"]:
            self._go_to(FIGURES)
        else:
            self._enter(0)
            self._go_to(0)
        if draft.read_only:
            self.show_message(tr("This draft is open elsewhere, and can only be read here."))

    def _build_steps(self) -> None:
        """Build the tabs; the page of a step is made when it is first entered."""
        self._steps = steps(self._document)
        self._pages: dict[int, DraftPage] = {}
        self._tabs = QTabWidget(self)
        self._tabs.tabBar().setAccessibleName(tr("Steps"))
        for words in self._steps:
            holder = QWidget(self._tabs)
            layout = QVBoxLayout(holder)
            layout.setContentsMargins(0, 0, 0, 0)
            self._tabs.addTab(holder, words)
        self._tabs.currentChanged.connect(self._enter)
        # A clicked tab would keep the focus, and the keys of its page do nothing.
        self._tabs.tabBarClicked.connect(self._go_to)
        self.setCentralWidget(self._tabs)

    def _page(self, at: int) -> DraftPage:
        """Return the page of a step."""
        if at not in self._pages:
            page = self._pages[at] = [*self._steps.values()][at]()
            holder = self._tabs.widget(at)
            assert holder is not None
            layout = holder.layout()
            assert layout is not None
            layout.addWidget(page)
            holder.setFocusProxy(page)
            page.apply_theme(self._style)
            if isinstance(page, SourcePage):
                page.again.clicked.connect(self._texts.read_again)
            if isinstance(page, CheckPage):
                page.chosen.connect(self._lead)
                page.save.clicked.connect(self._ask_where)
        return self._pages[at]

    def _build_menus(self) -> None:
        standard = QKeySequence.StandardKey
        draft = self.menuBar().addMenu(tr("&Draft"))
        self._save = draft.addAction(tr("&Save as a pack…"), QKeySequence(standard.Save))
        self._preview = draft.addAction(tr("Pre&view"), QKeySequence("Ctrl+P"))
        add = draft.addAction(tr("&Add a text…"))
        discard = draft.addAction(tr("&Throw this draft away…"))
        close = draft.addAction(tr("&Close"), QKeySequence("Ctrl+W"))
        edit = self.menuBar().addMenu(tr("&Edit"))
        self._undo = edit.addAction(tr("&Undo"), QKeySequence(standard.Undo))
        self._redo = edit.addAction(tr("&Redo"))
        self._redo.setShortcuts([QKeySequence("Ctrl+Y"), QKeySequence("Ctrl+Shift+Z")])
        step = self.menuBar().addMenu(tr("&Step"))
        for at in range(self._tabs.count()):
            words = self._tabs.tabText(at)
            action = step.addAction(words, QKeySequence(f"Ctrl+{at + 1}"))
            action.triggered.connect(lambda _=False, at=at: self._go_to(at))
        for action, do in {
            self._save: self._ask_where,
            self._preview: self._show_preview,
            add: self._texts.add,
            discard: self._ask_to_discard,
            close: self.close,
            self._undo: self._document.undo,
            self._redo: self._document.redo,
        }.items():
            action.triggered.connect(do)

    def _go_to(self, at: int) -> None:
        """Show a step and give it the keys; -1 is a click beside the tabs."""
        if at < 0:
            return
        self._tabs.setCurrentIndex(at)
        self._page(at).setFocus(Qt.FocusReason.OtherFocusReason)

    def apply_theme(self, style: Style) -> None:
        """Take over the colours of the program."""
        self.setStyleSheet(self._program.styleSheet())
        self._style = style
        for page in self._pages.values():
            page.apply_theme(style)

    def show_message(self, words: str) -> None:
        """Show a message for a while, and have it read out."""
        self.statusBar().showMessage(words, _MESSAGE_TIME)
        announce(self, words)

    @property
    def folder(self) -> Path:
        """The folder of the draft."""
        return self._document.draft.folder

    def _show_state(self) -> None:
        draft = self._document.draft
        name, decided, figures = draft.progress
        words = {"name": name or tr("Draft"), "decided": decided, "figures": figures}
        self.setWindowTitle(tr("{name}, {decided} of {figures}", **words))
        self._progress.setText(tr("Figures decided: {decided} of {figures}", **words))
        for action, done, name in (
            (self._undo, draft.undo_words, tr("&Undo")),
            (self._redo, draft.redo_words, tr("&Redo")),
        ):
            action.setEnabled(bool(done))
            action.setText(f"{name}: {done}" if done else name)

    # Checking, saving and the preview.

    def _refresh(self) -> None:
        """Show what is decided now on the page that is seen; the others follow when they are."""
        self._page(self._tabs.currentIndex()).refresh()

    def _enter(self, at: int) -> None:
        self._refresh()
        if at == CHECK:
            self._find_problems()

    def _follow(self) -> None:
        """Let what is shown elsewhere follow the last decision."""
        if self._tabs.currentIndex() == CHECK:
            self._find_problems()
        if self._is_previewed:
            self._write_preview()

    def _find_problems(self) -> None:
        page = self._page(CHECK)
        assert isinstance(page, CheckPage)
        page.show_checking()
        records, folder = self._document.records_now(), self.folder
        find = self._last_check.of(lambda: problems(records, folder))
        work = Work(find, (OSError,), self)
        work.done.connect(lambda found: None if found is None else page.show_problems(found))
        work.refused.connect(lambda error: self.show_message(str(error)))
        work.start()

    def _lead(self, problem: DraftProblem) -> None:
        """Show the field that a problem is about."""
        at = step_of(problem.table)
        self._tabs.setCurrentIndex(at)
        self._page(at).show_record(problem.table, problem.row, problem.column)

    def _ask_where(self) -> None:
        kinds = [tr("Pack, one file (*.jjj.zip)"), tr("Pack, a folder (*)")]
        source = self._document.draft.source
        near = Path(source["file"] or folder_or_documents("") / "pack")
        start = str(near.with_name(f"{near.stem}.jjj.zip"))
        name, kind = QFileDialog.getSaveFileName(
            self, tr("Save as a pack"), start, ";;".join(kinds), kinds[0]
        )
        if not name:
            return
        path = Path(name)
        if kind == kinds[0] and path.suffix.lower() != ".zip":
            path = path.with_name(f"{path.name}.jjj.zip")
        records = self._document.records_now()
        work = Work(lambda: save(records, path), (PackError, NotSavedError), self)
        work.done.connect(lambda _: self._finish_saving(path))
        work.refused.connect(self._refuse)
        work.start()

    def _finish_saving(self, path: Path) -> None:
        finish(self.folder)
        self.show_message(tr("Saved: {path}", path=path))
        self._is_previewed = False
        self.saved.emit(path, self._document.draft.source)

    def _refuse(self, error: Exception) -> None:
        self._tabs.setCurrentIndex(CHECK)
        if isinstance(error, PackError):
            self.show_message(tr("Not saved: what is wrong is listed."))
            return
        show_refusal(tr("Save as a pack"), error, self)

    def _show_preview(self) -> None:
        """Show what is kept so far in the program's window, which then follows each decision."""
        self._write_preview(first=True)

    def _write_preview(self, *, first: bool = False) -> None:
        records, path = self._document.records_now(), self.folder / _PREVIEW
        write = self._last_preview.of(lambda: preview(records, path))
        work = Work(write, (PackError, NotSavedError), self)
        if first:
            work.done.connect(lambda _: self._open_preview(path))
            work.refused.connect(self._refuse)
        else:
            work.done.connect(lambda _: self.preview_changed.emit(path))
        work.start()

    def _open_preview(self, path: Path) -> None:
        self._is_previewed = True
        self.pack_requested.emit(path)

    def _ask_to_discard(self) -> None:
        box = QMessageBox(self)
        box.setWindowTitle(tr("Throw this draft away"))
        box.setText(tr("Throw away all decisions of this draft?"))
        box.setInformativeText(tr("Text and packs that were saved stay. It can't be undone."))
        box.setStandardButtons(QMessageBox.StandardButton.Yes | QMessageBox.StandardButton.Cancel)
        box.accepted.connect(self._discard)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.open()

    def _discard(self) -> None:
        self.close()
        remove(self.folder)

    def closeEvent(self, event: QCloseEvent) -> None:
        if widget := self.focusWidget():
            # What is typed in a field is a decision once the field is left.
            widget.clearFocus()
        for work in (*self.findChildren(Work), *self._texts.findChildren(Work)):
            work.wait()
        self._document.draft.close()
        super().closeEvent(event)
        self.closed.emit()
