"""Translation of the texts that users see."""

from PySide6.QtCore import QCoreApplication

from jjjviewer.model.selection import Language


def tr(text: str, **values: object) -> str:
    """Return a text in the language of the application, its {placeholders} filled with values.

    The context is empty, as lupdate notes it for a plain function of this name.
    """
    translated = QCoreApplication.translate("", text)
    return translated.format(**values) if values else translated


def in_language(language: Language, english: str, chinese: str) -> str:
    """Return a text in the language of a chart, which need not be that of the application."""
    return chinese if language == "zh" else english
