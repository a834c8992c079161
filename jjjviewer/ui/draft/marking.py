"""What is marked in the text for a record."""

from jjjviewer.draft.basis import read_basis
from jjjviewer.draft.decisions import text_of
from jjjviewer.draft.records import Record, Records, whole
from jjjviewer.draft.wording import sentence_at
from jjjviewer.ui.draft.article_view import Marked

_KINDS = {"period_text": "period", "qualifier": "qualifier", "status": "cue", "direction": "cue"}
"""How the words that a column rests on are marked."""


def marked(records: Records, table: str, record: Record) -> list[Marked]:
    """Return what is marked in the text for a record: its sentence, and its own words in it."""
    if table == "entities":
        named = [
            each
            for each in records["mentions"].values()
            if each["entity_id"] == record["entity_id"] and each["start"]
        ]
        return marked(records, "mentions", named[0]) if named else []
    text = text_of(records, record) if "paragraph" in record else ""
    if not text:
        return []
    paragraph, start, end = (record.get(name, "") for name in ("paragraph", "start", "end"))
    if not end:
        return [Marked("sentence", paragraph, 0, len(text))]
    own = Marked("printed", paragraph, whole(start), whole(end))
    if table == "statements":
        return [own._replace(kind="sentence")]
    sentence = Marked("sentence", paragraph, *sentence_at(text, own.start))
    basis = read_basis(record.get("basis", ""))
    cues = [
        Marked(kind, paragraph, basis[column].start, basis[column].end)
        for column, kind in _KINDS.items()
        if column in basis and basis[column].start >= 0 and record[column]
    ]
    return [sentence, own, *cues]
