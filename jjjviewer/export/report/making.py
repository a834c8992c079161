"""Makes the document of a report from a view."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from typing import NamedTuple

from jjjviewer import __version__
from jjjviewer.charts.chart_type import compose
from jjjviewer.charts.filter_words import filter_words
from jjjviewer.charts.formatting import caveat, citation, subject
from jjjviewer.charts.periods import day
from jjjviewer.charts.scene import Scene
from jjjviewer.charts.style import LIGHT, Page
from jjjviewer.charts.svg import svg
from jjjviewer.charts.translation import clauses, speaking, tr
from jjjviewer.export.report.chosen_charts import ChosenChart
from jjjviewer.export.report.document import (
    Block,
    Facts,
    Paragraph,
    Picture,
    Report,
    Run,
    Section,
    Text,
)
from jjjviewer.export.report.sections import Records, own_note
from jjjviewer.export.report.sheets import on_sheets
from jjjviewer.model.collected_rows import missing
from jjjviewer.model.selection import COLLECTION
from jjjviewer.model.view import View

_PAGE = Page("own", 720, 0)
"""The page of a chart: on A4 its labels have ten points; as high as it needs."""
_HIGHEST = 920
"""Pixels of a chart that still stands on one sheet, under its title."""

Advance = Callable[[float], None]
"""Takes the share that is done, 0 to 1; what it raises ends the work."""


class Content(NamedTuple):
    """What a report is made from."""

    view: View
    charts: Sequence[ChosenChart]


def report_of(content: Content, advance: Advance = lambda share: None) -> Report:
    """Make a report in the language of its pack.

    Args:
        content: what it holds.
        advance: is told how far it is.
    """
    with speaking(content.view.dataset.language):
        return _report(content, advance)


def _report(content: Content, advance: Advance) -> Report:
    view, source = content.view, content.view.dataset.source
    records = Records(view)
    is_chinese, is_all = view.dataset.language == "zh", not view.selection.members
    title = (is_chinese and source.title_zh) or source.title
    subtitle = tr("Statements and figures, in summary")
    charts = tuple(on_sheets([*_charts(content, advance)]))
    lead = tr(
        "Drawn from the figures and statements above. Titles say what a chart shows, as stated by "
        "the speakers; nothing was checked."
    )
    blocks = (Paragraph((Run(lead, "muted"),)),)
    drawn = (Section("charts", tr("Charts"), blocks, charts, begins_sheet=True),) if charts else ()
    return Report(
        title=title if is_all else subject(view),
        subtitle=subtitle if is_all else f"{subtitle} · {title}",
        language=view.dataset.language,
        author=citation(view),
        description=_what_it_is(),
        date=source.date,
        contents=tr("Contents"),
        skip=tr("Skip to the text"),
        footer=caveat(view) or citation(view),
        about=_about(view, records),
        sections=(*records.sections(), *drawn, records.citations()),
    )


def _what_it_is() -> str:
    return tr(
        "It lists what speakers are recorded as saying: their statements in summary, and the "
        "figures they gave, with each number as printed and the paragraph (¶) where it stands."
    )


def _about(view: View, records: Records) -> Section:
    source = view.dataset.source
    day_ = day(date.fromisoformat(source.date), view.dataset.language) if source.date else ""
    facts = {
        tr("Source"): citation(view),
        tr("Date"): day_,
        tr("Selected"): subject(view) if view.selection.members else "",
        tr("Shown only"): clauses(filter_words(view).values()),
        tr("Holds"): records.counts(),
        tr("Left out"): _left_out(view),
        tr("Caveat"): caveat(view),
        tr("Licence of the data"): source.licence,
        tr("Made with"): f"JJJ Viewer {__version__}",
    }
    rows: tuple[tuple[str, Text], ...] = tuple(
        (name, (Run(value),)) for name, value in facts.items() if value
    )
    what_it_is_not = tr(
        "It quotes nobody and checks nothing: summaries are not the speakers’ words, and no "
        "figure was compared with another source. How many statements or figures somebody "
        "gave is no measure of what was done."
    )
    words = (Paragraph((Run(each),)) for each in (_what_it_is(), what_it_is_not))
    return Section("about", tr("What this report is, and is not"), (*words, Facts(rows)))


def _left_out(view: View) -> str:
    """Return what was collected and is no longer in the pack."""
    if COLLECTION not in view.selection.ids:
        return ""
    names = [each.name for each in missing(view.dataset, view.dataset.collection)]
    lost = clauses(names)
    return tr("Collected, but no longer in the pack: {names}", names=lost) if lost else ""


def _charts(content: Content, advance: Advance) -> Iterator[Section]:
    """Yield a section for each chart, with a picture for each of its pages."""
    titles: set[str] = set()
    for number, chart in enumerate(content.charts, start=1):
        scenes = _scenes(chart)
        # Charts of one figure have one title, which stands once.
        names = (scenes[0].title, chart.chart_type.name, f"{chart.chart_type.name} ({number})")
        title = next(each for each in names if each not in titles)
        titles.add(title)
        # Above the chart, from which no page parts it.
        note = own_note(chart.note)
        blocks: list[Block] = [Paragraph(note)] if note else []
        for at, scene in enumerate(scenes, start=1):
            page = tr("Page {number} of {count}", number=at, count=len(scenes))
            blocks += [
                Paragraph((Run(scene.subtitle if at == 1 else page, "muted"),)),
                _picture(scene, chart.view),
            ]
        yield Section(f"chart-{number}", title, tuple(blocks))
        advance(number / len(content.charts))


def _scenes(chart: ChosenChart) -> Sequence[Scene]:
    """Lay out a chart on one page if it can be; title and notes stand around it as text."""
    pages = (_PAGE, _PAGE._replace(height=_HIGHEST))
    for page in pages:
        scenes = compose(
            chart.chart_type, chart.view, page, LIGHT, chart.wording, header=False, footer=False
        )
        if scenes[0].page.height <= _HIGHEST:
            break
    return scenes


def _picture(scene: Scene, view: View) -> Picture:
    """Return a scene as an SVG element that can stand within another document."""
    element = svg(scene, language=view.dataset.language).partition("?>\n")[2]
    shape = scene.page.height / scene.page.width
    return Picture(element, scene.description, scene.notes, shape)
