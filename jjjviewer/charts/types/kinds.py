"""Statements by kind: how much is reported as done, is under way, planned, or a position."""

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.layouts.stacked_bars import StackedBars
from jjjviewer.charts.layouts.stacked_rows import Bracket, StackPart, StackRow
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.page_layout import Chart
from jjjviewer.charts.shapes import Paint
from jjjviewer.charts.statements.counted import have_any, not_counted
from jjjviewer.charts.statements.division import division_by_kind
from jjjviewer.charts.statements.statement_chart import (
    counts_table,
    rows_of,
    side_detail,
    statement_chart,
)
from jjjviewer.charts.statements.tally import Division, Side, Topic
from jjjviewer.charts.statements.titles import News, news_of
from jjjviewer.charts.style import Style, mixed
from jjjviewer.charts.translation import in_language, listed, tr
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_QUIET = 0.38
"""How much of a kind's colour is left where the headline is not about it."""


class Kinds:
    """Bars of one length, one for each speaker or thing compared; where only one speaks, theme."""

    id = "kinds"

    @property
    def name(self) -> str:
        return tr("Kinds of statement")

    @property
    def question(self) -> str:
        return tr("Is it done, under way, planned, or a position?")

    def accepts(self, view: View) -> bool:
        return have_any(view, "kind")

    def rows(self, view: View) -> pd.DataFrame:
        return rows_of(view, division_by_kind(view))

    def table(self, view: View) -> pd.DataFrame:
        return counts_table(view, division_by_kind(view), _news(view))

    @cached_on_view
    def chart(self, view: View) -> Chart:
        division, news, language = division_by_kind(view), _news(view), view.dataset.language
        subtitle = in_language(
            language,
            tr("Statements by kind, per cent (bars) and number"),
            "表述按类别，条形为占比，数字为条数",
        )
        if not view.order:
            order = f"；按“{news.topic.name}”占比排序"
            subtitle += in_language(language, f"; {_sorted_by(news.topic.id)}", order)
        coders = in_language(
            language,
            tr("A statement has one kind, given by the coders of this data set."),
            "每条表述归入一类，由本数据集编码者判定。",
        )
        notes = [coders, *not_counted(view, "kind")]
        return statement_chart(view, division, news, subtitle, _bars(view, division, news), notes)


def _sorted_by(kind: str) -> str:
    return {
        "achievement": tr("most results first"),
        "measure": tr("most work under way first"),
        "plan": tr("most plans first"),
        "position": tr("most positions first"),
    }[kind]


@cached_on_view
def _news(view: View) -> News:
    return news_of(view, division_by_kind(view))


def _bars(view: View, division: Division, news: News) -> StackedBars:
    language, topic = view.dataset.language, news.topic
    topics = [topic, *(each for each in division.topics if each != topic)]
    sides = list(division.sides)
    if not view.order:
        sides.sort(key=lambda side: -division.share(side.id, topic.id))
    if any(tally.side == division.owner for tally in news.tallies) and len(sides) > 1:
        words = in_language(language, tr("All statements"), "全部表述")
        sides.insert(0, division.owner._replace(name=words, place=""))
    joined = news.joined
    if joined:
        sides.sort(key=lambda side: side.id not in joined)
    bracket = None
    if joined:
        region = news.tallies[0]
        bracket = Bracket(len(joined), region.side.name, _of(region.number, region.total, language))
    return StackedBars(
        rows=[_row(side, topics, division, topic, language) for side in sides],
        topic=topic.id,
        emphasised=frozenset(news.headline.marks),
        paint=_paint,
        head=in_language(language, topic.name.lower(), topic.name),
        bracket=bracket,
        more=in_language(language, tr("{count} more in the table"), "另{count}项见表"),
    )


def _row(
    side: Side, topics: list[Topic], division: Division, about: Topic, language: Language
) -> StackRow:
    total = division.total(side.id)

    def part(topic: Topic) -> StackPart:
        ids = division.ids(side.id, topic.id)
        words = tr(
            "{what}: {amount}",
            what=listed((side.name, topic.name)),
            amount=_of(len(ids), total, language),
        )
        key = division.key(side.id, topic.id)
        return StackPart(topic.id, key, ids, topic.name, plain(len(ids)), words)

    after = _of(division.count(side.id, about.id), total, language)
    parts = [part(topic) for topic in topics]
    return StackRow(side.id, side.name, side_detail(side), parts, after)


def _of(count: int, total: int, language: Language) -> str:
    words = tr("{count} of {total}", count=plain(count), total=plain(total))
    return in_language(language, words, f"{plain(total)}条中{plain(count)}条")


def _paint(kind: str, style: Style, is_about: bool) -> Paint:
    color = style.kinds[kind]
    if is_about:
        return Paint(color)
    return Paint(mixed((style.background, color), _QUIET), color, 1)
