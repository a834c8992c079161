"""The bar above the panes: what is selected and what narrows it, each part with its ×."""

from collections.abc import Sequence
from typing import NamedTuple

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QLabel, QToolButton, QWidget

from jjjviewer.charts.translation import tr
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.flow_layout import FlowLayout
from jjjviewer.ui.window.history import Visit

_GAP = 6
_LONGEST = 60
"""Letters of a chip."""
_MOST = 12
"""Chips in the bar: more are not read."""


class Chip(NamedTuple):
    """A part of what is shown."""

    words: str
    without: Visit | None = None
    """What is shown when it is removed; None where it stays."""
    joined: str = ""
    """How it is joined to the one before: a comma, or a dot where it narrows."""


class ChipBar(QWidget):
    """Shows chips in a line; a click on one that can be removed asks for that."""

    removed = Signal(object)
    """The `Visit` without the chip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("chips")
        self.setAccessibleName(tr("What is shown, and what narrows it"))
        self._chips: Sequence[Chip] = ()
        self._parts: list[QWidget] = []
        self._sample = self._button("✕")
        self._sample.hide()
        self._flow = FlowLayout(self, _GAP)
        self._flow.setContentsMargins(0, 0, 0, 0)
        self.setContentsMargins(8, 4, 8, 4)
        self.show_loading()

    def show_loading(self) -> None:
        """Show nothing that could be removed while a pack is loading."""
        self.show_chips([Chip(tr("Loading…"))])

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show other chips."""
        if chips != self._chips:
            self._chips = chips
            self._fill()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fill()

    def _fill(self) -> None:
        chips = self._chips
        for part in self._parts:
            self._flow.removeWidget(part)
            part.hide()
            part.deleteLater()
        self._parts = [part for chip in chips[:_MOST] for part in self._made(chip)]
        if len(chips) > _MOST:
            rest = len(chips) - _MOST
            self._parts.append(self._label(tr("and {count} more", count=rest)))
        for part in self._parts:
            self._flow.addWidget(part)
            part.show()

    def _made(self, chip: Chip) -> list[QWidget]:
        joint = [self._label(chip.joined)] if chip.joined else []
        shown = wording.shortened(chip.words, _LONGEST)
        if chip.without is None:
            return [*joint, self._label(shown)]
        without = chip.without
        button = self._button(f"{shown}  ✕")
        button.setToolTip(wording.tip(tr("Remove: {what}", what=chip.words)))
        button.setAccessibleName(tr("Remove: {what}", what=wording.shortened(chip.words)))
        # Otherwise a screen reader would read the tool tip with its tags.
        button.setAccessibleDescription(button.accessibleName())
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.clicked.connect(lambda: self.removed.emit(without))
        return [*joint, button]

    def _button(self, words: str) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("chip")
        button.setText(words.replace("&", "&&"))
        return button

    def _label(self, words: str) -> QLabel:
        """Make a label as high as a button, so that lines with and without buttons are alike."""
        label = QLabel(words, self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setMinimumHeight(self._sample.sizeHint().height())
        return label
