"""How much is done for a click or a key: counted, since time differs from machine to machine."""

from collections import Counter
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import Headline
from jjjviewer.charts.registry import CHART_TYPES
from jjjviewer.charts.style import LIGHT
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.search import Search
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.ui.chart import chart_zoom
from jjjviewer.ui.detail import detail_html
from jjjviewer.ui.detail.figures_model import FiguresModel
from jjjviewer.ui.detail.text_page import TextPage
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.tree.tree_model import TreeModel
from jjjviewer.ui.window.main_window import MainWindow
from tests.ui.user import User


class Events(QObject):
    """Counts events of a kind that widgets of a window get."""

    def __init__(self, kind: QEvent.Type, *widgets: QWidget) -> None:
        super().__init__()
        self._kind = kind
        self.count = Counter[QObject]()
        for each in widgets:
            each.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == self._kind:
            self.count[watched] += 1
        return False


class Paints(Events):
    """Counts what widgets of a window paint."""

    def __init__(self, *widgets: QWidget) -> None:
        super().__init__(QEvent.Type.Paint, *widgets)


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How often a page was laid out, a view made, a search asked."""
    counted = Counter[str]()

    def count(owner: object, name: str) -> None:
        real = getattr(owner, name)

        def call(*arguments: object, **named: object) -> object:
            counted[name] += 1
            return real(*arguments, **named)

        monkeypatch.setattr(owner, name, call)

    count(chart_zoom, "compose")
    count(Dataset, "view")
    count(Search, "find")
    return counted


def test_a_click_makes_one_view_and_lays_out_one_page(user: User, calls: Counter[str]) -> None:
    user.click_row("hebei")
    assert calls == {"view": 1, "compose": 1}


def test_a_click_fills_the_table_once_and_paints_chart_and_text_few_times(
    user: User, qtbot: QtBot
) -> None:
    canvas, text, table = user.canvas, user.browser.viewport(), user.figures.viewport()
    resets: list[int] = []
    user.figures.model().modelReset.connect(lambda: resets.append(1))
    paints = Paints(canvas, text, table)
    user.click_row("hebei")
    qtbot.waitUntil(lambda: bool(paints.count[canvas] and paints.count[text]))
    qtbot.wait(0)
    QApplication.processEvents()
    assert len(resets) == 1
    assert paints.count[table] == 1
    assert paints.count[canvas] <= 2
    assert paints.count[text] <= 2


def test_the_cells_of_figures_are_painted_and_measured_without_asking_for_roles(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(FiguresModel, "data", lambda _, index, role: asked.append(role))
    paints = Paints(user.figures.viewport())
    user.click_row("hebei")
    qtbot.waitUntil(lambda: bool(paints.count))
    assert user.figure_count
    assert asked == []


def test_between_long_texts_the_bar_stays_so_that_they_are_laid_out_for_one_width(
    user: User,
) -> None:
    user.click_row("hebei")
    assert user.browser.verticalScrollBar().isVisible()
    resizes: list[int] = []
    user.browser.resized.connect(lambda: resizes.append(1))
    user.click_row("tianjin")
    assert user.browser.verticalScrollBar().isVisible()
    assert resizes == []


@pytest.mark.parametrize("ids", [(), ("hebei",), ("chai-baoliang",), ("ecology",)])
def test_a_long_text_fills_the_page_first_and_is_completed_after_the_paint(
    qtbot: QtBot, app: QApplication, pack: Dataset, ids: tuple[str, ...]
) -> None:
    html = [*detail_html.page(pack.view(Selection(ids)), LIGHT)]
    page, whole = TextPage(), TextPage()
    for each in (page, whole):
        qtbot.addWidget(each)
        each.document().setDefaultStyleSheet(detail_html.sheet(LIGHT, each.text_size))
        each.resize(300, 200)
        each.show()
    whole.show_html(html, at_once=True)
    page.show_html(html, at_once=False)
    count = whole.document().characterCount()
    assert whole.is_whole
    assert not page.is_whole
    assert page.document().characterCount() < count
    assert page.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.document().characterCount() == count
    assert page.document().toHtml() == whole.document().toHtml()


def test_a_long_text_of_short_sections_is_shown_in_two_steps_too(
    qtbot: QtBot, app: QApplication
) -> None:
    html = [f"<h2>Part {at}</h2>" if at % 2 else f"<p>Words {at}.</p>" for at in range(1, 600)]
    page, whole = TextPage(), TextPage()
    for each, at_once in ((page, False), (whole, True)):
        qtbot.addWidget(each)
        each.document().setDefaultStyleSheet(detail_html.sheet(LIGHT, each.text_size))
        each.resize(300, 200)
        each.show()
        each.show_html(html, at_once=at_once)
    assert page.document().blockCount() < 60
    qtbot.waitUntil(lambda: page.is_whole)
    assert page.document().toHtml() == whole.document().toHtml()


def test_a_page_is_laid_out_once_where_chart_types_and_units_come_and_go(
    user: User, calls: Counter[str]
) -> None:
    user.click_row("hebei")
    paints = Paints(user.canvas)
    calls.clear()
    user.click_row("guanting")
    QApplication.processEvents()
    assert calls["compose"] == 1
    assert paints.count[user.canvas] <= 1


def test_other_colours_are_not_put_on_a_widget_once_for_each_that_it_lies_in(user: User) -> None:
    events = Events(QEvent.Type.StyleChange, user.canvas, user.browser, user.figures)
    user.action("Dark").trigger()
    assert max(events.count.values()) <= 2


def test_a_change_of_theme_recomputes_no_title(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    made: list[str] = []
    real = Headline.__new__

    def make(headline: type[Headline], title: str, *rest: Any, **named: Any) -> Headline:
        made.append(title)
        return real(headline, title, *rest, **named)

    monkeypatch.setattr(Headline, "__new__", make)
    user.click_row("hebei")
    assert made
    made.clear()
    before = user.canvas.marks
    user.action("Dark").trigger()
    assert user.canvas.marks is not before
    assert made == []


def test_in_other_colours_the_tree_is_painted_once_and_asked_for_no_role(
    user: User, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(TreeModel, "data", lambda _, index, role: asked.append(role))
    paints = Paints(user.tree.viewport())
    user.action("Dark").trigger()
    qtbot.waitUntil(lambda: bool(paints.count))
    qtbot.wait(0)
    QApplication.processEvents()
    assert paints.count.total() == 1
    assert asked == []


def test_moving_the_pointer_in_and_out_repaints_no_pane(
    user: User, window: MainWindow, qtbot: QtBot
) -> None:
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    QTest.mouseMove(field)
    qtbot.wait(0)
    paints = Paints(user.browser.viewport(), user.tree.viewport(), user.figures.viewport())
    for widget in (user.browser, field):
        QTest.mouseMove(widget, QPoint(9, 9))
        qtbot.waitUntil(widget.underMouse)
        QApplication.processEvents()
    assert paints.count.total() == 0


def test_a_menu_is_filled_when_it_is_opened(user: User) -> None:
    menu = next(each for each in user.chart.menus if each.title() == "&Filter")
    user.click_row("hebei")
    first = next(inner for each in menu.actions() if isinstance(inner := each.menu(), QMenu))
    assert first.actions() == []
    menu.aboutToShow.emit()
    assert first.actions()


def test_a_key_in_the_search_asks_once(user: User, window: MainWindow, calls: Counter[str]) -> None:
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    for at, letter in enumerate("heb", start=1):
        QTest.keyClicks(field, letter)
        assert calls == {"find": at}


def test_a_list_of_results_that_stays_as_large_has_nothing_painted_that_lies_below_it(
    user: User, window: MainWindow
) -> None:
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    for letter in "be":
        QTest.keyClicks(field, letter)
        QApplication.processEvents()
    paints = Paints(user.canvas, user.tree.viewport())
    QTest.keyClicks(field, "i")
    QApplication.processEvents()
    assert not paints.count


def test_each_chart_type_is_asked_once_a_click(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counter[str]()
    for each in CHART_TYPES:
        real = type(each).accepts

        def accepts(asked_: ChartType, view: View, real: Any = real) -> bool:
            asked[asked_.id] += 1
            return bool(real(asked_, view))

        monkeypatch.setattr(type(each), "accepts", accepts)
    user.click_row("hebei")
    assert asked == {each.id: 1 for each in CHART_TYPES}
