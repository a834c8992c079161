"""Citations for reference managers, read back as these read them."""

import json
import re
from pathlib import Path

import pytest

from jjjviewer.export.citations import Citation, bibtex, citations, citations_of, csl_json, ris
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.packs import copy_of_bundled, load

CHAI = Selection(("chai-baoliang",))
ODD = Citation(
    "f1-1",
    "O'Brien & 于波",
    r"100% of {all} #1 \ costs_rise ~ $5^2",
    "《北京日报》 & Sons",
    "2022-03-05",
    7,
    "Summary: 50% &\nmore",
    "于波 (Yu Bo)",
    "https://example.org/a_b?c=1&d=%20",
    "zh",
)


def read_ris(text: str) -> list[dict[str, str]]:
    """Read RIS strictly: two letters or digits, two spaces, a hyphen, a space."""
    records: list[dict[str, str]] = []
    for line in text.split("\r\n"):
        if not line:
            continue
        assert re.match(r"[A-Z][A-Z0-9]  - ", line), line
        tag, value = line[:2], line[6:]
        if tag == "TY":
            records.append({})
        assert tag not in records[-1]
        records[-1][tag] = value
    assert all([*each][-1] == "ER" for each in records)
    return records


def read_bibtex(text: str) -> list[dict[str, str]]:
    """Read BibTeX strictly: balanced braces, no character that TeX would take for a command."""
    entries = []
    for entry in re.findall(r"@article\{(.*?)\n\}\n", text, re.DOTALL):
        key, *fields = entry.split("\n")
        found = {"key": key.rstrip(",")}
        for field in fields:
            match = re.fullmatch(r"  (\w+) = (\{.*\}|[a-z]{3}),?", field)
            assert match is not None, field
            found[match[1]] = match[2][1:-1] if match[1] == "url" else _plain(match[2])
        entries.append(found)
    return entries


def _plain(value: str) -> str:
    """Return a value as TeX sets it."""
    for sign, command in (
        ("\\", "textbackslash"),
        ("~", "textasciitilde"),
        ("^", "textasciicircum"),
    ):
        value = value.replace(rf"\{command}{{}}", f"\0{ord(sign)};")
    depth, text, at = 0, "", 0
    while at < len(value):
        sign = value[at]
        if sign == "\\":
            at += 1
            text += value[at]
        elif sign in "{}":
            depth += 1 if sign == "{" else -1
            assert depth >= 0
        else:
            assert sign not in "#$%&_^~", value
            text += sign
        at += 1
    assert depth == 0
    return re.sub("\0(\\d+);", lambda match: chr(int(match[1])), text)


@pytest.fixture
def cited(pack: Dataset) -> list[Citation]:
    return citations_of(pack.view(CHAI))


def test_every_statement_and_figure_is_cited_once_in_the_order_of_the_text(
    pack: Dataset, cited: list[Citation]
) -> None:
    view = pack.view(CHAI)
    assert {each.key for each in cited} == {
        *view.statements["statement_id"],
        *view.figures["figure_id"],
    }
    assert [each.paragraph for each in cited] == sorted(each.paragraph for each in cited)


def test_what_is_cited_is_the_interview_by_speaker_paragraph_and_day(
    cited: list[Citation],
) -> None:
    first = cited[0]
    assert first.speaker == "Chai Baoliang"
    assert first.title == "Joint interview on coordination in Beijing, Tianjin and Hebei"
    assert first.source == "Beijing Daily, Tianjin Daily and Hebei Daily, joint interview"
    assert first.day == "2022-10-21"
    assert "柴宝良" in first.note
    assert "Secretary, CPC Chengde Municipal Committee" in first.note
    assert first.note.endswith("As stated by the speakers on 21 October 2022; not checked.")


def test_every_citation_says_that_it_is_a_summary(cited: list[Citation]) -> None:
    for written in (ris(cited), bibtex(cited), csl_json(cited)):
        assert written.count("not the speaker's words: ") == len(cited)


