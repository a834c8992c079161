"""The HTML page of a view: speakers, statements, partners; without tables, which are slow."""

from collections.abc import Iterable, Iterator
from html import escape
from itertools import chain, islice

from jjjviewer.charts.formatting import (
    certainty,
    chosen_links,
    statement_kinds,
    subject,
    unset_theme,
    warning,
)
from jjjviewer.charts.style import DARK, Style, readable_on, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions, count_by_value, positions_by_value
from jjjviewer.model.row_types import SpeakerRow, StatementRow
from jjjviewer.model.view import View
from jjjviewer.ui.detail.collection_html import (
    collect_all,
    collected_charts,
    collected_figures,
    not_in_pack,
)
from jjjviewer.ui.detail.markup import heading, link, partnerships, star, where
from jjjviewer.ui.detail.place_html import link_facts, links_by_others, place_facts
from jjjviewer.ui.detail.reasons import why_no_statement
from jjjviewer.ui.shared import wording

_MOST_SPEAKERS = 100
_MOST_STATEMENTS = 300
"""Maximum number of statements: Qt lays out more too slowly for a click."""


def sheet(style: Style, size: int) -> str:
    """Return the style sheet of the page, for a text size in pixels."""
    muted = f"color: {style.muted}"
    return f"""
        h1 {{ font-size: {round(size * 1.7)}px; margin: 0 0 4px 0; }}
        h2 {{ font-size: {round(size * 1.2)}px; margin: 20px 0 6px 0; }}
        p {{ margin: 0 0 8px 0; }}
        a {{ color: {style.accent}; text-decoration: none; }}
        a.in-text {{ text-decoration: underline; }}
        td {{ padding: 2px 14px 2px 0; }}
        td.section {{ padding-top: 18px; }}
        .muted {{ {muted}; }}
        .zh {{ {muted}; font-weight: normal; font-size: {round(size * 1.2)}px; }}
        a.star, a.starred {{ font-size: {round(size * 1.15)}px; }}
        a.star {{ {muted}; }}
        p.figure {{ margin-left: 16px; }}
        .note {{ {muted}; font-style: italic; }}
    """


def page(view: View, style: Style) -> Iterator[str]:
    """Yield the HTML of a view in parts, so that the first is shown before the last is made."""
    text = LinkedText(view, style)
    head, said, named = _head(view, text), _statements_section(view, text), _mentions(view)
    # The page of a place begins with its links and mentions, that of a region with its speakers.
    match view.kind:
        case "entity":
            parts = [head, named, _links(view), said]
        case "link":
            parts = [head, said]
        case "collection":
            parts = [head, collected_charts(view), said, _links(view), not_in_pack(view)]
        case "several" if chosen_links(view):
            parts = [head, _speakers(view, style), _links(view), said]
        case _:
            parts = [head, _speakers(view, style), said, _links(view), links_by_others(view), named]
    return chain.from_iterable(parts)


class LinkedText:
    """Renders text as HTML: names as links, kinds of statements as badges."""

    def __init__(self, view: View, style: Style) -> None:
        self._view = view
        self._badges = _badges(style)
        self._figures = collected_figures(view)
        self._linker = view.dataset.linker
        self._entities_in = view.dataset.index.entities_in
        self._own = set(view.selection.ids)

    def linked(self, words: str, paragraph: int | None = None) -> str:
        """Return text as HTML in which names are links, except to what is shown.

        Args:
            words: the text.
            paragraph: the one that it sums up, if any: only what this names is linked.
        """
        mentioned = None if paragraph is None else self._entities_in(paragraph)
        parts, done = [], 0
        for start, end, id_ in self._linker.find(words, mentioned):
            if id_ not in self._own:
                parts += [escape(words[done:start]), link(id_, words[start:end], "in-text")]
                done = end
        return "".join((*parts, escape(words[done:])))

    def statement(self, row: StatementRow, *, names_speaker: bool) -> str:
        """Return a statement with its kind, its paragraph and its note or warning."""
        # After the badge, so that the badge keeps its colour when the statement is tinted.
        summary = self.linked(row.summary, row.paragraph)
        return (
            f"<p>{self._badges.get(row.kind, '')}<a name='{row.statement_id}'> </a>"
            f"{summary} {where(row, names_speaker=names_speaker)}{_note(row)}"
            f"{star(self._view, 'statements', row.statement_id)}</p>"
            f"{''.join(self._figures.get(row.statement_id, ()))}"
        )


def _head(view: View, text: LinkedText) -> Iterable[str]:
    name, name_zh = (escape(wording.shortened(each)) for each in (view.name, view.name_zh))
    zh = f" <span class='zh'>{name_zh}</span>" if name_zh else ""
    yield f"<h1>{escape(subject(view)) if chosen_links(view) else name + zh}</h1>"
    match view.kind:
        case "speaker":
            (speaker,) = view.dataset.speaker_rows.of(view.speakers)
            yield from role(speaker, view, text)
        case "entity" | "region":
            yield from place_facts(view, text.linked)
        case "link" if not view.links.empty:
            yield from link_facts(view)
    counts = (wording.statements(len(view.statements)), wording.figures(view.figure_count))
    if view.kind == "entity":
        words = tr("Named in {statements}; {figures} about it.")
        if not view.dataset.index.knows_naming_statements:
            words = tr("{statements} in the paragraphs that name it; {figures} about it.")
        lines = [words.format(statements=counts[0], figures=counts[1])]
    else:
        lines = [", ".join(counts)] if view.kind not in ("figure", "link") else []
    if lines and (offer := collect_all(view)):
        lines[0] += f" · {offer}"
    lines += [wording.summaries()] if len(view.statements) else []
    yield f"<p class='muted'>{'<br>'.join(lines)}</p>"


