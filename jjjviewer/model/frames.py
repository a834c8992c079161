"""The checked tables of a pack as typed pandas frames, with names joined to ids.

Text is `object`, an enumeration or a reference `category` (so that a million rows are compared by
number), an integer `int64`, a number `float64`, a boolean `bool`, a date `datetime64[s]`. Missing
text is the empty string. Rows are labelled by their position.

Besides the columns of its table (see `schema`) a frame has these:

- speakers: `speaker`, `surname`, `office`, `in_short`, `region`, `region_zh`, `province` (id of the
  region below the topmost one);
- themes: `theme`, `short_theme`; units: `unit`;
- statements, figures, links: `speaker`, `theme`, `province` (the speaker's, but of a figure with a
  region of its own that one's), `warning` (empty until rows are marked, see `Dataset`);
- statements: `text`, `remark`;
- figures: `surname`, `short_label`, `label`, `whole`, `sentence`, `remark`, `unit`, `dimension`,
  `base_unit`, `base_value`, `region`, `place`, `map_place_id` (id of the place of known position
  where a map shows it, or nothing);
- links: `about`, `ends` (tuple of `LinkPlaceRow`), `places` ("A, B" or "A → B"), `place_ids`
  (tuple);
- figure_relations: `from_position`, `to_position` (labels of the two figures);
- entities: `province`.
"""

import math
from collections.abc import Mapping, Sequence

import numpy as np
import numpy.typing as npt
import pandas as pd

from jjjviewer.model.categories import codes_of
from jjjviewer.model.columns import Columns, distinct
from jjjviewer.model.entity_linking import unique_names
from jjjviewer.model.geography import located_of, map_places_of, top_regions
from jjjviewer.model.index import RECORDS, Index
from jjjviewer.model.reading.cells import READ
from jjjviewer.model.row_types import LinkPlaceRow, ends_text
from jjjviewer.model.schema import TABLES, Column, Table
from jjjviewer.model.selection import Language
from jjjviewer.model.tables import Tables

_DTYPES = {
    "integer": "int64",
    "boolean": "bool",
    "date": "datetime64[s]",
}
_MANY = 100_000
_COUNTED = ("speakers", "themes")
"""By whose names charts count."""

Frames = dict[str, pd.DataFrame]


def frames_of(tables: Tables, index: Index, language: Language) -> Frames:
    """Make the frames of all tables.

    Args:
        tables: the pack as read and checked.
        index: which rows belong to an id.
        language: the language of names, where the pack has them in it.
    """
    frames = {name: frame_of(TABLES[name], columns) for name, columns in tables.columns.items()}
    provinces = {id_: index.province(id_) for id_ in ("", *frames["regions"]["region_id"])}
    _join_names(frames, provinces, language)
    for name in RECORDS:
        _join_speakers_and_themes(frames, name)
        frames[name]["warning"] = pd.Series("", frames[name].index, dtype=object)
    _join_texts(frames, language)
    _join_figures(frames, provinces, language)
    _join_links(frames, language)
    _join_relations(frames)
    return {name: _consolidated(frame) for name, frame in frames.items()}


def frame_of(table: Table, columns: Columns) -> pd.DataFrame:
    """Return a table as a frame in the schema's columns."""
    series = {column.name: _series(column, columns[column.name]) for column in table.columns}
    return pd.DataFrame(series, copy=False)


def _consolidated(frame: pd.DataFrame) -> pd.DataFrame:
    """Columns of one type in one block, from which rows are picked three times as quickly.

    From very many rows picking is hardly quicker than copying them all once.
    """
    return frame.copy() if len(frame) <= _MANY else frame


def names_by_id(frames: Frames, table: str, column: str, language: Language) -> dict[str, str]:
    """Return names by id in a language, English where the other is missing.

    No two speakers and no two themes have the same.
    """
    frame = frames[table]
    names = frame[column]
    if language == "zh":
        names = frame[f"{column}_zh"].where(frame[f"{column}_zh"] != "", names)
    by_id = dict(zip(frame[TABLES[table].key.name], names, strict=True))
    return {"": "", **(unique_names(by_id) if table in _COUNTED else by_id)}


