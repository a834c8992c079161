"""Which actions can be chosen now."""

from jjjviewer.ui.window.actions import Available
from jjjviewer.ui.window.main_window import MainWindow


def available(window: MainWindow, *, has_chart: bool) -> Available:
    """Return the states of a window on which its actions depend."""
    history, dataset = window.navigation.history, window.dataset
    states = Available(
        back=history.can_go_back,
        forward=history.can_go_forward,
        tree=window.contents is not None,
        removed=window.collecting.can_put_back,
    )
    if dataset is None:
        return states
    return states._replace(
        pack=True,
        selection=bool(history.current.selection.members),
        chart=has_chart,
        warnings=bool(dataset.problems),
        collection=bool(window.collecting.collection.items),
    )
