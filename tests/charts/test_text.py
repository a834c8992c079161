"""Text fits the room it is given, in Latin and in Chinese."""

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage, QPainter, QPainterPathStroker, QPixmap, QRawFont

from jjjviewer.charts.shapes import Text
from jjjviewer.charts.text import HALO, elide, font, outline, piece_outline, rim, width, wrap
from jjjviewer.charts.typeface import FAMILY
from jjjviewer.model.dataset import Dataset

LONG = "Capital put into Tianjin projects by Beijing enterprises since the beginning of the year"


def test_the_typeface_has_every_sign_and_hanzi_of_the_pack(app: object, pack: Dataset) -> None:
    face = QRawFont.fromFont(font(14))
    assert face.familyName() == FAMILY
    used = "→–—×−≈~≥≤¶²³·%"
    for table in ("regions", "speakers", "themes", "units", "entities"):
        for column in pack[table].columns:
            if column.startswith(("name", "label", "role")):
                used += "".join(pack[table][column])
    assert not [sign for sign in used if not face.supportsCharacter(ord(sign))]


@pytest.mark.parametrize("bold", [False, True])
@pytest.mark.parametrize("scale", [1, 2.6, 3.3, 4])
@pytest.mark.parametrize(
    "text",
    [
        "AVATAR To, Ty: 京津冀 60.03% — from Tianjin",
        "Officials offer (official) flights “fjord” ≥ 5 → 7",
        "résumé □林, −3 ≥ €5, then AV; بيجين",
    ],
)
def test_a_line_that_is_painted_bit_by_bit_looks_as_if_it_was_painted_at_once(
    app: object, text: str, scale: float, bold: bool
) -> None:
    def image(paint: Callable[[QPainter], None]) -> QImage:
        # On an image, letters are outlines.
        made = QPixmap(round(720 * scale), round(40 * scale))
        made.fill("white")
        painter = QPainter(made)
        painter.scale(scale, scale)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint(painter)
        painter.end()
        return made.toImage()

    def at_once(painter: QPainter) -> None:
        painter.setFont(font(25, bold))
        painter.setPen("black")
        painter.drawText(QPointF(4.3, 30.7), text)

    assert image(Text(4.3, 30.7, text, 25, "black", bold).draw) == image(at_once)


def test_a_short_text_stays_on_one_line(app: object) -> None:
    assert wrap("Forest cover", 200, 14) == ["Forest cover"]


@pytest.mark.parametrize("room", [120, 200, 320])
def test_lines_are_no_wider_than_their_room(app: object, room: int) -> None:
    lines = wrap(LONG, room, 14, lines=9)
    assert all(width(line, 14) <= room for line in lines)
    assert " ".join(lines) == LONG


def test_lines_are_of_like_length(app: object) -> None:
    first, second = wrap(LONG, width(LONG, 14) * 0.9, 14)
    assert abs(width(first, 14) - width(second, 14)) < 0.25 * width(LONG, 14)


def test_a_name_is_not_torn_at_its_hyphens(app: object) -> None:
    name = "Beijing-Tianjin-Hebei"
    room = width(f"Figures of {name}", 14) - 5
    assert wrap(f"Figures of {name}", room, 14, even=False) == ["Figures of", name]


def test_what_does_not_fit_ends_in_an_ellipsis(app: object) -> None:
    lines = wrap(LONG, 150, 14, lines=2)
    assert len(lines) == 2
    assert lines[1].endswith("…")
    assert width(lines[1], 14) <= 150


def test_chinese_breaks_without_spaces(app: object) -> None:
    lines = wrap("京津冀协同发展共谱新篇", 80, 14, lines=5)
    assert len(lines) > 1
    assert "".join(lines) == "京津冀协同发展共谱新篇"


def test_a_rare_hanzi_does_not_shift_where_lines_break(app: object) -> None:
    words = ["𠮷林𠮷山", "forest", "cover", "of", "the", "districts", "of", "Chengde", "rose"]
    lines = wrap(" ".join(words), 150, 13, lines=9)
    assert len(lines) > 2
    assert " ".join(lines).split() == words


def test_a_text_that_fits_is_not_cut(app: object) -> None:
    assert elide("Hebei", 100, 14) == "Hebei"


def test_outlines_are_the_same_whichever_size_was_drawn_last(app: object) -> None:
    found = set()
    for size in (11, 13, 20):
        piece_outline.cache_clear()
        image = QImage(200, 60, QImage.Format.Format_ARGB32)
        painter = QPainter(image)
        painter.setFont(font(size))
        painter.drawText(5, 40, "Beijing")
        painter.end()
        path = outline("Beijing", 11)
        points = (path.elementAt(at) for at in range(path.elementCount()))
        found.add(tuple((point.x, point.y) for point in points))
    assert len(found) == 1


@pytest.mark.parametrize("bold", [False, True])
def test_a_rim_lies_where_the_outline_of_the_letters_would_be_drawn_as_wide(
    app: object, bold: bool
) -> None:
    text = "Daxing 京津冀"
    stroker = QPainterPathStroker()
    stroker.setWidth(HALO)
    drawn = stroker.createStroke(outline(text, 12, bold)).boundingRect()
    lies = rim(text, 12, bold).boundingRect()
    for side in ("left", "top", "right", "bottom"):
        assert getattr(lies, side)() == pytest.approx(getattr(drawn, side)(), abs=0.7)
