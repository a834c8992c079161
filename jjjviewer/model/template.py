"""A new pack to start from: the template that comes with the program."""

import shutil
from contextlib import suppress
from pathlib import Path

from jjjviewer.paths import resource


def write_template(path: Path) -> None:
    """Write the template pack into a new folder, or one that is empty; whole or not at all.

    Raises:
        FileExistsError: something is there already.
        OSError: the folder can't be written.
    """
    is_new = not path.exists()
    if not is_new and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"'{path}' is there already. Choose another name.")
    path.mkdir(parents=True, exist_ok=True)
    written: list[Path] = []
    try:
        for file in resource("template").iterdir():
            written.append(path / file.name)
            shutil.copyfile(file, written[-1])
    except OSError:
        # That is told, and not what cannot be taken back for the same reason.
        with suppress(OSError):
            for each in written:
                each.unlink(missing_ok=True)
            if is_new:
                path.rmdir()
        raise
