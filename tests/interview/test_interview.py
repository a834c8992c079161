"""The bundled pack against the interview itself: nothing missing, nothing copied, all found again.

The article is not part of the project. Where it lies beside the checkout, in
`shared/source/interview.txt`, these tests read it; elsewhere they are skipped.
"""

import csv
import hashlib
import re
import subprocess
import unicodedata
from functools import cache
from itertools import chain, pairwise
from pathlib import Path

import pytest

from jjjviewer.paths import bundled_pack

CHECKOUT = Path(__file__).resolve().parents[2]
ARTICLE = CHECKOUT.parent / "shared" / "source" / "interview.txt"
NUMBER_WORDS = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|hundreds?|thousands?|"
    "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|"
    "double|triple|once|twice|both|half|dozens?"
)
TOKEN = re.compile(rf"\d+(?:[.,]\d+)*|\b(?:{NUMBER_WORDS})\b", re.IGNORECASE)
SCALES = {"million": 1e6, "billion": 1e9}
COPIED_WORDS = 8

Row = dict[str, str]

needs_article = pytest.mark.skipif(
    not ARTICLE.is_file(), reason="the article does not lie beside this checkout"
)


def rows(path: Path) -> list[Row]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def table(name: str) -> list[Row]:
    return rows(bundled_pack() / f"{name}.csv")


def normalised(text: str) -> str:
    """As `hash12` is made: NFKC, straight quotes, plain dashes, single spaces, stripped."""
    text = unicodedata.normalize("NFKC", text)
    return " ".join(text.translate(str.maketrans("‘’“”–—", "''\"\"--")).split())


@cache
def paragraphs() -> dict[int, str]:
    lines = ARTICLE.read_text(encoding="utf-8").split("\n")
    texts = [normalised(line) for line in lines if line.strip()]
    return dict(enumerate(texts, start=1))


def place(text: str, part: str, occurrence: int) -> range:
    """Where the n-th occurrence of a part stands, or an empty range."""
    starts = [match.start() for match in re.finditer(f"(?={re.escape(part)})", text)]
    if not 0 < occurrence <= len(starts):
        return range(0)
    return range(starts[occurrence - 1], starts[occurrence - 1] + len(part))


@needs_article
def test_every_paragraph_is_known_by_its_hash_and_length() -> None:
    recorded = {
        int(row["paragraph"]): (row["hash12"], int(row["chars"])) for row in table("paragraphs")
    }
    assert recorded == {
        number: (hashlib.sha256(text.encode()).hexdigest()[:12], len(text))
        for number, text in paragraphs().items()
    }


@needs_article
@pytest.mark.parametrize("row", table("figures"), ids=lambda row: row["figure_id"])
def test_every_figure_is_found_where_it_was_printed(row: Row) -> None:
    text = paragraphs()[int(row["paragraph"])]
    assert place(text, normalised(row["printed"]), int(row["occurrence"]))


@needs_article
def test_every_number_of_the_interview_is_a_figure_or_has_a_reason_not_to_be() -> None:
    unaccounted = set()
    for number, text in paragraphs().items():
        figures = [row for row in table("figures") if int(row["paragraph"]) == number]
        inside = set(
            chain.from_iterable(
                place(text, normalised(row["printed"]), int(row["occurrence"])) for row in figures
            )
        )
        seen: dict[str, int] = {}
        for match in TOKEN.finditer(text):
            token = match.group()
            seen[token] = seen.get(token, 0) + 1
            if match.start() not in inside:
                unaccounted.add((number, token, seen[token]))
    listed = {
        (int(row["paragraph"]), row["token"], int(row["occurrence"]))
        for row in rows(Path(__file__).with_name("non_figures.csv"))
    }
    assert unaccounted == listed


def test_every_number_that_is_no_figure_has_a_known_reason() -> None:
    reasons = {row["reason"] for row in rows(Path(__file__).with_name("non_figures.csv"))}
    assert reasons == {"name", "date", "ordinal", "duration", "list", "idiom"}


@pytest.mark.parametrize("row", table("figures"), ids=lambda row: row["figure_id"])
def test_a_printed_number_read_again_gives_the_value(row: Row) -> None:
    match = re.search(r"([\d.,]*\d)(?: (million|billion))?", row["printed"])
    assert match
    value = float(match[1].replace(",", "")) * SCALES.get(match[2], 1)
    assert value == pytest.approx(float(row["value"]))
    signs = {"more than": "more-than", "nearly": "nearly"}
    said = next((q for words, q in signs.items() if row["printed"].startswith(words)), "exact")
    assert row["qualifier"] == said


def copied(text: str, phrases: set[tuple[str, ...]]) -> list[str]:
    words = re.findall(r"\w+", normalised(text).casefold())
    return [" ".join(run) for run in runs(words) if run in phrases]


def runs(words: list[str]) -> list[tuple[str, ...]]:
    return [tuple(words[at : at + COPIED_WORDS]) for at in range(len(words) - COPIED_WORDS + 1)]


