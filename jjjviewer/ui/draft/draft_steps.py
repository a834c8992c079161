"""The steps from a text to a pack: what each is called, and the page that is shown."""

from collections.abc import Callable

from jjjviewer.charts.translation import tr
from jjjviewer.draft.records import COLUMNS, SOURCE
from jjjviewer.ui.draft.check_page import CheckPage
from jjjviewer.ui.draft.document import Document
from jjjviewer.ui.draft.draft_page import DraftPage
from jjjviewer.ui.draft.figures_page import FiguresPage
from jjjviewer.ui.draft.records_page import RecordsPage
from jjjviewer.ui.draft.statements_page import StatementsPage
from jjjviewer.ui.draft.text_page import SourcePage

_WHO = ("speakers", "regions", "paragraphs")
_PLACES = ("entities", "mentions", "links", "link_places")


def steps(document: Document) -> dict[str, Callable[[], DraftPage]]:
    """Return what makes the page of each step, by its name, in their order."""
    return {
        tr("Text"): lambda: SourcePage(document),
        tr("Who"): lambda: RecordsPage(_WHO, document, _who()),
        tr("Figures"): lambda: FiguresPage(document),
        tr("Statements"): lambda: StatementsPage(document),
        tr("Places and links"): lambda: RecordsPage(_PLACES, document, _places()),
        tr("All tables"): lambda: RecordsPage(
            [name for name in COLUMNS if name != SOURCE],
            document,
            tr("Every record of the pack, table by table."),
        ),
        tr("Check and save"): lambda: CheckPage(document),
    }


FIGURES, CHECK = 2, 6
"""The places of these steps."""


def step_of(table: str) -> int:
    """Return the step that shows the records of a table; that of the text where none does."""
    if table in _WHO:
        return 1
    if table in _PLACES:
        return 4
    return {"figures": FIGURES, "statements": 3}.get(table, 5 if table in COLUMNS else 0)


def _who() -> str:
    return tr(
        "Who speaks, in which office, and for which region. A region whose name is typed and new "
        "is made. Who speaks in a paragraph is said under Paragraphs, in several at once where "
        "they are selected with Shift or Ctrl."
    )


def _places() -> str:
    return tr("Places that are named, with their positions where known, and who works with whom.")
