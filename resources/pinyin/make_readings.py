"""Write how hanzi are read: `readings.txt`, a line for each syllable, with its hanzi.

    python make_readings.py

It needs pypinyin, and takes the first reading that this has, without tone and with v for ü, as
people type it. Of all hanzi these are the ones in Unicode's first block of them: the rest is rare.
"""

from collections import defaultdict
from pathlib import Path

from pypinyin import lazy_pinyin

FIRST, LAST = 0x4E00, 0x9FFF


def readings() -> dict[str, str]:
    """Return the hanzi of each syllable."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for hanzi in map(chr, range(FIRST, LAST + 1)):
        (syllable,) = lazy_pinyin(hanzi)
        if syllable != hanzi:
            found[syllable].append(hanzi)
    return {syllable: "".join(found[syllable]) for syllable in sorted(found)}


def text() -> str:
    """Return the file as text."""
    return "".join(f"{syllable} {hanzi}\n" for syllable, hanzi in readings().items())


if __name__ == "__main__":
    (Path(__file__).parent / "readings.txt").write_text(text(), encoding="utf-8", newline="\n")
