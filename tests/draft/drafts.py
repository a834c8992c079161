"""Drafts for tests: of the two articles beside this file, and of packs."""

from collections.abc import Callable
from functools import cache
from pathlib import Path

from jjjviewer.draft.decisions import decide
from jjjviewer.draft.draft import Draft, new_draft
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.from_pack import records_of_pack
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.records import KEPT, OPEN, Record, Records, ordered
from jjjviewer.model.schema import Column
from jjjviewer.model.tables import read_tables
from jjjviewer.text.reading import read_article

ARTICLES = Path(__file__).parent / "articles"
LAKE = ARTICLES / "lake_interview.txt"
RIVER = ARTICLES / "river_interview.txt"
Keep = Callable[[Draft], Draft]
"""Takes a draft that is to be closed after the test."""


def article(path: Path) -> ArticleFile:
    return ArticleFile(str(path), *read_article(path))


@cache
def _records(path: Path) -> Records:
    return records_of(article(path), Gazetteer())


def draft_of_text(folder: Path, path: Path = LAKE) -> Draft:
    return new_draft(folder, _records(path))


def draft_of_pack(folder: Path, pack: Path) -> Draft:
    return new_draft(folder, records_of_pack(read_tables(pack)))


_SAMPLES = {"integer": "2", "number": "", "string": "", "boolean": "false", "date": ""}
_NEW_ID = "12345"


def other_cell(records: Records, table: str, row: int, column: Column) -> str:
    """Another valid cell for a row: one of another row, or a choice; the same where none is."""
    now = records[table][row][column.name]
    cells = {each[column.name] for each in records[table].values()}
    cells |= {_SAMPLES[column.kind], *column.choices[-1:]}
    return _NEW_ID if column.unique else max(cells - {now}, default=now)


def open_figures(draft: Draft) -> list[int]:
    """The figures that nobody has looked at, in the order of the text."""
    return [row for row, each in ordered(draft.records, "figures") if each["state"] == OPEN]


def figure(draft: Draft, printed: str) -> tuple[int, Record]:
    """The number that is printed so."""
    return next(
        (row, each) for row, each in ordered(draft.records, "figures") if each["printed"] == printed
    )


def keep_all(draft: Draft) -> None:
    draft.do("Keep", decide(draft.records, open_figures(draft), KEPT))
