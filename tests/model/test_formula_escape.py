"""No text that a spreadsheet would run is written as it is, and what is written reads back."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jjjviewer.model.formula_escape import guarded, unguarded
from tests.random_packs import thorough

SIGNS = "=+-@\t\r\n\uff1d\uff0b\uff0d\uff20"


@pytest.mark.parametrize("sign", SIGNS)
@pytest.mark.parametrize(
    "rest", ["cmd|' /C calc'!A0", "1+1", "SUM(A1)", "", "3 yuan", "1,2", "1_000"]
)
def test_a_cell_that_begins_with_a_sign_is_text(sign: str, rest: str) -> None:
    assert guarded(f"{sign}{rest}") == f"'{sign}{rest}"


@pytest.mark.parametrize(
    "text", ["-3", "+8.5", "-1,234", "-1,234.5", "-50%", "-1e-05", "a=b", "'a'"]
)
def test_a_number_with_its_sign_and_other_text_stay(text: str) -> None:
    assert guarded(text) == text


@thorough
@given(st.text(alphabet=f"{SIGNS}'a1.,% "))
def test_what_is_guarded_reads_back(text: str) -> None:
    assert unguarded(guarded(text)) == text
