"""The frames of a pack, with names joined to ids, and what is known of their rows."""

import math
from typing import Any

import pandas as pd

from jjjviewer.model.columns import distinct
from jjjviewer.model.entity_linking import told_apart
from jjjviewer.model.facts import Facts
from jjjviewer.model.frames import frame_of, in_few_blocks, mapped
from jjjviewer.model.geography import Atlas, lines_of, located_of, spots_of
from jjjviewer.model.index import RECORDS, Index
from jjjviewer.model.schema import TABLES
from jjjviewer.model.tables import Tables
from jjjviewer.model.view import End, Language
from jjjviewer.model.warning_locations import doubts_of

_NAMES = (
    ("units", "label", "unit"),
    ("themes", "label", "theme"),
    ("speakers", "name", "speaker"),
)
"""Table, column of its names, and the column that holds them in the pack's language."""

_COUNTED = ("speakers", "themes")
"""By whose names charts count."""


class Joined:
    """The frames of all tables; `View` says what columns they have beyond those of the schema.

    Args:
        tables: the pack as read and checked.
        index: which rows belong to an id.
        language: the language of names, where the pack has them in it.

    Attributes:
        atlas: what a map shows.
        facts, said: what is known of each figure, and of each statement, by itself.
    """

    def __init__(self, tables: Tables, index: Index, language: Language) -> None:
        self._tables = tables
        self._index = index
        self._language = language
        self._frames = {
            name: frame_of(TABLES[name], cells) for name, cells in tables.columns.items()
        }
        self._join_names()
        self._join_speakers()
        for name in RECORDS:
            self._join_common(name)
            self._frames[name]["doubt"] = pd.Series(doubts_of(tables, name), dtype="object")
        spots = self._spots()
        self._join_figures(spots)
        self._join_links()
        self._join_relations()
        self._frames = {name: in_few_blocks(frame) for name, frame in self._frames.items()}
        self.atlas = self._make_atlas()
        self.facts = self._make_facts(spots)
        self.said = Facts(
            self["statements"].assign(**self._classed("statements", "speaker_id", "theme_id"))
        )

    def __getitem__(self, table: str) -> pd.DataFrame:
        """The frame of a table of the schema."""
        return self._frames[table]

    def column(self, table: str, column: str) -> dict[str, str]:
        """Names by id in the pack's language, English where the other is missing.

        No two speakers and no two themes have the same.
        """
        frame = self[table]
        names = frame[column]
        if self._language == "zh":
            names = frame[f"{column}_zh"].where(frame[f"{column}_zh"] != "", names)
        by_id = dict(zip(frame[TABLES[table].key.name], names, strict=True))
        return {"": "", **(told_apart(by_id) if table in _COUNTED else by_id)}

    def tops(self) -> list[str]:
        """Ids of the topmost regions."""
        regions = self["regions"]
        return list(regions.loc[regions["parent_id"] == "", "region_id"])

    def _make_atlas(self) -> Atlas:
        entities = self["entities"]
        named: dict[str, set[int]] = {}
        mentions = self["mentions"]
        for id_, paragraph in zip(mentions["entity_id"], mentions["paragraph"], strict=True):
            named.setdefault(id_, set()).add(int(paragraph))
        lines = lines_of(self._tables.descriptor)
        ids = list(entities["entity_id"])
        places = entities.assign(
            name=entities["entity_id"].map(self.column("entities", "name")),
            province=[self._index.province(id_) for id_ in entities["region_id"]],
            paragraphs=pd.Series([frozenset(named.get(id_, ())) for id_ in ids], dtype=object),
            line=pd.Series([lines.get(id_, ()) for id_ in ids], dtype=object),
        )
        provinces = {id_: self._index.province(id_) for id_ in self["regions"]["region_id"]}
        tops = frozenset(self.tops())
        return Atlas(
            places=places,
            at={id_: at for at, id_ in enumerate(ids)},
            located=located_of(places, tops),
            links=self["links"],
            regions=self.column("regions", "name"),
            provinces=provinces,
            tops=tops,
        )

    def _join_names(self) -> None:
        for table, column, name in _NAMES:
            key = TABLES[table].key.name
            names = self[table][key].map(self.column(table, column))
            self._frames[table] = self[table].assign(**{name: names})

    def _join_speakers(self) -> None:
        frame, regions = self["speakers"], self["regions"]
        regions_zh = dict(zip(regions["region_id"], regions["name_zh"], strict=True))
        self._frames["speakers"] = frame.sort_values("sort", kind="stable").assign(
            region=frame["region_id"].map(self.column("regions", "name")),
            region_zh=frame["region_id"].map({"": "", **regions_zh}),
            province=frame["region_id"].map(self._index.province),
        )
        self._frames["themes"] = self["themes"].sort_values("sort", kind="stable")

    def _join_common(self, table: str) -> None:
        speakers, cells = self["speakers"], self._tables.columns[table]
        provinces = dict(zip(speakers["speaker_id"], speakers["province"], strict=True))
        self._frames[table] = self[table].assign(
            speaker=mapped(cells["speaker_id"], self.column("speakers", "name")),
            theme=mapped(cells["theme_id"], self.column("themes", "label")),
            province=mapped(cells["speaker_id"], {"": "", **provinces}),
        )

    def _join_figures(self, spots: "pd.Series[Any]") -> None:
        units, cells = self["units"].set_index("unit_id"), self._tables.columns["figures"]
        factors = mapped(cells["unit_id"], {"": math.nan, **units["factor"]}).astype("float64")
        self._frames["figures"] = self["figures"].assign(
            unit=mapped(cells["unit_id"], self.column("units", "label")),
            dimension=mapped(cells["unit_id"], {"": "", **units["dimension"]}),
            base_unit=mapped(cells["unit_id"], {"": "", **units["base_unit"]}),
            base_value=self["figures"]["value"] * factors,
            region=mapped(cells["region_id"], self.column("regions", "name")),
            place=mapped(cells["place_id"], self.column("entities", "name")),
            spot=spots.astype("object"),
        )

    def _spots(self) -> "pd.Series[Any]":
        """Where each figure is drawn on a map: the id of a place of known position, or nothing.

        These are categories: there are few, and to compare texts a million times takes long.
        A place without a position of its own has that of the one it lies in, or of its region.
        """
        entities, cells = self["entities"], self._tables.columns["figures"]
        located = {*located_of(entities, self.tops())["entity_id"]}
        parents = dict(zip(entities["entity_id"], entities["parent_id"], strict=True))
        own = spots_of(parents, located)
        regions = {
            id_: id_ if id_ in located else "" for id_ in ("", *self["regions"]["region_id"])
        }
        dtype = pd.CategoricalDtype(sorted({*own.values(), *regions.values()}))
        spots = mapped(cells["place_id"], own, dtype)
        return spots.where(spots != "", mapped(cells["region_id"], regions, dtype))

    def _make_facts(self, spots: "pd.Series[Any]") -> Facts:
        """The figures with the ids that rules ask for as categories: compared by number."""
        units, cells = self["units"], self._tables.columns["figures"]
        kinds = {"": "", **dict(zip(units["unit_id"], units["dimension"], strict=True))}
        bases = {"": "", **dict(zip(units["unit_id"], units["base_unit"], strict=True))}
        figures = self["figures"].assign(
            **self._classed("figures", "speaker_id", "unit_id"),
            dimension=mapped(cells["unit_id"], kinds, "category"),
            base_unit=mapped(cells["unit_id"], bases, "category"),
            spot=spots,
        )
        return Facts(figures)

    def _classed(self, table: str, *columns: str) -> "dict[str, pd.Series[Any]]":
        """Columns of ids as categories."""
        cells = {name: self._tables.columns[table][name] for name in columns}
        return {
            name: mapped(each, {id_: id_ for id_ in distinct(each)}, "category")
            for name, each in cells.items()
        }

    def _join_relations(self) -> None:
        frame = self["figure_relations"]
        figures = pd.Index(self["figures"]["figure_id"])
        ends = {f"{end}_at": figures.get_indexer(frame[f"{end}_id"]) for end in ("from", "to")}
        self._frames["figure_relations"] = frame.assign(**ends)

    def _join_links(self) -> None:
        names = self.column("entities", "name")
        ends: dict[str, list[End]] = {id_: [] for id_ in self["links"]["link_id"]}
        for row in self["link_places"].itertuples():
            entity = str(row.entity_id)
            ends[str(row.link_id)].append(End(str(row.role), entity, names[entity]))
        links = self["links"]
        each = [tuple(ends[id_]) for id_ in links["link_id"]]
        self._frames["links"] = links.assign(
            ends=pd.Series(each, dtype=object),
            places=[_ends_in_words(those) for those in each],
            place_ids=pd.Series(
                [tuple(end.entity_id for end in those) for those in each], dtype=object
            ),
        )


def _ends_in_words(ends: tuple[End, ...]) -> str:
    sides = [
        ", ".join(end.name for end in ends if end.role == side) for side in ("from", "to", "member")
    ]
    start, end, members = sides
    flow = " → ".join(side for side in (start, end) if side)
    return ", ".join(side for side in (flow, members) if side)
