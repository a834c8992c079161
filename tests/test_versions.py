"""The installed versions are sound."""

from PySide6.QtCore import QObject


def test_calls_that_return_nothing_do_not_wear_none_out(app: object) -> None:
    # PySide6 6.12.0 dropped a reference to None at each such call and killed Python 3.11.
    thing = QObject()
    for _ in range(20_000):
        thing.setObjectName("x")
    assert thing.objectName() == "x"
