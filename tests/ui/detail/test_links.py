"""Places and the links between them: their pages, and the charts that lead there."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, QRectF, Qt
from pytestqt.qtbot import QtBot

from jjjviewer.charts.shapes import Mark
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Filter
from tests.packs import change, copy_of_bundled, put
from tests.ui.chart.map_reader import along
from tests.ui.user import NONE, User, open_window
from tests.ui.window.test_narrowing import chips


def points_on(user: User, mark: Mark) -> Iterator[QPoint]:
    """Points on the canvas where a mark answers: of lines those where nothing else does."""
    if not mark.lines:
        yield user.canvas.rect_of(mark).center().toPoint()
    for line in mark.lines:
        for x, y in along(line.points):
            at = user.canvas.rect_of(Mark((), "", (), QRectF(x, y, 0, 0))).topLeft().toPoint()
            if user.canvas.mark_at(QPointF(at)) is mark:
                yield at


def is_pair(mark: Mark) -> bool:
    """Whether it stands for the links of two places: the line, the cell."""
    return bool(mark.records) and not mark.target


def mark_of(user: User, record: str) -> Mark:
    """What stands for a link alone, or with others."""
    return next(mark for mark in user.canvas.marks if record in mark.records and is_pair(mark))


def selected(user: User) -> tuple[str, ...]:
    assert user.chart.chart is not None
    return user.chart.chart.view.selection.ids


def test_the_page_of_a_place_states_kind_and_precision_of_position(user: User) -> None:
    user.click_row("miyun-reservoir")
    assert user.heading == "Miyun Reservoir 密云水库"
    assert "Kind: reservoir" in user.text
    assert "Lies in: Miyun, Beijing" in user.text
    assert "Position: 40.5° N, 116.94° E, exact · centroid of GSHHG" in user.text
    user.click_row("daxing-bonded")
    assert "exact location unknown" in user.text
    assert "read as comprehensive bonded zone" in user.text
    user.click_row("south-korea")
    assert "Position: unknown · outside the three regions" in user.text


def test_the_point_that_stands_for_a_region_is_not_called_exact(user: User) -> None:
    user.click_row("hebei")
    assert "Position: 38.5° N, 115.5° E · label point inside the province" in user.text


def test_what_a_place_lies_in_and_what_lies_in_it_are_links(user: User) -> None:
    user.click_row("miyun-reservoir")
    user.click_link("Miyun")
    assert user.heading.startswith("Miyun 密云区")
    assert "Includes: Miyun Reservoir" in user.text
    user.click_link("Miyun Reservoir")
    assert user.heading.startswith("Miyun Reservoir")


def test_the_page_of_a_region_describes_its_place_and_lists_links_that_others_mention(
    user: User,
) -> None:
    user.click_row("beijing")
    assert "Kind: municipality" in user.text
    own, others = user.text.split("Links named by other speakers")
    assert "Bonded zone across a provincial line" in own
    assert "Bonded zone across a provincial line" not in others
    assert "Car making" in others
    assert "Car making" not in own
    user.click_link("Car making")
    assert user.heading == "Car making"


def test_a_link_has_a_page_with_everything_the_pack_knows(user: User) -> None:
    user.click_row("kang-yanmin")
    user.click_link("Clothing merchants")
    assert user.heading == "Clothing merchants"
    for fact in (
        "Flow: Beijing → Mingzhu Trade City, Mingzhu garment city",
        "Mechanism: 13,000 merchants",
        "Status: in place",
        "Theme: Relocation",
        "Speaker: Kang Yanmin ¶51",
    ):
        assert fact in user.text
    # What was said with it, and the figures behind that.
    assert "13,000 clothing merchants from Beijing have settled" in user.text
    assert user.figure_count == 2
    assert user.chosen_rows == []


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Mingzhu Trade City", "Mingzhu Trade City 明珠商贸城"),
        ("Relocation", "Relocation 疏解与承接"),
        ("Kang Yanmin", "Kang Yanmin 康彦民"),
    ],
)
def test_all_that_a_link_names_leads_on_and_back_leads_back(
    user: User, words: str, heading: str
) -> None:
    user.click_row("kang-yanmin")
    user.click_link("Clothing merchants")
    user.click_link(words)
    assert user.heading == heading
    user.action("Back").trigger()
    assert user.heading == "Clothing merchants"


def test_a_mutual_link_names_its_partners(user: User) -> None:
    user.click_row("chengde")
    user.click_link("Joint enforcement")
    assert "Between: Chengde, Miyun, Huairou, Yanqing, Zhangjiakou" in user.text


def test_the_page_of_a_link_without_figures_states_that(user: User) -> None:
    user.click_row("dai-yongkang")
    user.click_link("Port alliance")
    assert not user.figures.isVisible()
    assert "No figure is given with this link." in user.labels


@pytest.mark.parametrize("chart_type", ["Map", "Place × place"])
def test_a_click_on_what_stands_for_one_link_shows_its_page(
    user: User, pack: Dataset, chart_type: str
) -> None:
    user.click_row("yu-bo")
    user.choose_chart_type(chart_type)
    marks = [mark for mark in user.canvas.marks if is_pair(mark) and len(mark.records) == 1]
    link, at = next((mark.records[0], at) for mark in marks for at in points_on(user, mark))
    user.click(user.canvas, at)
    assert selected(user) == ("yu-bo", link)
    assert user.heading == f"Yu Bo · {pack['links'].set_index('link_id')['topic'][link]}"
    # The chart stays what it was, and shows that link.
    assert user.chosen_chart_type() == chart_type
    assert {id_ for each in user.canvas.marks for id_ in each.records} == {link}


@pytest.mark.parametrize(
    ("row", "chart_type"), [("yu-bo", "Place × place"), ("jjj", "Speaker × theme")]
)
def test_a_click_on_a_cell_of_none_leaves_everything_as_it_is(
    user: User, row: str, chart_type: str
) -> None:
    user.click_row(row)
    user.choose_chart_type(chart_type)
    before = selected(user), user.text
    user.click_mark(next(mark for mark in user.canvas.marks if not (mark.records or mark.target)))
    assert (selected(user), user.text) == before


def test_a_click_on_a_number_shows_all_its_links(user: User) -> None:
    user.click_row("yu-bo")
    user.choose_chart_type("Place × place")
    user.click_mark(mark_of(user, "l15-1"))
    assert len(selected(user)) == 1 + 6
    assert user.window.windowTitle() == "Yu Bo · 6 links"
    assert user.heading == "6 links chosen"
    user.click_link("Forest pests")
    assert user.heading == "Forest pests"


@pytest.mark.parametrize("rows", [("hebei",), ("hebei", "ecology"), ("place:beijing",)])
def test_a_click_on_a_cell_shows_its_links_within_what_narrows(
    user: User, rows: tuple[str, ...]
) -> None:
    for id_ in rows:
        user.click_row(id_, Qt.KeyboardModifier.ControlModifier if id_ != rows[0] else NONE)
    user.window.navigation.narrow(Filter(statuses=("achieved", "planned")))
    user.choose_chart_type("Place × place")
    cell = next(mark for mark in user.canvas.marks if len(mark.records) > 1)
    user.click_mark(cell)
    visit = user.window.navigation.history.current
    assert visit.selection.ids == (*rows, *cell.records)
    assert visit.filter == Filter(statuses=("achieved", "planned"))
    assert user.heading == f"{len(cell.records)} links chosen"
    # A chip for all of them: their topics would fill the window.
    assert f"{len(cell.records)} links ×" in chips(user)
    assert user.chart.chart is not None
    assert {*user.chart.chart.view.links["link_id"]} == {*cell.records}


def test_cells_are_reached_by_keys(user: User) -> None:
    user.click_row("yu-bo")
    user.choose_chart_type("Place × place")
    marks = user.canvas.marks
    cell = next(mark for mark in marks if mark.records == ("l18-5",))
    user.canvas.setFocus()
    user.press(Qt.Key.Key_Down, user.canvas, times=marks.index(cell) + 1)
    user.press(Qt.Key.Key_Return, user.canvas)
    assert selected(user) == ("yu-bo", "l18-5")


def test_the_page_of_a_doubtful_link_states_the_doubt(
    qtbot: QtBot, app: object, tmp_path: Path
) -> None:
    copy = copy_of_bundled(tmp_path)
    # A link that stands in a paragraph of somebody else.
    change(copy, "links", put(2, speaker_id="yu-bo"))
    user = User(qtbot, open_window(qtbot, copy))
    user.click_row("yu-bo")
    user.click_link("Bridgehead of coordination")
    assert "To be checked: " in user.text


def test_a_click_on_a_place_of_the_map_shows_its_page(user: User) -> None:
    user.click_row("yu-bo")
    user.choose_chart_type("Map")
    place = next(mark for mark in user.canvas.marks if mark.target == "miyun-reservoir")
    user.click_mark(place)
    assert user.heading == "Miyun Reservoir 密云水库"
    assert user.chosen_rows == ["Miyun Reservoir"]
