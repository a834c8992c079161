"""Make the charts' typeface: a subset of Noto Sans CJK SC under a name of its own.

    python make_fonts.py NotoSansCJK-Regular.ttc NotoSansCJK-Bold.ttc

It needs fonttools and writes JJJSans-Regular.otf and JJJSans-Bold.otf beside itself. The
subset holds Latin, the signs that charts use and all hanzi of GB 2312.
"""

import sys
from pathlib import Path
from typing import Any

from fontTools import subset
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection, TTFont

FAMILY = "JJJ Sans"
SIMPLIFIED_CHINESE = "Noto Sans CJK SC"
COPYRIGHT = (
    "Subset of Noto Sans CJK SC, Copyright 2014-2021 Adobe (http://www.adobe.com/). "
    "Renamed and reduced for JJJ Viewer."
)
NARROWED = "‘’“”¶·…×÷±°"
BEARING = 60
"""Air on either side of a narrowed sign, in thousandths of the size."""
SIGNS = "–—‘’“”…·•×÷±−≈≠≤≥→←↑↓¶§°²³½‰€£¥√∞○●□■△▲▼◀▶✓"


def characters() -> str:
    """Return all that charts may hold: Latin, signs, punctuation and hanzi of GB 2312."""
    latin = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))
    pinyin = "ǎǐǒǔǚǜḿńň"
    gb2312 = bytearray()
    for row in (*range(0xA1, 0xA4), *range(0xB0, 0xF8)):
        for cell in range(0xA1, 0xFF):
            gb2312 += bytes((row, cell))
    return latin + pinyin + SIGNS + gb2312.decode("gb2312", errors="ignore")


def simplified_chinese(collection: Path) -> TTFont:
    """Return the face of a collection that has the mainland's forms of the hanzi."""
    faces = TTCollection(collection).fonts
    return next(
        face for face in faces if face["name"].getDebugName(1).startswith(SIMPLIFIED_CHINESE)
    )


def extent(glyphs: Any, name: str) -> tuple[float, float, float, float]:
    """Return the left, lowest, right and highest of a glyph's outline."""
    pen = BoundsPen(glyphs)
    glyphs[name].draw(pen)
    left, low, right, high = pen.bounds
    return left, low, right, high


def narrow(face: TTFont) -> None:
    """Set signs that the Chinese face spaces like hanzi as close as Latin text wants them."""
    glyphs, widths, names = face.getGlyphSet(), face["hmtx"].metrics, face.getBestCmap()
    strings = face["CFF "].cff.topDictIndex[0].CharStrings
    for sign in NARROWED:
        name = names[ord(sign)]
        left, low, right, _ = extent(glyphs, name)
        # Chinese sets the ellipsis at half height, Latin on the line.
        down = extent(glyphs, names[ord(".")])[1] - low if sign == "…" else 0
        advance = round(right - left + 2 * BEARING)
        old = strings[name]
        pen = T2CharStringPen(advance - old.private.nominalWidthX, None)
        glyphs[name].draw(TransformPen(pen, (1, 0, 0, 1, BEARING - left, down)))
        strings[name] = pen.getCharString(private=old.private, globalSubrs=old.globalSubrs)
        widths[name] = (advance, BEARING)


def rename(face: TTFont, style: str) -> None:
    """Give the face its own family; the licence and its address stay."""
    names = face["name"]
    full = f"{FAMILY} {style}"
    own = {
        0: COPYRIGHT,
        1: FAMILY,
        2: style,
        3: f"1.0;{full}",
        4: full,
        5: "Version 1.0",
        6: full.replace(" ", "") if style == "Regular" else f"JJJSans-{style}",
    }
    names.names = [record for record in names.names if record.nameID in (13, 14)]
    for number, text in own.items():
        names.setName(text, number, 3, 1, 0x409)
    cff = face["CFF "].cff
    cff.fontNames = [f"JJJSans-{style}"]
    top = cff.topDictIndex[0]
    top.FullName, top.FamilyName, top.Weight = full, FAMILY, style
    top.Notice = COPYRIGHT
    face["OS/2"].usWeightClass = 700 if style == "Bold" else 400


def make(collection: Path, style: str) -> None:
    """Write one weight."""
    options = subset.Options()
    # Other features swap glyphs for others without a character, which a PDF then cannot copy.
    options.layout_features = ["kern"]
    options.drop_tables += ["VORG", "vhea", "vmtx", "BASE", "DSIG"]
    options.name_IDs = ["*"]
    options.hinting = False
    options.desubroutinize = False
    face = simplified_chinese(collection)
    subsetter = subset.Subsetter(options)
    subsetter.populate(text=characters())
    subsetter.subset(face)
    narrow(face)
    rename(face, style)
    # The same bytes each time.
    face["head"].modified = face["head"].created
    face.recalcTimestamp = False
    face.save(Path(__file__).parent / f"JJJSans-{style}.otf")


if __name__ == "__main__":
    make(Path(sys.argv[1]), "Regular")
    make(Path(sys.argv[2]), "Bold")
