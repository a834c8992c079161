"""What is saved and opened again is equal; other programs read it; no formula gets through."""

import csv
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd
import pytest

from jjjviewer.model import saving
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.frames import Frames
from jjjviewer.model.saving import (
    TooLargeError,
    columns_of,
    figures_bytes,
    pack_bytes,
    workbook_bytes,
)
from jjjviewer.model.schema import tables_in
from jjjviewer.model.selection import Selection
from jjjviewer.model.subset import subset_of
from tests.packs import change, copy_of_bundled, load, put

EVIL = "=HYPERLINK(1)"


@pytest.fixture(scope="module")
def dataset() -> Dataset:
    return load()


def subset(dataset: Dataset, *ids: str) -> Frames:
    return subset_of(dataset.view(Selection(ids)))


def opened(dataset: Dataset, folder: Path, *ids: str) -> Dataset:
    """Save a pack, or what is selected of it, and open it again."""
    path = folder / "saved.zip"
    path.write_bytes(pack_bytes(dataset, subset(dataset, *ids)))
    return load(path)


def test_a_saved_pack_opens_as_what_was_saved(dataset: Dataset, tmp_path: Path) -> None:
    again = opened(dataset, tmp_path)
    for name, frame in dataset.frames.items():
        pd.testing.assert_frame_equal(again[name], frame)
    assert again.descriptor == dataset.descriptor
    assert again.source == dataset.source
    assert again.warnings == ()


def test_the_same_pack_gives_the_same_bytes(dataset: Dataset) -> None:
    for make in saving.FORMATS.values():
        assert make(dataset, dataset.frames) == make(dataset, dataset.frames)


@pytest.mark.parametrize(
    "ids",
    [("hebei",), ("yu-bo",), ("ecology",), ("guanting",), ("beijing", "chai-baoliang"), ("jjj",)],
)
def test_a_part_of_a_pack_is_a_pack_that_shows_the_same(
    dataset: Dataset, tmp_path: Path, ids: tuple[str, ...]
) -> None:
    again = opened(dataset, tmp_path, *ids)
    assert again.warnings == ()
    whole, less = (each.view(Selection(ids)) for each in (dataset, again))
    for name, key in (
        ("statements", "statement_id"),
        ("figures", "figure_id"),
        ("links", "link_id"),
    ):
        assert list(getattr(whole, name)[key]) == list(getattr(less, name)[key])
    assert list(whole.relations["from_id"]) == list(less.relations["from_id"])
    assert list(whole.links["places"]) == list(less.links["places"])
    if whole.kind == "entity":
        # A region is named by speakers of others, too, who are no part of it.
        naming = [each.dataset.paragraphs_naming(each.selection) for each in (whole, less)]
        assert naming[0] == naming[1]


def test_a_part_leaves_out_what_does_not_belong(dataset: Dataset) -> None:
    frames = subset(dataset, "hebei")
    assert set(frames["figures"]["speaker_id"]) == {"chai-baoliang", "kang-yanmin"}
    assert "yu-bo" not in set(frames["speakers"]["speaker_id"])
    assert "jjj" in set(frames["regions"]["region_id"])
    assert len(frames["mentions"]) < len(dataset["mentions"])


def test_a_theme_nobody_spoke_on_is_still_saved(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    silent = {"theme_id": "silent", "label": "Silent", "label_zh": "", "sort": "99"}
    change(pack, "themes", lambda rows: rows.append(silent))
    again = opened(load(pack), tmp_path, "silent")
    assert again["themes"][["theme_id", "label", "sort"]].values.tolist() == [
        ["silent", "Silent", 99]
    ]
    assert again["statements"].empty


def evil_pack(folder: Path) -> Dataset:
    pack = copy_of_bundled(folder)
    change(pack, "figures", put(2, note=EVIL, measure="-5 degrees", denominator="'=A1"))
    change(pack, "entities", put(2, note="+A1", basis="@x", lon="-5"))
    return load(pack)


def test_cells_that_would_be_formulas_are_harmless_in_a_pack_and_come_back(tmp_path: Path) -> None:
    evil = evil_pack(tmp_path)
    first = evil["figures"].iloc[0]
    # An apostrophe before a formula is how spreadsheets write such a text.
    assert (first["note"], first["denominator"]) == (EVIL, "=A1")
    again = opened(evil, tmp_path)
    assert columns_of(again.frames) == columns_of(evil.frames)
    row = read_csv(unzipped(tmp_path / "saved.zip", "figures.csv"))[0]
    assert row["note"] == f"'{EVIL}"
    assert row["measure"] == "'-5 degrees"
    place = read_csv(unzipped(tmp_path / "saved.zip", "entities.csv"))[0]
    assert (place["note"], place["basis"], place["lon"]) == ("'+A1", "'@x", "-5")


@pytest.mark.parametrize("line_break", ["\r", "\r\n", "\n", "\n\n", "\u2028", "\t"])
def test_a_text_of_several_lines_comes_back(tmp_path: Path, line_break: str) -> None:
    pack = copy_of_bundled(tmp_path)
    (pack / "texts.csv").write_bytes(f'paragraph,text\n1,"a{line_break}b"\n'.encode())
    before = load(pack)
    assert before["texts"]["text"].iloc[0] == f"a{line_break}b"
    assert columns_of(opened(before, tmp_path).frames) == columns_of(before.frames)


def unzipped(path: Path, name: str) -> str:
    with zipfile.ZipFile(path) as archive:
        return archive.read(name).decode("utf-8")


def read_csv(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text, newline="")))


