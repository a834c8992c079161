"""Figures of one unit in groups: what is reached and what is aimed at apart, parts under totals."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.figures.labels import short_place
from jjjviewer.charts.figures.relations import related_figures
from jjjviewer.charts.figures.shared_facts import (
    SharedFacts,
    end_of_period,
    shared_facts,
    together,
    told_in_head,
)
from jjjviewer.charts.formatting import is_under_way
from jjjviewer.charts.translation import tr
from jjjviewer.model.row_types import FigureRow
from jjjviewer.model.view import View


class PlacedFigure(NamedTuple):
    """A figure where it stands among others."""

    figure: FigureRow
    depth: int = 0
    """How many totals stand above it."""
    total: FigureRow | None = None
    """What it is a part of."""
    is_perhaps: bool = False
    """Whether the text leaves it open that it is a part."""
    is_first: bool = True
    """Whether it is the first part of its total."""


class FigureGroup(NamedTuple):
    """Figures under a head, each with what it is a part of."""

    head: str
    detail: str
    told: SharedFacts
    """What its head and the subtitle tell of all its figures."""
    figures: Sequence[PlacedFigure]


def figure_groups(view: View, figures: Sequence[FigureRow], told: SharedFacts) -> list[FigureGroup]:
    """Divide figures by what is compared, and by what is reached and what is aimed at.

    Args:
        view: what is selected.
        figures: of one unit, in the order of the chart.
        told: what the subtitle tells of all.
    """
    divided: list[tuple[str, str, list[FigureRow]]] = []
    for name, own in compared(view, figures):
        for status, part in by_status(own).items():
            divided.append((name, status, part))
    statuses = {status for _, status, _ in divided}
    groups = []
    for name, status, part in divided:
        own_facts = shared_facts(part, view.dataset.language)
        head = _head(view, status, part, together(told, SharedFacts(region=name)))
        if name:
            head = name if statuses == {"reached"} else f"{name}: {head[0].lower()}{head[1:]}"
        elif len(divided) == 1 and status == "reached":
            head = ""
        detail = _detail(view, status, part, head, told) if head else []
        groups.append(
            FigureGroup(
                head,
                " • ".join(detail),
                together(told, own_facts) if head else told,
                with_parts(view, part),
            )
        )
    return groups


def by_status(figures: Sequence[FigureRow]) -> dict[str, list[FigureRow]]:
    """Divide figures into what is reached, open, a target, and not clearly any of these."""
    of: dict[str, list[FigureRow]] = {"reached": [], "open": [], "target": [], "unsaid": []}
    for figure in figures:
        match figure.status:
            case "achieved":
                of["reached"].append(figure)
            case "under-construction" | "planned":
                of["open"].append(figure)
            case "target":
                of["target"].append(figure)
            case _:
                of["unsaid"].append(figure)
    return {status: part for status, part in of.items() if part}


def with_parts(view: View, figures: Sequence[FigureRow]) -> list[PlacedFigure]:
    """Return figures with the parts of each below it, in their order otherwise."""
    above = _totals(view, figures)
    parts: defaultdict[str, list[FigureRow]] = defaultdict(list)
    for figure in figures:
        if figure.figure_id in above:
            parts[above[figure.figure_id][0].figure_id].append(figure)

    def placed(figure: FigureRow, depth: int, *, is_first: bool) -> Iterator[PlacedFigure]:
        total, is_perhaps = above.get(figure.figure_id, (None, False))
        yield PlacedFigure(figure, depth, total, is_perhaps, is_first)
        for number, part in enumerate(parts[figure.figure_id]):
            yield from placed(part, depth + 1, is_first=not number)

    roots = [figure for figure in figures if figure.figure_id not in above]
    return [each for root in roots for each in placed(root, 0, is_first=True)]


def _totals(view: View, figures: Sequence[FigureRow]) -> dict[str, tuple[FigureRow, bool]]:
    """Return the total of each part by its id, and whether it is perhaps none."""
    ids = {figure.figure_id for figure in figures}
    found: dict[str, tuple[FigureRow, bool]] = {}

    def add(part: FigureRow, total: FigureRow, *, is_perhaps: bool) -> None:
        above = total
        while above.figure_id in found and above.figure_id != part.figure_id:
            above = found[above.figure_id][0]
        if above.figure_id != part.figure_id:
            found.setdefault(part.figure_id, (total, is_perhaps))

    for part, total in related_figures("part_of", view):
        if {part.figure_id, total.figure_id} <= ids:
            add(part, total, is_perhaps=False)
    for pair in related_figures("do_not_sum", view):
        small, large = sorted(pair, key=lambda each: each.base_value or 0.0)
        is_one_matter = small.speaker_id == large.speaker_id != "" and small.status == "achieved"
        if {small.figure_id, large.figure_id} <= ids and is_one_matter:
            add(small, large, is_perhaps=True)
    return found


def compared(view: View, figures: Sequence[FigureRow]) -> Iterator[tuple[str, Sequence[FigureRow]]]:
    """Yield figures by the name of what is compared; without a name where nothing is."""
    if not view.groups:
        yield "", figures
    for group in view.groups:
        own = set(view.dataset["figures"]["figure_id"].iloc[group.figures])
        if part := [figure for figure in figures if figure.figure_id in own]:
            yield group.name, part


def _head(view: View, status: str, figures: Sequence[FigureRow], told: SharedFacts) -> str:
    is_chinese = view.dataset.language == "zh"
    match status:
        case "reached":
            return "已实现或现有" if is_chinese else tr("Reached or given as present")
        case "open":
            if all(map(is_under_way, figures)):
                return "进行中" if is_chinese else tr("Under way")
            if not any(map(is_under_way, figures)):
                return "计划" if is_chinese else tr("Planned")
            return "进行中或计划" if is_chinese else tr("Under way or planned")
        case "target":
            return _targets_head(view, figures, told)
        case _:
            return "是否实现未说明" if is_chinese else tr("Whether reached is not said")


def _targets_head(view: View, figures: Sequence[FigureRow], told: SharedFacts) -> str:
    language = view.dataset.language
    end = end_of_period(figures, language)
    region = shared_facts(figures, language).region
    if short_place(region) == short_place(told.region):
        region = ""
    if language == "zh":
        return f"{end}目标" + (f"（{short_place(region)}）" if region else "")
    head = tr("Targets for {end}", end=end) if end else tr("Targets")
    return f"{head}, {region}" if region else head


def _detail(
    view: View,
    status: str,
    figures: Sequence[FigureRow],
    head: str,
    told: SharedFacts,
) -> list[str]:
    """Return what the head of a group tells besides: who, when, and what is missing."""
    language = view.dataset.language
    own = shared_facts(figures, language)
    if status == "target" and end_of_period(figures, language):
        ends = {f"{figure.period_end:%Y}" for figure in figures if figure.period_end}
        if any(year in own.period for year in ends):
            own = own._replace(period="")
    detail = told_in_head(head, own, told, language)
    if status == "target" and not _have_present(view, figures):
        detail.append("未给出现值" if language == "zh" else tr("no present figure was given"))
    return detail


def _have_present(view: View, figures: Sequence[FigureRow]) -> bool:
    """Return whether the pack relates one of some targets to a value, or gives one of its kind."""
    if _with_present(view).intersection(figure.figure_id for figure in figures):
        return True
    every = view.dataset["figures"]
    is_alike = every["measure"].isin({figure.measure for figure in figures})
    is_present = ~every["status"].isin(["target", "planned"])
    present = every.loc[is_alike & is_present, ["measure", "region"]]
    given = set(zip(present["measure"], present["region"], strict=True))
    return any((figure.measure, figure.region) in given for figure in figures)


@cached_on_view
def _with_present(view: View) -> frozenset[str]:
    """Return the ids of figures to which the pack relates an earlier value or a part."""
    relations = view.dataset["figure_relations"]
    return frozenset(relations.loc[relations["kind"].isin(["from_value", "part_of"]), "to_id"])
