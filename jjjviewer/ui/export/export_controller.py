"""What leaves the window: charts and data as files, and all that is copied."""

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, QThread, Signal
from PySide6.QtWidgets import QMessageBox, QWidget

from jjjviewer.model.selection import Selection
from jjjviewer.ui.chart.chart_pane import ChartPane
from jjjviewer.ui.export.export_job import Exporting
from jjjviewer.ui.shared.canvas import Canvas
from jjjviewer.ui.shared.settings import Settings

if TYPE_CHECKING:
    from jjjviewer.model.pack import Pack
    from jjjviewer.ui.packs.loader import Contents


class Outgoing(QObject):
    """Exports and copies what is shown.

    Args:
        charts: whose chart it is.
        exporting: writes charts.
        settings: what is remembered of the last time.
        window: where dialogs belong, and in which something has the keys.
    """

    said = Signal(str)
    """What has been done, to be said in passing."""

    def __init__(
        self, charts: ChartPane, exporting: Exporting, settings: Settings, window: QWidget
    ) -> None:
        super().__init__(window)
        self._charts, self._exporting, self._settings = charts, exporting, settings
        self._window = window
        exporting.said.connect(self.said)

    def export(self, pack: "Pack") -> None:
        """Ask how the chart that is shown, or all of a pack, are to be written."""
        chart = self._charts.chart
        assert chart is not None
        self._exporting.ask(pack, chart)

    def export_data(self, pack: "Pack", contents: "Contents", selection: Selection) -> None:
        """Ask whether all of a pack or what is selected is to be saved, and save that."""
        from jjjviewer.ui.packs.data_dialog import ask_what_to_save

        name = pack.view(selection).name
        saver = ask_what_to_save(self._window, contents, selection, name, self._settings)
        if saver is not None:
            # Where `stop` looks for it.
            saver.setParent(self)
            saver.saved.connect(self._say_saved)
            saver.refused.connect(self._could_not_save)
            saver.failed.connect(self._failed)
            saver.start()

    def stop(self) -> None:
        """Wait until what is being saved is written, and tell now what could not be."""
        for saver in self.findChildren(QThread):
            saver.wait()
        # A message that is first shown once the window is closed would keep the program alive.
        QCoreApplication.sendPostedEvents(self)

    def copy(self) -> None:
        """Put the chart on the clipboard."""
        from jjjviewer.export.chart import to_clipboard

        chart = self._charts.chart
        assert chart is not None
        to_clipboard(chart)
        self.said.emit(self.tr("Copied as image, drawing and table."))

    def copy_chosen(self) -> None:
        """Copy from where the keys are; in the chart that is the chart."""
        from jjjviewer.ui.shared.clipboard import copy_from

        focus = self._window.focusWidget()
        if isinstance(focus, Canvas) and self._charts.has_chart:
            self.copy()
        else:
            copy_from(focus)

    def select_all(self) -> None:
        """Choose all in what has the keys."""
        from jjjviewer.ui.shared.clipboard import select_all_in

        select_all_in(self._window.focusWidget())

    def _say_saved(self, path: Path) -> None:
        self.said.emit(self.tr("Saved: {path}").format(path=path))

    def _could_not_save(self, words: str) -> None:
        QMessageBox.warning(self._window, self.tr("Export data"), words)

    def _failed(self, error: Exception) -> None:
        # Here, in the thread of the window, for the dialog that reports what nobody catches.
        raise error
