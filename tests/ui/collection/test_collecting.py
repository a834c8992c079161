"""Collecting by click, key and menu, and the collection as a selection like any other."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QListView,
    QMenu,
    QPlainTextEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QToolButton,
)

from jjjviewer.ui.chart.data_table import DataTable
from jjjviewer.ui.search.results import Results
from tests.ui.user import User, plain

CONTROL = Qt.KeyboardModifier.ControlModifier
SAID = "Industrial parks shared with"
"""How a statement of Yu Bo begins."""


def put_caret(user: User, words: str = SAID) -> None:
    cursor = user.browser.document().find(words)
    assert not cursor.isNull()
    user.browser.setTextCursor(cursor)
    user.browser.setFocus()


def collect(user: User, words: str = SAID, speaker: str = "yu-bo") -> None:
    """Collect a statement by key."""
    user.click_row(speaker)
    put_caret(user, words)
    user.press(Qt.Key.Key_Space, user.browser)


def paragraph(user: User, words: str = SAID) -> str:
    """The lines of the paragraph that holds some words."""
    return user.browser.document().find(words).block().text()


def message(user: User) -> str:
    return user.window.statusBar().currentMessage()


def row_of_collection(user: User) -> str:
    """The name, and where it is there, the counts of its columns."""
    first = user.model.find("collection")
    cells = (str(first.siblingAtColumn(at).data() or "") for at in range(3))
    return " ".join(filter(None, cells))


def editor(user: User) -> QPlainTextEdit:
    (found,) = [each for each in user.detail.findChildren(QPlainTextEdit) if each.isVisible()]
    return found


def star_below_chart(user: User) -> QToolButton:
    (star,) = [each for each in user.chart.findChildren(QToolButton) if each.text() in ("☆", "★")]
    return star


def test_a_click_on_its_star_collects_a_statement_and_another_takes_it_out(user: User) -> None:
    user.click_row("yu-bo")
    put_caret(user)
    star = user.browser.document().find("☆", user.browser.textCursor())
    user.browser.setTextCursor(star)
    place = user.browser.cursorRect(star).center() - QPoint(4, 0)
    user.click(user.browser.viewport(), place)
    assert paragraph(user).endswith("★")
    assert message(user).startswith(f"Added to the collection: {SAID}")
    assert row_of_collection(user) == "Collection 1 0"
    user.click(user.browser.viewport(), place)
    assert paragraph(user).endswith("☆")
    assert row_of_collection(user) == "Collection 0 0"


def test_space_collects_the_statement_with_the_cursor_which_stays_there(user: User) -> None:
    collect(user)
    assert paragraph(user).endswith("★")
    assert user.browser.textCursor().block().text() == paragraph(user)
    user.press(Qt.Key.Key_Space, user.browser)
    assert paragraph(user).endswith("☆")


def test_all_that_is_shown_is_collected_by_a_link_and_taken_out_by_it(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_link("☆ Collect all 35")
    assert message(user) == "Added to the collection: 35 items"
    assert row_of_collection(user) == "Collection 20 15"
    user.click_link("★ Take all 35 out of the collection")
    assert row_of_collection(user) == "Collection 0 0"
    user.action("Put back into collection").trigger()
    assert row_of_collection(user) == "Collection 20 15"


def test_the_edit_menu_collects_all_that_is_shown_of_a_comparison(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_row("yu-bo", CONTROL)
    user.action("Collect all that is shown").trigger()
    assert row_of_collection(user) == "Collection 43 28"


def test_links_and_charts_are_counted_beside_the_name_of_the_collection(user: User) -> None:
    user.click_row("yu-bo")
    user.choose_chart_type("Map")
    user.click(star_below_chart(user))
    assert row_of_collection(user) == "Collection (+ 1 chart) 0 0"


def test_the_table_of_a_chart_shows_and_says_what_is_collected_not_copied(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("In numbers")
    user.open_tab(1)
    table = user.window.findChildren(DataTable)[0]
    first = table.model().index(0, 0)
    assert not first.data(Qt.ItemDataRole.AccessibleTextRole)
    user.click_link("☆ Collect all 35")
    assert first.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", collected")
    option = QStyleOptionViewItem()
    delegate = table.itemDelegate()
    assert isinstance(delegate, QStyledItemDelegate)
    delegate.initStyleOption(option, first)
    assert option.text.startswith("★ ")
    table.selectRow(0)
    table.copy()
    assert "★" not in QGuiApplication.clipboard().text()


def test_space_scrolls_where_there_is_no_record(user: User) -> None:
    user.click_row("yu-bo")
    put_caret(user, "Secretary, CPC Yanqing")
    user.press(Qt.Key.Key_Space, user.browser)
    assert row_of_collection(user) == ""


def test_space_collects_every_chosen_figure_and_its_row_says_so(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(0)
    user.figures.setFocus()
    user.press(Qt.Key.Key_Down, user.figures, Qt.KeyboardModifier.ShiftModifier)
    user.press(Qt.Key.Key_Space, user.figures)
    assert message(user) == "Added to the collection: 2 items"
    assert [name.startswith("★ ") for name in user.figure_names[:3]] == [True, True, False]
    index = user.figures.model().index(0, 1)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).endswith(", collected")
    assert len(user.chosen_figures) == 2


def test_the_menu_of_a_figure_names_what_it_does(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_in_menu_of_figure(1, "Add to collection\tSpace")
    assert user.figure_names[1].startswith("★ ")
    user.choose_in_menu_of_figure(1, "Take out of collection\tSpace")
    assert not user.figure_names[1].startswith("★ ")


def test_the_edit_menu_collects_what_is_chosen_where_the_keys_are(user: User) -> None:
    user.click_row("yu-bo")
    put_caret(user)
    user.action("Collect or take out\tSpace").trigger()
    assert paragraph(user).endswith("★")
    user.canvas.setFocus()
    user.action("Collect or take out\tSpace").trigger()
    assert star_below_chart(user).text() == "★"


def test_a_collected_statement_is_marked_in_the_results_of_a_search(user: User) -> None:
    collect(user)
    user.press(Qt.Key.Key_F, modifier=CONTROL)
    QTest.keyClicks(user.window.search, "parks shared")
    (results,) = user.window.findChildren(Results)
    (listed,) = results.findChildren(QListView)
    rows = [str(listed.model().index(at, 0).data()) for at in range(listed.model().rowCount())]
    assert any(SAID in row and ", collected, Yu Bo" in row for row in rows)


def test_space_on_a_mark_collects_what_it_shows_and_the_mark_says_so(user: User) -> None:
    user.click_row("chai-baoliang")
    user.canvas.setFocus()
    user.press(Qt.Key.Key_Right, user.canvas)
    mark = user.canvas.marks[0]
    user.press(Qt.Key.Key_Space, user.canvas)
    assert user.canvas.is_collected(mark)
    user.press(Qt.Key.Key_Left, user.canvas)
    assert user.canvas.accessibleDescription().endswith("; collected")


def test_a_cell_of_a_chart_collects_all_its_statements(user: User) -> None:
    user.choose_chart_type("Speaker × theme")
    mark = max(user.canvas.marks, key=lambda mark: len(mark.records))
    place = user.canvas.rect_of(mark).center().toPoint()
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, place, QPoint(50, 50))
    QApplication.sendEvent(user.canvas, event)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    entries = {plain(each): each for each in menu.actions()}
    assert "Add chart to collection" in entries
    user.click(menu, menu.actionGeometry(entries["Add to collection"]).center())
    assert row_of_collection(user) == f"Collection {len(mark.records)} 0"


def test_a_collected_chart_is_shown_again_by_its_link(user: User) -> None:
    user.click_row("chai-baoliang")
    user.choose_chart_type("Change")
    title = user.canvas.accessibleName()
    user.click(star_below_chart(user))
    assert star_below_chart(user).text() == "★"
    user.choose_chart_type("Bars")
    assert star_below_chart(user).text() == "☆"
    user.click_row("collection")
    user.click_link(title[:20])
    assert user.chosen_rows == ["Chai Baoliang"]
    assert user.chosen_chart_type() == "Change"
    assert user.canvas.accessibleName() == title
    assert star_below_chart(user).text() == "★"


def test_the_collection_is_gone_back_to_narrowed_and_compared(user: User) -> None:
    collect(user)
    collect(user, "In ten years 15.823", "chai-baoliang")
    user.click_row("collection")
    assert user.heading.startswith("Collection")
    assert "Statements are summaries, not the speakers' words." in user.text
    user.click_row("yu-bo", CONTROL)
    assert SAID in user.text
    assert "In ten years 15.823" not in user.text
    user.press(Qt.Key.Key_Left, modifier=Qt.KeyboardModifier.AltModifier)
    assert user.heading.startswith("Collection")
    assert "In ten years 15.823" in user.text


def test_what_is_taken_out_on_its_own_page_comes_back_with_its_note(user: User) -> None:
    collect(user)
    user.click_row("collection")
    user.click_link("Add a note")
    QTest.keyClicks(editor(user), "For the lead")
    user.press(Qt.Key.Key_Return, editor(user))
    put_caret(user)
    user.press(Qt.Key.Key_Space, user.browser)
    assert SAID not in user.text
    assert "Ctrl+Z" in message(user)
    user.press(Qt.Key.Key_Z, modifier=CONTROL)
    assert "Your note: For the lead" in user.text
    assert not user.action("Put back into collection").isEnabled()


def test_a_note_is_written_in_its_place_and_shown_under_the_record_everywhere(
    user: User,
) -> None:
    collect(user)
    user.click_row("collection")
    user.click_link("Add a note")
    QTest.keyClicks(editor(user), "Ask & check")
    user.press(Qt.Key.Key_Return, editor(user), Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClicks(editor(user), "<twice>")
    user.press(Qt.Key.Key_Return, editor(user))
    assert "Your note: Ask & check\u2028<twice>" in paragraph(user)
    assert message(user) == "Note kept."
    user.click_row("yu-bo")
    assert "Your note: Ask & check\u2028<twice>" in paragraph(user)


def test_escape_leaves_a_note_as_it_was_and_leaving_the_field_keeps_it(user: User) -> None:
    collect(user)
    user.click_row("collection")
    user.click_link("Add a note")
    QTest.keyClicks(editor(user), "Never")
    user.press(Qt.Key.Key_Escape, editor(user))
    assert "Never" not in user.text
    user.click_link("Add a note")
    QTest.keyClicks(editor(user), "Kept")
    user.tree.setFocus()
    assert "Your note: Kept" in user.text


def test_the_note_on_a_figure_stands_in_its_row_too(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(2)
    user.figures.setFocus()
    user.press(Qt.Key.Key_Space, user.figures)
    user.click_row("collection")
    before = user.figures.rowHeight(0)
    user.click_link("Add a note")
    QTest.keyClicks(editor(user), "Compare with the yearbook")
    user.press(Qt.Key.Key_Return, editor(user))
    assert user.figures.rowHeight(0) > before


def test_a_copied_statement_has_no_star(user: User) -> None:
    collect(user)
    cursor = user.browser.textCursor()
    cursor.select(cursor.SelectionType.BlockUnderCursor)
    user.browser.setTextCursor(cursor)
    user.press(Qt.Key.Key_C, user.browser, CONTROL)
    copied = QGuiApplication.clipboard().mimeData()
    assert SAID in copied.text()
    assert "★" not in copied.text() + copied.html()
