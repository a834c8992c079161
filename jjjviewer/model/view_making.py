"""Make the view that answers a selection."""

from typing import TYPE_CHECKING

import numpy as np
import pandas as pd

from jjjviewer.model.categories import Positions, count_by_value
from jjjviewer.model.entity_linking import unique_names
from jjjviewer.model.geography import top_regions
from jjjviewer.model.index import RECORDS, RecordTable
from jjjviewer.model.rule_masks import Mask
from jjjviewer.model.selection import Selection
from jjjviewer.model.suggestions import did_you_mean
from jjjviewer.model.view import Group, View, ViewKind, relations_among

if TYPE_CHECKING:
    from jjjviewer.model.dataset import Dataset


class UnknownIdError(Exception):
    """A selection names an id that the dataset doesn't have."""

    def __init__(self, id_: str, known: list[str]) -> None:
        hint = did_you_mean(id_, known)
        super().__init__(f"'{id_}' is no region, speaker, theme or entity of this pack.{hint}")


def make_view(dataset: "Dataset", selection: Selection) -> View:
    """Return a new view of a selection; `Dataset.view` returns one that was made before.

    Raises:
        UnknownIdError: the dataset has no such id.
    """
    for id_ in selection.ids:
        if dataset.index.kind(id_) is None:
            raise UnknownIdError(id_, dataset.index.ids())
    masks = {table: [dataset.mask(table, id_) for id_ in selection.ids] for table in RECORDS}
    positions = {
        table: np.flatnonzero(np.logical_or.reduce(each))
        if each
        else np.arange(len(dataset[table]))
        for table, each in masks.items()
    }
    name, name_zh = _names(dataset, selection)
    statements = dataset.pick("statements", positions["statements"])
    figures = positions["figures"]
    return View(
        selection=selection,
        dataset=dataset,
        kind=_kind(dataset, selection),
        name=name,
        name_zh=name_zh,
        speakers=_speakers(dataset, selection, statements, figures),
        statements=statements,
        positions=figures,
        links=dataset.pick("links", positions["links"]),
        relations=relations_among(dataset["figure_relations"], figures, len(dataset["figures"])),
        groups=_groups(dataset, selection, masks),
    )


def _kind(dataset: "Dataset", selection: Selection) -> ViewKind:
    if not selection.ids:
        return "all"
    if len(selection.ids) > 1:
        return "several"
    return dataset.index.kind(selection.ids[0]) or "all"


def _names(dataset: "Dataset", selection: Selection) -> tuple[str, str]:
    ids = selection.ids or tuple(top_regions(dataset["regions"]))
    names = [dataset.names_of(id_) for id_ in ids]
    return ", ".join(en for en, _ in names), "、".join(zh for _, zh in names if zh)


def _speakers(
    dataset: "Dataset", selection: Selection, statements: pd.DataFrame, figures: Positions
) -> pd.DataFrame:
    """Return the speakers of statements or figures, and those that are selected themselves."""
    speakers = dataset["speakers"]
    of_figures = count_by_value(dataset["figures"]["speaker_id"].take(figures))
    chosen = {*selection.ids, *count_by_value(statements["speaker_id"]), *of_figures}
    ids = enumerate(speakers["speaker_id"])
    return speakers.iloc[[position for position, id_ in ids if id_ in chosen]]


def _groups(
    dataset: "Dataset", selection: Selection, masks: dict[RecordTable, list[Mask]]
) -> tuple[Group, ...]:
    kinds = [dataset.index.kind(id_) or "all" for id_ in selection.ids]
    if len(kinds) < 2 or set(kinds) <= {"figure", "link"}:
        return ()
    names = [dataset.names_of(id_) for id_ in selection.ids]
    shown = [zh if dataset.language == "zh" and zh else en for en, zh in names]
    labels = unique_names(dict(zip(selection.ids, shown, strict=True)))
    speakers = dataset["speakers"]
    provinces = dict(zip(speakers["speaker_id"], speakers["province"], strict=True))
    return tuple(
        Group(
            id_,
            kind,
            labels[id_],
            name_zh,
            provinces.get(id_) or dataset.index.province(id_),
            *(np.flatnonzero(masks[table][at]) for table in RECORDS),
        )
        for at, (id_, kind, (_, name_zh)) in enumerate(
            zip(selection.ids, kinds, names, strict=True)
        )
    )
