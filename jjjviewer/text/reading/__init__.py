"""Reading a text from a file or the clipboard as a list of paragraphs."""

from pathlib import Path
from typing import NamedTuple

from jjjviewer.text.patience import content_of_file
from jjjviewer.text.reading.encodings import decode
from jjjviewer.text.reading.errors import UnreadableError
from jjjviewer.text.reading.markup import html_paragraphs
from jjjviewer.text.reading.office import docx_paragraphs, epub_paragraphs
from jjjviewer.text.reading.plain import markdown_paragraphs, plain_paragraphs
from jjjviewer.text.suffixes import SUFFIXES

__all__ = ["Article", "UnreadableError", "from_clipboard", "read_article"]

_LARGEST = 100 * 1024 * 1024


class Article(NamedTuple):
    """A text as paragraphs, and what its reader should know of how it was read."""

    paragraphs: list[str]
    note: str = ""


def read_article(path: Path) -> Article:
    """Read a text from a file.

    Raises:
        UnreadableError: it can't be read; the message names the file and the remedy.
    """
    try:
        data = content_of_file(path, _LARGEST + 1)
        if len(data) > _LARGEST:
            raise UnreadableError("It is larger than 100 MB.")
        article = _read(data, path.suffix.lower())
    except OSError as error:
        raise UnreadableError(f"{path}: {error.strerror or error}.") from None
    except UnreadableError as error:
        raise UnreadableError(f"{path}: {error}") from None
    if not article.paragraphs:
        raise UnreadableError(f"{path}: there is no text in it.")
    return article


def _read(data: bytes, suffix: str) -> Article:
    if data.startswith(b"%PDF") or suffix == ".pdf":
        # Its reader takes a tenth of a second to import, and few texts are PDF.
        from jjjviewer.text.reading.pdf import pdf_paragraphs

        return Article(pdf_paragraphs(data), "It comes from a PDF: please check the paragraphs.")
    if suffix in (".docx", ".docm", ".dotx"):
        return Article(docx_paragraphs(data))
    if suffix == ".epub":
        return Article(epub_paragraphs(data))
    if suffix == ".doc" or data.startswith(b"\xd0\xcf\x11\xe0"):
        raise UnreadableError("It is a Word file of the old kind. Save it as .docx.")
    if suffix in (".html", ".htm", ".xhtml", ".xht"):
        return Article(html_paragraphs(data))
    if data.startswith((b"PK\x03\x04", b"\x89PNG", b"\xff\xd8\xff", b"GIF8")):
        raise UnreadableError(f"It is no text. Texts are {', '.join(SUFFIXES)}.")
    text = decode(data)
    return Article(
        markdown_paragraphs(text) if suffix in (".md", ".markdown") else plain_paragraphs(text)
    )


def from_clipboard(text: str, html: str = "") -> Article:
    """Read what was copied elsewhere; its HTML parts paragraphs better than its plain text."""
    paragraphs = html_paragraphs(html, whole=True) if html.strip() else []
    return Article(paragraphs or plain_paragraphs(text))