def _series(column: Column, cells: Sequence[str]) -> pd.Series:
    if column.choices:
        return pd.Series(_categories(cells, column.choices))
    if column.kind == "string":
        # Ids of records are hardly ever the same twice.
        if column.refers_to and column.refers_to not in RECORDS:
            return pd.Series(_categories(cells, sorted(distinct(cells))))
        return pd.Series(cells, dtype=object)
    if column.kind == "number":
        numbers = (float(cell) if cell else math.nan for cell in cells)
        return pd.Series(np.fromiter(numbers, "float64", len(cells)))
    read = READ[column.kind]
    texts = [*distinct(cells)]
    values = np.array([read(text) if text else None for text in texts], _DTYPES[column.kind])
    return pd.Series(values.take(_codes(cells, texts)))


def _categories(cells: Sequence[str], categories: Sequence[str]) -> pd.Categorical:
    """Texts as categories; an empty one is missing where that is none of them."""
    return pd.Categorical.from_codes(_codes(cells, categories), dtype=_dtype(categories))


def _dtype(categories: Sequence[str]) -> pd.CategoricalDtype:
    # As objects, which rows take over without converting them all.
    return pd.CategoricalDtype(pd.Index(list(categories), dtype=object))


def _codes(cells: Sequence[str], values: Sequence[str]) -> npt.NDArray[np.int32]:
    """Return where each cell stands among some values; -1 for an empty one that is none of them."""
    code = {"": -1} | {value: position for position, value in enumerate(values)}
    # A generator, unlike `map`, lets other threads run in between.
    return np.fromiter((code[cell] for cell in cells), "int32", len(cells))


def _mapped(ids: pd.Series, meanings: Mapping[str, str]) -> pd.Series:
    """Map the ids of a category to text."""
    texts = np.array([meanings[id_] for id_ in ids.cat.categories], dtype=object)
    return pd.Series(texts[codes_of(ids)] if len(texts) else ids, dtype=object)


def _recoded(
    ids: pd.Series, meanings: Mapping[str, str], categories: Sequence[str] | None = None
) -> pd.Series:
    """Return what each id of a category stands for, as a category."""
    categories = categories or sorted(set(meanings.values()))
    codes = _codes([meanings[id_] for id_ in ids.cat.categories], categories)
    values = pd.Categorical.from_codes(codes[codes_of(ids)], dtype=_dtype(categories))
    return pd.Series(values)


def _join_names(frames: Frames, provinces: Mapping[str, str], language: Language) -> None:
    """Join names of units, themes and speakers, the latter two in pack order; and provinces."""
    for table, column, name in (
        ("units", "label", "unit"),
        ("themes", "label", "theme"),
        ("speakers", "name", "speaker"),
    ):
        names = names_by_id(frames, table, column, language)
        frames[table][name] = frames[table][TABLES[table].key.name].map(names)
    speakers, regions = frames["speakers"], frames["regions"]
    regions_zh = {"": "", **dict(zip(regions["region_id"], regions["name_zh"], strict=True))}
    speakers["surname"] = speakers["speaker_id"].map(_surnames(speakers))
    speakers["office"] = _first_filled(
        speakers, [*(["role_zh"] if language == "zh" else []), "role"]
    )
    themes = frames["themes"]
    short = ["label_short_zh", "label_zh"] if language == "zh" else []
    themes["short_theme"] = _first_filled(themes, [*short, "label_short", "label"])
    own = speakers["region_id"]
    speakers["region"] = _mapped(own, names_by_id(frames, "regions", "name", language))
    speakers["region_zh"] = _mapped(own, regions_zh)
    speakers["province"] = _mapped(own, provinces)
    paragraphs = frames["paragraphs"]
    paragraphs["speaker"] = _mapped(
        paragraphs["speaker_id"], names_by_id(frames, "speakers", "name", language)
    )
    for table in _COUNTED:
        frames[table] = frames[table].sort_values("sort", kind="stable", ignore_index=True)
    frames["entities"]["province"] = _mapped(frames["entities"]["region_id"], provinces)


def _join_speakers_and_themes(frames: Frames, table: str) -> None:
    frame, speakers, themes = frames[table], frames["speakers"], frames["themes"]
    names, provinces = (
        {"": "", **dict(zip(speakers["speaker_id"], speakers[name], strict=True))}
        for name in ("speaker", "province")
    )
    labels = {"": "", **dict(zip(themes["theme_id"], themes["theme"], strict=True))}
    frame["speaker"] = _mapped(frame["speaker_id"], names)
    frame["theme"] = _mapped(frame["theme_id"], labels)
    frame["province"] = _mapped(frame["speaker_id"], provinces)


