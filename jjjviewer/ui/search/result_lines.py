"""The lines in which the results of a search are listed."""

from collections.abc import Sequence
from dataclasses import dataclass

from jjjviewer.charts.translation import tr
from jjjviewer.model.search import Found, Hit, Hits
from jjjviewer.ui.shared import wording
from jjjviewer.ui.shared.text_hit import TextHit


@dataclass(frozen=True)
class ResultLine:
    """A line of the list: a hit, or a heading or remark that can't be selected."""

    name: str
    about: str = ""
    hit: Hit | None = None
    is_heading: bool = False
    query: str = ""
    """The words of which this line shows all results."""
    in_text: TextHit | None = None

    @property
    def spoken(self) -> str:
        """The line for screen readers."""
        name = self.name
        if self.hit is not None and self.hit.is_collected:
            name = tr("{what}, collected", what=self.hit.name)
        return ", ".join(filter(None, (name, self.about)))

    @property
    def can_be_chosen(self) -> bool:
        return self.hit is not None or self.in_text is not None or bool(self.query)


def lines_of(found: Found, typed: str, in_text: Sequence[TextHit] = ()) -> list[ResultLine]:
    """Return the lines that show the results for what was typed.

    Args:
        found: in the pack.
        typed: the words.
        in_text: what the text holds that is attached to the pack.
    """
    if not found.groups and not in_text:
        words = tr(
            "Nothing matches “{typed}”. Try fewer letters, or another spelling.", typed=typed
        )
        return [ResultLine(words)]
    lines = []
    if found.corrected:
        nearest = " ".join(found.words)
        words = tr(
            "Nothing matches “{typed}”. Results for: {nearest}", typed=typed, nearest=nearest
        )
        lines.append(ResultLine(words))
    for group in found.groups:
        lines.append(ResultLine(_heading(group), is_heading=True))
        lines += [
            ResultLine(f"★ {hit.name}" if hit.is_collected else hit.name, hit.about, hit)
            for hit in group.hits
        ]
    if in_text:
        lines.append(ResultLine(tr("Text"), is_heading=True))
        lines += [ResultLine(each.words, f"¶{each.number}", in_text=each) for each in in_text]
    if found.total:
        query = found.query if found.corrected else " ".join(typed.split())
        lines.append(ResultLine(_all_of(found), query=query))
    return lines


def _heading(group: Hits) -> str:
    names = {
        "speakers": tr("Speakers"),
        "regions": tr("Regions"),
        "themes": tr("Themes"),
        "places": tr("Places"),
        "others": tr("Organisations and projects"),
        "statements": tr("Statements (summaries)"),
        "figures": tr("Figures"),
    }
    heading, shown = names[group.group], len(group.hits)
    if group.total == shown:
        return heading
    return tr(
        "{heading}: {shown} of {total}", heading=heading, shown=shown, total=f"{group.total:,}"
    )


def _all_of(found: Found) -> str:
    """Return the words that lead to all statements found; figures are within these."""
    if found.total == 1:
        words = tr("Show the one result: a statement")
    else:
        words = tr("Show all {count} results: statements", count=f"{found.total:,}")
    count = next((each.total for each in found.groups if each.group == "figures"), 0)
    return (
        tr("{words} with {figures}", words=words, figures=wording.figures(count))
        if count
        else words
    )
