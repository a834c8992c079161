"""The descriptor of a pack, `datapackage.json`: its format, its source, and where its files are."""

import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.json_types import Json, JsonObject
from jjjviewer.model.limits import LARGEST_DESCRIPTOR, LONGEST_CELL, MOST_PROBLEMS
from jjjviewer.model.reading.archive import lies_outside
from jjjviewer.model.reading.cells import read_date, unprintable
from jjjviewer.model.reading.dialect import dialects_of, paths_of
from jjjviewer.model.reading.file_errors import not_utf8
from jjjviewer.model.reading.pack_folder import Folder, read_file
from jjjviewer.model.schema import DESCRIPTOR, FORMAT
from jjjviewer.model.visible import shown

_FORMATS = range(1, FORMAT + 1)
_HALF = re.compile("[\ud800-\udfff]").search


class Source(NamedTuple):
    """What a pack was made from, as its descriptor says it."""

    title: str
    title_zh: str
    date: str
    """As 2022-10-21, or nothing."""
    citation: str
    citation_zh: str
    caveat: str
    caveat_zh: str
    publication: str
    author: str
    """Who wrote the text, where it is not what its speakers said."""
    kind: str
    """What the text is: interview; nothing where that is not said."""
    licence: str
    """The names of its licences, as CC-BY-4.0."""


def read_descriptor(folder: Folder) -> JsonObject:
    """Return the pack's descriptor, of this version of the format and naming its source."""
    if folder.size(DESCRIPTOR) > LARGEST_DESCRIPTOR:
        message = (
            f"larger than {LARGEST_DESCRIPTOR >> 20} MiB, which is the most that is read. "
            "Leave out what describes no pack."
        )
        raise PackError(Problem(message, DESCRIPTOR))
    data = read_file(folder, DESCRIPTOR)
    try:
        descriptor: Json = json.loads(_text(data))
    except UnicodeDecodeError:
        raise not_utf8(data, DESCRIPTOR) from None
    except json.JSONDecodeError as error:
        raise PackError(Problem(_fault_of_json(error), DESCRIPTOR, error.lineno)) from None
    except (RecursionError, ValueError):
        message = "broken JSON: nested too deeply or a number too long. Write it anew."
        raise PackError(Problem(message, DESCRIPTOR)) from None
    try:
        if b"\\ud" in data.lower():
            # Only so is half a character named.
            _check_texts(descriptor)
        own = descriptor.get("jjjviewer") if isinstance(descriptor, dict) else None
        if not isinstance(descriptor, dict) or not isinstance(own, dict):
            message = "the object 'jjjviewer', which names the source, is missing. Add it."
            raise PackError(Problem(message, DESCRIPTOR))
        _check_format(own.get("format"))
        _check_paths(descriptor.get("resources", []))
        dialects_of(descriptor.get("resources"))
        source_of(descriptor)
    except PackError as error:
        lines = _text(data).splitlines()
        raise PackError(*(_located(each, lines) for each in error.problems)) from None
    return descriptor


def _fault_of_json(error: json.JSONDecodeError) -> str:
    rest = error.doc[error.pos :].lstrip(", \t\r\n")
    before = error.doc[: error.pos + 1].rstrip(" \t\r\n}]")
    if rest.startswith(("//", "/*", "#")):
        return "broken JSON: a comment, which JSON does not have. Delete it."
    if rest[:1] in ("}", "]") and before.endswith(","):
        return f"broken JSON: a comma too many, before '{rest[0]}'. Delete it."
    if "',' delimiter" in error.msg:
        return f"broken JSON: a comma is missing before column {error.colno}. Add it."
    return f"broken JSON: {error.msg}, column {error.colno}. Mend this line."


def _located(problem: Problem, lines: Sequence[str]) -> Problem:
    """Return a problem with the line on which what it is about first stands, if it can be found."""
    row = 1
    for word in (problem.column or problem.value or "").split("."):
        wanted = json.dumps(word, ensure_ascii=False)
        below = enumerate(lines[row - 1 :], start=row)
        row = next((number for number, line in below if wanted in line), row)
    return problem._replace(row=row)


def _text(data: bytes) -> str:
    """Decode JSON, of which UTF-16 is known by its mark, or by its zeros."""
    return data.decode(json.detect_encoding(data)).lstrip("\ufeff")


