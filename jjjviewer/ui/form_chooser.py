"""The forms of chart to choose from, and why there is no map among them."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFont, QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.ui import theme
from jjjviewer.ui.flow import FlowLayout

if TYPE_CHECKING:
    from collections.abc import Iterable

    from jjjviewer.charts.form import Form
    from jjjviewer.model.view import View

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
        self._drawn: set[str] = set()
        """The forms whose icon is drawn in these colours."""
        self.setObjectName("forms")
        self.setAccessibleName(self.tr("Forms of chart"))
        self._flow = FlowLayout(self, 2)

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
            if id_ in ids:
                self._draw_icon(id_)
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
        """Draw the icons in other colours, those that are hidden when they are offered."""
        self._style = style
        self._drawn.clear()
        for id_, button in self._buttons.items():
            button.setFont(self._small())
            if not button.isHidden():
                self._draw_icon(id_)

    def _add(self, form: "Form") -> None:
        button = QToolButton(self)
        button.setText(form.name)
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

    def _draw_icon(self, id_: str) -> None:
        if id_ not in self._drawn:
            self._drawn.add(id_)
            self._buttons[id_].setIcon(theme.icon(f"form-{id_}", self._style, _ICON))

    def _small(self) -> QFont:
        font = QFont(self.font())
        font.setPointSizeF(font.pointSizeF() * _SMALL)
        return font


class MapNote(QLabel):
    """Says why a map is never among the forms, where a pack has no positions."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWordWrap(True)
        self.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self.hide()

    def explain(self, view: "View") -> None:
        from jjjviewer.charts.maps.network import why_no_map

        located = view.atlas is not None and not view.atlas.located.empty
        self.setText("" if located else why_no_map(view))
        self.setVisible(not located)
