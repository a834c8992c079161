"""What is wrong is said rightly: at the place to mend, with a remedy that leads somewhere."""

import re
from collections.abc import Callable
from pathlib import Path

import pytest

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.schema import TABLES
from jjjviewer.model.tables import read_tables
from jjjviewer.model.visible import shown, visible
from tests.model.reading.test_opening import refusal
from tests.packs import Row, change, load, put


def problems(pack: Path) -> tuple[Problem, ...]:
    with pytest.raises(PackError) as caught:
        read_tables(pack)
    return caught.value.problems


def dropped(id_: str) -> Callable[[list[Row]], None]:
    """Drop the row that has an id in its first column."""

    def alter(rows: list[Row]) -> None:
        rows[:] = [row for row in rows if next(iter(row.values())) != id_]

    return alter


def renamed(id_: str, other: str) -> Callable[[list[Row]], None]:
    def alter(rows: list[Row]) -> None:
        for row in rows:
            key = next(iter(row))
            row[key] = other if row[key] == id_ else row[key]

    return alter


@pytest.mark.parametrize(
    ("table", "id_"),
    [
        ("regions", "tianjin"),
        ("speakers", "yu-bo"),
        ("themes", "ecology"),
        ("themes", "industry"),
        ("units", "km"),
        ("units", "km2"),
        ("units", "mu"),
        ("statements", "s9-1"),
        ("figures", "f16-4"),
        ("entities", "chengde"),
        ("entities", "tongzhou"),
        ("entities", "langfang"),
    ],
)
def test_a_dropped_row_is_said_once_in_its_own_table(pack: Path, table: str, id_: str) -> None:
    change(pack, table, dropped(id_))
    own = [each for each in problems(pack) if each.value == id_]
    assert len(own) == 1, own
    (message,) = own
    assert "Did you mean" not in message.message
    assert TABLES[table].file in str(message)
    assert "dd it to" in message.message


@pytest.mark.parametrize(
    ("table", "id_", "mistyped"),
    [
        ("themes", "ecology", "ecolgy"),
        ("themes", "industry", "industri"),
        ("regions", "hebei", "hebie"),
        ("entities", "tongzhou", "tonghzou"),
        ("speakers", "dai-yongkang", "dai-yongkng"),
    ],
)
def test_a_mistyped_key_is_blamed_and_not_the_rows_that_name_it(
    pack: Path, table: str, id_: str, mistyped: str
) -> None:
    before = read_tables(pack).columns[table]
    row = next(iter(before.values())).index(id_) + 2
    change(pack, table, renamed(id_, mistyped))
    (message,) = problems(pack)
    assert (message.file, message.row, message.value) == (f"{table}.csv", row, mistyped)
    assert f"Did you mean '{id_}'? Mend this row, or add '{id_}' to {table}.csv." in str(message)


@pytest.mark.parametrize(
    ("table", "column", "id_"),
    [
        ("figures", "unit_id", "km3"),
        ("figures", "theme_id", "ecolog"),
        ("figures", "place_id", "chengd"),
        ("figure_relations", "to_id", "f14-2x"),
        ("mentions", "entity_id", "tangsha"),
        ("links", "speaker_id", "yu-boo"),
    ],
)
def test_what_is_used_as_such_is_never_what_was_meant(
    pack: Path, table: str, column: str, id_: str
) -> None:
    change(pack, table, put(2, **{column: id_}))
    (message,) = problems(pack)
    file = TABLES[next(c.refers_to for c in TABLES[table].columns if c.name == column)].file
    assert (message.file, message.row) == (f"{table}.csv", 2)
    assert message.message == f"{column} '{id_}' is not in {file}. Mend it, or add it to {file}."


def test_a_text_in_place_of_an_id_is_no_row_to_add(pack: Path) -> None:
    change(pack, "statements", put(2, speaker_id="Says what is planned"))
    (message,) = problems(pack)
    assert message.message == (
        "speaker_id 'Says what is planned' is no id. Write the id of a row of speakers.csv."
    )


