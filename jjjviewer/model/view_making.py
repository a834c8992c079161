"""Make the view that answers a selection."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import pandas as pd

from jjjviewer.model.categories import Positions, count_by_value
from jjjviewer.model.entity_linking import unique_names
from jjjviewer.model.geography import top_regions
from jjjviewer.model.index import FAMILIES, RECORDS, Family, IdKind, RecordTable
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.selection import Language, Selection
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.view import Group, View, ViewKind, relations_among

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset

Masks = Mapping[RecordTable, Mask]
"""Which rows of each table belong to something."""
_COMPARED: tuple[Family, ...] = ("who", "what", "where")
_FOREMOST: tuple[Family, ...] = ("records", *_COMPARED)
"""The families in the order in which they say what kind of view it is."""


class UnknownIdError(Exception):
    """A selection names an id that the dataset doesn't have."""

    def __init__(self, id_: str, known: list[str]) -> None:
        hint = did_you_mean(id_, known)
        super().__init__(f"'{id_}' is no region, speaker, theme or entity of this pack.{hint}")


class _Member(NamedTuple):
    """One of the things selected."""

    id: str
    kind: IdKind
    name: str
    name_zh: str
    masks: Masks


_Families = Mapping[Family, Sequence[_Member]]


def make_view(dataset: "Dataset", selection: Selection) -> View:
    """Return a new view of a selection; `Dataset.view` returns one that was made before.

    Raises:
        UnknownIdError: the dataset has no such id.
    """
    families = _families(dataset, selection)
    compared = next((each for each in _COMPARED if len(families.get(each, ())) > 1), None)
    masks = _narrowed(dataset, families)
    positions = {table: np.flatnonzero(mask) for table, mask in masks.items()}
    statements = dataset.pick("statements", positions["statements"])
    figures = positions["figures"]
    groups: tuple[Group, ...] = ()
    if compared is not None:
        rest = {family: some for family, some in families.items() if family != compared}
        groups = _groups(dataset, families[compared], _narrowed(dataset, rest))
    name, name_zh = _names(dataset, families)
    return View(
        selection=selection,
        dataset=dataset,
        kind="several" if groups else _kind(families),
        name=name,
        name_zh=name_zh,
        speakers=_speakers(dataset, selection, statements, figures),
        statements=statements,
        positions=figures,
        links=dataset.pick("links", positions["links"]),
        relations=relations_among(dataset["figure_relations"], figures, len(dataset["figures"])),
        groups=groups,
        narrowing=_narrowing(dataset, families, compared) if groups else "",
    )


def _families(dataset: "Dataset", selection: Selection) -> _Families:
    """Return the members of a selection by family, these in the order of their names."""
    found: dict[Family, list[_Member]] = defaultdict(list)
    for id_ in selection.members:
        kind = dataset.index.kind(id_)
        if kind is None:
            raise UnknownIdError(id_, dataset.index.ids())
        member = _Member(id_, kind, *dataset.names_of(id_), dataset.masks(id_))
        found[FAMILIES[kind]].append(member)
    return {family: found[family] for family in (*_COMPARED, "records") if family in found}


def _narrowed(dataset: "Dataset", families: _Families) -> Masks:
    """Return the rows that belong to one member or more of every family."""
    masks: dict[RecordTable, Mask] = {}
    for table in RECORDS:
        each_family = (
            np.logical_or.reduce([each.masks[table] for each in some]) for some in families.values()
        )
        everything = np.ones(len(dataset[table]), dtype=bool)
        masks[table] = np.logical_and.reduce([everything, *each_family])
    return masks


def _kind(families: _Families) -> ViewKind:
    """Return the kind of the foremost thing that is selected, where nothing is compared."""
    for family in _FOREMOST:
        if family in families:
            only, *others = families[family]
            return "several" if others else only.kind
    return "all"


def _names(dataset: "Dataset", families: _Families) -> tuple[str, str]:
    """Return the names of all that is selected, and those in Chinese."""
    members = [each for some in families.values() for each in some]
    if not members:
        tops = [dataset.names_of(id_) for id_ in top_regions(dataset["regions"])]
        return ", ".join(en for en, _ in tops), "、".join(zh for _, zh in tops if zh)
    english = [", ".join(_each(some, "en")) for some in families.values()]
    chinese = ["、".join(filter(None, _each(some, "zh"))) for some in families.values()]
    has_chinese = any(each.name_zh for each in members) and all(chinese)
    return " · ".join(english), " · ".join(chinese) if has_chinese else ""


def _each(family: Sequence[_Member], language: Language) -> list[str]:
    """Return the names of what is selected of a family; several links are counted."""
    if len(family) > 1 and {each.kind for each in family} == {"link"}:
        return [f"{len(family)}条联系" if language == "zh" else f"{len(family)} links"]
    # The words of a search are in no language.
    is_chinese = [language == "zh" and each.kind != "search" for each in family]
    return [
        each.name_zh if chinese else each.name
        for each, chinese in zip(family, is_chinese, strict=True)
    ]


def _narrowing(dataset: "Dataset", families: _Families, compared: Family | None) -> str:
    rest = [some for family, some in families.items() if family != compared]
    names = (
        # A name that the pack does not have in its language is in the other.
        [zh or en for en, zh in zip(_each(some, "en"), _each(some, dataset.language), strict=True)]
        for some in rest
    )
    return " · ".join(map(", ".join, names))


def _shown(dataset: "Dataset", member: _Member) -> str:
    """Return a name in the language of the dataset."""
    return member.name_zh if dataset.language == "zh" and member.name_zh else member.name


def _speakers(
    dataset: "Dataset", selection: Selection, statements: pd.DataFrame, figures: Positions
) -> pd.DataFrame:
    """Return the speakers of statements or figures, and those that are selected themselves."""
    speakers = dataset["speakers"]
    of_figures = count_by_value(dataset["figures"]["speaker_id"].take(figures))
    chosen = {*selection.ids, *count_by_value(statements["speaker_id"]), *of_figures}
    ids = enumerate(speakers["speaker_id"])
    return speakers.iloc[[position for position, id_ in ids if id_ in chosen]]


def _groups(dataset: "Dataset", members: Sequence[_Member], narrowed: Masks) -> tuple[Group, ...]:
    """Return what is compared, as far as the other families leave it."""
    labels = unique_names({each.id: _shown(dataset, each) for each in members})
    speakers = dataset["speakers"]
    provinces = dict(zip(speakers["speaker_id"], speakers["province"], strict=True))
    lies_within = dataset.index.lies_within
    return tuple(
        Group(
            each.id,
            each.kind,
            labels[each.id],
            each.name_zh,
            provinces.get(each.id) or dataset.index.province(each.id),
            next((labels[other.id] for other in members if lies_within(each.id, other.id)), ""),
            *(np.flatnonzero(each.masks[table] & narrowed[table]) for table in RECORDS),
        )
        for each in members
    )
