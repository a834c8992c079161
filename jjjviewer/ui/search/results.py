"""The results of a search: a grouped list with marked matches."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOption,
    QStyleOptionViewItem,
    QStylePainter,
    QVBoxLayout,
    QWidget,
)

from jjjviewer.charts.style import LIGHT, Style
from jjjviewer.charts.translation import tr
from jjjviewer.model.search import Found
from jjjviewer.ui.search.result_lines import ResultLine, lines_of
from jjjviewer.ui.shared import theme
from jjjviewer.ui.shared.model_index import ModelIndex
from jjjviewer.ui.shared.text_hit import TextHit
from jjjviewer.ui.shared.wording import matches, tip

_PAD = 8
_WIDTH = 620
_MOST_HEIGHT = 640
_BORDERS = 2
"""Width of the lines above and below the list together, in pixels."""
_BEFORE = 12
"""Number of characters shown before a match when the start of a name is elided."""
_LINE = Qt.ItemDataRole.UserRole
"""The item role of a row's `ResultLine`."""


class _ResultsModel(QAbstractListModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._lines: Sequence[ResultLine] = ()

    def fill(self, lines: Sequence[ResultLine]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: ModelIndex = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: ModelIndex) -> Qt.ItemFlag:
        enabled = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return enabled if self._lines[index.row()].can_be_chosen else Qt.ItemFlag.NoItemFlags

    def data(
        self, index: ModelIndex, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | ResultLine | None:
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return line.spoken
            case Qt.ItemDataRole.ToolTipRole if line.hit or line.in_text:
                return tip(line.name)
            case _ if role == _LINE:
                return line
        return None


class Results(QFrame):
    """Shows the results in a list on top of the window.

    It is no window of its own, so that the search field keeps the keyboard focus.

    Args:
        window: the window to cover.
    """

    clicked = Signal(object)
    """The `ResultLine` that was clicked."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self.setObjectName("results")
        # Otherwise Qt would repaint everything below for a bit of the border.
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self._list = _List(self)
        self._list.clicked.connect(lambda index: self.clicked.emit(index.data(_LINE)))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._list)
        self.hide()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOption()
        option.initFrom(self)
        painter.drawPrimitive(QStyle.PrimitiveElement.PE_Widget, option)
        painter.end()

    def show_found(self, found: Found, typed: str, in_text: Sequence[TextHit]) -> None:
        """Show the results of a search, with the first hit selected if it is the likely one.

        That is one of exactly this name, or the only one. Else Enter shows all results.
        """
        is_likely = found.is_name or found.total < 2
        self._list.show_lines(lines_of(found, typed, in_text), found.words, is_likely=is_likely)

    def place_at(self, corner: QPoint) -> None:
        """Show the list below a corner, as large as its lines need and the window allows."""
        wide = min(_WIDTH, self._window.width() - corner.x() - _PAD)
        needed = self._list.height_of_all() + _BORDERS
        high = min(_MOST_HEIGHT, needed, self._window.height() - corner.y() - _PAD)
        self.setGeometry(QRect(corner, QSize(wide, high)))
        self.show()
        self.raise_()

    def apply_theme(self, style: Style) -> None:
        self._list.apply_theme(style)

    def step(self, by: int) -> None:
        """Select the next hit, down or up."""
        self._list.step(by)

    @property
    def line(self) -> ResultLine:
        """What Enter chooses: the selected line, or the last one where none is."""
        line: ResultLine | None = self._list.currentIndex().data(_LINE)
        return line or self._list.last_line

    @property
    def last_line(self) -> ResultLine:
        """The last line, which shows all results where there are any of records."""
        return self._list.last_line

    @property
    def announcement(self) -> str:
        """The text of the selected line; where none is, what Enter does or what the remark says."""
        return self._list.announcement


class _List(QListView):
    """A list view whose keyboard steps skip headings."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._model = _ResultsModel(self)
        self._delegate = _ResultDelegate(lambda: self.key_of_all, self)
        self.setModel(self._model)
        self.setItemDelegate(self._delegate)
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Search results"))

    def show_lines(
        self, lines: Sequence[ResultLine], words: tuple[str, ...], *, is_likely: bool
    ) -> None:
        self._delegate.words = words
        self._model.fill(lines)
        choosable = (at for at, line in enumerate(lines) if line.can_be_chosen)
        first = next(choosable, -1) if is_likely else -1
        self.setCurrentIndex(self._model.index(first))
        self.scrollToTop()

    def apply_theme(self, style: Style) -> None:
        self._delegate.style = style

    def step(self, by: int) -> None:
        at = self.currentIndex().row() + by
        while 0 <= at < self._model.rowCount():
            index = self._model.index(at)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return
            at += by

    @property
    def last_line(self) -> ResultLine:
        line: ResultLine = self._model.index(self._model.rowCount() - 1).data(_LINE)
        return line

    @property
    def announcement(self) -> str:
        line: ResultLine | None = self.currentIndex().data(_LINE)
        if line is None and self.last_line.query:
            return f"{self.last_line.name}, {self.key_of_all}"
        first: ResultLine = self._model.index(0).data(_LINE)
        return (line or first).spoken

    @property
    def key_of_all(self) -> str:
        """The key that shows all results."""
        return tr("Ctrl+Enter") if self.currentIndex().isValid() else tr("Enter")

    def height_of_all(self) -> int:
        first, last = (self._model.index(at) for at in (0, self._model.rowCount() - 1))
        return self.visualRect(last).bottom() - self.visualRect(first).top() + 1


class _ResultDelegate(QStyledItemDelegate):
    """Paints a hit with marked matches, and its description muted at the right.

    Args:
        key_of_all: returns the key that shows all results.
        parent: the Qt parent.
    """

    def __init__(self, key_of_all: Callable[[], str], parent: QObject) -> None:
        super().__init__(parent)
        self.key_of_all = key_of_all
        self.words: tuple[str, ...] = ()
        self.style = LIGHT

    def sizeHint(self, option: QStyleOptionViewItem, index: ModelIndex) -> QSize:
        return QSize(0, option.fontMetrics.height() + _PAD)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: ModelIndex) -> None:
        line = index.data(_LINE)
        self.initStyleOption(option, index)
        painter.save()
        painter.setFont(option.font)
        if not line.can_be_chosen:
            self._paint_remark(painter, option, line)
        else:
            self._paint_hit(painter, option, line)
        painter.restore()

    def _paint_remark(
        self, painter: QPainter, option: QStyleOptionViewItem, line: ResultLine
    ) -> None:
        font = QFont(option.font)
        font.setBold(line.is_heading)
        painter.setFont(font)
        painter.setPen(option.palette.color(QPalette.ColorRole.PlaceholderText))
        room = option.rect.adjusted(_PAD if line.is_heading else 2 * _PAD, 0, -_PAD, 0)
        metrics = QFontMetrics(font)
        text = metrics.elidedText(line.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_hit(self, painter: QPainter, option: QStyleOptionViewItem, line: ResultLine) -> None:
        role = QPalette.ColorRole
        chosen = bool(option.state & QStyle.StateFlag.State_Selected)
        if chosen:
            painter.fillRect(option.rect, option.palette.color(role.Highlight))
        room = option.rect.adjusted(2 * _PAD, 0, -_PAD, 0)
        metrics = option.fontMetrics
        words = self.key_of_all() if line.query else line.about
        about = metrics.elidedText(words, Qt.TextElideMode.ElideRight, room.width() // 3)
        painter.setPen(
            option.palette.color(role.HighlightedText if chosen else role.PlaceholderText)
        )
        painter.drawText(room, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, about)
        room.setRight(room.right() - metrics.horizontalAdvance(about) - _PAD)
        name = self._elided_to_match(line.name, metrics, room.width())
        if not chosen:
            self._mark_matches(painter, name, metrics, room)
        painter.setPen(option.palette.color(role.HighlightedText if chosen else role.Text))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)

    def _elided_to_match(self, name: str, metrics: QFontMetrics, room: int) -> str:
        """Elide the start of a long name so that the match is visible."""
        spans = matches(name, self.words)
        if spans and metrics.horizontalAdvance(name[: spans[0][1]]) > room:
            start = name.rfind(" ", 0, max(0, spans[0][0] - _BEFORE)) + 1
            name = f"…{name[start:]}"
        return metrics.elidedText(name, Qt.TextElideMode.ElideRight, room)

    def _mark_matches(
        self, painter: QPainter, name: str, metrics: QFontMetrics, room: QRect
    ) -> None:
        color = QColor(theme.search_color(self.style))
        for start, end in matches(name, self.words):
            left = room.left() + metrics.horizontalAdvance(name[:start])
            wide = metrics.horizontalAdvance(name[:end]) - metrics.horizontalAdvance(name[:start])
            top = room.center().y() - metrics.height() // 2
            painter.fillRect(QRect(left, top, wide, metrics.height()), color)
