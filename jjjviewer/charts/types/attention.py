"""Which share of what somebody says is on which theme."""

from collections.abc import Callable
from functools import partial

import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.layouts.stacked_bars import StackedBars
from jjjviewer.charts.layouts.stacked_rows import StackPart, StackRow
from jjjviewer.charts.names import topic_named
from jjjviewer.charts.numbers import plain
from jjjviewer.charts.page_layout import Chart
from jjjviewer.charts.shapes import Paint
from jjjviewer.charts.statements.counted import have_any, not_counted
from jjjviewer.charts.statements.division import division_by_theme
from jjjviewer.charts.statements.statement_chart import (
    counts_table,
    rows_of,
    side_detail,
    statement_chart,
    weight_note,
)
from jjjviewer.charts.statements.tally import Division, Side, Topic, percent
from jjjviewer.charts.statements.titles import News, news_of
from jjjviewer.charts.style import Pair, Style, Tint, mixed, region_colors, theme_colors
from jjjviewer.charts.translation import clauses, in_language, listed, tr
from jjjviewer.model.selection import Language
from jjjviewer.model.view import View

_LEAST_FOR_PERCENT = 10
"""Statements of a side below which its share is given as a number."""
_QUIET = 0.5
"""How much of a region's colour is left where the headline is not about a speaker."""


class Attention:
    """Bars of one length, one a speaker or thing compared; of themes, of who speaks of them."""

    id = "attention"

    @property
    def name(self) -> str:
        return tr("Share by theme")

    @property
    def question(self) -> str:
        return tr("What share is on which theme?")

    def accepts(self, view: View) -> bool:
        return have_any(view, "theme_id")

    def rows(self, view: View) -> pd.DataFrame:
        return rows_of(view, division_by_theme(view))

    def table(self, view: View) -> pd.DataFrame:
        return counts_table(
            view, division_by_theme(view), _news(view), in_percent=_in_percent(view)
        )

    @cached_on_view
    def chart(self, view: View) -> Chart:
        division, news, language = division_by_theme(view), _news(view), view.dataset.language
        about = news.topic
        first = topic_named(about.name) if about.subject == "theme" else about.name
        what = tr("speaker") if division.is_flipped else tr("theme")
        how = tr("per cent, rounded") if _in_percent(view) else tr("share (bars) and number")
        subtitle = tr("Statements by {what}, {how}", what=what, how=how)
        if len(division.topics) > 1:
            order = tr("{first} first, then by size", first=first)
            subtitle = clauses((subtitle, order))
        notes = [_short_names(division, language), *not_counted(view, "theme_id")]
        return statement_chart(
            view,
            division,
            news,
            subtitle,
            _bars(view, division, news),
            [*filter(None, notes), weight_note(language)],
        )


@cached_on_view
def _news(view: View) -> News:
    division = division_by_theme(view)
    news = news_of(view, division, in_percent=_in_percent(view), contrasts=True)
    drawn = {side.id for side in division.sides}
    # A title about whoever says all of it is about every bar that has some.
    cells = tuple(
        (side.id, topic)
        for teller, topic in news.cells
        for side in division.sides
        if side.id == teller or (teller not in drawn and division.count(side.id, topic))
    )
    return news._replace(cells=cells)


@cached_on_view
def _in_percent(view: View) -> bool:
    division = division_by_theme(view)
    return all(division.total(side.id) >= _LEAST_FOR_PERCENT for side in division.sides)


def _short_names(division: Division, language: Language) -> str:
    """Return the note on names that are shortened in the bars."""
    if division.is_flipped:
        return ""
    pairs = [(each.short, each.name) for each in division.topics if each.short != each.name]
    if language == "zh":
        return "；".join(f"{short}：{name}" for short, name in pairs) + "。" * bool(pairs)
    return "; ".join(f"{short}: {topic_named(name)}" for short, name in pairs) + "." * bool(pairs)


def _bars(view: View, division: Division, news: News) -> StackedBars:
    language, topic = view.dataset.language, news.topic
    sides = list(division.sides)
    if not view.order:
        sides.sort(key=lambda side: -division.share(side.id, topic.id))
    marks = frozenset(news.headline.marks)
    # A theme has one colour in all bars: that of the headline is full in each.
    about = frozenset(tally.topic.id for tally in news.tallies)
    themes = [*view.dataset.theme_names]
    return StackedBars(
        rows=[_row(side, division, topic, view) for side in sides],
        topic=topic.id,
        emphasised=marks,
        paint=_paint_of_speaker(view, division)
        if division.is_flipped
        else partial(_paint_of_theme, tuple(filter(None, themes)), about),
        other=in_language(language, tr("Other"), "其他"),
        more=in_language(language, tr("{count} more in the table"), "另{count}项见表"),
    )


def _row(side: Side, division: Division, about: Topic, view: View) -> StackRow:
    language, in_percent = view.dataset.language, _in_percent(view)
    total = division.total(side.id)
    ranked = sorted(division.topics, key=lambda topic: -division.count(side.id, topic.id))
    ranked.sort(key=lambda topic: topic != about)

    def part(topic: Topic) -> StackPart:
        ids = division.ids(side.id, topic.id)
        share = percent(len(ids), total)
        number = share if in_percent else plain(len(ids))
        english = tr("{names}: {share}, {count} of {total} statements")
        if total == 1:
            english = tr("{names}: {share}, {count} of 1 statement")
        named = listed((side.name, topic.name))
        words = in_language(
            language,
            english.format(names=named, share=share, count=len(ids), total=total),
            f"{side.name}{topic.name}：{share}，{total}条中{len(ids)}条",
        )
        return StackPart(topic.id, division.key(side.id, topic.id), ids, topic.short, number, words)

    number = in_language(
        language,
        tr("1 statement") if total == 1 else tr("{count} statements", count=plain(total)),
        f"{plain(total)}条表述",
    )
    detail = " • ".join(filter(None, (side_detail(side), number)))
    name = side.name or in_language(language, tr("All statements"), "全部表述")
    return StackRow(side.id, name, detail, [part(topic) for topic in ranked])


def _paint_of_theme(
    themes: tuple[str, ...], about: frozenset[str], theme: str, style: Style, _: bool
) -> Paint:
    tint: Tint = theme_colors(themes, style)[theme]
    return Paint(tint.outline) if theme in about else Paint(tint.fill, tint.outline, 1)


def _paint_of_speaker(view: View, division: Division) -> Callable[[str, Style, bool], Paint]:
    provinces = {topic.id: topic.province for topic in division.topics}
    regions = tuple(view.dataset.provinces)

    def paint(speaker: str, style: Style, is_about: bool) -> Paint:
        pair: Pair = region_colors(regions, style).get(provinces[speaker], style.neutral)
        if is_about:
            return Paint(pair.deep)
        return Paint(mixed((style.background, pair.quiet), _QUIET), pair.deep, 1)

    return paint
