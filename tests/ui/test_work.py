"""How much is done for a click or a key: counted, since time differs from machine to machine."""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from PySide6.QtCore import QEvent, QObject
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from pytestqt.qtbot import QtBot

from jjjviewer.bench.packs import Size, write_pack
from jjjviewer.charts import form, kept
from jjjviewer.charts.registry import FORMS, forms_for
from jjjviewer.charts.style import LIGHT
from jjjviewer.model import pack as pack_module
from jjjviewer.model import records
from jjjviewer.model.pack import Pack
from jjjviewer.model.search import Search
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.ui import detail_html
from jjjviewer.ui.figures_model import FiguresModel
from jjjviewer.ui.main_window import MainWindow
from jjjviewer.ui.page import Page
from jjjviewer.ui.search import SearchField
from jjjviewer.ui.tree_model import TreeModel
from tests.packs import load
from tests.ui.user import User, open_window


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

    count(form, "compose")
    count(Pack, "_view")
    count(Search, "find")
    return counted


def test_a_click_makes_one_view_and_lays_out_one_page(user: User, calls: Counter[str]) -> None:
    user.click_row("hebei")
    assert calls == {"_view": 1, "compose": 1}


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
def test_what_of_a_long_text_is_out_of_sight_comes_bit_by_bit_and_looks_the_same(
    qtbot: QtBot, app: QApplication, pack: Pack, ids: tuple[str, ...]
) -> None:
    html = [*detail_html.page(pack.view(Selection(ids)), LIGHT)]
    page, whole = Page(), Page()
    for each in (page, whole):
        qtbot.addWidget(each)
        each.document().setDefaultStyleSheet(detail_html.sheet(LIGHT, each.size_of_text))
        each.resize(300, 200)
        each.show()
    whole.show_html(html, at_once=True)
    page.show_html(html, at_once=False)
    changes: list[int] = []
    page.document().contentsChanged.connect(lambda: changes.append(1))
    count = whole.document().characterCount()
    assert page.document().characterCount() < count
    assert page.verticalScrollBar().maximum() > 0
    qtbot.waitUntil(lambda: page.document().characterCount() == count)
    assert page.document().toHtml() == whole.document().toHtml()
    # Each is a paragraph that is begun and then filled.
    assert (len(changes) > 2) == (count > 5_000)


def test_the_pane_is_laid_out_once_for_all_forms_that_come_and_go(user: User) -> None:
    user.click_row("hebei")
    paints = Paints(user.canvas)
    sizes: list[int] = []
    user.canvas.resized.connect(lambda: sizes.append(1))
    user.click_row("guanting")
    QApplication.processEvents()
    assert len(sizes) <= 1
    assert paints.count[user.canvas] <= 1


def test_other_colours_are_not_put_on_a_widget_once_for_each_that_it_lies_in(user: User) -> None:
    events = Events(QEvent.Type.StyleChange, user.canvas, user.browser, user.figures)
    user.action("Dark").trigger()
    assert max(events.count.values()) <= 2


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


def test_the_mouse_comes_and_goes_and_no_pane_is_painted_for_it(
    user: User, window: MainWindow, qtbot: QtBot
) -> None:
    field = window.findChild(SearchField)
    assert isinstance(field, SearchField)
    QTest.mouseMove(field)
    qtbot.wait(0)
    paints = Paints(user.browser.viewport(), user.tree.viewport(), user.figures.viewport())
    for widget in (user.browser, field):
        QTest.mouseMove(widget)
        qtbot.waitUntil(widget.underMouse)
        QApplication.processEvents()
    assert paints.count.total() == 0


def test_a_menu_is_filled_when_it_is_opened(user: User) -> None:
    menu = user.chart.menus[0]
    user.click_row("hebei")
    first = menu.actions()[-1].menu()
    assert isinstance(first, QMenu)
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


def test_the_same_selection_is_answered_once(pack: Pack) -> None:
    view = pack.view(Selection(("hebei",)))
    assert pack.view(Selection(("hebei",))) is view
    assert pack.view(Selection()) is not view
    assert pack.view(Selection(("hebei",))) is view


def test_of_the_small_views_as_many_are_kept_as_people_go_back_to(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pack_module, "_MOST_VIEWS", 2)
    pack = load()
    first, second, third = (Selection((id_,)) for id_ in ("hebei", "tianjin", "ecology"))
    views = {each: pack.view(each) for each in (first, second)}
    assert pack.view(first) is views[first]
    pack.view(third)
    assert pack.view(first) is views[first]
    assert pack.view(second) is not views[second]


def test_a_large_view_goes_with_the_next_one(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pack_module, "_MOST_ROWS", 1)
    pack = load()
    large, other = Selection(("hebei",)), Selection(("ecology",))
    view = pack.view(large)
    assert pack.view(large) is view
    pack.view(other)
    assert pack.view(large) is not view


