"""Reading a text again, which has changed meanwhile: what was decided is found in it again."""

from jjjviewer.draft.basis import moved
from jjjviewer.draft.from_article import ArticleFile, records_of
from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.draft.paragraphs import HOLDING, renumber
from jjjviewer.draft.records import (
    NONE,
    OPEN,
    SOURCE,
    Change,
    NewRows,
    Record,
    Records,
    cells_of,
    whole,
)
from jjjviewer.draft.wording import sentence_at
from jjjviewer.model.reading.cells import read_date
from jjjviewer.text.locating import Located, PackFigure, locate
from jjjviewer.vocabulary import hash12

_TEXT = ("paragraph", "start", "end", "printed")
"""The columns of a figure that the new text decides."""


def files(records: Records) -> list[str]:
    """Return the paths of the texts that a draft was made from, but for those that were pasted."""
    found = [*dict.fromkeys(cells_of(records, "paragraphs", "file"))]
    return [each for each in found if each] or [*filter(None, [records[SOURCE][0]["file"]])]


def reread(
    records: Records, article: ArticleFile, gazetteer: Gazetteer, file: str = ""
) -> list[Change]:
    """Return the changes that put a text in the place of one that a draft was made from.

    Figures that were decided keep what was decided; of those that are not there any more, the ones
    that were kept are left for later, where their statement was.

    Args:
        records: the draft's.
        article: the text as it is now.
        gazetteer: finds places.
        file: the path of the one to be replaced, if the draft was made from several.

    Raises:
        UnrelatedError: under half of the figures are in it.
    """
    before, own = _part(records, file)
    new = NewRows(records)
    _reread(own, article, gazetteer, new, is_first=before == 0)
    changes = [_shifted(each, before) for each in new.changes]
    if records[SOURCE][0]["file"]:
        changes.append(Change(SOURCE, 0, {"file": article.path}))
    others = NewRows(records)
    by = len(article.paragraphs) - len(own["paragraphs"])
    renumber(others, before + len(own["paragraphs"]), by)
    return [*others.changes, *changes]


def _part(records: Records, file: str) -> tuple[int, Records]:
    """Return how many paragraphs stand before a text, and its records, counted from 1."""
    numbers = sorted(
        whole(each["paragraph"])
        for each in records["paragraphs"].values()
        if not file or each["file"] in (file, "")
    )
    own = {str(each): str(at) for at, each in enumerate(numbers, 1)}
    part = {
        table: {
            row: each | {"paragraph": own[each["paragraph"]]}
            for row, each in records[table].items()
            if each["paragraph"] in own
        }
        for table in ("paragraphs", *HOLDING)
    }
    return numbers[0] - 1, records | part


def _shifted(change: Change, by: int) -> Change:
    cells = change.cells
    if cells is None or "paragraph" not in cells:
        return change
    return change._replace(cells=cells | {"paragraph": str(whole(cells["paragraph"]) + by)})


def _reread(
    records: Records, article: ArticleFile, gazetteer: Gazetteer, new: NewRows, *, is_first: bool
) -> None:
    date = records[SOURCE][0]["date"] if is_first else ""
    fresh = records_of(article, gazetteer, read_date(date) if date else None)
    decided = {
        row: each for row, each in records["figures"].items() if each["state"] not in (OPEN, NONE)
    }
    found, _ = locate(
        [_pack_figure(records, each) for each in decided.values()], article.paragraphs
    )
    paragraphs = _paragraphs(records, fresh, new)
    taken: set[int] = set()
    for (row, record), place in zip(decided.items(), found, strict=True):
        if place.paragraph is None or place.start is None:
            at = paragraphs.get(record["paragraph"], "1")
            new.change("figures", row, {"paragraph": at, "state": "later"})
            continue
        other = _at(fresh, place)
        if other is not None:
            taken.add(other)
            new.change("figures", row, {name: fresh["figures"][other][name] for name in _TEXT})
        else:
            new.change("figures", row, _place_cells(record, place, article.paragraphs))
    _replace_undecided(records, fresh, new, taken)
    _move_statements(records, new, paragraphs, article.paragraphs)
    _replace_mentions(records, fresh, new)


def _pack_figure(records: Records, record: Record) -> PackFigure:
    texts = {each["paragraph"]: each["text"] for each in records["paragraphs"].values()}
    return PackFigure(
        record["figure_id"],
        whole(record["paragraph"]),
        record["printed"],
        1,
        float(record["value"]) if record["value"] else None,
        float(record["value_high"]) if record["value_high"] else None,
        hash12(texts.get(record["paragraph"], "")),
    )


