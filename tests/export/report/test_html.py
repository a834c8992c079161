"""The report as one HTML file, read as browsers do."""

from collections.abc import Iterator
from functools import cached_property
from html.parser import HTMLParser
from itertools import pairwise
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication

from jjjviewer.charts.typeface import load_fonts
from jjjviewer.model.dataset import Dataset
from tests.export.report.making import content, written
from tests.packs import change, copy_of_bundled, load, put

_VOID = {"meta", "col", "link", "br", "img"}
_LOADING = {"src", "srcset", "data", "poster", "action", "xlink:href"}


class Page(HTMLParser):
    """The elements of a page with their attributes, and the text."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.open: list[str] = []
        self.words: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, {name: value or "" for name, value in attrs}))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)

    @cached_property
    def text(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, *tags: str) -> Iterator[dict[str, str]]:
        return (attributes for tag, attributes in self.elements if tag in tags)

    def values(self, name: str) -> list[str]:
        return [attributes[name] for _, attributes in self.elements if name in attributes]


@pytest.fixture(scope="module")
def html(qapp: QApplication, pack: Dataset) -> str:
    """The report of everything."""
    load_fonts()
    return written(pack, "html").decode()


@pytest.fixture(scope="module")
def page(html: str) -> Page:
    return Page(html)


def test_every_element_is_closed_and_every_id_is_there_once(page: Page) -> None:
    assert page.open == []
    ids = page.values("id")
    assert len(ids) == len(set(ids)) > 250


def test_every_link_leads_to_something_in_the_file(page: Page) -> None:
    links = page.values("href")
    assert len(links) > 300
    assert {link.removeprefix("#") for link in links} <= set(page.values("id"))
    named = {name for value in page.values("aria-labelledby") for name in value.split()}
    assert named <= set(page.values("id"))


def test_nothing_is_loaded_and_nothing_is_run(page: Page, html: str) -> None:
    assert not _LOADING.intersection(name for _, each in page.elements for name in each)
    assert not list(page.all("script", "link", "img", "iframe", "object"))
    assert "url(" not in html
    assert "@import" not in html


def test_headings_go_down_by_one_and_the_page_has_its_landmarks(page: Page) -> None:
    levels = [int(tag[1]) for tag, _ in page.elements if tag in ("h1", "h2", "h3")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    tags = [tag for tag, _ in page.elements]
    assert all(tags.count(each) == 1 for each in ("header", "nav", "main", "footer"))
    assert next(page.all("html"))["lang"] == "en"


def test_the_first_link_skips_to_the_text(page: Page) -> None:
    assert next(page.all("a")) == {"class": "skip", "href": "#speakers"}


def test_tables_have_captions_and_say_what_their_headings_are_of(page: Page) -> None:
    tags = [tag for tag, _ in page.elements]
    assert tags.count("caption") == tags.count("table") == 3
    assert {each.get("scope") for each in page.all("th")} == {"col", "row"}


def test_every_chart_that_suits_is_drawn_as_vectors_and_told_in_words(
    page: Page, pack: Dataset
) -> None:
    charts = list(page.all("svg"))
    assert len(charts) >= len(content(pack).charts)
    assert {each["role"] for each in charts} == {"img"}
    assert len(list(page.all("desc"))) == len(charts)


def test_every_statement_is_marked_as_a_summary_with_its_kind_and_paragraph(
    page: Page, pack: Dataset
) -> None:
    statements = pack["statements"]
    assert page.text.count("summary, not the speaker’s words") == len(statements)
    assert sum("badge" in each.get("class", "") for each in page.all("span")) == len(statements)
    for row in pack.statement_rows.of(statements):
        assert row.text in page.text
        assert f"¶{row.paragraph}" in page.text


def test_every_figure_has_its_number_as_printed_and_its_doubt(page: Page, pack: Dataset) -> None:
    for row in pack.figure_rows.of(pack["figures"]):
        assert f"“{row.printed}”" in page.text
        assert row.period_text in page.text
        assert " ".join(row.remark.split()) in page.text


def test_it_says_what_it_is_and_is_not(page: Page, pack: Dataset) -> None:
    source = pack.source
    for words in (source.citation, source.caveat, source.licence, "It quotes nobody"):
        assert words in page.text


def test_what_narrows_is_named_and_nothing_else_is_in_it(app: object, pack: Dataset) -> None:
    page = Page(written(pack, "html", "hebei", "ecology").decode())
    assert "Hebei · Ecology" in page.text
    assert "Chai Baoliang" in page.text
    # He is of Beijing, and named in no chart or table of Hebei.
    assert "Wang Youguo" not in page.text


def test_a_chinese_report_is_chinese_and_says_so(app: object) -> None:
    page = Page(written(load(language="zh"), "html", "hebei").decode())
    assert next(page.all("html"))["lang"] == "zh-Hans"
    for words in ("目录", "本报告的内容与限度", "摘要，非发言者原话", "柴宝良"):
        assert words in page.text


def test_the_same_report_is_the_same_bytes(html: str, pack: Dataset) -> None:
    assert written(pack, "html").decode() == html


def test_nothing_in_a_pack_is_taken_for_markup(app: object, tmp_path: Path) -> None:
    folder = copy_of_bundled(tmp_path)
    words = "<script>alert(1)</script> & \"that\" 'this' </p>"
    change(folder, "statements", put(2, summary=words))
    page = Page(written(load(folder), "html").decode())
    assert not list(page.all("script"))
    assert words in page.text


def test_it_is_printed_on_white_whatever_the_screen_is(html: str) -> None:
    assert html.count("prefers-color-scheme") == html.count("@media screen and (prefers-color") == 1
