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

from jjjviewer.draft.from_pack import records_of_pack
from jjjviewer.draft.made_pack import made_pack
from jjjviewer.draft.records import COLUMNS, SOURCE
from jjjviewer.draft.saving import save
from jjjviewer.model.schema import TABLES, Column
from jjjviewer.model.tables import read_tables
from jjjviewer.paths import bundled_pack, example_pack
from jjjviewer.ui.draft.words import choice_words, column_words, table_words
from jjjviewer.ui.text.attachments import Attachments, attachment_of
from tests.draft.drafts import LAKE, other_cell
from tests.ui.draft.drafting import Drafter, new_from, save_as, wait_for_draft, windows
from tests.ui.packs.test_opening import drop
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


def test_a_pack_is_changed_beside_the_copy_of_its_text_that_is_attached(
    user: User, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    article = example_pack() / "article.txt"
    pack = tmp_path / "without.jjj.zip"
    records = records_of_pack(read_tables(example_pack()))
    records[SOURCE][0]["may_pass_on"] = ""
    save(records, pack)
    before = read_tables(pack).columns
    assert not before["texts"]["text"]
    Attachments(user.window.settings).attach(pack, attachment_of(article))
    with user.qtbot.waitSignal(user.window.view_shown, timeout=20_000):
        assert drop(user.window, pack)
    user.qtbot.waitUntil(lambda: user.window.dataset is not None, timeout=20_000)
    user.action("Edit this pack").trigger()
    drafter = wait_for_draft(user)
    drafter.choose("48.5 kilometers")
    lit = [each.cursor.selectedText() for each in drafter.view.extraSelections()]
    assert lit == ["The sea wall of Westmarsh is now 48.5 kilometers long.", "48.5 kilometers"]
    saved = tmp_path / "again.jjj.zip"
    with user.qtbot.waitSignal(user.window.view_shown, timeout=20_000):
        save_as(drafter, monkeypatch, saved)
    assert read_tables(saved).columns == before
    found = Attachments(user.window.settings).of(saved)
    assert found is not None
    assert found.path == article


def test_each_column_of_each_table_has_a_field(drafter: Drafter) -> None:
    drafter.step("All tables")
    for name in COLUMNS:
        if name != SOURCE:
            drafter.choose_table(table_words(name))
            _wait_for_columns(drafter, {each.name for each in TABLES[name].columns})


def test_every_column_is_changed_undone_redone_saved_and_opened_again(
    drafter: Drafter, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    drafter.step("All tables")
    for name in COLUMNS:
        if name != SOURCE:
            drafter.choose_table(table_words(name))
            drafter.choose_middle()
            for column in TABLES[name].columns:
                _change(drafter, name, column)
    path = tmp_path / "changed.jjj.zip"
    user = drafter.user
    with user.qtbot.waitSignal(user.window.view_shown, timeout=20_000):
        save_as(drafter, monkeypatch, path)
    saved = read_tables(path).columns
    assert saved == made_pack(drafter.draft.records).columns
    assert saved != read_tables(bundled_pack()).columns
    user.action("Edit this pack").trigger()
    user.qtbot.waitUntil(lambda: len(windows()) == 2, timeout=20_000)
    again = next(each for each in windows() if each is not drafter.window)
    assert made_pack(again._document.draft.records).columns == saved


def _change(drafter: Drafter, table: str, column: Column) -> None:
    """Type another cell, and look at the record after undo and redo."""
    rows = drafter.draft.records[table]
    row = [*rows][len(rows) // 2]
    before = rows[row]
    other = other_cell(drafter.draft.records, table, row, column)
    if other == before[column.name]:
        return
    words = choice_words(table, column.name).get(other, other)
    drafter.fill("Id" if column.is_id else column_words(column.name), words)
    after = before | {column.name: other}
    assert rows[row] == after, column
    drafter.trigger("Undo")
    assert rows[row] == before, column
    drafter.trigger("Redo")
    assert rows[row] == after, column
    if column.unique:
        # It is given back, since others refer to it.
        drafter.trigger("Undo")


def test_a_column_without_an_editor_has_its_reason_in_the_schema() -> None:
    reasons = {
        (name, column.name): column.made
        for name, table in TABLES.items()
        for column in table.columns
        if column.made or name not in COLUMNS
    }
    assert all(reasons.values())
    assert {*reasons} == {
        ("paragraphs", "hash12"),
        ("paragraphs", "chars"),
        ("figures", "occurrence"),
        ("texts", "paragraph"),
        ("texts", "text"),
    }


def test_what_the_program_makes_of_the_text_says_so_instead_of_being_typed(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafter = new_from(user, monkeypatch, LAKE)
    drafter.step("All tables")
    drafter.choose_table("Paragraphs")
    _wait_for_columns(drafter, {each.name for each in TABLES["paragraphs"].columns})
    (field,) = [e for e in drafter.form.findChildren(QLineEdit) if e.accessibleName() == "Hash"]
    assert (field.isReadOnly(), field.placeholderText()) == (True, "Made from the text")


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
    drafter.choose("¶14")
    drafter.rows.setFocus()
    drafter.press(Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    drafter.fill("Speaker", "Tomas Reyel")
    rows = drafter.draft.records["paragraphs"].values()
    spoken = {each["paragraph"] for each in rows if each["speaker_id"] == "tomas-reyel"}
    assert {"14", "15"} <= spoken
    said = {each["speaker_id"] for each in drafter.figures if each["paragraph"] == "15"}
    assert said == {"tomas-reyel"}


def test_the_id_of_a_new_speaker_is_that_of_the_name(
    user: User, monkeypatch: pytest.MonkeyPatch
) -> None:
    drafter = new_from(user, monkeypatch, LAKE)
    drafter.step("Who")
    drafter.click("Add")
    drafter.fill("Name", "Jonas Okafor")
    assert drafter.field("Id") == "jonas-okafor"
    drafter.fill("Id", "j okafor")
    drafter.fill("Name", "Jonas Okafor-Lind")
    assert drafter.field("Id") == "j-okafor"


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
