"""What is wrong with a name that somebody types for a file."""

import os

from jjjviewer.charts.translation import tr
from jjjviewer.export.file_names import is_reserved

_NOT_IN_NAMES = set('<>:"/\\|?*')
"""Characters that some file systems do not allow in names."""
_LONGEST = 200
"""Bytes of a name without its suffix, which leave room for temporary names in most file systems."""


def fault_of_name(name: str) -> str:
    """Return why a file can't have a name without suffix; nothing where it can."""
    if name in ("", ".", ".."):
        return tr("Give the file a name.")
    if wrong := sorted(_NOT_IN_NAMES.intersection(name)):
        return tr("A name can't have {signs} in it.", signs=" ".join(wrong))
    if len(os.fsencode(name)) > _LONGEST:
        return tr("The name is too long: at most {count} bytes fit.", count=_LONGEST)
    if is_reserved(name):
        return tr("Windows keeps the name {name} for a device.", name=name)
    return ""
