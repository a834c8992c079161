"""The fields of the export dialog by keyboard, and where they stand."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QPushButton,
)

from tests.ui.export.dialog import Dialog, export
from tests.ui.user import User


def test_tab_goes_through_the_fields_as_they_stand(user: User) -> None:
    def look(dialog: Dialog) -> None:
        dialog.choose("Size of the page", "Custom")
        dialog.find(QComboBox, "What is exported").setFocus()
        places = []
        copy = dialog.find(QPushButton, "Copy")
        while (field := dialog.dialog.focusWidget()) is not copy:
            place = field.mapTo(dialog.dialog, field.rect().center())
            places.append((place.y() // 8, place.x()))
            QTest.keyClick(field, Qt.Key.Key_Tab)
        assert len(places) > 20
        assert places == sorted(places)

    export(user, look)


def test_every_field_has_a_key_of_its_own(user: User) -> None:
    def look(dialog: Dialog) -> None:
        dialog.dialog.activateWindow()
        while QApplication.activeWindow() is not dialog.dialog:
            QTest.qWait(5)
        labels = [each for each in dialog.dialog.findChildren(QLabel) if each.buddy()]
        words = [each.text() for each in labels]
        words += [each.text() for each in dialog.dialog.findChildren(QPushButton)]
        keys = [each[each.index("&") + 1].casefold() for each in words if "&" in each]
        assert len(keys) > 12
        assert len({*keys}) == len(keys)
        checked = dialog.checked()
        for label in labels:
            key = label.text()[label.text().index("&") + 1].upper()
            QTest.keyClick(dialog.dialog, Qt.Key(ord(key)), Qt.KeyboardModifier.AltModifier)
            field = dialog.dialog.focusWidget()
            assert label.buddy() in (field, field.parent()), label.text()
        assert dialog.checked() == checked

    export(user, look)


def test_nothing_moves_as_choices_change(user: User) -> None:
    def look(dialog: Dialog) -> None:
        def places() -> list[QPoint]:
            QApplication.processEvents()
            fields = dialog.dialog.findChildren(QLineEdit)
            return [each.mapTo(dialog.dialog, QPoint()) for each in fields]

        before = places()
        dialog.choose("Size of the page", "Custom")
        assert places() == before
        dialog.choose("What is exported", "All")
        assert places() == before

    export(user, look)
