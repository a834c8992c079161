"""The tables of the grammar, in resources/grammar: sections of rows, each a key and a pattern."""

import re
from functools import cache

from jjjviewer.paths import resource

_NAME = re.compile(r"%([A-Z_]+)%")


@cache
def table(name: str) -> dict[str, list[tuple[str, str]]]:
    """Read a table.

    A line "key : pattern" is a row; a line that begins with spaces goes on with the one before;
    %NAME% stands for what an earlier line "$NAME : pattern" says; # begins a comment.
    """
    definitions: dict[str, str] = {}
    sections: dict[str, list[tuple[str, str]]] = {"": []}
    title = ""
    for line in _logical_lines(resource(f"grammar/{name}.txt").read_text(encoding="utf-8")):
        if line.startswith("[") and line.endswith("]") and " : " not in line and "=" not in line:
            title = line[1:-1]
            sections[title] = []
            continue
        key, separator, pattern = line.partition(" : ")
        pattern = _NAME.sub(lambda found: definitions[found[1]], pattern if separator else key)
        if key.startswith("$"):
            definitions[key[1:]] = pattern
        else:
            sections[title].append((key if separator else "", pattern))
    return sections


def _logical_lines(text: str) -> list[str]:
    lines: list[str] = []
    for line in text.splitlines():
        if line.startswith("    "):
            lines[-1] += line[4:]
        elif line and not line.startswith("#"):
            lines.append(line)
    return lines


def pattern(name: str, section: str, key: str) -> str:
    """Return the pattern of one row."""
    return dict(table(name)[section])[key]


def words(name: str, section: str) -> list[str]:
    """Return the words of a section that is no more than a list of them."""
    return [word for _, line in table(name)[section] for word in line.split()]


def pairs(name: str, section: str) -> dict[str, str]:
    """Return the pairs of a section that is a list of "word=meaning"."""
    return dict(word.split("=", 1) for word in words(name, section))


def either(name: str, section: str) -> str:
    """Return one pattern for a section, with a group for each of its keys."""
    return "|".join(f"(?P<{key}>{pattern})" for key, pattern in table(name)[section])
