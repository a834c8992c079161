"""What citations say of the text itself: where it was published, by whom, and what it is."""

import re
from datetime import date

from jjjviewer.charts.formatting import citation
from jjjviewer.charts.periods import day
from jjjviewer.charts.translation import tr
from jjjviewer.model.view import View


def published_in(view: View) -> str:
    """Return where the text was published, without the day and the title; else nothing."""
    source, cited = view.dataset.source, citation(view)
    if source.publication or any(
        each and each in cited for each in (source.title, source.title_zh)
    ):
        return source.publication
    days = [source.date, day(date.fromisoformat(source.date), "en")] if source.date else []
    for each in days:
        cited = cited.removesuffix(f", {each}")
    return cited


def written_by(view: View) -> str:
    """Return who wrote the text, as far as the pack says it."""
    author = view.dataset.source.author
    return tr("Text by {author}.", author=author) if author else ""


def genre(view: View) -> str:
    """Return what the text is, as far as the pack says it."""
    kind = view.dataset.source.kind
    return tr("Interview") if kind == "interview" else kind


def url(view: View) -> str:
    """Return the address of the text as far as the pack's descriptor names one."""
    descriptor = view.dataset.descriptor
    sources = descriptor.get("sources")
    first = sources[0] if isinstance(sources, list) and sources else {}
    named = (descriptor.get("homepage"), first.get("path") if isinstance(first, dict) else "")
    return next((str(each) for each in named if re.match(r"https?://\S+$", str(each))), "")
