"""The menu that filters by the statuses, speakers, themes and units of what is selected."""

from itertools import islice
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QMenu, QWidget

from jjjviewer.charts.filter_words import filter_values, filter_words
from jjjviewer.charts.formatting import statuses
from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import NO_FILTER, Filter
from jjjviewer.ui.chart.filter_dialog import FilterDialog
from jjjviewer.ui.shared import wording

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    import pandas as pd

    from jjjviewer.model.view import View

_MOST_OFFERED = 60
"""Longer menus are not read."""


class FilterMenu(QMenu):
    """Asks for another filter; it is checked as the view that is shown."""

    chosen = Signal(object)
    """The `Filter` that the user wants."""
    offered = Signal()
    """Another view is shown, maybe with another filter."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(tr("&Filter"), parent)
        self._all = self.addAction(tr("Show &all"))
        self._all.triggered.connect(self.clear_filter)
        self.addSeparator()
        names = {
            "statuses": tr("S&tatus"),
            "speakers": tr("Spea&ker"),
            "themes": tr("T&heme"),
            "units": tr("&Unit"),
        }
        self._parts = {part: _StayingMenu(words, self) for part, words in names.items()}
        for menu in self._parts.values():
            self.addMenu(menu)
        self._spans = self.addAction(tr("&Paragraphs, period and values…"))
        self._spans.triggered.connect(self._ask_for_spans)
        self._view: View | None = None
        self.aboutToShow.connect(self._fill)
        self._update()

    @property
    def _filter(self) -> Filter:
        return self._view.filter if self._view is not None else NO_FILTER

    @property
    def count(self) -> int:
        """Return the number of values that the filter names."""
        filter_ = self._filter
        return sum(map(len, filter_._replace(period=filter_.period[:1], values=filter_.values[:1])))

    @property
    def words(self) -> str:
        """Return the filter in words."""
        return "; ".join(filter_words(self._view).values()) if self._view is not None else ""

    def offer(self, view: "View | None") -> None:
        """Offer what the selection of a view has, with the view's filter checked."""
        self._view = view
        if view is None:
            for menu in self._parts.values():
                menu.clear()
        self._update()
        self.offered.emit()

    def _fill(self) -> None:
        if self._view is None:
            return
        view = self._view.dataset.view(self._view.selection)
        found = {*view.column("status"), *view.links["status"]}
        present = {
            "statuses": {id_: words for id_, words in statuses().items() if id_ in found},
            "speakers": _named(view.speakers, "speaker", view.statements["speaker_id"]),
            "themes": _named(view.themes, "theme", view.statements["theme_id"]),
            "units": _named(view.dataset["units"], "unit", view.column("unit_id")),
        }
        for part, names in present.items():
            checked = {value: words for of, value, words in filter_values(self._view) if of == part}
            # What is checked stays, so that it can be unchecked where nothing has it.
            self._parts[part].offer(checked | names, checked, self._choose)
        self._update()

    def clear_filter(self) -> None:
        """Ask for everything."""
        self.chosen.emit(NO_FILTER)

    def _choose(self) -> None:
        checked = {part: menu.checked for part, menu in self._parts.items()}
        self.chosen.emit(self._filter._replace(**checked))

    def _ask_for_spans(self) -> None:
        parent = self.parentWidget()
        assert self._view is not None
        view = self._view.dataset.view(self._view.selection)
        units = _named(view.dataset["units"], "unit", view.column("base_unit"))
        dialog = FilterDialog(self._filter, units, parent.window() if parent else None)
        dialog.chosen.connect(self.chosen)
        dialog.open()

    def _update(self) -> None:
        self._all.setEnabled(bool(self.count))
        self._spans.setEnabled(self._view is not None)
        for menu in self._parts.values():
            menu.setEnabled(bool(menu.actions()))


class _StayingMenu(QMenu):
    """A menu of entries to check, which stays open while they are checked."""

    @property
    def checked(self) -> tuple[str, ...]:
        """The ids that are checked."""
        return tuple(str(each.data()) for each in self.actions() if each.isChecked())

    def offer(
        self, names: dict[str, str], checked: "Iterable[str]", changed: "Callable[[], None]"
    ) -> None:
        """Offer ids by their names.

        Args:
            names: by id.
            checked: the ids that are checked.
            changed: called when the user has checked others.
        """
        self.clear()
        for id_, words in names.items():
            action = self.addAction(wording.in_menu(words))
            action.setData(id_)
            action.setCheckable(True)
            action.setChecked(id_ in checked)
            action.triggered.connect(lambda _=False: changed())

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        action = self.actionAt(event.position().toPoint())
        if action is not None and action.isCheckable():
            action.trigger()
        else:
            super().mouseReleaseEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        action = self.activeAction()
        if event.key() == Qt.Key.Key_Space and action is not None:
            action.trigger()
        else:
            super().keyPressEvent(event)


def _named(names: "pd.DataFrame", name: str, present: "Iterable[str]") -> dict[str, str]:
    """Return the names of those ids that are present, in their order."""
    wanted = set(present)
    every = zip(names[f"{name}_id"], names[name], strict=True)
    return dict(islice(((id_, words) for id_, words in every if id_ in wanted), _MOST_OFFERED))
