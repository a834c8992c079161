"""Parts of HTML pages: headings, hyperlinks, and links between places."""

from collections.abc import Iterable
from html import escape

import pandas as pd

from jjjviewer.charts.formatting import status, warning
from jjjviewer.charts.translation import tr
from jjjviewer.model.collection import CollectedRecord, Item
from jjjviewer.model.index import RecordTable
from jjjviewer.model.row_types import LinkPlaceRow, LinkRow, StatementRow, ends_text
from jjjviewer.model.selection import COLLECTION
from jjjviewer.model.view import View

_MOST_LINKS = 300
"""Maximum number of links on a page: Qt lays out more too slowly for a click."""


def heading(html: str) -> str:
    """Return the heading of a section."""
    return f"<h2>{html}</h2>"


def link(id_: str, name: str, sort: str = "") -> str:
    """Return a link to what a name stands for; in running text it is underlined as well."""
    is_a = f" class='{sort}'" if sort else ""
    return f"<a{is_a} href='select:{id_}'>{escape(name)}</a>"


def star(view: View, table: RecordTable, id_: str) -> str:
    """Return the star of a record, which collects it or takes it out, and the note on it."""
    item = view.dataset.collection.find(CollectedRecord(table, id_))
    if item is None:
        words = tr("Add to the collection (Space)")
        return f" <a class='star' href='star:{table}/{id_}' title='{escape(words)}'>☆</a>"
    return star_of(view, item)


def star_of(view: View, item: Item) -> str:
    """Return the star of something that is collected, and the note on it."""
    address = view.dataset.collection.address_of(item)
    words = tr("In the collection; a click takes it out (Space)")
    html = f" <a class='starred' href='star:{address}' title='{escape(words)}'>★</a>"
    if not item.note and COLLECTION not in view.selection.ids:
        return html
    note = escape(item.note).replace("\n", "<br>")
    edit = link_to("note", address, tr("Edit") if note else tr("Add a note"))
    label = f"<span class='muted'>{tr('Your note')}:</span> {note} " if note else ""
    return f"{html}<br><a name='note:{address}'></a>{label}{edit}"


def link_to(scheme: str, address: str, words: str) -> str:
    """Return a link that does something with an item of the collection."""
    return f"<a class='in-text' href='{scheme}:{address}'>{escape(words)}</a>"


def partnerships(view: View, links: pd.DataFrame, *, names_speaker: bool) -> Iterable[str]:
    """Yield links between places, a paragraph each, and how many more there are.

    Args:
        view: a view of the dataset.
        links: the links to show.
        names_speaker: whether each link names its speaker.
    """
    for row in view.dataset.link_rows.of(links.head(_MOST_LINKS)):
        yield _partnership(view, row, names_speaker=names_speaker)
    if (more := len(links) - _MOST_LINKS) > 0:
        words = tr("{count} more links: narrow the selection to read them.", count=more)
        yield f"<p class='muted'>{words}</p>"


def _partnership(view: View, row: LinkRow, *, names_speaker: bool) -> str:
    """Return the partners, topic and mechanism of a link; the topic leads to its page."""
    what = [link(row.link_id, row.topic, "in-text"), escape(mechanism(row)), escape(status(row))]
    said = ", ".join(part for part in what if part)
    warned = f"<br><span class='note'>{escape(warning(row))}</span>" if row.warning else ""
    anchor = f"<a name='{row.link_id}'></a>"
    where_ = where(row, names_speaker=names_speaker)
    star_ = star(view, "links", row.link_id)
    return f"<p>{anchor}{ends(row.ends)}<br>{said} {where_}{warned}{star_}</p>"


def mechanism(row: LinkRow) -> str:
    """Return the mechanism of a link, unless it repeats the topic."""
    return "" if row.mechanism.casefold() == row.topic.casefold() else row.mechanism


def where(row: LinkRow | StatementRow, *, names_speaker: bool) -> str:
    """Return the paragraph of a record, and the speaker where there are several."""
    who = f"{link(row.speaker_id, row.speaker)} " if names_speaker and row.speaker_id else ""
    return f"<span class='muted'>{who}¶{row.paragraph}</span>"


def ends(places: tuple[LinkPlaceRow, ...]) -> str:
    """Return the places of a link as links to their pages."""
    return ends_text(places, lambda end: link(end.entity_id, end.name))
