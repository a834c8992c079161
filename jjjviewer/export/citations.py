"""Citations of statements and figures: as text, and for reference managers.

What is cited is the text, by speaker and paragraph; what the speaker said stands beside it as
the summary that it is.
"""

import json
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from pathlib import Path
from typing import NamedTuple

from jjjviewer.charts.formatting import certainty, citation, status, warning
from jjjviewer.charts.numbers import qualifier_words
from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import write
from jjjviewer.export.cited_text import genre, published_in, url, written_by
from jjjviewer.export.file_names import selection_name
from jjjviewer.model.json_types import JsonObject
from jjjviewer.model.row_types import FigureRow, SpeakerRow, StatementRow
from jjjviewer.model.view import View

_MONTHS = ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec")
_LATEX = {
    "\\": r"\textbackslash{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    **{sign: f"\\{sign}" for sign in "{}#$%&_"},
}
_URL = {ord(sign): f"%{ord(sign):02X}" for sign in "{}\\"}


class Citation(NamedTuple):
    """One statement or figure of a text, as it is cited.

    Attributes:
        key: the id of the record.
        speaker: the name; of the author where nobody in particular says it.
        title: of the text.
        source: where it was published.
        day: when, as 2022-10-21, or nothing.
        paragraph: where in it the record stands.
        summary: the record, which says that it is a summary.
        note: who the speaker is, what is unclear, and that nothing was checked.
        url: of the text, or nothing.
        language: of the words above, as en.
        genre: what the text is, as far as the pack says it.
        text: all of it as a line for a document.
    """

    key: str
    speaker: str
    title: str
    source: str
    day: str
    paragraph: int
    summary: str
    note: str
    url: str
    language: str
    genre: str = ""
    text: str = ""


def citations_of(view: View) -> list[Citation]:
    """Cite all statements and figures of a view, in the order of the text."""
    return citations(
        view,
        view.dataset.statement_rows.of(view.statements),
        view.dataset.figure_rows.of(view.figures),
    )


def cited(view: View, ids: Collection[str], format_: str) -> str:
    """Cite those statements and figures of a view that have some ids, in a format."""
    statements = view.statements[view.statements["statement_id"].isin(ids)]
    figures = view.figures[view.figures["figure_id"].isin(ids)]
    dataset = view.dataset
    found = citations(view, dataset.statement_rows.of(statements), dataset.figure_rows.of(figures))
    return FORMATS[format_].write(found) if found else ""


def citations(
    view: View, statements: Sequence[StatementRow], figures: Sequence[FigureRow]
) -> list[Citation]:
    """Cite some statements and figures, in the order of the text."""
    made = [
        _citation(
            view,
            row.statement_id,
            row,
            _statement(row),
            tr("{summary} (Summary.)", summary=row.text),
        )
        for row in statements
    ]
    made += [
        _citation(
            view, row.figure_id, row, _figure(row), f"{row.label}: {_printed(row)}{_about(row)}."
        )
        for row in figures
    ]
    return sorted(made, key=lambda each: each.paragraph)


def _citation(
    view: View, key: str, row: StatementRow | FigureRow, words: str, line: str
) -> Citation:
    source, language = view.dataset.source, view.dataset.language
    return Citation(
        key,
        row.speaker or source.author,
        source.title_zh if language == "zh" and source.title_zh else source.title,
        published_in(view),
        source.date,
        row.paragraph,
        words,
        " ".join(
            filter(None, (_who(view, row.speaker_id), _doubt(row), written_by(view), source.caveat))
        ),
        url(view),
        language,
        genre(view),
        _line(view, row, line),
    )


def _line(view: View, row: StatementRow | FigureRow, words: str) -> str:
    """Return a citation as text, with its doubts, so that readers of the citation see them."""
    offices = (each.office for each in _speakers(view, row.speaker_id))
    who = ", ".join(filter(None, (row.speaker, *offices)))
    doubt = f"[{doubt}]" if (doubt := _doubt(row)) else ""
    where = f"{citation(view).rstrip('.')}, ¶{row.paragraph}."
    return " ".join(filter(None, (f"{who}:" if who else "", words, doubt, where)))


def _statement(row: StatementRow) -> str:
    return tr("Summary, not the speaker's words: {summary}", summary=row.text)


def _figure(row: FigureRow) -> str:
    return tr(
        "As printed: {printed}. What it measures, in summary, not the speaker's words: {measure}",
        printed=_printed(row),
        measure=f"{row.label}{_about(row)}",
    )


def _printed(row: FigureRow) -> str:
    """Return what is printed, with what is said of it around: down by at least “1.4 meters”."""
    printed = row.printed.lower()
    said = (each for each in qualifier_words(row) if each not in printed)
    return " ".join((*said, f"“{row.printed}”"))


