"""The bundled pack with thirty speakers, twenty themes and long names."""

import random
from pathlib import Path

from jjjviewer.model.dataset import Dataset
from tests.packs import Row, change, copy_of_bundled, load

_KINDS = ("achievement", "measure", "plan", "position")


def crowded(folder: Path) -> Dataset:
    """Return the pack, with a thousand statements, the same each time."""
    chance = random.Random(7)
    pack = copy_of_bundled(folder)
    change(pack, "speakers", _add_speakers)
    change(pack, "themes", _add_themes)
    speakers: list[str] = []
    themes: list[str] = []
    change(pack, "speakers", lambda rows: speakers.extend(row["speaker_id"] for row in rows))
    change(pack, "themes", lambda rows: themes.extend(row["theme_id"] for row in rows))

    def add_statements(rows: list[Row]) -> None:
        for number in range(900):
            own = chance.sample(themes, 3)
            rows.append(
                {
                    **rows[number % 100],
                    "statement_id": f"more-{number}",
                    "speaker_id": speakers[number % len(speakers)],
                    "theme_id": chance.choice([*own, themes[number % 7]]),
                    "kind": chance.choice(_KINDS),
                }
            )

    change(pack, "statements", add_statements)
    return load(pack)


def _add_speakers(rows: list[Row]) -> None:
    for number in range(24):
        long = "Maximiliane-Theodora von und zu " * (number % 5 == 0)
        name = f"{long}Speaker {number}"
        rows.append(
            {**rows[number % 6], "speaker_id": f"speaker-{number}", "name": name, "name_zh": ""}
        )


def _add_themes(rows: list[Row]) -> None:
    for number in range(9):
        label = f"Theme {number} and what belongs to it" if number % 3 else f"Theme {number}"
        names = {"theme_id": f"theme-{number}", "label": label, "label_short": ""}
        rows.append({**rows[0], **names, "sort": "200"})
