"""Announcements for screen readers."""

from PySide6.QtWidgets import QAbstractItemView, QWidget


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader, if there is one, read out a text that no change of focus announces."""
    # Imported late: PySide initialises these classes on first use, which start-up does not need.
    from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent

    QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(widget, words))


def announce_current(view: QAbstractItemView) -> None:
    """Have a screen reader read the current row of a view that gets the focus.

    Qt tells it when another row becomes current, but not which one is as the focus comes back.
    """
    from PySide6.QtGui import QAccessible, QAccessibleEvent

    interface = QAccessible.queryAccessibleInterface(view) if QAccessible.isActive() else None
    row = interface.focusChild() if interface else None
    if row is not None:
        QAccessible.updateAccessibility(QAccessibleEvent(row, QAccessible.Event.Focus))