def _check_texts(descriptor: Json) -> None:
    """Refuse half a character, which no file could hold that the pack is saved in."""
    waiting = [("", descriptor)]
    while waiting:
        name, value = waiting.pop()
        if isinstance(value, dict):
            waiting += [(shown(f"{name}.{key}".strip(".")), each) for key, each in value.items()]
            # The last are looked at first: a key that stands in a message is sound.
            waiting += [(name, key) for key in value]
        elif isinstance(value, list):
            waiting += [(name, each) for each in value]
        elif isinstance(value, str) and (half := _HALF(value)):
            code = f"U+{ord(half[0]):04X}"
            message = (
                f"{_named(name or DESCRIPTOR)} holds the control character {code}. Type it anew."
            )
            raise PackError(Problem(message, DESCRIPTOR, column=name))


def _check_format(found: Json) -> None:
    if found in _FORMATS and not isinstance(found, bool):
        return
    newer = isinstance(found, int) and found > FORMAT
    remedy = "Use a newer JJJ Viewer." if newer else f"Write {FORMAT}."
    known = " and ".join(map(str, _FORMATS))
    what = "missing" if found is None else shown(repr(found))
    message = f"the version of the format is {what}; this JJJ Viewer reads {known}. {remedy}"
    raise PackError(Problem(message, DESCRIPTOR, column="jjjviewer.format"))


def _check_paths(resources: Json) -> None:
    """Refuse a file that is said to be anywhere but in the pack."""
    problems = []
    for each in resources if isinstance(resources, list) else []:
        for path in paths_of(each) if isinstance(each, dict) else [None]:
            if message := _fault_of_path(path):
                problems.append(Problem(message, DESCRIPTOR, value=str(path)))
    if problems:
        raise PackError(*problems[:MOST_PROBLEMS])


def _fault_of_path(path: Json) -> str:
    text = shown(str(path))
    if isinstance(path, str) and "://" in path:
        return f"file '{text}' is an address on the web. Not opened. Put the file into the pack."
    if isinstance(path, str) and lies_outside(path):
        return f"file '{text}' lies outside the pack. Not opened. Put the file into the pack."
    return ""


def format_of(descriptor: JsonObject) -> int:
    """Return the version of the format that a pack's descriptor states."""
    return int(descriptor["jjjviewer"]["format"])


def source_of(descriptor: JsonObject) -> Source:
    """Return the pack's origin from its descriptor."""
    own = descriptor["jjjviewer"]
    texts = {name: _text_of(own, name, "jjjviewer.") for name in Source._fields[:-1]}
    return Source(**texts, licence="; ".join(filter(None, _licences(descriptor.get("licenses")))))


def _licences(licences: Json) -> Iterator[str]:
    """Yield the names of licences; where one has only a title, that."""
    for each in licences if isinstance(licences, list) else []:
        if isinstance(each, dict):
            yield _text_of(each, "name" if each.get("name") else "title", "licenses.")


def _text_of(own: JsonObject, name: str, where: str) -> str:
    # Of null, as programs write it, nothing is said.
    value = "" if own.get(name) is None else own[name]
    if isinstance(value, str) and not (fault := _fault_of_text(value, is_date=name == "date")):
        return value
    if not isinstance(value, str):
        fault = f"must be text, not {shown(repr(value))}. Put it in double quotes."
    key = f"{where}{name}"
    raise PackError(Problem(f"{_named(key)} {fault}", DESCRIPTOR, column=key))


def _named(key: str) -> str:
    """Return what a key of the descriptor stands for, in words if it names the source."""
    own = key.removeprefix("jjjviewer.")
    if own == key or own not in Source._fields:
        return f"'{key}'"
    return f"the Chinese {own.removesuffix('_zh')}" if own.endswith("_zh") else f"the {own}"


def _fault_of_text(text: str, *, is_date: bool) -> str:
    if len(text) > LONGEST_CELL:
        return f"has {len(text):,} characters; at most {LONGEST_CELL:,} are read. Shorten it."
    if code := unprintable(text):
        return f"holds the control character {code}. Type it anew."
    try:
        if is_date and text:
            read_date(text)
    except ValueError as error:
        return str(error)
    return ""
