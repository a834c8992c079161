"""The dialog that asks what a report holds, and where it goes."""

from collections.abc import Mapping, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.translation import tr
from jjjviewer.charts.types.bars import Bars
from jjjviewer.export.file_names import selection_name
from jjjviewer.export.report.chosen_charts import ChosenChart, charts_for
from jjjviewer.export.report.making import Content
from jjjviewer.export.report.writing import FORMATS
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View
from jjjviewer.text.patience import is_so
from jjjviewer.ui.export.export_options import choices, side_by_side
from jjjviewer.ui.export.file_name_fault import fault_of_name
from jjjviewer.ui.export.printing import has_printer, no_printer
from jjjviewer.ui.export.replacing import may_replace
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import add_row
from jjjviewer.ui.shared.save_path import folder_or_documents, is_folder, with_ending
from jjjviewer.ui.shared.settings import (
    EXPORT_FOLDER,
    REPORT_FORMAT,
    REPORT_LANGUAGE,
    Settings,
)
from jjjviewer.ui.shared.text_field import TextField

Scope = Literal["selection", "collection", "all"]
_UNIT = 24
"""Characters of the name of a unit that a chart is listed with."""
_WIDTH = 560
_CHART = Qt.ItemDataRole.UserRole


class WantedReport(NamedTuple):
    """The choices of the user in the dialog."""

    content: Content
    language: Language
    path: Path


