"""A pack that answers selections with views."""

import numpy as np
import pandas as pd

from jjjviewer.model.entity_linking import names_of, told_apart
from jjjviewer.model.errors import Problem
from jjjviewer.model.facts import Codes, Positions
from jjjviewer.model.index import RECORDS, Index, Table
from jjjviewer.model.joined import Joined
from jjjviewer.model.recent import Recent
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import Selection
from jjjviewer.model.tables import Tables
from jjjviewer.model.view import Group, Language, Naming, View, ViewKind, among
from jjjviewer.model.warning_locations import Place, place_of


class UnknownIdError(Exception):
    """A selection names an id that the pack doesn't have."""

    def __init__(self, id_: str, known: list[str]) -> None:
        # Here, since nobody asks for it in a window.
        import difflib

        near = difflib.get_close_matches(id_, known, n=1)
        hint = f" Did you mean '{near[0]}'?" if near else ""
        super().__init__(f"'{id_}' is no region, speaker, theme or entity of this pack.{hint}")


class Pack:
    """A pack that answers selections.

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
        self._names = names_of(tables.columns)
        self._joined = joined = Joined(tables, index, language)
        self._recent = Recent(len(self["figures"]), len(self["statements"]))
        people, names = joined["speakers"], joined.column("regions", "name")
        self._everybody = dict(zip(people["speaker_id"], people["speaker"], strict=True))
        self._speaker_at = {id_: at for at, id_ in enumerate(people["speaker_id"])}
        self._provinces = {id_: names[id_] for id_ in index.provinces}
        self._namings_in = self._namings_by_paragraph()
        self._titles = self._all_titles()

    @property
    def warnings(self) -> tuple[Problem, ...]:
        """What is doubtful about the rows of the pack."""
        return self._tables.warnings

    def place_of(self, problem: Problem) -> Place:
        """Where to see the row that a problem is about."""
        return place_of(problem, self._tables.columns, self.index)

    def __getitem__(self, table: str) -> pd.DataFrame:
        """The frame of a table of the schema."""
        return self._joined[table]

    def view(self, selection: Selection) -> View:
        """Answer a selection; asked for the same once more, it mostly gives the same view.

        Raises:
            UnknownIdError: the pack has no such id.
        """
        view = self._recent.get(selection) or self._view(selection)
        self._recent.add(view)
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
            facts=self._joined.facts,
            said=self._joined.said,
            provinces=self._provinces,
            namings=self._namings(selection),
            source=self.source,
            language=self._language,
            everybody=self._everybody,
            groups=self._groups(selection),
            names=self._names,
            atlas=self._joined.atlas,
            within=frozenset().union(*map(self.index.places, selection.ids)),
        )

    def _groups(self, selection: Selection) -> tuple[Group, ...]:
        kinds = [self.index.kind(id_) or "all" for id_ in selection.ids]
        if len(kinds) < 2 or set(kinds) <= {"figure", "link"}:
            return ()
        names = {id_: self._names_of(id_) for id_ in selection.ids}
        at = 1 if self._language == "zh" else 0
        labels = told_apart({id_: each[at] or each[0] for id_, each in names.items()})
        groups = []
        for id_, kind in zip(selection.ids, kinds, strict=True):
            rows = {table: frozenset(self.index.rows(table, id_)) for table in RECORDS}
            province, (_, name_zh) = self._province_of(id_), names[id_]
            groups.append(Group(id_, kind, labels[id_], province, **rows, name_zh=name_zh))
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
        ids = selection.ids or tuple(self._joined.tops())
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
        numbers, ids = self._joined.facts.codes("speaker_id")
        gave = Codes(numbers[figures], ids).counted()
        numbers, ids = self._joined.said.codes("speaker_id")
        said = Codes(numbers[statements.index.to_numpy()], ids).counted()
        chosen = {*selection.ids, *said, *gave}
        found = sorted(self._speaker_at[id_] for id_ in chosen & self._speaker_at.keys())
        return self["speakers"].iloc[found]

    def _namings(self, selection: Selection) -> tuple[Naming, ...]:
        """Who names the selected places, where; speakers themselves are no places."""
        numbers = {int(each) for id_ in selection.ids for each in self.index.paragraphs(id_)}
        found = (self._namings_in[each] for each in numbers & self._namings_in.keys())
        return tuple(naming for _, naming in sorted(found))

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
