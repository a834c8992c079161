"""What people and spreadsheets write in place of a value is known, and so is its remedy."""

from pathlib import Path

import pytest

from tests.model.reading.test_opening import refusal
from tests.packs import change, put

_DIGITS = (
    "Write its digits alone, all of them, as 1200000; words and signs round them stand in printed, "
    "qualifier and unit_id."
)
_ENDS = "Write the start of a range as value, its end as value_high, each as 1234.5."
_FORMULA = "stands where a formula failed. Mend the formula, or write the value."
_GRID = "It looks like metres of a national grid: write degrees, as 39.9."
_MADE = "A spreadsheet has made a date of it: format the column as text, and type the ids anew."
CELLS = [
    ("figures", "value", "2,400,000.5", "Write it as 2400000.5."),
    ("figures", "value", "12%", "Write it as 12, of the unit per cent."),
    ("figures", "value", "20-25", _ENDS),
    ("figures", "value", "£1.1bn", "Write it as 1100000000, with the unit gbp."),
    ("figures", "value", "~60", "Write it as 60, with the qualifier about."),
    ("figures", "value", "240万", "Write it as 2400000."),
    ("figures", "value", "12 (of 60)", _DIGITS),
    ("figures", "value", "n/a", "Delete the row, for a figure has a value."),
    ("figures", "value_high", "–", "Leave it empty."),
    ("entities", "lat", "unknown", "Leave it empty."),
    ("figures", "value", "#DIV/0!", _FORMULA),
    ("figures", "value", "#BEZUG!", _FORMULA),
    ("figures", "region_id", "#REF!", _FORMULA),
    ("figures", "unit_id", "yuan", "is the name of 'cny' in units.csv. Write that id."),
    ("figures", "period_end", "44927", "number of a day, write it as 2023-01-01."),
    ("figures", "period_end", "03/04/2023", "It may be 2023-04-03 or 2023-03-04: write the one"),
    ("links", "link_id", "03-Jan", _MADE),
    ("entities", "lat", "51°38'31\"S", "Write decimal degrees, as -51.6419."),
    ("entities", "lon", "2° 40.5\u2032 W", "Write decimal degrees, as -2.675."),
    ("entities", "lon", "W 2.67", "Write decimal degrees, as -2.67."),
    ("entities", "lat", "193800", _GRID),
]


@pytest.mark.parametrize(("table", "column", "cell", "remedy"), CELLS)
def test_a_cell_that_is_no_value_is_answered_with_its_remedy(
    pack: Path, table: str, column: str, cell: str, remedy: str
) -> None:
    change(pack, table, put(2, **{column: cell}))
    message = refusal(pack)[0]
    assert message.startswith(f"{table}.csv row 2: ")
    assert remedy in message
