"""A new pack to start from: the template that comes with the program."""

import shutil
import tempfile
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
    try:
        with tempfile.TemporaryDirectory(prefix=".", dir=path) as folder:
            whole = Path(folder) / "whole"
            shutil.copytree(resource("template"), whole, copy_function=shutil.copyfile)
            for file in whole.iterdir():
                file.rename(path / file.name)
    except OSError:
        if is_new:
            path.rmdir()
        raise
