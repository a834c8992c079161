"""The panel that lists the problems of a pack, with links to the rows."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.errors import Problem
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.ui.shared import theme, wording
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import wrap
from jjjviewer.ui.shared.problems import ProblemLine, ProblemsModel, problems_table


class ProblemsPanel(QWidget):
    """Lists errors of a refused pack, or warnings of the open one; hidden while there are none."""

    chosen = Signal(object)
    """The `Problem` whose row the user wants to see; only of a pack that is open."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("problems")
        self._leads = False
        self._heading = QLabel(self)
        wrap(self._heading)
        self._heading.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._icon = QLabel(self)
        self._problems: Sequence[Problem] = ()
        self._model = ProblemsModel(self)
        self._table = problems_table(self._model, tr("Problems in the pack"), self)
        self._table.clicked.connect(self._lead)
        self._table.activated.connect(self._lead)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addLayout(self._make_head())
        layout.addWidget(self._table, 1)
        self.setFocusProxy(self._table)
        self.hide()

    def _make_head(self) -> QHBoxLayout:
        copy = QPushButton(tr("Copy list"), self)
        copy.clicked.connect(self._copy)
        close = QToolButton(self)
        close.setText("✕")
        close.setAccessibleName(tr("Close the list of problems"))
        close.clicked.connect(self.hide)
        # Only here: elsewhere in the window Escape has other uses.
        within = Qt.ShortcutContext.WidgetWithChildrenShortcut
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self, self.hide, context=within)
        head = QHBoxLayout()
        head.setContentsMargins(16, 8, 8, 8)
        head.setSpacing(8)
        head.addWidget(self._icon)
        head.addWidget(self._heading, 1)
        head.addWidget(copy)
        head.addWidget(close)
        return head

    def show_errors(self, pack: Path, problems: Sequence[Problem]) -> None:
        """List the errors of a pack that was not opened."""
        count = len(problems)
        words = tr("“{pack}” could not be opened: {count} errors")
        if count == 1:
            words = tr("“{pack}” could not be opened: 1 error")
        heading = words.format(pack=wording.shortened(pack.name or str(pack)), count=_many(count))
        self._show(heading, problems, leads=False)

    def show_warnings(self, problems: Sequence[Problem]) -> None:
        """List the warnings of the open pack, and the notes on how it was read."""
        count = sum(each.severity == "warning" for each in problems)
        if not count:
            heading = tr("Parts of this pack deviate from the format; this is how they were read.")
        elif count == 1:
            heading = tr("One row of this pack has a warning. Choose it to go there.")
        else:
            heading = tr(
                "{count} warnings about rows of this pack. Choose one to go there.",
                count=_many(count),
            )
        self._show(heading, problems, leads=True)

    def _show(self, heading: str, problems: Sequence[Problem], *, leads: bool) -> None:
        self._leads = leads
        self._heading.setText(heading)
        self._problems = problems
        self._model.fill(
            [
                ProblemLine(each.place, each.column or "", each.message, str(each))
                for each in problems
            ]
        )
        self._table.scrollToTop()
        self.show()
        announce(self, heading)

    def apply_theme(self, style: Style) -> None:
        self._icon.setPixmap(theme.icon("triangle-alert", style, theme.ICON).pixmap(theme.ICON))

    def _lead(self, index: QModelIndex) -> None:
        if self._leads:
            self.chosen.emit(self._problems[index.row()])

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText("\n".join(map(str, self._problems)))
        announce(self, tr("Copied."))


def _many(count: int) -> str:
    return f"{count:,}" if count < MOST_PROBLEMS else tr("at least {count}", count=f"{count:,}")