@pytest.mark.parametrize("table", ["units", "figures", "themes", "mentions", "link_places"])
def test_headings_that_stand_there_twice_are_told_to_be_deleted(pack: Path, table: str) -> None:
    change(pack, table, lambda rows: rows.insert(1, {name: name for name in rows[0]}))
    assert {(each.file, each.row, each.message) for each in problems(pack)} == {
        (f"{table}.csv", 3, "the headings stand there once more. Delete the row.")
    }


def test_a_space_within_an_id_is_known(pack: Path) -> None:
    change(pack, "figure_relations", put(2, to_id="f1 6-4"))
    (message,) = problems(pack)
    assert message.message == "to_id 'f1 6-4' is written 'f16-4' in figures.csv. Write it so."


@pytest.mark.parametrize(
    ("table", "column", "cell", "said"),
    [
        ("statements", "kind", "yu-bo", "kind 'yu-bo' is not one of achievement, measure, plan"),
        ("regions", "name", "", "name is empty. Fill it in, in all 9 rows."),
        ("figures", "value", "much", "value: 'much' is not a number."),
    ],
)
def test_a_column_of_which_no_cell_is_right_is_one_message(
    pack: Path, table: str, column: str, cell: str, said: str
) -> None:
    change(pack, table, lambda rows: [row.update({column: cell}) for row in rows])
    (message,) = problems(pack)
    assert (message.file, message.row, message.column) == (f"{table}.csv", 1, column)
    assert message.message.startswith(said)
    assert message.message.endswith(f"is the heading {column} in row 1 that of another column?")


def test_a_last_row_of_a_total_or_a_comment_is_one_message(pack: Path) -> None:
    change(pack, "themes", lambda rows: rows.append(dict.fromkeys(rows[0], "")))
    change(pack, "themes", lambda rows: rows[-1].update(theme_id="Total", sort="100"))
    assert [each.message for each in problems(pack)] == [
        "'Total' stands nearly alone in the last row. "
        "Delete the row, if it is a total or a comment; else fill in label."
    ]


def test_a_paragraph_that_many_rows_name_is_missed_once(pack: Path) -> None:
    change(pack, "statements", put(2, paragraph="99"))
    change(pack, "statements", put(3, paragraph="99"))
    change(pack, "mentions", put(2, paragraph="99", statement_id=""))
    found = [str(each) for each in load(pack).problems if "is not in" in each.message]
    assert found == [
        "statements.csv row 2: paragraph '99' is not in paragraphs.csv. "
        "Add it there, for 2 more rows name it, or mend them all."
    ]


def test_an_id_of_other_digits_is_never_what_was_meant(pack: Path) -> None:
    # f15-1 is a part of nothing.
    change(pack, "figure_relations", put(2, from_id="f15-11"))
    (message,) = problems(pack)
    assert "Did you mean" not in message.message


def test_one_reference_like_a_row_that_nothing_uses_names_both(pack: Path) -> None:
    change(pack, "units", lambda rows: rows.append(rows[0] | {"unit_id": "ducat"}))
    change(pack, "units", lambda rows: rows[-1].update(base_unit="ducat"))
    row = len(read_tables(pack).columns["units"]["unit_id"]) + 1
    change(pack, "figures", put(2, unit_id="ducats"))
    assert refusal(pack) == [
        f"figures.csv row 2: unit_id 'ducats' is not in units.csv. Did you mean 'ducat', which "
        f"stands in row {row} there? Mend one, or add it to units.csv."
    ]


@pytest.mark.parametrize("id_", ["Ecology", "ECOLOGY", "ecoLogy"])
def test_other_letters_are_named_as_such(pack: Path, id_: str) -> None:
    change(pack, "figures", put(3, theme_id=id_))
    assert refusal(pack) == [
        f"figures.csv row 3: theme_id '{id_}' is written 'ecology' in themes.csv. Write it so."
    ]


CHARACTERS = {
    "\u00a0": "no-break space",
    "\u200b": "U+200B",
    "\u200d": "U+200D",
    "\u202e": "U+202E",
    "\u3000": "full-width space",
    "\u00ad": "soft hyphen",
    "\ufeff": "U+FEFF",
}


