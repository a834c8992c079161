"""The appearance of the window, made from the charts' colours: palette, style sheet, icons."""

from functools import cache
from typing import Literal

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QFontDatabase,
    QFontInfo,
    QGuiApplication,
    QIcon,
    QImage,
    QPainter,
    QPalette,
    QPen,
    QPixmap,
)
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QApplication, QWidget

from jjjviewer.charts.style import DARK, LIGHT, STYLES, Style, mixed, readable_on
from jjjviewer.charts.typeface import FAMILY
from jjjviewer.paths import resource

Mode = Literal["system", "light", "dark"]

ICON = 20
"""The side of an icon, in pixels."""
SWATCH = QSize(13, 13)
"""The size of a swatch, in pixels."""


def style_for(mode: str) -> Style:
    """Return the colours of a mode; `system` follows the desktop."""
    if mode in STYLES:
        return STYLES[mode]
    scheme = QGuiApplication.styleHints().colorScheme()
    return DARK if scheme == Qt.ColorScheme.Dark else LIGHT


def apply(window: QWidget, mode: str, text_size: int) -> Style:
    """Apply a mode to the application and return its colours.

    Args:
        window: the parent of all other widgets.
        mode: `light`, `dark` or `system`.
        text_size: in percent of the size that the system has for programs.
    """
    hints = QGuiApplication.styleHints()
    # The desktop then draws the title bar in the same mode.
    match mode:
        case "light":
            hints.setColorScheme(Qt.ColorScheme.Light)
        case "dark":
            hints.setColorScheme(Qt.ColorScheme.Dark)
        case _:
            hints.unsetColorScheme()
    style = style_for(mode)
    QApplication.setPalette(palette(style))
    font = QFontDatabase.systemFont(QFontDatabase.SystemFont.GeneralFont)
    font.setFamily(FAMILY)
    font.setPointSizeF(QFontInfo(font).pointSizeF() * text_size / 100)
    if QApplication.font() != font:
        QApplication.setFont(font)
    # A style sheet of the application would be applied to each widget several times.
    window.setStyleSheet(_sheet(style))
    return style


def palette(style: Style) -> QPalette:
    """Return the Qt palette of a style."""
    palette_ = QPalette(QColor(style.surface))
    selected = _selected(style)
    role = QPalette.ColorRole
    for each, color in {
        role.Window: style.surface,
        role.WindowText: style.text,
        role.Base: style.background,
        role.AlternateBase: style.surface,
        role.Text: style.text,
        role.Button: style.surface,
        role.ButtonText: style.text,
        role.BrightText: style.text,
        role.PlaceholderText: style.muted,
        role.ToolTipBase: style.surface,
        role.ToolTipText: style.text,
        role.Highlight: selected,
        role.HighlightedText: readable_on(selected),
        role.Accent: style.accent,
        role.Link: style.accent,
        role.LinkVisited: style.accent,
        role.Light: style.background,
        role.Midlight: style.grid,
        role.Mid: style.grid,
        role.Dark: style.axis,
        role.Shadow: style.axis,
    }.items():
        palette_.setColor(each, QColor(color))
    for each in (role.WindowText, role.Text, role.ButtonText):
        palette_.setColor(QPalette.ColorGroup.Disabled, each, QColor(muted_color(style)))
    return palette_


def _selected(style: Style) -> str:
    """Return the background of a selected row."""
    # On dark backgrounds the accent is as bright as text, too bright to fill a row.
    glare = style.name == "dark"
    return mixed((style.background, style.accent), 0.5) if glare else style.accent


def muted_color(style: Style) -> str:
    """Return the colour of disabled text, as pale as is legible."""
    return mixed((style.surface, style.muted), 0.75)


def highlight_color(style: Style) -> str:
    """Return the background of what is highlighted: a light accent."""
    return mixed((style.background, style.accent), 0.16)


def search_color(style: Style) -> str:
    """Return the background of search matches; text on it stays legible."""
    return mixed((style.background, style.regions[1].quiet), 0.3)


