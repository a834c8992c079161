"""The dialog that asks for the paragraphs, the period and the values to be shown."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.model.days import first_day, last_day
from jjjviewer.model.selection import Filter, number, paragraphs_in
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.fitting import add_row, wrap
from jjjviewer.ui.shared.text_field import TextField

_TITLES = 2.2
"""Width of the dialog in widths of its title, which a window manager puts between other things."""


class FilterDialog(QDialog):
    """Asks for paragraphs, period and values; empty fields let all through.

    Args:
        filter_: the one in force.
        units: the names of base units that values may be in, by id.
        parent: the parent widget.
    """

    chosen = Signal(object)
    """The `Filter` that the user wants."""

    def __init__(
        self, filter_: Filter, units: Mapping[str, str], parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Paragraphs, period and values"))
        self._filter = filter_
        first, last = filter_.period or ("", "")
        self._paragraphs = TextField(" ".join(filter_.paragraphs), self)
        self._paragraphs.setPlaceholderText(tr("such as 41 or 38-44"))
        self._first = TextField(first.removesuffix("-01-01"), self)
        self._first.setPlaceholderText(tr("such as 2012 or 2012-06-30"))
        self._last = TextField(last.removesuffix("-12-31"), self)
        low, high, unit = filter_.values or ("", "", "")
        self._low, self._high = TextField(low, self), TextField(high, self)
        self._low.setPlaceholderText(tr("such as 1000 or 2.5e9"))
        self._unit = QComboBox(self)
        for id_, name in units.items():
            self._unit.addItem(wording.shortened(name, wording.SHORT), id_)
        self._unit.setCurrentIndex(max(self._unit.findData(unit), 0))
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        add_row(form, tr("&Paragraphs"), self._paragraphs)
        add_row(form, tr("&From"), self._first)
        add_row(form, tr("&To"), self._last)
        add_row(form, tr("&Values from"), self._low)
        add_row(form, tr("Values &up to"), self._high)
        add_row(form, tr("In the u&nit"), self._unit)
        self.setMinimumWidth(
            round(_TITLES * self.fontMetrics().horizontalAdvance(self.windowTitle()))
        )
        self._fault = QLabel(self)
        wrap(self._fault)
        self._fault.hide()
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel, self
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addLayout(form)
        layout.addWidget(self._fault)
        layout.addWidget(buttons)

    def accept(self) -> None:
        """Emit the filter, or say what can't be read."""
        spans = tuple(self._paragraphs.text().replace("–", "-").replace(",", " ").split())
        typed = ""
        try:
            for typed in spans:
                paragraphs_in([typed])
            typed = self._first.text()
            first = first_day(typed) if typed.strip() else ""
            typed = self._last.text()
            last = last_day(typed) if typed.strip() else ""
            typed = self._low.text()
            low = number(typed) if typed.strip() else ""
            typed = self._high.text()
            high = number(typed) if typed.strip() else ""
        except ValueError:
            words = tr("“{typed}” can't be read. Write paragraphs as 41 or 38-44, days as 2012 or "
                       "2012-06-30, values as 1000 or 2.5e9.", typed=typed)  # fmt: skip
            self._fault.setText(words)
            self._fault.show()
            return
        period = (first, last) if first or last else ()
        values = (low, high, str(self._unit.currentData())) if low or high else ()
        self.chosen.emit(self._filter._replace(paragraphs=spans, period=period, values=values))
        super().accept()
