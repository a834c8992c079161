"""What the page of the collection shows besides statements: charts, figures, what is gone."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from html import escape

from jjjviewer.charts.filter_words import filter_words
from jjjviewer.charts.formatting import attribution, status
from jjjviewer.charts.registry import chart_type_of
from jjjviewer.charts.translation import tr
from jjjviewer.model.collected_rows import are_collected, missing
from jjjviewer.model.collection import CollectedChart
from jjjviewer.model.selection import COLLECTION
from jjjviewer.model.view import View
from jjjviewer.ui.detail.markup import heading, link_to, star, star_of

_MOST_AT_ONCE = 1_000
"""Records that are collected at once."""


def how_to_collect() -> str:
    """Return how something comes into the collection."""
    return tr(
        "No statement is collected yet. Click the ☆ behind a statement or a link, or press Space "
        "where the cursor is: in the text, in the figures, on a mark of the chart. The ☆ below the "
        "chart collects the chart."
    )


def addresses_of(view: View) -> list[str]:
    """Return the addresses of all statements and figures of a view; none of very many."""
    if len(view.statements) + view.figure_count > _MOST_AT_ONCE:
        return []
    ids = {"statements": view.statements["statement_id"], "figures": view.figures["figure_id"]}
    return [f"{table}/{id_}" for table, some in ids.items() for id_ in some]


def collect_all(view: View) -> str:
    """Return a link that collects all statements and figures of a view, or takes them out."""
    addresses = addresses_of(view)
    if len(addresses) < 2 or COLLECTION in view.selection.ids:
        return ""
    words = tr("☆ Collect all {count}")
    if are_collected(view.dataset.collection, addresses):
        words = tr("★ Take all {count} out of the collection")
    # The star stays beside the word that it is about.
    words = words.replace(" ", "\N{NO-BREAK SPACE}", 1)
    return link_to("all", "", words.format(count=len(addresses)))


def collected_charts(view: View) -> Iterator[str]:
    """Yield the charts that are collected, each as a link that shows it again."""
    gone = set(missing(view.dataset, view.dataset.collection))
    charts = [each for each in view.dataset.collection.charts if each not in gone]
    if charts:
        yield heading(f"{tr('Charts')} <span class='muted'>{len(charts)}</span>")
    for chart in charts:
        address = view.dataset.collection.address_of(chart)
        title = link_to("chart", address, chart.title or chart.name)
        about = f"<span class='muted'>{escape(_about(chart, view))}</span>"
        yield f"<p><a name='{address}'></a>{title}<br>{about}{star_of(view, chart)}</p>"


def _about(chart: CollectedChart, view: View) -> str:
    """Return chart type, selection, unit and filter of a chart in words."""
    dataset, chart_type = view.dataset, chart_type_of(chart)
    members = chart.selection.members
    names = [tr("Collection") if id_ == COLLECTION else dataset.names_of(id_)[0] for id_ in members]
    unit = tr("per item") if chart.is_per_item else dataset.unit_names.get(chart.unit, "")
    words = (
        chart_type.name if chart_type else chart.chart_type,
        ", ".join(names) or tr("Everything"),
        unit,
        *filter_words(replace(view, filter=chart.filter)).values(),
    )
    return " · ".join(filter(None, words))


def collected_figures(view: View) -> Mapping[str, list[str]]:
    """Return a line for each collected figure by its statement, where the collection is shown."""
    lines: dict[str, list[str]] = defaultdict(list)
    if COLLECTION not in view.selection.ids:
        return lines
    chosen = view.figures[view.figures["figure_id"].isin(view.dataset.collection.ids("figures"))]
    for row in view.dataset.figure_rows.of(chosen):
        about = ", ".join(filter(None, (row.period_text, status(row), attribution(row))))
        lines[row.statement_id].append(
            f"<p class='figure'><a name='{row.figure_id}'></a><b>{escape(row.printed)}</b> "
            f"{escape(row.measure)} <span class='muted'>{escape(about)}</span>"
            f"{star(view, 'figures', row.figure_id)}</p>"
        )
    return lines


def not_in_pack(view: View) -> Iterator[str]:
    """Yield what is collected and not in the pack, or not in it any more."""
    gone = list(missing(view.dataset, view.dataset.collection))
    if not gone:
        return
    yield heading(f"{tr('Not in this pack')} <span class='muted'>{len(gone)}</span>")
    words = tr(
        "Collected before the pack was changed, or imported. It is kept until you take it out."
    )
    yield f"<p class='muted'>{words}</p>"
    for item in gone:
        name = item.name or view.dataset.collection.address_of(item)
        yield f"<p>{escape(name)}{star_of(view, item)}</p>"