def test_a_figure_is_cited_as_printed(cited: list[Citation]) -> None:
    (forest,) = [each for each in cited if "15.823 million mu" in each.summary and "f" in each.key]
    assert forest.summary.startswith("As printed: “15.823 million mu”.")


def test_a_figure_is_cited_with_what_is_said_around_its_number(pack: Dataset) -> None:
    view = pack.view(CHAI)
    row = pack.figure_rows.of(view.figures)[0]
    fall = row._replace(quantity_kind="change", direction="down", qualifier="at-least")
    (cited,) = citations(view, [], [fall._replace(printed="1.4 meters")])
    assert "down by at least “1.4 meters”" in cited.text
    assert "down by at least “1.4 meters”" in cited.summary
    (cited,) = citations(view, [], [fall._replace(printed="at least 1.4 meters")])
    assert "down by “at least 1.4 meters”" in cited.text


def test_ris_is_read_back_by_its_tags(cited: list[Citation]) -> None:
    records = read_ris(ris(cited))
    assert [each["ID"] for each in records] == [each.key for each in cited]
    assert {each["TY"] for each in records} == {"NEWS"}
    first = records[0]
    assert (first["AU"], first["PY"], first["DA"]) == ("Chai Baoliang", "2022", "2022/10/21")
    assert first["SP"] == f"¶{cited[0].paragraph}"
    assert first["AB"] == cited[0].summary


def test_bibtex_is_read_back_by_its_fields(cited: list[Citation]) -> None:
    entries = read_bibtex(bibtex(cited))
    assert [each["key"] for each in entries] == [each.key for each in cited]
    first = entries[0]
    assert (first["author"], first["year"], first["month"]) == ("Chai Baoliang", "2022", "oct")
    assert first["journal"] == cited[0].source
    assert first["abstract"] == cited[0].summary


def test_csl_json_has_what_reference_managers_require(cited: list[Citation]) -> None:
    items = json.loads(csl_json(cited))
    assert len({item["id"] for item in items}) == len(cited)
    for item in items:
        assert item["type"] == "article-newspaper"
        assert item["author"] == [{"literal": "Chai Baoliang"}]
        assert item["issued"] == {"date-parts": [[2022, 10, 21]]}
        assert item["title"] and item["container-title"] and item["page"] and item["abstract"]


def test_special_characters_and_chinese_names_come_back_as_they_were() -> None:
    (record,) = read_ris(ris([ODD]))
    assert (record["AU"], record["TI"], record["UR"]) == (ODD.speaker, ODD.title, ODD.url)
    assert record["AB"] == "Summary: 50% & more"
    (entry,) = read_bibtex(bibtex([ODD]))
    assert (entry["author"], entry["title"]) == (ODD.speaker, ODD.title)
    assert (entry["journal"], entry["url"]) == (ODD.source, ODD.url)
    (item,) = json.loads(csl_json([ODD]))
    assert item["author"] == [{"literal": ODD.speaker}]


def test_what_nobody_in_particular_says_has_no_author(pack: Dataset) -> None:
    view = pack.view(Selection(("jjj",)))
    cited = [each for each in citations_of(view) if not each.speaker]
    assert cited
    assert "AU" not in read_ris(ris(cited))[0]
    assert "author" not in read_bibtex(bibtex(cited))[0]
    assert "author" not in json.loads(csl_json(cited))[0]


def test_the_address_of_the_interview_is_that_of_the_descriptor(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    for change, expected in (
        ({}, ""),
        ({"homepage": "https://example.org/interview"}, "https://example.org/interview"),
        ({"homepage": "javascript:alert(1)"}, ""),
    ):
        path.write_text(json.dumps(descriptor | change), encoding="utf-8")
        assert citations_of(load(pack).view(CHAI))[0].url == expected


def test_a_pack_without_a_day_is_cited_without_one(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["jjjviewer"]["date"] = ""
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    cited = citations_of(load(pack).view(CHAI))
    assert cited[0].source.endswith("21 October 2022")
    assert "PY" not in read_ris(ris(cited))[0]
    assert "month" not in read_bibtex(bibtex(cited))[0]
    assert "issued" not in json.loads(csl_json(cited))[0]
