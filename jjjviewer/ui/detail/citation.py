"""Statements and figures as they are cited: who, in which office, where and when it was printed."""

from typing import Any

import pandas as pd

from jjjviewer.charts.formatting import certainty, citation, doubt, status
from jjjviewer.charts.translation import tr
from jjjviewer.model.records import Records
from jjjviewer.model.view import View


def cited_figures(view: View, figures: list[str]) -> str:
    """A line for each figure, with the number as it was printed."""
    return _cited(view, view.figures[view.figures["figure_id"].isin(figures)], _figure)


def cited_statements(view: View, statements: list[str]) -> str:
    """A line for each statement, which says that it is a summary and no quotation."""
    return _cited(view, view.statements[view.statements["statement_id"].isin(statements)], _said)


def _cited(view: View, rows: pd.DataFrame, what: Any) -> str:
    roles: dict[Any, str] = dict(
        zip(view.speakers["speaker_id"], view.speakers["role"], strict=True)
    )
    lines = []
    for row in Records(rows):
        parts = (str(row.speaker), roles.get(row.speaker_id, ""))
        who = ", ".join(part for part in parts if part)
        said = f"{who}: {what(row)}" if who else what(row)
        lines.append(f"{said} {citation(view).rstrip('.')}, ¶{row.paragraph}.")
    return "\n".join(lines)


def _figure(row: Any) -> str:
    about = ", ".join(part for part in (row.period_text, status(row)) if part)
    return f"{row.measure}: “{row.printed}” ({about}).{_notes(row)}"


def _said(row: Any) -> str:
    return tr("{summary} (Summary.)", summary=row.summary) + _notes(row)


def _notes(row: Any) -> str:
    """What the pack says of a record besides, lest it be cited as clearer than it is."""
    notes = " ".join(filter(None, (certainty(row), row.note, doubt(row))))
    return f" [{notes}]" if notes else ""
