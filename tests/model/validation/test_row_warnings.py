"""What is doubtful loads and is marked, each rule with a message of its own."""

from pathlib import Path

import pytest

from jjjviewer.model.errors import Problem
from jjjviewer.model.tables import read_tables
from jjjviewer.model.validation import row_warnings
from tests.packs import change, load, put

SPECIES = 10
"""The row of "450 species", the total of three parts."""


def warnings(pack: Path) -> list[str]:
    return [str(warning) for warning in load(pack).warnings]


@pytest.mark.parametrize(
    ("row", "cells", "column", "message"),
    [
        (
            20,
            {"value": "731900000"},
            "value",
            "'731.9 billion yuan' reads as 731,900,000,000 but value says 731,900,000. Mend one.",
        ),
        (
            20,
            {"value_high": "800000000000"},
            "value_high",
            "'731.9 billion yuan' reads as 731,900,000,000 but value_high says "
            "800,000,000,000. Mend one.",
        ),
        (
            20,
            {"printed": "a great sum"},
            "printed",
            "no number can be read in 'a great sum'. Check value by eye.",
        ),
        (
            6,
            {"qualifier": "exact"},
            "qualifier",
            "'more than 50%' reads as more-than but qualifier says exact. Mend one.",
        ),
        (
            7,
            {"printed": "616.3%", "value": "616.3"},
            "value",
            "a share of 616.3 does not lie between 0 and 100. Mend value.",
        ),
        (
            7,
            {"period_start": "2023-01-01", "period_end": "2021-12-31"},
            "period_end",
            "the period ends on 2021-12-31, before it starts on 2023-01-01. Mend one.",
        ),
        (
            7,
            {"period_end": "2023-12-31"},
            "status",
            "achieved by 2023-12-31, which is after the text of 2022-10-21. "
            "Mend the period or the status.",
        ),
        (6, {"note": ""}, "note", "ambiguous without a note. Say in note what is unclear."),
        (
            7,
            {"unit_id": ""},
            "unit_id",
            "chartable without a unit. Name its unit, or set chartable to false.",
        ),
        (
            SPECIES,
            {"printed": "400 species", "value": "400"},
            "value",
            "the parts of 'f16-4' add up to 450, more than its 400. "
            "Mend the values or the relations.",
        ),
        (
            20,
            {"speaker_id": "yu-bo"},
            "paragraph",
            "paragraph 21 belongs to dai-yongkang, but speaker_id says yu-bo. Mend one.",
        ),
        (
            20,
            {"speaker_id": ""},
            "paragraph",
            "paragraph 21 belongs to dai-yongkang, but speaker_id is empty. Mend one.",
        ),
        (
            20,
            {"paragraph": "210"},
            "paragraph",
            "paragraph '210' is not in paragraphs.csv. Mend it, or add it there.",
        ),
    ],
)
def test_a_doubtful_figure_is_loaded_with_a_warning(
    pack: Path, row: int, cells: dict[str, str], column: str, message: str
) -> None:
    if "unit_id" in cells:
        # Without a unit it is no share of anything either.
        cells = cells | {"quantity_kind": "other"}
    change(pack, "figures", put(row, **cells))
    value = read_tables(pack).columns["figures"][column][row - 2]
    warning = Problem(message, "figures.csv", row, column, value, "warning")
    assert warning in load(pack).warnings


def test_every_doubtful_row_is_marked_though_not_all_are_listed(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_warnings, "MOST_PROBLEMS", 1)
    change(pack, "figures", put(6, qualifier="exact", note=""))
    change(pack, "figures", put(20, value="731900000"))
    change(pack, "statements", put(2, certainty="garbled", note=""))
    loaded = load(pack)
    assert len(loaded.warnings) == 1
    warnings = {
        row: warning for row, warning in enumerate(loaded["figures"]["warning"], 2) if warning
    }
    assert list(warnings) == [6, 20]
    assert warnings[6] == (
        "'more than 50%' reads as more-than but qualifier says exact. Mend one. "
        "ambiguous without a note. Say in note what is unclear."
    )
    assert loaded["statements"]["warning"].iloc[0].startswith("garbled without a note.")


def test_a_garbled_statement_without_a_note_is_doubtful(pack: Path) -> None:
    change(pack, "statements", put(2, certainty="garbled", note=" "))
    assert warnings(pack) == [
        "statements.csv row 2: garbled without a note. Say in note what is unclear."
    ]


def test_a_statement_in_the_paragraph_of_another_is_doubtful(pack: Path) -> None:
    change(pack, "statements", put(2, paragraph="21"))
    expected = (
        "statements.csv row 2: paragraph 21 belongs to dai-yongkang, "
        "but speaker_id is empty. Mend one."
    )
    assert expected in warnings(pack)


def test_a_mention_in_no_paragraph_is_doubtful(pack: Path) -> None:
    change(pack, "mentions", put(2, paragraph="54"))
    assert warnings(pack) == [
        "mentions.csv row 2: paragraph '54' is not in paragraphs.csv. Mend it, or add it there."
    ]


def test_parts_in_another_unit_are_compared_in_the_base_unit(pack: Path) -> None:
    relation = {"from_id": "f9-1", "to_id": "f9-2", "kind": "part_of"}
    change(pack, "figure_relations", lambda rows: rows.append(relation))
    change(pack, "figures", put(3, claim="", claim_zh="", unit_id="km2"))
    change(pack, "figures", put(3, printed="0.1 sq km", value="0.1"))
    assert warnings(pack) == []
    change(pack, "figures", put(3, printed="0.7 sq km", value="0.7"))
    assert warnings(pack) == [
        "figures.csv row 4: the parts of 'f9-2' add up to 700,000, more than its 600,000. "
        "Mend the values or the relations."
    ]


def test_without_a_date_of_the_interview_nothing_is_too_late(pack: Path) -> None:
    path = pack / "datapackage.json"
    path.write_text(path.read_text(encoding="utf-8").replace('"2022-10-21"', '""'), "utf-8")
    change(pack, "figures", put(7, period_end="2023-12-31", period_text="end of 2023"))
    assert warnings(pack) == []
