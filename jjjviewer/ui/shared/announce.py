"""Words for those who listen to the screen instead of looking at it."""

from PySide6.QtWidgets import QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader, if there is one, read out words that no change of focus would."""
    # Here, since Qt makes its many names only when they are asked for, and a start does without.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))