def test_what_was_shown_before_is_shown_again_without_being_made(
    user: User, calls: Counter[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    said: list[str] = []
    statement = detail_html.Text.statement

    def count(text: detail_html.Text, row: Any, *, names_speaker: bool) -> str:
        said.append(row.statement_id)
        return statement(text, row, names_speaker=names_speaker)

    monkeypatch.setattr(detail_html.Text, "statement", count)
    user.click_row("hebei")
    first, there = len(said), user.text
    user.click_row("ecology")
    assert len(said) > first > 0
    calls.clear()
    said.clear()
    user.click_row("hebei")
    assert user.text == there
    assert calls == {"compose": 1}
    assert said == []


def test_what_a_form_finds_in_a_view_is_looked_for_once(pack: Pack) -> None:
    view = pack.view(Selection())
    figure_form = next(each for each in FORMS if each.id == "money")
    assert figure_form.rows(view) is figure_form.rows(view)


def test_what_was_found_goes_with_its_view(pack: Pack) -> None:
    asked: list[object] = []

    @kept.kept
    def find(view: object) -> int:
        asked.append(type(view))
        return len(asked)

    assert [find(pack._view(Selection())) for _ in range(2)] == [1, 2]


def test_frames_that_rows_are_picked_from_have_few_blocks(pack: Pack) -> None:
    texts = pack["figures"].dtypes == "object"
    assert texts["measure"]
    assert texts["speaker"]
    assert not (pack["figures"].dtypes == "str").any()


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return write_pack(tmp_path_factory.mktemp("large") / "pack", Size(5_000, 600, 20, 300))


@pytest.fixture
def picked(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows were picked from a frame, each time."""
    counts: list[int] = []
    real = pd.DataFrame.take

    def count(frame: pd.DataFrame, *arguments: Any, **named: Any) -> pd.DataFrame:
        taken = real(frame, *arguments, **named)
        counts.append(len(taken))
        return taken

    monkeypatch.setattr(pd.DataFrame, "take", count)
    return counts


@pytest.fixture
def made(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many rows were made into tuples, each time."""
    counts: list[int] = []
    real = records._made

    def count(frame: pd.DataFrame) -> Iterator[object]:
        counts.append(len(frame))
        return real(frame)

    monkeypatch.setattr(records, "_made", count)
    return counts


def test_each_form_is_asked_once_a_click(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    asked = Counter[str]()
    for form_ in FORMS:
        real = form_.accepts

        def accepts(view: View, real: Any = real, id_: str = form_.id) -> bool:
            asked[id_] += 1
            return bool(real(view))

        monkeypatch.setattr(form_, "accepts", accepts)
    user.click_row("hebei")
    assert asked == {each.id: 1 for each in FORMS}


def test_what_is_known_of_a_figure_by_itself_is_found_once_for_a_pack(pack: Pack) -> None:
    asked: list[int] = []

    def rule(figures: pd.DataFrame) -> "pd.Series[bool]":
        asked.append(len(figures))
        return figures["chartable"]

    views = [pack.view(Selection((id_,))) for id_ in ("hebei", "tianjin")]
    found = [view.which(rule).tolist() for view in views]
    assert found == [view.figures["chartable"].tolist() for view in views]
    assert asked == [len(pack["figures"])]


def test_no_form_picks_figures_to_say_whether_it_suits(large: Path, picked: list[int]) -> None:
    view = load(large).view(Selection(("p3",)))
    picked.clear()
    assert forms_for(view)
    # The statements of a speaker are 30, the figures 250.
    assert view.figure_count == 250
    assert sum(picked) <= 30


def test_a_click_picks_what_is_shown_and_nothing_of_the_size_of_the_pack(
    qtbot: QtBot, app: QApplication, large: Path, picked: list[int]
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    picked.clear()
    user.click_row("p3")
    assert user.figure_count == 250
    # The statements, and of the figures those of a chart and a page of the table.
    assert max(picked) <= 250
    assert len(picked) <= 12


def test_a_click_on_everything_does_not_pick_every_figure(
    qtbot: QtBot, app: QApplication, large: Path, picked: list[int]
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    user.click_row("p3")
    picked.clear()
    user.click_row("all")
    assert user.figure_count == 5_000
    assert max(picked, default=0) < 1_000


def test_of_a_large_view_only_what_is_looked_at_is_made_into_tuples(
    qtbot: QtBot, app: QApplication, large: Path, made: list[int]
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    assert user.figure_count == 5_000
    made.clear()
    user.click_row("r1")
    user.click_row("all")
    # Statements, links and some pages of figures; not every figure for every form.
    assert max(made) <= 1_000
    assert sum(made) < 20_000


def test_of_many_speakers_and_statements_the_text_has_the_first_and_says_how_many_more(
    tmp_path: Path,
) -> None:
    pack = load(write_pack(tmp_path / "pack", Size(400, 400, 150, 30)))
    text = "".join(detail_html.page(pack.view(Selection()), LIGHT))
    assert "50 speakers more" in text
    assert "100 statements more" in text
    assert text.count("<a name='s") == 300


def test_of_a_large_table_no_row_is_measured(
    qtbot: QtBot, app: QApplication, large: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    user = User(qtbot, open_window(qtbot, large))
    measured: list[int] = []
    monkeypatch.setattr(type(user.figures), "sizeHintForRow", lambda *_: measured.append(1))
    user.click_row("all")
    QApplication.processEvents()
    assert measured == []
    assert user.figures.rowHeight(0) == user.figures.rowHeight(4_999)


def test_a_pack_is_the_same_each_time_it_is_made(tmp_path: Path, large: Path) -> None:
    again = write_pack(tmp_path / "pack", Size(5_000, 600, 20, 300))
    files = sorted(file.name for file in large.iterdir())
    assert [(again / name).read_bytes() for name in files] == [
        (large / name).read_bytes() for name in files
    ]
    assert load(again).warnings == ()
