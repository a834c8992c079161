"""Citations of statements and figures: speaker, office, source and date."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from jjjviewer.charts.formatting import certainty, citation, status, warning
from jjjviewer.charts.translation import tr
from jjjviewer.export.citations import FORMATS, citations
from jjjviewer.model.row_types import FigureRow, StatementRow
from jjjviewer.model.view import View

_Record = TypeVar("_Record", FigureRow, StatementRow)


def cited_figures(view: View, figures: list[str], format_: str = "") -> str:
    """Cite figures in a format of reference managers, else as text: one a line, as printed."""
    chosen = view.figures[view.figures["figure_id"].isin(figures)]
    rows = view.dataset.figure_rows.of(chosen)
    if format_ and rows:
        return FORMATS[format_].write(citations(view, (), rows))
    return _cited(view, rows, _figure)


def cited_statements(view: View, statements: list[str], format_: str = "") -> str:
    """Cite statements likewise, each marked as a summary and no quotation."""
    chosen = view.statements[view.statements["statement_id"].isin(statements)]
    rows = view.dataset.statement_rows.of(chosen)
    if format_ and rows:
        return FORMATS[format_].write(citations(view, rows, ()))
    return _cited(view, rows, _statement)


def _cited(view: View, rows: Sequence[_Record], words: Callable[[_Record], str]) -> str:
    roles = dict(zip(view.speakers["speaker_id"], view.speakers["role"], strict=True))
    lines = []
    for row in rows:
        parts = (row.speaker, roles.get(row.speaker_id, ""))
        who = ", ".join(part for part in parts if part)
        cited = f"{who}: {words(row)}" if who else words(row)
        lines.append(f"{cited} {citation(view).rstrip('.')}, ¶{row.paragraph}.")
    return "\n".join(lines)


def _figure(row: FigureRow) -> str:
    about = ", ".join(part for part in (row.period_text, status(row)) if part)
    return f"{row.measure}: “{row.printed}”{f' ({about})' if about else ''}.{_notes(row)}"


def _statement(row: StatementRow) -> str:
    return tr("{summary} (Summary.)", summary=row.summary) + _notes(row)


def _notes(row: FigureRow | StatementRow) -> str:
    """Return the pack's notes on a record, lest it be cited as clearer than it is."""
    notes = " ".join(filter(None, (certainty(row), row.note, warning(row))))
    return f" [{notes}]" if notes else ""
