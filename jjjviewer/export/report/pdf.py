"""A report as a tagged PDF that every reader can use (PDF/UA-1), set by Typst.

The template in resources/report reads the document as JSON, so that nothing of a pack is ever
taken for markup.
"""

import json
from datetime import UTC, datetime

import typst

from jjjviewer.charts.characters import STAND_IN, not_bundled, plain, without_font
from jjjviewer.charts.style import DARK, LIGHT, readable_on
from jjjviewer.export.report.document import Report
from jjjviewer.model.json_types import JsonObject
from jjjviewer.paths import resource

_PRINTED = 300
"""Dots per inch of a page for a printer."""
_REMEMBERED = 10
"""For how many further documents Typst keeps what it worked out for one: 75 MiB a report."""


def pdf(report: Report) -> bytes:
    """Return a report as a PDF on A4, the same bytes each time."""
    date = datetime.fromisoformat(report.date or "2000-01-01").replace(tzinfo=UTC)
    made = _compiler(report).compile(format="pdf", pdf_standards="ua-1", timestamp=date)
    _free_memory()
    assert isinstance(made, bytes)
    return made


def pages(report: Report) -> list[bytes]:
    """Return the pages of the PDF as PNG files, for a printer."""
    made = _compiler(report).compile(format="png", ppi=_PRINTED)
    _free_memory()
    # A report of one page is not a list.
    return made if isinstance(made, list) else [made or b""]


def _compiler(report: Report) -> typst.Compiler:
    text = json.dumps(report, default=_fields, ensure_ascii=False)
    characters = set(text)
    for each in without_font(characters):
        text = text.replace(each, STAND_IN)
    fonts = typst.Fonts(
        # Another machine has others: they are asked only where the bundled typeface does not do.
        include_system_fonts=bool(not_bundled(characters)),
        include_embedded_fonts=False,
        font_paths=[str(resource("fonts"))],
    )
    return typst.Compiler(
        resource("report/report.typ").read_bytes(),
        font_paths=fonts,
        sys_inputs={
            "report": text,
            "colors": json.dumps(
                {"accent": LIGHT.accent, "muted": LIGHT.muted, "rule": LIGHT.grid}
            ),
            "tones": json.dumps(
                {
                    kind: (fill, readable_on(fill, DARK.background))
                    for kind, fill in LIGHT.kinds.items()
                }
            ),
        },
    )


def _free_memory() -> None:
    """Set empty documents until Typst, which has no call for it, forgets the report."""
    no_fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False)
    for _ in range(_REMEMBERED):
        typst.Compiler(b" ", font_paths=no_fonts).compile(format="svg")


def _fields(part: object) -> JsonObject:
    """Return a part of a document as an object of JSON that says what it is.

    Each text is made plain by itself: all at once would halt the window.
    """
    fields = {
        name: plain(value) if isinstance(value, str) and name != "svg" else value
        for name, value in vars(part).items()
    }
    return {"is": type(part).__name__, **fields}
