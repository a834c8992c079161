"""Fields for words of one's own on a chart: title, subtitle, note, description."""

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QPlainTextEdit, QToolButton, QWidget

from jjjviewer.charts.page_layout import Wording
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.ui.shared.text_field import TextField

_LINES = 3
"""Lines of the description that are in sight."""


class WordingFields(QObject):
    """Holds the fields; an empty one stands for the automatic text, which it shows in grey.

    Args:
        chart: the current chart, with the words it has already.
        parent: the dialog of the fields.
    """

    changed = Signal()
    """The chart looks different."""

    def __init__(self, chart: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines = {
            name: TextField(words, parent) for name, words in chart.wording._asdict().items()
        }
        self._description = QPlainTextEdit(chart.description, parent)
        edges = 2 * (self._description.document().documentMargin() + self._description.frameWidth())
        high = _LINES * self._description.fontMetrics().lineSpacing() + edges
        self._description.setFixedHeight(round(high))
        self._description.setTabChangesFocus(True)
        self._reset = QToolButton(parent)
        self._reset.setText(tr("Reset to &automatic text"))
        self._reset.clicked.connect(self._clear)
        names = (tr("Your own title"), tr("Your own subtitle"), tr("Your own note"))
        for field, words in zip(self._lines.values(), names, strict=True):
            field.setAccessibleName(words)
            field.setToolTip(words)
            field.textChanged.connect(self.changed)
        words = tr("The chart in words, for readers who cannot see it")
        self._description.setAccessibleName(words)
        self._description.setToolTip(words)
        self._description.textChanged.connect(self.changed)

    def rows(self) -> tuple[tuple[str, QWidget], ...]:
        """Return the fields with their labels, from top to bottom."""
        title, subtitle, note = self._lines.values()
        return (
            (tr("&Title"), title),
            (tr("S&ubtitle"), subtitle),
            (tr("N&ote"), note),
            (tr("&Description"), self._description),
            ("", self._reset),
        )

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields from top to bottom."""
        return (*self._lines.values(), self._description, self._reset)

    @property
    def wording(self) -> Wording:
        """The user's own words."""
        return Wording(*(line.text().strip() for line in self._lines.values()))

    @property
    def description(self) -> str:
        """The user's own description; empty for the automatic one."""
        return self._description.toPlainText().strip()

    def show_automatic(self, scene: Scene) -> None:
        """Show the automatic texts, in grey where a field is empty."""
        title, subtitle, note = self._lines.values()
        title.setPlaceholderText(scene.title)
        subtitle.setPlaceholderText(scene.subtitle)
        note.setPlaceholderText(tr("none"))
        self._description.setPlaceholderText(scene.description)

    def set_enabled(self, enabled: bool) -> None:
        """Enable the fields: words of one's own are of a single chart."""
        for field in (*self._lines.values(), self._description):
            field.setEnabled(enabled)
        self._reset.setEnabled(enabled and any((*self.wording, self.description)))

    def _clear(self) -> None:
        for line in self._lines.values():
            line.clear()
        self._description.clear()
