"""The chart of a selection: the forms that suit it, the page, and what is plotted as a table."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QMenu,
    QPushButton,
    QSizePolicy,
    QStackedWidget,
    QTabBar,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, PAGES, Page, Style
from jjjviewer.ui import errors, theme
from jjjviewer.ui.canvas import MARGINS, Canvas
from jjjviewer.ui.flow import FlowLayout
from jjjviewer.ui.tables import CopyTable, FrameModel

if TYPE_CHECKING:
    from jjjviewer.charts.form import Form
    from jjjviewer.export import Chart
    from jjjviewer.model.view import View

FIT = "fit"
_ICON = 24


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
        self.wanted_page = page
        self._style = LIGHT
        self._view: View | None = None
        self.forms: list[Form] = []
        """The forms that suit the view."""
        self._form: Form | None = None
        self._page = PAGES["slide"]
        self._report = ""
        self._buttons: dict[str, QToolButton] = {}
        self._build()
        self.say(self.tr("Loading…"))

    def _build(self) -> None:
        self._chooser = QWidget(self)
        self._chooser.setAccessibleName(self.tr("Forms of chart"))
        self._flow = FlowLayout(self._chooser, 4)
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
        layout.addLayout(self._foot())

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
        layout.addWidget(self._copy_report, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch()
        return page

    def _foot(self) -> QHBoxLayout:
        self._tabs = QTabBar(self)
        self._tabs.setShape(QTabBar.Shape.RoundedSouth)
        self._tabs.setDrawBase(False)
        self._tabs.setAccessibleName(self.tr("Chart or table"))
        self._tabs.addTab(self.tr("Chart"))
        self._tabs.addTab(self.tr("Table"))
        self._tabs.currentChanged.connect(self._show_tab)
        self._page_button = QToolButton(self)
        self._page_button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._page_button.setMenu(self._page_menu())
        foot = QHBoxLayout()
        foot.addWidget(self._tabs)
        foot.addStretch()
        foot.addWidget(self._page_button)
        return foot

    def _page_menu(self) -> QMenu:
        """The pages to choose from; the window's own menu shows the same actions."""
        self.page_menu = QMenu(self.tr("&Page"), self)
        group = QActionGroup(self)
        names = {
            FIT: self.tr("Fit"),
            "slide": self.tr("Slide"),
            "a4": self.tr("A4"),
            "square": self.tr("Square"),
            "banner": self.tr("Banner"),
        }
        for name, words in names.items():
            action = QAction(words, group, checkable=True)
            action.setChecked(name == self.wanted_page)
            action.triggered.connect(lambda _=False, name=name: self._choose_page(name))
            self.page_menu.addAction(action)
        return self.page_menu

    @property
    def chart(self) -> "Chart | None":
        """The chart as it is shown, for export; none where there is a message instead."""
        from jjjviewer.export import Chart

        if self._view is None or self._form is None or self._report:
            return None
        return Chart(self._form, self._view, self._page, self._style)

    def say(self, words: str, report: str = "") -> None:
        """Show a message instead of the chart; with a report, one that can be copied."""
        self._report = report
        self._message.setText(words)
        self._copy_report.setVisible(bool(report))
        self._stack.setCurrentIndex(2)

    def show_view(self, view: "View") -> None:
        """Draw another view, in the form the user wants or else the first that suits."""
        from jjjviewer.charts.registry import FORMS, forms_for

        if not self._buttons:
            for form in FORMS:
                self._add_button(form)
        self._view, self._form, self.forms = view, None, []
        self._canvas.highlight(())
        try:
            self.forms = forms_for(view)
        except Exception as error:
            self._fail(error)
            return
        for id_, button in self._buttons.items():
            button.setVisible(id_ in [form.id for form in self.forms])
        # A figure selected alone is shown as a card, which comes first.
        wanted = "" if view.kind == "figure" else self.wanted_form
        first = self.forms[0] if self.forms else None
        self._form = next((form for form in self.forms if form.id == wanted), first)
        self._draw()

    def highlight(self, records: tuple[str, ...]) -> None:
        """Point out the marks of records, where this form draws them."""
        self._canvas.highlight(records)

    def set_style(self, style: Style) -> None:
        """Draw in other colours."""
        self._style = style
        for id_, button in self._buttons.items():
            button.setIcon(theme.icon(f"form-{id_}", style, _ICON))
        if self._view is not None:
            self._draw()

    def _add_button(self, form: "Form") -> None:
        button = QToolButton(self._chooser)
        button.setText(form.name)
        button.setIcon(theme.icon(f"form-{form.id}", self._style, _ICON))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextUnderIcon)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self._choose_form(form))
        self._flow.addWidget(button)
        self._buttons[form.id] = button

    def _choose_form(self, form: "Form") -> None:
        self.wanted_form = form.id
        self._form = form
        self._draw()

    def _choose_page(self, name: str) -> None:
        self.wanted_page = name
        if self._view is not None:
            self._draw()

    def _refit(self) -> None:
        if self._view is not None and self._fitting() != self._page:
            self._draw()

    def _fitting(self) -> Page:
        return PAGES.get(self.wanted_page) or best_page(self._stack.size() - MARGINS)

    def _draw(self) -> None:
        """Compose form, view and page anew; a form that fails says so in its place."""
        from jjjviewer.charts.form import compose

        self._page = self._fitting()
        self._page_button.setText(self._page_words())
        if self._form is None or self._view is None:
            self.say(self.tr("Nothing to draw: it has no figures and no statements."))
            self.drawn.emit()
            return
        self._report = ""
        self._buttons[self._form.id].setChecked(True)
        try:
            self._canvas.show_figure(compose(self._form, self._view, self._page, self._style))
            self._table_is_old = True
            self._show_tab(self._tabs.currentIndex())
        except Exception as error:
            self._fail(error)
            return
        self.drawn.emit()

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
            self.setFocusProxy(self._tab_pages[tab])

    def _page_words(self) -> str:
        action = next(each for each in self.page_menu.actions() if each.isChecked())
        return self.tr("Page: {page} ▾").format(page=action.text())

    def _put_report(self) -> None:
        QGuiApplication.clipboard().setText(self._report)
