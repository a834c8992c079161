"""How the files of a pack are written, as its descriptor may say: encoding, separator, quotes."""

import codecs
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import NamedTuple

from jjjviewer.model.errors import PackError, Problem
from jjjviewer.model.json_types import Json, JsonObject
from jjjviewer.model.schema import DESCRIPTOR, TABLES, Table
from jjjviewer.model.visible import shown

_NO_TEXT = ("idna", "punycode", "raw_unicode_escape", "undefined", "unicode_escape", "utf-7")
"""Encodings of Python's that no file of a table is in."""


class Dialect(NamedTuple):
    """How one file is written; the defaults are those of a pack.

    Attributes:
        delimiter: between two cells; nothing is said of it if empty.
        quote: round cells that hold the delimiter; None for no such sign.
        double_quote: whether a quote inside a cell is written twice.
        escape: the sign before a quote inside a cell, if not.
        skip_space: whether spaces after the delimiter are skipped.
        header: the names of the columns, if the file does not begin with them.
        encoding: as Python names it.
        missing: texts that stand for an empty cell.
        decimal_comma: whether numbers are written as 3,5.
    """

    delimiter: str = ""
    quote: str | None = '"'
    double_quote: bool = True
    escape: str | None = None
    skip_space: bool = False
    header: tuple[str, ...] = ()
    encoding: str = ""
    missing: tuple[str, ...] = ()
    decimal_comma: bool = False


def dialects_of(resources: Json) -> dict[str, Dialect]:
    """Return how the tables are written of which the descriptor says something, by name.

    Raises:
        PackError: with what it says that is no such thing.
    """
    found: dict[str, Dialect] = {}
    problems: list[Problem] = []
    for each in resources if isinstance(resources, list) else []:
        if isinstance(each, dict) and (table := table_of(each)):
            try:
                found[table.name] = _dialect_of(table, each)
            except ValueError as error:
                message = f"the resource '{table.name}': {error}"
                problems.append(Problem(message, DESCRIPTOR, value=table.name))
    if problems:
        raise PackError(*problems)
    return found


def table_of(resource: JsonObject) -> Table | None:
    """Return the table that a resource is, by its name or that of its file."""
    names = [resource.get("name"), *paths_of(resource)]
    stems = (PurePosixPath(name).stem.casefold() for name in names if isinstance(name, str))
    return next((TABLES[stem] for stem in stems if stem in TABLES), None)


def placed_tables(resources: Json) -> dict[str, list[str]]:
    """Return the paths of the tables that are not beside the descriptor under their own names.

    A resource of the name of a table is that table, before others whose files are so named.
    """
    found: dict[str, list[str]] = {}
    stated = resources if isinstance(resources, list) else []
    known = [each for each in stated if isinstance(each, dict)]
    for resource in sorted(known, key=lambda each: str(each.get("name")) not in TABLES):
        if table := table_of(resource):
            paths = [inner_path(each) for each in paths_of(resource) if isinstance(each, str)]
            found.setdefault(table.file, paths)
    return {
        file: paths
        for file, paths in found.items()
        if paths and [each.casefold() for each in paths] != [file]
    }


def inner_path(path: str) -> str:
    """Return a path inside a pack with slashes alone, and without what has no meaning."""
    return "/".join(part for part in path.replace("\\", "/").split("/") if part not in ("", "."))


def paths_of(resource: JsonObject) -> list[Json]:
    """Return the paths of a resource, of which one usually is the only one."""
    path = resource.get("path")
    return path if isinstance(path, list) else [path]


def _dialect_of(table: Table, resource: JsonObject) -> Dialect:
    stated = resource.get("dialect")
    stated = stated if isinstance(stated, dict) else {}
    csv = stated.get("csv")
    stated = stated | (csv if isinstance(csv, dict) else {})
    schema = resource.get("schema")
    schema = schema if isinstance(schema, dict) else {}
    has_header = _flag(stated, "header", default=True)
    return Dialect(
        _sign(stated, "delimiter", default=""),
        _sign(stated, "quoteChar", default='"') or None,
        _flag(stated, "doubleQuote", default=True),
        _sign(stated, "escapeChar", default="") or None,
        _flag(stated, "skipInitialSpace", default=False),
        () if has_header else _names(schema) or tuple(column.name for column in table.columns),
        _encoding(resource.get("encoding")),
        tuple(_missing(schema.get("missingValues"))),
        any(each.get("decimalChar") == "," for each in _fields(schema)),
    )


def _sign(stated: JsonObject, name: str, *, default: str) -> str:
    sign = stated.get(name, default)
    if sign is None or sign == "":
        return ""
    if not isinstance(sign, str) or len(sign) != 1 or sign in "\r\n":
        raise ValueError(f"'dialect.{name}' is {shown(repr(sign))}. Write one character.")
    return sign


def _flag(stated: JsonObject, name: str, *, default: bool) -> bool:
    flag = stated.get(name, default)
    if not isinstance(flag, bool):
        raise ValueError(f"'dialect.{name}' is {shown(repr(flag))}. Write true or false.")
    return flag


def _encoding(stated: Json) -> str:
    if stated is None or stated == "":
        return ""
    try:
        name = codecs.lookup(str(stated)).name
        # Not all of them are of text: 'rot13' and 'zip' are none.
        "".encode(name)
    except (LookupError, ValueError):
        name = ""
    if not name or name in _NO_TEXT:
        raise ValueError(f"'encoding' {shown(repr(stated))} is not known. Write 'utf-8'.")
    return "" if name == "utf-8" else name


def _fields(schema: JsonObject) -> list[JsonObject]:
    fields = schema.get("fields")
    return [each for each in fields if isinstance(each, dict)] if isinstance(fields, list) else []


def _names(schema: JsonObject) -> tuple[str, ...]:
    return tuple(str(each.get("name", "")) for each in _fields(schema))


def _missing(stated: Json) -> Iterator[str]:
    for each in stated if isinstance(stated, list) else []:
        value = each.get("value") if isinstance(each, dict) else each
        if isinstance(value, str):
            yield value
