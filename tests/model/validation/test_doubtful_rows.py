"""Rows that contradict a text, each other or the map are warned of."""

import json
import shutil
from pathlib import Path

import pytest

from jjjviewer.paths import example_pack, resource
from tests.model.validation.test_wrong_drawings import apply
from tests.model.validation.wrong_rows import LINK
from tests.packs import Row, change, load


def test_hash_length_and_figures_are_held_against_a_text_that_is_there(tmp_path: Path) -> None:
    pack = Path(shutil.copytree(example_pack(), tmp_path / "example"))
    assert load(pack).warnings == ()
    change(pack, "paragraphs", lambda rows: rows[12].update(hash12="0123456789ab", chars="7"))
    change(pack, "figures", lambda rows: rows[15].update(occurrence="3"))
    assert [(each.row, each.column, each.message) for each in load(pack).warnings] == [
        (14, "hash12", "hash12 0123456789ab is not that of the paragraph in texts.csv. "
                       "Write a7c683131205."),
        (14, "chars", "chars 7 is not that of the paragraph in texts.csv. Write 154."),
        (17, "printed", "'128 fishing boats' is not 3 times in paragraph 13 of texts.csv. "
                        "Mend printed, occurrence or paragraph."),
    ]  # fmt: skip


def test_a_mention_by_a_statement_of_another_paragraph_is_named(pack: Path) -> None:
    change(pack, "mentions", lambda rows: rows[1].update(paragraph="5"))
    (warning,) = load(pack).warnings
    assert (warning.row, warning.column) == (3, "paragraph")
    assert warning.message == "paragraph 5, but its statement 's4-1' stands in 4. Mend one."


@pytest.mark.parametrize("table", ["figure_relations", "mentions", "link_places"])
def test_the_same_row_twice_is_named(pack: Path, table: str) -> None:
    change(pack, table, lambda rows: rows.append(rows[0]))
    (warning,) = load(pack).warnings
    assert warning.file == f"{table}.csv"
    assert warning.message.startswith("the same row stands above, with '")


@pytest.mark.parametrize("name", ["title", "citation"])
@pytest.mark.parametrize(("text", "what"), [(" ", "missing"), ("-3", "'-3'")])
def test_a_source_without_a_name_is_told(pack: Path, name: str, text: str, what: str) -> None:
    file = pack / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["jjjviewer"][name] = text
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    assert [str(warning) for warning in load(pack).warnings] == [
        f"datapackage.json: the {name} of the text is {what}, so that no chart can name its "
        "source. Write it in words."
    ]


@pytest.mark.parametrize("role", ["from", "to", "member"])
def test_a_flow_without_an_end_names_the_role(pack: Path, role: str) -> None:
    apply(pack, (("links", "link-x", LINK | {"direction": "flow"}),))

    def add(rows: list[Row]) -> None:
        for place in ("chengde", "tangshan"):
            rows.append({"link_id": "link-x", "entity_id": place, "role": role})

    change(pack, "link_places", add)
    warning, *others = load(pack).warnings
    assert {each.column for each in others} <= {"role"}
    missing = {"from": "to", "to": "from", "member": "from and to"}[role]
    assert warning.message == (
        f"a flow with no place in the role {missing}. Mend link_places.csv, or write mutual."
    )


def test_a_statement_of_another_speaker_is_named(pack: Path) -> None:
    change(pack, "paragraphs", lambda rows: rows[42].update(speaker_id="yu-bo"))
    apply(pack, (("figures", "f43-2", {"speaker_id": "yu-bo"}),))
    messages = [each.message for each in load(pack).warnings if each.file == "figures.csv"]
    assert any("yu-bo, but its statement 's43-2' is by" in message for message in messages)


def test_the_same_words_counted_twice_are_named(pack: Path) -> None:
    def double(rows: list[Row]) -> None:
        rows.append(rows[7] | {"figure_id": "f99-1"})

    change(pack, "figures", double)
    (warning,) = load(pack).warnings
    assert warning.message.endswith(
        "is occurrence 1 in another row already. Count which of them this is."
    )


def test_coordinates_swapped_within_range_are_known_by_their_region(pack: Path) -> None:
    def place(rows: list[Row]) -> None:
        for at, row in enumerate(rows):
            # Near Kenya's coast, where each may be either.
            row["lat"], row["lon"] = f"{-4 + at / 500}", f"{39 + at / 500}"
        rows[5]["lat"], rows[5]["lon"] = rows[5]["lon"], rows[5]["lat"]

    change(pack, "entities", place)
    found = [each for each in load(pack).warnings if each.file == "entities.csv"]
    assert [each.row for each in found] == [7]
    assert "Exchange lat and lon." in found[0].message


def test_the_citation_of_the_template_is_not_left_in(pack: Path) -> None:
    template = json.loads(resource("template/datapackage.json").read_text(encoding="utf-8"))
    file = pack / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["jjjviewer"]["citation"] = template["jjjviewer"]["citation"]
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    (warning,) = load(pack).warnings
    assert str(warning).startswith("datapackage.json: the citation is still the one of the")


def test_a_name_of_blanks_is_none(pack: Path) -> None:
    from tests.model.reading.test_opening import refusal

    change(pack, "speakers", lambda rows: rows[0].update(name=" \u00a0\u200b"))
    assert refusal(pack) == ["speakers.csv row 2: name is empty. Fill it in."]
