"""What a user does in the tab Explore, and what they see there."""

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QMouseEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from jjjviewer.ui.explore.explore_pane import ExplorePane
from jjjviewer.ui.explore.lane_plot import LanePlot
from jjjviewer.ui.explore.plot_view import PlotView
from jjjviewer.ui.explore.point_plot import PointPlot
from tests.ui.user import LEFT, NONE, Modifier, User, plain


class Explorer:
    """Somebody who has opened the tab Explore."""

    def __init__(self, user: User) -> None:
        user.open_tab(2)
        self.user = user
        user.qtbot.waitUntil(lambda: user.window.findChild(ExplorePane) is not None)
        pane = user.window.findChild(ExplorePane)
        assert pane is not None
        self.pane = pane
        view = pane.findChild(PlotView)
        assert view is not None
        self.view = view
        user.qtbot.waitUntil(lambda: all(plot.dots is not None for plot in self.plots))

    @property
    def plots(self) -> list[PointPlot]:
        return [*self.view.plots]

    @property
    def plot(self) -> PointPlot:
        return self.plots[0]

    @property
    def lanes(self) -> list[str]:
        """The names of the lanes, from the top."""
        assert isinstance(self.plot, LanePlot)
        return [lane.name for lane in self.plot.lanes]

    @property
    def lit(self) -> set[str]:
        """The ids of the records whose points are lit."""
        found = set()
        for plot in self.plots:
            assert plot.dots is not None
            for dot in range(len(plot.dots.x)):
                found |= {*self._records(plot, dot)}
        return found

    @property
    def ringed(self) -> set[str]:
        """The ids of records of which dots are ringed."""
        found = set()
        for plot in self.plots:
            assert plot.dots is not None
            x, y = plot._rings.getData()
            for at in zip(x, y, strict=True):
                places = zip(plot.dots.x, plot.dots.y, strict=True)
                (dot,) = (number for number, place in enumerate(places) if place == at)
                found |= {*self._records(plot, dot)}
        return found

    def _records(self, plot: PointPlot, dot: int) -> tuple[str, ...]:
        assert self.pane._view is not None
        return plot.points.records(self.pane._view, plot.lit_points(dot))

    def choose(self, title: str, words: str) -> None:
        """Choose what stands on an axis."""
        menus = self.pane.tools.menus
        menu = next(each for each in menus if each.title().replace("&", "") == title)
        next(each for each in menu.actions() if plain(each) == words).trigger()

    def at(self, x: float, y: float, plot: PointPlot | None = None) -> QPoint:
        """Return where a place of the axes is in the view."""
        scene = (plot or self.plot).box.mapViewToScene(QPointF(x, y))
        return QPoint(self.view.mapFromScene(scene))

    def drag(
        self,
        start: QPoint,
        end: QPoint,
        modifier: Modifier = NONE,
        inside: QAbstractScrollArea | None = None,
    ) -> None:
        viewport = (inside or self.view).viewport()
        QTest.mousePress(viewport, LEFT, modifier, start)
        for share in (0.3, 0.6, 1):
            # Those of QTest have no modifiers.
            at = QPointF(start + (end - start) * share)
            kind = QEvent.Type.MouseMove
            to = QPointF(viewport.mapToGlobal(at))
            event = QMouseEvent(kind, at, to, Qt.MouseButton.NoButton, LEFT, modifier)
            QApplication.sendEvent(viewport, event)
        QTest.mouseRelease(viewport, LEFT, modifier, end)

    def brush(self, paragraphs: tuple[float, float], lanes: tuple[str, str]) -> None:
        """Drag from one paragraph and lane to another."""
        tops = [self.lanes.index(lane) for lane in lanes]
        start = self.at(paragraphs[0] - 0.3, tops[0] + 0.15)
        self.drag(start, self.at(paragraphs[1] + 0.3, tops[1] + 0.85))

    def click_record(self, id_: str) -> set[str]:
        """Click the dot of a record; return all records of the dot."""
        for plot in self.plots:
            assert plot.dots is not None
            for dot in range(len(plot.dots.x)):
                if id_ in (records := self._records(plot, dot)):
                    at = self.at(plot.dots.x[dot], plot.dots.y[dot], plot)
                    self.user.click(self.view.viewport(), at)
                    return {*records}
        raise AssertionError(f"no dot of {id_}")

    def press(self, key: Qt.Key, modifier: Modifier = NONE, times: int = 1) -> None:
        self.user.press(key, self.view, modifier, times)
