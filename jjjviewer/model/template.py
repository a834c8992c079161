"""A new pack to start from: the template that comes with the program."""

import shutil
from contextlib import suppress
from pathlib import Path

from jjjviewer.model.template_workbook import template_workbook
from jjjviewer.paths import resource


def write_template(path: Path) -> None:
    """Write the template pack, whole or not at all.

    Args:
        path: a workbook if it ends in .xlsx; else a folder, a new one or one that is empty.

    Raises:
        FileExistsError: something is there already.
        OSError: the folder can't be written.
    """
    if path.suffix.lower() == ".xlsx" and not path.is_dir():
        _write_workbook(path)
    else:
        _write_folder(path)


def _write_workbook(path: Path) -> None:
    if path.exists():
        raise FileExistsError(f"'{path}' is there already. Choose another name.")
    data = template_workbook()
    path.parent.mkdir(parents=True, exist_ok=True)
    try:
        path.write_bytes(data)
    except OSError:
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise


def _write_folder(path: Path) -> None:
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
