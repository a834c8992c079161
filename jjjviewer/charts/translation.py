"""Translation of the texts that users see.

The words of charts and reports are translated in `resources/i18n/zh.ts`, which Qt Linguist edits;
new ones are found by `pyside6-lupdate $(git ls-files 'jjjviewer/charts/*.py'
'jjjviewer/export/*chart.py' 'jjjviewer/export/report/*.py') -ts resources/i18n/zh.ts`. A chart's
language need not be that of the application.
"""

import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from contextvars import ContextVar
from functools import cache
from xml.etree import ElementTree

from PySide6.QtCore import QCoreApplication

from jjjviewer.model.selection import Language
from jjjviewer.paths import resource

_language: ContextVar[Language] = ContextVar("language", default="en")


def tr(text: str, **values: object) -> str:
    """Return a text in the language spoken, its {placeholders} filled with values.

    The context is empty, as lupdate notes it for a plain function of this name.
    """
    if spoken() == "zh":
        translated = chinese().get(text, text)
    else:
        translated = QCoreApplication.translate("", text)
    return translated.format(**values) if values else translated


def spoken() -> Language:
    """Return the language in which texts are made."""
    return _language.get()


@contextmanager
def speaking(language: Language) -> Iterator[None]:
    """Make the texts of a chart in its language."""
    token = _language.set(language)
    try:
        yield
    finally:
        _language.reset(token)


def spaced(words: Iterable[str]) -> str:
    """Join words that are not empty; Chinese has no space between them."""
    return ("" if spoken() == "zh" else " ").join(filter(None, words))


def sentence_case(words: str) -> str:
    """Return words as they begin a sentence."""
    return words[:1].upper() + words[1:]


def typographic(words: str) -> str:
    """Return words with the quotation marks and apostrophes of print."""
    return re.sub(r'"(.+?)"', r"“\1”", words).replace("'", "’")


def listed(words: Iterable[str]) -> str:
    """Join words that are not empty with commas."""
    return tr(", ").join(filter(None, words))


def enumerated(names: Iterable[str]) -> str:
    """Join names as a list within a sentence; Chinese has a sign of its own for that."""
    return ("、" if spoken() == "zh" else ", ").join(names)


def clauses(words: Iterable[str]) -> str:
    """Join words that are not empty with semicolons."""
    return tr("; ").join(filter(None, words))


@cache
def chinese() -> Mapping[str, str]:
    """Return the Chinese texts by the English ones."""
    root = ElementTree.parse(resource("i18n/zh.ts")).getroot()
    return {
        each.findtext("source", ""): translated
        for each in root.iter("message")
        if (translated := each.findtext("translation"))
    }


def in_language(language: Language, english: str, chinese: str) -> str:
    """Return a text in the language of a chart, which need not be that of the application."""
    return chinese if language == "zh" else english
