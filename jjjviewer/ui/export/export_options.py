"""The fields of the export dialog whose values are saved."""

from PySide6.QtCore import QObject, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QWidget,
)

from jjjviewer.charts.style import (
    LARGEST_PAGE,
    LEAST_PAGE,
    PAGES,
    STYLES,
    Page,
    Style,
)
from jjjviewer.charts.translation import tr
from jjjviewer.export.chart import Chart
from jjjviewer.ui.shared.settings import (
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

_SCALES = (0.5, 8)
"""Least and greatest number of device pixels per pixel of the page."""
FORMATS = {"png": "PNG", "svg": "SVG", "pdf": "PDF", "csv": "CSV", "xlsx": "XLSX"}


class ExportOptions(QObject):
    """Holds the fields for formats, page size, scale, colours, and page elements.

    Args:
        screen: the current chart, which supplies what the user does not choose.
        parent: the dialog of the fields.
    """

    changed = Signal()
    """The chart looks different."""
    files_changed = Signal()
    """The chart looks the same, but its files differ."""

    def __init__(self, screen: Chart, parent: QWidget) -> None:
        super().__init__(parent)
        self._screen = screen
        self._formats = {suffix: QCheckBox(words, parent) for suffix, words in FORMATS.items()}
        self._size = choices(self._sizes(), parent)
        self._wide, self._high = (_pixels(least, parent) for least in LEAST_PAGE)
        self._own = side_by_side(self._wide, QLabel("×", parent), self._high)
        self._scale = QDoubleSpinBox(parent)
        self._scale.setRange(*_SCALES)
        self._scale.setSingleStep(0.5)
        self._scale.setSuffix(" ×")
        self._dpi = QSpinBox(parent)
        self._dpi.setSuffix(tr(" dpi"))
        self._pixels = QLabel(parent)
        themes = {
            "light": tr("Light"),
            "dark": tr("Dark"),
            "screen": tr("As on the screen"),
        }
        self._theme = choices(themes, parent)
        self._transparent = QCheckBox(tr("Transparent"), parent)
        self._header = QCheckBox(tr("Title"), parent)
        self._footer = QCheckBox(tr("Notes"), parent)
        self._text_as_shapes = QCheckBox(tr("SVG text as shapes"), parent)
        for field, words in (
            (self._size, tr("Size of the page")),
            (self._wide, tr("Width in pixels")),
            (self._high, tr("Height in pixels")),
            (self._scale, tr("Pixels of the image for each pixel of the page")),
            (self._dpi, tr("Dots per inch")),
            (self._theme, tr("Colours")),
        ):
            field.setAccessibleName(words)
            field.setToolTip(words)

    def rows(self) -> tuple[tuple[str, QWidget], ...]:
        """Return the fields with their labels, from top to bottom."""
        return (
            (tr("For&mats"), side_by_side(*self._formats.values())),
            (tr("&Size"), self._size),
            ("", self._own),
            (tr("&Resolution"), side_by_side(self._scale, self._dpi)),
            ("", self._pixels),
            (tr("&Colours"), side_by_side(self._theme, self._transparent)),
            (tr("S&how"), side_by_side(self._header, self._footer, self._text_as_shapes)),
        )

    def fields(self) -> tuple[QWidget, ...]:
        """Return the fields as they stand, from top to bottom and from left to right."""
        numbers = (self._wide, self._high, self._scale, self._dpi)
        looks = (self._theme, self._transparent)
        shown = (self._header, self._footer, self._text_as_shapes)
        return (*self._formats.values(), self._size, *numbers, *looks, *shown)

    def connect_fields(self) -> None:
        """Connect the fields to the signals."""
        for choice in (self._size, self._theme):
            choice.currentIndexChanged.connect(self.changed)
        for box, _ in self._flags():
            box.toggled.connect(self.changed)
        for side in (self._wide, self._high):
            side.valueChanged.connect(self.changed)
        for box in self._formats.values():
            box.toggled.connect(self.files_changed)
        self._scale.valueChanged.connect(self.files_changed)
        self._dpi.valueChanged.connect(self._take_dpi)

    def restore(self, settings: Settings) -> None:
        """Restore saved choices; values that can't be used leave the default."""
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

    def remember(self, settings: Settings) -> None:
        """Save the choices."""
        settings[EXPORT_FORMATS] = ",".join(self.suffixes)
        settings[EXPORT_SIZE] = self._size.currentData()
        settings[EXPORT_THEME] = self._theme.currentData()
        for box, flag in self._flags():
            settings[flag] = "yes" if box.isChecked() else "no"
        if self._size.currentData() == "own":
            settings[EXPORT_OWN] = f"{self._wide.value()}x{self._high.value()}"
        settings[EXPORT_SCALE] = str(self._scale.value())

    @property
    def suffixes(self) -> tuple[str, ...]:
        """The formats that are chosen."""
        return tuple(suffix for suffix, box in self._formats.items() if box.isChecked())

    @property
    def chart(self) -> Chart:
        """The current chart with the chosen options."""
        return self._screen._replace(
            page=self._page(),
            style=self._style(),
            scale=self._scale.value(),
            transparent=self._transparent.isChecked(),
            header=self._header.isChecked(),
            footer=self._footer.isChecked(),
            text_as_shapes=self._text_as_shapes.isChecked(),
        )

    def show_state(self) -> None:
        """Enable the fields that apply to the choices, and show the resulting size."""
        self._text_as_shapes.setEnabled("svg" in self.suffixes)
        page, scale = self._page(), self._scale.value()
        self._own.setEnabled(page.name == "own")
        for side, pixels in ((self._wide, page.width), (self._high, page.height)):
            with QSignalBlocker(side):
                side.setValue(pixels)
        with QSignalBlocker(self._dpi):
            self._dpi.setRange(*(round(each * page.dpi) for each in _SCALES))
            self._dpi.setValue(round(scale * page.dpi))
        width, height = round(page.width * scale), round(page.height * scale)
        self._pixels.setText(tr("PNG: {w:,} × {h:,} pixels", w=width, h=height))

    def _sizes(self) -> dict[str, str]:
        names = {
            "slide": tr("Slide 16:9"),
            "a4": tr("A4"),
            "square": tr("Square"),
            "banner": tr("Banner"),
        }
        pages = {name: _sized(words, PAGES[name]) for name, words in names.items()}
        screen = _sized(tr("As on the screen"), self._screen.page)
        return {"screen": screen} | pages | {"own": tr("Custom…")}

    def _flags(self) -> tuple[tuple[QCheckBox, Setting[str]], ...]:
        return (
            (self._transparent, EXPORT_TRANSPARENT),
            (self._header, EXPORT_HEADER),
            (self._footer, EXPORT_FOOTER),
            (self._text_as_shapes, EXPORT_SHAPES),
        )

    def _page(self) -> Page:
        size = self._size.currentData()
        if size == "own":
            return Page("own", self._wide.value(), self._high.value())
        return PAGES.get(size, self._screen.page)

    def _style(self) -> Style:
        return STYLES.get(self._theme.currentData(), self._screen.style)

    def _take_dpi(self, dpi: int) -> None:
        self._scale.setValue(dpi / self._page().dpi)


def choices(words: dict[str, str], parent: QWidget) -> QComboBox:
    """Return a combo box of keys and their labels."""
    box = QComboBox(parent)
    for key, said in words.items():
        box.addItem(said, key)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    return box


def _choose(box: QComboBox, key: str) -> None:
    box.setCurrentIndex(max(0, box.findData(key)))


def _pixels(least: int, parent: QWidget) -> QSpinBox:
    box = QSpinBox(parent)
    box.setRange(least, LARGEST_PAGE)
    box.setSingleStep(10)
    # While a number is being typed it is not yet a size.
    box.setKeyboardTracking(False)
    return box


def side_by_side(*fields: QWidget) -> QWidget:
    """Return a widget with fields side by side; the key of its label leads to the first."""
    row = QWidget()
    row.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    row.setFocusProxy(fields[0])
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
