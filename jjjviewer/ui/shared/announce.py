"""Announcements for screen readers."""

import sys
from collections.abc import Callable
from functools import cache

# By their modules: PySide initialises classes for screen readers on first use, not at the start.
from PySide6 import QtGui, QtWidgets
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QAbstractItemView, QWidget

# Orca speaks Qt's announcements from version 45 on only, but notifications in all versions.
_BY_NOTIFICATION = sys.platform == "linux"


class _Notification(QWidget):
    """Has the words of an announcement as its name, and the role of a notification."""

    interface: object = None
    """Held so that Qt alone deletes it: PySide would too as the application ends."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._waiting: dict[QWidget, str] = {}
        self.hide()

    def add(self, widget: QWidget, words: str) -> None:
        """Tell words with those of other widgets of this moment: Orca breaks off for what is next.

        Later words of the same widget take the place of its earlier ones.
        """
        is_first = not self._waiting
        self._waiting[widget] = words
        if is_first:
            soon(self, self._tell)

    def _tell(self) -> None:
        *before, last = self._waiting.values()
        self._waiting = {}
        parts = [each if each.endswith((".", "!", "?")) else f"{each}." for each in before]
        self.setAccessibleName(" ".join([*parts, last]))
        QtGui.QAccessible.updateAccessibility(
            QtGui.QAccessibleEvent(self, QtGui.QAccessible.Event.ObjectShow)
        )


def soon(widget: QWidget, do: Callable[[], None]) -> None:
    """Do something once all that happens in this moment has happened."""
    QTimer.singleShot(0, widget, do)


def announce(widget: QWidget, words: str) -> None:
    """Have a screen reader, if there is one, read out a text that no change of focus announces."""
    if not _BY_NOTIFICATION:
        QtGui.QAccessible.updateAccessibility(QtGui.QAccessibleAnnouncementEvent(widget, words))
    elif QtGui.QAccessible.isActive():
        _notification_in(widget.window()).add(widget, words)


def announce_inside(widget: QWidget, words: str) -> None:
    """Have a screen reader read out what a widget with the focus has come to within itself."""
    # Orca speaks a description that changes, so the same words count as a change too.
    widget.setAccessibleDescription("")
    widget.setAccessibleDescription(words)
    if not _BY_NOTIFICATION:
        announce(widget, words)


def announce_current(view: QAbstractItemView) -> None:
    """Have a screen reader read the current row of a view that gets the focus.

    Qt tells it when another row becomes current, but not which one is as the focus comes back.
    """
    # Qt tells of the focus of the view only after this.
    QTimer.singleShot(0, view, lambda: _tell_current(view))


def _tell_current(view: QAbstractItemView) -> None:
    if not view.hasFocus() or not QtGui.QAccessible.isActive():
        return
    interface = QtGui.QAccessible.queryAccessibleInterface(view)
    row = interface.focusChild() if interface else None
    if row is not None:
        QtGui.QAccessible.updateAccessibility(
            QtGui.QAccessibleEvent(row, QtGui.QAccessible.Event.Focus)
        )


def _notification_in(window: QWidget) -> _Notification:
    _install_role()
    found = window.findChild(_Notification, options=Qt.FindChildOption.FindDirectChildrenOnly)
    return found or _Notification(window)


@cache
def _install_role() -> None:
    def interface_of(key: str, of: QObject) -> QtWidgets.QAccessibleWidget | None:
        if isinstance(of, _Notification) and key == _Notification.__name__:
            of.interface = QtWidgets.QAccessibleWidget(of, QtGui.QAccessible.Role.Notification)
            return of.interface
        return None

    QtGui.QAccessible.installFactory(interface_of)
