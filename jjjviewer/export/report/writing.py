"""Writes a report to a file."""

from pathlib import Path

from jjjviewer.charts.translation import tr
from jjjviewer.export.atomic_write import ExportError, write
from jjjviewer.export.report.document import Report
from jjjviewer.export.report.html import html
from jjjviewer.export.report.making import Advance, Content, report_of
from jjjviewer.model.view import View

MOST_RECORDS = {"pdf": 2_000, "html": 20_000}
"""Statements, figures and links of one report, by the suffixes of the formats.

More nobody reads; a PDF of more takes gigabytes of memory.
"""
FORMATS = tuple(MOST_RECORDS)
_LAID_OUT = 0.6
"""The share of the work that is done when the charts are laid out."""


def write_report(content: Content, path: Path, advance: Advance = lambda share: None) -> None:
    """Make a report and write it, in the format that the suffix of its path names.

    Args:
        content: what it holds.
        path: the file.
        advance: is told how far it is; what it raises ends the work, and nothing is written.

    Raises:
        ExportError: the report would hold too much, or could not be written.
    """
    suffix = path.suffix.lower().removeprefix(".")
    refuse_too_much(content.view, suffix)
    report = report_of(content, lambda share: advance(share * _LAID_OUT))
    data = report_bytes(report, suffix)
    advance(1)
    write(path, data)


def refuse_too_much(view: View, suffix: str) -> None:
    """Refuse a report that would hold more than its format takes.

    Raises:
        ExportError: it would.
    """
    count = len(view.statements) + view.figure_count + len(view.links)
    if count > MOST_RECORDS[suffix]:
        words = tr(
            "The report was not made: it would hold {count} statements, figures and links. A PDF "
            "takes {pdf}, HTML {html}. Choose less, or export the data.",
            count=f"{count:,}",
            **{name: f"{most:,}" for name, most in MOST_RECORDS.items()},
        )
        raise ExportError(words)


def report_bytes(report: Report, suffix: str) -> bytes:
    """Return the contents of a file of a report."""
    if suffix == "html":
        return html(report).encode()
    # Imported late: Typst is large, and few reports are made.
    from jjjviewer.export.report.pdf import pdf

    return pdf(report)
