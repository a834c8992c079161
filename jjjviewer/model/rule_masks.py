"""Rules about single figures, evaluated once over all of a dataset and looked up by each view.

Every chart type is asked at every click which figures are its own. A look-up takes some
microseconds, whereas a rule takes a dozen of pandas' steps of 50 to 100 each.
"""

from collections.abc import Callable

import numpy as np
import numpy.typing as npt
import pandas as pd

Mask = npt.NDArray[np.bool_]
"""Whether something holds, for each row of a frame."""
Rule = Callable[[pd.DataFrame], "pd.Series[bool]"]
"""Says of each row whether something holds, looking at that row only; a function of a module."""


class RuleMasks:
    """What rules say of the rows of a frame."""

    def __init__(self, frame: pd.DataFrame) -> None:
        self._frame = frame
        self._masks: dict[Rule, Mask] = {}

    def of(self, rule: Rule) -> Mask:
        """For which rows a rule holds."""
        if rule not in self._masks:
            self._masks[rule] = rule(self._frame).to_numpy(dtype=bool)
        return self._masks[rule]


def count(mask: Mask) -> int:
    """For how many rows it holds."""
    return int(np.count_nonzero(mask))
