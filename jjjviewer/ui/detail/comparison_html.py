"""The page of a comparison: speakers, gist, counts, statements by theme, partners."""

from collections.abc import Callable, Iterable, Sequence
from html import escape

import pandas as pd

from jjjviewer.charts.formatting import unset_theme
from jjjviewer.charts.style import Style, region_colors
from jjjviewer.charts.translation import tr
from jjjviewer.model.categories import Positions
from jjjviewer.model.view import Group, View
from jjjviewer.ui.detail.detail_html import LinkedText, role
from jjjviewer.ui.detail.markup import heading, link, partnerships
from jjjviewer.ui.shared import wording

MOST_COLUMNS = 3
_LEAST_EMS = 13
"""Minimum width of a column, in multiples of the text size; narrower lines break too often."""
_MOST_STATEMENTS = 300
"""Maximum number of statements in a column; tables are slow to lay out."""

_Cell = Callable[[Group], str]
_Section = tuple[str, _Cell]
"""A heading, and the cell below it for each thing compared."""


def fits(view: View, width: int, size: int) -> bool:
    """Return whether columns fit side by side; width and text size are in pixels."""
    return width >= min(len(view.groups), MOST_COLUMNS) * _LEAST_EMS * size


def comparison(view: View, style: Style, *, beside: bool) -> str:
    """Return the page of a comparison: in columns, or one below the other."""
    text = LinkedText(view, style)
    groups = view.groups[:MOST_COLUMNS]
    parts = [f"<h1>{escape(wording.shortened(view.name))}</h1>"]
    parts.append(f"<p class='muted'>{wording.summaries()}</p>")
    if len(view.groups) > MOST_COLUMNS:
        said = tr(
            "{count} are selected. The first three are shown side by side; charts and figures "
            "include all.",
            count=len(view.groups),
        )
        parts.append(f"<p class='note'>{said}</p>")
    sections = [*_about(view, style, text), *_statements_section(view, text), _partners(view)]
    parts += _beside(groups, sections) if beside else _stacked(groups, sections)
    return "".join(parts)


def _beside(groups: Sequence[Group], sections: Iterable[_Section]) -> Iterable[str]:
    width = f"width='{100 // len(groups)}%'"
    yield "<table width='100%' cellspacing='0' cellpadding='0'>"
    for title, cell in sections:
        cells = [cell(group) for group in groups]
        if not any(cells):
            continue
        if title:
            yield f"<tr><td class='section' colspan='{len(groups)}'>{heading(title)}</td></tr>"
        columns = (f"<td {width} valign='top'>{html or _NOTHING}</td>" for html in cells)
        yield f"<tr>{''.join(columns)}</tr>"
    yield "</table>"


_NOTHING = "<p class='muted'>–</p>"


def _stacked(groups: Sequence[Group], sections: Sequence[_Section]) -> Iterable[str]:
    for group in groups:
        for title, cell in sections:
            if html := cell(group):
                yield (heading(title) if title else "") + html


def _about(view: View, style: Style, text: LinkedText) -> Iterable[_Section]:
    colors = region_colors(view.dataset.provinces, style)
    speakers = {row.speaker_id: row for row in view.dataset.speaker_rows.of(view.speakers)}

    def name(group: Group) -> str:
        spot = f"<span style='color:{colors[group.province].deep}'>●</span>"
        zh = f"<p class='zh'>{escape(group.name_zh)}</p>" if group.name_zh else ""
        return f"<h2>{spot} {link(group.id, group.name)}</h2>{zh}"

    def who(group: Group) -> str:
        if group.id in speakers and group.kind == "speaker":
            return "".join(role(speakers[group.id], view, text))
        return ""

    def counts(group: Group) -> str:
        said = (wording.statements(len(group.statements)), wording.figures(len(group.figures)))
        return f"<p class='muted'>{', '.join(said)}</p>"

    return ("", name), ("", who), ("", counts)


def _statements_section(view: View, text: LinkedText) -> Iterable[_Section]:
    """Return the statements by theme; where themes are compared, by speaker."""
    by = "speaker" if all(group.kind == "theme" for group in view.groups) else "theme"
    order = view.themes if by == "theme" else view.speakers
    nameless = unset_theme() if by == "theme" else tr("Introduction")
    names = dict(zip(order[f"{by}_id"], order[by], strict=True)) | {"": nameless}
    parts = {
        group.id: dict(
            iter(_rows(view.statements, group.statements).groupby(f"{by}_id", observed=True))
        )
        for group in view.groups[:MOST_COLUMNS]
    }
    for id_, title in names.items():

        def cell(group: Group, id_: str = id_) -> str:
            rows = parts[group.id].get(id_)
            if rows is None:
                return ""
            several = by == "theme" and group.kind != "speaker"
            shown = view.dataset.statement_rows.of(rows.head(_MOST_STATEMENTS))
            html = "".join(text.statement(row, names_speaker=several) for row in shown)
            rest = len(rows) - _MOST_STATEMENTS
            if rest > 0:
                more = tr(
                    "{rest} more: narrow the selection to read them.", rest=wording.statements(rest)
                )
                html += f"<p class='muted'>{more}</p>"
            return html

        yield link(id_, title) if id_ else escape(title), cell


def _partners(view: View) -> _Section:
    def cell(group: Group) -> str:
        several = group.kind != "speaker"
        links = _rows(view.links, group.links)
        return "".join(partnerships(view, links, names_speaker=several))

    return tr("Partners and links"), cell


def _rows(frame: pd.DataFrame, labels: Positions) -> pd.DataFrame:
    return frame[frame.index.isin(labels)]
