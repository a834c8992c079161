"""One window for each user and screen: a second start hands its pack to the first and ends."""

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QCoreApplication,
    QCryptographicHash,
    QDeadlineTimer,
    QLockFile,
    QObject,
    QStandardPaths,
    Qt,
    QThread,
    Signal,
)
from PySide6.QtWidgets import QWidget

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_PATIENCE = 5_000
"""How long a second start waits for the first to answer, before it shows a window of its own."""
_PAUSE = 50
"""Both in milliseconds."""
_LONGEST = 64_000
_TAKEN = b"taken\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""By it a launcher on Wayland allows a window to come forward."""


class Instance(QObject):
    """This start of the program among those of the same user on the same screen.

    A lock file elects the first: it costs nothing at the start, is given up with the process,
    however that ends, and lets no two be first at once. The first then listens on a socket.
    """

    start_requested = Signal(object)
    """The path of the pack that another start was to open, or None if it was just a start."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = _place()
        # Windows keeps such names apart from files.
        self._name = path.name if sys.platform == "win32" else str(path)
        self._server: QLocalServer | None = None
        self._lock = QLockFile(f"{path}.lock")
        # However long it runs: what counts is whether the process is still there.
        self._lock.setStaleLockTime(0)

    def hand_over(self, pack: Path | None, patience: int = _PATIENCE) -> bool:
        """Give a pack to the instance that runs; say whether there is one and it has taken it."""
        words = {"pack": str(pack.absolute()) if pack else "", "token": os.environ.get(_TOKEN, "")}
        message = json.dumps(words).encode() + b"\n"
        deadline = QDeadlineTimer(patience)
        while not self._is_first():
            if self._send(message, deadline):
                return True
            if deadline.hasExpired():
                return False
            # It may be about to listen, or about to end.
            QThread.msleep(_PAUSE)
        return False

    def listen(self) -> None:
        """Take what other starts hand over from now on."""
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connect)
        # What is there is left by one that crashed: the lock is ours.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        """Let the next start be the first."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _is_first(self) -> bool:
        """Whether this one holds the lock, or there is no place for one."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def _send(self, message: bytes, deadline: QDeadlineTimer) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(deadline.remainingTime()):
            return False
        socket.write(message)
        answer = b""
        while answer != _TAKEN and socket.waitForReadyRead(deadline.remainingTime()):
            answer += bytes(socket.readAll().data())
        return answer == _TAKEN

    def _connect(self) -> None:
        assert self._server is not None
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            self._read(socket)

    def _read(self, socket: "QLocalSocket") -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            words = json.loads(bytes(socket.readLine().data()))
            pack, token = str(words["pack"]), str(words["token"])
        except (ValueError, TypeError, KeyError):
            # Not one of ours.
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        socket.disconnectFromServer()
        if token:
            # Qt hands it on when the window is activated.
            os.environ[_TOKEN] = token
        self.start_requested.emit(Path(pack) if pack else None)


def _place() -> Path:
    """Where lock and socket are: in a folder of the user's, with a name for each screen."""
    where = QStandardPaths.StandardLocation
    # Elsewhere the folder for what is temporary is the user's own.
    location = where.RuntimeLocation if sys.platform.startswith("linux") else where.TempLocation
    folder = QStandardPaths.writableLocation(location)
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")]
    data = "|".join((folder, *screen)).encode()
    # Python's own takes longer to import than all of this.
    digest = QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256).toHex()
    return Path(folder) / f"{QCoreApplication.applicationName()}-{digest.toStdString()[:8]}"


def bring_forward(window: QWidget) -> None:
    """Show a window above the others, with the keys."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