def role(speaker: SpeakerRow, view: View, text: LinkedText) -> Iterable[str]:
    """Return a speaker's office, region and headline."""
    yield f"<p>{escape(speaker.role)}"
    if speaker.role_zh:
        yield f"<br><span class='muted'>{escape(speaker.role_zh)}</span>"
    zh = f" <span class='muted'>{escape(speaker.region_zh)}</span>" if speaker.region_zh else ""
    place = f"{link(speaker.region_id, speaker.region)}{zh}"
    if speaker.province not in ("", speaker.region_id):
        place += f", {link(speaker.province, view.dataset.provinces[speaker.province])}"
    yield f"<br>{place}</p>"
    if speaker.in_short:
        yield f"<p>{text.linked(speaker.in_short)}</p>"


def _speakers(view: View, style: Style) -> Iterable[str]:
    """Return the speakers of a view of several, each with role and counts."""
    if view.kind in ("speaker", "entity") or view.speakers.empty:
        return
    colors = region_colors(view.dataset.provinces, style)
    statements, figures = (
        count_by_value(each) for each in (view.statements["speaker_id"], view.column("speaker_id"))
    )
    yield heading(tr("Speakers"))
    for row in view.dataset.speaker_rows.of(view.speakers.head(_MOST_SPEAKERS)):
        id_ = row.speaker_id
        counts = (wording.statements(statements.get(id_, 0)), wording.figures(figures.get(id_, 0)))
        zh = f" <span class='muted'>{escape(row.name_zh)}</span>" if row.name_zh else ""
        yield (
            f"<p><span style='color:{colors[row.province].deep}'>●</span> "
            f"{link(id_, row.speaker)}{zh}<br>{escape(row.role)}"
            f"<br><span class='muted'>{', '.join(counts)}</span></p>"
        )
    if (rest := len(view.speakers) - _MOST_SPEAKERS) > 0:
        yield _more(wording.speakers(rest))


def _statements_section(view: View, text: LinkedText) -> Iterable[str]:
    """Return the statements by theme; those of one theme by speaker."""
    if view.statements.empty:
        yield f"<p class='muted'>{why_no_statement(view)}</p>"
        return
    by = "speaker" if view.kind == "theme" else "theme"
    names_speaker = by == "theme" and view.statements["speaker_id"].nunique() > 1
    nameless = unset_theme() if by == "theme" else tr("Introduction")
    groups = list(_grouped(view, f"{by}_id"))
    shown = list(islice(chain.from_iterable(found for _, found in groups), _MOST_STATEMENTS))
    rows = iter(view.dataset.statement_rows.of(view.statements.iloc[shown]))
    for id_, found in groups:
        some = list(islice(rows, len(found)))
        if not some:
            break
        title = link(id_, getattr(some[0], by)) if id_ else escape(nameless)
        yield heading(f"{title} <span class='muted'>{len(found)}</span>")
        for row in some:
            yield text.statement(row, names_speaker=names_speaker)
    if rest := len(view.statements) - len(shown):
        yield _more(wording.statements(rest))


def _more(rest: str) -> str:
    more = tr("{rest} more: narrow the selection to read them.", rest=rest)
    return f"<p class='muted'>{more}</p>"


def _grouped(view: View, by: str) -> Iterable[tuple[str, Positions]]:
    """Group positions of statements by an id column, in the view's order."""
    groups = positions_by_value(view.statements[by])
    order = view.themes[by] if by in view.themes else view.speakers[by]
    return [(id_, groups[id_]) for id_ in (*order, "") if id_ in groups]


def _badges(style: Style) -> dict[str, str]:
    """Return the badge of each kind of statement, in the colours of the charts."""
    return {
        kind: f"<span style='background-color:{color};color:{readable_on(color, DARK.background)}'>"
        f"&nbsp;{escape(name)}&nbsp;</span>"
        for kind, name in statement_kinds().items()
        for color in [style.kinds[kind]]
    }


def _note(row: StatementRow) -> str:
    """Say what is unclear about a record, and why."""
    notes = (f"{certainty(row)} {row.note}".strip(), warning(row))
    return "".join(f"<br><span class='note'>{escape(note)}</span>" for note in notes if note)


def _links(view: View) -> Iterable[str]:
    """Return the section of partners, with the mechanism of each link."""
    if view.links.empty:
        return
    several = view.links["speaker_id"].nunique() > 1
    yield heading(tr("Partners and links"))
    yield from partnerships(view, view.links, names_speaker=several)


def _mentions(view: View) -> Iterable[str]:
    """Return who mentions a place, and in which paragraphs."""
    paragraphs = view.paragraphs_naming()
    if not paragraphs:
        return
    by_speaker: dict[tuple[str, str], list[int]] = {}
    for each in paragraphs:
        by_speaker.setdefault((each.speaker_id, each.speaker), []).append(each.paragraph)
    parts = []
    for (id_, name), numbers in by_speaker.items():
        who = link(id_, name) if id_ else tr("the introduction")
        parts.append(f"{who} {_paragraphs(numbers)}")
    yield heading(tr("Named by"))
    yield f"<p>{'<br>'.join(parts)}</p>"


def _paragraphs(numbers: Iterable[int]) -> str:
    return "¶" + ", ".join(str(number) for number in sorted(set(numbers)))
