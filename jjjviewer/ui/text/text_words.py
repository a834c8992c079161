"""What the page of the text says above it."""

from jjjviewer.charts.translation import tr
from jjjviewer.ui.text.text_reader import FoundText


def text_title(matches: int) -> str:
    """Return the title of the page, with how often the words that are searched for stand in it."""
    return tr("Text ({count})", count=f"{matches:,}") if matches else tr("Text")


def invitation() -> str:
    """Return how to attach a text, and what becomes of it."""
    return tr(
        "Attach your own copy of the text, and each figure is shown in its sentence. The text "
        "stays on this computer; its path alone is remembered. You can also drop the file on the "
        "window."
    )


def found_words(found: FoundText) -> str:
    """Return what was found of the figures of a pack."""
    places = [each for each in found.located if each.start is not None]
    name = found.name or tr("The text that came with this pack")
    counts = {"name": name, "count": f"{len(places):,}", "all": f"{len(found.located):,}"}
    sentences = [
        tr("{name}: the only figure found.", **counts)
        if len(places) == len(found.located) == 1
        else tr("{name}: all {all} figures found.", **counts)
        if len(places) == len(found.located)
        else tr("{name}: {count} of {all} figures found.", **counts)
    ]
    if probable := sum(not each.certain for each in places):
        sentences.append(tr("Only probable (dashed): {count}.", count=f"{probable:,}"))
    if differing := len(found.differences):
        sentences.append(tr("Differences, listed above the text: {count}.", count=differing))
    return " ".join([*sentences, found.note]).strip()
