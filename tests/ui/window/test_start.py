"""Start-up: the tree first, the rest after it; and packs that can't be read."""

import threading
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, QSettings
from PySide6.QtWidgets import QApplication, QDoubleSpinBox
from pytestqt.qtbot import QtBot

from jjjviewer.app import NAME, build
from jjjviewer.model import dataset
from jjjviewer.ui.packs.loader import Loader
from jjjviewer.ui.packs.pack_opener import PackOpener
from jjjviewer.ui.search.search_field import SearchField
from tests.packs import change, copy_of_bundled, counts, load
from tests.ui.user import User, open_window, show


@pytest.fixture
def held(monkeypatch: pytest.MonkeyPatch) -> threading.Event:
    """Loading stands still until this is set."""
    event = threading.Event()
    load = Loader.run

    def wait_and_load(loader: Loader) -> None:
        event.wait(30)
        load(loader)

    monkeypatch.setattr(Loader, "run", wait_and_load)
    return event


def test_the_window_answers_while_it_loads(
    qtbot: QtBot, app: QApplication, held: threading.Event
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    user.click_row("hebei")
    assert user.chosen_rows == ["Hebei"]
    assert user.text == "Loading…"
    assert "Loading…" in user.labels
    assert not user.action("Export…").isEnabled()
    assert not user.action("Copy chart").isEnabled()
    with qtbot.waitSignal(window.view_shown, timeout=30_000):
        held.set()
    assert user.heading.startswith("Hebei")
    assert user.action("Export…").isEnabled()


@pytest.mark.parametrize(("key", "value"), [("chart/form", "map"), ("selection", "hebei")])
def test_what_is_remembered_is_not_preceded_by_another_chart(
    qtbot: QtBot, app: QApplication, held: threading.Event, key: str, value: str
) -> None:
    ini, of_user = QSettings.Format.IniFormat, QSettings.Scope.UserScope
    QSettings(ini, of_user, NAME, NAME).setValue(key, value)
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    assert not user.canvas.isVisible()
    assert "Loading…" in user.labels
    held.set()


def test_a_choice_made_between_the_chart_and_the_text_is_shown_once_in_all_panes(
    qtbot: QtBot, app: QApplication, held: threading.Event
) -> None:
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    opening, field = window.findChild(PackOpener), window.findChild(SearchField)
    assert isinstance(opening, PackOpener)
    assert isinstance(field, SearchField)
    shown: list[str] = []
    window.view_shown.connect(lambda view: shown.append(view.name))
    opening.loaded.connect(lambda _: user.click_row("hebei"))
    with qtbot.waitSignal(field.ready, timeout=30_000):
        held.set()
    assert shown == ["Hebei"]
    assert user.heading.startswith("Hebei")
    assert window.windowTitle().startswith("Hebei")


def test_fields_write_numbers_in_the_language_of_the_window(
    qtbot: QtBot, app: QApplication
) -> None:
    QLocale.setDefault(QLocale(QLocale.Language.German))
    qtbot.addWidget(build(None))
    box = QDoubleSpinBox()
    box.setValue(1.5)
    assert box.text() == "1.50"


def test_a_window_closed_while_loading_closes(qtbot: QtBot, app: QApplication) -> None:
    window = build(None)
    qtbot.addWidget(window)
    window.show()
    assert window.close()
    assert not window.isVisible()


def test_a_pack_that_is_asked_for_is_opened(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", lambda rows: rows[0].update(name="Somebody Else"))
    user = User(qtbot, open_window(qtbot, pack))
    assert "Somebody Else" in user.text


def test_a_broken_pack_is_named_with_the_remedy_and_the_bundled_one_opened(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "speakers", lambda rows: rows[0].update(region_id="bejing"))
    user = User(qtbot, open_window(qtbot, pack))
    assert user.listed_problems == [
        "speakers.csv row 2: region_id 'bejing' is not in regions.csv. "
        "Mend it, or add it to regions.csv."
    ]
    assert "The interview that comes with the program is shown instead." in user.labels
    assert "“pack” could not be opened: 1 error" in user.labels
    assert "Wang Youguo" in user.text
    user.click(user.button("✕"))
    assert "shown instead" not in user.labels


def test_a_missing_pack_is_reported_as_missing(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    user = User(qtbot, open_window(qtbot, tmp_path / "nowhere"))
    (problem,) = user.listed_problems
    assert problem.endswith("nowhere: nothing is there. Check the path.")


def test_without_any_pack_the_window_shows_the_remedy(
    qtbot: QtBot, app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("contents", "pack_opener"):
        monkeypatch.setattr(f"jjjviewer.ui.packs.{module}.bundled_pack", lambda: tmp_path)
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    qtbot.waitUntil(lambda: "Install the program again." in user.text)
    assert "Install the program again." in user.labels
    assert user.model.rowCount() == 0
    assert not user.action("Export…").isEnabled()


def test_without_any_pack_no_replacement_is_announced(
    qtbot: QtBot, app: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("contents", "pack_opener"):
        monkeypatch.setattr(f"jjjviewer.ui.packs.{module}.bundled_pack", lambda: tmp_path)
    window = build(tmp_path / "nowhere")
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    user.wait_for_problems()
    qtbot.waitUntil(lambda: "Install the program again." in user.labels)
    assert "shown instead" not in user.labels


def test_a_failure_to_load_data_is_shown_in_the_panes(
    qtbot: QtBot, app: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dataset, "frames_of", lambda *_: 1 / 0)
    window = build(None)
    qtbot.addWidget(window)
    show(qtbot, window)
    user = User(qtbot, window)
    qtbot.waitUntil(lambda: "could not be loaded" in user.text)
    assert "The data could not be loaded: division by zero" in user.labels


def test_a_remembered_selection_that_is_gone_is_left_out(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    first = User(qtbot, open_window(qtbot))
    first.click_row("miyun")
    first.window.close()
    pack = copy_of_bundled(tmp_path)
    for table in ("mentions", "link_places"):
        change(pack, table, lambda rows: keep_without(rows, "miyun"))
    change(pack, "figures", lambda rows: [row.update(place_id="") for row in rows])
    change(pack, "entities", lambda rows: keep_without(rows, "miyun"))
    later = User(qtbot, open_window(qtbot, pack))
    assert later.chosen_rows == ["Beijing-Tianjin-Hebei"]


def keep_without(rows: list[dict[str, str]], entity: str) -> None:
    rows[:] = [row for row in rows if row["entity_id"] != entity]
    for row in rows:
        if row.get("parent_id") == entity:
            row["parent_id"] = ""


def test_a_pack_of_thousands_stays_fast_and_counts_what_the_text_omits(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "statements", lambda rows: multiply(rows, "statement_id"))
    change(pack, "figures", lambda rows: multiply(rows, "figure_id"))
    user = User(qtbot, open_window(qtbot, pack))
    statements, figures = counts(load())
    assert f"{30 * statements:,} statements" in user.status
    assert user.figure_count == 30 * figures
    assert "statements more: narrow the selection to read them." in user.text
    user.click_row("tourism-culture")
    assert "narrow the selection" not in user.text


def multiply(rows: list[dict[str, str]], key: str) -> None:
    """Repeat the rows thirty times, under further ids."""
    more = [row | {key: f"{row[key]}x{n}"} for n in range(29) for row in rows]
    rows.extend(more)


def test_an_empty_selection_is_explained_in_every_pane(
    qtbot: QtBot, app: QApplication, tmp_path: Path
) -> None:
    pack = copy_of_bundled(tmp_path)
    unspoken = {"theme_id": "unspoken", "label": "Unspoken", "label_zh": "", "sort": "99"}
    change(pack, "themes", lambda rows: rows.append(unspoken))
    user = User(qtbot, open_window(qtbot, pack))
    user.click_row("unspoken")
    assert user.heading.startswith("Unspoken")
    assert "Nobody spoke on this theme." in user.text
    assert "Nobody gave a figure on this theme." in user.labels
    assert "Nothing to draw" in user.labels
    assert user.chart_types() == []
    assert not user.action("Export…").isEnabled()


def test_very_many_rows_at_once_keep_a_readable_heading(qtbot: QtBot, app: QApplication) -> None:
    user = User(qtbot, open_window(qtbot))
    user.tree.expandAll()
    user.tree.selectAll()
    assert user.heading.endswith("…")
    assert len(user.window.windowTitle()) < 200
    assert user.canvas.marks
