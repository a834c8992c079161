"""The one place where panes, actions and model are connected.

The window imports this module, and with it most libraries, once its tree is painted.
"""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAction

from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import NO_FILTER, Selection
from jjjviewer.model.view import View
from jjjviewer.paths import bundled_pack, example_pack
from jjjviewer.text.suffixes import is_text
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.collection.collection_files import CollectionFiles
from jjjviewer.ui.detail.detail_pane import DetailPane
from jjjviewer.ui.export.chart_export import ChartExport
from jjjviewer.ui.export.chart_print import ChartPrint
from jjjviewer.ui.export.citation_export import CitationExport
from jjjviewer.ui.export.report_export import ReportExport
from jjjviewer.ui.packs.data_export import DataExport
from jjjviewer.ui.packs.new_pack import NewPack
from jjjviewer.ui.packs.pack_opener import PackOpener
from jjjviewer.ui.packs.problems_panel import ProblemsPanel
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.clipboard import select_all_in
from jjjviewer.ui.shared.late_pane import RecordsPane
from jjjviewer.ui.shared.paged_pane import PagedPane
from jjjviewer.ui.shared.progress import ProgressLine
from jjjviewer.ui.shared.settings import CHART_TYPE, DETAIL, HINT, PAGE
from jjjviewer.ui.shared.view_pane import ViewPane
from jjjviewer.ui.text.text_pane import TextPane
from jjjviewer.ui.text.text_words import text_title
from jjjviewer.ui.window.about_dialog import AboutDialog
from jjjviewer.ui.window.availability import available
from jjjviewer.ui.window.chip_words import chips_of, filter_words
from jjjviewer.ui.window.compare_dialog import CompareDialog
from jjjviewer.ui.window.drafting import Drafting
from jjjviewer.ui.window.finding import Finding
from jjjviewer.ui.window.following import Following
from jjjviewer.ui.window.history import Visit
from jjjviewer.ui.window.main_window import MainWindow
from jjjviewer.ui.window.opening import Opening
from jjjviewer.ui.window.shortcut_sheet import ShortcutSheet
from jjjviewer.ui.window.status_words import content_words, source_words
from jjjviewer.ui.window.tour import Tour, stops

_HEIGHTS = [600, 180]
"""Initial heights of the panes and of the problems panel below them, in pixels."""


