"""Titles are as somebody last read them, and hold news: each rule is in use."""

import re
from collections import Counter
from typing import get_args

import pytest

from jjjviewer.charts.page_layout import Rule
from tests.charts.selections import PACKS, pack_of
from tests.charts.titles import FILE, Title, text_of, titles

LEAST_OF_A_RULE = 5
NEWS = re.compile(r"\d|\b(none|no|all|both|only|one)\b", re.I)
"""Numbers, some of them in words."""
LEAST_NEWS, MOST_FALLBACKS = 0.9, 0.1


@pytest.fixture(scope="module")
def found() -> list[Title]:
    return [*titles()]


def test_titles_are_as_somebody_read_them(found: list[Title]) -> None:
    assert text_of(found) == FILE.read_text(encoding="utf-8")


def test_every_rule_is_in_use_in_two_packs(found: list[Title]) -> None:
    rules = {*get_args(Rule)} - {"none"}
    counts = Counter(title.rule for title in found)
    for rule in rules:
        assert counts[rule] >= LEAST_OF_A_RULE, rule
    packs = {(title.rule, title.pack) for title in found}
    assert {(rule, pack) for rule in rules for pack in PACKS} <= packs


def test_most_titles_hold_a_number_or_a_named_contrast(found: list[Title]) -> None:
    news = [title for title in found if NEWS.search(title.title) or title.rule == "contrast"]
    assert len(news) >= LEAST_NEWS * len(found)
    fallbacks = [title for title in found if title.rule == "none"]
    assert len(fallbacks) <= MOST_FALLBACKS * len(found)


def test_titles_are_set_as_in_print(found: list[Title]) -> None:
    regions = {name for pack in PACKS for name in pack_of(pack)["regions"]["name"]}
    names = " ".join(name for pack in PACKS for name in pack_of(pack)["entities"]["name"])
    for title in (each.title for each in found):
        assert not re.search(r"['\"]|in 1 statement|\b(is|does) not$", title), title
        assert not any(f"{region} speaks" in title for region in regions), title
        for words in re.findall(r"“([^”]+)”", title):
            # Slogans and what the packs quote themselves: a plain noun needs no quotation marks.
            assert re.search(r"^(One|Two|Three|Four|Five) |,", words) or f'"{words}"' in names
