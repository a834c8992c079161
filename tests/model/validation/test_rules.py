"""Each rule of the format has a message of its own: file, row, column, value, remedy."""

from pathlib import Path

import pytest

from jjjviewer.model.columns import row_count
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.tables import read_tables
from tests.packs import Row, change, load, put


def errors(pack: Path) -> list[Problem]:
    with pytest.raises(PackError) as caught:
        read_tables(pack)
    return list(caught.value.problems)


@pytest.mark.parametrize(
    ("table", "row", "column", "value", "message"),
    [
        ("themes", 2, "label", "", "label is empty. Fill it in."),
        (
            "statements",
            3,
            "statement_id",
            "s2-1",
            "statement_id 's2-1' already stands in row 2. Give each row its own, or delete one of "
            "the two.",
        ),
        (
            "links",
            2,
            "link_id",
            "L 8",
            "link_id 'L 8' is not an id. Use up to 64 of a-z, 0-9, '-' and '_', as 'l-8'.",
        ),
        (
            "links",
            2,
            "link_id",
            "l8\nl9",
            "link_id 'l8 l9' is not an id. Use up to 64 of a-z, 0-9, '-' and '_', as 'l8-l9'.",
        ),
        ("themes", 2, "sort", "first", "sort: 'first' is not a whole number. Write it as 12."),
        ("figures", 2, "value", "1,000", "value: '1,000' is not a number. Write it as 1000."),
        ("figures", 2, "value", "1_000", "value: '1_000' is not a number. Write it as 1000."),
        (
            "figures",
            2,
            "value",
            "inf",
            "value: 'inf' is not a finite number of at most 1e+30. Mend it.",
        ),
        (
            "figures",
            2,
            "value",
            "1e300",
            "value: '1e300' is not a finite number of at most 1e+30. Mend it.",
        ),
        (
            "figures",
            2,
            "chartable",
            "maybe",
            "chartable: 'maybe' is neither true nor false. Write one.",
        ),
        (
            "figures",
            2,
            "period_end",
            "October 2022",
            "period_end: 'October 2022' is not a date. Write it as 2022-10-21.",
        ),
        (
            "figures",
            2,
            "period_end",
            "2022-02-30",
            "period_end: '2022-02-30' is no day: February 2022 has 28 days. Mend it.",
        ),
        (
            "figures",
            2,
            "printed",
            "9" * 81,
            "printed has 81 characters; at most 80 fit. Shorten it.",
        ),
        (
            "statements",
            2,
            "summary",
            "x" * 301,
            "summary has 301 characters; at most 300 fit. Shorten it.",
        ),
        (
            "entities",
            2,
            "note",
            "x" * 32_768,
            "note has 32,768 characters; at most 32,767 are read. Shorten it.",
        ),
        (
            "entities",
            2,
            "note",
            "x" * 200_000,
            "note has 200,000 characters; at most 32,767 are read. Shorten it.",
        ),
        (
            "figures",
            2,
            "status",
            "achievd",
            "status 'achievd' is not one of achieved, under-construction, planned, target, "
            "uncertain. Did you mean 'achieved'?",
        ),
        (
            "figures",
            2,
            "qualifier",
            "?",
            "qualifier '?' is not one of exact, more-than, at-least, nearly, about, less-than, "
            "at-most.",
        ),
        (
            "figures",
            2,
            "unit_id",
            "ducats",
            "unit_id 'ducats' is not in units.csv. Mend it, or add it to units.csv.",
        ),
        (
            "speakers",
            2,
            "region_id",
            "daxin",
            "region_id 'daxin' is not in regions.csv. Mend it, or add it to regions.csv.",
        ),
        (
            "entities",
            2,
            "lat",
            "91",
            "lat 91 does not lie between -90 and 90. Are lat and lon swapped?",
        ),
        ("entities", 2, "lon", "-180.5", "lon -180.5 does not lie between -180 and 180. Mend it."),
        ("units", 2, "factor", "0", "factor 0 does not lie between 1e-30 and 1e+30. Mend it."),
        (
            "themes",
            2,
            "label",
            "bell\x07",
            "label holds the control character U+0007. Type the cell anew.",
        ),
    ],
)
def test_a_wrong_cell_is_named_with_its_remedy(
    pack: Path, table: str, row: int, column: str, value: str, message: str
) -> None:
    change(pack, table, put(row, **{column: value}))
    # An id that is none leaves rows that refer to it: they are named after it.
    assert errors(pack)[0] == Problem(message, f"{table}.csv", row, column, value)


@pytest.mark.parametrize(
    ("table", "id_", "taken"),
    [
        ("speakers", "hebei", "the region_id of regions.csv row 5"),
        ("themes", "yu-bo", "the speaker_id of speakers.csv row 3"),
        ("figures", "ecology", "the theme_id of themes.csv row 6"),
        ("links", "f9-1", "the figure_id of figures.csv row 3"),
        ("links", "south-korea", "the entity_id of entities.csv row 8"),
    ],
)
def test_an_id_that_stands_for_two_things_is_named(
    pack: Path, table: str, id_: str, taken: str
) -> None:
    key = f"{table[:-1]}_id"
    row = row_count(read_tables(pack).columns[table]) + 2
    change(pack, table, lambda rows: rows.append(rows[0] | {key: id_}))
    message = f"{key} '{id_}' is already {taken}. Give it another."
    assert errors(pack)[0] == Problem(message, f"{table}.csv", row, key, id_)


@pytest.mark.parametrize(
    ("id_", "type_", "message"),
    [
        ("hebei", "place", ""),
        ("yu-bo", "person", ""),
        (
            "hebei",
            "person",
            "entity_id 'hebei' is already the region_id of regions.csv row 5. "
            "Give it another, or, if it is that region, the type place.",
        ),
        (
            "yu-bo",
            "place",
            "entity_id 'yu-bo' is already the speaker_id of speakers.csv row 3. "
            "Give it another, or, if it is that speaker, the type person.",
        ),
        (
            "ecology",
            "policy",
            "entity_id 'ecology' is already the theme_id of themes.csv row 6. Give it another.",
        ),
    ],
)
def test_an_entity_may_have_the_id_of_the_region_or_speaker_that_it_is(
    pack: Path, id_: str, type_: str, message: str
) -> None:
    def name(rows: list[Row]) -> None:
        others = [row for row in rows if row["entity_id"] != id_]
        rows[:] = [*others, others[-1] | {"entity_id": id_, "type": type_, "region_id": ""}]

    change(pack, "entities", name)
    said = [error.message for error in errors(pack)] if message else load(pack).warnings
    assert said == ([message] if message else ())


def test_what_a_spreadsheet_makes_of_true_and_of_long_numbers_is_read(pack: Path) -> None:
    change(pack, "figures", put(20, chartable="TRUE", value="7.319E+11"))
    assert load(pack).warnings == ()
    figure = load(pack)["figures"].iloc[18]
    assert (figure["value"], figure["chartable"]) == (731.9e9, True)


def test_references_to_an_id_that_is_none_are_told_at_that_id_alone(pack: Path) -> None:
    change(pack, "themes", lambda rows: rows[4].update(theme_id="ECOLOGY"))
    assert [error.column for error in errors(pack)] == ["theme_id"]
    assert errors(pack)[0].file == "themes.csv"
