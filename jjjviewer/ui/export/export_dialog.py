"""The export dialog, with a preview of the file."""

from collections.abc import Callable
from itertools import pairwise
from pathlib import Path
from typing import Literal, NamedTuple

from PySide6.QtCore import QSize, QStandardPaths, Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFileDialog,
    QFormLayout,
    QFrame,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.page_layout import NO_WORDING
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError
from jjjviewer.export.chart import Chart, to_clipboard
from jjjviewer.ui.export.export_options import (
    FORMATS,
    ExportOptions,
    choices,
    side_by_side,
)
from jjjviewer.ui.export.file_name_fault import fault_of_name
from jjjviewer.ui.export.replacing import may_replace
from jjjviewer.ui.shared.announce import announce
from jjjviewer.ui.shared.fitting import add_row, fitting, wrap
from jjjviewer.ui.shared.preview import Preview
from jjjviewer.ui.shared.save_path import is_folder
from jjjviewer.ui.shared.settings import EXPORT_FOLDER, Settings
from jjjviewer.ui.shared.text_field import TextField
from jjjviewer.ui.shared.wording_fields import WordingFields

Scope = Literal["chart", "selection", "all"]
_COLUMN = 380
_SIZE = QSize(1080, 680)
_HINT_LINES = 3
"""Lines that are kept for the hint, so that nothing moves as it changes."""


class Wanted(NamedTuple):
    """The choices of the user in the dialog."""

    scope: Scope
    chart: Chart
    """The current chart with the chosen options; in a batch all are made like it."""
    suffixes: tuple[str, ...]
    folder: Path
    name: str
    """Name of the file without suffix, if there is only one chart."""