class Connections(QObject):
    """Builds all parts of a window but the tree, and connects them."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        self._filter = NO_FILTER
        """The filter of the view that is shown."""
        self._build()
        self._connect_window()
        self._connect_panes()
        self._connect_text()
        Finding(window, self._pages, self._detail, self._text, self._following)
        self._connect_actions()
        if window.settings[HINT] == "wanted":
            # Of panes that are filled, and not before the first of them is painted.
            window.view_shown.connect(
                lambda: self._tour.begin(takes_focus=False),
                Qt.ConnectionType.SingleShotConnection,
            )
        self._update_actions()

    def _build(self) -> None:
        window, settings = self._window, self._window.settings
        self._detail = DetailPane(window)
        self._detail.splitter.restoreState(settings[DETAIL])
        explore = tr("Explore"), self._make_explore
        self._chart = ChartPane(settings, explore, window)
        self._text = TextPane(settings, window)
        pages = {tr("Details"): self._detail, tr("Text"): self._text}
        self._pages = PagedPane(pages, tr("Details or text"), window)
        # In the order in which they are painted.
        panes: dict[str, ViewPane] = {"chart": self._chart, "detail": self._pages}
        window.fill_slots(panes)
        # Tab order: the search field comes last, although it was built first.
        window.setTabOrder(self._chart, window.search)
        self._opener = PackOpener(settings, window)
        progress, reporting = ProgressLine(window), ProgressLine(window)
        window.status.add_progress(self._opener, progress, reporting)
        self._export = ChartExport(lambda: self._chart.chart, progress, settings, window)
        self._print = ChartPrint(lambda: self._chart.chart, settings, window)
        self._report = ReportExport(reporting, settings, window)
        self._data_export = DataExport(settings, window)
        self._new_pack = NewPack(settings, window)
        self._citation_export = CitationExport(settings, window)
        self._collection_files = CollectionFiles(window.collecting, settings, window)
        self._problems = ProblemsPanel(window)
        window.column.addWidget(self._problems)
        window.column.setSizes(_HEIGHTS)
        window.add_themed(self._problems)
        self._following = Following(window, self._detail, self._chart, self._text)
        self._tour = Tour(stops(window.tree, self._pages, self._chart), window.middle)
        self._opening = Opening(self._opener, self._problems, self._chart, window)
        self._drafting = Drafting(self._opening, window)

    def _make_explore(self) -> RecordsPane:
        # Imported when the tab is first shown, for it takes long, and the start does without.
        from jjjviewer.ui.explore.explore_pane import ExplorePane

        explore, navigation = ExplorePane(self._window), self._window.navigation
        explore.records_chosen.connect(self._following.show_records)
        explore.records_chosen.connect(self._text.show_records)
        explore.narrowed.connect(lambda *visit: navigation.go_to(Visit(*visit)))
        explore.chart_requested.connect(lambda: self._chart.show_tab(0))
        return explore

    def _connect_window(self) -> None:
        window = self._window
        window.view_shown.connect(self._show_status)
        window.view_shown.connect(self._update_actions)
        window.navigation.selection_changed.connect(self._update_actions)
        window.panes.folding_changed.connect(self._update_actions)
        window.tree.compare_requested.connect(self._compare)
        window.notice.details_requested.connect(self._show_warnings)
        self._tour.left.connect(self._forget_hint)

    def _connect_panes(self) -> None:
        window, detail, chart = self._window, self._detail, self._chart
        following = self._following
        detail.link_followed.connect(following.follow)
        # A figure that is selected alone is drawn as a card, until another chart type is chosen.
        detail.card_requested.connect(following.follow)
        detail.figure_chosen.connect(lambda id_: chart.show_records((id_,)))
        detail.compare_requested.connect(self._compare)
        detail.message.connect(window.show_message)
        detail.collect_requested.connect(window.collecting.toggle)
        chart.stars.collect_requested.connect(window.collecting.toggle)
        chart.stars.words_changed.connect(window.collecting.replace)
        chart.editing.changed.connect(chart.stars.keep_words)
        detail.chart_requested.connect(following.show_chart)
        detail.note_written.connect(window.collecting.note)
        chart.records_chosen.connect(following.show_records)
        chart.target_chosen.connect(following.follow)
        chart.filter_chosen.connect(window.navigation.narrow)
        chart.drawn.connect(self._update_actions)
        chart.editing.message.connect(window.show_message)
        for telling in (self._export, self._print, self._report, self._collection_files):
            telling.message.connect(window.show_message)
            telling.saved.connect(window.status.show_saved)
        for writing in (self._data_export, self._citation_export, self._new_pack):
            writing.saved.connect(window.status.show_saved)
        self._export.text_chosen.connect(chart.editing.set_text)
        window.collecting.changed.connect(self._update_actions)
        for shown_anew in (window.collecting.changed, window.view_shown, chart.drawn):
            shown_anew.connect(chart.stars.show)
        self._problems.chosen.connect(following.go_to_problem)

    def _connect_text(self) -> None:
        text, pages, following = self._text, self._pages, self._following
        text.attached.connect(lambda: pages.show_page(text))
        text.figure_chosen.connect(lambda id_: following.show_records((id_,)))
        text.location_chosen.connect(following.go_to)
        text.matched.connect(lambda count: pages.set_title(text, text_title(count)))
        self._detail.figure_chosen.connect(lambda id_: text.show_records((id_,)))
        self._chart.records_chosen.connect(text.show_records)

    def _connect_actions(self) -> None:
        window, actions = self._window, self._window.menu_actions
        actions.add(self._chart.menus, self._detail.record_actions.citing)
        self._chart.editing.offered = [actions.copy, actions.export]
        actions.set_recent(self._opener.recent)
        for action, do in self._commands().items():
            action.triggered.connect(do)
        for at, action in enumerate(actions.to_panes):
            action.triggered.connect(lambda _=False, at=at: window.panes.go_to(at))
        for at, action in enumerate(actions.show_panes):
            action.triggered.connect(lambda shown, at=at: window.panes.fold(at, not shown))
        actions.full_screen.triggered.connect(window.show_full_screen)
        actions.mode_chosen.connect(window.appearance.set_mode)
        actions.recent_chosen.connect(self.open_pack)
        actions.new_pack.triggered.connect(self._new_pack.ask)

    def _commands(self) -> dict[QAction, Callable[[], object]]:
        window, actions = self._window, self._window.menu_actions
        return {
            actions.open: self._opener.ask_for_file,
            actions.open_folder: self._opener.ask_for_folder,
            actions.reload: self._opening.reload,
            actions.open_bundled: lambda: self.open_pack(bundled_pack()),
            actions.open_example: lambda: self.open_pack(example_pack()),
            actions.attach_text: self._text.ask_for_file,
            actions.new_text: self._drafting.drafts.ask_for_text,
            actions.edit_pack: self._drafting.edit_pack,
            actions.export: lambda: self._export.export(self._view.dataset),
            actions.export_data: self._save_data,
            actions.export_report: lambda: self._report.ask(self._view),
            actions.print: self._print.print,
            actions.export_citations: lambda: self._citation_export.export(self._view),
            actions.export_collection: self._collection_files.export,
            actions.import_collection: self._collection_files.import_,
            actions.collect: self._following.collect,
            actions.collect_all: self._detail.collect_all,
            actions.put_back: window.collecting.put_back,
            actions.quit: window.close,
            actions.copy_text: self._export.copy_focused,
            actions.copy: self._export.copy,
            actions.select_all: lambda: select_all_in(window.focusWidget()),
            actions.find: window.search.begin,
            actions.compare: lambda: self._compare(self._selection.members),
            actions.larger: lambda: window.appearance.step_text(1),
            actions.smaller: lambda: window.appearance.step_text(-1),
            actions.normal_size: lambda: window.appearance.step_text(0),
            actions.problems: self._show_warnings,
            actions.back: lambda: window.navigation.step(-1),
            actions.forward: lambda: window.navigation.step(1),
            actions.home: lambda: window.navigation.go_to(Visit(window.first_selection)),
            actions.next_pane: lambda: window.panes.step(1),
            actions.previous_pane: lambda: window.panes.step(-1),
            actions.shortcuts: lambda: ShortcutSheet(actions.menus, window).open(),
            actions.hint: lambda: self._tour.begin(takes_focus=True),
            actions.about: lambda: AboutDialog(window.source, window).open(),
        }

    def open_pack(self, pack: Path | None) -> None:
        """Open a pack, None the bundled one; a text is attached to the one that is open."""
        if pack is not None and is_text(pack) and self._window.dataset is not None:
            self._text.attach(pack)
        else:
            self._opening.open_pack(pack)

    def _show_warnings(self) -> None:
        assert self._window.dataset is not None
        self._problems.show_warnings(self._window.dataset.problems)
        self._problems.setFocus()

    @property
    def _selection(self) -> Selection:
        return self._window.navigation.history.current.selection

    def _compare(self, ids: tuple[str, ...]) -> None:
        """Ask what to compare with."""
        window = self._window
        assert window.contents is not None
        dialog = CompareDialog(ids, window.contents.tops, window)
        dialog.chosen.connect(window.navigation.follow)
        window.pack_left.connect(dialog.reject)
        dialog.open()

    def _save_data(self) -> None:
        assert self._window.contents is not None
        self._data_export.ask(self._view, self._window.contents)

    @property
    def _view(self) -> View:
        """What all panes show, once the pack is loaded."""
        dataset = self._window.dataset
        assert dataset is not None
        return dataset.view(*self._window.navigation.history.current)

    def _show_status(self, view: View) -> None:
        self._window.chips.show_chips(chips_of(view))
        content = content_words(view, self._chart.choice.suited)
        self._window.status.show_texts(content, source_words(view))
        # In the tree the row that is chosen is read, with its counts.
        if view.filter != self._filter or not self._window.tree.has_focus_on(view.selection):
            shown = (wording.shortened(view.name), *filter_words(view), content)
            announce(self._window, ". ".join(shown))
        self._filter = view.filter

    def _forget_hint(self) -> None:
        self._window.settings[HINT] = "seen"

    def _update_actions(self) -> None:
        window, actions = self._window, self._window.menu_actions
        actions.enable(available(window, has_chart=self._chart.has_chart))
        for at, action in enumerate(actions.show_panes):
            action.setChecked(not window.panes.is_folded(at))

    def save_state(self) -> None:
        """Save the state of the panes for the next start."""
        settings = self._window.settings
        settings[DETAIL] = self._detail.splitter.saveState()
        settings[CHART_TYPE] = self._chart.choice.wanted
        settings[PAGE] = self._chart.wanted_page

    def stop(self) -> None:
        """Cancel the threads, or wait for them."""
        self._opener.stop()
        self._drafting.drafts.stop()
        self._text.stop()
        self._collection_files.stop()
        self._export.stop()
        self._report.stop()
        self._data_export.stop()
