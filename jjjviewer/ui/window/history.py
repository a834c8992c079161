"""Where the user has been: a line of selections, walked back and forward."""

from jjjviewer.model.selection import Selection


class History:
    """The selections so far and which of them is shown."""

    def __init__(self, start: Selection) -> None:
        self._line = [start]
        self._at = 0

    @property
    def current(self) -> Selection:
        return self._line[self._at]

    @property
    def can_go_back(self) -> bool:
        return self._at > 0

    @property
    def can_go_forward(self) -> bool:
        return self._at < len(self._line) - 1

    def visit(self, selection: Selection) -> None:
        """Add a selection after the current one; what lay ahead is forgotten."""
        if selection != self.current:
            self._line[self._at + 1 :] = [selection]
            self._at += 1

    def step(self, by: int) -> Selection:
        """Go back (-1) or forward (1) and return where that leads."""
        self._at = max(0, min(self._at + by, len(self._line) - 1))
        return self.current
