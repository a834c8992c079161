"""Writes a report to a file."""

from pathlib import Path

from jjjviewer.export.atomic_write import write
from jjjviewer.export.report.document import Report
from jjjviewer.export.report.html import html
from jjjviewer.export.report.making import Advance, Content, report_of

FORMATS = ("pdf", "html")
"""The suffixes of the formats."""
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
    report = report_of(content, lambda share: advance(share * _LAID_OUT))
    data = report_bytes(report, path.suffix.lower().removeprefix("."))
    advance(1)
    write(path, data)


def report_bytes(report: Report, suffix: str) -> bytes:
    """Return the contents of a file of a report."""
    if suffix == "html":
        return html(report).encode()
    # Imported late: Typst is large, and few reports are made.
    from jjjviewer.export.report.pdf import pdf

    return pdf(report)
