"""Who speaks of what: the number of statements of each speaker on each theme."""

from functools import cache

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.layouts.cross_table import CrossTable
from jjjviewer.charts.layouts.cross_table_parts import Head, TableCell
from jjjviewer.charts.page_layout import Chart
from jjjviewer.charts.statements.counted import have_any, not_counted
from jjjviewer.charts.statements.division import division_by_theme, division_of_one
from jjjviewer.charts.statements.statement_chart import (
    counts_table,
    rows_of,
    statement_chart,
    weight_note,
)
from jjjviewer.charts.statements.tally import ALL, Division
from jjjviewer.charts.statements.titles import News, news_of
from jjjviewer.charts.translation import in_language, listed, tr
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_MOST_TIES = 3


class SpeakerTheme:
    """A cross-table of statements by speaker and theme; of one speaker, by theme and kind."""

    id = "speaker-theme"

    @property
    def name(self) -> str:
        return tr("Speaker × theme")

    @property
    def question(self) -> str:
        return tr("Who speaks of what?")

    def accepts(self, view: View) -> bool:
        return have_any(view, "theme_id")

    def rows(self, view: View) -> pd.DataFrame:
        return rows_of(view, _division(view))

    def table(self, view: View) -> pd.DataFrame:
        return counts_table(view, _division(view), _news(view))

    @cached_on_view
    def chart(self, view: View) -> Chart:
        language = view.dataset.language
        division, news = _division(view), _news(view)
        is_of_one = division_of_one(view) is not None
        subtitle = in_language(
            language, tr("Number of statements by speaker and theme"), "各发言者各主题的表述数"
        )
        if is_of_one:
            subtitle = in_language(
                language, tr("Number of statements by theme and kind"), "各主题各类别的表述数"
            )
            if division.sides[0].family == "people":
                subtitle = in_language(
                    language,
                    tr("Number of statements by speaker and kind"),
                    "各发言者各类别的表述数",
                )
        columns = ("theme_id", "kind") if is_of_one else ("theme_id",)
        notes = [*not_counted(view, *columns), weight_note(language)]
        table = _cross_table(view, division, news)
        return statement_chart(view, division, news, subtitle, table, notes)


def _subtitle(division: Division, language: Language, *, is_of_one: bool) -> str:
    if not is_of_one:
        words = tr("Number of statements by speaker and theme")
        return in_language(language, words, "各发言者各主题的表述数")
    if division.sides[0].family == "people":
        words = tr("Number of statements by speaker and kind")
        return in_language(language, words, "各发言者各类别的表述数")
    words = tr("Number of statements by theme and kind")
    return in_language(language, words, "各主题各类别的表述数")


@cached_on_view
def _division(view: View) -> Division:
    return division_of_one(view) or division_by_theme(view)


@cached_on_view
def _news(view: View) -> News:
    news = news_of(view, division_by_theme(view))
    if news.rule == "tie" and len(news.cells) > _MOST_TIES:
        # Their number is given, so the title is about the total.
        return news._replace(cells=((news.tallies[0].side.id, ALL),))
    return news


def _cross_table(view: View, division: Division, news: News) -> CrossTable:
    """Return the table: themes in rows, speakers in columns, of the others what is more."""
    owner, language = division.owner, view.dataset.language
    names = {side.id: side.name for side in division.sides} | {"": owner.name}
    words = {topic.id: topic.name for topic in division.topics}
    by_topic = {topic.id: len(division.ids(owner.id, topic.id)) for topic in division.topics}
    sides = [
        Head(side.id, side.name, side.place, side.province if side.family == "people" else None)
        for side in division.sides
    ]
    topics = [Head(topic.id, topic.name) for topic in division.topics]

    @cache
    def cell(topic: str, side: str) -> TableCell:
        of_topics = [topic] if topic else [*words]
        ids = tuple(id_ for each in of_topics for id_ in division.ids(side or owner.id, each))
        about = listed((names[side], words.get(topic, "")))
        counted = tr("{about}: 1 statement") if len(ids) == 1 else tr("{about}: {count} statements")
        text = in_language(
            language,
            counted.format(about=about or tr("All"), count=len(ids)),
            f"{about or '合计'}：{len(ids)}条表述",
        )
        return TableCell(ids, _key(division, side, topic), text)

    totals = _totals(language)
    marks = frozenset(news.headline.marks)
    provinces = view.dataset.provinces
    if division.topics[0].subject == "kind":
        ranked = sorted(sides, key=lambda head: -division.total(head.id))
        rows = sides if view.order else ranked
        return CrossTable(rows, topics, lambda row, at: cell(at, row), marks, *totals, provinces)
    if not view.order:
        topics.sort(key=lambda head: -by_topic[head.id])
    if division.is_flipped:
        heads = [
            Head(topic.id, topic.name, topic.place, topic.province) for topic in division.topics
        ]
        return CrossTable(sides, heads, lambda row, at: cell(at, row), marks, *totals, provinces)
    return CrossTable(topics, sides, cell, marks, *totals, provinces)


def _totals(language: Language) -> tuple[str, str]:
    """Return the headings of totals: of a page, and of all pages."""
    return (
        in_language(language, tr("Total"), "合计"),
        in_language(language, tr("Total, all pages"), "各页合计"),
    )


def _key(division: Division, side: str, topic: str) -> str:
    """Return the name of a cell; that of a total is the same as of a cell of the owner."""
    owner = division.owner.id
    if division.topics[0].subject != "kind":
        return division.key(side or owner, topic or ALL)
    if side and topic:
        return division.key(side, topic)
    if division.owner.family == "theme":
        return f"{side or ALL}/{owner}" if not topic else f"{owner}/{topic}"
    return f"{owner}/{topic or side or ALL}"
