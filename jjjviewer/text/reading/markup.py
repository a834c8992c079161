"""HTML as paragraphs: the article of a saved page, without what surrounds it."""

import re
from collections import defaultdict
from dataclasses import dataclass, field
from html.parser import HTMLParser

from jjjviewer.text.reading.encodings import decode
from jjjviewer.text.tables import pattern, words

_SKIPPED = frozenset(
    "script style noscript template svg math select option button iframe object canvas audio video textarea head nav footer aside dialog".split()  # noqa: E501, SIM905
)
_BLOCKS = frozenset(
    "p div section article main header li ul ol dl dt dd blockquote h1 h2 h3 h4 h5 h6 td th tr table tbody thead tfoot caption figure figcaption pre address body html hgroup details summary center".split()  # noqa: E501, SIM905
)
_VOID = frozenset("area base br col embed hr img input link meta param source track wbr".split())  # noqa: SIM905
_HEADINGS = frozenset(("h1", "h2", "h3", "h4"))
_NOISE = frozenset(words("pages", "noise names"))
_WITH = frozenset(("has", "no", "with", "without", "is", "type", "post", "page", "col"))
_DEEPEST = 12
_MARKED_SECTION = re.compile(r"<!\[(?:CDATA\[|[^>\n]*>)?")
_HANZI = re.compile("[\u3400-\u9fff]")
_NOISE_TEXT = re.compile(pattern("pages", "noise", "noise text"), re.IGNORECASE)


@dataclass
class _TextBlock:
    tag: str
    containers: tuple[int, ...]
    text: str = ""
    linked: int = 0
    """Characters inside links."""


@dataclass
class _Page(HTMLParser):
    """Collects blocks of text, each with the elements that it lies in."""

    strict: bool
    """Leave out what by its name is no part of an article."""
    blocks: list[_TextBlock] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self._stack: list[tuple[str, int, bool]] = []
        self._count = 0
        self._links = 0
        self._open = _TextBlock("body", ())

    def handle_starttag(self, tag: str, attributes: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._open.text += "\n"
        if tag in _VOID:
            return
        if tag == "p" and any(each[0] == "p" for each in self._stack[-3:]):
            self.handle_endtag("p")
        if tag == "a":
            self._links += 1
        if tag in _BLOCKS:
            self._close()
        noise = (
            tag in _SKIPPED
            or _is_hidden(attributes)
            or (self.strict and _is_noise(tag, attributes))
        )
        skipped = noise or bool(self._stack and self._stack[-1][2])
        self._count += 1
        self._stack.append((tag, self._count, skipped))
        if tag in _BLOCKS:
            self._open = self._begin(tag)

    def handle_endtag(self, tag: str) -> None:
        if not any(each[0] == tag for each in self._stack):
            return
        if tag in _BLOCKS:
            self._close()
        while self._stack:
            closed = self._stack.pop()[0]
            self._links -= closed == "a"
            if closed == tag:
                break
        if tag in _BLOCKS:
            self._open = self._begin(self._stack[-1][0] if self._stack else "body")

    def handle_data(self, data: str) -> None:
        if self._stack and self._stack[-1][2]:
            return
        self._open.text += data.replace("\n", " ").replace("\r", " ")
        if self._links:
            self._open.linked += len(data.strip())

    def close(self) -> None:
        super().close()
        self._close()

    def _begin(self, tag: str) -> _TextBlock:
        inside = [number for name, number, _ in self._stack if name in _BLOCKS]
        return _TextBlock(tag, tuple(inside[-_DEEPEST:]))

    def _close(self) -> None:
        if self._open.text.strip():
            self.blocks.append(self._open)
        self._open = self._begin(self._open.tag)


def html_paragraphs(data: bytes | str, whole: bool = False) -> list[str]:
    """Return the paragraphs of an HTML page.

    Args:
        data: the page.
        whole: keep every block; else only the article, as far as it can be told.
    """
    text = data if isinstance(data, str) else _decoded(data)
    blocks = _blocks(text, strict=False)
    if not whole:
        plain = _blocks(text, strict=True)
        # Where names would leave out nearly all, they mean something else on this page.
        blocks = _article(plain if 4 * _prose(plain) > _prose(blocks) else blocks)
    lines = [" ".join(line.split()) for block in blocks for line in block.text.split("\n")]
    return [each for each in lines if each and (whole or not _NOISE_TEXT.match(each))]


def _blocks(text: str, strict: bool) -> list[_TextBlock]:
    page = _Page(strict)
    # Python's parser fails on sections that are marked otherwise than it expects.
    page.feed(_MARKED_SECTION.sub(" ", text))
    page.close()
    return page.blocks


def _prose(blocks: list[_TextBlock]) -> int:
    return sum(_weight(block.text) for block in blocks if _is_prose(block))


def _is_hidden(attributes: list[tuple[str, str | None]]) -> bool:
    return any(
        name == "hidden" or (name == "style" and "display:none" in (value or "").replace(" ", ""))
        for name, value in attributes
    )


def _is_noise(tag: str, attributes: list[tuple[str, str | None]]) -> bool:
    """Return whether class, id or role of an element say that it is no part of an article."""
    if tag in ("body", "html", "article", "main"):
        return False
    if tag == "figcaption":
        return True
    names = " ".join(value or "" for key, value in attributes if key in ("class", "id", "role"))
    for name in names.lower().split()[:12]:
        parts = set(re.split("[-_]+", name))
        if name in _NOISE or (parts & _NOISE and not parts & _WITH and "tag" not in parts):
            return True
    return False


def _decoded(data: bytes) -> str:
    declared = re.search(rb"""charset\s*=\s*["']?\s*([A-Za-z0-9_-]{2,20})""", data[:3000])
    if declared and not data.startswith((b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf")):
        name = declared[1].decode().lower()
        try:
            return data.decode(
                {"gb2312": "gb18030", "gbk": "gb18030", "iso-8859-1": "cp1252"}.get(name, name)
            )
        except (LookupError, UnicodeDecodeError):
            pass
    return decode(data)


def _is_prose(block: _TextBlock) -> bool:
    text = block.text.strip()
    return _weight(text) >= 60 and block.linked < 0.4 * len(text)


def _weight(text: str) -> int:
    """Return about how many letters a text is worth: a character of Chinese says as much as 3."""
    return len(text) + 2 * len(_HANZI.findall(text))


def _article(blocks: list[_TextBlock]) -> list[_TextBlock]:
    """Return the blocks of the element that holds most prose, and the heading above it."""
    scores: dict[int, float] = defaultdict(float)
    for block in blocks:
        if not _is_prose(block):
            continue
        share = 1.0
        # The nearer an element, the more it counts: else the page itself always won.
        for container in reversed(
            block.containers[:-1]
            if block.tag not in ("div", "section", "article")
            else block.containers
        ):
            scores[container] += share * _weight(block.text)
            share *= 0.75
    if not scores:
        return blocks
    best = max(scores, key=lambda each: scores[each])
    inside = [i for i, block in enumerate(blocks) if best in block.containers]
    kept = [blocks[i] for i in inside if _belongs(blocks[i])]
    above = [block for block in blocks[: inside[0]] if block.tag == "h1"]
    title = above[-1:] if not any(block.tag == "h1" for block in kept) else []
    return title + kept


def _belongs(block: _TextBlock) -> bool:
    """Return whether a block of the article is part of its text, and no list of links."""
    text = block.text.strip()
    if block.tag in _HEADINGS:
        return block.linked < len(text)
    return block.linked < 0.5 * len(text) and not (
        block.tag == "li" and block.linked > 0.3 * len(text)
    )
