"""A pack in pandas frames, which answers selections."""

import difflib
import math
from typing import Any

import numpy as np
import pandas as pd

from jjjviewer.model.atlas import Atlas, lines_of, located_of, spots_of
from jjjviewer.model.doubts import Place, doubts_of, place_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.facts import Codes, Facts, Positions
from jjjviewer.model.frames import frame_of, in_few_blocks, spread
from jjjviewer.model.index import Index, Table
from jjjviewer.model.names import names_of
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables
from jjjviewer.model.view import End, Group, Language, Naming, View, ViewKind, among

_NAMES = (
    ("units", "label", "unit"),
    ("themes", "label", "theme"),
    ("speakers", "name", "speaker"),
)
"""Table, column of its names, and the column that holds them in the pack's language."""

_RECORDS: tuple[Table, ...] = ("statements", "figures", "links")


class UnknownIdError(Exception):
    """A selection names an id that the pack doesn't have."""

    def __init__(self, id_: str, known: list[str]) -> None:
        near = difflib.get_close_matches(id_, known, n=1)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        super().__init__(f"'{id_}' is no region, speaker, theme or entity of this pack.{hint}")


class Pack:
    """The frames of a pack, with names joined to ids.

    Args:
        tables: the pack as read and checked.
        index: which rows belong to an id.
        language: the language of names, where the pack has them in it.
    """

    def __init__(self, tables: Tables, index: Index, language: Language = "en") -> None:
        self._tables = tables
        self.source = tables.source
        self.path = tables.path
        self.index = index
        self._language = language
        self._names = names_of(tables.rows)
        self._last: View | None = None
        self._whole: View | None = None
        self._frames = {name: frame_of(TABLES[name], rows) for name, rows in tables.rows.items()}
        self._join_names()
        self._join_speakers()
        people = self._frames["speakers"]
        self._everybody = dict(zip(people["speaker_id"], people["speaker"], strict=True))
        for name in _RECORDS:
            self._join_common(name)
            self._frames[name]["doubt"] = pd.Series(doubts_of(tables, name), dtype="object")
        spots = self._spots()
        self._join_figures(spots)
        self._join_links()
        self._join_relations()
        self._frames = {name: in_few_blocks(frame) for name, frame in self._frames.items()}
        self._atlas = self._make_atlas()
        self._facts = self._make_facts(spots)
        self._said = Facts(
            self["statements"].assign(**self._classed("statements", "speaker_id", "theme_id"))
        )
        self._namings_in = self._namings_by_paragraph()
        names = self._column("regions", "name")
        self._provinces = {id_: names[id_] for id_ in index.provinces}
        self._speaker_at = {id_: at for at, id_ in enumerate(self["speakers"]["speaker_id"])}
        self._titles = self._all_titles()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is doubtful about the rows of the pack."""
        return self._tables.warnings

    def place_of(self, problem: Problem) -> Place:
        """Where to see the row that a problem is about."""
        return place_of(problem, self._tables.rows, self.index)

    def __getitem__(self, table: str) -> pd.DataFrame:
        """The frame of a table of the schema."""
        return self._frames[table]

    def view(self, selection: Selection) -> View:
        """Answer a selection; asked for the same once more, it gives the same view.

        So it does for everything, whatever was asked for meanwhile: that is gone back to most, and
        what charts find in it takes longest.

        Raises:
            UnknownIdError: the pack has no such id.
        """
        known = (each for each in (self._last, self._whole) if each and each.selection == selection)
        self._last = view = next(known, None) or self._view(selection)
        if view.figure_count == len(self["figures"]):
            self._whole = view
        return view

    def _view(self, selection: Selection) -> View:
        for id_ in selection.ids:
            if self.index.kind(id_) is None:
                raise UnknownIdError(id_, self.index.ids())
        at = self._positions("figures", selection)
        statements = self._rows("statements", selection)
        name, name_zh = self._name(selection)
        return View(
            selection=selection,
            kind=self._kind(selection),
            name=name,
            name_zh=name_zh,
            speakers=self._speakers(selection, statements, at),
            statements=statements,
            all_figures=self["figures"],
            at=at,
            links=self._rows("links", selection),
            relations=among(self["figure_relations"], at),
            themes=self["themes"],
            units=self["units"],
            facts=self._facts,
            said=self._said,
            provinces=self._provinces,
            namings=self._namings(selection),
            source=self.source,
            language=self._language,
            everybody=self._everybody,
            groups=self._groups(selection),
            names=self._names,
            atlas=self._atlas,
            within=frozenset().union(*map(self.index.places, selection.ids)),
        )

    def _groups(self, selection: Selection) -> tuple[Group, ...]:
        kinds = [self.index.kind(id_) or "all" for id_ in selection.ids]
        if len(kinds) < 2 or set(kinds) <= {"figure", "link"}:
            return ()
        zh = self._language == "zh"
        groups = []
        for id_, kind in zip(selection.ids, kinds, strict=True):
            name, name_zh = self._names_of(id_)
            rows = {table: frozenset(self.index.rows(table, id_)) for table in _RECORDS}
            words = name_zh if zh and name_zh else name
            groups.append(Group(id_, kind, words, self._province_of(id_), **rows, name_zh=name_zh))
        return tuple(groups)

    def _province_of(self, id_: str) -> str:
        """The region that colours a region or a speaker."""
        if id_ in self._speaker_at:
            return str(self["speakers"]["province"].iloc[self._speaker_at[id_]])
        return self.index.province(id_)

    def _rows(self, table: Table, selection: Selection) -> pd.DataFrame:
        frame, at = self[table], self._positions(table, selection)
        return frame if len(at) == len(frame) else frame.iloc[at]

    def _positions(self, table: Table, selection: Selection) -> Positions:
        each = [self.index.rows(table, id_) for id_ in selection.ids]
        found = sorted(set().union(*each)) if len(each) > 1 else each[0] if each else None
        if found is None or len(found) == len(self[table]):
            return np.arange(len(self[table]))
        return np.array(found, dtype=np.intp)

    def _kind(self, selection: Selection) -> ViewKind:
        if not selection.ids:
            return "all"
        if len(selection.ids) > 1:
            return "several"
        return self.index.kind(selection.ids[0]) or "all"

    def _name(self, selection: Selection) -> tuple[str, str]:
        ids = selection.ids or tuple(self._tops())
        names = [self._names_of(id_) for id_ in ids]
        return ", ".join(en for en, _ in names), "、".join(zh for _, zh in names if zh)

    def _names_of(self, id_: str) -> tuple[str, str]:
        """The name of a thing, and its Chinese one; a figure is named by what it measures."""
        if id_ in self._titles:
            return self._titles[id_]
        at = self.index.rows("figures", id_)[0]
        return str(self["figures"]["measure"].iloc[at]), ""

    def _all_titles(self) -> dict[str, tuple[str, str]]:
        """The names of all that can be selected but figures; of the same id the first of these."""
        links = self["links"]
        titles = {
            id_: (topic, "") for id_, topic in zip(links["link_id"], links["topic"], strict=True)
        }
        for table, column in (
            ("entities", "name"),
            ("themes", "label"),
            ("speakers", "name"),
            ("regions", "name"),
        ):
            frame = self[table]
            names = zip(frame[column], frame[f"{column}_zh"], strict=True)
            titles |= zip(frame[TABLES[table].key.name], names, strict=True)
        return titles

    def _speakers(
        self, selection: Selection, statements: pd.DataFrame, figures: Positions
    ) -> pd.DataFrame:
        numbers, ids = self._facts.codes("speaker_id")
        gave = Codes(numbers[figures], ids).counted()
        numbers, ids = self._said.codes("speaker_id")
        said = Codes(numbers[statements.index.to_numpy()], ids).counted()
        chosen = {*selection.ids, *said, *gave}
        found = sorted(self._speaker_at[id_] for id_ in chosen & self._speaker_at.keys())
        return self["speakers"].iloc[found]

    def _namings(self, selection: Selection) -> tuple[Naming, ...]:
        """Who names the selected places, where; speakers themselves are no places."""
        numbers = {int(each) for id_ in selection.ids for each in self.index.paragraphs(id_)}
        found = (self._namings_in[each] for each in numbers & self._namings_in.keys())
        return tuple(naming for _, naming in sorted(found))

    def _make_atlas(self) -> Atlas:
        entities = self["entities"]
        named: dict[str, set[int]] = {}
        mentions = self["mentions"]
        for id_, paragraph in zip(mentions["entity_id"], mentions["paragraph"], strict=True):
            named.setdefault(id_, set()).add(int(paragraph))
        lines = lines_of(self._tables.descriptor)
        ids = list(entities["entity_id"])
        places = entities.assign(
            name=entities["entity_id"].map(self._column("entities", "name")),
            province=[self.index.province(id_) for id_ in entities["region_id"]],
            paragraphs=pd.Series([frozenset(named.get(id_, ())) for id_ in ids], dtype=object),
            line=pd.Series([lines.get(id_, ()) for id_ in ids], dtype=object),
        )
        provinces = {id_: self.index.province(id_) for id_ in self["regions"]["region_id"]}
        tops = frozenset(self._tops())
        return Atlas(
            places=places,
            located=located_of(places, tops),
            links=self["links"],
            regions=self._column("regions", "name"),
            provinces=provinces,
            tops=tops,
        )

    def _namings_by_paragraph(self) -> dict[int, tuple[int, Naming]]:
        """Who speaks in each paragraph of the text, with the row that it is."""
        rows, speakers = self["paragraphs"], self["speakers"]
        names = dict(zip(speakers["speaker_id"], speakers["name"], strict=True))
        body = rows[rows["kind"] == "body"]
        found = zip(body["paragraph"], body["speaker_id"], strict=True)
        return {
            int(number): (at, Naming(speaker, names.get(speaker, ""), int(number)))
            for at, (number, speaker) in enumerate(found)
        }

    def _tops(self) -> list[str]:
        regions = self["regions"]
        return list(regions.loc[regions["parent_id"] == "", "region_id"])

    def _column(self, table: str, column: str) -> dict[str, str]:
        """Names by id in the pack's language, English where the other is missing."""
        frame = self[table]
        names = frame[column]
        if self._language == "zh":
            names = frame[f"{column}_zh"].where(frame[f"{column}_zh"] != "", names)
        return {"": "", **dict(zip(frame[TABLES[table].key.name], names, strict=True))}

    def _join_names(self) -> None:
        for table, column, name in _NAMES:
            key = TABLES[table].key.name
            names = self[table][key].map(self._column(table, column))
            self._frames[table] = self[table].assign(**{name: names})

    def _join_speakers(self) -> None:
        frame, regions = self["speakers"], self["regions"]
        regions_zh = dict(zip(regions["region_id"], regions["name_zh"], strict=True))
        self._frames["speakers"] = frame.sort_values("sort", kind="stable").assign(
            region=frame["region_id"].map(self._column("regions", "name")),
            region_zh=frame["region_id"].map({"": "", **regions_zh}),
            province=frame["region_id"].map(self.index.province),
        )
        self._frames["themes"] = self["themes"].sort_values("sort", kind="stable")

    def _join_common(self, table: str) -> None:
        speakers, cells = self["speakers"], self._tables.rows[table].cells
        provinces = dict(zip(speakers["speaker_id"], speakers["province"], strict=True))
        self._frames[table] = self[table].assign(
            speaker=spread(cells("speaker_id"), self._column("speakers", "name")),
            theme=spread(cells("theme_id"), self._column("themes", "label")),
            province=spread(cells("speaker_id"), {"": "", **provinces}),
        )

    def _join_figures(self, spots: "pd.Series[Any]") -> None:
        units, cells = self["units"].set_index("unit_id"), self._tables.rows["figures"].cells
        factors = spread(cells("unit_id"), {"": math.nan, **units["factor"]}).astype("float64")
        self._frames["figures"] = self["figures"].assign(
            unit=spread(cells("unit_id"), self._column("units", "label")),
            dimension=spread(cells("unit_id"), {"": "", **units["dimension"]}),
            base_unit=spread(cells("unit_id"), {"": "", **units["base_unit"]}),
            base_value=self["figures"]["value"] * factors,
            region=spread(cells("region_id"), self._column("regions", "name")),
            place=spread(cells("place_id"), self._column("entities", "name")),
            spot=spots.astype("object"),
        )

    def _spots(self) -> "pd.Series[Any]":
        """Where each figure is drawn on a map: the id of a place of known position, or nothing.

        These are categories: there are few, and to compare texts a million times takes long.
        A place without a position of its own has that of the one it lies in, or of its region.
        """
        entities, cells = self["entities"], self._tables.rows["figures"].cells
        located = {*located_of(entities, self._tops())["entity_id"]}
        parents = dict(zip(entities["entity_id"], entities["parent_id"], strict=True))
        own = spots_of(parents, located)
        regions = {
            id_: id_ if id_ in located else "" for id_ in ("", *self["regions"]["region_id"])
        }
        dtype = pd.CategoricalDtype(sorted({*own.values(), *regions.values()}))
        spots = spread(cells("place_id"), own, dtype)
        return spots.where(spots != "", spread(cells("region_id"), regions, dtype))

    def _make_facts(self, spots: "pd.Series[Any]") -> Facts:
        """The figures with the ids that rules ask for as categories: compared by number."""
        units, cells = self["units"], self._tables.rows["figures"].cells
        kinds = {"": "", **dict(zip(units["unit_id"], units["dimension"], strict=True))}
        bases = {"": "", **dict(zip(units["unit_id"], units["base_unit"], strict=True))}
        figures = self["figures"].assign(
            **self._classed("figures", "speaker_id", "unit_id"),
            dimension=spread(cells("unit_id"), kinds, "category"),
            base_unit=spread(cells("unit_id"), bases, "category"),
            spot=spots,
        )
        return Facts(figures)

    def _classed(self, table: str, *columns: str) -> "dict[str, pd.Series[Any]]":
        """Columns of ids as categories."""
        cells = {name: self._tables.rows[table].cells(name) for name in columns}
        return {
            name: spread(each, {id_: id_ for id_ in each.values}, "category")
            for name, each in cells.items()
        }

    def _join_relations(self) -> None:
        frame = self["figure_relations"]
        ends = {f"{end}_at": frame[f"{end}_id"].map(self.index.figure_at) for end in ("from", "to")}
        self._frames["figure_relations"] = frame.assign(**ends).astype(dict.fromkeys(ends, "int64"))

    def _join_links(self) -> None:
        names = self._column("entities", "name")
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
