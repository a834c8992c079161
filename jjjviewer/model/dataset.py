"""A pack, loaded: typed frames with their indexes, which answers selections with views."""

from functools import cached_property
from pathlib import Path

import numpy as np
import pandas as pd

from jjjviewer.model.categories import Positions, is_one_of
from jjjviewer.model.collected_rows import masks_of_collection
from jjjviewer.model.collection import Collection
from jjjviewer.model.entity_linking import names_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import RowCache
from jjjviewer.model.frames import frames_of, names_by_id
from jjjviewer.model.geography import Geography
from jjjviewer.model.index import RECORDS, Index, RecordTable
from jjjviewer.model.row_types import (
    FigureRow,
    LinkRow,
    ParagraphRow,
    SpeakerRow,
    StatementRow,
    ThemeRow,
)
from jjjviewer.model.rule_masks import Mask, RuleMasks
from jjjviewer.model.schema import TABLES
from jjjviewer.model.selection import (
    COLLECTION,
    NO_FILTER,
    SEARCH,
    Filter,
    Language,
    Selection,
    entity_id_of,
)
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.model.text_matching import RecordTexts
from jjjviewer.model.validation.row_warnings import RowWarnings, find_warnings
from jjjviewer.model.view import View
from jjjviewer.model.view_making import make_view
from jjjviewer.model.warning_locations import RowLocation, location_of

_MOST_CACHED_VIEWS = 200
_MOST_CACHED_ROWS = 2_000
"""Views that are cached, and the figures and statements that one of them may have.

They cover typical back-and-forth: a row of the tree that is clicked again takes 17 in place of 25
ms, for a view holds what charts found in it. Large views would fill the memory.
"""


def open_dataset(path: Path, language: Language = "en") -> "Dataset":
    """Read a pack whole, with the warnings of its rows.

    Raises:
        PackError: it isn't a pack, or breaks a rule of the format.
    """
    tables = read_tables(path)
    dataset = Dataset(tables, Index(tables.columns), language)
    dataset.mark(find_warnings(dataset.frames, dataset.source, tables.named))
    return dataset


