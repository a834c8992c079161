"""Why a view has no statements or no figures, in words."""

from jjjviewer.charts.translation import tr
from jjjviewer.model.selection import NO_FILTER
from jjjviewer.model.view import View
from jjjviewer.ui.detail.collection_html import how_to_collect
from jjjviewer.ui.shared import wording


def why_no_statement(view: View) -> str:
    """Return why a view has no statements."""
    if len(view.selection.members) > 1 or view.filter != NO_FILTER:
        return tr("No statement matches the whole selection.")
    match view.kind:
        case "search":
            return tr("No statement contains these words.")
        case "collection":
            return how_to_collect()
        case "theme":
            return tr("Nobody spoke on this theme.")
        case "entity":
            return tr("Mentioned in the text, but in no statement.")
    return tr("No statement is recorded.")


def why_no_figure(view: View) -> str:
    """Return why a view has no figures."""
    if view.kind == "link" or view.only_figures:
        return tr("No figure is given with this link.")
    if len(view.selection.members) > 1 or view.filter != NO_FILTER:
        return tr("No figure matches the whole selection.")
    name = wording.shortened(view.name)
    match view.kind:
        case "search":
            return tr("No figure contains these words.")
        case "collection":
            return tr("No figure is collected.")
        case "entity":
            return tr("No figure is recorded for {name}.", name=name)
        case "theme":
            return tr("Nobody gave a figure on this theme.")
    return tr("{name} gave no figures.", name=name)
