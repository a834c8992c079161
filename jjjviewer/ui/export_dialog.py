"""Asks how charts are to be exported, and shows what the files will look like."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from PySide6.QtCore import QStandardPaths, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QFileDialog,
    QFormLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPlainTextEdit,
    QPushButton,
    QSpinBox,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import (
    CSS_DPI,
    LARGEST_PAGE,
    LEAST_PAGE,
    PAGES,
    STYLES,
    Page,
    Style,
)
from jjjviewer.charts.translation import tr
from jjjviewer.ui.preview import Preview
from jjjviewer.ui.settings import (
    EXPORT_FOLDER,
    EXPORT_FOOTER,
    EXPORT_FORMATS,
    EXPORT_HEADER,
    EXPORT_OWN,
    EXPORT_SCALE,
    EXPORT_SHAPES,
    EXPORT_SIZE,
    EXPORT_THEME,
    EXPORT_TRANSPARENT,
    Setting,
    Settings,
)

if TYPE_CHECKING:
    from jjjviewer.export import Chart

Scope = Literal["chart", "selection", "all"]
_COLUMN = 380
_DESCRIPTION_HEIGHT = 96
_SIZE = (1080, 680)
_MOST_NAMED = 6
_NOT_IN_NAMES = set('<>:"/\\|?*')
"""Some file system or other does not take these."""
_FORMATS = {"png": "PNG", "svg": "SVG", "pdf": "PDF", "csv": "CSV", "xlsx": "XLSX"}


@dataclass(frozen=True)
class Wanted:
    """What the user wants exported."""

    scope: Scope
    chart: "Chart"
    """The chart on the screen, as it is to be made; of many, all are made like it."""
    suffixes: tuple[str, ...]
    folder: Path
    name: str
    """Of the file, without suffix, where there is one chart only."""


class ExportDialog(QDialog):
    """One dialog for every way to export.

    Args:
        chart: the one on the screen.
        scopes: what can be exported, in words.
        name: what the file of the chart is called, without suffix.
        in_the_way: names the files that would be replaced.
        settings: they hold the choices of the last time, and get those of this time.
        parent: as everywhere in Qt.
    """

    def __init__(
        self,
        chart: "Chart",
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
        self._is_edited = False
        self.setWindowTitle(self.tr("Export"))
        self._build(scopes, name)
        self._restore()
        self._connect()
        self._refresh()
        self.resize(*_SIZE)

    def _build(self, scopes: dict[Scope, str], name: str) -> None:
        self._preview = Preview(self._screen.style, self)
        self._scope = _choices({str(key): words for key, words in scopes.items()}, self)
        self._formats = {suffix: QCheckBox(words, self) for suffix, words in _FORMATS.items()}
        self._size = _choices(self._sizes(), self)
        self._wide, self._high = (_pixels(least, self) for least in LEAST_PAGE)
        self._scale = QDoubleSpinBox(self)
        self._scale.setRange(0.5, 8)
        self._scale.setSingleStep(0.5)
        self._scale.setSuffix(" ×")
        self._dpi = QSpinBox(self)
        self._dpi.setRange(CSS_DPI // 2, CSS_DPI * 8)
        self._dpi.setSuffix(self.tr(" dpi"))
        self._pixels = QLabel(self)
        self._theme = _choices(
            {
                "screen": self.tr("As on the screen"),
                "light": self.tr("Light"),
                "dark": self.tr("Dark"),
            },
            self,
        )
        self._transparent = QCheckBox(self.tr("Transparent"), self)
        self._header = QCheckBox(self.tr("Title"), self)
        self._footer = QCheckBox(self.tr("Source"), self)
        self._shapes = QCheckBox(self.tr("SVG text as shapes"), self)
        self._description = QPlainTextEdit(self)
        self._description.setFixedHeight(_DESCRIPTION_HEIGHT)
        self._description.setTabChangesFocus(True)
        self._reset = QToolButton(self)
        self._reset.setText(self.tr("As made from the data"))
        self._folder = QLineEdit(self)
        self._browse = QPushButton(self.tr("Browse…"), self)
        self._name = QLineEdit(name, self)
        self._hint = QLabel(self)
        self._hint.setWordWrap(True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel, self)
        self._copy = self._buttons.addButton(
            self.tr("Copy"), QDialogButtonBox.ButtonRole.ActionRole
        )
        self._export = self._buttons.addButton(
            self.tr("Export"), QDialogButtonBox.ButtonRole.AcceptRole
        )
        self._export.setDefault(True)
        self._lay_out()

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        form.setVerticalSpacing(10)
        self._own = _row(self._wide, QLabel("×", self), self._high)
        for words, field in (
            (self.tr("&What"), self._scope),
            (self.tr("Files"), _row(*self._formats.values())),
            (self.tr("&Size"), self._size),
            ("", self._own),
            (self.tr("S&harpness"), _row(self._scale, self._dpi)),
            ("", self._pixels),
            (self.tr("&Colours"), _row(self._theme, self._transparent)),
            (self.tr("Show"), _row(self._header, self._footer, self._shapes)),
            (self.tr("&Description"), self._description),
            ("", _row(self._reset)),
            (self.tr("&Folder"), _row(self._folder, self._browse)),
            (self.tr("&Name"), self._name),
        ):
            form.addRow(words, field)
        for field, words in (
            (self._scope, self.tr("What is exported")),
            (self._size, self.tr("Size of the page")),
            (self._wide, self.tr("Width in pixels")),
            (self._high, self.tr("Height in pixels")),
            (self._scale, self.tr("Device pixels to a pixel of the page")),
            (self._dpi, self.tr("Dots per inch")),
            (self._theme, self.tr("Colours")),
            (self._description, self.tr("The chart in words, for those who do not see it")),
            (self._folder, self.tr("Folder")),
            (self._name, self.tr("Name of the file, without suffix")),
        ):
            field.setAccessibleName(words)
            field.setToolTip(words)
        column = QWidget(self)
        column.setFixedWidth(_COLUMN)
        right = QVBoxLayout(column)
        right.setContentsMargins(0, 0, 0, 0)
        right.addLayout(form)
        right.addStretch()
        right.addWidget(self._hint)
        right.addWidget(self._buttons)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(16, 16, 16, 16)
        layout.setSpacing(16)
        layout.addWidget(self._preview, 1)
        layout.addWidget(column)

    def _sizes(self) -> dict[str, str]:
        names = {
            "slide": self.tr("Slide 16:9"),
            "a4": self.tr("A4"),
            "square": self.tr("Square"),
            "banner": self.tr("Banner"),
        }
        pages = {name: _sized(words, PAGES[name]) for name, words in names.items()}
        screen = _sized(self.tr("As on the screen"), self._screen.page)
        return {"screen": screen} | pages | {"own": self.tr("Own…")}

    def _connect(self) -> None:
        for choice in (self._scope, self._size, self._theme):
            choice.currentIndexChanged.connect(self._refresh)
        for box in (self._transparent, self._header, self._footer, self._shapes):
            box.toggled.connect(self._refresh)
        for box in self._formats.values():
            box.toggled.connect(self._check)
        for side in (self._wide, self._high):
            side.valueChanged.connect(self._refresh)
        self._scale.valueChanged.connect(lambda scale: self._dpi.setValue(round(scale * CSS_DPI)))
        self._dpi.valueChanged.connect(self._take_dpi)
        self._description.textChanged.connect(self._edited)
        self._reset.clicked.connect(self._reset_description)
        self._browse.clicked.connect(self._ask_for_folder)
        for line in (self._folder, self._name):
            line.textChanged.connect(self._check)
        self._copy.clicked.connect(self._copy_chart)
        self._buttons.accepted.connect(self._accept)
        self._buttons.rejected.connect(self.reject)

    def _restore(self) -> None:
        """Take up the choices of the last time; what can't be used leaves the default."""
        settings = self._settings
        wanted = settings[EXPORT_FORMATS].split(",")
        for suffix, box in self._formats.items():
            box.setChecked(suffix in wanted)
        _choose(self._size, settings[EXPORT_SIZE])
        _choose(self._theme, settings[EXPORT_THEME])
        for box, flag in self._flags():
            box.setChecked(settings[flag] == "yes")
        sides = settings[EXPORT_OWN].split("x")
        for side, text in zip((self._wide, self._high), sides, strict=False):
            if text.isdecimal():
                side.setValue(int(text))
        try:
            self._scale.setValue(float(settings[EXPORT_SCALE]))
        except ValueError:
            self._scale.setValue(self._screen.scale)
        self._dpi.setValue(round(self._scale.value() * CSS_DPI))
        self._folder.setText(str(self._usual_folder()))

    def _remember(self, wanted: Wanted) -> None:
        settings = self._settings
        settings[EXPORT_FORMATS] = ",".join(wanted.suffixes)
        settings[EXPORT_SIZE] = self._size.currentData()
        settings[EXPORT_THEME] = self._theme.currentData()
        for box, flag in self._flags():
            settings[flag] = "yes" if box.isChecked() else "no"
        settings[EXPORT_OWN] = f"{self._wide.value()}x{self._high.value()}"
        settings[EXPORT_SCALE] = str(self._scale.value())
        settings[EXPORT_FOLDER] = str(wanted.folder)

    def _flags(self) -> tuple[tuple[QCheckBox, Setting[str]], ...]:
        return (
            (self._transparent, EXPORT_TRANSPARENT),
            (self._header, EXPORT_HEADER),
            (self._footer, EXPORT_FOOTER),
            (self._shapes, EXPORT_SHAPES),
        )

    def _usual_folder(self) -> Path:
        """The folder of the last export, while it is there; else the user's pictures."""
        location = QStandardPaths.StandardLocation.PicturesLocation
        pictures = QStandardPaths.writableLocation(location)
        folders = (Path(each) for each in (self._settings[EXPORT_FOLDER], pictures) if each)
        return next((folder for folder in folders if folder.is_dir()), Path.home())

    @property
    def wanted(self) -> Wanted:
        """What is chosen now."""
        suffixes = tuple(suffix for suffix, box in self._formats.items() if box.isChecked())
        folder = Path(self._folder.text().strip()).expanduser().absolute()
        scope: Scope = self._scope.currentData()
        return Wanted(scope, self._chart(), suffixes, folder, self._file_name())

    def _chart(self) -> "Chart":
        edited = self._is_edited and self._scope.currentData() == "chart"
        return replace(
            self._screen,
            page=self._page(),
            style=self._style(),
            scale=self._scale.value(),
            transparent=self._transparent.isChecked(),
            header=self._header.isChecked(),
            footer=self._footer.isChecked(),
            shapes=self._shapes.isChecked(),
            description=self._description.toPlainText().strip() if edited else "",
        )

    def _page(self) -> Page:
        size = self._size.currentData()
        if size == "own":
            return Page("own", self._wide.value(), self._high.value())
        return PAGES.get(size, self._screen.page)

    def _style(self) -> Style:
        return STYLES.get(self._theme.currentData(), self._screen.style)

    def _file_name(self) -> str:
        """The name as it was typed, without a suffix that says the format once more."""
        typed = Path(self._name.text().strip())
        return typed.stem if typed.suffix.lower().removeprefix(".") in _FORMATS else str(typed)

    def _refresh(self) -> None:
        """Lay the chart out anew and show it."""
        self._own.setVisible(self._size.currentData() == "own")
        chart = self._chart()
        figure = chart.figure()
        self._preview.show_figure(figure, transparent=chart.transparent)
        if not self._is_edited:
            self._set_description(figure.description)
        self._check()

    def _check(self) -> None:
        """Say what is still missing, and what the file will be like."""
        wanted = self.wanted
        alone = wanted.scope == "chart"
        self._name.setEnabled(alone)
        self._description.setEnabled(alone)
        self._reset.setEnabled(alone and self._is_edited)
        self._shapes.setEnabled("svg" in wanted.suffixes)
        width, height = (round(side * wanted.chart.scale) for side in _sides(wanted.chart.page))
        self._pixels.setText(self.tr("PNG: {w:,} × {h:,} pixels").format(w=width, h=height))
        fault = self._fault(wanted)
        self._hint.setText(fault or self._outcome(wanted))
        self._export.setEnabled(not fault)

    def _fault(self, wanted: Wanted) -> str:
        if not wanted.suffixes:
            return self.tr("Choose at least one kind of file.")
        if not self._folder.text().strip():
            return self.tr("Choose a folder.")
        if wanted.scope != "chart":
            return ""
        if wanted.name in ("", ".", ".."):
            return self.tr("Give the file a name.")
        wrong = sorted(_NOT_IN_NAMES.intersection(wanted.name))
        if wrong:
            return self.tr("A name can't have {signs} in it.").format(signs=" ".join(wrong))
        return ""

    def _outcome(self, wanted: Wanted) -> str:
        if wanted.scope == "chart":
            names = ", ".join(f"{wanted.name}.{suffix}" for suffix in wanted.suffixes)
            return self.tr("Writes {names}.").format(names=names)
        return self.tr("The files are named after selection and chart, such as {name}.").format(
            name=f"hebei-money.{wanted.suffixes[0]}"
        )

    def _take_dpi(self, dpi: int) -> None:
        # The scale is shown with two decimals: it changes only where the dots do.
        if round(self._scale.value() * CSS_DPI) != dpi:
            self._scale.blockSignals(True)
            self._scale.setValue(dpi / CSS_DPI)
            self._scale.blockSignals(False)
        self._check()

    def _edited(self) -> None:
        self._is_edited = True
        self._check()

    def _reset_description(self) -> None:
        self._is_edited = False
        self._refresh()

    def _set_description(self, words: str) -> None:
        self._description.blockSignals(True)
        self._description.setPlainText(words)
        self._description.blockSignals(False)

    def _ask_for_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(
            self, self.tr("Folder for charts"), self._folder.text()
        )
        if folder:
            self._folder.setText(folder)

    def _copy_chart(self) -> None:
        from jjjviewer.export import to_clipboard
        from jjjviewer.writing import ExportError

        try:
            to_clipboard(self._chart())
        except ExportError as error:
            self._hint.setText(str(error))
        else:
            self._hint.setText(self.tr("Copied as image, drawing and table."))

    def _accept(self) -> None:
        wanted = self.wanted
        names = self._in_the_way(wanted)
        if names and not self._may_replace(names):
            return
        self._remember(wanted)
        self.accept()

    def _may_replace(self, names: list[str]) -> bool:
        if len(names) == 1:
            question = self.tr("'{name}' is there already. Replace it?").format(name=names[0])
        else:
            some = ", ".join(names[:_MOST_NAMED]) + (" …" if len(names) > _MOST_NAMED else "")
            question = self.tr("{count} files are there already: {names}. Replace them?").format(
                count=len(names), names=some
            )
        answer = QMessageBox.question(self, self.tr("Export"), question)
        return answer == QMessageBox.StandardButton.Yes


def _choices(choices: dict[str, str], parent: QWidget) -> QComboBox:
    box = QComboBox(parent)
    for key, words in choices.items():
        box.addItem(words, key)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(max(0, box.findData(key)))


def _pixels(least: int, parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(least, LARGEST_PAGE)
    box.setSingleStep(10)
    # Half a number typed is not yet a size.
    box.setKeyboardTracking(False)
    return box


def _row(*fields: QWidget) -> QWidget:
    """Fields side by side."""
    row = QWidget()
    layout = QHBoxLayout(row)
    layout.setContentsMargins(0, 0, 0, 0)
    for field in fields:
        layout.addWidget(field, 1 if isinstance(field, QLineEdit | QComboBox | QSpinBox) else 0)
    if not any(isinstance(field, QLineEdit | QComboBox) for field in fields):
        layout.addStretch()
    layout.setAlignment(Qt.AlignmentFlag.AlignVCenter)
    return row


def _sized(words: str, page: Page) -> str:
    return tr("{name}, {width} × {height}", name=words, width=page.width, height=page.height)


def _sides(page: Page) -> tuple[int, int]:
    return page.width, page.height