def icon(name: str, style: Style, side: int) -> QIcon:
    """Load a bundled icon of a size in pixels, in the text colour of its state."""
    made = QIcon()
    # Only in the sizes that the screens need, since start-up draws a dozen icons.
    sizes = {round(side * screen.devicePixelRatio()) for screen in QGuiApplication.screens()}
    for size in sorted(sizes):
        shape = _shape(name, size)
        made.addPixmap(_colored(shape, style.text), QIcon.Mode.Normal)
        made.addPixmap(_colored(shape, muted_color(style)), QIcon.Mode.Disabled)
        made.addPixmap(_colored(shape, readable_on(_selected(style))), QIcon.Mode.Selected)
    return made


@cache
def _shape(name: str, side: int) -> QImage:
    """Draw the shape of a bundled icon, once for all colours."""
    shape = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    shape.fill(Qt.GlobalColor.transparent)
    painter = QPainter(shape)
    QSvgRenderer(str(resource(f"icons/{name}.svg"))).render(painter, QRectF(0, 0, side, side))
    painter.end()
    return shape


def _colored(shape: QImage, color: str) -> QPixmap:
    colored = QImage(shape.size(), shape.format())
    colored.fill(QColor(color))
    painter = QPainter(colored)
    # Filling the shape by `fillRect` would have PySide create the enumeration of all preset
    # gradients, which takes longer than all icons of the first window.
    painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_DestinationIn)
    painter.drawImage(0, 0, shape)
    painter.end()
    return QPixmap.fromImage(colored)


def swatch(color: str, style: Style, *, square: bool) -> QPixmap:
    """Draw a swatch in a region's colour: a square for a region, a disc for a speaker."""
    pixmap = QPixmap(SWATCH * 2)
    pixmap.setDevicePixelRatio(2)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    # The rim keeps it visible on a selected row.
    painter.setPen(QPen(QColor(style.background), 1.5))
    painter.setBrush(QColor(color))
    area = QRectF(QPointF(), SWATCH).adjusted(1, 1, -1, -1)
    if square:
        painter.drawRoundedRect(area, 3, 3)
    else:
        painter.drawEllipse(area.adjusted(1, 1, -1, -1))
    painter.end()
    return pixmap


def _check_on(color: str) -> str:
    white = readable_on(color) == "#ffffff"
    return _url("check-white" if white else "check-black")


def _url(icon: str) -> str:
    """Return the path of an icon as style sheets want it."""
    return resource(f"icons/{icon}.svg").as_posix()


def _sheet(style: Style) -> str:
    rules = (_bar_rules, _view_rules, _check_rules, _field_rules, _frame_rules)
    return "".join(each(style) for each in rules)


def _bar_rules(style: Style) -> str:
    """Style tool bars, buttons and tabs."""
    return f"""
        QToolBar {{
            border: 0; border-bottom: 1px solid {style.grid}; padding: 4px 8px; spacing: 4px;
        }}
        QToolButton {{ padding: 4px 8px; border: 1px solid transparent; border-radius: 4px; }}
        #chart-types QToolButton {{ padding: 2px 0; }}
        #chip {{ padding: 1px 8px; border-color: {style.axis}; border-radius: 9px; }}
        QToolButton:hover {{ background: {style.grid}; }}
        QToolButton:focus, #chip:focus {{ border-color: {style.accent}; }}
        QToolButton:checked {{
            background: {highlight_color(style)}; border-color: {style.accent};
        }}
        QToolButton:checked:focus {{ border-color: {style.text}; }}
        QToolButton::menu-indicator {{ image: none; }}
        QTabBar::tab {{
            color: {style.muted}; padding: 6px 12px; border: 0; border-top: 2px solid {style.grid};
        }}
        QTabBar::tab:hover {{ background: {style.grid}; }}
        QTabBar::tab:selected {{ color: {style.text}; border-top-color: {style.accent}; }}
        QTabBar:focus {{ border: 1px solid {style.accent}; border-radius: 4px; }}
    """


