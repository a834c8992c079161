"""Packs that are larger than can be read, and how far reading is."""

from pathlib import Path

import pytest

from jjjviewer.model import tables
from jjjviewer.model.reading import archive, file_errors, pack_folder, table_reading
from jjjviewer.model.tables import read_tables
from tests.model.reading.test_opening import refusal
from tests.packs import zipped


def test_what_is_larger_than_can_be_read_is_refused(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = zipped(pack)
    for module in (pack_folder, archive, file_errors, tables):
        monkeypatch.setattr(module, "LARGEST_PACK", 30_000)
    too_large = (
        "larger than 0 GiB, which is the most that is read. "
        "Leave out rows, or split it into several packs."
    )
    assert refusal(pack) == [f"its tables together: {too_large}"]
    assert refusal(path) == [f"{path}: {too_large}"]


def test_a_table_that_grows_while_it_is_read_is_refused(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    with (pack / "statements.csv").open("a") as file:
        file.write(" " * 30_000)
    monkeypatch.setattr(pack_folder, "LARGEST_PACK", 40_000)
    monkeypatch.setattr(file_errors, "LARGEST_PACK", 40_000)
    (message,) = refusal(pack)
    assert message.startswith("statements.csv: larger than 0 GiB, which is the most that is read.")


def test_more_rows_than_can_be_read_are_refused(
    pack: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tables, "MOST_ROWS", 500)
    assert refusal(pack) == ["its tables together: more than 500 rows in all. Split the pack."]
    monkeypatch.setattr(table_reading, "MOST_ROWS", 10_000)
    monkeypatch.setattr(tables, "MOST_ROWS", 10_000)
    with (pack / "mentions.csv").open("a") as file:
        file.write("beijing,1,\n" * 21_000)
    assert "mentions.csv row 10002: more than 10,000 rows. Split the pack." in refusal(pack)


def test_reading_tells_how_far_it_is_and_can_be_stopped(pack: Path) -> None:
    with (pack / "mentions.csv").open("a") as file:
        file.write("beijing,1,\n" * 21_000)
    told: list[float] = []
    read_tables(pack, told.append)
    assert told == sorted(told)
    assert told[-1] == 1
    assert len([done for done in told if done < 0.5]) > 12

    class Stopped(Exception):  # noqa: N818  # as in the program, it is no error
        pass

    def stop(done: float) -> None:
        if done > 0.3:
            raise Stopped

    with pytest.raises(Stopped):
        read_tables(pack, stop)
