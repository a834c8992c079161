"""The window in random use: clicks, keys, text, sizes, packs, dialogs.

    python -m tests.random_use SEED MINUTES

The same seed does the same, as far as the machine is as quick. It fails where the program reports
a fault of its own, a warning of Qt's, a reply that takes more than a second of work on a usual
machine, or memory that is not back within 20 MiB once what was opened is closed.
"""

import argparse
import os
import random
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from types import TracebackType
from typing import NoReturn

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from PySide6.QtCore import (
    QMessageLogContext,
    QPoint,
    QSettings,
    Qt,
    QThread,
    QTimer,
    QtMsgType,
    qInstallMessageHandler,
)
from PySide6.QtGui import QAction, QInputMethodEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QWidget
from shiboken6 import Shiboken

from jjjviewer.app import build, make_application
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.random_files import answer_dialogs, copied_packs
from tests.random_rest import Rest, load_once, put_back, rest

MOST_GROWTH = 20.0
"""In MiB."""
LONGEST_REPLY = 1.0
"""In seconds of the window's own work on a usual machine, however busy it is."""
_WARM_UP = 0.5
"""The share of the time after which everything has been used once."""
_PAUSE = 15
"""Milliseconds between two actions."""
_AT_REST = 4_000
_KEYS = (
    "Up", "Down", "Left", "Right", "Home", "End", "PageUp", "PageDown", "Tab", "Backtab", "Return",
    "Escape", "Space", "Delete", "Plus", "Minus", "F1", "F5", "F6", "F11", "S", "J", "X", "Z", "E",
)  # fmt: skip
_WORDS = ("forest", "北京", "50%", "é", "yuan", "2022-10-21", "zzz", "\u202e", "a'b\"c", "-1")
_LEFT_ALONE = ("Quit", "Print", "Close window", "Export...")
"""What ends the program, needs a printer, or is pyqtgraph's own and in no menu."""
_NO_FAULT = ("This plugin does not support", "Keyboard event not accepted")


