"""One field that finds speakers, places, themes, statements and figures as somebody types."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import (
    QAbstractListModel,
    QEvent,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.ui import speech, theme
from jjjviewer.ui.tables import Index
from jjjviewer.ui.words import matches

if TYPE_CHECKING:
    from jjjviewer.model.search import Found, Hit, Search

_WIDTH = 260
_LIST_WIDTH = 620
_MOST_HEIGHT = 460
_PAD = 8
_RIM = 2
"""The lines above and below the list."""
_BEFORE = 12
"""How many characters stand before a match that would else be out of sight."""
_LINE = Qt.ItemDataRole.UserRole


@dataclass(frozen=True)
class _Line:
    """A line of the list: a hit, or a heading or remark, which can't be chosen."""

    name: str
    about: str = ""
    hit: "Hit | None" = None
    is_heading: bool = False


class SearchField(QLineEdit):
    """Type, walk the results with the arrow keys, choose with Enter; Escape leaves."""

    chosen = Signal(object)
    """The `Place` of a result."""
    looked_for = Signal(tuple)
    """The words that are searched for, to be marked wherever they stand; none when it ends."""

    ready = Signal()
    """From now on what is typed is looked for at once."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search: Search | None = None
        self._words: tuple[str, ...] = ()
        self._came_from: QWidget | None = None
        self.setFixedWidth(_WIDTH)
        self.setClearButtonEnabled(True)
        self.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(
            self.tr("Speakers, places, themes, statements and figures; in Chinese or pinyin too")
        )
        self._list = _Results(self.window())
        self._list.setFocusProxy(self)
        self._list.clicked.connect(self._choose)
        self._frame = _framed(self._list, self.window())
        self.textEdited.connect(self._look)
        self.textChanged.connect(lambda text: None if text else self._end())

    @property
    def is_ready(self) -> bool:
        """Whether what is typed is looked for at once."""
        return self._search is not None

    def set_search(self, search: "Search | None") -> None:
        """Search another pack, or none while it is not there yet."""
        self._search = search
        if search is None:
            self.clear()
            return
        # Somebody may have been quicker than the pack.
        self._look(self.text())
        self.ready.emit()

    def set_style(self, style: Style) -> None:
        self._list.set_style(style)

    def begin(self) -> None:
        """Take the keys, until Escape gives them back."""
        if not self.hasFocus():
            self._came_from = self.window().focusWidget()
        self.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.selectAll()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}
        key = Qt.Key(event.key())
        if key in steps:
            if self._frame.isHidden():
                self._look(self.text())
            else:
                self._list.step(steps[key])
                speech.say(self, self._list.line)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._choose(self._list.currentIndex())
        elif key == Qt.Key.Key_Escape:
            self.clear()
            if self._came_from is not None:
                self._came_from.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusOut:
            self._frame.hide()
        return super().event(event)

    def _look(self, typed: str) -> None:
        """Find what is typed and show it below the field."""
        if self._search is None or not typed.strip():
            self._end()
            return
        found = self._search.find(typed)
        self._mark(found.words if found.groups else ())
        self._list.show_lines(_lines(found, typed.strip()), found.words)
        self._place_list()
        speech.say(self, self._list.line)

    def _place_list(self) -> None:
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        wide = min(_LIST_WIDTH, window.width() - corner.x() - _PAD)
        high = min(
            _MOST_HEIGHT, self._list.height_of_all() + _RIM, window.height() - corner.y() - _PAD
        )
        self._frame.setGeometry(QRect(corner, QSize(wide, high)))
        self._frame.show()
        self._frame.raise_()

    def _choose(self, index: QModelIndex) -> None:
        line = index.data(_LINE)
        if line is not None and line.hit is not None and not self._frame.isHidden():
            self._frame.hide()
            self.chosen.emit(line.hit.place)

    def _end(self) -> None:
        self._frame.hide()
        self._mark(())

    def _mark(self, words: tuple[str, ...]) -> None:
        if words != self._words:
            self._words = words
            self.looked_for.emit(words)


def _framed(inside: QWidget, window: QWidget) -> QFrame:
    """A frame that lies over the window, not a window of its own: the field keeps the keys."""
    frame = QFrame(window)
    frame.setObjectName("results")
    layout = QVBoxLayout(frame)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.addWidget(inside)
    frame.hide()
    return frame


def _lines(found: "Found", typed: str) -> list[_Line]:
    if not found.groups:
        words = tr(
            "Nothing matches “{typed}”. Try fewer letters, or another spelling.", typed=typed
        )
        return [_Line(words)]
    names = {
        "speakers": tr("Speakers"),
        "regions": tr("Regions"),
        "themes": tr("Themes"),
        "places": tr("Places"),
        "others": tr("Organisations and projects"),
        "statements": tr("Statements"),
        "figures": tr("Figures"),
    }
    lines = []
    if found.corrected:
        nearest = " ".join(found.words)
        words = tr("Nothing matches “{typed}”; shown: {nearest}", typed=typed, nearest=nearest)
        lines.append(_Line(words))
    for group in found.groups:
        lines.append(_Line(names[group.group], is_heading=True))
        lines += [_Line(hit.name, hit.about, hit) for hit in group.hits]
        if group.has_more:
            lines.append(_Line(tr("… and more: type another word")))
    return lines


class _LinesModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[_Line] = ()

    def fill(self, lines: Sequence[_Line]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        chosen = self._lines[index.row()].hit is not None
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled if chosen else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return ", ".join(part for part in (line.name, line.about) if part)
            case Qt.ItemDataRole.ToolTipRole if line.hit is not None:
                return line.name
            case _ if role == _LINE:
                return line
        return None


class _Results(QListView):
    """The lines of an answer; headings are passed over."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _LinesModel(self)
        self._delegate = _LineDelegate(self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(self.tr("Results of the search"))

    def show_lines(self, lines: Sequence[_Line], words: tuple[str, ...]) -> None:
        """Show another answer, its first hit chosen."""
        self._delegate.words = words
        self._model.fill(lines)
        first = next((at for at, line in enumerate(lines) if line.hit is not None), -1)
        self.setCurrentIndex(self._model.index(first))
        self.scrollToTop()

    def set_style(self, style: Style) -> None:
        self._delegate.style = style

    def step(self, by: int) -> None:
        """Go to the next hit, down or up."""
        at = self.currentIndex().row() + by
        while 0 <= at < self._model.rowCount():
            index = self._model.index(at)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return
            at += by

    @property
    def line(self) -> str:
        """What the chosen line says, or where none can be chosen, the only one."""
        index = self.currentIndex()
        return str((index if index.isValid() else self._model.index(0)).data())

    def height_of_all(self) -> int:
        first, last = (self._model.index(at) for at in (0, self._model.rowCount() - 1))
        return self.visualRect(last).bottom() - self.visualRect(first).top() + 1


class _LineDelegate(QStyledItemDelegate):
    """Paints a hit with what matches in it marked, and behind it, muted, what it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.words: tuple[str, ...] = ()
        self.style = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(0, option.fontMetrics.height() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line = index.data(_LINE)
        self.initStyleOption(option, index)
        painter.save()
        painter.setFont(option.font)
        if line.hit is None:
            self._paint_remark(painter, option, line)
        else:
            self._paint_hit(painter, option, line)
        painter.restore()

    def _paint_remark(self, painter: QPainter, option: QStyleOptionViewItem, line: _Line) -> None:
        font = QFont(option.font)
        font.setBold(line.is_heading)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        room = option.rect.adjusted(_PAD if line.is_heading else 2 * _PAD, 0, -_PAD, 0)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, line: _Line) -> None:
        role = QPalette.ColorRole
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, option.palette.color(role.Highlight))
        room = option.rect.adjusted(2 * _PAD, 0, -_PAD, 0)
        metrics = option.fontMetrics
        about = metrics.elidedText(line.about, Qt.TextElideMode.ElideRight, room.width() // 3)
        painter.setPen(
            option.palette.color(role.HighlightedText if chosen else role.PlaceholderText)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, about)
        room.setRight(room.right() - metrics.horizontalAdvance(about) - _PAD)
        name = self._from_the_match(line.name, metrics, room.width())
        if not chosen:
            self._mark_matches(painter, name, metrics, room)
        painter.setPen(option.palette.color(role.HighlightedText if chosen else role.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)

    def _from_the_match(self, name: str, metrics: QFontMetrics, room: int) -> str:
        """A long name so that what matches is in sight."""
        spans = matches(name, self.words)
        if spans and metrics.horizontalAdvance(name[: spans[0][1]]) > room:
            start = name.rfind(" ", 0, max(0, spans[0][0] - _BEFORE)) + 1
            name = f"…{name[start:]}"
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _mark_matches(
        self, painter: QPainter, name: str, metrics: QFontMetrics, room: QRect
    ) -> None:
        color = QColor(theme.found(self.style))
        for start, end in matches(name, self.words):
            left = room.left() + metrics.horizontalAdvance(name[:start])
            wide = metrics.horizontalAdvance(name[:end]) - metrics.horizontalAdvance(name[:start])
            top = room.center().y() - metrics.height() // 2
            painter.fillRect(QRect(left, top, wide, metrics.height()), color)
