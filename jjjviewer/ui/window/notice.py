"""A line across the window that says what the user has to know, until they put it away."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import theme


class Notice(QFrame):
    """Hidden while there is nothing to say.

    Args:
        icon: the name of the icon before the words.
        parent: as everywhere in Qt.
    """

    details_requested = Signal()
    """The user wants to see what the words are about."""
    dismissed = Signal()
    """The user has read the words."""

    def __init__(self, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._icon_name = icon
        self._icon = QLabel(self)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = QPushButton(tr("Show"), self)
        self._more.clicked.connect(self.details_requested)
        close = QToolButton(self)
        close.setText("✕")
        close.setAccessibleName(tr("Put this message away"))
        close.clicked.connect(self.hide)
        close.clicked.connect(self.dismissed)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 8, 8, 8)
        layout.addWidget(self._icon)
        layout.addWidget(self._words, 1)
        layout.addWidget(self._more)
        layout.addWidget(close)
        self.show_message("")

    def show_message(self, words: str, *, more: bool = False) -> None:
        """Show some words, or nothing; and whether there is more to see."""
        self._words.setText(words)
        self._more.setVisible(more)
        self.setVisible(bool(words))

    def apply_theme(self, style: Style) -> None:
        self._icon.setPixmap(theme.icon(self._icon_name, style, theme.ICON).pixmap(theme.ICON))