class RandomUse:
    """Somebody who uses the window without a plan.

    Args:
        seed: what is done.
        minutes: for how long.
        folder: where files may be written.
    """

    def __init__(self, seed: int, minutes: float, folder: Path) -> None:
        self._chance = random.Random(seed)
        self._seconds = minutes * 60
        self._folder = folder
        self._packs = copied_packs(folder)
        self._faults: list[str] = []
        self._last = ""
        self._settling_at = -1
        """How deep the loop of events is whose pending ones are being processed."""
        self._steps: Counter[str] = Counter()
        self._longest, self._slowest = 0.0, ""
        self._started = 0.0
        self._ends: list[Rest] = []
        """After warming up, and at the end."""
        self._window = build(None)
        self._used: QWidget = self._window
        self._watch()
        self._window.view_shown.connect(self._begin, Qt.ConnectionType.SingleShotConnection)
        self._window.show()

    def report(self) -> int:
        """Print what happened; return how many faults there were."""
        sys.excepthook = sys.__excepthook__
        if len(self._ends) < 2:
            self._faults.append(f"the program ended after {self._last}")
            self._ends = [*self._ends, rest(), rest()][:2]
        (before, ones, _), (after, others, _) = self._ends
        slowness = max(each.slowness for each in self._ends)
        if after - before > MOST_GROWTH:
            self._faults.append(f"memory grew from {before:.0f} to {after:.0f} MiB")
        if self._longest > LONGEST_REPLY * slowness:
            self._faults.append(f"a reply took {self._longest:.2f} s: {self._slowest}")
        print(f"{sum(self._steps.values()):,} steps:", dict(self._steps.most_common()))
        print(f"memory {before:.1f} → {after:.1f} MiB, longest reply {self._longest:.2f} s")
        print(f"the machine takes {slowness:.1f} times as long as a usual one")
        print("more objects:", dict((others - ones).most_common(8)))
        for fault in self._faults:
            print(f"\nFault: {fault}")
        return len(self._faults)

    def _watch(self) -> None:
        """Collect faults, and answer what would need the system."""
        sys.excepthook = self._on_error
        qInstallMessageHandler(self._on_message)
        answer_dialogs(self._chance, self._packs, self._folder / "saved")

    def _on_error(
        self, kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        text = "".join(traceback.format_exception(kind, error, trace))
        self._faults.append(f"{self._last}\n{text}")

    def _on_message(self, kind: QtMsgType, _: QMessageLogContext, message: str) -> None:
        if kind >= QtMsgType.QtWarningMsg and not message.startswith(_NO_FAULT):
            self._faults.append(f"{self._last}\nQt: {message}")

    def _begin(self, view: View) -> None:
        load_once(view)
        self._started = time.monotonic()
        self._step()

    def _step(self) -> None:
        if self._settling_at == QThread.currentThread().loopLevel():
            QTimer.singleShot(_PAUSE, self._step)
            return
        passed = time.monotonic() - self._started
        if not self._ends and passed > self._seconds * _WARM_UP:
            self._come_to_rest(self._step)
        elif passed > self._seconds:
            self._come_to_rest(self._window.close)
        else:
            # Before acting: a dialog may be open until somebody acts in it.
            QTimer.singleShot(_PAUSE, self._step)
            self._act()

    def _act(self) -> None:
        """Do something, and measure the work that it makes until nothing is pending."""
        act = self._chance.choices(
            (self._click, self._press, self._type, self._scroll, self._drag, self._trigger,
             self._resize, self._open, self._leave),
            (40, 22, 5, 6, 5, 12, 2, 1.5, 6),
        )[0]  # fmt: skip
        self._last = act.__name__.strip("_")
        self._steps[self._last] += 1
        number, started = sum(self._steps.values()), time.thread_time()
        act()
        self._settling_at = QThread.currentThread().loopLevel()
        QApplication.processEvents()
        self._settling_at = -1
        took = time.thread_time() - started
        # Of a dialog that waits for its answer, the time of many actions would be counted.
        if took > self._longest and number == sum(self._steps.values()):
            self._longest, self._slowest = took, self._last

    def _top(self) -> QWidget:
        """Return what takes clicks and keys now."""
        in_front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        shown = [each for each in QApplication.topLevelWidgets() if each.isVisible()]
        return in_front or self._chance.choice(shown or [self._window])

    def _target(self) -> tuple[QWidget, QPoint]:
        """Return a widget that is seen, and a point in it."""
        # Kept, since a box that Qt made itself takes its parts along once nobody holds it.
        self._used = top = self._top()
        parts = [each for each in top.findChildren(QWidget) if each.isVisible() and each.width()]
        part = self._chance.choice([top, *parts])
        area = part.visibleRegion().boundingRect()
        place = QPoint(
            area.x() + self._chance.randrange(max(1, area.width())),
            area.y() + self._chance.randrange(max(1, area.height())),
        )
        self._last += f" {type(part).__name__} of {type(top).__name__}"
        return part, place

    def _click(self) -> None:
        part, place = self._target()
        if isinstance(part, QMenu) and _is_left_alone(part.actionAt(place)):
            return
        button = self._chance.choice((*[Qt.MouseButton.LeftButton] * 8, Qt.MouseButton.RightButton))
        modifier = self._modifier()
        QTest.mousePress(part, button, modifier, place)
        # Some close at the press, and are gone.
        if Shiboken.isValid(part):
            QTest.mouseRelease(part, button, modifier, place)

    def _modifier(self) -> Qt.KeyboardModifier:
        keys = Qt.KeyboardModifier
        kinds = (keys.NoModifier, keys.ControlModifier, keys.ShiftModifier)
        return self._chance.choices(kinds, (8, 1, 1))[0]

    def _press(self) -> None:
        name = self._chance.choice(_KEYS)
        self._last += f" {name}"
        QTest.keyClick(self._focus(), getattr(Qt.Key, f"Key_{name}"), self._modifier())

    def _focus(self) -> QWidget:
        in_front = QApplication.activePopupWidget() or QApplication.activeModalWidget()
        return QApplication.focusWidget() or in_front or self._window

    def _type(self) -> None:
        words = self._chance.choice(_WORDS)
        if words.isascii():
            QTest.keyClicks(self._focus(), words)
            return
        event = QInputMethodEvent()
        event.setCommitString(words)
        QApplication.sendEvent(self._focus(), event)

    def _scroll(self) -> None:
        part, place = self._target()
        steps = QPoint(0, self._chance.choice((-240, -120, 120, 240)))
        event = QWheelEvent(
            place, part.mapToGlobal(place), QPoint(), steps, Qt.MouseButton.NoButton,
            self._modifier(), Qt.ScrollPhase.NoScrollPhase, False,
        )  # fmt: skip
        QApplication.sendEvent(part, event)

    def _drag(self) -> None:
        part, place = self._target()
        if isinstance(part, QMenu):
            return
        left = Qt.MouseButton.LeftButton
        QTest.mousePress(part, left, Qt.KeyboardModifier.NoModifier, place)
        # What the press destroyed can't be moved over.
        if Shiboken.isValid(part):
            QTest.mouseMove(part, place + QPoint(self._chance.randint(-90, 90), 20))
            QTest.mouseRelease(part, left, Qt.KeyboardModifier.NoModifier, place)

    def _trigger(self) -> None:
        """Choose something in a menu, as by its key."""
        top = QApplication.activeModalWidget() or self._top()
        seen = [each for each in top.findChildren(QAction) if each.isEnabled() and each.isVisible()]
        actions = [each for each in seen if not _is_left_alone(each)]
        if actions:
            action = self._chance.choice(actions)
            self._last += f" '{action.text()}'"
            action.trigger()

    def _resize(self) -> None:
        self._window.resize(self._chance.randint(900, 1920), self._chance.randint(600, 1080))

    def _open(self) -> None:
        pack = self._chance.choice(self._packs)
        self._last += f" {pack.name}"
        self._window.open_pack(pack)

    def _leave(self) -> None:
        QTest.keyClick(self._focus(), Qt.Key.Key_Escape)

    def _come_to_rest(self, then: Callable[[], object]) -> None:
        """Close all that was opened, show the first pack, and look at the memory."""
        put_back(self._window)
        self._window.open_pack(self._packs[0])
        QTimer.singleShot(_AT_REST, lambda: self._window.navigation.select(Selection()))

        def look() -> None:
            self._ends.append(rest())
            then()

        QTimer.singleShot(2 * _AT_REST, look)


def _is_left_alone(action: QAction | None) -> bool:
    return action is not None and action.text().replace("&", "").startswith(_LEFT_ALONE)


def main() -> NoReturn:
    """Use the window for a while; end with the exit code 1 if there was a fault."""
    parser = argparse.ArgumentParser(prog="python -m tests.random_use", description=__doc__)
    parser.add_argument("seed", type=int)
    parser.add_argument("minutes", type=float)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for variable in ("HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_CACHE_HOME"):
            os.environ[variable] = name
        QSettings.setPath(QSettings.Format.IniFormat, QSettings.Scope.UserScope, name)
        application = make_application()
        use = RandomUse(asked.seed, asked.minutes, Path(name))
        application.exec()
        code = int(use.report() > 0)
    sys.stdout.flush()
    # Without a screen, Qt may die of what is left once Python has gone.
    os._exit(code)


if __name__ == "__main__":
    main()
