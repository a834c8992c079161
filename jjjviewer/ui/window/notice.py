"""A bar across the window with a message that stays until it is dismissed."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import wrap


class Notice(QFrame):
    """Shows one message; hidden while there is none.

    Args:
        icon: the name of the icon before the message.
        parent: the Qt parent.
    """

    details_requested = Signal()
    """The user asked for details of the message."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._icon_name = icon
        self._icon = QLabel(self)
        self._words = QLabel(self)
        wrap(self._words)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton(tr("Show"), self)
        self._more.clicked.connect(self.details_requested)
        close = QToolButton(self)
        close.setText("✕")
        close.setAccessibleName(tr("Dismiss this message"))
        close.clicked.connect(self.hide)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._more)
        layout.addWidget(close)
        self.show_message("")

    def show_message(self, words: str, *, more: bool = False) -> None:
        """Show a message, or hide the bar if it is empty; `more` offers details."""
        self._words.setText(words)
        self._more.setVisible(more)
        self.setVisible(bool(words))
        if words:
            announce(self, words)

    def apply_theme(self, style: Style) -> None:
        self._icon.setPixmap(theme.icon(self._icon_name, style, theme.ICON).pixmap(theme.ICON))
