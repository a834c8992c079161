"""The saved settings: keys, types and defaults."""

from typing import Generic, NamedTuple, TypeVar
from zlib import crc32

from PySide6.QtCore import QByteArray, QSettings

T = TypeVar("T", str, QByteArray)


class Setting(NamedTuple, Generic[T]):
    """A setting; a stored value counts only if it has the type of the default."""

    key: str
    default: T
    choices: tuple[T, ...] = ()


_SEAL = b"crc="
_YES_OR_NO = ("yes", "no")

GEOMETRY = Setting("window/geometry", QByteArray())
PANES = Setting("window/panes", QByteArray())
DETAIL = Setting("window/detail", QByteArray())
PACK = Setting("pack", "")
"""The address of the pack that was open last; '' is the bundled one."""
RECENT = Setting("recent", "")
"""Addresses of recent packs, the latest first, separated by line feeds."""
TEXTS = Setting("text/attached", "")
"""The path of the text that is attached to each pack, as JSON."""
TEXT_FOLDER = Setting("text/folder", "")
DATA_FOLDER = Setting("data/folder", "")
DATA_FORMAT = Setting("data/format", "zip", ("zip", "xlsx", "csv"))
CITATION_FORMAT = Setting("citations/format", "txt", ("txt", "ris", "bib", "csl"))
SELECTION = Setting("selection", "")
"""Ids, separated by commas."""
QUERY = Setting("search", "")
"""The words of the search that is selected."""
CHART_TYPE = Setting("chart/form", "")
CHART_EDITS = Setting("chart/edits", "")
"""What is changed on each chart, as JSON."""
PAGE = Setting("chart/page", "fit", ("fit", "slide", "a4", "square", "banner"))
THEME = Setting("theme", "system", ("system", "light", "dark"))
TEXT_SIZE = Setting("text/size", "100", ("80", "90", "100", "110", "125", "150", "175", "200"))
"""The text size in percent of the system's."""
HINT = Setting("hint", "wanted", ("wanted", "seen"))
"""`wanted` while the first steps are still to be shown."""
EXPORT_FOLDER = Setting("export/folder", "")
EXPORT_FORMATS = Setting("export/formats", "png")
"""Suffixes, separated by commas."""
EXPORT_SIZE = Setting("export/size", "screen", ("screen", "slide", "a4", "square", "banner", "own"))
EXPORT_OWN = Setting("export/own", "1280x720")
"""Width and height of a custom page, in pixels."""
EXPORT_SCALE = Setting("export/scale", "2.0")
EXPORT_THEME = Setting("export/theme", "light", ("light", "dark", "screen"))
EXPORT_TRANSPARENT = Setting("export/transparent", "no", _YES_OR_NO)
EXPORT_HEADER = Setting("export/header", "yes", _YES_OR_NO)
EXPORT_FOOTER = Setting("export/footer", "yes", _YES_OR_NO)
REPORT_FORMAT = Setting("report/format", "pdf", ("pdf", "html"))
REPORT_LANGUAGE = Setting("report/language", "en", ("en", "zh"))
EXPORT_SHAPES = Setting("export/shapes", "no", _YES_OR_NO)


def stored_settings() -> "Settings":
    """Return what the user has set in the window."""
    ini, name = QSettings.Format.IniFormat, "jjjviewer"
    return Settings(QSettings(ini, QSettings.Scope.UserScope, name, name))


class Settings:
    """Reads and writes settings; invalid stored values count as missing."""

    def __init__(self, store: QSettings) -> None:
        self._store = store
        if store.status() != QSettings.Status.NoError:
            store.clear()

    def __getitem__(self, setting: Setting[T]) -> T:
        stored = self._store.value(setting.key, setting.default)
        value = _unsealed(stored) if isinstance(stored, QByteArray) else stored
        if not isinstance(value, type(setting.default)):
            return setting.default
        return setting.default if setting.choices and value not in setting.choices else value

    def __setitem__(self, setting: Setting[T], value: T) -> None:
        stored = _sealed(value) if isinstance(value, QByteArray) else value
        self._store.setValue(setting.key, stored)


def _sealed(state: QByteArray) -> QByteArray:
    """Return the state of a widget with a checksum: Qt would restore a damaged one."""
    return state + QByteArray(_SEAL + crc32(state.data()).to_bytes(4, "big"))


def _unsealed(stored: QByteArray) -> QByteArray:
    """Return the state that was sealed; nothing of a damaged one, an unsealed one as it is."""
    data = stored.data()
    state, seal, checksum = data[:-8], data[-8:-4], data[-4:]
    if seal != _SEAL:
        return stored
    return QByteArray(state if crc32(state).to_bytes(4, "big") == checksum else b"")