@pytest.mark.parametrize("character", CHARACTERS)
@pytest.mark.parametrize(
    ("table", "column", "cell"),
    [
        ("figures", "status", "achie{}ved"),
        ("figures", "theme_id", "eco{}logy"),
        ("themes", "theme_id", "eco{}logy"),
        ("figures", "value", "1{}000"),
        ("figures", "period_end", "2022{}-10-21"),
        ("themes", "sort", "1{}1"),
    ],
)
def test_a_character_that_is_not_seen_is_named(
    pack: Path, table: str, column: str, cell: str, character: str
) -> None:
    change(pack, table, put(3, **{column: cell.format(character)}))
    message = refusal(pack)[0]
    assert f"olds {CHARACTERS[character]}, which is not seen. Type it anew." in message
    assert character not in message


@pytest.mark.parametrize(
    ("table", "column", "cell", "name"),
    [
        ("figures", "value", "\u0661\u0662", "arabic-indic digit one"),
        ("figures", "status", "\u0430chieved", "cyrillic small letter a"),
        ("themes", "theme_id", "\u0435cology", "cyrillic small letter ie"),
        ("figures", "period_start", "2022\u201310\u201321", "en dash"),
    ],
)
def test_a_character_that_looks_like_another_is_named(
    pack: Path, table: str, column: str, cell: str, name: str
) -> None:
    change(pack, table, put(3, **{column: cell}))
    assert f" in it is {name}, no plain character. Type it anew." in refusal(pack)[0]


@pytest.mark.parametrize("code", [*range(0x20), 0x7F, *range(0x80, 0xA0), 0x2028, 0x202E])
def test_no_control_character_reaches_a_terminal(tmp_path: Path, code: int) -> None:
    sign = chr(code)
    problem = Problem(f"a{sign}b", f"x{sign}.csv", 2)
    assert str(problem).isprintable()
    assert shown(f"a{sign}b").isprintable()
    assert visible(f"a{sign}b") == f"a[U+{code:04X}]b"


def test_headings_and_file_names_with_commands_to_a_terminal_are_shown(pack: Path) -> None:
    (pack / "mentions.csv").write_text("entity_id,paragraph,\x1b[31mred\n")
    (note,) = [each.message for each in load(pack).notes if each.row == 1]
    assert note.endswith("'[U+001B][31mred'.") and "\x1b" not in str(load(pack).notes)


@pytest.mark.parametrize(
    ("column", "cell", "message"),
    [
        ("period_end", "2023-02-29", "'2023-02-29' is no day: February 2023 has 28 days. Mend it."),
        ("period_end", "2022-04-31", "'2022-04-31' is no day: April 2022 has 30 days. Mend it."),
        ("period_end", "2022-21-10", "'2022-21-10' is no day: there is no month 21; write the"),
        ("period_end", "0000-01-01", "'0000-01-01' is no day: there is no year 0. Mend it."),
        ("occurrence", "1" * 25, f"'{'1' * 25}' has 25 digits; at most 15 are read. Shorten it."),
        ("value", "12345678901234567890.12345", "has 25 digits, of which no more than 15 would"),
    ],
)
def test_a_number_or_day_that_is_none_has_its_own_message(
    pack: Path, column: str, cell: str, message: str
) -> None:
    change(pack, "figures", put(2, **{column: cell}))
    assert message in refusal(pack)[0]


def test_coordinates_swapped_in_a_whole_pack_are_one_message(pack: Path) -> None:
    def swap(rows: list[Row]) -> None:
        for row in rows:
            row["lat"], row["lon"] = row["lon"], row["lat"]

    change(pack, "entities", swap)
    (message,) = refusal(pack)
    assert re.fullmatch(
        r"entities.csv row \d+: latitudes and longitudes are swapped in the whole table. "
        r"Exchange the headings lat and lon in row 1.",
        message,
    )


def test_the_coordinates_of_one_place_are_named_at_its_row(pack: Path) -> None:
    change(pack, "entities", put(3, lat="116.4", lon="39.9"))
    assert refusal(pack) == [
        "entities.csv row 3: lat 116.4 does not lie between -90 and 90. Are lat and lon swapped?"
    ]