def _at(fresh: Records, place: Located) -> int | None:
    """Return the figure that was read at a place of the new text."""
    assert place.paragraph is not None and place.start is not None and place.end is not None
    for row, each in fresh["figures"].items():
        is_here = whole(each["start"]) < place.end and place.start < whole(each["end"])
        if whole(each["paragraph"]) == place.paragraph + 1 and is_here:
            return row
    return None


def _place_cells(record: Record, place: Located, texts: list[str]) -> Record:
    assert place.paragraph is not None and place.start is not None and place.end is not None
    return {
        "paragraph": str(place.paragraph + 1),
        "start": str(place.start),
        "end": str(place.end),
        "printed": texts[place.paragraph][place.start : place.end],
        "basis": moved(record["basis"], place.start - whole(record["start"])),
    }


def _paragraphs(records: Records, fresh: Records, new: NewRows) -> dict[str, str]:
    """Put the new paragraphs in the place of the old ones; return which became which.

    A paragraph whose words are unchanged keeps who speaks in it, and of what kind it is.
    """
    old = {hash12(each["text"]): each for each in records["paragraphs"].values()}
    became: dict[str, str] = {}
    speakers = {each["speaker_id"] for each in records["speakers"].values()}
    new.changes += [Change("paragraphs", row, None) for row in records["paragraphs"]]
    for each in fresh["paragraphs"].values():
        same = old.get(hash12(each["text"]))
        cells = dict(each)
        if same is not None:
            cells |= {name: same[name] for name in ("speaker_id", "section", "kind")}
            became[same["paragraph"]] = each["paragraph"]
        elif each["speaker_id"] not in speakers:
            cells |= {"speaker_id": "", "section": "intro"}
        new.add("paragraphs", cells)
    return became


def _replace_undecided(records: Records, fresh: Records, new: NewRows, taken: set[int]) -> None:
    """Put the numbers of the new text in the place of those that were not decided."""
    speakers = {each["speaker_id"] for each in records["speakers"].values()}
    undecided = [row for row, each in records["figures"].items() if each["state"] in (OPEN, NONE)]
    new.changes += [Change("figures", row, None) for row in undecided]
    figures = new.records["figures"].items()
    used = {each["figure_id"] for row, each in figures if row not in undecided}
    for row, each in fresh["figures"].items():
        if row in taken:
            continue
        id_ = each["figure_id"]
        while id_ in used:
            id_ += "a"
        used.add(id_)
        known = each["speaker_id"] in speakers
        own = {"figure_id": id_, "speaker_id": each["speaker_id"] if known else ""}
        new.add("figures", each | own)


def _move_statements(
    records: Records, new: NewRows, became: dict[str, str], texts: list[str]
) -> None:
    """Let what is about a paragraph go where its figures went, else where its words did."""
    figures = {row: dict(each) for row, each in records["figures"].items()}
    for change in new.changes:
        if change.table == "figures" and change.row in figures and change.cells is not None:
            figures[change.row] |= change.cells
    by_statement = {each["statement_id"]: each for each in figures.values()}
    for row, statement in records["statements"].items():
        figure = by_statement.get(statement["statement_id"])
        if figure is None:
            new.change("statements", row, {"paragraph": became.get(statement["paragraph"], "1")})
            continue
        span = sentence_at(texts[whole(figure["paragraph"]) - 1], whole(figure["start"]))
        cells = {"paragraph": figure["paragraph"], "start": str(span.start), "end": str(span.end)}
        new.change("statements", row, cells)
    for table in ("links", "mentions"):
        for row, each in records[table].items():
            if not each.get("start"):
                new.change(table, row, {"paragraph": became.get(each["paragraph"], "1")})


def _replace_mentions(records: Records, fresh: Records, new: NewRows) -> None:
    """Find in the new text where places are named; those that are new are proposed."""
    new.changes += [
        Change("mentions", row, None) for row, each in records["mentions"].items() if each["start"]
    ]
    known = {*cells_of(records, "entities", "entity_id")}
    for each in fresh["entities"].values():
        if each["entity_id"] not in known:
            new.add("entities", each)
    for each in fresh["mentions"].values():
        new.add("mentions", each)
