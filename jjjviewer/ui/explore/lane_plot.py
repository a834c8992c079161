"""Points in lanes."""

import numpy as np

from jjjviewer.model.categories import Positions
from jjjviewer.model.rule_masks import Mask
from jjjviewer.ui.explore.axes import BottomAxis, LaneAxis
from jjjviewer.ui.explore.brush import Brush, Ends
from jjjviewer.ui.explore.lanes import Lane, Lanes
from jjjviewer.ui.explore.point_plot import PointPlot
from jjjviewer.ui.explore.point_style import PointStyle
from jjjviewer.ui.explore.points import SHAPES, Numbers, Points
from jjjviewer.ui.explore.spread import Dots, Room, in_lanes


class LanePlot(PointPlot):
    """Points in lanes."""

    def __init__(
        self,
        points: Points,
        lanes: Lanes,
        x: Numbers,
        bottom: BottomAxis,
        style: PointStyle,
    ) -> None:
        placed = np.flatnonzero(~np.isnan(x[lanes.points]))
        which = lanes.points[placed]
        # Dots of one region stand together, statements before figures.
        order = np.argsort(
            points.provinces[which] * len(SHAPES) + points.shapes[which], kind="stable"
        )
        which, self._of = which[order], lanes.of[placed[order]]
        left = LaneAxis(bottom.look)
        self.lanes = lanes.lanes
        super().__init__(points, which, x[which], (left, bottom), style, upside_down=True)
        self.box.setYRange(0, max(len(self.lanes), 1), padding=0)
        self.show_bold(frozenset())

    def show_bold(self, bold: frozenset[int]) -> None:
        """Emphasise lanes."""
        self.ground.show_lanes(len(self.lanes), bold)
        self.left.show_names([lane.name for lane in self.lanes], bold)

    @property
    def lane_height(self) -> float:
        return float(self.box.height()) / max(len(self.lanes), 1)

    def _dots(self, some: Positions, is_lit: Mask, room: Room) -> Dots:
        return in_lanes(self.x[some], self._of[some], is_lit, room)

    def brush(self, across: Ends | None, down: Ends | None) -> Brush:
        touched: tuple[Lane, ...] = ()
        if down is not None:
            first, last = (min(max(int(end), 0), len(self.lanes) - 1) for end in down)
            touched = self.lanes[first : last + 1]
        return Brush(across, touched if len(touched) < len(self.lanes) else ())
