"""Where a page lies in a widget: fitted or zoomed, and moved by dragging or scroll bars."""

from PySide6.QtCore import QObject, QPointF, QRectF, QSize, QSizeF, Qt, Signal
from PySide6.QtWidgets import QScrollBar, QWidget

from jjjviewer.charts.style import Page

MARGINS = QSize(16, 16)
"""Margins beside a page of its own shape and above it, in pixels."""
_MOST_ZOOM = 8.0


class PagePlacement(QObject):
    """Places a page in a widget, with scroll bars over its edges where it is larger.

    A page that takes the shape of the widget is shown pixel by pixel, or as wide as the widget if
    that is narrower; any other is fitted into it.
    """

    changed = Signal()

    def __init__(self, widget: QWidget) -> None:
        super().__init__(widget)
        self._widget = widget
        self._page = Page("own", 1, 1)
        self._zoom = 1.0
        self._bars = [QScrollBar(each, widget) for each in Qt.Orientation]
        for bar in self._bars:
            bar.hide()
            bar.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            bar.valueChanged.connect(self.changed)

    @property
    def scale(self) -> float:
        """Pixels of the widget for each pixel of the page."""
        return self._fitted * self._zoom

    @property
    def origin(self) -> QPointF:
        """The corner of the page, in pixels of the widget."""
        across, down = (self._start(bar) for bar in self._bars)
        return QPointF(across, down)

    @property
    def area(self) -> QRectF:
        """The page, in pixels of the widget."""
        return QRectF(self.origin, self._size)

    @property
    def is_movable(self) -> bool:
        """Whether some of the page is out of sight."""
        return any(bar.maximum() > 0 for bar in self._bars)

    @property
    def overflows(self) -> bool:
        """Whether the page is higher than the widget."""
        return self._size.height() > self._widget.height() + 0.5

    def show_page(self, page: Page) -> None:
        """Place another page; one of the same name keeps the zoom."""
        if page.name != self._page.name:
            self._zoom = 1.0
        self._page = page
        self.update()

    def update(self) -> None:
        """Fit the scroll bars to the sizes of page and widget."""
        for bar in self._bars:
            room, size = self._extent(bar)
            bar.blockSignals(True)
            bar.setRange(0, max(0, round(size - room)))
            bar.setPageStep(round(room))
            bar.setSingleStep(max(1, round(room / 12)))
            bar.blockSignals(False)
            bar.setVisible(bar.maximum() > 0)
        across, down = self._bars
        wide, high = self._widget.width(), self._widget.height()
        thick = down.sizeHint().width()
        across.setGeometry(0, high - thick, wide - thick, thick)
        down.setGeometry(wide - thick, 0, thick, high)

    def zoom(self, factor: float, about: QPointF | None = None) -> None:
        """Zoom about a point of the page, by default what is in the middle of the widget.

        It never becomes smaller than fitted.
        """
        middle = QPointF(self._widget.rect().center())
        spot = (middle - self.origin) / self.scale if about is None else about
        at = self.origin + spot * self.scale
        self._zoom = max(1.0, min(self._zoom * factor, _MOST_ZOOM))
        self.update()
        self.move(self.origin + spot * self.scale - at)
        self.changed.emit()

    @property
    def percent(self) -> int:
        """How large the page is, beside the page that fits."""
        return round(100 * self._zoom)

    def fit(self) -> None:
        """Show the page as a whole again."""
        self._zoom = 1.0
        self.update()
        self.changed.emit()

    def move(self, by: QPointF) -> None:
        """Scroll by a distance in pixels."""
        across, down = self._bars
        across.setValue(across.value() + round(by.x()))
        down.setValue(down.value() + round(by.y()))

    def bring_into_sight(self, area: QRectF) -> None:
        """Scroll until an area of the page, in pixels of the widget, is in sight."""
        room = QRectF(self._widget.rect())
        self.move(
            QPointF(
                min(0.0, area.left() - room.left()) + max(0.0, area.right() - room.right()),
                min(0.0, area.top() - room.top()) + max(0.0, area.bottom() - room.bottom()),
            )
        )

    @property
    def _fitted(self) -> float:
        if self._page.text:
            return max(0.1, min(1.0, self._widget.width() / self._page.width))
        room = self._widget.size() - MARGINS
        return max(0.1, min(room.width() / self._page.width, room.height() / self._page.height))

    @property
    def _size(self) -> QSizeF:
        return QSizeF(self._page.width, self._page.height) * self.scale

    def _extent(self, bar: QScrollBar) -> tuple[float, float]:
        """Return the widget's size and the page's along a scroll bar."""
        if bar.orientation() == Qt.Orientation.Horizontal:
            return self._widget.width(), self._size.width()
        return self._widget.height(), self._size.height()

    def _start(self, bar: QScrollBar) -> float:
        room, size = self._extent(bar)
        return (room - size) / 2 if size <= room + 0.5 else -bar.value()
