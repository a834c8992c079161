"""Any text that a pack may hold is drawn in one order everywhere, and never as a gap."""

import os
import re
import shutil
import subprocess
import sys
import unicodedata
import xml.etree.ElementTree as ET
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QByteArray
from PySide6.QtGui import QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from jjjviewer.charts.characters import STAND_IN, drawn, is_bundled, plain, runs, without_font
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Text
from jjjviewer.charts.style import LIGHT, Page
from jjjviewer.charts.svg import svg
from jjjviewer.charts.text import width, wrap
from jjjviewer.charts.typeface import FAMILY
from jjjviewer.export.image import image_of
from jjjviewer.export.pdf import pdf
from tests.images import difference
from tests.random_packs import thorough

PAGE = Page("own", 600, 400)
UNSEEN = [
    chr(code)
    for code in range(sys.maxunicode + 1)
    if unicodedata.category(chr(code)) in ("Cc", "Zl", "Zp")
] + [*"\u00ad\u200b\u200e\u200f\u202a\u202e\u2060\u2066\u2067\u2068\u2069\ufeff\ufe0f\U000e0041"]
UNKNOWN = "\u0378"
"""Not assigned, so that no font has it."""
TEXTS = [
    "Two\nlines,\ttabs\r\nand\u2028separators  ",
    "דוד כהן 12, משה לוי 30 (תל אביב)",
    "Capital of تيانجين: 5 projects, 7 in خبي",
    "re\u0301sume\u0301 \u2011 15.8\u202fmillion",
    "\u202ereversed\u202c and \u2067isolated\u2069",
    f"京津冀 {UNKNOWN}林 {UNKNOWN}",
]


def scene_of(*texts: str) -> Scene:
    scene = Scene(PAGE, LIGHT)
    for at, text in enumerate(texts):
        anchor = ("start", "middle", "end")[at % 3]
        x = {"start": 20, "middle": 300, "end": 580}[anchor]
        scene.add(Text(x, 60 + 50 * at, text, 24, LIGHT.text, anchor=anchor))  # type: ignore[arg-type]
    return scene


def on_screen(scene: Scene) -> QImage:
    pixmap = QPixmap(PAGE.width, PAGE.height)
    painter = QPainter(pixmap)
    scene.render(painter)
    painter.end()
    return pixmap.toImage()


def of_svg(document: str) -> QImage:
    # QtSvg takes a list of families for the name of one.
    document = re.sub('font-family="[^"]*"', f'font-family="{FAMILY}"', document)
    image = QImage(PAGE.width, PAGE.height, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    QSvgRenderer(QByteArray(document.encode())).render(painter)
    painter.end()
    return image


def of_pdf(scene: Scene, folder: Path) -> QImage:
    if shutil.which("pdftoppm") is None:
        pytest.skip("pdftoppm is not installed")
    keywords = ("Title", "Source", "Description", "Records", "Software", "Headline")
    path = folder / "a.pdf"
    path.write_bytes(
        pdf([scene], dict.fromkeys(keywords, "x"), datetime(2022, 10, 21), transparent=False)
    )
    subprocess.run(["pdftoppm", "-r", "96", "-png", "-singlefile", path, folder / "a"], check=True)
    return QImage(str(folder / "a.png"))


def test_screen_image_svg_and_pdf_set_a_text_in_one_order(app: object, tmp_path: Path) -> None:
    scene = scene_of(*TEXTS)
    image = image_of(scene, 1, transparent=False)
    others = {
        "screen": on_screen(scene),
        "svg": of_svg(svg(scene)),
        "shapes": of_svg(svg(scene, text_as_shapes=True)),
        "pdf": of_pdf(scene, tmp_path),
    }
    found = {name: difference(image, other) for name, other in others.items()}
    assert max(found.values()) < 0.002, found
    swapped = scene_of(*TEXTS[:1], "משה לוי 30, דוד כהן 12 (תל אביב)", *TEXTS[2:])
    assert difference(image, image_of(swapped, 1, transparent=False)) > 0.005


def test_a_number_stays_behind_the_name_it_belongs_to() -> None:
    assert runs("דוד כהן 12, משה לוי 30") == ("דוד כהן", " 12, ", "משה לוי", " 30")
    assert runs("Speakers: דוד כהן (תל אביב)") == ("Speakers: ", "דוד כהן", " (", "תל אביב", ")")


@pytest.mark.parametrize("control", UNSEEN, ids=lambda each: f"U+{ord(each):04X}")
def test_no_control_takes_room_or_breaks_a_file(app: object, control: str) -> None:
    text = f"Bei{control}jing"
    assert plain(text) in ("Beijing", "Bei jing")
    assert width(text, 14) == width(plain(text), 14)
    scene = scene_of(text)
    scene.title = scene.description = text
    root = ET.fromstring(svg(scene).encode())
    assert control not in "".join(root.itertext()).replace("\n", "") or control == "\n"


@thorough
@given(st.text(st.characters(codec=None), max_size=40))
def test_what_is_plain_stays_so(text: str) -> None:
    once = plain(text)
    assert plain(once) == once
    once.encode()


def test_a_character_that_no_font_has_is_drawn_and_named(app: object) -> None:
    assert without_font([f"Bei{UNKNOWN}jing", "Tianjin"]) == [UNKNOWN]
    assert drawn(f"Bei{UNKNOWN}") == f"Bei{STAND_IN}"
    assert is_bundled(STAND_IN)
    for paint in (on_screen, lambda scene: image_of(scene, 1, transparent=False)):
        assert paint(scene_of(UNKNOWN)) == paint(scene_of(STAND_IN))
        assert paint(scene_of(UNKNOWN)) != paint(scene_of(""))


def test_text_that_the_bundled_typeface_lacks_is_drawn_as_shapes_and_can_be_read(
    app: object,
) -> None:
    root = ET.fromstring(svg(scene_of("Beijing", "תל אביב", UNKNOWN)).encode())
    texts = [each.text for each in root.iter("{http://www.w3.org/2000/svg}text")]
    labels = [each.get("aria-label") for each in root.iter("{http://www.w3.org/2000/svg}path")]
    assert texts == ["Beijing"]
    assert labels == ["תל אביב", UNKNOWN]


def test_lines_are_broken_in_the_order_of_reading(app: object) -> None:
    text = "\n".join(TEXTS[1:2] * 2)
    lines = wrap(text, 120, 14, lines=9)
    assert len(lines) > 1
    assert " ".join(lines) == plain(text)


def test_an_image_has_the_same_bytes_whatever_the_font_engine_does(tmp_path: Path) -> None:
    """Fontconfig tells FreeType on Linux how to draw; other systems have engines of their own."""
    made = []
    for smooth in ("true", "false"):
        config = tmp_path / f"{smooth}.conf"
        config.write_text(
            "<?xml version='1.0'?><!DOCTYPE fontconfig SYSTEM 'fonts.dtd'><fontconfig>"
            "<include>/etc/fonts/fonts.conf</include><match target='font'>"
            f"<edit name='antialias' mode='assign'><bool>{smooth}</bool></edit>"
            f"<edit name='embolden' mode='assign'><bool>{smooth}</bool></edit>"
            "</match></fontconfig>",
            encoding="utf-8",
        )
        out = tmp_path / smooth
        run = ["export", "--select", "hebei", "--chart", "bars", "--out", str(out)]
        environment = os.environ | {"FONTCONFIG_FILE": str(config)}
        subprocess.run([sys.executable, "-m", "jjjviewer", *run], env=environment, check=True)
        made.append((out / "hebei-bars.png").read_bytes())
    assert made[0] == made[1]
