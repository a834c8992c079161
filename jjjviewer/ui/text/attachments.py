"""Which text is attached to which pack: its path, never its words."""

import json
from pathlib import Path
from typing import NamedTuple

from jjjviewer.model.json_types import JsonObject
from jjjviewer.text.patience import AT_ONCE, answer_of
from jjjviewer.ui.shared.settings import TEXTS, Settings

_MOST = 100
"""Packs whose text is remembered, the latest first."""


class Attachment(NamedTuple):
    """A text on disk, as it was when it was attached."""

    path: Path
    size: int
    modified: int
    """In nanoseconds, as the system counts."""


def attachment_of(path: Path) -> Attachment:
    """Return how a file is remembered.

    Raises:
        OSError: there is no such file.
    """
    path = path.absolute()
    status = answer_of(path.stat, AT_ONCE)
    return Attachment(path, status.st_size, status.st_mtime_ns)


def _key(pack: Path) -> str:
    """Return what a pack is remembered by, from wherever and by whatever path it is opened."""
    try:
        return str(answer_of(pack.resolve, AT_ONCE))
    except OSError:
        return str(pack.absolute())


class Attachments:
    """The texts of all packs, in the settings.

    Args:
        settings: where they are saved.
    """

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def of(self, pack: Path) -> Attachment | None:
        """Return the text of a pack, if one is attached."""
        match self._saved().get(_key(pack)):
            case [str(path), int(size), int(modified)]:
                return Attachment(Path(path), size, modified)
        return None

    def attach(self, pack: Path, text: Attachment) -> None:
        """Remember the text of a pack."""
        path, size, modified = text
        saved = self._saved()
        saved.pop(_key(pack), None)
        latest: JsonObject = {_key(pack): [str(path), size, modified]}
        self._save(latest | dict([*saved.items()][: _MOST - 1]))

    def detach(self, pack: Path) -> None:
        """Forget the text of a pack."""
        self._save({key: value for key, value in self._saved().items() if key != _key(pack)})

    def _saved(self) -> JsonObject:
        try:
            saved = json.loads(self._settings[TEXTS] or "{}")
        except ValueError:
            return {}
        return saved if isinstance(saved, dict) else {}

    def _save(self, texts: JsonObject) -> None:
        self._settings[TEXTS] = json.dumps(texts)
