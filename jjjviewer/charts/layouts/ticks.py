"""Round numbers for the ticks of an axis."""

import math

_LEAST_INTERVALS = 2.25
"""What an axis shows at least: two ticks, with room for the label of a third."""
_REFERENCE_WIDTH = 600.0
"""Width of an axis, in pixels, from which the number of intervals grows with its square root."""


def nice_ticks(low: float, high: float, width: float) -> tuple[float, list[float]]:
    """Return the step between ticks and the ticks: multiples of 1, 2 or 5 times a power of ten.

    Args:
        low, high: the range of the axis, low < high, in the unit of the data.
        width: of the axis, in pixels.
    """
    intervals = _LEAST_INTERVALS * max(1.0, math.sqrt(width / _REFERENCE_WIDTH))
    largest = (high - low) / intervals
    # A tenth of the power, so that all factors are whole numbers.
    tenth = 10.0 ** (math.floor(math.log10(largest)) - 1)
    step = max(factor * tenth for factor in (5, 10, 20, 50, 100) if factor * tenth <= largest)
    first = math.ceil(low / step) * step
    return step, [number * step + first for number in range(int((high - first) / step) + 1)]
