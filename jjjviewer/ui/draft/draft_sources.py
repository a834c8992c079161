"""What a draft is made from: a text in a file or on the clipboard, or a pack.

Imported when a draft is made, for it takes long.
"""

from pathlib import Path

from jjjviewer.charts.translation import tr
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.from_pack import MOST_ROWS, records_of_pack
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.journal import DraftError
from jjjviewer.draft.records import Records
from jjjviewer.model.columns import row_count
from jjjviewer.model.tables import read_tables
from jjjviewer.text.reading import UnreadableError, from_clipboard, read_article


def of_file(path: Path) -> Records:
    """Read a text from a file.

    Raises:
        DraftError: it can't be read.
    """
    try:
        return records_of(ArticleFile(str(path), *read_article(path)), Gazetteer())
    except UnreadableError as error:
        raise DraftError(str(error)) from None


def of_clipboard(text: str, html: str) -> Records:
    """Read a text that was copied.

    Raises:
        DraftError: there is none.
    """
    article = ArticleFile("", *from_clipboard(text, html))
    if not article.paragraphs:
        raise DraftError(tr("There is no text on the clipboard."))
    return records_of(article, Gazetteer())


def of_pack(pack: Path, copy: Path | None) -> Records:
    """Read a pack, to change it beside the user's own copy of its text, if any.

    Raises:
        DraftError: it is too large.
        PackError: it can't be read.
    """
    tables = read_tables(pack)
    rows = sum(map(row_count, tables.columns.values()))
    if rows > MOST_ROWS:
        words = tr("The pack has {rows} rows; up to {most} can be changed here.")
        raise DraftError(words.format(rows=f"{rows:,}", most=f"{MOST_ROWS:,}"))
    try:
        paragraphs = read_article(copy).paragraphs if copy else []
    except UnreadableError:
        # The Text page says so; the pack is edited without.
        paragraphs = []
    return records_of_pack(tables, paragraphs)
