"""In numbers: one to six figures, the headline's first, each with what it is and when."""

import re

import pytest

from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.figures.headlines import kind_of
from jjjviewer.charts.layouts.number_cards import NumberCards
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Rect
from jjjviewer.charts.style import LIGHT, PAGES
from jjjviewer.charts.types.card import MOST_CARDS, Card
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from tests.charts.selections import accepted, pack_of

CARD = Card()


def pages_of(view: View, page: str = "slide") -> list[Scene]:
    return compose(CARD, view, PAGES[page], LIGHT)


def test_all_numbers_of_a_selection_are_on_its_pages_or_counted_as_not_shown(
    app: object,
) -> None:
    for view in accepted(CARD):
        charted = int(CARD.charted(view).sum())
        drawn = {id_ for each in pages_of(view) for id_ in each.records}
        left = charted - len(drawn)
        note = " ".join(CARD.chart(view).notes)
        assert (left > 0) == ("Not shown" in note), (view.selection, note)
        assert int(CARD.plotted(view).sum()) == len(drawn)
        assert (view.figure_count > charted) == ("Unclear and not charted" in note)
        subtitle = CARD.chart(view).subtitle
        told = re.match(r"[\w-]+ of (\d+) figures", subtitle)
        assert told is None or int(told[1]) == view.figure_count


def test_figures_chosen_one_by_one_are_all_drawn_six_to_a_page(app: object, pack: Dataset) -> None:
    ids = tuple(pack["figures"].query("chartable")["figure_id"].head(20))
    scenes = pages_of(pack.view(Selection(ids)))
    assert {id_ for scene in scenes for id_ in scene.records} == set(ids)
    assert max(len(scene.marks) for scene in scenes) == MOST_CARDS


def test_an_earlier_and_a_later_value_are_one_card_with_the_change_in_points(
    app: object, pack: Dataset
) -> None:
    (scene,) = pages_of(pack.view(Selection(("f41-6", "f41-7"))))
    (mark,) = scene.marks
    assert mark.records == ("f41-7", "f41-6")
    assert "+9.2 points" in [text.text for text in scene.texts]
    strip = [shape for shape in mark.shapes if isinstance(shape, Rect)]
    track, before, more = (each.rect.width() for each in strip)
    assert before / track == pytest.approx(0.508)
    assert (before + more) / track == pytest.approx(0.6003)


def test_only_shares_have_a_strip(app: object) -> None:
    for view in accepted(CARD):
        layout = CARD.chart(view).layout
        assert isinstance(layout, NumberCards)
        if len(layout.items) == 1:
            (scene,) = pages_of(view, "square")
            strips = [each for each in scene.marks[0].shapes if isinstance(each, Rect)]
            assert bool(strips) == (layout.items[0].figure.quantity_kind == "share")


def test_clear_reached_figures_come_before_unclear_and_planned_ones(app: object) -> None:
    view = pack_of("interview").view(Selection(("cangzhou",)))
    rows = CARD.rows(view)
    doubts = rows["certainty"].isin(("ambiguous", "garbled")).tolist()
    assert doubts == sorted(doubts)
    aims = (rows["status"] == "target")[~rows["certainty"].isin(("ambiguous", "garbled"))].tolist()
    assert aims == sorted(aims)
    assert rows["base_unit"].head(4).is_unique


def test_numbers_of_unlike_things_are_said_to_measure_different_things(app: object) -> None:
    for view in accepted(CARD):
        layout = CARD.chart(view).layout
        assert isinstance(layout, NumberCards)
        kinds = {kind_of(item.figure) for item in layout.items}
        told = "they measure different things" in CARD.chart(view).subtitle
        assert told == (len(kinds) > 1)


def test_what_the_title_is_about_comes_first_under_a_thick_rule(app: object) -> None:
    deep = {pair.deep for pair in (*LIGHT.regions, LIGHT.neutral)}
    for view in accepted(CARD):
        scene = pages_of(view)[0]
        first, *rest = scene.marks
        assert first.key in scene.headline
        if rest:
            rules = [
                next(each for each in mark.shapes if isinstance(each, Rect)) for mark in scene.marks
            ]
            told = [rule.paint.fill in deep for rule in rules]
            assert told == sorted(told, reverse=True)
            assert told == [mark.key in scene.headline for mark in scene.marks]
