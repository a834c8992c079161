"""Menus of which one entry is checked, and the buttons that open them."""

from collections.abc import Mapping

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QActionGroup, QCursor
from PySide6.QtWidgets import QMenu, QToolButton, QWidget

from jjjviewer.ui.shared.announce import announce


class ChoiceMenu(QMenu):
    """A menu of which one entry is checked.

    Args:
        words: its title.
        choices: the words of its entries, by what they stand for.
        key: what is checked at first.
        parent: the Qt parent.
        names_default: whether its button names the first entry too while that is checked.
    """

    chosen = Signal()
    label_changed = Signal(str)
    """The label of a button for the menu."""

    def __init__(
        self,
        words: str,
        choices: Mapping[str, str],
        key: str,
        parent: QWidget | None = None,
        *,
        names_default: bool = False,
    ) -> None:
        super().__init__(words, parent)
        self._names_default = names_default
        self._group = QActionGroup(self)
        for each, text in choices.items():
            action = QAction(text, self._group, checkable=True)
            action.setData(each)
            action.setChecked(each == key)
            self.addAction(action)
        self._group.triggered.connect(self.update_label)
        self._group.triggered.connect(self.chosen)
        tell_choices(self)

    @property
    def key(self) -> str:
        action = self._group.checkedAction()
        assert action is not None
        return str(action.data())

    def update_label(self) -> None:
        """Send the label for what is checked."""
        action = self._group.checkedAction()
        assert action is not None
        title = self.title().replace("&", "")
        is_default = action is self._group.actions()[0] and not self._names_default
        self.label_changed.emit(title if is_default else f"{title}: {action.text()}")


def tell_choices(menu: QMenu) -> None:
    """Have what is chosen in a menu read out: the keys go back to where they were."""

    def tell(action: QAction) -> None:
        if (pane := menu.parentWidget()) is not None:
            announce(pane, f"{menu.title()}: {action.text()}".replace("&", ""))

    menu.triggered.connect(tell)


def menu_button(menu: QMenu, parent: QWidget) -> QToolButton:
    """Return a button that opens a menu."""
    button = QToolButton(parent)
    button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
    button.setMenu(menu)

    def look_for_pointer() -> None:
        # Qt does not tell the button that the pointer left while the menu was open.
        is_over = button.rect().contains(button.mapFromGlobal(QCursor.pos()))
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse, is_over)
        button.update()

    menu.aboutToHide.connect(look_for_pointer)
    return button


def label(button: QToolButton, words: str) -> None:
    """Show words on the button of a menu, and have them read without the sign of a menu."""
    # First the name: with the text Qt tells the name that there is, which would be the old one.
    button.setAccessibleName(words)
    button.setText(f"{words} ▾")
