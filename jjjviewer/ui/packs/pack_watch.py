"""Watches the files of the open pack, which others may change meanwhile."""

from pathlib import Path

from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from jjjviewer.text.patience import AT_ONCE, answer_of

_CALM = 400
"""Milliseconds without a change after which a program has written all it was about to."""


class PackWatch(QObject):
    """Tells when the files of a pack have changed, once for all that change together."""

    changed = Signal(object)
    """The path of the pack."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pack: Path | None = None
        self._state: dict[str, tuple[int, int]] = {}
        self._watcher = QFileSystemWatcher(self)
        self._calm = QTimer(self, singleShot=True, interval=_CALM)
        self._calm.timeout.connect(self._compare)
        for signal in (self._watcher.fileChanged, self._watcher.directoryChanged):
            signal.connect(lambda _: self._calm.start())

    def watch(self, pack: Path | None) -> None:
        """Watch a pack from now on, and no other; None is none."""
        if watched := [*self._watcher.files(), *self._watcher.directories()]:
            self._watcher.removePaths(watched)
        self._calm.stop()
        self._pack = pack
        self._state = _state(pack) if pack else {}
        if self._state:
            self._watcher.addPaths([*self._state])

    def _compare(self) -> None:
        pack, before = self._pack, self._state
        self.watch(pack)
        if pack is not None and self._state != before:
            self.changed.emit(pack)


def _state(pack: Path) -> dict[str, tuple[int, int]]:
    """Return when the files of a pack were changed, and their sizes.

    With their folders, for many programs write another file and give it the name. Nothing where the
    file system does not say it at once.
    """

    def ask() -> dict[str, tuple[int, int]]:
        is_folder = pack.is_dir()
        # Tables may lie in a folder of the pack.
        files = [*pack.iterdir(), *pack.glob("*/*.csv")] if is_folder else [pack]
        states = {str(file): file.stat() for file in files if file.is_file()}
        found = {name: (state.st_mtime_ns, state.st_size) for name, state in states.items()}
        folders = {
            str(pack if is_folder else pack.parent),
            *(str(Path(each).parent) for each in found),
        }
        return dict.fromkeys(sorted(folders), (0, 0)) | found

    try:
        return answer_of(ask, AT_ONCE)
    except OSError:
        return {}
