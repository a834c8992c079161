"""The window: builds the panes, connects them, and keeps them on one selection."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.selection import Selection
from jjjviewer.paths import bundled_pack, example_pack
from jjjviewer.ui.packs.loader import Contents, Loaded
from jjjviewer.ui.shared import errors, wording
from jjjviewer.ui.shared.clipboard import select_all_in
from jjjviewer.ui.shared.painting import after_first_paint, after_next_paint, in_turns
from jjjviewer.ui.shared.settings import (
    CHART_TYPE,
    DETAIL,
    GEOMETRY,
    HINT,
    PAGE,
    PANES,
    SELECTION,
    Settings,
)
from jjjviewer.ui.window.frame import Frame
from jjjviewer.ui.window.history import History

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset
    from jjjviewer.model.view import View
    from jjjviewer.model.warning_locations import Place
    from jjjviewer.ui.packs.data_export import DataExport
    from jjjviewer.ui.packs.problems_panel import ProblemsPanel

_HEIGHTS = [600, 180]


class MainWindow(Frame):
    """Tree, detail and charts of one selection.

    Args:
        settings: what is remembered.
    """

    view_shown = Signal(object)
    """The `View` that all panes show now."""
    _pack_left = Signal()
    """The tree of another pack is about to be shown."""

    def __init__(self, settings: Settings) -> None:
        super().__init__(settings)
        self._pack: Dataset | None = None
        self._view: View | None = None
        self._contents: Contents | None = None
        self._problems: ProblemsPanel | None = None
        self._data_export: DataExport | None = None
        self._history = History(Selection())
        self._has_panes = self._is_whole = False
        self._tree.selected.connect(self.select)
        self._opening.readable.connect(self._show_tree)
        self._opening.unreadable.connect(self._without_pack)
        self.pack_dropped.connect(self.open_pack)
        self.history_step.connect(self._walk)
        self._actions.set_recent(self._opening.recent)
        self._actions.problems.setEnabled(False)
        self._update_actions()

    def start(self, asked: Path | None) -> None:
        """Open the pack that is asked for, or else the one that was open last."""
        pack = self._opening.wanted(asked)
        if pack is None:
            self._opening.open_bundled()
        steps = self._import_rest, self._make_panes, lambda: self._complete(pack)
        after_first_paint(self, lambda: in_turns(self, *steps))

    def _import_rest(self) -> None:
        """Import what the rest of the window is made of."""
        import jjjviewer.charts.overview
        import jjjviewer.ui.chart.chart_pane
        import jjjviewer.ui.detail.detail_pane
        import jjjviewer.ui.export.export_controller  # noqa: F401

    def _complete(self, pack: Path | None) -> None:
        """Build the rest of the window, now that the tree is painted, and have the data loaded."""
        if self._is_whole:
            # Another pack was asked for meanwhile.
            return
        self._build_rest()
        if pack is None:
            self._show_overview()
        # First it is painted, without a thread that competes for Python.
        after_next_paint(self, lambda: self._load(pack))

    def _show_overview(self) -> None:
        """Show the first chart before pandas is there, where it is one that needs none."""
        from jjjviewer.charts.overview import CHART_TYPE as OVERVIEW
        from jjjviewer.charts.overview import Overview

        contents = self._contents
        if contents is None or self._history.current != contents.first:
            return
        overview = Overview(contents.tables, contents.index, *contents.first.ids)
        if overview.is_wanted and self._charts.wanted_chart_type in ("", OVERVIEW):
            self._charts.show_overview(overview)

    def _load(self, pack: Path | None) -> None:
        """Have a pack loaded, or the rest of the bundled one."""
        if self._opening.is_busy or not self.isVisible():
            return
        if pack is not None:
            self._opening.open(pack)
        elif self._contents is not None:
            self._opening.complete(self._contents)

    def _make_panes(self) -> None:
        """Make the panes beside the tree, if that is not done yet."""
        if self._has_panes:
            return
        from jjjviewer.ui.chart.chart_pane import ChartPane
        from jjjviewer.ui.detail.detail_pane import DetailPane

        self._detail = DetailPane(self)
        self._charts = ChartPane(self._settings[CHART_TYPE], self._settings[PAGE], self)
        self._has_panes = True

    def _build_rest(self) -> None:
        """Build what stands beside the tree, if that is not done yet, and connect everything."""
        if self._is_whole:
            return
        from jjjviewer.ui.export.export_controller import ExportController

        self._make_panes()
        self._rooms[0].put(self._detail, self._detail.take_focus)
        self._rooms[1].put(self._charts, self._charts.take_focus)
        self._detail.restore_state(self._settings[DETAIL])
        self._actions.add(self._charts.menus, self._detail.copy_citation)
        # As if they had been built in this order: the field above is reached last.
        self.setTabOrder(self._charts, self._search)
        self._exports = ExportController(
            lambda: self._charts.chart, self._export_progress, self._settings, self
        )
        rest = (self._detail, self._charts)
        for part in rest:
            part.apply_theme(self._appearance.style)
        self._dressed += rest
        self._connect()
        self._connect_actions()
        if self._settings[HINT] == "wanted":
            self._show_hint()
        self._is_whole = True

    # The one place where the panes, the actions and the model meet.

    def _connect(self) -> None:
        """Connect the panes, and what opens, exports and warns."""
        self._detail.link_followed.connect(lambda id_: self._follow(Selection((id_,))))
        self._detail.figure_chosen.connect(lambda figure: self._charts.highlight((figure,)))
        self._detail.card_requested.connect(self._show_card)
        self._detail.message.connect(self._show_message)
        self._detail.compare_requested.connect(self._compare)
        self._tree.compare_requested.connect(self._compare)
        self._charts.records_chosen.connect(self._show_chosen)
        self._charts.target_chosen.connect(lambda id_: self._follow(Selection((id_,))))
        self._charts.drawn.connect(self._update_actions)
        self._search.chosen.connect(self._go_to)
        self._search.words_searched.connect(self._detail.highlight_search)
        self._panes.folding_changed.connect(self._update_actions)
        self._appearance.changed.connect(self._apply_theme)
        self._hint.dismissed.connect(self._forget_hint)
        self._exports.message.connect(self._show_message)
        self._notice.details_requested.connect(self._show_warnings)
        self._opening.chosen.connect(self.open_pack)
        self._opening.loaded.connect(self._loaded)
        self._opening.searchable.connect(self._search.set_search)
        self._opening.refused.connect(self._refused)
        self._opening.failed.connect(self._could_not_load)
        self._opening.cancelled.connect(self._fall_back)

    def _connect_actions(self) -> None:
        actions = self._actions
        for action, do in {
            actions.open: self._opening.ask_for_file,
            actions.open_folder: self._opening.ask_for_folder,
            actions.open_bundled: lambda: self.open_pack(bundled_pack()),
            actions.open_example: lambda: self.open_pack(example_pack()),
            actions.export: self._export,
            actions.export_data: self._export_data,
            actions.quit: self.close,
            actions.copy_text: self._exports.copy_focused,
            actions.copy: self._exports.copy,
            actions.select_all: lambda: select_all_in(self.focusWidget()),
            actions.find: self._search.begin,
            actions.compare: lambda: self._compare(self._history.current.ids),
            actions.larger: lambda: self._appearance.step_text(1),
            actions.smaller: lambda: self._appearance.step_text(-1),
            actions.normal_size: lambda: self._appearance.step_text(0),
            actions.problems: self._show_warnings,
            actions.back: lambda: self._walk(-1),
            actions.forward: lambda: self._walk(1),
            actions.home: lambda: self._follow(self._first()),
            actions.next_pane: lambda: self._panes.step(1),
            actions.previous_pane: lambda: self._panes.step(-1),
            actions.shortcuts: self._show_shortcuts,
            actions.hint: self._show_hint,
            actions.about: self._about,
        }.items():
            action.triggered.connect(do)
        for at, action in enumerate(actions.to_panes):
            action.triggered.connect(lambda _=False, at=at: self._panes.go_to(at))
        for at, action in enumerate(actions.show_panes):
            action.triggered.connect(lambda shown, at=at: self._panes.fold(at, not shown))
        actions.full_screen.triggered.connect(self._fill_screen)
        actions.mode_chosen.connect(self._appearance.set_mode)
        actions.recent_chosen.connect(self.open_pack)

    def open_pack(self, pack: Path) -> None:
        """Open another pack; what is open stays until that one is whole."""
        self._build_rest()
        self._hide_problems()
        self._opening.open(pack)

    def _show_tree(self, contents: Contents) -> None:
        """Show the tree of the bundled pack; at the start the rest waits until it is painted."""
        self._take(contents)
        if self._is_whole:
            self._opening.complete(contents)

    def _without_pack(self, fault: str) -> None:
        self._build_rest()
        for part in (self._notice, self._detail, self._charts):
            part.show_message(fault)

    def _take(self, contents: Contents) -> None:
        """Show the tree of a pack, with the selection of the last time if it is the first pack."""
        index = contents.index
        ids = self._settings[SELECTION].split(",") if self._contents is None else []
        remembered = [id_ for id_ in ids if index.kind(id_)]
        if self._contents is not None:
            # Nothing of the last pack is there to be clicked.
            self._pack_left.emit()
            self._charts.forget()
            for pane in (self._detail, self._charts):
                pane.show_message(tr("Loading…"))
        self._contents = contents
        self._pack = None
        self._search.set_search(None)
        self._tree.fill(contents.tree, index.provinces)
        self._history = History(Selection(tuple(remembered)) if remembered else contents.first)
        self._tree.show_selection(self._history.current)
        self._tree.setFocus()

    def _first(self) -> Selection:
        return self._contents.first if self._contents else Selection()

    def _loaded(self, loaded: Loaded) -> None:
        is_other = loaded.contents is not self._contents
        if is_other:
            self._take(loaded.contents)
            self._notice.show_message("")
            # It may have been asked for again meanwhile, and leads to rows of the last pack.
            self._hide_problems()
        self._pack = loaded.pack
        self._actions.set_recent(self._opening.recent)
        if count := len(loaded.pack.warnings):
            self._notice.show_message(wording.doubts(count), more=True)
        self._actions.problems.setEnabled(bool(count))
        if is_other:
            # First its tree is painted.
            steps = self._charts.prepare, self._show_in_steps
            after_next_paint(self, lambda: in_turns(self, *steps))
        else:
            self._show_in_steps()

    def _show_warnings(self) -> None:
        assert self._pack is not None
        panel = self._problems_panel()
        panel.show_warnings(self._pack.warnings)
        panel.setFocus()

    def _problems_panel(self) -> "ProblemsPanel":
        """The list of problems, which most packs have none for."""
        if self._problems is None:
            from jjjviewer.ui.packs.problems_panel import ProblemsPanel

            self._problems = panel = ProblemsPanel(self)
            self._column.addWidget(panel)
            self._column.setSizes(_HEIGHTS)
            panel.apply_theme(self._appearance.style)
            self._dressed.append(panel)
            panel.chosen.connect(self._go_to_problem)
        return self._problems

    def _hide_problems(self) -> None:
        if self._problems is not None:
            self._problems.hide()

    def _go_to_problem(self, problem: Problem) -> None:
        assert self._pack is not None
        self._go_to(self._pack.place_of(problem))

    def _go_to(self, place: "Place") -> None:
        """Show where a row is seen, and point it out."""
        self._follow(place.selection)
        self._detail.show_records((place.record,))
        self._charts.highlight((place.record,))

    def _refused(self, pack: Path, error: PackError) -> None:
        self._actions.set_recent(self._opening.recent)
        self._problems_panel().show_errors(pack, error.problems)
        self._fall_back()

    def _fall_back(self) -> None:
        """Stay with what is open; where nothing is yet, open the bundled pack and say so."""
        if self._contents is None:
            self._opening.open_bundled()
            if self._contents is not None:
                said = tr("The interview that comes with the program is shown instead.")
                self._notice.show_message(said)
        elif self._pack is None:
            self._opening.complete(self._contents)
        elif not self._search.is_ready:
            # It was given up for the other pack.
            self._opening.prepare_search(Loaded(self._contents, self._pack))

    def _could_not_load(self, error: Exception) -> None:
        if self._contents is None or self._pack is not None:
            # It was another pack that failed: that is one for the dialog.
            self._fall_back()
            raise error
        fault = tr("The data could not be loaded: {error}", error=error)
        self._detail.show_message(fault)
        self._charts.show_message(fault, errors.record(error))

    def select(self, selection: Selection) -> None:
        """Go to a selection and show it; while the pack is loading, as soon as it is there."""
        self._history.visit(selection)
        self._show()

    def _walk(self, by: int) -> None:
        """Go back (-1) or forward (1), as far as there is a way."""
        self._follow(self._history.step(by))

    def _follow(self, selection: Selection) -> None:
        """Go to a selection that was not made in the tree."""
        self._tree.show_selection(selection)
        self.select(selection)

    def _show_chosen(self, records: tuple[str, ...]) -> None:
        """Select links; point out figures and statements."""
        assert self._pack is not None
        if all(self._pack.index.kind(id_) == "link" for id_ in records):
            self._follow(Selection(records))
            return
        self._charts.highlight(records)
        self._detail.show_records(records)

    def _show_card(self, figure: str) -> None:
        """Select a figure alone; its chart is the card, until another form is chosen."""
        self._follow(Selection((figure,)))

    def _compare(self, ids: tuple[str, ...]) -> None:
        """Ask what to set beside things."""
        from jjjviewer.ui.window.compare_dialog import CompareDialog

        assert self._contents is not None
        dialog = CompareDialog(ids, self._contents.tops, self)
        dialog.chosen.connect(self._follow)
        self._pack_left.connect(dialog.reject)
        dialog.open()

    def _show(self) -> None:
        """Show the current selection in all panes, from one view."""
        if self._pack is not None:
            self._view = view = self._pack.view(self._history.current)
            self._charts.show_view(view)
            self._show_text(view)
        elif self._is_whole:
            self._charts.forget_overview()
        self._update_actions()

    def _show_in_steps(self) -> None:
        """Show a pack for the first time, when all takes longer; the window answers in between."""
        assert self._pack is not None
        self._view = view = self._pack.view(self._history.current)
        self._charts.show_view(view)
        after_next_paint(self, lambda: self._show_rest(view))

    def _show_rest(self, view: "View") -> None:
        # Somebody may have gone elsewhere meanwhile, which showed that in all panes.
        if view is self._view:
            self._show_text(view)
            self._update_actions()
        self._opening.go_on()

    def _show_text(self, view: "View") -> None:
        """Say in words what the chart pane shows: in the detail pane, below and above it."""
        self._detail.show_view(view)
        self._status.show_view(view, self._charts.chart_types)
        self.setWindowTitle(wording.shortened(view.name))
        self.view_shown.emit(view)

    def _update_actions(self) -> None:
        self._actions.back.setEnabled(self._history.can_go_back)
        self._actions.forward.setEnabled(self._history.can_go_forward)
        self._actions.home.setEnabled(self._contents is not None)
        self._actions.compare.setEnabled(bool(self._pack and self._history.current.ids))
        for at, action in enumerate(self._actions.show_panes):
            action.setChecked(not self._panes.is_folded(at))
        has_chart = self._pack is not None and self._charts.has_chart
        self._actions.export_data.setEnabled(self._pack is not None)
        self._actions.export.setEnabled(has_chart)
        self._actions.copy.setEnabled(has_chart)

    def _export(self) -> None:
        assert self._pack is not None
        self._exports.export(self._pack)

    def _export_data(self) -> None:
        assert self._contents is not None
        assert self._pack is not None
        if self._data_export is None:
            from jjjviewer.ui.packs.data_export import DataExport

            self._data_export = DataExport(self._settings, self)
            self._data_export.message.connect(self._show_message)
        self._data_export.ask(self._pack, self._contents, self._history.current)

    def _about(self) -> None:
        from jjjviewer.ui.window.about_dialog import AboutDialog

        source = self._contents.tables.source if self._contents else None
        AboutDialog(source, self).open()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._is_whole:
            self._remember()
        # Nobody need watch what is under way end.
        self.hide()
        self._opening.stop()
        if self._is_whole:
            self._exports.stop()
        if self._data_export is not None:
            self._data_export.stop()
        super().closeEvent(event)

    def _remember(self) -> None:
        """Keep for the next start how the window is now."""
        self._settings[GEOMETRY] = self.saveGeometry()
        self._settings[PANES] = self._panes.saveState()
        self._settings[DETAIL] = self._detail.save_state()
        self._settings[SELECTION] = ",".join(self._history.current.ids)
        self._settings[CHART_TYPE] = self._charts.wanted_chart_type
        self._settings[PAGE] = self._charts.wanted_page
