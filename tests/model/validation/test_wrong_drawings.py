"""What would be drawn wrong is warned of at its row, and nothing else is."""

import json
import shutil
from pathlib import Path

import pytest

from jjjviewer.paths import example_pack, resource
from tests.packs import Row, change, copy_of_bundled, load

Change = tuple[str, str, Row]
"""A table, the first cell of a row, and the cells to put into it; a new row if there is none."""


@pytest.fixture
def pack(tmp_path: Path) -> Path:
    return copy_of_bundled(tmp_path)


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


PLACE = {"name": "Place", "type": "place", "region_id": "beijing"}
LINK = {
    "speaker_id": "dai-yongkang", "paragraph": "21", "topic": "A link", "direction": "mutual",
    "status": "planned", "theme_id": "ecology",
}  # fmt: skip
MU = {"label": "mu", "dimension": "area"}

WRONG: dict[str, tuple[tuple[Change, ...], str, str, str]] = {
    "a base with a factor": (
        (("units", "project", {"factor": "7"}),),
        "units.csv",
        "factor",
        "'project' is its own base, but its factor is 7. Write 1.",
    ),
    "a base that is none": (
        (("units", "acre", MU | {"base_unit": "mu", "factor": "6"}),),
        "units.csv",
        "base_unit",
        "'mu' is no base, for its own is 'm2'.",
    ),
    "units of one base in two dimensions": (
        (("units", "acre", {"dimension": "money", "label": "acre", "base_unit": "m2",
                            "factor": "4000"}),),
        "units.csv",
        "dimension",
        "money, but its base 'm2' is one of area. Mend one.",
    ),
    "a range upside down": (
        (("figures", "f15-1", {"printed": "20% to 50%", "qualifier": "exact", "value": "50",
                               "value_high": "20"}),),
        "figures.csv",
        "value_high",
        "the range ends at 20, below its start at 50. Exchange the two.",
    ),
    "a unit of another kind": (
        (("figures", "f43-2", {"quantity_kind": "money"}),),
        "figures.csv",
        "quantity_kind",
        "money, but the unit 'mu' is one of area. Mend one.",
    ),
    "a figure elsewhere than its statement": (
        (("figures", "f43-2", {"paragraph": "42"}),),
        "figures.csv",
        "paragraph",
        "paragraph 42, but its statement 's43-2' stands in 43. Mend one.",
    ),
    "a place outside of the region": (
        (("figures", "f43-2", {"region_id": "tianjin"}),),
        "figures.csv",
        "place_id",
        "place 'chengde' lies in chengde, but region_id says tianjin. Mend one.",
    ),
    "a target that is over": (
        (("figures", "f53-1", {"period_end": "2020-12-31"}),),
        "figures.csv",
        "status",
        "target, but its time was over by 2020-12-31, before the interview of 2022-10-21.",
    ),
    "a target that was reached": (
        (("figures", "f53-1", {"note": "It has been reached since."}),),
        "figures.csv",
        "status",
        "target, but the note says 'It has been reached since.'. Mend one.",
    ),
    "a direction of nothing that moves": (
        (("figures", "f9-1", {"direction": "up"}),),
        "figures.csv",
        "direction",
        "of which no change is stated.",
    ),
    "an occurrence below 1": (
        (("figures", "f9-1", {"occurrence": "0"}),),
        "figures.csv",
        "occurrence",
        "occurrence 0 is below 1. Count from 1.",
    ),
    "a year of three digits": (
        (("figures", "f15-1", {"period_start": "0202-10-21"}),),
        "figures.csv",
        "period_start",
        "has a year before 1000. Write the year with all four digits.",
    ),
    "no hash": (
        (("paragraphs", "3", {"hash12": "1.2E+11"}),),
        "paragraphs.csv",
        "hash12",
        "'1.2E+11' is no hash of 12 digits from 0 to f",
    ),
    "a hash that lost its zeros": (
        (("paragraphs", "3", {"hash12": "0"}),),
        "paragraphs.csv",
        "hash12",
        "'0' is no hash of 12 digits",
    ),
    "a paragraph of no characters": (
        (("paragraphs", "3", {"chars": "0"}),),
        "paragraphs.csv",
        "chars",
        "chars 0 is below 1.",
    ),
    "a figure related to itself": (
        (("figure_relations", "f9-1", {"to_id": "f9-1", "kind": "share_of"}),),
        "figure_relations.csv",
        "to_id",
        "'f9-1' is related to itself.",
    ),
    "a part in another unit": (
        (("figure_relations", "f43-2", {"to_id": "f16-4", "kind": "part_of"}),),
        "figure_relations.csv",
        "from_id",
        "'f43-2' in m2 can be no part of 'f16-4' in species.",
    ),
    "a relation and its reverse": (
        (("figure_relations", "f41-7", {"to_id": "f41-6", "kind": "from_value"}),),
        "figure_relations.csv",
        "to_id",
        "Delete one of the two rows.",
    ),
    "a link of no end": (
        (("links", "link-x", LINK),),
        "links.csv",
        "link_id",
        "'link-x' joins no place. Add its ends to link_places.csv.",
    ),
    "a link of one end": (
        (("links", "link-x", LINK), ("link_places", "link-x",
                                     {"entity_id": "chengde", "role": "member"})),
        "links.csv",
        "link_id",
        "'link-x' joins one place alone.",
    ),
    "a latitude alone": (
        (("entities", "place-x", PLACE | {"lat": "39.9"}),),
        "entities.csv",
        "lon",
        "lat without lon. Fill both in, or none.",
    ),
    "the sea off Africa": (
        (("entities", "place-x", PLACE | {"lat": "0", "lon": "0"}),),
        "entities.csv",
        "lat",
        "0, 0 lies in the sea off Africa.",
    ),
    "another unit than is printed": (
        (("figures", "f41-3", {"unit_id": "mu"}),),
        "figures.csv",
        "unit_id",
        "'6,401 square kilometers' names the unit km2 but unit_id says mu. Mend one.",
    ),
    "a claim of another figure": (
        (("figures", "f16-5", {"claim": "Yanqing in Beijing has 38 species of wild mammals"}),),
        "figures.csv",
        "claim",
        "does not hold the number '390 species'. Mend one.",
    ),
    "a Chinese claim of another figure": (
        (("figures", "f41-1", {"claim_zh": "承德恢复草地248万亩"}),),
        "figures.csv",
        "claim_zh",
        "does not hold the number '15.823 million mu'. Mend one.",
    ),
    "a direction against the words": (
        (("figures", "f41-7", {"direction": "down"}),),
        "figures.csv",
        "direction",
        "down, but 'Forest cover in Chengde rose to 60.03%",
    ),
    "a period in another year than is printed": (
        (("figures", "f16-1", {"period_end": "2012-12-31"}),),
        "figures.csv",
        "period_text",
        "'end of 2021' does not lie in the period from any day to 2012-12-31. Mend one.",
    ),
    "a period from nowhere": (
        (("figures", "f41-1", {"period_basis": "none"}),),
        "figures.csv",
        "period_basis",
        "period_basis none, but there is a period from 2012-10-21 to 2022-10-21.",
    ),
    "a printed period without its words": (
        (("figures", "f41-1", {"period_text": ""}),),
        "figures.csv",
        "period_text",
        "period_text is empty, but period_basis says printed.",
    ),
    "a later value before an earlier one": (
        (("figure_relations", "f41-6", {"from_id": "f41-7", "to_id": "f41-6"}),),
        "figure_relations.csv",
        "from_id",
        "'f41-7' of 2022-10-21 comes after 'f41-6' of 2012-10-21. Exchange the two",
    ),
    "a value that became one in another unit": (
        (("figure_relations", "f41-6", {"to_id": "f41-4"}),),
        "figure_relations.csv",
        "from_id",
        "'f41-6' in percent cannot have become 'f41-4' in km.",
    ),
    "a share that is none": (
        (("figure_relations", "f16-5", {"kind": "share_of"}),),
        "figure_relations.csv",
        "from_id",
        "'f16-5' is a count, and so no share of 'f16-4'. Write part_of",
    ),
    "a part that is not to be added": (
        (("figure_relations", "f16-2", {"from_id": "f16-5", "to_id": "f16-4"}),),
        "figure_relations.csv",
        "kind",
        "'f16-5' and 'f16-4' are part_of and do_not_sum. Delete one of the two rows.",
    ),
    "a known unit of another size": (
        (("units", "mu", {"factor": "66.66666"}),),
        "units.csv",
        "factor",
        "1 'mu' is 666.6667 'm2', but its factor is 66.66666. Mend it.",
    ),
    "a mistyped dimension": (
        (("units", "kw", {"dimension": "Capacity"}),),
        "units.csv",
        "dimension",
        "the dimension 'Capacity' is not known. Did you mean 'capacity'?",
    ),
    "a place far from its region": (
        (("entities", "chengde", {"lat": "-40.9"}),),
        "entities.csv",
        "lat",
        "lies far from the other places of chengde. Mend lat, lon or region_id.",
    ),
    "a place within one of another region": (
        (("entities", "chengde", {"parent_id": "tianjin"}),),
        "entities.csv",
        "parent_id",
        "'tianjin' lies in tianjin, but region_id says chengde. Mend one.",
    ),
    "a speaker of a region of which nothing is said": (
        (("speakers", "dai-yongkang", {"region_id": "yanqing"}),
         ("figures", "f16-5", {"speaker_id": "dai-yongkang", "region_id": "tianjin"})),
        "speakers.csv",
        "region_id",
        "'dai-yongkang' is of yanqing, but each figure of 'dai-yongkang' is of another region.",
    ),
    "a hash of two paragraphs": (
        (("paragraphs", "4", {"hash12": "aaaabbbbcccc"}),
         ("paragraphs", "5", {"hash12": "aaaabbbbcccc"})),
        "paragraphs.csv",
        "hash12",
        "'aaaabbbbcccc' is the hash of an earlier paragraph as well.",
    ),
    "a name and its Chinese exchanged": (
        (("speakers", "yu-bo", {"name": "于波", "name_zh": "Yu Bo"}),),
        "speakers.csv",
        "name_zh",
        "'Yu Bo' is not Chinese, but name '于波' is. Exchange the two.",
    ),
    "a formula that failed": (
        (("themes", "ecology", {"label": "#REF!"}),),
        "themes.csv",
        "label",
        "'#REF!' is the error of a formula. Mend the formula, or write the text itself.",
    ),
    "characters that were lost": (
        (("themes", "ecology", {"label_zh": "????"}),),
        "themes.csv",
        "label_zh",
        "characters of '????' were lost. Write them anew",
    ),
    "UTF-8 read as another encoding": (
        (("speakers", "yu-bo", {"role": "MunicipÃ¡lity"}),),
        "speakers.csv",
        "role",
        "'MunicipÃ¡lity' seems to be 'Municipálity' in another encoding.",
    ),
    "two themes of one label": (
        (("themes", "industry", {"label": "Ecology"}), ("themes", "ecology", {"label": "Ecology"})),
        "themes.csv",
        "label",
        "two themes are named 'Ecology'.",
    ),
    "two regions of one name": (
        (("regions", "xian", {"name": "Beijing", "level": "county", "sort": "9",
                              "parent_id": "jjj"}),),
        "regions.csv",
        "name",
        "two regions are named 'Beijing'.",
    ),
}  # fmt: skip


