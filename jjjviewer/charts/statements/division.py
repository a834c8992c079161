"""Divide the statements of a view among speakers, groups compared or themes."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Literal

import numpy as np
import pandas as pd

from jjjviewer.charts.cached_on_view import cached_on_view
from jjjviewer.charts.formatting import joined_names, reach, unset_theme
from jjjviewer.charts.names import named
from jjjviewer.charts.statements.counted import counted, is_set
from jjjviewer.charts.statements.tally import (
    ALL,
    UNSET,
    Division,
    Family,
    Scope,
    Side,
    Topic,
    kind_words,
)
from jjjviewer.charts.translation import in_language
from jjjviewer.model.categories import Positions, codes_of, positions_by_value
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.selection import Filter
from jjjviewer.model.view import View

_LACKS: dict[str, Literal["kind", "theme"]] = {"kind": "kind", "theme_id": "theme"}
_FAMILIES: dict[str, Family] = {
    "region": "people",
    "speaker": "people",
    "theme": "theme",
    "entity": "place",
}
_Sides = Sequence[tuple[Side, Positions]]
"""Sides, each with the positions of its statements among those counted."""


@cached_on_view
def division_by_kind(view: View) -> Division:
    """Divide by groups compared, else by speaker, or by theme where only one speaks."""
    rows = counted("kind", view)
    speakers = _of_speakers(view, rows)
    several = (_of_groups(view, rows), speakers, _of_themes(view, rows))
    sides = next((each for each in several if len(each) > 1), speakers)
    return _divided(view, rows, sides, _kinds(view), "kind")


@cached_on_view
def division_by_theme(view: View) -> Division:
    """Divide by groups compared, else by speaker; themes that are selected, by who makes them."""
    rows = counted("theme_id", view)
    groups, speakers = _of_groups(view, rows), _of_speakers(view, rows)
    families = {side.family for side, _ in groups} if len(groups) > 1 else set()
    sides = groups if families and "theme" not in families else speakers
    division = _divided(view, rows, sides, _themes(view), "theme_id")
    is_of_theme = division.owner.family == "theme" or division.scope.by == "theme"
    if (families == {"theme"} or is_of_theme) and speakers[0][0].family == "people":
        themes = _of_themes(view, rows)
        by_speaker = _divided(view, rows, themes, _speakers(view), "speaker_id")
        return replace(by_speaker, is_flipped=True)
    return division


@cached_on_view
def division_of_one(view: View) -> Division | None:
    """Divide the themes of one speaker, or the speakers on one theme, by kind.

    None where there are several of both, groups that are compared, or no kinds.
    """
    rows = counted("theme_id", view)
    rows = rows[is_set(rows["kind"])]
    speakers, themes = _of_speakers(view, rows), _of_themes(view, rows)
    if rows.empty or len(_of_groups(view, rows)) > 1 or min(len(speakers), len(themes)) > 1:
        return None
    return _divided(view, rows, max(themes, speakers, key=len), _kinds(view), "kind")


def _divided(
    view: View, rows: pd.DataFrame, sides: _Sides, topics: Sequence[Topic], column: str
) -> Division:
    ids, codes = rows["statement_id"].to_numpy(), codes_of(rows[column])
    values = [str(category) for category in rows[column].cat.categories]
    owner = _owner(view, rows, column)
    cells: dict[tuple[str, str], tuple[str, ...]] = {}
    for side, positions in ((owner, np.arange(len(rows))), *sides):
        own = codes[positions]
        order = np.argsort(own, kind="stable")
        found, starts = np.unique(own[order], return_index=True)
        for code, part in zip(found.tolist(), np.split(positions[order], starts[1:]), strict=True):
            cells[side.id, values[code]] = tuple(ids[part].tolist())
    used = {topic for _, topic in cells}
    return Division(
        tuple(side for side, _ in sides),
        tuple(topic for topic in topics if topic.id in used),
        cells,
        owner,
        _scope(view, rows, {side.family for side, _ in sides}, owner, column),
        tuple(sorted(set(rows["paragraph"].tolist()))),
    )


def _owner(view: View, rows: pd.DataFrame, column: str) -> Side:
    """Return what all statements are of: one speaker, one theme, or everything."""
    speakers, themes = _of_speakers(view, rows), _of_themes(view, rows)
    if len(speakers) == 1 and column != "speaker_id":
        return speakers[0][0]
    if len(themes) == 1 and themes[0][0].family == "theme":
        return themes[0][0]
    return Side(ALL, "", "all")


def _of_speakers(view: View, rows: pd.DataFrame) -> _Sides:
    """Return the speakers; where nobody speaks, everything as one side."""
    found = _positions(rows["speaker_id"])
    if not found:
        return [(Side(ALL, "", "all"), np.arange(len(rows)))]
    return [
        (Side(each.speaker_id, each.speaker, "people", each.region, each.province), found[id_])
        for each in view.dataset.speaker_rows.of(view.ordered(view.dataset["speakers"], "speaker"))
        if (id_ := each.speaker_id) in found
    ]


def _of_themes(view: View, rows: pd.DataFrame) -> _Sides:
    """Return the themes; statements whose theme nobody has looked at come last."""
    found, nobodys = _positions(rows["theme_id"]), _nobodys_themes(view, rows)
    sides = [
        (
            Side(each.theme_id, each.theme, "theme", is_of_speakers=each.theme_id in nobodys),
            found[each.theme_id],
        )
        for each in view.dataset.theme_rows.of(view.themes)
        if each.theme_id in found
    ]
    unset = np.flatnonzero(~is_set(rows["theme_id"]))
    if len(unset):
        words = in_language(view.dataset.language, unset_theme(), "未标注主题")
        sides.append((Side(UNSET, words, "other"), unset))
    return sides


def _nobodys_themes(view: View, rows: pd.DataFrame) -> frozenset[str]:
    """Return the themes of statements that are not counted since no speaker makes them."""
    made = _made_by_same(view.statements, rows)
    return frozenset(_positions(view.statements["theme_id"][~made]))


def _of_groups(view: View, rows: pd.DataFrame) -> _Sides:
    """Return the groups compared that have statements."""
    nobodys = _nobodys_themes(view, rows)
    sides = [
        (
            Side(
                group.id,
                group.name,
                _FAMILIES.get(group.kind, "other"),
                province=group.province,
                is_region=group.kind == "region",
                reach=reach(view, group.id) if group.kind == "entity" else "named",
                words=named(group.name, view) if group.kind == "entity" else "",
                is_of_speakers=group.kind == "theme" and group.id in nobodys,
            ),
            np.flatnonzero(rows.index.isin(group.statements)),
        )
        for group in view.groups
    ]
    return [(side, positions) for side, positions in sides if len(positions)]


def _kinds(view: View) -> list[Topic]:
    words = kind_words(view.dataset.language)
    return [Topic(id_, word, word, "kind") for id_, word in words.items()]


def _themes(view: View) -> list[Topic]:
    rows = view.dataset.theme_rows.of(view.themes)
    return [Topic(row.theme_id, row.theme, row.short_theme, "theme") for row in rows]


def _speakers(view: View) -> list[Topic]:
    rows = view.dataset.speaker_rows.of(view.ordered(view.dataset["speakers"], "speaker"))
    return [
        Topic(row.speaker_id, row.speaker, row.surname, "speaker", row.region, row.province)
        for row in rows
    ]


def _positions(column: pd.Series) -> Mapping[str, Positions]:
    return {value: part for value, part in positions_by_value(column).items() if value}


def _scope(
    view: View, rows: pd.DataFrame, families: set[Family], owner: Side, column: str
) -> Scope:
    """Return what narrows the statements: numbers of a part are not given for the whole."""
    lacks: Literal["", "kind", "theme"] = ""
    if column in _LACKS and len(rows) < np.count_nonzero(_made_by_same(view.statements, rows)):
        lacks = _LACKS[column]
    are_themes = families <= {"theme", "other"}
    is_of_one = are_themes and owner.family == "people" and column != "speaker_id"
    makes = Scope(
        lacks=lacks,
        owner=owner.name if is_of_one else "",
        in_paragraphs=not view.dataset.index.knows_naming_statements,
    )
    is_plain = view.filter == Filter() and not view.narrowing
    every = "theme_id" if are_themes and not is_of_one else "speaker_id"
    if is_plain if "place" in families else _has_all(view, rows, every):
        return makes
    themes = set(rows["theme"])
    if entity := _only_entity(view):
        (name, zh), by = view.dataset.names_of(entity), reach(view, entity)
        name = zh if view.dataset.language == "zh" and zh else named(name, view)
        return makes._replace(by="place", name=name, reach=by)
    origin = _origin(view)
    if origin and are_themes:
        return makes._replace(of=origin)
    is_of_theme = len(themes) == 1 and "" not in themes
    if is_of_theme and _has_all(view, rows, "theme_id"):
        return makes._replace(by="theme", name=themes.pop())
    if is_of_theme and origin and _has_all(view, rows, "theme_id", "speaker_id"):
        return makes._replace(by="theme", name=themes.pop(), of=origin)
    return makes._replace(by="selection")


def _only_entity(view: View) -> str:
    """Return the id of the only entity selected, if nothing but who speaks narrows it."""
    kinds = {id_: view.dataset.index.kind(id_) for id_ in view.selection.members}
    entities = [id_ for id_, kind in kinds.items() if kind == "entity"]
    is_plain = {*kinds.values()} <= {"entity", "region", "speaker"} and view.filter == Filter()
    return entities[0] if is_plain and len(entities) == 1 else ""


def _origin(view: View) -> str:
    """Return whose statements on some themes are selected, if nothing else narrows them."""
    kinds = {id_: view.dataset.index.kind(id_) for id_ in view.selection.members}
    people = [id_ for id_, kind in kinds.items() if kind in ("region", "speaker")]
    is_plain = {*kinds.values()} <= {"region", "speaker", "theme"} and view.filter == Filter()
    if not people or not is_plain:
        return ""
    names = [view.dataset.names_of(id_) for id_ in people]
    is_chinese = view.dataset.language == "zh"
    return joined_names([zh if is_chinese and zh else name for name, zh in names])


def _made_by_same(statements: pd.DataFrame, rows: pd.DataFrame) -> Mask:
    """Return which statements are of a speaker, if those counted are."""
    made = is_set(statements["speaker_id"])
    return made if len(rows) and is_set(rows["speaker_id"]).all() else ~made


def _has_all(view: View, rows: pd.DataFrame, *columns: str) -> bool:
    """Return whether a view has all statements of the speakers, or on the themes, of some rows."""
    values = {column: {*_positions(rows[column])} for column in columns}

    def number(statements: pd.DataFrame) -> int:
        made = _made_by_same(statements, rows)
        for column in columns:
            if values[column]:
                made = made & statements[column].isin(values[column]).to_numpy()
        return int(made.sum())

    return number(view.statements) == number(view.dataset["statements"])
