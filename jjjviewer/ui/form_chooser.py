"""The forms of chart to choose from."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont
from PySide6.QtWidgets import QSizePolicy, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui import theme
from jjjviewer.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jjjviewer.charts.form import Form

_ICON = 20
_SMALL = 0.88
"""Size of the words below an icon, for the window's."""


class FormChooser(QWidget):
    """One button for each form that suits."""

    chosen = Signal(object)
    """The `Form` that was clicked."""

    def __init__(self, style: Style, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._style = style
        self._buttons: dict[str, QToolButton] = {}
        self.setObjectName("forms")
        self.setAccessibleName(self.tr("Forms of chart"))
        self._flow = FlowLayout(self, 1)

    def fill(self, forms: "Iterable[Form]", *, named: bool) -> None:
        """Make the buttons, the first time that there is a view."""
        if not self._buttons:
            for form in forms:
                self._add(form)
            self.name(named)

    def offer(self, forms: "Iterable[Form]") -> None:
        """Show the forms that suit."""
        ids = [form.id for form in forms]
        for id_, button in self._buttons.items():
            button.setVisible(id_ in ids)

    def check(self, form: "Form") -> None:
        """Show which form is drawn."""
        self._buttons[form.id].setChecked(True)

    def name(self, named: bool) -> None:
        """Name the forms below their icons, or show icons alone, which take less room."""
        style = Qt.ToolButtonStyle
        wanted = style.ToolButtonTextUnderIcon if named else style.ToolButtonIconOnly
        for button in self._buttons.values():
            button.setToolButtonStyle(wanted)

    def set_style(self, style: Style) -> None:
        """Draw the icons in other colours."""
        self._style = style
        for id_, button in self._buttons.items():
            button.setFont(self._small())
            button.setIcon(theme.icon(f"form-{id_}", style, _ICON))

    def _add(self, form: "Form") -> None:
        button = QToolButton(self)
        button.setText(form.name)
        button.setIcon(theme.icon(f"form-{form.id}", self._style, _ICON))
        button.setIconSize(QSize(_ICON, _ICON))
        button.setToolTip(form.name)
        button.setFont(self._small())
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        button.clicked.connect(lambda: self.chosen.emit(form))
        self._flow.addWidget(button)
        self._buttons[form.id] = button

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font
