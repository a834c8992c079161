"""Copies of packs that somebody may open, and dialogs that answer with one of them."""

import random
import shutil
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog

from jjjviewer.paths import bundled_pack, example_pack
from tests.packs import change, put


def copied_packs(folder: Path) -> list[Path]:
    """Return copies of packs to open: sound ones, a doubtful one, a wrong one, and what is none.

    Copies, for what is saved may be saved beside them.
    """
    packs = [
        Path(shutil.copytree(pack, folder / name))
        for name, pack in (
            ("interview", bundled_pack()),
            ("example", example_pack()),
            ("doubtful", example_pack()),
            ("wrong", example_pack()),
        )
    ]
    change(packs[2], "figures", put(3, value="1"))
    change(packs[3], "figures", put(3, value="x"))
    return [*packs, packs[1] / "article.txt"]


def answer_dialogs(chance: random.Random, packs: Sequence[Path], target: Path) -> None:
    """Have dialogs that ask for a file answer at random: with a path, or as if cancelled."""

    def existing(*_: object, **__: object) -> str:
        return chance.choice([*map(str, packs), ""])

    def asked(*words: object, **_: object) -> tuple[str, str]:
        return existing(), _kind(words)

    def asked_to_save(*words: object, **_: object) -> tuple[str, str]:
        return chance.choice([str(target), ""]), _kind(words)

    setattr(QFileDialog, "getOpenFileName", asked)  # noqa: B010
    setattr(QFileDialog, "getSaveFileName", asked_to_save)  # noqa: B010
    setattr(QFileDialog, "getExistingDirectory", existing)  # noqa: B010
    setattr(QDesktopServices, "openUrl", existing)  # noqa: B010


def _kind(asked: tuple[object, ...]) -> str:
    """Return the first of the kinds of file that a dialog offers."""
    kinds = [each for each in asked if isinstance(each, str) and "(*" in each]
    return kinds[0].split(";;")[0] if kinds else ""