@pytest.mark.parametrize("kind", WRONG)
def test_what_would_be_drawn_wrong_is_warned_of(pack: Path, kind: str) -> None:
    changes, file, column, message = WRONG[kind]
    apply(pack, changes)
    found = [each for each in load(pack).warnings if each.column == column and each.file == file]
    assert len(found) >= 1, load(pack).warnings
    assert message in found[-1].message
    assert found[-1].row


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
def test_a_source_without_a_name_is_told(pack: Path, name: str) -> None:
    file = pack / "datapackage.json"
    descriptor = json.loads(file.read_text(encoding="utf-8"))
    descriptor["jjjviewer"][name] = " "
    file.write_text(json.dumps(descriptor), encoding="utf-8")
    assert [str(warning) for warning in load(pack).warnings] == [
        f"datapackage.json: the {name} of the text is missing, so that no chart can name its "
        "source. Add it."
    ]


@pytest.mark.parametrize("role", ["from", "to", "member"])
def test_a_flow_without_an_end_names_the_role(pack: Path, role: str) -> None:
    apply(pack, (("links", "link-x", LINK | {"direction": "flow"}),))

    def add(rows: list[Row]) -> None:
        for place in ("chengde", "tangshan"):
            rows.append({"link_id": "link-x", "entity_id": place, "role": role})

    change(pack, "link_places", add)
    (warning,) = load(pack).warnings
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
