"""The window: builds the panes, connects them, and keeps them on one selection."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QMainWindow, QMessageBox, QSplitter, QVBoxLayout, QWidget

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.selection import Selection
from jjjviewer.paths import bundled_pack, example_pack
from jjjviewer.ui import errors, theme, words
from jjjviewer.ui.about import about_words
from jjjviewer.ui.actions import Actions
from jjjviewer.ui.chart_pane import ChartPane
from jjjviewer.ui.data_dialog import ask_what_to_save
from jjjviewer.ui.detail import DetailPane
from jjjviewer.ui.exporting import Exporting
from jjjviewer.ui.first_paint import after_first_paint
from jjjviewer.ui.history import History
from jjjviewer.ui.loader import Contents, Loaded
from jjjviewer.ui.notice import Notice
from jjjviewer.ui.opening import Opening, dropped
from jjjviewer.ui.problems import ProblemsPanel
from jjjviewer.ui.search import SearchField
from jjjviewer.ui.settings import (
    DETAIL,
    FORM,
    GEOMETRY,
    PAGE,
    PANES,
    SELECTION,
    THEME,
    Settings,
)
from jjjviewer.ui.status import StatusBar
from jjjviewer.ui.tree import TreePane

if TYPE_CHECKING:
    from jjjviewer.model.doubts import Place
    from jjjviewer.model.pack import Pack

_SIZE = QSize(1280, 800)
_FRAME = QSize(16, 48)
"""About what a desktop puts round a window."""
_MESSAGE_STAYS = 15_000
"""In milliseconds."""
_WIDTHS = [286, 426, 568]
_HEIGHTS = [600, 180]
_LEAST_WIDTHS = (230, 280, 320)


class MainWindow(QMainWindow):
    """Tree, detail and charts of one selection.

    Args:
        settings: what is remembered.
    """

    view_shown = Signal(object)
    """The `View` that all panes show now."""

    def __init__(self, settings: Settings) -> None:
        super().__init__()
        self._settings = settings
        self._pack: Pack | None = None
        self._contents: Contents | None = None
        self._history = History(Selection())
        self._build_panes()
        self._actions = Actions(self, self._charts.menus, self._search)
        self._connect()
        self._restore()
        self._dress(settings[THEME])
        self._actions.set_recent(self._opening.recent)
        self._actions.problems.setEnabled(False)
        self._update_actions()

    def start(self, asked: Path | None) -> None:
        """Open the pack that is asked for, or else the one that was open last."""
        self._opening.start(asked)

    def _build_panes(self) -> None:
        self._tree = TreePane(self)
        self._detail = DetailPane(self)
        self._charts = ChartPane(self._settings[FORM], self._settings[PAGE], self)
        self._search = SearchField(self)
        self._panes = (self._tree, self._detail, self._charts)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._splitter.setChildrenCollapsible(False)
        for pane, least in zip(self._panes, _LEAST_WIDTHS, strict=True):
            pane.setMinimumWidth(least)
            self._splitter.addWidget(pane)
        self._splitter.setSizes(_WIDTHS)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setStretchFactor(2, 2)
        self._notice = Notice(self)
        middle = QWidget(self)
        layout = QVBoxLayout(middle)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self._notice)
        self._problems = ProblemsPanel(self)
        rows = QSplitter(Qt.Orientation.Vertical, middle)
        rows.setChildrenCollapsible(False)
        rows.addWidget(self._splitter)
        rows.addWidget(self._problems)
        rows.setSizes(_HEIGHTS)
        rows.setStretchFactor(0, 1)
        layout.addWidget(rows, 1)
        self.setCentralWidget(middle)
        self._opening = Opening(self._settings, self)
        self._exporting = Exporting(self._settings, self)
        self._status = StatusBar((self._opening, self._exporting), self)
        self.setStatusBar(self._status)
        self.setAcceptDrops(True)

    def _connect(self) -> None:
        """The one place where the panes, the actions and the model meet."""
        self._tree.selected.connect(self.select)
        self._detail.linked.connect(lambda id_: self._follow(Selection((id_,))))
        self._detail.figure_chosen.connect(lambda figure: self._charts.highlight((figure,)))
        self._detail.card_wanted.connect(self._show_card)
        self._charts.records_chosen.connect(self._charts.highlight)
        self._charts.records_chosen.connect(self._detail.show_records)
        self._charts.drawn.connect(self._update_actions)
        actions = self._actions
        actions.back.triggered.connect(lambda: self._follow(self._history.step(-1)))
        actions.forward.triggered.connect(lambda: self._follow(self._history.step(1)))
        actions.export.triggered.connect(self._export)
        actions.copy.triggered.connect(self._copy)
        self._exporting.said.connect(self._say)
        actions.find.triggered.connect(self._find)
        self._search.chosen.connect(self._go_to)
        self._search.looked_for.connect(self._detail.mark)
        actions.next_pane.triggered.connect(self._go_to_next_pane)
        actions.open.triggered.connect(self._opening.ask_for_file)
        actions.open_folder.triggered.connect(self._opening.ask_for_folder)
        actions.open_bundled.triggered.connect(lambda: self.open_pack(bundled_pack()))
        actions.open_example.triggered.connect(lambda: self.open_pack(example_pack()))
        actions.export_data.triggered.connect(self._export_data)
        actions.recent_chosen.connect(self.open_pack)
        actions.problems.triggered.connect(self._show_warnings)
        self._notice.asked.connect(self._show_warnings)
        self._problems.chosen.connect(self._go_to_problem)
        self._opening.chosen.connect(self.open_pack)
        self._opening.readable.connect(self._show_tree)
        self._opening.unreadable.connect(self._without_pack)
        self._opening.loaded.connect(self._loaded)
        self._opening.searchable.connect(self._search.set_search)
        self._opening.refused.connect(self._refused)
        self._opening.failed.connect(self._could_not_load)
        self._opening.cancelled.connect(self._fall_back)
        actions.quit.triggered.connect(self.close)
        actions.about.triggered.connect(self._about)
        for mode, action in actions.themes.items():
            action.triggered.connect(lambda _=False, mode=mode: self._dress(mode))
        hints = QGuiApplication.styleHints()
        hints.colorSchemeChanged.connect(self._follow_system)

    def open_pack(self, pack: Path) -> None:
        """Open another pack; what is open stays until that one is whole."""
        self._problems.hide()
        self._opening.open(pack)

    def _show_tree(self, contents: Contents) -> None:
        """Show the tree of a pack, and have the rest loaded once it is painted."""
        self._take(contents)
        after_first_paint(self._tree.viewport(), lambda: self._opening.complete(contents))

    def _without_pack(self, fault: str) -> None:
        for part in (self._notice, self._detail, self._charts):
            part.say(fault)

    def _take(self, contents: Contents) -> None:
        """Show the tree of a pack, with the selection of the last time if it is the first pack."""
        index = contents.index
        ids = self._settings[SELECTION].split(",") if self._contents is None else []
        remembered = [id_ for id_ in ids if index.kind(id_)]
        self._contents = contents
        self._pack = None
        self._charts.forget()
        self._search.set_search(None)
        self._tree.fill(contents.tops, index.provinces)
        self._history = History(Selection(tuple(remembered)) if remembered else contents.first)
        self._tree.show_selection(self._history.current)
        self._tree.setFocus()

    def _loaded(self, loaded: Loaded) -> None:
        if loaded.contents is not self._contents:
            self._take(loaded.contents)
            self._notice.say("")
        self._pack = loaded.pack
        self._actions.set_recent(self._opening.recent)
        if count := len(loaded.pack.warnings):
            self._notice.say(words.doubts(count), more=True)
        self._actions.problems.setEnabled(bool(count))
        self._show()

    def _show_warnings(self) -> None:
        assert self._pack is not None
        self._problems.show_warnings(self._pack.warnings)
        self._problems.setFocus()

    def _go_to_problem(self, problem: Problem) -> None:
        assert self._pack is not None
        self._go_to(self._pack.place_of(problem))

    def _go_to(self, place: "Place") -> None:
        """Show where a row is seen, and point it out."""
        self._follow(place.selection)
        self._detail.show_records((place.record,))
        self._charts.highlight((place.record,))

    def _find(self) -> None:
        self._search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._search.selectAll()

    def _refused(self, pack: Path, error: PackError) -> None:
        self._actions.set_recent(self._opening.recent)
        self._problems.show_errors(pack, error.problems)
        self._fall_back()

    def _fall_back(self) -> None:
        """Stay with what is open; where nothing is yet, open the bundled pack and say so."""
        if self._contents is None:
            self._opening.open_bundled()
            self._notice.say(self.tr("The interview that comes with the program is shown instead."))
        elif self._pack is None:
            self._opening.complete(self._contents)

    def _could_not_load(self, error: Exception) -> None:
        if self._contents is None or self._pack is not None:
            # It was another pack that failed: that is one for the dialog.
            self._fall_back()
            raise error
        fault = self.tr("The data could not be loaded: {error}").format(error=error)
        self._detail.say(fault)
        self._charts.say(fault, errors.record(error))

    def select(self, selection: Selection) -> None:
        """Go to a selection and show it; while the pack is loading, as soon as it is there."""
        self._history.visit(selection)
        self._show()

    def _follow(self, selection: Selection) -> None:
        """Go to a selection that was not made in the tree."""
        self._tree.show_selection(selection)
        self.select(selection)

    def _show_card(self, figure: str) -> None:
        """Select a figure alone; its chart is the card, until another form is chosen."""
        self._follow(Selection((figure,)))

    def _show(self) -> None:
        """Show the current selection in all panes, from one view."""
        if self._pack is not None:
            view = self._pack.view(self._history.current)
            self._detail.show_view(view)
            self._charts.show_view(view)
            self._status.show_view(view, self._charts.forms)
            self.setWindowTitle(words.shortened(view.name))
            self.view_shown.emit(view)
        self._update_actions()

    def _update_actions(self) -> None:
        self._actions.back.setEnabled(self._history.can_go_back)
        self._actions.forward.setEnabled(self._history.can_go_forward)
        has_chart = self._pack is not None and self._charts.chart is not None
        self._actions.export_data.setEnabled(self._pack is not None)
        self._actions.export.setEnabled(has_chart)
        self._actions.copy.setEnabled(has_chart)

    def _export(self) -> None:
        chart = self._charts.chart
        assert chart is not None
        assert self._pack is not None
        self._exporting.ask(self._pack, chart)

    def _export_data(self) -> None:
        assert self._contents is not None
        assert self._pack is not None
        selection = self._history.current
        name = self._pack.view(selection).name
        saver = ask_what_to_save(self, self._contents, selection, name, self._settings)
        if saver is not None:
            saver.saved.connect(self._say_saved)
            saver.refused.connect(self._could_not_save)
            saver.start()

    def _say_saved(self, path: Path) -> None:
        self._say(self.tr("Saved: {path}").format(path=path))

    def _say(self, words: str) -> None:
        """Say something in passing."""
        self._status.showMessage(words, _MESSAGE_STAYS)

    def _could_not_save(self, words: str) -> None:
        QMessageBox.warning(self, self.tr("Export data"), words)

    def _copy(self) -> None:
        from jjjviewer.export import to_clipboard

        chart = self._charts.chart
        assert chart is not None
        to_clipboard(chart)
        self._say(self.tr("Copied as image, drawing and table."))

    def _dress(self, mode: str) -> None:
        """Put on a mode of colours and remember it."""
        self._settings[THEME] = mode
        style = theme.apply(mode)
        self._actions.set_style(style, mode)
        for part in (*self._panes, self._notice, self._problems, self._search):
            part.set_style(style)

    def _follow_system(self) -> None:
        if self._settings[THEME] == "system":
            self._dress("system")

    def _go_to_next_pane(self) -> None:
        focus = self.focusWidget()
        inside = [focus is not None and pane.isAncestorOf(focus) for pane in self._panes]
        at = inside.index(True) + 1 if True in inside else 0
        self._panes[at % len(self._panes)].setFocus(Qt.FocusReason.TabFocusReason)

    def _about(self) -> None:
        source = self._contents.tables.source if self._contents else None
        QMessageBox.about(self, self.tr("About JJJ Viewer"), about_words(source))

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if dropped(event.mimeData()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        pack = dropped(event.mimeData())
        if pack is not None:
            event.acceptProposedAction()
            self.open_pack(pack)

    def _restore(self) -> None:
        """Bring back the window's place; what can't be used leaves the default."""
        room = self.screen().availableSize() - _FRAME
        self.resize(_SIZE.boundedTo(room))
        if self.size() != _SIZE:
            self.setWindowState(Qt.WindowState.WindowMaximized)
        self.restoreGeometry(self._settings[GEOMETRY])
        self._splitter.restoreState(self._settings[PANES])
        self._detail.restore_state(self._settings[DETAIL])

    def closeEvent(self, event: QCloseEvent) -> None:
        self._opening.stop()
        self._exporting.stop()
        self._settings[GEOMETRY] = self.saveGeometry()
        self._settings[PANES] = self._splitter.saveState()
        self._settings[DETAIL] = self._detail.save_state()
        self._settings[SELECTION] = ",".join(self._history.current.ids)
        self._settings[FORM] = self._charts.wanted_form
        self._settings[PAGE] = self._charts.wanted_page
        super().closeEvent(event)
