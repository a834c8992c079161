"""What charts that count statements share: subtitle, notes, source and table."""

from collections.abc import Sequence

import pandas as pd

from jjjviewer.charts.chart_type import source_line, without_notes
from jjjviewer.charts.formatting import speaker_note, statements_subject
from jjjviewer.charts.layouts.cross_table import CrossTable
from jjjviewer.charts.layouts.stacked_bars import StackedBars
from jjjviewer.charts.page_layout import Chart
from jjjviewer.charts.statements.tally import Division, Side, percent
from jjjviewer.charts.statements.titles import News
from jjjviewer.charts.translation import in_language, tr
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View


def statement_chart(
    view: View,
    division: Division,
    news: News,
    subtitle: str,
    layout: StackedBars | CrossTable,
    notes: Sequence[str],
) -> Chart:
    """Return a chart of statements.

    Args:
        view: what is selected.
        division: the statements, counted.
        news: the title.
        subtitle: what is counted.
        layout: the plot with all its rows.
        notes: on what is not counted, and how to read it.
    """
    rows, drawn = rows_of(view, division), layout.foremost
    about = speaker_note(view)
    if not about and view.kind != "all":
        about = statements_subject(view)
    return Chart(
        news.headline,
        " • ".join(filter(None, (subtitle, about))),
        drawn,
        source_line(view, division.paragraphs),
        notes=[
            *notes,
            *_left_out(layout.count - drawn.count),
            *without_notes(view, "statements", rows.index.to_numpy()),
        ],
        language=view.dataset.language,
    )


def _left_out(count: int) -> list[str]:
    """Return the note on rows that are not drawn, since there are too many."""
    return [tr("{count} more rows are in the table.", count=count)] if count else []


def rows_of(view: View, division: Division) -> pd.DataFrame:
    """Return the statements that a division counts, in the order of the text."""
    ids = {id_ for topic in division.topics for id_ in division.ids(division.owner.id, topic.id)}
    if len(ids) == len(view.statements):
        return view.statements
    return view.statements[view.statements["statement_id"].isin(ids)]


def weight_note(language: Language) -> str:
    """Return the note that a number of statements is no weight."""
    english = tr("How often a theme comes up says nothing of how much it matters.")
    return in_language(language, english, "主题出现的次数不代表其重要性。")


def counts_table(
    view: View, division: Division, news: News, *, in_percent: bool = False
) -> pd.DataFrame:
    """Return the numbers as a table: a row for each side, and for what the title adds up.

    Args:
        view: what is selected.
        division: the statements, counted.
        news: the title.
        in_percent: whether shares follow the numbers.
    """
    language = view.dataset.language
    added = [tally.side for tally in news.tallies if news.joined and tally.side.province]
    sides = [*division.sides, *(side for side in added[:1] if side not in division.sides)]
    whole = news.division if news.joined else division
    total = in_language(language, tr("Total"), "合计")
    lines: list[dict[str, str | int]] = []
    rows = [*((side.id, side.name) for side in sides), (division.owner.id, total)]
    if len(division.sides) == 1:
        rows = rows[:1]
    for id_, name in rows:
        counts = {topic.name: whole.count(id_, topic.id) for topic in whole.topics}
        line: dict[str, str | int] = {_heading(division, language): name, **counts}
        line[total] = whole.total(id_)
        if in_percent:
            line |= {f"{topic}, %": percent(n, whole.total(id_)) for topic, n in counts.items()}
        lines.append(line)
    return pd.DataFrame(lines)


def _heading(division: Division, language: Language) -> str:
    families = {side.family for side in division.sides} - {"other"}
    if families == {"theme"}:
        return in_language(language, tr("Theme"), "主题")
    if all(side.place for side in division.sides):
        return in_language(language, tr("Speaker"), "发言者")
    return in_language(language, tr("Compared"), "比较")


def side_detail(side: Side) -> str:
    """Return what stands under the name of a row: where a speaker is from."""
    return side.place if side.place != side.name else ""
