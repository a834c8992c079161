"""Checking and saving the pack of a draft: whole or not at all, by the rules of any pack."""

import glob
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from jjjviewer.draft.basis import TYPED
from jjjviewer.draft.made_pack import MadePack, made_pack
from jjjviewer.draft.records import SOURCE, Records, ordered
from jjjviewer.draft.wording import Quotations
from jjjviewer.model.dataset import open_dataset
from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.saving import pack_files, zipped
from jjjviewer.model.schema import TABLES
from jjjviewer.model.tables import read_tables

_OUR_WORDS = {
    "statements": ("summary", "note"),
    "figures": ("measure", "claim", "note"),
    "speakers": ("headline",),
    "links": ("topic",),
}
"""Columns that are in our own words, not in those of the text."""


class DraftProblem(NamedTuple):
    """What is wrong or doubtful, and the cell that it is about."""

    message: str
    table: str
    row: int | None
    column: str
    severity: str


class NotSavedError(Exception):
    """A pack was not saved; what was there before still is."""


def problems(records: Records, folder: Path) -> list[DraftProblem]:
    """Return what is wrong or doubtful about the pack of a draft, errors first.

    Args:
        records: of the draft.
        folder: where the pack is written to be read as any other; nothing of it stays.
    """
    made = made_pack(records)
    path = folder / f"checked-{os.urandom(4).hex()}.zip"
    try:
        path.write_bytes(zipped(pack_files(made.descriptor, made.columns)))
        found: tuple[Problem, ...] = open_dataset(path).warnings
    except PackError as error:
        found = error.problems
    finally:
        path.unlink(missing_ok=True)
    located = (_located(each, made) for each in found)
    return [*located, *quotations(records), *_without_unit(records, made)]


def _without_unit(records: Records, made: MadePack) -> Iterator[DraftProblem]:
    """Yield which figures charts leave out since they have no unit."""
    for row, saved in zip(made.rows["figures"], made.columns["figures"]["chartable"], strict=True):
        if records["figures"][row]["chartable"] != saved:
            message = "no unit, and so left out of charts. Name its unit."
            yield DraftProblem(message, "figures", row, "unit_id", "warning")


def _located(problem: Problem, made: MadePack) -> DraftProblem:
    table = problem.file.removesuffix(".csv")
    rows = made.rows.get(table, [])
    row = rows[problem.row - 2] if problem.row and 0 <= problem.row - 2 < len(rows) else None
    name = table if table in TABLES else ""
    return DraftProblem(problem.message, name, row, problem.column or "", problem.severity)


def quotations(records: Records) -> Iterator[DraftProblem]:
    """Yield what should be in our own words and holds eight words in a row of the text.

    Nothing where the text may be passed on, or of summaries that the program made of figures.
    """
    if records[SOURCE][0]["may_pass_on"] == "yes":
        return
    found = Quotations(each["text"] for each in records["paragraphs"].values())
    made = made_pack(records)
    for table, columns in _OUR_WORDS.items():
        rows = set(made.rows[table])
        for row, record in ordered(records, table):
            for column in columns:
                is_made = column == "summary" and record["basis"] != TYPED
                if row in rows and not is_made and record[column] in found:
                    message = (
                        f"{column} holds eight words in a row of the text. "
                        "Reword it, unless you may pass the text on."
                    )
                    yield DraftProblem(message, table, row, column, "quotation")


def save(records: Records, path: Path) -> None:
    """Save the pack of a draft as a .zip, or as a folder.

    Raises:
        PackError: it breaks a rule of the format.
        NotSavedError: it quotes a text that may not be passed on, or can't be written.
    """
    if found := [*quotations(records)]:
        places = "1 place" if len(found) == 1 else f"{len(found)} places"
        raise NotSavedError(
            f"In {places} what should be in your own words holds eight words in a row of the "
            "article. Reword it, or say that you may pass the text on."
        )
    _write(records, path)


def preview(records: Records, path: Path) -> None:
    """Write the pack of a draft to be looked at in the program.

    Raises:
        PackError: it breaks a rule of the format.
        NotSavedError: it can't be written.
    """
    _write(records, path)


def _write(records: Records, path: Path) -> None:
    made = made_pack(records)
    files = pack_files(made.descriptor, made.columns)
    # As editors do: what a link leads to is written, and the link stays.
    path = path.resolve() if path.is_symlink() else path
    is_zip = path.suffix.lower() == ".zip"
    temporary = path.with_name(f".{path.name}.{os.urandom(4).hex()}.new{'.zip' if is_zip else ''}")
    try:
        _check_target(path, is_zip)
        path.parent.mkdir(parents=True, exist_ok=True)
        _sweep(path)
        if is_zip:
            temporary.write_bytes(zipped(files))
            read_tables(temporary)
            _keep_modes(path, temporary)
            temporary.replace(path)
        else:
            temporary.mkdir()
            for name, text in files.items():
                (temporary / name).write_text(text, encoding="utf-8", newline="")
            read_tables(temporary)
            _keep_modes(path, temporary)
            _replace_folder(path, temporary)
    except OSError as error:
        raise NotSavedError(f"'{path}' was not saved: {error.strerror or error}.") from error
    finally:
        with suppress(OSError):
            temporary.unlink() if is_zip else shutil.rmtree(temporary)


def _check_target(path: Path, is_zip: bool) -> None:
    """Refuse to write over what is no pack."""
    if is_zip:
        return
    files = {table.file for table in TABLES.values()} | {"datapackage.json", "README.md"}
    if path.is_file() or (path.is_dir() and {each.name for each in path.iterdir()} - files):
        raise NotSavedError(f"'{path}' holds other files than a pack's. Choose another name.")


def _sweep(path: Path) -> None:
    """Delete what a program that was killed has left behind of saving the same pack."""
    for left in path.parent.glob(f".{glob.escape(path.name)}.*.new*"):
        with suppress(OSError):
            shutil.rmtree(left) if left.is_dir() else left.unlink()


def _keep_modes(old: Path, new: Path) -> None:
    """Let files and folder be as readable as those that they replace."""
    for each in (old, *old.glob("*")) if old.exists() else ():
        if (same := new / each.relative_to(old)).exists():
            shutil.copymode(each, same)


def _replace_folder(path: Path, new: Path) -> None:
    """Put a folder in the place of another, which is only deleted then."""
    old = path.with_name(f".{path.name}.{os.urandom(4).hex()}.old")
    if path.exists():
        path.rename(old)
    try:
        new.rename(path)
    except OSError:
        if old.exists():
            old.rename(path)
        raise
    shutil.rmtree(old, ignore_errors=True)
