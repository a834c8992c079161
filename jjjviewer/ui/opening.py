"""Opening packs: one at a time, in the background, what was open staying until it is whole."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QToolButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import PackError
from jjjviewer.ui.loader import Contents, Loaded, Loader

_BAR_WIDTH = 160


class Opening(QWidget):
    """Shows which pack is being opened and how far it is, and can be told to stop.

    Hidden while nothing is opened.
    """

    loaded = Signal(object)
    """The pack, as `Loaded`."""
    refused = Signal(object, object)
    """The path of the pack, and the `PackError` that says what is wrong with it."""
    failed = Signal(object)
    """The exception, where the program itself failed."""
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._loader: Loader | None = None
        self._pack = Path()
        self._words = QLabel(self)
        self._bar = QProgressBar(self)
        self._bar.setFixedWidth(_BAR_WIDTH)
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Progress"))
        cancel = QToolButton(self)
        cancel.setText(self.tr("Cancel"))
        cancel.clicked.connect(self._cancel)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 8, 0)
        layout.addWidget(self._words)
        layout.addWidget(self._bar, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(cancel)
        self.hide()

    def open(self, pack: Path) -> None:
        """Begin to open a pack; another one that was being opened is given up."""
        self._start(Loader(pack, self))
        self._pack = pack
        self._words.setText(tr("Opening {name}…", name=pack.name or pack))
        self._bar.setValue(0)
        self.show()

    def complete(self, contents: Contents) -> None:
        """Load the rest of a pack whose tree is shown already."""
        self._start(Loader(contents, self))

    def stop(self) -> None:
        """Give up whatever is being opened and wait until it has ended."""
        self._give_up()
        for loader in self.findChildren(Loader):
            loader.wait()

    def _start(self, loader: Loader) -> None:
        self._give_up()
        self._loader = loader
        loader.progressed.connect(self._show_progress)
        loader.loaded.connect(self._loaded)
        loader.refused.connect(self._refused)
        loader.failed.connect(self._failed)
        loader.finished.connect(loader.deleteLater)
        loader.start()

    def _give_up(self) -> None:
        """Forget the loader; what it may still say is not listened to."""
        if self._loader is not None:
            self._loader.cancel()
            self._loader = None
        self.hide()

    def _cancel(self) -> None:
        self._give_up()
        self.cancelled.emit()

    def _show_progress(self, percent: int) -> None:
        if self._is_meant():
            self._bar.setValue(percent)

    def _loaded(self, loaded: Loaded) -> None:
        if self._is_meant():
            self._end()
            self.loaded.emit(loaded)

    def _refused(self, error: PackError) -> None:
        if self._is_meant():
            self._end()
            self.refused.emit(self._pack, error)

    def _failed(self, error: Exception) -> None:
        if self._is_meant():
            self._end()
            self.failed.emit(error)

    def _is_meant(self) -> bool:
        """Whether what is heard comes from the loader that was started last."""
        return self._loader is not None and self.sender() is self._loader

    def _end(self) -> None:
        self._loader = None
        self.hide()
