"""A report as one HTML file that needs nothing else: no script, no font, no network."""

from collections.abc import Iterable
from html import escape

from jjjviewer.charts.characters import plain
from jjjviewer.charts.style import DARK, LIGHT, readable_on
from jjjviewer.export.report.document import (
    Block,
    Entries,
    Entry,
    Facts,
    Paragraph,
    Picture,
    Report,
    Row,
    Section,
    Table,
    Text,
)
from jjjviewer.paths import resource

_LANGUAGES = {"en": "en", "zh": "zh-Hans"}


def html(report: Report) -> str:
    """Return a report as an HTML document, the same each time."""
    sections = "".join(_section(each, 2) for each in report.sections)
    return f"""<!DOCTYPE html>
<html lang="{_LANGUAGES[report.language]}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="color-scheme" content="light dark">
<meta name="author" content="{_text(report.author)}">
<meta name="description" content="{_text(report.description)}">
<title>{_text(report.title)}</title>
<style>
{_style()}</style>
</head>
<body>
<a class="skip" href="#{report.sections[0].id}">{_text(report.skip)}</a>
<header>
<h1>{_text(report.title)}</h1>
<p class="subtitle">{_text(report.subtitle)}</p>
{_section(report.about, 2)}</header>
<nav aria-labelledby="contents">
<h2 id="contents">{_text(report.contents)}</h2>
{_contents(report.sections)}</nav>
<main>
{sections}</main>
<footer><p>{_text(report.footer)}</p></footer>
</body>
</html>
"""


def _style() -> str:
    """Return the style sheet, with the colours of the charts."""
    rules = resource("report/report.css").read_text(encoding="utf-8")
    colors = [
        f"{before}:root {{ --back: {style.background}; --surface: {style.surface}; "
        f"--text: {style.text}; --muted: {style.muted}; --rule: {style.grid}; "
        f"--accent: {style.accent}; "
        + " ".join(
            f"--{kind}: {color}; --on-{kind}: {readable_on(color, DARK.background)};"
            for kind, color in style.kinds.items()
        )
        + f" }}{after}\n"
        for before, style, after in (
            ("", LIGHT, ""),
            # Paper is white whatever the screen is.
            ("@media screen and (prefers-color-scheme: dark) { ", DARK, " }"),
        )
    ]
    return "".join((*colors, rules))


def _text(text: str) -> str:
    return escape(plain(text))


def _words(text: Text) -> str:
    parts = []
    for run in text:
        words = _text(run.text)
        language = f' lang="{_LANGUAGES[run.language]}"' if run.language else ""
        if run.look == "strong":
            words = f"<strong{language}>{words}</strong>"
        elif run.look or language:
            words = f'<span class="{run.look}"{language}>{words}</span>'
        parts.append(f'<a href="#{run.to}">{words}</a>' if run.to else words)
    return "".join(parts)


def _contents(sections: Iterable[Section]) -> str:
    items = (
        f'<li><a href="#{each.id}">{_text(each.title)}</a>'
        f"{_contents(each.sections) if each.sections else ''}</li>\n"
        for each in sections
    )
    return f"<ol>\n{''.join(items)}</ol>\n"


def _section(section: Section, level: int) -> str:
    name = f"title-{section.id}"
    inside = "".join(
        (*map(_block, section.blocks), *(_section(each, level + 1) for each in section.sections))
    )
    return (
        f'<section id="{section.id}" aria-labelledby="{name}">\n'
        f'<h{level} id="{name}">{_text(section.title)}</h{level}>\n{inside}</section>\n'
    )


def _block(block: Block) -> str:
    match block:
        case Paragraph():
            return f"<p>{_words(block.text)}</p>\n"
        case Facts():
            rows = (f"<dt>{_text(name)}</dt><dd>{_words(text)}</dd>\n" for name, text in block.rows)
            return f"<dl>\n{''.join(rows)}</dl>\n"
        case Entries():
            return f'<ul class="entries">\n{"".join(map(_entry, block.entries))}</ul>\n'
        case Table():
            return _table(block)
        case Picture():
            notes = f"<figcaption>{_text(block.notes)}</figcaption>\n" if block.notes else ""
            return f"<figure>\n{block.svg}{notes}</figure>\n"


def _entry(entry: Entry) -> str:
    id_ = f' id="{entry.id}"' if entry.id else ""
    tone = f' style="background: var(--{entry.tone}); color: var(--on-{entry.tone})"'
    tone = tone if entry.tone else ""
    badge = f'<span class="badge"{tone}>{_text(entry.badge)}</span> ' if entry.badge else ""
    lines = "".join(f'<p class="line">{_words(line)}</p>' for line in entry.lines)
    return f"<li{id_}><p>{badge}{_words(entry.text)}</p>{lines}</li>\n"


def _table(table: Table) -> str:
    head = "".join(f'<th scope="col">{_text(name)}</th>' for name in table.head)
    whole = sum(table.widths)
    columns = "".join(f'<col style="width: {100 * each / whole:.1f}%">' for each in table.widths)
    rows = "".join(map(_row, table.rows))
    # A region that can be reached by keys: a narrow screen scrolls it sideways.
    return f"""<div class="wide" role="region" aria-label="{_text(table.caption)}" tabindex="0">
<table>
<caption>{_text(table.caption)}</caption>
<colgroup>{columns}</colgroup>
<thead><tr>{head}</tr></thead>
<tbody>
{rows}</tbody>
</table>
</div>
"""


def _row(row: Row) -> str:
    first, *cells = row.cells
    others = "".join(f"<td>{_words(cell)}</td>" for cell in cells)
    return f'<tr id="{row.id}"><th scope="row">{_words(first)}</th>{others}</tr>\n'
