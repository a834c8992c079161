"""The records of a text: its paragraphs, speakers, places and numbers, nothing of it decided."""

import re
from datetime import date
from typing import NamedTuple

from jjjviewer.draft.basis import INFERRED, Basis, basis_cell, basis_of, certainty_of, read_basis
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.ids import slug
from jjjviewer.draft.measures import measures, says_more
from jjjviewer.draft.records import (
    COLUMNS,
    NONE,
    OPEN,
    SOURCE,
    Change,
    NewRows,
    Record,
    Records,
    cells_of,
    empty_records,
    whole,
)
from jjjviewer.draft.speakers import Speakers
from jjjviewer.draft.unit_rows import number_cell, quantity_kind
from jjjviewer.draft.wording import sentence_at
from jjjviewer.text.changes import changes
from jjjviewer.text.figures import Figure, OtherNumber, PlaceMention, in_percent
from jjjviewer.text.names import byline_of, is_interview
from jjjviewer.text.nouns import singular
from jjjviewer.text.proposals import Proposal, propose
from jjjviewer.text.sentences import flatten, is_chinese

_LONGEST_HEADING = 120
_SENTENCE_END = re.compile(r"[.!?。\uff01\uff1f;；][\"”’』」)）]*$")
_LONGEST_PRINTED = 80
_WRITTEN_BY = re.compile(
    r"(?:[^.]{0,20}[12][0-9]{3}[.,]? )?By (?P<author>[A-Z][^,.;:0-9]{2,60}?)"
    r"(?:, (?P<publication>[A-Z][^,.;:0-9]{2,60}))?(?:, [^,]*[0-9]{4})?\.?"
)
"""By Ada Linde, Lake Courier, 2 May 2024, or the date first: who wrote a text, and where."""
_FIRST_PARAGRAPHS = 4


class ArticleFile(NamedTuple):
    """A text as it was read from a file or the clipboard."""

    path: str
    """Nothing where it was pasted."""
    paragraphs: list[str]
    note: str = ""


def records_of(article: ArticleFile, gazetteer: Gazetteer, today: date | None = None) -> Records:
    """Return the records of a new draft."""
    records = empty_records()
    heading = article.paragraphs[0][:_LONGEST_HEADING]
    records[SOURCE][0] = (
        dict.fromkeys(COLUMNS[SOURCE], "")
        | _written_by(article.paragraphs)
        | {
            "title": heading,
            "kind": "interview" if is_interview(article.paragraphs) else "",
            "citation": heading,
            "caveat": "Facts as stated by the speakers; not checked by us.",
            "language": "zh" if is_chinese("".join(article.paragraphs[:5])) else "en",
            "file": article.path,
        }
    )
    for change in article_changes(records, article, gazetteer, today):
        rows = records[change.table]
        rows[change.row] = rows.get(change.row, {}) | (change.cells or {})
    return records


def _written_by(paragraphs: list[str]) -> Record:
    """Return who wrote a text and where it was published, as far as its head says it."""
    heads = (_WRITTEN_BY.fullmatch(each.strip()) for each in paragraphs[:_FIRST_PARAGRAPHS])
    found = next(filter(None, heads), None)
    return {name: words or "" for name, words in found.groupdict().items()} if found else {}


def article_changes(
    records: Records, article: ArticleFile, gazetteer: Gazetteer, today: date | None = None
) -> list[Change]:
    """Return the changes that add a text to a draft, behind the paragraphs that it has."""
    known = cells_of(records, "speakers", "name")
    finder = gazetteer.finder(records["entities"].values())
    proposal = propose(article.paragraphs, finder, today, known)
    return _Reading(records, proposal, gazetteer, article.path).changes()


def added_text(records: Records, article: ArticleFile, gazetteer: Gazetteer) -> list[Change]:
    """Return the changes that add a further text to a draft; it is no longer that of one file."""
    changes = article_changes(records, article, gazetteer)
    return [*changes, Change(SOURCE, 0, {"file": ""})]


