"""A new pack to start from: the template that comes with the program."""

import shutil
import tempfile
from pathlib import Path

from jjjviewer.paths import resource


def write_template(path: Path) -> None:
    """Write the template pack into a new folder, or one that is empty; whole or not at all.

    Raises:
        FileExistsError: something is there already, or it is the folder that one is in.
        OSError: the folder can't be written.
    """
    is_new = not path.exists()
    if not is_new and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"'{path}' is there already. Choose another name.")
    # What an empty folder is a link to is replaced, not the link.
    target = path.absolute() if is_new else path.resolve()
    if target == Path.cwd():
        raise FileExistsError(
            f"'{target}' is the folder you are in. Leave it, or name another one."
        )
    beside = target.parent
    beside.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=beside, ignore_cleanup_errors=True) as folder:
        # That folder is its owner's alone; this one is as open as any other.
        whole = Path(folder) / "whole"
        whole.mkdir()
        for file in resource("template").iterdir():
            shutil.copyfile(file, whole / file.name)
        if not is_new:
            # Not every system renames onto a folder, even onto an empty one.
            target.rmdir()
        whole.rename(target)
