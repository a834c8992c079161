"""A new pack to start from: the template that comes with the program."""

import os
import shutil
import tempfile
from pathlib import Path

from jjjviewer.paths import resource


def write_template(path: Path) -> None:
    """Write the template pack as a new folder, whole or not at all.

    Raises:
        FileExistsError: something is there already, other than an empty folder.
        OSError: the folder can't be written.
    """
    if path.exists() and (not path.is_dir() or any(path.iterdir())):
        raise FileExistsError(f"'{path}' is there already. Choose another name.")
    path.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=".", dir=path.parent) as folder:
        whole = Path(folder) / path.name
        shutil.copytree(resource("template"), whole, copy_function=shutil.copyfile)
        os.replace(whole, path)  # noqa: PTH105  # onto an empty folder, too