def _view_rules(style: Style) -> str:
    """Style trees, tables, lists and texts."""
    return f"""
        QHeaderView::section {{
            background: {style.surface}; color: {style.muted}; border: 0;
            border-bottom: 1px solid {style.grid}; padding: 4px 6px;
        }}
        #counts::section {{ padding: 4px 3px; }}
        QTreeView, QTableView, QTextBrowser {{ border: 1px solid transparent; }}
        QTreeView:focus, QTableView:focus, QTextBrowser:focus {{ border-color: {style.accent}; }}
        #results QListView {{ border: 0; }}
        #results {{ border: 1px solid {style.axis}; background: {style.background}; }}
        #notice {{ background: {highlight_color(style)}; border-bottom: 1px solid {style.accent}; }}
        #tour {{ background: {highlight_color(style)}; border: 1px solid {style.accent}; }}
    """


def _check_rules(style: Style) -> str:
    """Style radio buttons and check boxes."""
    return f"""
        QRadioButton::indicator {{
            width: 12px; height: 12px; border: 1px solid {style.muted}; border-radius: 7px;
            background: {style.background};
        }}
        QRadioButton::indicator:checked {{
            width: 6px; height: 6px; border: 4px solid {style.accent};
        }}
        QRadioButton::indicator:focus {{ border-color: {style.text}; }}
        QCheckBox::indicator, QListView::indicator {{
            width: 13px; height: 13px; border: 1px solid {style.muted}; border-radius: 3px;
            background: {style.background};
        }}
        QCheckBox::indicator:checked, QListView::indicator:checked {{
            background: {style.accent}; border-color: {style.accent};
            image: url("{_check_on(style.accent)}");
        }}
        QCheckBox::indicator:focus {{ border-color: {style.text}; }}
        QCheckBox::indicator:disabled {{ border-color: {style.grid}; }}
    """


def _field_rules(style: Style) -> str:
    """Style fields that are filled in."""
    return f"""
        QLineEdit, QPlainTextEdit, QSpinBox, QDoubleSpinBox, QComboBox {{
            background: {style.background}; border: 1px solid {style.axis}; border-radius: 3px;
            padding: 3px 6px; min-height: 0.95em;
            selection-background-color: {style.accent};
            selection-color: {readable_on(style.accent)};
        }}
        QLineEdit:focus, QPlainTextEdit:focus, QSpinBox:focus, QDoubleSpinBox:focus,
        QComboBox:focus {{ border-color: {style.accent}; }}
        QLineEdit:disabled, QPlainTextEdit:disabled, QSpinBox:disabled, QDoubleSpinBox:disabled,
        QComboBox:disabled {{ background: {style.surface}; border-color: {style.grid}; }}
        QComboBox::drop-down {{ border: 0; width: 24px; }}
        QAbstractSpinBox::up-button, QAbstractSpinBox::down-button {{ border: 0; width: 20px; }}
        QComboBox::down-arrow, QAbstractSpinBox::down-arrow {{
            image: url("{_url("chevron-down")}"); width: 12px; height: 12px;
        }}
        QAbstractSpinBox::up-arrow {{
            image: url("{_url("chevron-up")}"); width: 12px; height: 12px;
        }}
    """


def _frame_rules(style: Style) -> str:
    """Style what separates and surrounds widgets."""
    return f"""
        QDialogButtonBox {{ dialogbuttonbox-buttons-have-icons: 0; }}
        QSplitter::handle {{ background: {style.grid}; }}
        QMenu::separator {{ height: 1px; background: {style.grid}; margin: 4px 8px; }}
        QStatusBar {{ border-top: 1px solid {style.grid}; }}
        QStatusBar::item {{ border: 0; }}
        QToolTip {{
            background: {style.surface}; color: {style.text}; border: 1px solid {style.axis};
            padding: 4px;
        }}
    """
