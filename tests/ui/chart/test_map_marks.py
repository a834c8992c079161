"""Places and links on a map are clicked, pointed at, and reached by keys."""

from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import (
    QHelpEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip

from tests.ui.chart.map_reader import ALT, Reader, two_places


def test_a_click_on_a_place_shows_its_page_and_can_be_gone_back_from(reader: Reader) -> None:
    still, _ = two_places(reader)
    mark = reader.place_marks()[still]
    reader.user.click(reader.canvas, reader.places()[still].toPoint())
    assert reader.selected == (still,)
    assert reader.user.heading.split("  ")[0].split(" ")[0] in mark.words
    reader.user.press(Qt.Key.Key_Left, modifier=ALT)
    assert reader.selected == ("yu-bo",)


def test_a_click_on_a_line_shows_its_links(reader: Reader) -> None:
    mark, spot = reader.on_a_line()
    reader.user.click(reader.canvas, spot)
    assert reader.selected == ("yu-bo", *mark.records)


def test_a_click_on_the_number_of_a_line_shows_its_links(reader: Reader) -> None:
    mark = next(each for each in reader.canvas.marks if len(each.records) > 1 and not each.target)
    reader.user.click_mark(mark)
    assert reader.selected == ("yu-bo", *mark.records)


def test_places_and_lines_are_clicked_where_they_are_after_zooming(reader: Reader) -> None:
    still, _ = two_places(reader)
    reader.zoom_in(reader.places()[still], notches=6)
    mark, spot = reader.on_a_line()
    reader.user.click(reader.canvas, spot)
    assert reader.selected == ("yu-bo", *mark.records)


def test_a_line_shows_its_description_as_a_tool_tip_and_a_hand_cursor(reader: Reader) -> None:
    mark, spot = reader.on_a_line()
    QTest.mouseMove(reader.canvas, spot)
    assert reader.canvas.cursor().shape() == Qt.CursorShape.PointingHandCursor
    at = reader.canvas.mapToGlobal(spot)
    QApplication.sendEvent(reader.canvas, QHelpEvent(QEvent.Type.ToolTip, spot, at))
    assert mark.words.split(",")[0] in QToolTip.text()
    QToolTip.hideText()


def test_the_keys_reach_places_and_links_and_enter_does_what_a_click_does(reader: Reader) -> None:
    for is_place in (True, False):
        reader.user.click_row("yu-bo")
        marks = reader.canvas.marks
        at = next(
            at
            for at, mark in enumerate(marks)
            if bool(mark.target) == is_place and bool(mark.lines) != is_place
        )
        mark = reader.canvas.marks[at]
        reader.canvas.setFocus(Qt.FocusReason.TabFocusReason)
        reader.user.press(Qt.Key.Key_Up, reader.canvas, times=len(reader.canvas.marks))
        reader.user.press(Qt.Key.Key_Down, reader.canvas, times=at)
        assert reader.canvas.accessibleDescription() == mark.words
        reader.user.press(Qt.Key.Key_Return, reader.canvas)
        assert reader.selected == ((mark.target,) if mark.target else ("yu-bo", *mark.records))


def test_zooming_leaves_the_keys_at_their_mark(reader: Reader) -> None:
    still, _ = two_places(reader)
    at = next(at for at, mark in enumerate(reader.canvas.marks) if mark.target == still)
    reader.canvas.setFocus(Qt.FocusReason.TabFocusReason)
    reader.user.press(Qt.Key.Key_Down, reader.canvas, times=at + 1)
    reader.drawn(lambda: reader.user.press(Qt.Key.Key_Plus, reader.canvas))
    reader.user.press(Qt.Key.Key_Return, reader.canvas)
    assert reader.selected == (still,)


def test_a_link_that_is_pointed_out_is_marked_along_its_line(reader: Reader) -> None:
    mark, spot = reader.on_a_line()
    # Beside the line, where the ground shows.
    beside = [spot + QPoint(x, y) for x in (-3, 0, 3) for y in (-3, 0, 3)]
    before = reader.image()
    reader.user.chart.show_records(mark.records)
    after = reader.image()
    assert any(before.pixelColor(at) != after.pixelColor(at) for at in beside)
