"""Copies of packs that somebody may open."""

import shutil
from pathlib import Path

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
