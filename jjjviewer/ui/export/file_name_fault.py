"""What is wrong with a name that somebody types for a file."""

from jjjviewer.charts.translation import tr
from jjjviewer.export.file_names import is_reserved

_NOT_IN_NAMES = set('<>:"/\\|?*')
"""Characters that some file systems do not allow in names."""


def fault_of_name(name: str) -> str:
    """Return why a file can't have a name without suffix; nothing where it can."""
    if name in ("", ".", ".."):
        return tr("Give the file a name.")
    if wrong := sorted(_NOT_IN_NAMES.intersection(name)):
        return tr("A name can't have {signs} in it.", signs=" ".join(wrong))
    if is_reserved(name):
        return tr("Windows keeps the name {name} for a device.", name=name)
    return ""