class ReportDialog(QDialog):
    """Asks what to report, with which charts, in which language and format, and where.

    Args:
        views: what can be reported.
        settings: where choices are saved.
        parent: the Qt parent.
    """

    def __init__(
        self, views: Mapping[Scope, View], settings: Settings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._views, self._settings = views, settings
        self.is_for_printer = False
        """Whether the report is printed instead of written to a file."""
        self.setWindowTitle(tr("Export report"))
        self._build()
        self._lay_out()
        self._restore()
        self._connect()
        self._offer()

    def _build(self) -> None:
        names = {
            "selection": lambda view: tr("Selected: {name}", name=wording.shortened(view.name)),
            "collection": lambda view: tr("The collection"),
            "all": lambda view: tr("Everything"),
        }
        self._scope = choices({key: names[key](view) for key, view in self._views.items()}, self)
        self._charts = QListWidget(self)
        self._all = QPushButton(tr("A&ll"), self)
        self._none = QPushButton(tr("N&one"), self)
        self._format = choices(
            {
                "pdf": tr("PDF, for paper and for handing on"),
                "html": tr("HTML, one file for browsers"),
            },
            self,
        )
        self._language = choices({"en": tr("English"), "zh": tr("Chinese")}, self)
        self._file = TextField(self)
        self._browse = QPushButton(tr("&Browse…"), self)
        self._hint = QLabel(self)
        self._hint.setTextFormat(Qt.TextFormat.PlainText)
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        roles = QDialogButtonBox.ButtonRole
        self._print = self._buttons.addButton(tr("&Print…"), roles.ActionRole)
        self._export = self._buttons.addButton(tr("&Export"), roles.AcceptRole)
        self._export.setDefault(True)

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        for words, field, name in (
            (tr("&What"), self._scope, tr("What is reported")),
            (tr("&Charts"), self._charts, tr("Charts of the report")),
            ("", side_by_side(self._all, self._none), ""),
            (tr("&As"), self._format, tr("Format of the file")),
            (tr("Lan&guage"), self._language, tr("Language of the report")),
        ):
            add_row(form, words, field)
            if name:
                field.setAccessibleName(name)
        add_row(form, tr("&File"), side_by_side(self._file, self._browse))
        self._file.setAccessibleName(tr("File"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addLayout(form)
        layout.addWidget(self._hint)
        layout.addWidget(self._buttons)
        self.setMinimumWidth(_WIDTH)
        # Fields that were put side by side would come last.
        made = self._charts, self._all, self._none, self._format, self._language
        for before, after in pairwise((*made, self._file, self._browse, self._export)):
            self.setTabOrder(before, after)

    def _restore(self) -> None:
        for box, setting in ((self._format, REPORT_FORMAT), (self._language, REPORT_LANGUAGE)):
            box.setCurrentIndex(box.findData(self._settings[setting]))

    def _connect(self) -> None:
        self._scope.currentIndexChanged.connect(self._offer)
        self._all.clicked.connect(lambda: self._check_all(Qt.CheckState.Checked))
        self._none.clicked.connect(lambda: self._check_all(Qt.CheckState.Unchecked))
        self._format.currentIndexChanged.connect(self._rename)
        self._file.textChanged.connect(self._check)
        self._browse.clicked.connect(self._ask_for_file)
        self._print.clicked.connect(self._want_print)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    @property
    def _view(self) -> View:
        return self._views[self._scope.currentData()]

    @property
    def wanted(self) -> WantedReport:
        """The current choices."""
        items = (self._charts.item(row) for row in range(self._charts.count()))
        charts = [
            chart
            for item, chart in zip(items, self._offered, strict=True)
            if item.checkState() == Qt.CheckState.Checked
        ]
        path = Path(self._file.text().strip()).expanduser().absolute()
        if path.suffix.lower().removeprefix(".") not in FORMATS:
            path = with_ending(path, self._format.currentData())
        return WantedReport(Content(self._view, charts), self._language.currentData(), path)

    def _offer(self) -> None:
        """Offer the charts that suit what is chosen, and a name for the file."""
        self._offered: Sequence[ChosenChart] = charts_for(self._view)
        self._charts.clear()
        for chart in self._offered:
            item = QListWidgetItem(_name(chart, self._view), self._charts)
            item.setToolTip(wording.tip(chart.chart_type.question))
            item.setCheckState(Qt.CheckState.Checked)
        folder = folder_or_documents(self._settings[EXPORT_FOLDER])
        stem = selection_name(self._view.selection, self._view.filter)
        self._file.setText(str(folder / f"{stem}-report.{self._format.currentData()}"))

    def _check_all(self, state: Qt.CheckState) -> None:
        for row in range(self._charts.count()):
            self._charts.item(row).setCheckState(state)

    def _rename(self) -> None:
        """Give the file the suffix of the format."""
        path = Path(self._file.text())
        if path.suffix.lower().removeprefix(".") in FORMATS:
            self._file.setText(str(path.with_suffix(f".{self._format.currentData()}")))

    def _ask_for_file(self) -> None:
        suffix = self._format.currentData()
        kinds = {"pdf": tr("PDF (*.pdf)"), "html": tr("HTML (*.html)")}
        # Whether one may be replaced is asked on Export, as when its name is typed.
        path, _ = QFileDialog.getSaveFileName(
            self,
            tr("File of the report"),
            self._file.text(),
            kinds[suffix],
            options=QFileDialog.Option.DontConfirmOverwrite,
        )
        if path:
            self._file.setText(path)

    def _check(self) -> None:
        """Show what is still missing, and enable the button that needs it."""
        fault = self._fault(self._file.text().strip())
        self._show_hint(fault)
        self._export.setEnabled(not fault)

    def _show_hint(self, words: str) -> None:
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        if words:
            announce(self, words)

    def _fault(self, text: str) -> str:
        if fault := fault_of_name(Path(text).stem):
            return fault
        return tr("This is a folder: add the name of a file.") if is_folder(text) else ""

    def _want_print(self) -> None:
        if not has_printer():
            self._format.setCurrentIndex(self._format.findData("pdf"))
            self._show_hint(no_printer())
            return
        self.is_for_printer = True
        self._remember()
        self.accept()

    def _accept(self) -> None:
        path = self.wanted.path
        if is_so(path.exists) and not may_replace([path.name], tr("Export report"), self):
            return
        self._settings[EXPORT_FOLDER] = str(path.parent)
        self._remember()
        self.accept()

    def _remember(self) -> None:
        self._settings[REPORT_FORMAT] = self._format.currentData()
        self._settings[REPORT_LANGUAGE] = self._language.currentData()


def _name(chart: ChosenChart, view: View) -> str:
    """Return how a chart is listed: its type, with unit, and of what else than the view it is."""
    chart_type = chart.chart_type
    name = chart_type.name
    if isinstance(chart_type, Bars) and chart_type.is_per_item:
        name = tr("{chart}, per item", chart=name)
    elif isinstance(chart_type, Bars) and chart_type.unit:
        unit = wording.shortened(view.dataset.unit_names[chart_type.unit], _UNIT)
        name = tr("{chart}, {unit}", chart=name, unit=unit)
    if chart.view is view:
        return name
    return tr("{chart} of {name}", chart=name, name=wording.shortened(chart.view.name))
