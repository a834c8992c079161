"""The sheet of keyboard shortcuts: those of the menus, and those of the panes."""

from collections.abc import Iterable, Iterator
from itertools import accumulate

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QMenu,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr

_Group = tuple[str, list[tuple[str, str]]]
_GAP = 8
_BETWEEN = 48
_AROUND = QSize(48, 72)
"""Extra size of the dialog around its sheet: scroll bar, margins, button."""


class ShortcutSheet(QDialog):
    """Lists shortcuts and what they do.

    Args:
        menus: the menus of the window, whose actions are listed.
        parent: the Qt parent.
    """

    def __init__(self, menus: Iterable[QMenu], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        groups = [(plain(menu.title()), list(_keys_of(menu))) for menu in menus]
        groups += [
            (tr("In text, figures and chart"), [(tr("Space"), tr("Collect, or take out"))]),
            (tr("In the tree and the tables"), _in_lists()),
            (tr("In the chart"), _in_the_chart()),
            (tr("In Explore"), _in_explore()),
            (tr("In the search"), _in_the_search()),
        ]
        sheet = QWidget(self)
        columns = QHBoxLayout(sheet)
        columns.setSpacing(_BETWEEN)
        for column in _halves(groups):
            columns.addLayout(_column(column))
        area = QScrollArea(self)
        area.setWidgetResizable(True)
        area.setFrameShape(QScrollArea.Shape.NoFrame)
        area.setAccessibleName(tr("Keys and what they do"))
        area.setWidget(sheet)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.reject)
        layout = QVBoxLayout(self)
        layout.addWidget(area, 1)
        layout.addWidget(buttons)
        available = self.screen().availableSize() - _AROUND
        self.resize((sheet.sizeHint() + _AROUND).boundedTo(available))


def plain(words: str) -> str:
    """Return the text of a menu entry without mnemonic and ellipsis."""
    return words.replace("&", "").rstrip("…")


def _keys_of(menu: QMenu) -> Iterator[tuple[str, str]]:
    for action in menu.actions():
        inner = action.menu()
        if isinstance(inner, QMenu):
            yield from _keys_of(inner)
        elif action.shortcuts():
            yield _native(action), plain(action.text())


def _native(action: QAction) -> str:
    form = QKeySequence.SequenceFormat.NativeText
    return tr(" or ").join(keys.toString(form) for keys in action.shortcuts())


def _in_lists() -> list[tuple[str, str]]:
    return [
        ("↑ ↓", tr("Go to another row")),
        ("← →", tr("Collapse and expand a row")),
        (tr("Ctrl or Shift + click"), tr("Choose several, to compare or to narrow")),
        (tr("Letters"), tr("Go to the row that starts with them")),
        ("Ctrl+C", tr("Copy the chosen rows")),
    ]


def _in_the_chart() -> list[tuple[str, str]]:
    return [
        (tr("Tab or arrow keys"), tr("Go from mark to mark and read it")),
        (tr("Enter or click"), tr("Go to what the mark shows")),
        (tr("+ and −, or the wheel"), tr("Zoom a map")),
        (tr("Shift + arrow keys, or drag"), tr("Move a map")),
        (tr("0 or Home"), tr("Fit a map to the selection")),
    ]


def _in_explore() -> list[tuple[str, str]]:
    return [
        (tr("Arrow keys"), tr("Go from point to point and read it")),
        (tr("Enter or click"), tr("Choose the point in all panes")),
        (tr("Drag, or B at two points"), tr("Narrow to what lies between")),
        (tr("Escape"), tr("Clear what a drag narrowed to")),
        (tr("+, − and 0, or the wheel"), tr("Zoom in, out, to all")),
        (tr("Shift + arrow keys or drag"), tr("Move")),
    ]


def _in_the_search() -> list[tuple[str, str]]:
    return [
        ("↑ ↓", tr("Move through the results")),
        (tr("Enter"), tr("Go to the result")),
        (tr("Ctrl+Enter"), tr("Show all results")),
        (tr("Escape"), tr("Leave the search")),
    ]


def _halves(groups: list[_Group]) -> tuple[list[_Group], list[_Group]]:
    """Split the groups into two columns of about the same length."""
    lengths = list(accumulate(len(keys) + 1 for _, keys in groups))
    middle = next(at for at, length in enumerate(lengths) if 2 * length >= lengths[-1])
    return groups[: middle + 1], groups[middle + 1 :]


def _column(groups: Iterable[_Group]) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(2 * _GAP)
    grid.setVerticalSpacing(_GAP // 2)
    row = 0
    for title, keys in groups:
        heading = QLabel(f"<b>{title}</b>")
        heading.setContentsMargins(0, _GAP if row else 0, 0, 0)
        grid.addWidget(heading, row, 0, 1, 2)
        for at, (key, words) in enumerate(keys, row + 1):
            grid.addWidget(QLabel(key), at, 0)
            grid.addWidget(QLabel(words), at, 1)
        row += len(keys) + 1
    grid.setRowStretch(row, 1)
    return grid
