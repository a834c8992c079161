"""The chart of a selection: the forms that suit it, the page, and what is plotted as a table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import (
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, PAGES, Page, Style
from jjjviewer.model.selection import Filter
from jjjviewer.ui import errors, theme
from jjjviewer.ui.canvas import MARGINS, Canvas
from jjjviewer.ui.chart_foot import ChartFoot
from jjjviewer.ui.flow import FlowLayout
from jjjviewer.ui.tables import CopyTable, FrameModel

if TYPE_CHECKING:
    from jjjviewer.charts.form import Form
    from jjjviewer.export import Chart
    from jjjviewer.model.view import View

_ICON = 20
_ROOM_FOR_NAMES = 440
"""The least height, in pixels, in which the forms bear their names."""
_SMALL = 0.88
"""Size of the words below an icon, for the window's."""


def best_page(room: QSize) -> Page:
    """The page that is largest when it is scaled into a room."""

    def area(page: Page) -> float:
        scale = min(room.width() / page.width, room.height() / page.height)
        return scale * scale * page.width * page.height

    return max(PAGES.values(), key=area)


class ChartPane(QWidget):
    """Shows one form of a view at a time; the user's choice of form outlives the selection."""

    records_chosen = Signal(tuple)
    """The ids of the records whose mark the user chose."""
    drawn = Signal()
    """There is another chart, or none any more."""

    def __init__(self, form: str, page: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.wanted_form = form
        self._style = LIGHT
        self._whole: View | None = None
        self._view: View | None = None
        """What of the whole is let through, in the order that is chosen."""
        self.forms: list[Form] = []
        """The forms that suit the whole view."""
        self._form: Form | None = None
        self._page = PAGES["slide"]
        self._report = ""
        self._buttons: dict[str, QToolButton] = {}
        self._build(page)
        self.say(self.tr("Loading…"))

    def _build(self, page: str) -> None:
        self._chooser = QWidget(self)
        self._chooser.setObjectName("forms")
        self._chooser.setAccessibleName(self.tr("Forms of chart"))
        self._flow = FlowLayout(self._chooser, 2)
        self._canvas = Canvas(self)
        self._canvas.chosen.connect(self.records_chosen)
        self._canvas.resized.connect(self._refit)
        self._table = CopyTable(self)
        self._table.setAccessibleName(self.tr("What is plotted"))
        self._rows = FrameModel(self)
        # It is filled when it is looked at.
        self._table_is_old = False
        self._table.setModel(self._rows)
        self._stack = QStackedWidget(self)
        self._tab_pages = (self._canvas, self._table)
        for each in (*self._tab_pages, self._message_page()):
            self._stack.addWidget(each)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(8, 8, 8, 8)
        layout.addWidget(self._chooser)
        layout.addWidget(self._stack, 1)
        self._foot = ChartFoot(page, self)
        self._foot.tab_chosen.connect(self._show_tab)
        self._foot.arranged.connect(self._arrange)
        self._foot.page_chosen.connect(self._draw)
        layout.addWidget(self._foot)

    def _message_page(self) -> QWidget:
        page = QWidget(self)
        self._message = QLabel(page)
        self._message.setWordWrap(True)
        self._message.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._message.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._copy_report = QPushButton(self.tr("Copy report"), page)
        self._copy_report.clicked.connect(self._put_report)
        layout = QVBoxLayout(page)
        layout.addStretch()
        layout.addWidget(self._message)
        self._show_all = QPushButton(self.tr("Show all"), page)
        self._show_all.clicked.connect(lambda: self._foot.filter_menu.clear_filter())
        for button in (self._copy_report, self._show_all):
            layout.addWidget(button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        return page

    @property
    def has_chart(self) -> bool:
        """Whether there is a chart, and not a message instead."""
        return self._view is not None and self._form is not None and not self._report

    @property
    def chart(self) -> "Chart | None":
        """The chart as it is shown, for export; none where there is a message instead."""
        if self._view is None or self._form is None or self._report:
            return None
        from jjjviewer.export import Chart

        return Chart(self._form, self._view, self._page, self._style)

    def take_keys(self) -> None:
        """Give the keys to the chart or the table."""
        self._tab_pages[self._foot.tab].setFocus(Qt.FocusReason.TabFocusReason)

    @property
    def menus(self) -> tuple[QMenu, ...]:
        """The pane's menus, which the window's own shows as well."""
        return self._foot.menus

    @property
    def wanted_page(self) -> str:
        """The page that the user wants, or that which fits."""
        return self._foot.page

    def say(self, words: str, report: str = "") -> None:
        """Show a message instead of the chart; with a report, one that can be copied."""
        self._report = report
        self._message.setText(words)
        self._copy_report.setVisible(bool(report))
        self._show_all.hide()
        self._stack.setCurrentIndex(2)

    def forget(self) -> None:
        """Be ready for another pack, of which the filter knows nothing."""
        self._whole = self._view = None
        self._foot.filter_menu.forget()

    def show_view(self, view: "View") -> None:
        """Draw another view, in the form the user wants or else the first that suits."""
        from jjjviewer.charts.registry import FORMS, forms_for

        if not self._buttons:
            for form in FORMS:
                self._add_button(form)
            self._name_forms()
        self._whole, self._view, self._form, self.forms = view, view, None, []
        self._canvas.highlight(())
        self._foot.filter_menu.offer(view)
        try:
            self.forms = forms_for(view)
            self._arrange()
        except Exception as error:
            self._fail(error)

    def _arrange(self) -> None:
        """Take what the filter lets through, in the order that is chosen, and draw it."""
        if self._whole is None:
            return
        from jjjviewer.charts.registry import forms_for

        filter_, order = self._foot.filter, self._foot.order
        arranged = filter_ != Filter() or order != ""
        self._view = self._whole.arranged(filter_, order) if arranged else self._whole
        offered = forms_for(self._view) if arranged else self.forms
        for id_, button in self._buttons.items():
            button.setVisible(id_ in [form.id for form in offered])
        # A figure selected alone is shown as a card, which comes first.
        wanted = "" if self._whole.kind == "figure" else self.wanted_form
        first = offered[0] if offered else None
        self._form = next((form for form in offered if form.id == wanted), first)
        self._draw()

    def highlight(self, records: tuple[str, ...]) -> None:
        """Point out the marks of records, where this form draws them."""
        self._canvas.highlight(records)

    def set_style(self, style: Style) -> None:
        """Draw in other colours."""
        self._style = style
        for id_, button in self._buttons.items():
            button.setFont(self._small())
            button.setIcon(theme.icon(f"form-{id_}", style, _ICON))
        if self._view is not None:
            self._draw()

    def _add_button(self, form: "Form") -> None:
        button = QToolButton(self._chooser)
        button.setText(form.name)
        button.setIcon(theme.icon(f"form-{form.id}", self._style, _ICON))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(form.name)
        button.setFont(self._small())
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._choose_form(form))
        self._flow.addWidget(button)
        self._buttons[form.id] = button

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._name_forms()

    def _name_forms(self) -> None:
        """Name the forms below their icons, unless the chart needs that room."""
        style = Qt.ToolButtonStyle
        room = self.height() >= _ROOM_FOR_NAMES
        wanted = style.ToolButtonTextUnderIcon if room else style.ToolButtonIconOnly
        for button in self._buttons.values():
            button.setToolButtonStyle(wanted)

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font

    def _choose_form(self, form: "Form") -> None:
        self.wanted_form = form.id
        self._form = form
        self._draw()

    def _refit(self) -> None:
        if self._view is not None and self._fitting() != self._page:
            self._draw()

    def _fitting(self) -> Page:
        return PAGES.get(self.wanted_page) or best_page(self._stack.size() - MARGINS)

    def _draw(self) -> None:
        """Compose form, view and page anew; a form that fails says so in its place."""
        from jjjviewer.charts.form import compose

        if self._view is None:
            return
        self._page = self._fitting()
        if self._form is None:
            self._say_nothing_to_draw()
            self.drawn.emit()
            return
        self._report = ""
        self._buttons[self._form.id].setChecked(True)
        try:
            self._canvas.show_figure(compose(self._form, self._view, self._page, self._style))
            self._table_is_old = True
            self._show_tab(self._foot.tab)
        except Exception as error:
            self._fail(error)
            return
        self.drawn.emit()

    def _say_nothing_to_draw(self) -> None:
        """Say why, and offer the remedy where there is one."""
        from jjjviewer.charts.words import filter_words

        assert self._view is not None
        if filtered := filter_words(self._view):
            self.say(self.tr("Nothing here passes the filter: {what}.").format(what=filtered))
            self._show_all.show()
        else:
            self.say(self.tr("Nothing to draw: it has no figures and no statements."))

    def _fail(self, error: Exception) -> None:
        """Say in the chart's place that it failed."""
        words = self.tr("This chart could not be drawn: {error}").format(error=error)
        self.say(words, errors.record(error))
        self.drawn.emit()

    def _show_tab(self, tab: int) -> None:
        if self._form is not None and self._view is not None and not self._report:
            if self._tab_pages[tab] is self._table and self._table_is_old:
                self._rows.fill(self._form.table(self._view))
                self._table.resizeColumnsToContents()
                self._table_is_old = False
            self._stack.setCurrentWidget(self._tab_pages[tab])

    def _put_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
