"""The report as PDF, read as its readers do."""

import io
import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import pytest
from pypdf import PageObject, PdfReader
from pypdf.generic import ArrayObject, DictionaryObject, IndirectObject
from PySide6.QtWidgets import QApplication

from jjjviewer.bench.probes import pss
from jjjviewer.charts.typeface import load_fonts
from jjjviewer.export.report.document import Picture
from jjjviewer.export.report.making import report_of
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from tests.export.report.making import content, written
from tests.packs import change, copy_of_bundled, load, put

_BELOW = 60
"""Points below the place that a link leads to in which what it names has to stand."""

_FOOTER, _SHEET = 62.0, 842.0
"""Points from the end of a page to what stands above its footer, and to its top."""


class Piece(NamedTuple):
    """Words on a page, and where they begin, in points."""

    x: float
    y: float
    text: str


def squeezed(text: str) -> str:
    """A text without spaces and breaks of lines, which a PDF has anywhere."""
    return re.sub(r"\s+", "", text)


class Printed:
    """A PDF, taken apart once: reading it takes seconds."""

    def __init__(self, data: bytes) -> None:
        self.data = data
        self.reader = PdfReader(io.BytesIO(data))
        self.pieces: list[list[Piece]] = []
        """The words of each page with their places."""
        self.texts: list[str] = []
        """Those of each page, squeezed."""
        self.contents = ""
        """Those of the first two pages, as they stand."""
        self.lowest: list[float] = []
        """How low the words above the footer of each page reach, in points."""
        for page in self.reader.pages:
            found: list[Piece] = []

            lowest = [_SHEET]

            def note(
                text: str,
                page: list[float],
                at: list[float],
                *_: object,
                found: list[Piece] = found,
                lowest: list[float] = lowest,
            ) -> None:
                if text.strip():
                    found.append(Piece(at[4], at[5], text.strip()))
                    # Within a chart places are those of the chart, which the page moves.
                    y = at[4] * page[1] + at[5] * page[3] + page[5]
                    lowest.append(y if y > _FOOTER else _SHEET)

            text = page.extract_text(visitor_text=note)
            self.lowest.append(min(lowest))
            self.contents += text if len(self.texts) < 2 else ""
            self.texts.append(squeezed(text))
            self.pieces.append(found)


@pytest.fixture(scope="module")
def whole(qapp: QApplication, pack: Dataset) -> Printed:
    """The report of everything."""
    load_fonts()
    return Printed(written(pack, "pdf"))


class Link(NamedTuple):
    words: str
    page: int
    top: float


def links(printed: Printed, number: int) -> Iterator[Link]:
    """The links of a page: their words, and where they lead."""
    reader, on_page = printed.reader, printed.pieces[number]
    for annotation in reader.pages[number].get("/Annots", ArrayObject()):
        fields = annotation.get_object()
        left, low, right, high = map(float, fields["/Rect"])
        words = "".join(p.text for p in on_page if left - 1 <= p.x < right and low <= p.y <= high)
        to = fields["/Dest"]
        if isinstance(to, str):
            to = reader.named_destinations[to].dest_array
        assert isinstance(to, ArrayObject), fields
        assert isinstance(to[0], IndirectObject)
        target = reader.get_page_number(PageObject(reader, to[0]))
        assert target is not None
        yield Link(words, target, float(to[3]))


def test_every_link_lands_on_the_page_and_at_the_place_of_what_it_names(whole: Printed) -> None:
    count = 0
    for number in range(len(whole.texts)):
        for link in links(whole, number):
            there = [
                piece.text
                for piece in whole.pieces[link.page]
                if link.top - _BELOW <= piece.y <= link.top + 2
            ]
            # A link that is broken over lines has part of its words in each.
            words = re.sub(r"^[\d.]+ |[\s.\d]+$", "", link.words)
            assert squeezed(words) in squeezed("".join(there)), (link, there)
            count += 1
    assert count > 300


def test_the_contents_give_the_page_on_which_each_part_begins(whole: Printed) -> None:
    for name in ("Speakers", "Statements", "Figures", "Partners and links", "Charts", "Citations"):
        listed = re.search(rf"\d {name}[ .]*(\d+)\n", whole.contents)
        assert listed, name
        assert re.search(rf"\d{squeezed(name)}[A-Z]", whole.texts[int(listed[1]) - 1]), name


@pytest.mark.skipif(sys.platform != "linux", reason="memory is read as Linux tells it")
def test_further_reports_leave_no_more_memory_taken(whole: Printed, pack: Dataset) -> None:
    before = pss()
    for _ in range(2):
        assert written(pack, "pdf") == whole.data
    # Typst would keep some 75 MiB of each.
    assert pss() - before < 100


def test_pages_are_labelled_as_they_are_numbered(whole: Printed) -> None:
    count = len(whole.texts)
    assert whole.reader.page_labels == [str(number) for number in range(1, count + 1)]
    for number, text in enumerate(whole.texts, start=1):
        assert text.endswith(f"{number}/{count}")


def test_the_outline_has_every_part_and_theme(whole: Printed, pack: Dataset) -> None:
    flat = [
        str(each.title)
        for entry in whole.reader.outline
        for each in (entry if isinstance(entry, list) else [entry])
        if not isinstance(each, list)
    ]
    for theme in pack.theme_names.values():
        assert any(theme in title for title in flat), theme