class Dataset:
    """Frames by table, and what does not depend on what is selected.

    Args:
        tables: the pack as read and checked.
        index: which rows belong to an id.
        language: the language of names, where the pack has them in it.

    Attributes:
        frames: by table.
        warnings: of the rows of all tables, as many as are listed, once they are found.
        notes: on how the pack was read where it is written in another way.
        source: where the data comes from.
        descriptor: the pack's `datapackage.json`.
        path: of the pack.
        linker: finds what the dataset names in a text.
        geography: what maps show.
        texts: what records say, for searches.
        figure_masks: what rules say of each figure.
        speaker_rows, theme_rows, paragraph_rows, statement_rows, figure_rows, link_rows: of the
            tables, as far as they were drawn or shown.
        unit_names, theme_names, speaker_names, region_names: names by id, in the language.
        provinces: names of the regions that have a colour, by id, in the order of the colours.
        collection: what the user has collected of it.
    """

    def __init__(self, tables: Tables, index: Index, language: Language = "en") -> None:
        self._views: dict[tuple[Selection, Filter], View] = {}
        """Those that were shown, the latest last."""
        self.collection = Collection()
        self.source = tables.source
        self.notes = tables.notes
        self.descriptor = tables.descriptor
        self.path = tables.path
        self.index = index
        self.language = language
        self.frames = frames_of(tables, index, language)
        self._rows = {name: columns.rows for name, columns in tables.columns.items()}
        self.warnings: tuple[Problem, ...] = ()
        self.linker = names_of(self.frames)
        self.texts = RecordTexts(self.frames)
        self.unit_names, self.theme_names, self.speaker_names, self.region_names = (
            names_by_id(self.frames, table, column, language)
            for table, column in (
                ("units", "label"),
                ("themes", "label"),
                ("speakers", "name"),
                ("regions", "name"),
            )
        )
        self.provinces = {id_: self.region_names[id_] for id_ in index.provinces}
        self.geography = Geography(
            self.frames,
            tables.descriptor,
            index,
            self.region_names,
            names_by_id(self.frames, "entities", "name", language),
        )
        self.figure_masks = RuleMasks(self["figures"])
        self.speaker_rows = RowCache(self["speakers"], SpeakerRow)
        self.theme_rows = RowCache(self["themes"], ThemeRow)
        self.paragraph_rows = RowCache(self["paragraphs"], ParagraphRow)
        self.statement_rows = RowCache(self["statements"], StatementRow)
        self.figure_rows = RowCache(self["figures"], FigureRow)
        self.link_rows = RowCache(self["links"], LinkRow)

    @property
    def problems(self) -> tuple[Problem, ...]:
        """What is said of the pack though it can be shown: warnings, then notes."""
        return *self.warnings, *self.notes

    def mark(self, warnings: RowWarnings) -> None:
        """Adopt what rows are warned of; views of them are made again."""
        self.warnings = warnings.listed
        if not warnings.texts:
            return
        for name in RECORDS:
            column = self[name]["warning"].to_numpy(copy=True)
            texts = warnings.texts.get(TABLES[name].file, {})
            column[[*texts]] = [*texts.values()]
            self[name]["warning"] = pd.Series(column, dtype=object)
        self._views.clear()
        for rows in (self.statement_rows, self.figure_rows, self.link_rows):
            rows.clear()

    def location_of(self, problem: Problem) -> RowLocation:
        """Return where to see the row that a problem is about."""
        return location_of(problem, self.frames, self._rows, self.index)

    def __getitem__(self, table: str) -> pd.DataFrame:
        """Return the frame of a table of the schema."""
        return self.frames[table]

    def pick(self, table: str, positions: Positions) -> pd.DataFrame:
        """Return the rows of a table at some positions; the whole frame if these are all."""
        frame = self[table]
        return frame if len(positions) == len(frame) else frame.iloc[positions]

    def view(self, selection: Selection, filter_: Filter = NO_FILTER) -> View:
        """Answer a selection, with what a filter lets through.

        Raises:
            UnknownIdError: the dataset has no such id.
        """
        key = selection, filter_
        view = self._views.pop(key, None) or self._make_view(selection, filter_)
        if view.figure_count + len(view.statements) <= _MOST_CACHED_ROWS:
            self._views[key] = view
        if len(self._views) > _MOST_CACHED_VIEWS:
            del self._views[next(iter(self._views))]
        return view

    def _make_view(self, selection: Selection, filter_: Filter) -> View:
        if filter_ == NO_FILTER:
            return make_view(self, selection)
        return self.view(selection).arranged(filter_, "")

    def collect(self, collection: Collection) -> None:
        """Adopt what is collected now; views of it are made again."""
        self.collection = collection
        self._views = {
            key: view for key, view in self._views.items() if COLLECTION not in key[0].ids
        }

    def holds(self, selection: Selection, filter_: Filter) -> bool:
        """Return whether it has all that is selected and that a filter names."""
        ids = (*selection.ids, *filter_.speakers, *filter_.themes)
        has_units = all(each in self.unit_names for each in (*filter_.units, *filter_.values[2:]))
        return has_units and all(map(self.index.kind, ids))

    def paragraphs_naming(self, selection: Selection) -> list[ParagraphRow]:
        """Return the paragraphs of the body that name a selected place; speakers are no places."""
        paragraphs = self["paragraphs"]
        numbers = {int(each) for id_ in selection.ids for each in self.index.paragraphs(id_)}
        if not numbers:
            return []
        name_it = paragraphs["paragraph"].isin(numbers) & is_one_of(paragraphs["kind"], {"body"})
        return self.paragraph_rows.of(paragraphs[name_it])

    def places_within(self, selection: Selection) -> frozenset[str]:
        """Return the ids of the places that lie within what is selected."""
        return frozenset().union(*map(self.index.places, selection.ids))

    def masks(self, member: str) -> dict[RecordTable, Mask]:
        """Return which rows of each table belong to a member of a selection."""
        match self.index.kind(member):
            case "search":
                return self.texts.masks(member.removeprefix(SEARCH))
            case "collection":
                return masks_of_collection(self.frames, self.collection)
        return {table: self._mask(table, member) for table in RECORDS}

    def _mask(self, table: RecordTable, id_: str) -> Mask:
        match self.index.kind(id_):
            case "figure":
                return self._mask_of_figure(table, id_)
            case "link":
                return self._mask_of_link(table, id_)
        column, cells = self.index.criterion(table, id_)
        values = self[table][column]
        if isinstance(values.dtype, pd.CategoricalDtype):
            return is_one_of(values, set(cells))
        wanted = [int(cell) for cell in cells] if column == "paragraph" else [*cells]
        return values.isin(wanted).to_numpy()

    def _mask_of_figure(self, table: RecordTable, figure_id: str) -> Mask:
        """Return itself, or the statement that it stands in."""
        if table == "links":
            return np.zeros(len(self["links"]), dtype=bool)
        figures = self["figures"]
        is_figure = figures["figure_id"] == figure_id
        if table == "figures":
            return is_figure.to_numpy()
        statement_id = str(figures.loc[is_figure, "statement_id"].iloc[0])
        return (self["statements"]["statement_id"] == statement_id).to_numpy()

    def _mask_of_link(self, table: RecordTable, link_id: str) -> Mask:
        """Return itself, or what its speaker said in its paragraph on its theme."""
        is_link = self["links"]["link_id"] == link_id
        if table == "links":
            return is_link.to_numpy()
        statements, link = self["statements"], self["links"][is_link]
        shared = ("speaker_id", "paragraph", "theme_id")
        is_said = np.logical_and.reduce([statements[each] == link[each].iloc[0] for each in shared])
        ids = statements.loc[is_said, "statement_id"]
        return self[table]["statement_id"].isin(set(ids)).to_numpy()

    def names_of(self, member: str) -> tuple[str, str]:
        """Return the name and the Chinese name of a member of a selection.

        A figure is named by its measure, a search by its words.
        """
        if member.startswith(SEARCH):
            return f"“{member.removeprefix(SEARCH)}”", ""
        if self.index.kind(member) == "collection":
            return "Collection", "收藏"
        if member in self._names_by_id:
            return self._names_by_id[member]
        if self.index.kind(member) == "entity":
            entities = self["entities"]
            (row,) = entities[entities["entity_id"] == entity_id_of(member)].index
            return str(entities["name"][row]), str(entities["name_zh"][row])
        figures = self["figures"]
        return str(figures.loc[figures["figure_id"] == member, "measure"].iloc[0]), ""

    @cached_property
    def _names_by_id(self) -> dict[str, tuple[str, str]]:
        """The names of all that can be selected but figures.

        Of the same id a region comes before a speaker, a theme, an entity and a link.
        """
        links = self["links"]
        found = {
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
            found |= zip(frame[TABLES[table].key.name], names, strict=True)
        return found
