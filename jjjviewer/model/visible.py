"""Text that can't be seen, named: what a message quotes is shown as it is, on one line."""

import re
import unicodedata

_LONGEST = 80
_NAMED = {
    "\u00a0": "no-break space",
    "\u00ad": "soft hyphen",
    "\u202f": "narrow no-break space",
    "\u3000": "full-width space",
}
_ORDINARY_BREAKS = str.maketrans("\t\r\n", "   ")


def visible(text: str) -> str:
    """Return text with every character that is not seen named, as [U+200B] or [no-break space].

    Nothing in it can command a terminal or turn the direction of a line.
    """
    return text if text.isprintable() else "".join(map(_visible, text))


def shown(text: str) -> str:
    """Shorten a cell to one line for a message; what is not seen in it is named."""
    line = re.sub(" +", " ", text.translate(_ORDINARY_BREAKS)).strip(" ")
    return visible(line if len(line) <= _LONGEST else f"{line[:_LONGEST]}…")


def name_of(character: str) -> str:
    """Return a character by its name, or as U+200B."""
    return _NAMED.get(character, f"U+{ord(character):04X}")


def unseen(text: str) -> str:
    """Return the name of the first character that is not seen, or nothing."""
    return next((name_of(each) for each in text if not _is_seen(each)), "")


def _is_seen(character: str) -> bool:
    # Marks and letters that this Python does not know yet are no danger.
    return character.isprintable() or unicodedata.category(character) in ("Cn", "Co")


def _visible(character: str) -> str:
    return character if _is_seen(character) else f"[{name_of(character)}]"
