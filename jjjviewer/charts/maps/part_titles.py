"""Titles of a part of a map: those of the whole, or they say that they are of a part."""

from collections.abc import Collection

from jjjviewer.charts.page_layout import Headline, TitleRoom
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View


def title_of_part(whole: Headline | None, own: Headline, drawn: Collection[str]) -> Headline:
    """Return the title of the whole map where what it is about is in sight, lest it change.

    Args:
        whole: it; None where the whole counts places otherwise.
        own: the title about what is in sight.
        drawn: keys of the marks in sight.
    """
    if whole is None:
        words = tr("In this part of the map, place by place: {title}")
    elif own.title == whole.title:
        return own
    elif {*whole.marks} <= {*drawn}:
        return whole
    else:
        words = tr("In this part of the map: {title}")
    return own._replace(title=words.format(title=own.title))


def title_room(view: View) -> TitleRoom:
    """Return on which pages a map keeps its height whatever its title is."""
    return "window" if view.extent is None else "every"
