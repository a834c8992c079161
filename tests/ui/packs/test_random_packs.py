"""Whatever pack is opened: a window or a message, never a traceback or a lost pack."""

import tempfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from tests.packs import zipped
from tests.random_packs import Files, broken_packs, put_into, thorough, valid_packs
from tests.ui.user import User


@settings(thorough, max_examples=10)
@given(valid_packs() | broken_packs(), st.booleans())
def test_every_pack_ends_in_a_window_or_a_message(
    qtbot: QtBot, user: User, files: Files, packed: bool
) -> None:
    before = user.window.windowTitle()
    outcome: list[str] = []
    user.window.view_shown.connect(lambda _: outcome.append("window"))
    with tempfile.TemporaryDirectory() as name:
        folder = put_into(Path(name) / "pack", files)
        user.window.open_pack(zipped(folder) if packed else folder)
        qtbot.waitUntil(lambda: bool(outcome or user.listed_problems), timeout=30_000)
    if not outcome:
        assert user.window.windowTitle() == before
        return
    for node in user.model.nodes:
        if node.id:
            user.click_row(node.id)
