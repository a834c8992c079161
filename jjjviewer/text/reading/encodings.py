"""Bytes of a text of unknown encoding: UTF-8, UTF-16, GB18030, Big5 or Windows-1252."""

import unicodedata

from jjjviewer.text.tables import words

_MARKS = (
    (b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32-le"), (b"\0\0\xfe\xff", "utf-32-be"),
    (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"),
)  # fmt: skip
_CANDIDATES = ("utf-16-le", "utf-16-be", "gb18030", "big5hkscs", "cp1252")
_SAMPLE = 20_000
_FREQUENT = frozenset("".join(words("characters", "frequent")) + "\u3000\u00a0")


def decode(data: bytes) -> str:
    """Return the text of a file whose encoding is not known."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace")
    if b"\0" not in data:
        try:
            return data.decode("utf-8")
        except UnicodeDecodeError:
            pass
    sample = data[: _SAMPLE - _SAMPLE % 4]
    best = max(_CANDIDATES, key=lambda name: _plausible(sample, name))
    if _plausible(sample, "utf-8") > _plausible(sample, best):
        best = "utf-8"
    return data.decode(best, "replace")


def _plausible(sample: bytes, name: str) -> float:
    """Return how much a sample looks like a text: frequent characters, few impossible ones."""
    text = sample.decode(name, "replace").rstrip("�")
    beyond = [each for each in text if each > "\x7f" or each < " "]
    if not beyond:
        return 1.0
    good = sum(each in _FREQUENT or each in "\n\r\t" for each in beyond)
    bad = sum(
        each == "�"
        or (each not in "\n\r\t" and unicodedata.category(each) in ("Cc", "Cn", "Co", "Cs"))
        for each in beyond
    )
    return (good - 6 * bad) / len(beyond)
