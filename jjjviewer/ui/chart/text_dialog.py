"""The dialog for words of one's own on a chart."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QFormLayout, QWidget

from jjjviewer.charts.page_layout import NO_WORDING
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.ui.shared.fitting import add_row
from jjjviewer.ui.shared.wording_fields import WordingFields

_WIDTH = 560


class TextDialog(QDialog):
    """Asks for title, subtitle, note and description.

    Args:
        chart: the current chart, with the words it has already.
        parent: the Qt parent.
    """

    chosen = Signal(object, str)
    """The `Wording` and the description."""

    def __init__(self, chart: Chart, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Text of the chart"))
        self._fields = WordingFields(chart, self)
        automatic = chart._replace(wording=NO_WORDING, description="")
        self._fields.show_automatic(automatic.scenes()[0])
        self._fields.set_enabled(True)
        self._fields.changed.connect(lambda: self._fields.set_enabled(True))
        form = QFormLayout(self)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        for words, field in self._fields.rows():
            add_row(form, words, field)
        buttons = QDialogButtonBox.StandardButton
        box = QDialogButtonBox(buttons.Ok | buttons.Cancel, self)
        box.accepted.connect(self.accept)
        box.rejected.connect(self.reject)
        form.addRow(box)
        self.accepted.connect(
            lambda: self.chosen.emit(self._fields.wording, self._fields.description)
        )
        self.finished.connect(self.deleteLater)
        self.resize(_WIDTH, self.sizeHint().height())
