"""Paragraphs that are split and joined; what stands in them moves along."""

from jjjviewer.draft.basis import moved
from jjjviewer.draft.records import COLUMNS, Change, NewRows, Record, Records, whole
from jjjviewer.text.sentences import is_chinese

HOLDING = tuple(
    table for table in COLUMNS if "paragraph" in COLUMNS[table] and table != "paragraphs"
)
"""The tables of what stands in paragraphs."""


def split(records: Records, row: int, at: int) -> list[Change]:
    """Split a paragraph before a character."""
    paragraph = records["paragraphs"][row]
    text = paragraph["text"]
    before, behind = text[:at].rstrip(), text[at:].lstrip()
    if not before or not behind:
        return []
    number = whole(paragraph["paragraph"])
    new = NewRows(records)
    renumber(new, number, 1)
    new.change("paragraphs", row, {"text": before})
    new.add("paragraphs", paragraph | {"paragraph": str(number + 1), "text": behind})
    lead = len(text) - len(behind)
    _move(new, number, number + 1, -lead, lead)
    return new.changes


def join(records: Records, row: int) -> list[Change]:
    """Join a paragraph with the next one."""
    paragraph = records["paragraphs"][row]
    number = whole(paragraph["paragraph"])
    following = next(
        (
            (other, each)
            for other, each in records["paragraphs"].items()
            if whole(each["paragraph"]) == number + 1
        ),
        None,
    )
    if following is None or not paragraph["text"] or not following[1]["text"]:
        return []
    gap = "" if is_chinese(paragraph["text"]) else " "
    lead = len(paragraph["text"]) + len(gap)
    new = NewRows(records)
    new.change("paragraphs", row, {"text": paragraph["text"] + gap + following[1]["text"]})
    new.changes.append(Change("paragraphs", following[0], None))
    _move(new, number + 1, number, lead, 0)
    renumber(new, number + 1, -1)
    return new.changes


def renumber(new: NewRows, behind: int, by: int) -> None:
    """Count the paragraphs behind one anew, and what stands in them."""
    for table in ("paragraphs", *HOLDING):
        for row, record in new.records[table].items():
            if (number := whole(record["paragraph"])) > behind:
                new.change(table, row, {"paragraph": str(number + by)})


def _move(new: NewRows, source: int, target: int, by: int, least: int) -> None:
    """Move what stands in a paragraph from a character on into another paragraph."""
    for table in HOLDING:
        for row, record in new.records[table].items():
            if whole(record["paragraph"]) != source or whole(record.get("start", "")) < least:
                continue
            cells: Record = {"paragraph": str(target)}
            if record.get("start"):
                cells |= {name: str(whole(record[name]) + by) for name in ("start", "end")}
            if table == "figures":
                cells["basis"] = moved(record["basis"], by)
            new.change(table, row, cells)
