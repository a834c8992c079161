"""Word documents and electronic books: archives of XML, read with the standard library."""

import io
import posixpath
import zipfile
import zlib
from urllib.parse import unquote
from xml.etree import ElementTree

from jjjviewer.text.reading.errors import UnreadableError
from jjjviewer.text.reading.markup import html_paragraphs

_WORD = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_LARGEST = 64 * 1024 * 1024
"""Uncompressed bytes of one part: a small archive may hold gigabytes of nothing."""
_MOST_CHAPTERS = 500
_DAMAGED = (
    zipfile.BadZipFile, zlib.error, RuntimeError, NotImplementedError, ValueError, EOFError,
    OSError,
)  # fmt: skip


def _part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        info = archive.getinfo(name)
    except KeyError:
        raise UnreadableError(f"The file lacks its part '{name}': it may be damaged.") from None
    if info.file_size > _LARGEST:
        raise UnreadableError(f"Its part '{name}' is larger than 64 MB.")
    try:
        return archive.read(info)
    except _DAMAGED as error:
        raise UnreadableError(f"Its part '{name}' can't be read: {error}.") from None


def _xml(data: bytes, name: str) -> ElementTree.Element:
    if b"<!ENTITY" in data:
        raise UnreadableError(f"Its part '{name}' defines entities, which no such file needs.")
    try:
        return ElementTree.fromstring(data)
    except (ElementTree.ParseError, ValueError, LookupError) as error:
        raise UnreadableError(f"Its part '{name}' is no XML: {error}.") from None


def _archive(data: bytes) -> zipfile.ZipFile:
    try:
        return zipfile.ZipFile(io.BytesIO(data))
    except _DAMAGED:
        raise UnreadableError("It is damaged, or not what its name says.") from None


def docx_paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of a Word document, tracked insertions included, deletions not."""
    root = _xml(_part(_archive(data), "word/document.xml"), "word/document.xml")
    paragraphs: list[list[str]] = []
    try:
        _collect(root, paragraphs, None)
    except RecursionError:
        raise UnreadableError("Its parts lie in one another without end.") from None
    return [each for each in (" ".join("".join(parts).split()) for parts in paragraphs) if each]


def _collect(
    element: ElementTree.Element, paragraphs: list[list[str]], into: list[str] | None
) -> None:
    """Gather text in the order of the document; a paragraph in a text box stands by itself."""
    for child in element:
        tag = child.tag
        if tag in (_WORD + "del", _WORD + "moveFrom", _FALLBACK):
            continue
        if tag == _WORD + "p":
            paragraphs.append([])
            _collect(child, paragraphs, paragraphs[-1])
        elif into is not None and tag == _WORD + "t":
            into.append(child.text or "")
        elif into is not None and tag in (_WORD + "tab", _WORD + "br", _WORD + "cr"):
            into.append(" ")
        elif into is not None and tag == _WORD + "noBreakHyphen":
            into.append("-")
        else:
            _collect(child, paragraphs, into)


def epub_paragraphs(data: bytes) -> list[str]:
    """Return the paragraphs of an electronic book, its chapters in the order of reading."""
    archive = _archive(data)
    container = _xml(_part(archive, "META-INF/container.xml"), "container.xml")
    root = next(
        (each.get("full-path") for each in container.iter() if each.tag.endswith("rootfile")), None
    )
    if not root:
        raise UnreadableError("The book does not say where its contents are.")
    package = _xml(_part(archive, root), root)
    files = {
        each.get("id"): each.get("href", "")
        for each in package.iter()
        if each.tag.endswith("}item") and "nav" not in (each.get("properties") or "").split()
    }
    order = [each.get("idref") for each in package.iter() if each.tag.endswith("}itemref")]
    paragraphs: list[str] = []
    for each in order[:_MOST_CHAPTERS]:
        if href := files.get(each):
            name = posixpath.normpath(
                posixpath.join(posixpath.dirname(root), unquote(href.split("#")[0]))
            )
            paragraphs += html_paragraphs(_part(archive, name), whole=True)
    return paragraphs