def test_the_figures_as_one_table_have_names_numbers_and_source(dataset: Dataset) -> None:
    data = figures_bytes(dataset, dataset.frames)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = read_csv(data.decode("utf-8-sig"))
    assert len(rows) == len(dataset["figures"])
    row = next(row for row in rows if row["figure_id"] == "f21-2")
    assert row["value"] == "731900000000"
    assert row["speaker"] == "Dai Yongkang"
    assert row["unit"] == "yuan"
    assert row["period_start"] == "2017-01-01"
    assert row["period_end"] == ""
    assert row["value_high"] == ""
    assert row["chartable"] == "true"
    assert row["source"] == dataset.source.citation
    share = next(row for row in rows if row["figure_id"] == "f16-1")
    assert share["value"] == "61.63"


def test_formulas_are_harmless_in_the_table_of_figures(tmp_path: Path) -> None:
    evil = evil_pack(tmp_path)
    row = read_csv(figures_bytes(evil, evil.frames).decode("utf-8-sig"))[0]
    assert row["note"] == f"'{EVIL}"


def sheet(data: bytes, name: str) -> list[dict[str, Any]]:
    rows = list(openpyxl.load_workbook(io.BytesIO(data))[name].iter_rows(values_only=True))
    return [dict(zip(map(str, rows[0]), row, strict=True)) for row in rows[1:]]


def test_the_workbook_has_a_sheet_for_each_table_with_true_numbers(dataset: Dataset) -> None:
    data = workbook_bytes(dataset, dataset.frames)
    for name in tables_in(1):
        assert len(sheet(data, name)) == len(dataset[name])
    row = next(row for row in sheet(data, "figures") if row["figure_id"] == "f21-2")
    assert row["value"] == 731_900_000_000
    assert row["chartable"] is True
    assert row["value_high"] is None
    first, second = next(
        openpyxl.load_workbook(io.BytesIO(data))["source"].iter_rows(values_only=True)
    )[:2]
    assert (first, second) == ("title", dataset.source.title)


def test_formulas_are_text_in_the_workbook(tmp_path: Path) -> None:
    evil = evil_pack(tmp_path)
    data = workbook_bytes(evil, evil.frames)
    book = openpyxl.load_workbook(io.BytesIO(data))
    types = {cell.data_type for row in book["figures"].iter_rows() for cell in row}
    assert "f" not in types
    assert sheet(data, "figures")[0]["note"] == EVIL


def test_a_table_that_no_sheet_can_hold_is_named(
    dataset: Dataset, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(saving, "_MOST_SHEET_ROWS", 100)
    with pytest.raises(TooLargeError, match=r"statements\.csv has more rows than a sheet can hold"):
        workbook_bytes(dataset, dataset.frames)


def test_a_pack_without_a_date_makes_a_workbook(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    path = pack / "datapackage.json"
    descriptor = json.loads(path.read_text(encoding="utf-8"))
    descriptor["jjjviewer"]["date"] = ""
    path.write_text(json.dumps(descriptor), encoding="utf-8")
    undated = load(pack)
    assert sheet(workbook_bytes(undated, undated.frames), "themes")


def test_a_name_that_reads_like_a_missing_number_stays(tmp_path: Path) -> None:
    pack = copy_of_bundled(tmp_path)
    change(pack, "figures", put(2, measure="nan"))
    saved = load(pack)
    row = read_csv(figures_bytes(saved, saved.frames).decode("utf-8-sig"))[0]
    assert row["measure"] == "nan"
    assert saved["figures"]["measure"].iloc[0] == "nan"
