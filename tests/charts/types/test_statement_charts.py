"""Charts that count statements, over all selections and pages: true, drawn, legible."""

import re
from collections.abc import Iterator
from itertools import combinations

import pandas as pd
import pytest
from PySide6.QtCore import QRectF

from jjjviewer.charts.chart_type import ChartType
from jjjviewer.charts.page_layout import MOST_PAGES, lay_out
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.shapes import Mark, Rect, Text
from jjjviewer.charts.statements.division import division_by_theme
from jjjviewer.charts.style import LIGHT, PAGES, STYLES, Page
from jjjviewer.charts.types.attention import Attention
from jjjviewer.charts.types.kinds import Kinds
from jjjviewer.charts.types.speaker_theme import SpeakerTheme
from jjjviewer.model.dataset import Dataset
from jjjviewer.model.selection import Selection
from jjjviewer.model.view import View
from jjjviewer.paths import bundled_pack
from tests.charts.drawing import CHART_TYPE, marks, pages
from tests.charts.selections import PACKS, pack_of
from tests.charts.types.crowded_pack import crowded
from tests.packs import copy_without_choices, load

TYPES: dict[str, ChartType] = {each.id: each for each in (SpeakerTheme(), Kinds(), Attention())}
SIZES = [PAGES["slide"], PAGES["square"], PAGES["a4"], Page("own", 600, 400), Page("own", 640, 0)]
LEAST_BODY = 130
"""Height of a body, in pixels, on which not even what the title is about has room."""
KINDS = ("achievement", "measure", "plan", "position")


