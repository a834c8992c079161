"""Texts as they are looked for, and names as they are sorted: the same on every system."""

import unicodedata

from jjjviewer.model.pinyin import pinyin

_TYPED = str.maketrans(
    {
        **dict.fromkeys("‘’‛ʼʹ′", "'"),  # noqa: RUF001  # such signs are meant
        **dict.fromkeys("“”„‟«»", '"'),
        **dict.fromkeys("‐‑‒–—―−", "-"),  # noqa: RUF001
        "æ": "ae",
        "œ": "oe",
        "ð": "d",
        "đ": "d",
        "ħ": "h",
        "ı": "i",  # noqa: RUF001
        "ł": "l",
        "ø": "o",
        "þ": "th",
        "ŧ": "t",
    }
)
"""What keyboards have for signs and letters that are no letter with a mark."""


def fold(text: str) -> str:
    """Fold case, accents, full-width letters, quotes and dashes, which readers do not type."""
    if text.isascii():
        return text.lower()
    decomposed = unicodedata.normalize("NFKD", text.casefold())
    letters = "".join(each for each in decomposed if not unicodedata.combining(each))
    return letters.translate(_TYPED)


def name_key(name: str) -> str:
    """Return the key by which a name is sorted: folded, hanzi by their sound; then as it is."""
    folded = fold(name if name.isascii() else pinyin(name))
    return f"{folded}\0{name}"
