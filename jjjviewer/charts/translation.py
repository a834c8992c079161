"""Texts for people in the language of the application."""

from PySide6.QtCore import QCoreApplication


def tr(text: str, **values: object) -> str:
    """Translate a text, then fill its {names} where values are given.

    The context is empty, as lupdate notes it for a plain function of this name.
    """
    translated = QCoreApplication.translate("", text)
    return translated.format(**values) if values else translated