_TEXTS: dict[str, dict[str, tuple[str, ...]]] = {
    "statements": {"text": ("summary",), "remark": ("note",)},
    "figures": {
        "label": ("measure",),
        "short_label": ("measure_short", "measure"),
        "whole": ("denominator",),
        "sentence": ("claim",),
        "remark": ("note",),
    },
    "links": {"about": ("topic",)},
    "speakers": {"in_short": ("headline",)},
}
"""Texts in the dataset's language: the columns they are from, the first that is filled."""


def _join_texts(frames: Frames, language: Language) -> None:
    for table, texts in _TEXTS.items():
        frame = frames[table]
        for name, columns in texts.items():
            zh = [f"{column}_zh" for column in columns] if language == "zh" else []
            frame[name] = _first_filled(frame, [*zh, *columns])


def _first_filled(frame: pd.DataFrame, columns: Sequence[str]) -> pd.Series:
    first, *rest = columns
    texts = frame[first]
    for column in rest:
        texts = texts.where(texts != "", frame[column])
    return texts


def _surnames(speakers: pd.DataFrame) -> dict[str, str]:
    """Return the family names of speakers by id; the whole name where two share one.

    A name that is also given in Chinese begins with the family name, any other ends with it.
    """
    parts = speakers["name"].str.split()
    family = parts.str[0].where(speakers["name_zh"] != "", parts.str[-1])
    is_shared = family.duplicated(keep=False) | (speakers["speaker"] != speakers["name"])
    names = speakers["speaker"].where(is_shared, family)
    return dict(zip(speakers["speaker_id"], names, strict=True))


def _join_figures(frames: Frames, provinces: Mapping[str, str], language: Language) -> None:
    figures, units = frames["figures"], frames["units"].set_index("unit_id")
    own = figures["unit_id"]
    surnames = {"": "", **_surnames(frames["speakers"])}
    figures["surname"] = _mapped(figures["speaker_id"], surnames)
    figures["unit"] = _mapped(own, {"": "", **units["unit"]})
    figures["dimension"] = _recoded(own, {"": "", **units["dimension"]})
    figures["base_unit"] = _recoded(own, {"": "", **units["base_unit"]})
    figures["base_value"] = figures["value"] * own.map(units["factor"]).astype("float64")
    regions = names_by_id(frames, "regions", "name", language)
    places = names_by_id(frames, "entities", "name", language)
    figures["region"] = _mapped(figures["region_id"], regions)
    # What somebody says of another region has the colour of that.
    own_province = _mapped(figures["region_id"], provinces)
    figures["province"] = own_province.where(figures["region"] != "", figures["province"])
    figures["place"] = _mapped(figures["place_id"], places)
    figures["map_place_id"] = _map_place_ids(frames)


def _map_place_ids(frames: Frames) -> pd.Series:
    """Return where each figure is drawn on a map.

    A place without a position of its own has that of the one it lies in, or of its region.
    """
    figures, entities = frames["figures"], frames["entities"]
    located = {*located_of(entities, top_regions(frames["regions"]))["entity_id"]}
    parents = dict(zip(entities["entity_id"], entities["parent_id"], strict=True))
    regions = {id_: id_ if id_ in located else "" for id_ in ("", *frames["regions"]["region_id"])}
    own = map_places_of(parents, located)
    categories = sorted({*own.values(), *regions.values()})
    places = _recoded(figures["place_id"], own, categories)
    return places.where(places != "", _recoded(figures["region_id"], regions, categories))


def _join_relations(frames: Frames) -> None:
    relations = frames["figure_relations"]
    related = {*relations["from_id"], *relations["to_id"]}
    ids = enumerate(frames["figures"]["figure_id"])
    positions = {id_: position for position, id_ in ids if id_ in related}
    for end in ("from", "to"):
        relations[f"{end}_position"] = relations[f"{end}_id"].map(positions).astype("int64")


def _join_links(frames: Frames, language: Language) -> None:
    links, names = frames["links"], names_by_id(frames, "entities", "name", language)
    ends: dict[str, list[LinkPlaceRow]] = {id_: [] for id_ in links["link_id"]}
    places = frames["link_places"]
    for link, entity, role in zip(
        places["link_id"], places["entity_id"], places["role"], strict=True
    ):
        ends[link].append(LinkPlaceRow(role, entity, names[entity]))
    links["ends"] = pd.Series([tuple(each) for each in ends.values()], dtype=object)
    texts = [ends_text(each, lambda end: end.name) for each in ends.values()]
    links["places"] = pd.Series(texts, dtype=object)
    ids = [tuple(end.entity_id for end in each) for each in ends.values()]
    links["place_ids"] = pd.Series(ids, dtype=object)
