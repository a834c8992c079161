"""The table of figures: what focus, selection and search paint, and what sorting keeps."""

import pytest
from PySide6.QtCore import QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QImage, QPalette
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.style import LIGHT
from jjjviewer.ui.shared import theme
from tests.ui.user import User

VALUE, WHAT = 0, 1
Role = QPalette.ColorRole


def cell(user: User, row: int, column: int) -> QRect:
    return user.figures.visualRect(user.figures.model().index(row, column))


def painted(user: User, row: int, column: int) -> QImage:
    """A cell as it is painted now, scrolled into sight."""
    user.figures.scrollTo(user.figures.model().index(row, column))
    QApplication.processEvents()
    return user.figures.viewport().grab(cell(user, row, column)).toImage()


def colors(image: QImage) -> set[str]:
    points = ((x, y) for x in range(image.width()) for y in range(image.height()))
    return {image.pixelColor(x, y).name() for x, y in points}


def lightness(image: QImage) -> list[int]:
    """How light the pixels are within the frame of a cell; letters are smoothed."""
    inner = image.rect().adjusted(3, 3, -3, -3)
    return [
        image.pixelColor(x, y).lightness()
        for x in range(inner.left(), inner.right())
        for y in range(inner.top(), inner.bottom())
    ]


def color(user: User, role: Role) -> str:
    return user.figures.palette().color(role).name()


@pytest.fixture(params=["wide", "narrow"])
def user_of_table(request: pytest.FixtureRequest, user: User) -> User:
    """Somebody with a table of a speaker's figures; a narrow one shows columns below others."""
    user.click_row("chai-baoliang")
    if request.param == "narrow":
        user.window.resize(900, 800)
    else:
        user.window.resize(1900, 800)
    QApplication.processEvents()
    assert user.figures.isColumnHidden(2) == (request.param == "narrow")
    return user


@pytest.mark.parametrize("column", [VALUE, WHAT])
def test_a_selected_cell_is_painted_in_the_colours_of_a_selection(
    user_of_table: User, column: int
) -> None:
    user = user_of_table
    highlight = color(user, Role.Highlight)
    assert highlight not in colors(painted(user, 2, column))
    user.click_figure(2)
    selected = painted(user, 2, column)
    assert highlight in colors(selected)
    assert max(lightness(selected)) > QColor(highlight).lightness() + 100
    assert min(lightness(selected)) > QColor(highlight).lightness() - 30
    assert highlight not in colors(painted(user, 1, column))


@pytest.mark.parametrize("column", [VALUE, WHAT])
def test_a_focused_cell_shows_its_text_and_the_focus(user_of_table: User, column: int) -> None:
    user = user_of_table
    user.figures.setFocus(Qt.FocusReason.TabFocusReason)
    flag = user.figures.selectionModel().SelectionFlag
    before = painted(user, 2, column)
    index = user.figures.model().index(2, column)
    user.figures.selectionModel().setCurrentIndex(index, flag.NoUpdate)
    after = painted(user, 2, column)
    assert after != before
    words = [
        (before_, after_)
        for before_, after_ in zip(lightness(before), lightness(after), strict=True)
        if before_ < 100
    ]
    assert words
    assert all(after_ < 130 for _, after_ in words)


def test_only_cells_with_search_matches_have_the_search_colour(
    user_of_table: User,
) -> None:
    user = user_of_table
    row = next(at for at, name in enumerate(user.figure_names) if "Forest planted" in name)
    other = next(at for at, name in enumerate(user.figure_names) if "orest" not in name)
    found = theme.search_color(LIGHT)
    user.detail.highlight_search(("forest",))
    assert found in colors(painted(user, row, WHAT))
    assert found not in colors(painted(user, row, VALUE))
    assert found not in colors(painted(user, other, WHAT))
    user.detail.highlight_search(())
    assert found not in colors(painted(user, row, WHAT))


def test_what_a_narrow_table_has_no_columns_for_is_muted_below_the_description(
    user: User,
) -> None:
    user.click_row("chai-baoliang")
    user.window.resize(900, 800)
    QApplication.processEvents()
    area = cell(user, 0, WHAT)
    lines = user.figures.fontMetrics().boundingRect(
        QRect(0, 0, area.width() - 6, 1000), Qt.TextFlag.TextWordWrap, user.figure_names[0]
    )
    image = painted(user, 0, WHAT)
    below = image.copy(0, lines.height(), image.width(), image.height() - lines.height())
    above = image.copy(0, 0, image.width(), lines.height())
    muted, text = QColor(LIGHT.muted).lightness(), QColor(LIGHT.text).lightness()
    assert min(lightness(above)) < (muted + text) / 2
    assert abs(min(lightness(below)) - muted) < (muted - text) / 2


@pytest.mark.parametrize("order", [Qt.SortOrder.AscendingOrder, Qt.SortOrder.DescendingOrder])
@pytest.mark.parametrize("column", [VALUE, WHAT])
def test_persistent_indexes_stay_with_their_figures_while_rows_are_sorted(
    user: User, column: int, order: Qt.SortOrder
) -> None:
    user.click_row("chai-baoliang")
    model = user.figures.model()
    signals: list[str] = []
    model.layoutAboutToBeChanged.connect(lambda: signals.append("about to change"))
    model.layoutChanged.connect(lambda: signals.append("changed"))
    cells = [
        QPersistentModelIndex(model.index(row, at))
        for row in range(user.figure_count)
        for at in range(model.columnCount())
    ]
    before = [(index.column(), index.data()) for index in cells]
    rows = [index.row() for index in cells]
    model.sort(column, order)
    assert signals == ["about to change", "changed"]
    assert [(index.column(), index.data()) for index in cells] == before
    assert [index.row() for index in cells] != rows


def test_the_current_figure_stays_current_while_rows_are_sorted(user: User) -> None:
    user.click_row("chai-baoliang")
    user.click_figure(3)
    chosen = user.chosen_figures
    user.figures.sortByColumn(WHAT, Qt.SortOrder.DescendingOrder)
    assert user.chosen_figures == chosen
    row = user.figures.currentIndex().row()
    assert user.figure_names[row : row + 1] == chosen
