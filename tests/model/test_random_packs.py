"""Whatever is given: always a pack or a message, and what is saved opens as it was."""

import io
import tempfile
import zipfile
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from jjjviewer.model.dataset import Dataset
from jjjviewer.model.descriptor_writing import least_format, used_tables
from jjjviewer.model.errors import PackError
from jjjviewer.model.index import Index
from jjjviewer.model.saving import FORMATS, columns_of, pack_bytes
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.selection import Selection
from jjjviewer.model.subset import subset_of
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.tree import tree_of
from jjjviewer.model.validation.row_warnings import find_warnings
from tests.packs import zipped
from tests.random_packs import Files, broken_packs, put_into, thorough, valid_packs


def read(files: Files) -> Tables:
    """Read a pack from a folder and from a .zip; both must agree."""
    with tempfile.TemporaryDirectory() as name:
        folder = put_into(Path(name) / "pack", files)
        outcomes = [_outcome(folder), _outcome(zipped(folder))]
    said, tables = outcomes[0]
    # Of a folder without a descriptor, which the window can write, more is said.
    assert said == outcomes[1][0] or DESCRIPTOR not in files
    if tables is None:
        raise Refused(said)
    return tables


def _dataset(tables: Tables) -> Dataset:
    """Return a pack with its warnings."""
    pack = Dataset(tables, Index(tables.columns))
    pack.mark(find_warnings(pack.frames, pack.source, tables.named))
    return pack


class Refused(Exception):  # noqa: N818  # which is as it should be
    pass


def _outcome(path: Path) -> tuple[tuple[str, ...], Tables | None]:
    try:
        return (), read_tables(path)
    except PackError as error:
        assert error.problems
        return tuple(str(each).replace(str(path), "") for each in error.problems), None


@thorough
@given(valid_packs())
def test_every_valid_pack_opens_and_answers_every_selection(files: Files) -> None:
    tables = read(files)
    index = Index(tables.columns)
    nodes = [node for top in tree_of(tables, index) for node in top.walk()]
    pack = _dataset(tables)
    for id_ in {node.id for node in nodes if node.id} | set(index.ids()):
        pack.view(Selection((id_,)))
    pack.view(Selection())
    for warning in pack.warnings:
        assert warning.row or warning.file == DESCRIPTOR
        pack.view(pack.location_of(warning).selection)


@thorough
@given(valid_packs(), st.data())
def test_every_pack_and_every_part_of_it_opens_as_it_was_saved(
    files: Files, data: st.DataObject
) -> None:
    tables = read(files)
    index = Index(tables.columns)
    pack = _dataset(tables)
    ids = data.draw(st.lists(st.sampled_from(index.ids()), max_size=3)) if index.ids() else []
    frames = subset_of(pack.view(Selection(tuple(ids))))
    columns = columns_of(frames)
    with zipfile.ZipFile(io.BytesIO(pack_bytes(pack, frames))) as archive:
        again = read({name: archive.read(name) for name in archive.namelist()})
    assert columns_of(Dataset(again, Index(again.columns)).frames) == columns
    # What describes the tables is generated; all else comes back.
    resources, own = again.descriptor["resources"], again.descriptor["jjjviewer"]
    assert [each["path"] for each in resources] == [table.file for table in used_tables(columns)]
    assert own == tables.descriptor["jjjviewer"] | {"format": least_format(columns)}
    assert again.descriptor == tables.descriptor | {"resources": resources, "jjjviewer": own}


@settings(thorough, max_examples=10)
@given(valid_packs())
def test_every_pack_is_saved_in_every_format(files: Files) -> None:
    tables = read(files)
    pack = _dataset(tables)
    for make in FORMATS.values():
        assert make(pack, pack.frames) == make(pack, pack.frames)


@settings(thorough, max_examples=75)
@given(broken_packs())
def test_a_broken_pack_opens_or_is_refused_with_messages(files: Files) -> None:
    try:
        tables = read(files)
    except Refused:
        return
    _dataset(tables).view(Selection())


@thorough
@given(st.binary(max_size=400))
def test_random_bytes_are_refused_with_a_message(data: bytes) -> None:
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "pack.zip"
        path.write_bytes(data)
        said, tables = _outcome(path)
    assert tables is None
    assert said


@thorough
@given(valid_packs(), st.integers(0, 10_000), st.binary(min_size=1, max_size=12))
def test_a_zip_with_random_bytes_in_it_opens_or_is_refused(
    files: Files, at: int, noise: bytes
) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for file, content in files.items():
            archive.writestr(file, content)
    data = bytearray(buffer.getvalue())
    at %= len(data)
    data[at : at + len(noise)] = noise
    with tempfile.TemporaryDirectory() as name:
        path = Path(name) / "pack.zip"
        path.write_bytes(data)
        said, tables = _outcome(path)
    assert bool(said) != bool(tables)
