"""Packs in a .zip: read like a folder, and refused where that would not be safe."""

import struct
import tracemalloc
import zipfile
from pathlib import Path

import pytest

from jjjviewer.model.tables import read_tables
from tests.model.reading.test_opening import not_a_pack, refusal
from tests.packs import zipped


@pytest.mark.parametrize("inside", ["", "my pack/"])
def test_a_zipped_pack_is_read_like_its_folder(pack: Path, inside: str) -> None:
    assert read_tables(zipped(pack, inside)).columns == read_tables(pack).columns


def test_a_folder_zipped_by_macos_is_read_in_spite_of_what_that_adds(pack: Path) -> None:
    path = zipped(pack, "pack/")
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr("__MACOSX/datapackage.json", "")
    assert read_tables(path).columns == read_tables(pack).columns


def test_a_zip_without_a_descriptor_is_no_pack(tmp_path: Path) -> None:
    path = tmp_path / "photos.zip"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("a/b/package.json", "{}")
    assert "because datapackage.json is missing" in not_a_pack(path)


@pytest.mark.parametrize("content", [b"not a pack", b""])
def test_a_file_that_is_no_zip_is_no_pack(tmp_path: Path, content: bytes) -> None:
    notes = tmp_path / "notes.txt"
    notes.write_bytes(content)
    assert not_a_pack(notes) == (
        "not a pack. A pack is a folder, or a .zip of one, with datapackage.json in it, "
        "or a workbook."
    )


def test_a_zip_that_is_cut_off_is_to_be_copied_again(pack: Path) -> None:
    path = zipped(pack)
    path.write_bytes(path.read_bytes()[:-30])
    assert not_a_pack(path) == (
        "a .zip that is damaged, or not whole. Copy or download it once more."
    )


def test_a_link_inside_a_zip_is_not_opened(pack: Path) -> None:
    (pack / "themes.csv").unlink()
    path = zipped(pack)
    link = zipfile.ZipInfo("themes.csv")
    link.external_attr = 0o120777 << 16
    with zipfile.ZipFile(path, "a") as archive:
        archive.writestr(link, "/etc/passwd")
    assert refusal(path) == [
        "themes.csv: is a link. Not opened. Put the file itself into the pack."
    ]


def with_bits(path: Path, bits: int, after: int) -> Path:
    """Set bits of every entry of a .zip, so many bytes after the version that it needs."""
    data = bytearray(path.read_bytes())
    # Once before each file, and once where it is listed.
    for signature, version in ((b"PK\x03\x04", 4), (b"PK\x01\x02", 6)):
        at = data.find(signature)
        while at >= 0:
            data[at + version + after] |= bits
            at = data.find(signature, at + 4)
    path.write_bytes(data)
    return path


def test_a_zip_packed_with_a_method_that_is_not_read_says_so(pack: Path) -> None:
    # Deflate is 8; 9 is Deflate64, of which Windows makes use for large files.
    assert refusal(with_bits(zipped(pack), 9, after=4)) == [
        "datapackage.json: is packed in a way that is not read. "
        "Make the .zip anew, packed with Deflate."
    ]


def test_a_locked_zip_says_so(pack: Path) -> None:
    # The lowest bit of the flags.
    assert refusal(with_bits(zipped(pack), 1, after=2)) == [
        "datapackage.json: is locked with a password. Make the .zip anew without one."
    ]


def test_a_damaged_zip_names_the_file(pack: Path) -> None:
    path = zipped(pack)
    with zipfile.ZipFile(path) as archive:
        info = archive.getinfo("figures.csv")
    data = bytearray(path.read_bytes())
    middle = info.header_offset + 200
    data[middle : middle + 50] = bytes(50)
    path.write_bytes(data)
    (message,) = refusal(path)
    assert message.startswith("figures.csv: could not be read: ")
    assert message.endswith("Copy or pack it once more.")


def test_a_zip_that_unpacks_to_far_more_than_its_size_is_refused(pack: Path) -> None:
    path = zipped(pack)
    with zipfile.ZipFile(path, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("zeros", bytes(60_000_000))
    assert refusal(path) == [
        f"{path}: unpacks to more than 200 times its size, as no table does. "
        "Not opened. Unpack it yourself if you trust it, and open the folder."
    ]


def test_a_zip_that_states_too_small_a_size_is_not_unpacked_beyond_it(pack: Path) -> None:
    with (pack / "figures.csv").open("ab") as file:
        file.write(bytes(64 << 20))
    path = zipped(pack)
    data = bytearray(path.read_bytes())
    listed = data.rfind(b"PK\x01\x02", 0, data.rfind(b"figures.csv"))
    struct.pack_into("<I", data, listed + 24, 5_000)
    path.write_bytes(data)
    tracemalloc.start()
    (message,) = refusal(path)
    _, most = tracemalloc.get_traced_memory()
    tracemalloc.stop()
    assert message.startswith("figures.csv: could not be read: Bad CRC-32")
    assert most < 16 << 20


def test_a_zip_of_very_many_files_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "many.zip"
    with zipfile.ZipFile(path, "w") as archive:
        for at in range(1_001):
            archive.writestr(f"{at}.csv", "")
    assert refusal(path) == [
        f"{path}: holds 1,001 files; at most 1,000 are read. Pack nothing but the pack's own."
    ]
