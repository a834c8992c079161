"""What the program is, which data it shows, and how far these can be trusted."""

from html import escape

from jjjviewer import __version__
from jjjviewer.charts.translation import tr
from jjjviewer.model.files import Source


def about_words(source: Source | None) -> str:
    """The text of the About box."""
    parts = [
        f"<b>JJJ Viewer {__version__}</b>",
        tr("Who said what about Beijing-Tianjin-Hebei, and which figures stand behind it."),
    ]
    if source is not None:
        parts += [tr("Data: {citation}", citation=escape(source.citation)), escape(source.caveat)]
    return "".join(f"<p>{part}</p>" for part in parts if part)
