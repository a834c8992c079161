"""Which files are texts, by their names: light to import, unlike what reads them."""

from pathlib import Path

SUFFIXES = (".txt", ".md", ".html", ".docx", ".epub", ".pdf")


def is_text(path: Path) -> bool:
    """Return whether a file may be read as a text, by its name."""
    return path.suffix.lower() in (*SUFFIXES, ".htm", ".markdown")
