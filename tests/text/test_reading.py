"""Texts from files and the clipboard as paragraphs."""

import io
import random
import zipfile
from contextlib import suppress
from pathlib import Path

import pytest

from jjjviewer.paths import example_pack
from jjjviewer.text.reading import UnreadableError, from_clipboard, read_article
from jjjviewer.text.reading.encodings import decode
from jjjviewer.text.reading.plain import joined
from tests.text.files import pdf, write
from tests.text.marked import DATA
from tests.text.saved_pages import MAKERS, Maker

ENGLISH = "The café spent £3 million – “enough”, she said."
CHINESE = "全市经济总量达到十一万亿元\uff0c比去年增长百分之五。大家都说这是一件好事。"
TRADITIONAL = "全市經濟總量達到十一萬億元\uff0c比去年增長百分之五。大家都說這是一件好事。"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        (ENGLISH, "utf-8"), (ENGLISH, "utf-8-sig"), (ENGLISH, "utf-16"), (ENGLISH, "utf-16-le"),
        (ENGLISH, "utf-16-be"), (ENGLISH, "cp1252"), (CHINESE, "utf-8"), (CHINESE, "utf-16"),
        (CHINESE, "utf-16-le"), (CHINESE, "utf-16-be"), (CHINESE, "gbk"), (CHINESE, "gb18030"),
        (TRADITIONAL, "big5"), (TRADITIONAL, "utf-16-le"), (TRADITIONAL, "utf-8"),
    ],
)  # fmt: skip
def test_encodings_are_told_apart(text: str, encoding: str) -> None:
    """With a mark and without."""
    assert decode(text.encode(encoding)) == text


def test_what_is_damaged_still_gives_a_text() -> None:
    """A broken character does not lose the others."""
    data = (CHINESE * 5).encode()
    assert CHINESE[:8] in decode(data[:100] + b"\xff" + data[102:])


def test_lines_are_paragraphs(tmp_path: Path) -> None:
    """As most texts are saved."""
    path = write(tmp_path, "a.txt", "Title\r\n\r\nFirst one.\r\nSecond  one.\r\n")
    assert read_article(path).paragraphs == ["Title", "First one.", "Second one."]


def test_lines_cut_at_a_width_are_joined(tmp_path: Path) -> None:
    """And words that were parted at its end."""
    lines = (
        "The council has spent more on roads than in any year since it was",
        "founded, and it says that the work has kept the town moving through win-",
        "ter.",
        "",
        "A second paragraph.",
    )
    first, second = read_article(write(tmp_path, "a.txt", "\n".join(lines))).paragraphs
    assert first.endswith(
        "since it was founded, and it says that the work has kept the town moving through winter."
    )
    assert second == "A second paragraph."


def test_markdown_without_its_marks(tmp_path: Path) -> None:
    """Headings, lists, emphasis, links, tables, code and front matter."""
    text = (DATA / "notes.md").read_text(encoding="utf-8")
    assert read_article(write(tmp_path, "a.md", text)).paragraphs == [
        "A title", "Some bold words and a link. On it goes.", "one 1,000", "two",
        "a b", "1 2", "quoted", "second",
    ]  # fmt: skip


PAGE = (DATA / "page.html").read_text(encoding="utf-8")


def test_a_saved_page_gives_its_article(tmp_path: Path) -> None:
    """Without navigation, related stories and footer."""
    assert read_article(write(tmp_path, "a.html", PAGE)).paragraphs == [
        "The harbour grows",
        "The port handled 6.2 million tons in 2023, nearly 15% more than the year before.",
        "Two quays are being electrified: 24 megawatts will be there by 2026.",
        "So says the harbour master, who has been in office for nine years.",
        "Ferries",
        "The ferry carries about 310,000 passengers a year, most of them in summer.",
        "One line goes to Saltholm, which takes forty minutes on a calm day.",
    ]


@pytest.mark.parametrize("case", (DATA / "pages.txt").read_text(encoding="utf-8").split("==\n")[1:])
def test_pages_of_several_makers(tmp_path: Path, case: str) -> None:
    """Whose elements are called by many names."""
    expected, page = case.strip().split("\n>>\n")
    assert read_article(write(tmp_path, "a.html", page)).paragraphs == expected.split("\n")


_TEXTS = {
    "en": (example_pack() / "article.txt").read_text(encoding="utf-8"),
    "zh": (DATA / "estuary_zh.txt").read_text(encoding="utf-8"),
}


@pytest.mark.parametrize("language", _TEXTS)
@pytest.mark.parametrize("maker", MAKERS, ids=lambda each: each.__name__)
def test_the_article_is_told_from_what_surrounds_it(
    tmp_path: Path, maker: Maker, language: str
) -> None:
    """Nearly all of its paragraphs whole, and little else."""
    title, *body = (line.strip() for line in _TEXTS[language].splitlines() if line.strip())
    found = read_article(write(tmp_path, "a.html", maker(title, body))).paragraphs
    expected = [title, *body]
    assert sum(each in found for each in expected) >= 0.93 * len(expected)
    noise = [each for each in found if each not in expected]
    assert sum(map(len, noise)) <= 0.07 * sum(map(len, found)), noise


