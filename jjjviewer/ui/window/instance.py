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
"""Milliseconds that a second start waits for an answer before it opens a window of its own."""
_PAUSE = 50
"""Milliseconds between two attempts to connect."""
_LONGEST = 64_000
"""Maximum length of a message, in bytes."""
_ACCEPTED = b"taken\n"
_TOKEN = "XDG_ACTIVATION_TOKEN"
"""The variable by which Wayland launchers allow a window to be activated."""


class Instance(QObject):
    """This start of the program among those of the same user on the same screen.

    A lock file elects the first instance: it is cheap, released when the process ends for
    whatever reason, and held by only one process. The first instance then listens on a socket.
    """

    start_requested = Signal(object)
    """The path of the pack that another start was given, or None if it was given none."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        path = _lock_path()
        # On Windows local servers are named pipes, not files.
        self._name = path.name if sys.platform == "win32" else str(path)
        self._server: QLocalServer | None = None
        self._lock = QLockFile(f"{path}.lock")
        # A lock never becomes stale with age, only when its process is gone.
        self._lock.setStaleLockTime(0)

    def hand_over(self, pack: Path | None, patience: int = _PATIENCE) -> bool:
        """Hand a pack to the running instance; return whether one accepted it."""
        request = {
            "pack": str(pack.absolute()) if pack else "",
            "token": os.environ.get(_TOKEN, ""),
        }
        message = json.dumps(request).encode() + b"\n"
        deadline = QDeadlineTimer(patience)
        while not self._is_first():
            if self._send(message, deadline):
                return True
            if deadline.hasExpired():
                return False
            # The other instance may be about to listen, or about to quit.
            QThread.msleep(_PAUSE)
        return False

    def listen(self) -> None:
        """Accept requests of other starts from now on."""
        if not self._lock.isLocked():
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._connect)
        # We hold the lock, so an existing socket is left over from a crash.
        QLocalServer.removeServer(self._name)
        self._server.listen(self._name)

    def close(self) -> None:
        """Release socket and lock, so that the next start becomes the first instance."""
        if self._server is not None:
            self._server.close()
        self._lock.unlock()

    def _is_first(self) -> bool:
        """Return whether we hold the lock, or no lock file can be made."""
        return self._lock.tryLock(0) or self._lock.error() != QLockFile.LockError.LockFailedError

    def _send(self, message: bytes, deadline: QDeadlineTimer) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(deadline.remainingTime()):
            return False
        socket.write(message)
        answer = b""
        while answer != _ACCEPTED and socket.waitForReadyRead(deadline.remainingTime()):
            answer += bytes(socket.readAll().data())
        return answer == _ACCEPTED

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
            request = json.loads(bytes(socket.readLine().data()))
            pack, token = str(request["pack"]), str(request["token"])
        except (ValueError, TypeError, KeyError):
            # The client is not a JJJ Viewer.
            socket.abort()
            return
        socket.write(_ACCEPTED)
        socket.flush()
        socket.disconnectFromServer()
        if token:
            # Qt passes it on when it activates the window.
            os.environ[_TOKEN] = token
        self.start_requested.emit(Path(pack) if pack else None)


def _lock_path() -> Path:
    """Return the path of the socket, next to the lock: in a user's folder, one for each screen."""
    where = QStandardPaths.StandardLocation
    # Elsewhere the temporary folder is private to the user.
    location = where.RuntimeLocation if sys.platform.startswith("linux") else where.TempLocation
    folder = QStandardPaths.writableLocation(location)
    screen = [os.environ.get(name, "") for name in ("WAYLAND_DISPLAY", "DISPLAY", "SESSIONNAME")]
    data = "|".join((folder, *screen)).encode()
    # Not hashlib: importing it takes longer than all of this.
    digest = QCryptographicHash.hash(data, QCryptographicHash.Algorithm.Sha256).toHex()
    return Path(folder) / f"{QCoreApplication.applicationName()}-{digest.toStdString()[:8]}"


def bring_forward(window: QWidget) -> None:
    """Raise and activate a window."""
    window.setWindowState(window.windowState() & ~Qt.WindowState.WindowMinimized)
    window.show()
    window.raise_()
    window.activateWindow()