@needs_article
def test_no_eight_words_in_a_row_were_copied() -> None:
    phrases = {
        run for text in paragraphs().values() for run in runs(re.findall(r"\w+", text.casefold()))
    }
    assert len(phrases) > 3000
    listing = subprocess.run(
        ["git", "ls-files"], cwd=CHECKOUT, capture_output=True, text=True, check=True
    )
    found = {}
    for name in listing.stdout.splitlines():
        path = CHECKOUT / name
        # Fonts and images hold no words that this would find, and do no harm.
        text = path.read_bytes().decode("utf-8", errors="ignore") if path.is_file() else ""
        if taken := copied(text, phrases):
            found[name] = taken
    assert found == {}


def test_the_whole_interview_is_recorded() -> None:
    body = {row["paragraph"] for row in table("paragraphs") if row["kind"] == "body"}
    assert len(table("paragraphs")) == 53
    assert {row["paragraph"] for row in table("statements")} == body
    assert {row["speaker_id"] for row in table("statements")} == {
        "",
        *(row["speaker_id"] for row in table("speakers")),
    }
    assert len(table("entities")) >= 110
    assert len(table("links")) >= 60


def test_a_record_belongs_to_the_speaker_of_its_paragraph() -> None:
    speaker = {row["paragraph"]: row["speaker_id"] for row in table("paragraphs")}
    for name in ("statements", "figures", "links"):
        assert all(row["speaker_id"] == speaker[row["paragraph"]] for row in table(name))


def test_a_figure_belongs_to_a_statement_of_its_paragraph() -> None:
    paragraph = {row["statement_id"]: row["paragraph"] for row in table("statements")}
    assert all(row["paragraph"] == paragraph[row["statement_id"]] for row in table("figures"))


@pytest.mark.parametrize("name", ["statements", "figures"])
def test_what_is_unclear_says_why(name: str) -> None:
    for row in table(name):
        if row["certainty"] in ("ambiguous", "garbled", "inferred"):
            assert row["note"], row


def test_what_the_translation_leaves_unclear_is_not_passed_off_as_clear() -> None:
    certainty = {row["figure_id"]: row["certainty"] for row in table("figures")}
    by_printed = {row["printed"]: row for row in table("figures")}
    assert by_printed["32%"]["chartable"] == "false"
    assert by_printed["32%"]["certainty"] == "garbled"
    for printed in ("1.2 million square meters", "more than 50%", "28.05 billion yuan",
                    "77.3 billion yuan", "50 billion yuan", "20 billion yuan"):  # fmt: skip
        assert certainty[by_printed[printed]["figure_id"]] == "ambiguous"
    assert by_printed["614 enterprises"]["certainty"] == "garbled"


def test_a_measure_names_one_figure_or_the_two_ends_of_a_change() -> None:
    pairs = [row for row in table("figure_relations") if row["kind"] == "from_value"]
    figures = {row["figure_id"]: row for row in table("figures")}
    for row in pairs:
        before, after = figures[row["from_id"]], figures[row["to_id"]]
        assert before["measure"] == after["measure"]
        assert before["unit_id"] == after["unit_id"]
        assert before["period_end"] < after["period_end"]
        del figures[row["from_id"]]
    measures = [row["measure"] for row in figures.values()]
    assert len(measures) == len(set(measures))
    assert max(map(len, measures)) <= 64


def test_nothing_that_came_after_the_interview_is_told() -> None:
    for row in table("figures"):
        assert row["period_end"] <= "2022-10-21" or row["status"] == "target"
    for row in (*table("entities"), *table("links"), *table("statements")):
        assert not re.search(r"2022-1[12]|opened 20", " ".join(row.values()))


def test_the_parts_of_the_vertebrates_make_their_total() -> None:
    values = {row["figure_id"]: float(row["value"]) for row in table("figures")}
    parts = [row for row in table("figure_relations") if row["kind"] == "part_of"]
    totals = {row["to_id"] for row in parts}
    assert len(totals) == 1
    assert sum(values[row["from_id"]] for row in parts) == values[totals.pop()] == 450


def test_a_link_has_two_ends_and_a_flow_a_direction() -> None:
    roles: dict[str, list[str]] = {}
    for row in table("link_places"):
        roles.setdefault(row["link_id"], []).append(row["role"])
    for link in table("links"):
        ends = roles[link["link_id"]]
        assert len(ends) >= 2
        assert set(ends) == ({"from", "to"} if link["direction"] == "flow" else {"member"})


def test_mentions_and_ends_of_links_are_in_order() -> None:
    places = {row["entity_id"] for row in table("entities") if row["type"] == "place"}
    assert {row["entity_id"] for row in table("link_places")} <= places
    keys = [(row["entity_id"], row["paragraph"], row["statement_id"]) for row in table("mentions")]
    assert len(keys) == len(set(keys))
    assert {entity for entity, *_ in keys} == {row["entity_id"] for row in table("entities")}


def test_places_lie_where_the_text_can_mean_them() -> None:
    for row in table("entities"):
        if row["lat"]:
            assert 36 <= float(row["lat"]) <= 45
            assert 113 <= float(row["lon"]) <= 120
        else:
            assert row["precision"] == "none"


def test_paragraphs_follow_one_another() -> None:
    numbers = [int(row["paragraph"]) for row in table("paragraphs")]
    assert all(after == before + 1 for before, after in pairwise(numbers))