@pytest.fixture(scope="module", params=["interview", "interview-zh", "estuary", "half", "crowded"])
def dataset(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Dataset:
    folder = tmp_path_factory.mktemp("pack")
    match request.param:
        case "estuary":
            return load(bundled_pack().parent / "estuary")
        case "half":
            return load(copy_without_choices(folder))
        case "crowded":
            return crowded(folder)
    return load(language="zh" if request.param.endswith("zh") else "en")


def selections(dataset: Dataset) -> Iterator[tuple[str, ...]]:
    """Everything, each id, and pairs of regions, speakers and themes."""
    columns = (("regions", "region_id"), ("speakers", "speaker_id"), ("themes", "theme_id"))
    ids = {table: [*dataset[table][column]][:9] for table, column in columns}
    yield ()
    yield from ((id_,) for each in ids.values() for id_ in each)
    yield from ((id_,) for id_ in dataset["entities"]["entity_id"][::29])
    for each in ids.values():
        yield from [*combinations(each, 2)][::9]
        yield tuple(each[:5])


def views(dataset: Dataset) -> Iterator[View]:
    for ids in selections(dataset):
        yield dataset.view(Selection(ids))


def drawn(chart_type: ChartType, view: View, page: Page, style: str = "light") -> list[Scene]:
    return lay_out(chart_type.chart(view), page, STYLES[style])


def of(view: View, rows: pd.DataFrame, id_: str) -> "pd.Series[bool]":
    """Which statements a part of the name of a cell stands for, counted again."""
    dataset = view.dataset
    if id_ == "*":
        return pd.Series(True, rows.index)
    if id_ == "_":
        return rows["theme"] == ""
    if id_ in KINDS:
        return rows["kind"] == id_
    column = {"speaker": "speaker_id", "theme": "theme_id"}.get(dataset.index.kind(id_) or "")
    if column:
        return rows[column] == id_
    mask = pd.Series(dataset.masks(id_)["statements"], dataset["statements"].index)
    of_rows: pd.Series[bool] = mask[rows.index]
    return of_rows


def counted(view: View, chart_type: ChartType, key: str) -> set[str]:
    rows = chart_type.rows(view)
    one, other = key.split("/")
    both = of(view, rows, one).to_numpy() & of(view, rows, other).to_numpy()
    return {*rows["statement_id"][both]}


def is_strong(mark: Mark) -> bool:
    """Whether a mark is drawn as the headline's: in full colour, or outlined in ink."""
    rects = [shape for shape in mark.shapes if isinstance(shape, Rect)]
    texts = [shape for shape in mark.shapes if isinstance(shape, Text)]
    has_ink = any(LIGHT.text in rect.paint[:2] for rect in rects)
    in_full = len(rects) == 1 and not rects[0].paint.stroke and all(t.bold for t in texts)
    return has_ink or in_full


@pytest.mark.parametrize("id_", TYPES)
def test_every_cell_counts_what_it_says(app: object, dataset: Dataset, id_: str) -> None:
    chart_type = TYPES[id_]
    for view in views(dataset):
        if not chart_type.accepts(view):
            continue
        marks = [
            mark for scene in drawn(chart_type, view, Page("own", 960, 0)) for mark in scene.marks
        ]
        keys = [mark.cell for mark in marks]
        assert len(keys) == len(set(keys))
        for mark in marks:
            assert {*mark.records} == counted(view, chart_type, mark.cell), mark.cell
        records = {record for mark in marks for record in mark.records}
        assert records == {*chart_type.rows(view)["statement_id"]}


@pytest.mark.parametrize("id_", TYPES)
def test_the_title_is_true_and_what_it_is_about_is_drawn_and_emphasised(
    app: object, dataset: Dataset, id_: str
) -> None:
    chart_type = TYPES[id_]
    for view in views(dataset):
        if not chart_type.accepts(view):
            continue
        title, about, rule = chart_type.chart(view).headline
        assert rule != "none"
        assert about
        numbers = {*_numbers(_without_names(title, view))}
        for page in (PAGES["slide"], Page("own", 600, 400)):
            pages = drawn(chart_type, view, page)
            if pages[0].body.height() < LEAST_BODY:
                continue
            by_key = {mark.key: mark for mark in pages[0].marks}
            assert {*about} <= {*by_key}, (view.selection, page)
            strong = {key for key, mark in by_key.items() if is_strong(mark)}
            assert strong <= {*about}, (view.selection, title)
            # Of none there is a number, and nothing to be strong.
            assert not any(by_key[key].records for key in {*about} - strong), title
            if len(pages) < MOST_PAGES:
                assert numbers <= {*_numbers(_plotted(pages))}, (title, view.selection)
        assert numbers <= {*_numbers(" ".join(map(str, chart_type.table(view).to_numpy().ravel())))}
        whole = drawn(chart_type, view, Page("own", 960, 0))
        every = {mark.key: len(mark.records) for scene in whole for mark in scene.marks}
        _check_rule(view, rule, about, every)


def _plotted(pages: list[Scene]) -> str:
    """The texts between header and notes."""
    return " ".join(
        text.text
        for scene in pages
        for text in scene.texts
        if scene.body.top() < text.y < scene.body.bottom() + 5
    )


def _numbers(text: str) -> list[int]:
    """The numbers of a text; how many topics tie is no number of statements."""
    text = re.sub(r"\d+(?= (themes|speakers)|个主题|位发言者)", "", text.replace(",", ""))
    return [*map(int, re.findall(r"\d+", text))]


def _without_names(title: str, view: View) -> str:
    dataset = view.dataset
    names = [
        *dataset.speaker_names.values(),
        *dataset.theme_names.values(),
        *dataset["entities"]["name"],
        *dataset["entities"]["name_zh"],
    ]
    for name in sorted(names, key=len, reverse=True):
        title = title.replace(name, "").replace(name[:1].lower() + name[1:], "") if name else title
    return title


def _check_rule(view: View, rule: str, about: tuple[str, ...], every: dict[str, int]) -> None:
    """Check by what is drawn what a title says of its cells."""
    counts = [every[key] for key in about]
    sides, topics = ({key.split("/")[at] for key in about} for at in (0, 1))
    if rule == "difference":
        # Its topic is what all its cells share; the first have the larger share of their side.
        at = 0 if len(topics) > 1 else 1
        totals = {
            key: sum(
                n
                for other, n in every.items()
                if _side(other, at) == _side(key, at) and "*" not in other
            )
            for key in (about[0], about[-1])
        }
        first, last = (every[key] / totals[key] for key in totals)
        assert first > last
    elif rule in ("extreme", "tie") and "*" not in about[0]:
        is_by_speaker = view.kind == "theme" or len(topics) == 1 < len(sides)
        at = 1 if is_by_speaker else 0
        peers = [
            n
            for key, n in every.items()
            if _side(key, 1 - at) == _side(about[0], 1 - at)
            and key not in about
            and "*" not in key
            and (_side(key, at) in KINDS) == (_side(about[0], at) in KINDS)
        ]
        assert len({*counts}) == 1
        assert (rule == "tie") == (len(counts) > 1)
        assert all(counts[0] > n for n in peers)


def _side(key: str, at: int) -> str:
    return key.split("/")[1 - at]


def test_of_a_speaker_the_largest_theme_is_named_first_or_after_the_headlines(
    app: object, dataset: Dataset
) -> None:
    for view in views(dataset):
        kinds = {view.dataset.index.kind(id_) for id_ in view.selection.ids}
        if not Attention().accepts(view) or "theme" in kinds:
            continue
        for page in (PAGES["slide"], Page("own", 600, 400)):
            for scene in drawn(Attention(), view, page):
                texts = "".join(text.text for text in scene.texts)
                for side in {mark.key.split("/")[0] for mark in scene.marks}:
                    own = [mark for mark in scene.marks if mark.key.startswith(f"{side}/")]
                    most = max(own, key=lambda mark: len(mark.records)).key.split("/")[1]
                    themes = view.dataset["themes"].set_index("theme_id")["short_theme"]
                    if most in themes:
                        found = [word for word in themes[most].split() if word in texts]
                        assert found, (view.selection, side, most, page)


@pytest.mark.parametrize("id_", TYPES)
@pytest.mark.parametrize("page", SIZES, ids=lambda page: f"{page.width}x{page.height}")
def test_nothing_overlaps_or_leaves_the_page(
    app: object, dataset: Dataset, id_: str, page: Page
) -> None:
    chart_type = TYPES[id_]
    for view in list(views(dataset))[::4]:
        if not chart_type.accepts(view):
            continue
        for scene in drawn(chart_type, view, page, "dark"):
            whole = QRectF(0, 0, scene.page.width, scene.page.height)
            boxes = [text.rect.adjusted(0.5, 2.5, -0.5, -2.5) for text in scene.texts if text.text]
            for box, text in zip(boxes, [t for t in scene.texts if t.text], strict=True):
                assert whole.contains(box), (view.selection, text)
            for at, box in enumerate(boxes):
                for other in boxes[at + 1 :]:
                    assert not box.intersects(other), (view.selection, box, other)
            for mark in scene.marks:
                for shape in mark.shapes:
                    if isinstance(shape, Rect):
                        assert whole.contains(shape.rect)


def test_nothing_is_left_out_between_pages(app: object, dataset: Dataset) -> None:
    for chart_type in TYPES.values():
        for view in list(views(dataset))[::5]:
            if chart_type.accepts(view):
                whole = drawn(chart_type, view, Page("own", 960, 0))
                pages = drawn(chart_type, view, PAGES["slide"])
                assert {m.key for s in whole for m in s.marks} == {
                    m.key for s in pages for m in s.marks
                }


def test_they_are_offered_wherever_there_are_statements(dataset: Dataset) -> None:
    for view in views(dataset):
        have = view.statements[["kind", "theme_id"]]
        assert Kinds().accepts(view) == bool(have["kind"].notna().any())
        assert SpeakerTheme().accepts(view) == Attention().accepts(view)
        assert Attention().accepts(view) == bool((view.statements["theme"] != "").any())


@pytest.mark.parametrize("pack", PACKS)
def test_a_theme_has_one_colour_in_all_bars(app: object, pack: str) -> None:
    for ids in ((), *((id_,) for id_ in pack_of(pack).index.ids())):
        view = pack_of(pack).view(Selection(ids))
        if not CHART_TYPE["attention"].accepts(view) or division_by_theme(view).is_flipped:
            continue  # The parts of flipped bars are speakers.
        fills: dict[str, set[str]] = {}
        for mark in marks(pages(view, "attention", "slide")):
            found = {each.paint.fill for each in mark.shapes if isinstance(each, Rect)}
            fills.setdefault(mark.cell.split("/")[1], set()).update(found)
        assert all(len(found) <= 1 for found in fills.values()), ids
