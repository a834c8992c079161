"""The history of selections, as in a web browser."""

from jjjviewer.model.selection import Selection


class History:
    """The selections so far, and the position of the one that is shown."""

    def __init__(self, start: Selection) -> None:
        self._selections = [start]
        self._at = 0

    @property
    def current(self) -> Selection:
        return self._selections[self._at]

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._selections) - 1

    def visit(self, selection: Selection) -> None:
        """Add a selection after the current one and drop those that followed it."""
        if selection != self.current:
            self._selections[self._at + 1 :] = [selection]
            self._at += 1

    def step(self, by: int) -> Selection:
        """Go back (-1) or forward (1) and return the selection there."""
        self._at = max(0, min(self._at + by, len(self._selections) - 1))
        return self.current