def test_a_page_says_in_which_encoding_it_is(tmp_path: Path) -> None:
    """As older Chinese pages do."""
    body = f"<p>{CHINESE}</p>" * 2
    page = f'<html><head><meta charset="gb2312"></head><body>{body}</body></html>'
    assert read_article(write(tmp_path, "a.htm", page.encode("gbk"))).paragraphs == [
        CHINESE,
        CHINESE,
    ]


def test_the_clipboard_with_markup_and_without() -> None:
    """Markup parts paragraphs better than plain text."""
    assert from_clipboard("a b", "<p>a</p><p>b</p>").paragraphs == ["a", "b"]
    assert from_clipboard("a\nb").paragraphs == ["a", "b"]


def _zip(parts: dict[str, str]) -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, text in parts.items():
            archive.writestr(name, text)
    return buffer.getvalue()


_DOCUMENT = (DATA / "document.xml").read_text(encoding="utf-8")


def test_a_word_document_with_tracked_changes(tmp_path: Path) -> None:
    """What was put in is read, what was taken out is not, a text box once."""
    path = write(tmp_path, "a.docx", _zip({"word/document.xml": _DOCUMENT}))
    assert read_article(path).paragraphs == ["Kept, put in and on.", "Cell", "Box"]


def test_a_book_in_the_order_of_reading(tmp_path: Path) -> None:
    """Without its table of contents."""
    opf = """<package xmlns="http://www.idpf.org/2007/opf"><manifest>
    <item id="n" href="nav.xhtml" properties="nav"/><item id="b" href="text/b%20c.xhtml"/>
    <item id="a" href="text/a.xhtml"/></manifest>
    <spine><itemref idref="n"/><itemref idref="a"/><itemref idref="b"/></spine></package>"""
    path = write(
        tmp_path,
        "a.epub",
        _zip(
            {
                "META-INF/container.xml": "<c><rootfile full-path='O/c.opf'/></c>",
                "O/c.opf": opf,
                "O/nav.xhtml": "<p>Contents</p>",
                "O/text/a.xhtml": "<h1>One</h1><p>First.</p>",
                "O/text/b c.xhtml": "<p>Second.</p>",
            }
        ),
    )
    assert read_article(path).paragraphs == ["One", "First.", "Second."]


def test_lines_of_chinese_are_joined_without_a_space() -> None:
    """Beside a digit, too."""
    assert (
        joined(["洪水线下有17", "座泵站,", "其中", "11座是新的"])
        == "洪水线下有17座泵站, 其中11座是新的"
    )


@pytest.mark.parametrize(
    ("name", "data", "words"),
    [
        ("a.docx", b"PK\x03\x04", "damaged"),
        ("a.docx", _zip({"x": "y"}), "lacks its part"),
        ("a.docx", _zip({"word/document.xml": "<!DOCTYPE a [<!ENTITY b 'c'>]><a/>"}), "entities"),
        ("a.epub", _zip({"META-INF/container.xml": "<container/>"}), "contents"),
        ("a.doc", b"\xd0\xcf\x11\xe0xyz", "Save it as .docx"),
        ("a.pdf", b"%PDF-1.4 nothing", "damaged"),
        ("a.pdf", pdf([[]]), "text recognition"),
        ("a.txt", b"\x89PNG\r\n", "no text"),
        ("a.txt", b"  \n ", "no text in it"),
    ],
)
def test_a_file_that_cannot_be_read_says_why(
    tmp_path: Path, name: str, data: bytes, words: str
) -> None:
    """With the name of the file and what helps."""
    path = write(tmp_path, name, data)
    with pytest.raises(UnreadableError, match=words) as raised:
        read_article(path)
    assert str(path) in str(raised.value)


@pytest.mark.parametrize("seed", range(40))
def test_a_damaged_file_is_read_or_refused(tmp_path: Path, seed: int) -> None:
    """Whatever its bytes are."""
    rng = random.Random(seed)
    files = {
        ".html": PAGE.encode(),
        ".pdf": pdf([[(60.0, 700.0, "The council spent 3 million.")]]),
        ".docx": _zip({"word/document.xml": _DOCUMENT}),
        ".txt": CHINESE.encode("gbk"),
    }
    for suffix, sound in files.items():
        data = bytearray(sound)
        for _ in range(6):
            at = rng.randrange(len(data))
            data[at : at + 1] = rng.choice((b"<![", b"&#xD800;", b"\xff", b"\0", b"</", b"7"))
        with suppress(UnreadableError):
            read_article(write(tmp_path, f"a{suffix}", bytes(data)))


def test_a_file_that_is_not_there() -> None:
    """As the system says it."""
    with pytest.raises(UnreadableError, match="No such file"):
        read_article(Path("nowhere.txt"))