def test_no_row_of_a_table_is_cut_by_a_page(whole: Printed, pack: Dataset) -> None:
    for row in pack.figure_rows.of(pack["figures"]):
        cells = [squeezed(each) for each in (row.label, f"“{row.printed}”", row.remark)]
        assert any(all(cell in page for cell in cells) for page in whole.texts), row.figure_id


def test_the_head_of_a_table_stands_on_every_page_that_it_takes(
    whole: Printed, pack: Dataset
) -> None:
    head = "FigureAsprintedPeriodStatusWho,whereNotesanddoubts"
    with_head = [number for number, text in enumerate(whole.texts) if head in text]
    assert len(with_head) > 2
    for row in pack.figure_rows.of(pack["figures"]):
        where = [n for n, text in enumerate(whole.texts) if squeezed(row.label) in text]
        assert set(where).intersection(with_head), row.figure_id


@pytest.mark.parametrize("theme", ["ecology", "industry", "transport"])
def test_no_heading_or_caption_stands_alone_at_the_end_of_a_page(
    app: object, pack: Dataset, theme: str
) -> None:
    texts = Printed(written(pack, "pdf", theme, charts=False)).texts
    footer = squeezed(pack.source.caveat)
    for text in texts[1:]:
        body = text[: text.index(footer)]
        assert not body.endswith(("notchecked", "Statements", "Figures", "links"))
        assert not re.search(r"[A-Za-z]\(\d+\)$", body)


def test_charts_are_vectors_with_text(whole: Printed) -> None:
    assert not re.search(rb"/Subtype\s*/Image", whole.data)
    assert any("Plantspecies" in text and "1,242" in text for text in whole.texts)


def test_screen_readers_get_tags_language_title_and_each_chart_in_words(
    whole: Printed, pack: Dataset
) -> None:
    root = whole.reader.root_object
    marks = root["/MarkInfo"]
    assert isinstance(marks, DictionaryObject)
    assert marks["/Marked"]
    assert str(root.raw_get("/Lang")) == "en"
    assert whole.reader.metadata is not None
    assert (
        whole.reader.metadata.title
        == "Joint interview on coordination in Beijing, Tianjin and Hebei"
    )
    kinds = list(_structure(root["/StructTreeRoot"]))
    pictures = [each for each in kinds if each.get("/S") == "/Figure"]
    assert len(pictures) > 15
    assert all(len(str(each["/Alt"])) > 40 for each in pictures)
    assert {"/H1", "/H2", "/Table", "/TH", "/Caption", "/TOC", "/Link"} <= {
        str(each.get("/S")) for each in kinds
    }


def _structure(node: object) -> Iterator[DictionaryObject]:
    node = node.get_object() if isinstance(node, IndirectObject) else node
    if isinstance(node, ArrayObject):
        for each in node:
            yield from _structure(each)
    elif isinstance(node, DictionaryObject):
        yield node
        if "/K" in node:
            yield from _structure(node["/K"])


def test_chinese_copies_out_as_it_was_written(app: object) -> None:
    chinese = load(language="zh")
    pages = "".join(Printed(written(chinese, "pdf", "hebei", charts=False)).texts)
    rows = chinese.statement_rows.of(chinese.view(Selection(("hebei",))).statements)
    assert len(rows) > 30
    for row in rows:
        assert squeezed(row.text) in pages


def test_the_same_report_is_the_same_bytes(app: object, pack: Dataset) -> None:
    assert written(pack, "pdf", "yu-bo") == written(pack, "pdf", "yu-bo")


def test_nothing_in_a_pack_is_taken_for_markup_or_stops_the_report(
    app: object, tmp_path: Path
) -> None:
    """It holds signs of Typst's markup, and characters that no font has."""
    folder = copy_of_bundled(tmp_path)
    words = r"#panic() $x$ *a* _b_ @c <d> \e = f - g + h `i` // j"
    change(folder, "statements", put(2, summary=f"{words} \U00012000\U0001f9ff"))
    pack = load(folder)
    theme = str(pack["statements"]["theme_id"].iloc[0])
    text = "".join(Printed(written(pack, "pdf", theme, charts=False)).texts)
    assert squeezed(words) in text


def test_no_sheet_of_charts_is_left_a_third_empty(whole: Printed) -> None:
    first, after = (
        next(at for at, text in enumerate(whole.texts) if at > 1 and words in text)
        for words in ("5Charts", "6Citations")
    )
    assert after - first > 5
    assert max(whole.lowest[first:after]) < _FOOTER + (_SHEET - 2 * _FOOTER) / 3


def test_charts_have_a_title_each_and_their_notes_whole(app: object, pack: Dataset) -> None:
    (charts,) = [each for each in report_of(content(pack)).sections if each.id == "charts"]
    titles = [each.title for each in charts.sections]
    assert len({*titles}) == len(titles)
    notes = [block.notes for each in charts.sections for block in each.blocks
             if isinstance(block, Picture)]  # fmt: skip
    assert any(notes)
    assert not [each for each in notes if "…" in each or "Notes on" in each]
    remark = pack["figures"].set_index("figure_id").loc["f50-2", "note"]
    assert any(str(remark) in each for each in notes)
