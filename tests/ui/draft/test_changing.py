"""An open pack is changed record by record, in a draft of its own, and saved as another."""

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
)

from jjjviewer.draft.records import COLUMNS, SOURCE
from jjjviewer.model.schema import TABLES
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack
from jjjviewer.ui.draft.words import table_words
from tests.draft.drafts import LAKE
from tests.ui.draft.drafting import Drafter, new_from, save_as, wait_for_draft
from tests.ui.user import User

Key = Qt.Key


@pytest.fixture
def drafter(user: User) -> Drafter:
    user.action("Edit this pack").trigger()
    return wait_for_draft(user)


def test_a_figure_of_the_open_pack_is_changed_and_saved_as_a_pack_of_ones_own(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    user, before = drafter.user, read_tables(bundled_pack()).columns
    drafter.choose("61.63%")
    drafter.press(Key.Key_E)
    drafter.write("Forest cover, measured anew")
    path = tmp_path / "mine.jjj.zip"
    with user.qtbot.waitSignal(user.window.view_shown, timeout=20_000):
        save_as(drafter, monkeypatch, path)
    after = read_tables(path).columns
    at = before["figures"]["printed"].index("61.63%")
    assert after["figures"]["measure"][at] == "Forest cover, measured anew"
    after["figures"]["measure"][at] = before["figures"]["measure"][at]
    assert after == before
    assert read_tables(bundled_pack()).columns == before


def test_each_column_of_each_table_has_a_field(drafter: Drafter) -> None:
    drafter.step("All tables")
    for name in COLUMNS:
        if name != SOURCE:
            drafter.choose_table(table_words(name))
            _wait_for_columns(drafter, {each.name for each in TABLES[name].columns})


def _wait_for_columns(drafter: Drafter, columns: set[str]) -> None:
    drafter.user.qtbot.waitUntil(lambda: drafter.form.columns == columns)


def test_a_record_is_added_and_deleted_and_both_are_undone(drafter: Drafter) -> None:
    drafter.step("All tables")
    count = len(drafter.lines)
    drafter.click("Add")
    drafter.fill("Name", "Xiong'an")
    assert "Xiong'an" in drafter.lines
    drafter.click("Delete")
    assert len(drafter.lines) == count
    for _ in range(3):
        drafter.trigger("Undo")
    assert len(drafter.lines) == count
    drafter.trigger("Redo")
    assert len(drafter.lines) == count + 1


def test_a_name_that_is_new_makes_a_region(user: User, monkeypatch: pytest.MonkeyPatch) -> None:
    drafter = new_from(user, monkeypatch, LAKE)
    drafter.step("Who")
    drafter.fill("Region", "Eastfen")
    speaker = drafter.draft.records["speakers"][0]
    assert speaker["region_id"] == "eastfen"
    drafter.trigger("Undo")
    assert "eastfen" not in {
        each["region_id"] for each in drafter.draft.records["regions"].values()
    }


def test_who_speaks_in_a_paragraph_is_said_of_what_stands_in_it(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafter = new_from(user, monkeypatch, LAKE)
    drafter.step("Who")
    drafter.choose_table("Paragraphs")
    drafter.choose("¶15")
    drafter.fill("Speaker", "Tomas Reyel")
    spoken = {each["speaker_id"] for each in drafter.figures if each["paragraph"] == "15"}
    assert spoken == {"tomas-reyel"}


def test_every_control_of_a_draft_has_a_name_for_screen_readers(drafter: Drafter) -> None:
    for at in range(1, 8):
        drafter.press(Qt.Key(Key.Key_0 + at), Qt.KeyboardModifier.ControlModifier)
        for kind in (
            QAbstractButton,
            QAbstractItemView,
            QComboBox,
            QLineEdit,
            QPlainTextEdit,
            QTabBar,
        ):
            for widget in drafter.page.findChildren(kind):
                if widget.isVisible() and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                    parent = widget.parentWidget()
                    inner = isinstance(parent, QComboBox) or isinstance(
                        parent.parentWidget() if parent else None, QComboBox
                    )
                    named = widget.accessibleName() or getattr(widget, "text", str)()
                    assert named or inner, widget
