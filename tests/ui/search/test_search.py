"""The search field: found as it is typed, walked by keys, marked in the panes."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QListView, QTextBrowser
from pytestqt.qtbot import QtBot

from jjjviewer.app import build
from jjjviewer.charts.style import DARK, LIGHT
from jjjviewer.paths import example_pack
from jjjviewer.ui.search.search_field import SearchField
from jjjviewer.ui.shared import theme
from jjjviewer.ui.window.main_window import MainWindow
from tests.ui.user import LEFT, NONE, User, show


class Searcher(User):
    """Somebody who searches."""

    def __init__(self, qtbot: QtBot, window: MainWindow) -> None:
        super().__init__(qtbot, window)
        field = window.findChild(SearchField)
        assert isinstance(field, SearchField)
        self.field = field

    @property
    def is_answered(self) -> bool:
        """Whether results lie over the window."""
        frame = self.window.findChild(QFrame, "results")
        return isinstance(frame, QFrame) and frame.isVisible()

    @property
    def frame(self) -> QFrame:
        """What lies over the window with the results, once there were any."""
        frame = self.window.findChild(QFrame, "results")
        assert isinstance(frame, QFrame)
        return frame

    @property
    def results(self) -> QListView:
        return self.frame.findChildren(QListView)[0]

    def search(self, typed: str) -> None:
        """Press Ctrl+F and type."""
        self.press(Qt.Key.Key_F, modifier=Qt.KeyboardModifier.ControlModifier)
        QTest.keyClicks(self.field, typed)

    def key(self, key: Qt.Key) -> None:
        self.press(key, self.field)

    @property
    def lines(self) -> list[str]:
        """The lines of the answer, if it is shown."""
        if not self.is_answered:
            return []
        model = self.results.model()
        return [str(model.index(row, 0).data()) for row in range(model.rowCount())]

    @property
    def line(self) -> str:
        """The line that is chosen."""
        return str(self.results.currentIndex().data())

    def marked(self) -> list[str]:
        """The words that are marked in the text."""
        color = theme.search_color(LIGHT)
        selections = self.browser.extraSelections()
        return [
            each.cursor.selectedText()
            for each in selections
            if each.format.background().color().name() == color
        ]


def searcher(user: User) -> Searcher:
    return Searcher(user.qtbot, user.window)


def test_ctrl_f_and_typing_lists_what_is_found_by_group(user: User) -> None:
    somebody = searcher(user)
    somebody.search("langfang")
    assert somebody.field.hasFocus()
    assert somebody.lines[0] == "Places"
    assert somebody.line == "Langfang, 廊坊市"
    assert "Statements (summaries)" in somebody.lines


def test_enter_goes_to_the_first_hit(user: User) -> None:
    somebody = searcher(user)
    somebody.search("bytedance")
    somebody.key(Qt.Key.Key_Return)
    assert somebody.heading.startswith("ByteDance")
    assert "Yin Xiangjie" in somebody.text or "Dai Yongkang" in somebody.text
    assert not somebody.is_answered
    assert user.tree.hasFocus()


def test_arrow_keys_pass_over_the_headings(user: User) -> None:
    somebody = searcher(user)
    somebody.search("chengde")
    hits = [each for each in somebody.lines if ", " in each]
    walked = [somebody.line]
    for _ in range(len(hits) - 1):
        somebody.key(Qt.Key.Key_Down)
        walked.append(somebody.line)
    assert walked == hits
    somebody.key(Qt.Key.Key_Down)
    assert somebody.line.startswith("Show all ")
    somebody.key(Qt.Key.Key_Down)
    assert somebody.line.startswith("Show all ")
    somebody.key(Qt.Key.Key_Up)
    assert somebody.line == hits[-1]


def test_a_number_leads_to_its_figure_in_table_text_and_chart(user: User) -> None:
    somebody = searcher(user)
    somebody.search("731.9 billion")
    while not somebody.line.startswith("731.9 billion yuan"):
        somebody.key(Qt.Key.Key_Down)
    somebody.key(Qt.Key.Key_Return)
    assert somebody.chosen_rows == ["Dai Yongkang"]
    assert somebody.chosen_figures == ["Beijing enterprises' capital in Tianjin projects"]
    assert any("731.9" in words for words in somebody.tinted)


def test_a_hit_is_clicked(user: User) -> None:
    somebody = searcher(user)
    somebody.search("ecology")
    place = somebody.results.visualRect(somebody.results.currentIndex()).center()
    QTest.mouseClick(somebody.results.viewport(), LEFT, NONE, place)
    assert somebody.heading.startswith("Ecology")


def test_a_heading_can_not_be_chosen(user: User) -> None:
    somebody = searcher(user)
    before = somebody.heading
    somebody.search("ecology")
    heading = somebody.results.model().index(0, 0)
    QTest.mouseClick(
        somebody.results.viewport(), LEFT, NONE, somebody.results.visualRect(heading).center()
    )
    assert somebody.heading == before


def test_what_matches_is_marked_in_text_and_table_until_the_search_ends(user: User) -> None:
    somebody = searcher(user)
    user.click_row("chai-baoliang")
    somebody.search("forest")
    assert {each.lower() for each in somebody.marked()} == {"forest"}
    model = somebody.figures.model()
    role = Qt.ItemDataRole.BackgroundRole
    cells = [
        (str(model.index(row, column).data()), model.index(row, column).data(role))
        for row in range(model.rowCount())
        for column in range(model.columnCount())
    ]
    assert any(color for words, color in cells if "forest" in words.lower())
    assert not any(color for words, color in cells if "forest" not in words.lower())
    somebody.key(Qt.Key.Key_Escape)
    assert somebody.marked() == []
    assert somebody.field.text() == ""
    assert not somebody.is_answered


def test_escape_gives_the_keys_back_to_where_they_were(user: User) -> None:
    somebody = searcher(user)
    user.click_figure(0)
    somebody.press(Qt.Key.Key_F, user.figures, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(somebody.field, "hebei")
    somebody.key(Qt.Key.Key_Escape)
    assert user.figures.hasFocus()


def test_a_search_without_results_suggests_what_to_try(user: User) -> None:
    somebody = searcher(user)
    somebody.search("xyzzy")
    (line,) = somebody.lines
    assert "Nothing matches “xyzzy”" in line
    before = somebody.heading
    somebody.key(Qt.Key.Key_Return)
    assert somebody.heading == before


def test_a_mistyped_word_states_which_word_is_searched_instead(user: User) -> None:
    somebody = searcher(user)
    somebody.search("chengdu")
    assert somebody.lines[0] == "Nothing matches “chengdu”. Results for: chengde"


def test_the_list_shows_all_lines_or_scrolls_within_the_window(user: User) -> None:
    somebody = searcher(user)
    for typed in ("langfang", "e"):
        somebody.field.clear()
        somebody.search(typed)
        bar = somebody.results.verticalScrollBar()
        fits = bar.maximum() == 0
        assert fits or somebody.frame.height() >= 400
        assert somebody.window.rect().contains(somebody.frame.geometry())


def test_another_pack_is_searched_once_it_is_open(user: User) -> None:
    somebody = searcher(user)
    somebody.search("hebei")
    with user.qtbot.waitSignal(user.window.view_shown, timeout=30_000):
        user.window.open_pack(example_pack())
    assert somebody.field.text() == ""
    user.qtbot.waitUntil(lambda: somebody.field.is_ready)
    somebody.search("chai")
    assert somebody.lines
    assert "Speakers" not in somebody.lines


def test_the_answer_is_readable_in_the_dark(user: User) -> None:
    somebody = searcher(user)
    user.action("Dark").trigger()
    somebody.search("hebei")
    image = somebody.frame.grab().toImage()
    colors = {image.pixelColor(x, 4).name() for x in range(4, image.width() - 4)}
    assert DARK.background in colors
    user.action("Light").trigger()


def test_leaving_the_field_puts_the_answer_away(user: User) -> None:
    somebody = searcher(user)
    somebody.search("hebei")
    assert somebody.is_answered
    user.click(user.browser.viewport())
    assert isinstance(user.window.focusWidget(), QTextBrowser)
    assert not somebody.is_answered


def test_what_is_typed_before_the_pack_is_loaded_is_found_once_it_is(
    qtbot: QtBot, app: QApplication
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    somebody = Searcher(qtbot, window)
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        somebody.search("langfang")
        assert somebody.lines == []
    qtbot.waitUntil(lambda: somebody.lines != [])
    assert somebody.line == "Langfang, 廊坊市"
