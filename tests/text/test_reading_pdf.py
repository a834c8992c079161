"""Texts from PDF files as paragraphs."""

from pathlib import Path

from jjjviewer.text.reading import read_article
from tests.text.files import pdf, write
from tests.text.marked import DATA


def _column(x: float, top: float, texts: list[str]) -> list[tuple[float, float, str]]:
    return [(x, top - 12 * i, text) for i, text in enumerate(texts)]


def test_a_pdf_with_columns_running_heads_and_hyphens(tmp_path: Path) -> None:
    """Left column first; the head and the page number go; a parted word is joined."""
    table = (DATA / "columns.txt").read_text(encoding="utf-8").split("\n", 1)[1]
    left, right, paragraphs = (part.strip().split("\n") for part in table.split("--"))
    # The other pages have other words, or their lines were running heads too.
    pages = [
        [
            (60.0, 760.0, f"The Estuary Chronicle {number}"),
            *_column(60, 720, left if number == 1 else [line[::-1] for line in left[number:]]),
            *_column(330, 720, right if number == 1 else [line[::-1] for line in right[number:]]),
            (300.0, 30.0, str(number)),
        ]
        for number in (1, 2, 3)
    ]
    article = read_article(write(tmp_path, "a.pdf", pdf(pages)))
    assert "check the paragraphs" in article.note
    assert article.paragraphs[:4] == paragraphs
    assert not any("Chronicle" in each for each in article.paragraphs)


def test_columns_of_a_pdf_are_told_apart_however_broad_its_letters_are(tmp_path: Path) -> None:
    # Letters narrower than is guessed: each line seems to reach into the next column.
    left = [f"The council of ward number {at} spent money on roads on" for at in "abcde"]
    right = [f"In the town of name {at} nothing was spent on roads nor on lamps" for at in "abcde"]
    page = [*_column(60, 720, [*left, "at last."]), *_column(300, 720, [*right, "so far."])]
    article = read_article(write(tmp_path, "a.pdf", pdf([page])))
    words = " ".join(article.paragraphs)
    assert words.index("at last.") < words.index("In the town of name a")


def test_a_hyphen_that_a_pdf_sets_by_itself_joins_the_word(tmp_path: Path) -> None:
    lines = [
        (60.0, 720.0, "The council of the county has decided upon the devel"),
        (330.0, 720.0, "-"),
        (60.0, 706.0, "opment of the harbour, for which it spent 3 million."),
    ]
    article = read_article(write(tmp_path, "a.pdf", pdf([lines])))
    assert "the development of the harbour" in article.paragraphs[0]


def test_a_line_of_a_pdf_that_is_much_shorter_stands_by_itself(tmp_path: Path) -> None:
    """As headings and the names of speakers do, where neither space nor indents tell."""
    lines = [
        "The harbour grows",
        "The port handled more than six million tons in the year that has passed, of",
        "which the greater part went on by rail.",
        "Ada Linde, County Commissioner",
        "Two quays are being made ready for ships that run on batteries alone, and it",
        "will take until the summer.",
    ]
    article = read_article(write(tmp_path, "a.pdf", pdf([_column(60, 720, lines)])))
    assert article.paragraphs == [
        lines[0], " ".join(lines[1:3]), lines[3], " ".join(lines[4:])
    ]  # fmt: skip
