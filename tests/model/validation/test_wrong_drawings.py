"""What would be drawn wrong is warned of at its row, and nothing else is."""

from pathlib import Path

import pytest

from tests.model.validation.wrong_numbers import Change
from tests.model.validation.wrong_rows import WRONG
from tests.packs import Row, change, load


def apply(pack: Path, changes: tuple[Change, ...]) -> None:
    for table, id_, cells in changes:

        def alter(rows: list[Row], id_: str = id_, cells: Row = cells) -> None:
            key = next(iter(rows[0]))
            found = [row for row in rows if row[key] == id_]
            for row in found or [dict.fromkeys(rows[0], "")]:
                row.update({key: id_} | cells)
                if not found:
                    rows.append(row)

        change(pack, table, alter)


@pytest.mark.parametrize("kind", WRONG)
def test_what_would_be_drawn_wrong_is_warned_of(pack: Path, kind: str) -> None:
    changes, file, column, message = WRONG[kind]
    apply(pack, changes)
    found = [each for each in load(pack).warnings if each.column == column and each.file == file]
    assert len(found) >= 1, load(pack).warnings
    assert message in found[-1].message
    assert found[-1].row
