"""The sections of a report that are made of records: speakers, statements, figures, links."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import groupby

from jjjviewer.charts.formatting import (
    certainty,
    citation,
    is_unclear,
    paragraphs,
    statement_kinds,
    status,
    unset_theme,
    warning,
)
from jjjviewer.charts.periods import when
from jjjviewer.charts.translation import listed, spaced, tr
from jjjviewer.export.report.document import (
    Entries,
    Entry,
    Paragraph,
    Row,
    Run,
    Section,
    Table,
    Text,
)
from jjjviewer.model.categories import count_by_value
from jjjviewer.model.collection import Collection
from jjjviewer.model.index import RecordTable
from jjjviewer.model.row_types import FigureRow, LinkRow, SpeakerRow, StatementRow
from jjjviewer.model.selection import COLLECTION
from jjjviewer.model.view import View

Record = StatementRow | FigureRow | LinkRow


def own_note(note: str) -> Text:
    """Return a note of the user's, marked as such; nothing where there is none."""
    if not note:
        return ()
    return Run(tr("Note by who made this report: "), "strong"), Run(note, "note")


class Records:
    """Makes sections of the records of a view; each record leads to those it belongs to.

    Args:
        view: what is reported; of the collection, with the user's notes.
    """

    def __init__(self, view: View) -> None:
        self._view = view
        dataset = view.dataset
        self._is_collection = COLLECTION in view.selection.ids
        self._notes = dataset.collection if self._is_collection else Collection()
        self._speakers: Sequence[SpeakerRow] = dataset.speaker_rows.of(view.speakers)
        self._statements: Sequence[StatementRow] = dataset.statement_rows.of(view.statements)
        self._figures: Sequence[FigureRow] = dataset.figure_rows.of(view.figures)
        self._links: Sequence[LinkRow] = dataset.link_rows.of(view.links)
        self._ids = {
            *(f"speaker-{each.speaker_id}" for each in self._speakers),
            *(f"statement-{each.statement_id}" for each in self._statements),
        }

    def counts(self) -> str:
        """Return how many records of each kind there are, in words."""
        return tr(
            "Speakers: {speakers}. Statements: {statements}. Figures: {figures}. Links between "
            "places: {links}.",
            speakers=len(self._speakers),
            statements=f"{len(self._statements):,}",
            figures=f"{len(self._figures):,}",
            links=f"{len(self._links):,}",
        )

    def sections(self) -> Iterator[Section]:
        """Yield a section for each kind of record that there is."""
        if self._speakers:
            yield Section("speakers", tr("Speakers"), (self._speaker_table(),))
        if self._statements:
            lead = tr("Summaries in our words, by theme. No speaker is quoted.")
            themes = tuple(self._by_theme())
            yield Section(
                "statements", tr("Statements"), (Paragraph((Run(lead, "muted"),)),), themes
            )
        if self._figures:
            yield Section("figures", tr("Figures"), (self._figure_table(),))
        if self._links:
            yield Section("links", tr("Partners and links"), (self._link_table(),))

    def _speaker_table(self) -> Table:
        statements = count_by_value(self._view.statements["speaker_id"])
        figures = count_by_value(self._view.column("speaker_id"))
        rows = []
        for row in self._speakers:
            office = " · ".join(filter(None, (row.office, row.region)))
            counts = (f"{each.get(row.speaker_id, 0):,}" for each in (statements, figures))
            cells = (_named(row), *((Run(each),) for each in (office, row.in_short, *counts)))
            rows.append(Row(f"speaker-{row.speaker_id}", cells))
        head = (
            tr("Speaker"),
            tr("Office"),
            tr("In short, in our words"),
            tr("Statements"),
            tr("Figures"),
        )
        caption = tr("Who speaks, and how many statements and figures are theirs")
        return Table(caption, head, (2, 3.6, 3.2, 1.3, 1.1), tuple(rows))

    def _by_theme(self) -> Iterator[Section]:
        """Yield a section of statements for each theme, in the order of the pack."""
        order = {id_: at for at, id_ in enumerate(self._view.dataset.theme_names)}
        rows = sorted(self._statements, key=lambda row: order.get(row.theme_id, len(order)))
        figures: dict[str, list[FigureRow]] = defaultdict(list)
        for figure in self._figures:
            figures[figure.statement_id].append(figure)
        for (theme_id, theme), found in groupby(rows, key=lambda row: (row.theme_id, row.theme)):
            entries = tuple(self._statement(row, figures[row.statement_id]) for row in found)
            title = f"{theme or unset_theme()} ({len(entries)})"
            yield Section(f"theme-{theme_id}", title, (Entries(entries),))

    def _statement(self, row: StatementRow, figures: Sequence[FigureRow]) -> Entry:
        is_summary = Run(f" · {tr('summary, not the speaker’s words')}", "muted")
        numbers: list[Run] = []
        for figure in figures:
            numbers.append(Run(tr(", ") if numbers else tr("Figures: "), "muted"))
            numbers.append(Run(_quoted(figure), to=f"figure-{figure.figure_id}"))
        doubts = Run(_doubts(row), "note")
        lines: tuple[Text, ...] = (
            (*self._who(row), is_summary),
            tuple(numbers),
            (doubts,) if doubts.text else (),
            own_note(self._notes.note_on("statements", row.statement_id)),
        )
        kind = statement_kinds().get(row.kind, "")
        id_ = f"statement-{row.statement_id}"
        return Entry(id_, kind, row.kind, (Run(row.text),), tuple(filter(None, lines)))

    def _who(self, row: Record) -> Text:
        """Return the speaker and the paragraph of a record."""
        where = Run(f"¶{row.paragraph}")
        if isinstance(row, FigureRow):
            where = self._leading(where.text, f"statement-{row.statement_id}")
        speaker = self._leading(row.speaker, f"speaker-{row.speaker_id}")
        return (speaker, Run(" "), where) if row.speaker else (where,)

    def _leading(self, text: str, to: str) -> Run:
        """Return words that lead to what has an id, if the report has it."""
        return Run(text, to=to if to in self._ids else "")

    def _figure_table(self) -> Table:
        rows = []
        for row in self._figures:
            is_told = row.whole.casefold() in row.label.casefold()
            whole = "" if is_told else f" {tr('(of {whole})', whole=row.whole)}"
            unclear = tr("unclear in the text") if is_unclear(row) else ""
            cells: tuple[Text, ...] = (
                (Run(row.label), Run(whole, "muted")),
                (Run(_quoted(row), "strong"),),
                (Run(when(row, self._view.dataset.language)),),
                (Run(listed((status(row), unclear))),),
                self._who(row),
                self._remarks("figures", row.figure_id, row),
            )
            rows.append(Row(f"figure-{row.figure_id}", cells))
        head = (
            tr("Figure"),
            tr("As printed"),
            tr("Period"),
            tr("Status"),
            tr("Who, where"),
            tr("Notes and doubts"),
        )
        caption = tr("Figures as stated, each with the number as printed; not checked")
        return _filled(Table(caption, head, (2.5, 1.7, 1.4, 1.4, 1.5, 3), tuple(rows)))

    def _link_table(self) -> Table:
        rows = []
        for row in self._links:
            is_same = row.mechanism.casefold() == row.topic.casefold()
            how = "" if is_same or not row.mechanism else f"{tr(', ')}{row.mechanism}"
            cells: tuple[Text, ...] = (
                (Run(row.places),),
                (Run(row.about), Run(how, "muted")),
                (Run(status(row)),),
                self._who(row),
                self._remarks("links", row.link_id, row),
            )
            rows.append(Row(f"link-{row.link_id}", cells))
        head = (
            tr("Places"),
            tr("What they share"),
            tr("Status"),
            tr("Who, where"),
            tr("Notes and doubts"),
        )
        caption = tr("Places named as working together, as stated; not checked")
        return _filled(Table(caption, head, (3, 3.4, 1.3, 1.8, 1.6), tuple(rows)))

    def _remarks(self, table: RecordTable, id_: str, row: Record) -> Text:
        """Return the doubts about a record, and the user's note on it."""
        doubts, note = _doubts(row), own_note(self._notes.note_on(table, id_))
        return (*((Run(f"{doubts} "),) if doubts else ()), *note)

    def citations(self) -> Section:
        """Return how speakers are cited; of the collection, how each record is."""
        lead = tr(
            "What a speaker said is cited by speaker, office, source and paragraph. The summary is "
            "ours: mark it as such, and quote only the source itself."
        )
        cited = self._cited_records() if self._is_collection else self._cited_speakers()
        entries = tuple(Entry("", "", "", (Run(each),), ()) for each in cited)
        blocks = (Paragraph((Run(lead, "muted"),)), Entries(entries))
        return Section("citations", tr("Citations"), blocks)

    def _cited_speakers(self) -> Iterator[str]:
        """Yield the citation of each speaker, with all paragraphs."""
        numbers: dict[str, set[int]] = defaultdict(set)
        records: Sequence[Record]
        for records in (self._statements, self._figures, self._links):
            for row in records:
                numbers[row.speaker_id].add(row.paragraph)
        for speaker_id, found in numbers.items():
            yield self._cited(speaker_id, "", found)

    def _cited_records(self) -> Iterator[str]:
        """Yield the citation of each statement and figure."""
        for row in self._statements:
            summary = tr("{summary} (Summary.)", summary=row.text)
            yield self._cited(row.speaker_id, summary, {row.paragraph})
        for figure in self._figures:
            words = tr("{what}: {printed}.", what=figure.label, printed=_quoted(figure))
            yield self._cited(figure.speaker_id, words, {figure.paragraph})

    def _cited(self, speaker_id: str, words: str, numbers: set[int]) -> str:
        """Return a citation: speaker and office, what was said, source and paragraphs."""
        speakers = {row.speaker_id: listed((row.speaker, row.office)) for row in self._speakers}
        who = speakers.get(speaker_id, "")
        source = citation(self._view).rstrip(".。")
        where = tr("{source}, {paragraphs}.", source=source, paragraphs=paragraphs(numbers))
        return spaced((tr("{who}.", who=who) if who else "", words, where))


def _named(row: SpeakerRow) -> Text:
    """Return a speaker's name, with the Chinese one beside another."""
    if row.name_zh and row.name_zh != row.speaker:
        return Run(row.speaker, "strong"), Run(f" {row.name_zh}", "muted", language="zh")
    return (Run(row.speaker, "strong"),)


def _quoted(figure: FigureRow) -> str:
    """Return the number of a figure as it is printed."""
    return f"“{figure.printed}”"


def _doubts(record: Record) -> str:
    """Return what is unclear about a record: its certainty, its note and its warning."""
    if isinstance(record, LinkRow):
        return warning(record)
    return spaced((certainty(record), record.remark, warning(record)))


def _filled(table: Table) -> Table:
    """Return a table without its last column, the notes, where no row has any."""
    if any(row.cells[-1] for row in table.rows):
        return table
    rows = tuple(Row(row.id, row.cells[:-1]) for row in table.rows)
    return Table(table.caption, table.head[:-1], table.widths[:-1], rows)