class _Reading:
    """Makes records of what a text seems to hold."""

    def __init__(
        self, records: Records, proposal: Proposal, gazetteer: Gazetteer, path: str
    ) -> None:
        self._path = path
        self._rows = NewRows(records)
        self._proposal = proposal
        self._gazetteer = gazetteer
        self._before = max(map(whole, cells_of(records, "paragraphs", "paragraph")), default=0)
        self._speakers = Speakers(self._rows, proposal, gazetteer)
        self._named: dict[tuple[int, int], dict[str, PlaceMention]] = {}
        """The places that each sentence names: by paragraph, and where it begins in it."""

    def changes(self) -> list[Change]:
        source = self._rows.records[SOURCE][0]
        if self._proposal.today and not source["date"]:
            today = self._proposal.today.isoformat()
            named = (source[name] for name in ("author", "title", "publication"))
            citation = ", ".join(filter(None, (*named, today)))
            self._rows.change(SOURCE, 0, {"date": today, "citation": citation})
        speakers = self._speakers.by_paragraph()
        self._add_places()
        for at, text in enumerate(self._proposal.paragraphs):
            self._add_paragraph(at, text, speakers[at])
            self._add_numbers(at, text, speakers[at])
        return self._rows.changes

    def _number(self, at: int) -> str:
        return str(self._before + at + 1)

    def _add_paragraph(self, at: int, text: str, speaker: str) -> None:
        self._rows.add(
            "paragraphs",
            {
                "paragraph": self._number(at),
                "section": speaker or "intro",
                "speaker_id": speaker,
                "kind": _paragraph_kind(at, text),
                "text": text,
                "file": self._path,
            },
        )

    def _add_numbers(self, at: int, text: str, speaker: str) -> None:
        numbers = self._proposal.numbers[at]
        cells: list[Record] = []
        for figure in numbers.figures:
            last = cells[-1] if cells else None
            place = self._place(at, text, figure.start)
            cells.append(self._figure(text, figure, last, place))
        cells += [self._other(text, each) for each in numbers.others]
        own = {"paragraph": self._number(at), "speaker_id": speaker}
        cells.sort(key=lambda each: whole(each["start"]))
        for each in cells:
            sign = "n" if each["state"] == NONE else "f"
            id_ = self._rows.numbered_id("figures", f"{sign}{own['paragraph']}-")
            each |= own | {"figure_id": id_}
        open_ = [each for each in cells if each["state"] == OPEN]
        changing = self._add_relations(text, numbers.figures, open_)
        for each in cells:
            is_still = each["figure_id"] not in changing and each.get("quantity_kind") != "change"
            self._rows.add("figures", each | (_without_direction(each) if is_still else {}))

    def _add_relations(self, text: str, figures: list[Figure], cells: list[Record]) -> set[str]:
        """Relate what went from one figure to the next; return the ids of both."""
        related: set[str] = set()
        for earlier, later in changes(flatten(text), figures):
            cells[max(earlier, later)]["measure"] = cells[min(earlier, later)]["measure"]
            ids = cells[earlier]["figure_id"], cells[later]["figure_id"]
            ends = dict(zip(("from_id", "to_id"), ids, strict=True))
            self._rows.add("figure_relations", ends | {"kind": "from_value"})
            related.update(ids)
        return related

    def _figure(self, text: str, figure: Figure, last: Record | None, place: str) -> Record:
        period = figure.period
        figure = in_percent(figure)
        kind = quantity_kind(figure.kind, figure.direction, text[: figure.start])
        found = measures(text, figure.start, figure.end, kind)
        unit = "" if figure.unit in ("", "item") else slug(figure.unit, "")
        basis = basis_of(figure) | ({"place_id": Basis(INFERRED)} if place else {})
        is_like = last and kind in (last["quantity_kind"], "share", "change")
        if (
            last
            and is_like
            and says_more(text, whole(last["end"]), figure.start, "".join(found[:1]))
        ):
            # Today it is 61, 11 of them are new: it measures what the number before it does.
            found = [last["measure"]]
            unit = unit or (last["unit_id"] if kind == last["quantity_kind"] else "")
        if not unit and found and kind == "count":
            unit = _unit_of(found[0])
        if unit and found and unit in map(singular, found[0].split()):
            # Boats doubled from 310 to 620: it is printed what they are.
            basis["unit_id"] = Basis("printed")
        return _number_cells(text, figure.start, figure.end) | {
            "state": OPEN,
            "value": number_cell(figure.value),
            "value_high": number_cell(figure.value_high),
            "unit_id": unit,
            "quantity_kind": kind,
            "measure": found[0] if found else "",
            "period_text": period.text if period else "",
            "period_start": _day(period.first) if period else "",
            "period_end": _day(period.last) if period else "",
            "period_basis": figure.basis["period"].how if period else "none",
            "qualifier": figure.qualifier or "exact",
            "status": figure.status,
            "direction": figure.direction,
            "place_id": place,
            "certainty": certainty_of(basis),
            "basis": basis_cell(basis),
        }

    def _other(self, text: str, number: OtherNumber) -> Record:
        cells = _number_cells(text, number.start, number.end)
        return cells | {"state": NONE, "reason": number.reason}

    def _add_places(self) -> None:
        """Propose the places that are named, and each sentence that names one."""
        entities = {each["entity_id"] for each in self._rows.records["entities"].values()}
        for place in self._proposal.places:
            at = sentence_at(self._proposal.paragraphs[place.paragraph], place.start).start
            named = self._named.setdefault((place.paragraph, at), {})
            id_ = place.place_id or slug(place.name, "place")
            if id_ in named:
                continue
            named[id_] = place
            if id_ not in entities:
                entities.add(id_)
                self._rows.add("entities", self._entity(id_, place.name))
            mention = {"entity_id": id_, "paragraph": self._number(place.paragraph)}
            self._rows.add("mentions", mention | {"start": str(place.start), "end": str(place.end)})

    def _place(self, at: int, text: str, start: int) -> str:
        """Return the place that a figure is about, where its sentence names one alone."""
        named = [*self._named.get((at, sentence_at(text, start).start), ())]
        return named[0] if len(named) == 1 else ""

    def _entity(self, id_: str, name: str) -> Record:
        """Return a place: with what the gazetteer says of it, else with its name alone."""
        row = self._gazetteer.places.get(id_)
        own = {"state": OPEN, "entity_id": id_, "type": "place", "precision": "none"}
        if row is None:
            return own | {"name": name, "name_zh": name if is_chinese(name) else ""}
        own |= {each: row[each] for each in ("name", "name_zh", "kind", "parent_id", "lat", "lon")}
        return own | ({"precision": "approximate", "basis": row["basis"]} if row["lat"] else {})


def _unit_of(measure: str) -> str:
    """Return the unit of what is counted without one: 23 of the algae warnings are warnings."""
    noun = measure.rpartition(" ")[2].lower()
    return slug(singular(noun), "") if singular(noun) != noun else ""


def _without_direction(figure: Record) -> Record:
    """Return the cells of a figure that neither rises nor falls, whatever is said around it."""
    basis = read_basis(figure.get("basis", ""))
    basis.pop("direction", None)
    return {"direction": "", "basis": basis_cell(basis)}


def _number_cells(text: str, start: int, end: int) -> Record:
    printed = text[start:end].strip()[:_LONGEST_PRINTED]
    return {
        "printed": printed,
        "start": str(start),
        "end": str(end),
        "certainty": "inferred",
        "chartable": "true",
    }


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _paragraph_kind(at: int, text: str) -> str:
    """Return title, byline, headline or body, by the place and the form of a paragraph."""
    is_heading = len(text) <= _LONGEST_HEADING and not _SENTENCE_END.search(text)
    if at == 0 and is_heading:
        return "title"
    if is_heading and byline_of(text, at):
        return "byline"
    return "headline" if is_heading and not text.endswith((":", "：")) else "body"