class ExportDialog(QDialog):
    """Asks what to export, how and where; of a single chart it stays open until that is written.

    Args:
        chart: the current chart.
        scopes: what can be exported, with labels.
        name: the suggested file name, without suffix.
        in_the_way: returns the names of files that would be replaced.
        settings: where choices are saved.
        parent: the Qt parent.
    """

    confirmed = Signal(object)
    """The `Wanted`, to be written now."""

    def __init__(
        self,
        chart: Chart,
        scopes: dict[Scope, str],
        name: str,
        in_the_way: Callable[[Wanted], list[str]],
        settings: Settings,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._screen = chart
        self._in_the_way = in_the_way
        self._settings = settings
        self._usual_name = name
        self.setWindowTitle(tr("Export"))
        self._build(scopes, name)
        self._options.restore(settings)
        self._folder.setText(str(self._usual_folder()))
        self._connect()
        self._refresh()
        self.resize(fitting(self, _SIZE))

    def _build(self, scopes: dict[Scope, str], name: str) -> None:
        self._preview = Preview(self._screen.style, self)
        self._scope = choices({str(key): words for key, words in scopes.items()}, self)
        self._options = ExportOptions(self._screen, self)
        self._words = WordingFields(self._screen, self)
        self._folder = TextField(self)
        self._browse = QPushButton(tr("&Browse…"), self)
        self._name = TextField(name, self)
        self._hint = QLabel(self)
        wrap(self._hint)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._hint.setMinimumHeight(_HINT_LINES * self._hint.fontMetrics().lineSpacing())
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._copy = self._buttons.addButton(tr("Cop&y"), QDialogButtonBox.ButtonRole.ActionRole)
        self._export = self._buttons.addButton(
            tr("&Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._export.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        fields = self._fields()
        # On a small screen the fields scroll, and the buttons stay visible.
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidgetResizable(True)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(fields)
        bar = area.verticalScrollBar().sizeHint().width()
        area.setFixedWidth(max(_COLUMN, fields.minimumSizeHint().width()) + bar)
        right = QVBoxLayout()
        right.addWidget(area, 1)
        right.addLayout(self._place())
        right.addWidget(self._hint)
        right.addWidget(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._preview, 1)
        layout.addLayout(right)
        self._order_by_place()

    def _order_by_place(self) -> None:
        """Let Tab go through fields and buttons as they stand."""
        own = (self._folder, self._browse, self._name)
        row = self._buttons.layout()
        assert row is not None
        buttons = sorted(self._buttons.buttons(), key=row.indexOf)
        fields = (self._scope, *self._options.fields(), *self._words.fields(), *own, *buttons)
        for before, after in pairwise(fields):
            self.setTabOrder(before, after)

    def _fields(self) -> QWidget:
        fields = QWidget(self)
        form = QFormLayout(fields)
        form.setContentsMargins(0, 0, 0, 0)
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        for words, field in (
            (tr("&What"), self._scope),
            *self._options.rows(),
            *self._words.rows(),
        ):
            add_row(form, words, field)
        self._scope.setAccessibleName(tr("What is exported"))
        self._scope.setToolTip(tr("What is exported"))
        return fields

    def _place(self) -> QFormLayout:
        """Return the fields of folder and name, which are always in sight."""
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        add_row(form, tr("&Folder"), side_by_side(self._folder, self._browse))
        add_row(form, tr("&Name"), self._name)
        for field, words in (
            (self._folder, tr("Folder")),
            (self._name, tr("Name of the file, without suffix")),
        ):
            field.setAccessibleName(words)
            field.setToolTip(words)
        return form

    def _connect(self) -> None:
        self._scope.currentIndexChanged.connect(self._refresh)
        self._options.changed.connect(self._refresh)
        self._options.files_changed.connect(self._check)
        self._options.connect_fields()
        self._words.changed.connect(self._refresh)
        self._browse.clicked.connect(self._ask_for_folder)
        for line in (self._folder, self._name):
            line.textChanged.connect(self._check)
        self._copy.clicked.connect(self._copy_chart)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    def _usual_folder(self) -> Path:
        """Return the folder of the last export, if it still exists; else the user's pictures."""
        location = QStandardPaths.StandardLocation.PicturesLocation
        pictures = QStandardPaths.writableLocation(location)
        folders = (Path(each) for each in (self._settings[EXPORT_FOLDER], pictures) if each)
        return next(filter(is_folder, folders), Path.home())

    @property
    def wanted(self) -> Wanted:
        """The current choices."""
        folder = Path(self._folder.text().strip()).expanduser().absolute()
        scope: Scope = self._scope.currentData()
        return Wanted(scope, self._chart(), self._options.suffixes, folder, self._file_name())

    def _chart(self) -> Chart:
        chart = self._options.chart
        if self._scope.currentData() != "chart":
            return chart._replace(wording=NO_WORDING)
        return chart._replace(wording=self._words.wording, description=self._words.description)

    def _file_name(self) -> str:
        """Return the name as typed, without a suffix that repeats the format."""
        typed = Path(self._name.text().strip())
        return typed.stem if typed.suffix.lower().removeprefix(".") in FORMATS else str(typed)

    def _refresh(self) -> None:
        """Lay the chart out again and show it."""
        chart = self._chart()
        self._made = chart.laid_out()
        self._preview.show_scene(self._made.scene, transparent=chart.transparent)
        automatic = chart._replace(wording=NO_WORDING, description="")
        self._words.show_automatic(automatic.scenes()[0])
        self._check()

    def _check(self) -> None:
        """Show what is still missing, or which files will be written."""
        wanted = self.wanted
        alone = wanted.scope == "chart"
        self._name.setEnabled(alone)
        self._words.set_enabled(alone)
        self._options.show_state()
        fault = self._fault(wanted)
        if fault and fault != self._hint.text():
            announce(self._hint, fault)
        self._hint.setText(fault or self._outcome(wanted))
        self._export.setEnabled(not fault)

    def _fault(self, wanted: Wanted) -> str:
        if not wanted.suffixes:
            return tr("Choose at least one format.")
        if not self._folder.text().strip():
            return tr("Choose a folder.")
        return fault_of_name(wanted.name) if wanted.scope == "chart" else ""

    def _outcome(self, wanted: Wanted) -> str:
        if wanted.scope == "chart":
            names = ", ".join(f"{wanted.name}.{suffix}" for suffix in wanted.suffixes)
            files = tr("Writes {names}.", names=names)
            if (count := len(self._made.scenes)) > 1:
                files = tr("Writes {names}; {count} pages.", names=names, count=count)
        else:
            files = tr(
                "The files are named after selection and chart, such as {name}.",
                name=f"{self._usual_name}.{wanted.suffixes[0]}",
            )
        return " ".join([files, *self._made.remarks(wanted.suffixes)])

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, tr("Folder for charts"), self._folder.text()
        )
        if folder:
            self._folder.setText(folder)

    def _copy_chart(self) -> None:
        try:
            to_clipboard(self._chart())
        except ExportError as error:
            self._tell(str(error))
        else:
            self._tell(tr("Copied as image, drawing and table."))

    def _tell(self, words: str) -> None:
        self._hint.setText(words)
        announce(self._hint, words)

    def _accept(self) -> None:
        wanted = self.wanted
        names = self._in_the_way(wanted)
        if names and not may_replace(names, tr("Export"), self):
            return
        self._options.remember(self._settings)
        self._settings[EXPORT_FOLDER] = str(wanted.folder)
        if wanted.scope == "chart":
            self._export.setEnabled(False)
            self._hint.setText(tr("Exporting…"))
        else:
            self.accept()
        self.confirmed.emit(wanted)

    def show_fault(self, words: str) -> None:
        """Tell why the chart was not written; the user may change something and try again."""
        self._export.setEnabled(True)
        self._tell(words)