def _about(row: FigureRow) -> str:
    about = ", ".join(filter(None, (row.period_text, status(row))))
    return f" ({about})" if about else ""


def _who(view: View, speaker_id: str) -> str:
    return "".join(
        f"{row.name}{f' ({row.name_zh})' if row.name_zh else ''}, {row.office}."
        for row in _speakers(view, speaker_id)
    )


def _speakers(view: View, speaker_id: str) -> Sequence[SpeakerRow]:
    speakers = view.dataset["speakers"]
    return view.dataset.speaker_rows.of(speakers[speakers["speaker_id"] == speaker_id])


def _doubt(row: FigureRow | StatementRow) -> str:
    return " ".join(filter(None, (certainty(row), row.remark, warning(row))))


def plain_text(cited: Sequence[Citation]) -> str:
    """Return citations as lines for a document."""
    return "\n".join(each.text for each in cited)


def ris(cited: Sequence[Citation]) -> str:
    """Return citations in RIS, as newspaper articles."""
    return "".join(f"{_ris_record(each)}\r\n" for each in cited)


def _ris_record(each: Citation) -> str:
    fields = (
        ("TY", "NEWS"),
        ("ID", each.key),
        ("AU", each.speaker),
        ("TI", each.title),
        ("T2", each.source),
        ("PY", each.day[:4]),
        ("DA", each.day.replace("-", "/")),
        ("SP", f"¶{each.paragraph}"),
        ("AB", each.summary),
        ("N1", each.note),
        ("UR", each.url),
        ("LA", each.language),
    )
    lines = [f"{tag}  - {_one_line(words)}" for tag, words in fields if words]
    return "".join(f"{line}\r\n" for line in (*lines, "ER  - "))


def bibtex(cited: Sequence[Citation]) -> str:
    """Return citations in BibTeX, as articles of newspapers."""
    return "\n".join(map(_bibtex_entry, cited))


def _bibtex_entry(each: Citation) -> str:
    year, month = each.day[:4], each.day[5:7]
    fields = {
        # Within two braces names are not divided and capitals stay.
        "author": f"{{{_latex(each.speaker)}}}" if each.speaker else "",
        "title": f"{{{_latex(each.title)}}}",
        "journal": _latex(each.source),
        "entrysubtype": "newspaper",
        "year": year,
        "pages": f"¶{each.paragraph}",
        "abstract": _latex(each.summary),
        "note": _latex(each.note),
        # Styles set it letter by letter.
        "url": each.url.translate(_URL),
        "langid": {"en": "english", "zh": "chinese"}[each.language],
    }
    lines = [f"  {name} = {{{words}}}" for name, words in fields.items() if words]
    if month:
        lines.append(f"  month = {_MONTHS[int(month) - 1]}")
    return f"@article{{{each.key},\n" + ",\n".join(lines) + "\n}\n"


def csl_json(cited: Sequence[Citation]) -> str:
    """Return citations in CSL-JSON, as interviews in newspapers."""
    return json.dumps([_csl_item(each) for each in cited], ensure_ascii=False, indent=2) + "\n"


def _csl_item(each: Citation) -> JsonObject:
    item = {
        "id": each.key,
        "type": "article-newspaper",
        "genre": each.genre,
        "author": [{"literal": each.speaker}] if each.speaker else [],
        "title": each.title,
        "container-title": each.source,
        "issued": {"date-parts": [[*map(int, each.day.split("-"))]]} if each.day else {},
        "page": f"¶{each.paragraph}",
        "abstract": each.summary,
        "note": each.note,
        "URL": each.url,
        "language": each.language,
    }
    return {name: value for name, value in item.items() if value}


def _latex(text: str) -> str:
    return "".join(_LATEX.get(sign, sign) for sign in _one_line(text))


def _one_line(text: str) -> str:
    return " ".join(text.split())


class Format(NamedTuple):
    """A format of citations."""

    name: str
    suffix: str
    write: Callable[[Sequence[Citation]], str]


FORMATS = {
    "txt": Format("Text", "txt", plain_text),
    "ris": Format("RIS", "ris", ris),
    "bib": Format("BibTeX", "bib", bibtex),
    "csl": Format("CSL-JSON", "json", csl_json),
}
"""By the names that the command line has for them."""


def write_citations(view: View, formats: Iterable[str], folder: Path) -> Iterator[Path]:
    """Write all citations of a view in some formats, and yield the files.

    Raises:
        ExportError: one could not be written.
    """
    for each in formats:
        path = folder / f"{selection_name(view.selection, view.filter)}.{FORMATS[each].suffix}"
        write(path, FORMATS[each].write(citations_of(view)).encode())
        yield path
