"""The commands for texts: `propose` and `locate`."""

import argparse
import json
import re
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import partial
from pathlib import Path

from jjjviewer.draft.gazetteer import Gazetteer
from jjjviewer.model.columns import row_at, row_count
from jjjviewer.model.errors import PackError
from jjjviewer.model.tables import Tables, read_tables
from jjjviewer.text.figures import Figure, PlaceMention, Speaker
from jjjviewer.text.locating import Difference, Located, PackFigure, UnrelatedError, locate
from jjjviewer.text.proposals import Proposal, propose
from jjjviewer.text.reading import Article, UnreadableError, read_article
from jjjviewer.text.suffixes import SUFFIXES

_NO_TEXTS = (".zip", ".png", ".jpg", ".jpeg", ".gif", ".xlsx", ".ods", ".csv")
_CONTROL = re.compile("[\0-\x08\x0e-\x1f]")

Json = str | int | float | bool | Sequence["Json"] | Mapping[str, "Json"] | None


def run_propose(argv: Sequence[str]) -> int:
    """Print the speakers, figures and places that a text seems to contain."""
    parser = argparse.ArgumentParser(
        prog="jjjviewer propose",
        description="Say what a text seems to hold: speakers, figures, places, and every other "
        "number with the reason why it is none. Nothing is changed.",
    )
    _add_text(parser)
    parser.add_argument(
        "--date",
        type=_date,
        metavar="YYYY-MM-DD",
        help="when it was published: from there 'last year' is counted (default: as it is headed)",
    )
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
    options = parser.parse_args(argv)
    try:
        article = _article(options.text)
    except UnreadableError as error:
        return _failed(error)
    proposal = propose(article.paragraphs, Gazetteer().finder(), options.date)
    print(
        _dump(_proposal_as_json(proposal))
        if options.json
        else _proposal_for_people(proposal, article)
    )
    return 0


def run_locate(argv: Sequence[str]) -> int:
    """Print the positions of a pack's figures in a text."""
    parser = argparse.ArgumentParser(
        prog="jjjviewer locate",
        description="Find the figures of a pack in a copy of its text, and list what differs. "
        "Exits 1 where the text holds under half of them.",
    )
    parser.add_argument("pack", type=Path, metavar="PACK", help="a pack's folder or .zip")
    _add_text(parser)
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
    options = parser.parse_args(argv)
    try:
        figures = pack_figures(read_tables(options.pack))
        article = _article(options.text)
        found, differences = locate(figures, article.paragraphs)
    except (PackError, UnreadableError, UnrelatedError, FileNotFoundError) as error:
        return _failed(error)
    if options.json:
        print(_dump(_located_as_json(found, differences)))
    else:
        print(_located_for_people(figures, article, found, differences))
    return 0


def pack_figures(tables: Tables) -> list[PackFigure]:
    """Return the figures of a pack in the order of its text."""
    columns = tables.columns["paragraphs"]
    hashes = dict(zip(columns["paragraph"], columns["hash12"], strict=True))
    table = tables.columns["figures"]
    figures = [
        PackFigure(
            row["figure_id"],
            int(row["paragraph"] or 0),
            row["printed"],
            int(row["occurrence"] or 1),
            float(row["value"]) if row["value"] else None,
            float(row["value_high"]) if row["value_high"] else None,
            hashes.get(row["paragraph"], ""),
        )
        for row in map(partial(row_at, table), range(row_count(table)))
    ]
    return sorted(figures, key=lambda each: each.paragraph)


def _article(path: Path) -> Article:
    """Read a text; refuse what is plainly none, whatever can be made of its bytes."""
    article = read_article(path)
    if path.suffix.lower() in _NO_TEXTS or _CONTROL.search("".join(article.paragraphs)):
        raise UnreadableError(f"{path}: It is no text. Texts are {', '.join(SUFFIXES)}.")
    return article


def _add_text(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "text", type=Path, metavar="TEXT", help="an article: .txt, .md, .html, .docx, .epub or .pdf"
    )


def _date(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise argparse.ArgumentTypeError(f"'{text}' is no date such as 2022-10-21") from None


def _dump(value: Json) -> str:
    return json.dumps(value, ensure_ascii=False, indent=1)


def _day(day: date | None) -> str:
    return day.isoformat() if day else ""


def _figure_as_json(paragraph: int, text: str, figure: Figure) -> Json:
    period = figure.period
    basis: dict[str, Json] = {
        name: {
            "how": cue.how,
            "start": cue.start if cue.start >= 0 else None,
            "end": cue.end if cue.end >= 0 else None,
        }
        for name, cue in figure.basis.items()
    }
    return {
        "paragraph": paragraph,
        "start": figure.start,
        "end": figure.end,
        "printed": text[figure.start : figure.end],
        "value": figure.value,
        "value_high": figure.value_high,
        "unit": figure.unit,
        "qualifier": figure.qualifier or "exact",
        "status": figure.status,
        "direction": figure.direction,
        "period_text": period.text if period else "",
        "period_start": _day(period.first) if period else "",
        "period_end": _day(period.last) if period else "",
        "basis": basis,
    }


def _proposal_as_json(proposal: Proposal) -> Json:
    texts = proposal.paragraphs
    return {
        "paragraphs": texts,
        "speakers": [dict(each._asdict()) for each in proposal.speakers],
        "figures": [
            _figure_as_json(index, texts[index], each)
            for index, numbers in enumerate(proposal.numbers)
            for each in numbers.figures
        ],
        "numbers": [
            {
                "paragraph": index,
                "start": each.start,
                "end": each.end,
                "printed": texts[index][each.start : each.end],
                "reason": each.reason,
            }
            for index, numbers in enumerate(proposal.numbers)
            for each in numbers.others
        ],
        "places": [dict(each._asdict()) for each in proposal.places],
    }


def _proposal_for_people(proposal: Proposal, article: Article) -> str:
    lines = [article.note] if article.note else []
    lines.append(f"Date: {_day(proposal.today) or 'not known (say it with --date)'}")
    lines += _section("Speakers", map(_speaker_in_words, proposal.speakers))
    figures: list[str] = []
    others: list[str] = []
    for index, numbers in enumerate(proposal.numbers):
        text = article.paragraphs[index]
        figures += [f"¶{index + 1}  {_figure_in_words(text, each)}" for each in numbers.figures]
        others += [
            f"¶{index + 1}  {text[each.start : each.end].strip()}: {each.reason}"
            for each in numbers.others
        ]
    lines += _section("Figures", figures) + _section("Other numbers", others)
    return "\n".join(
        lines + _section("Places", dict.fromkeys(map(_place_in_words, proposal.places)))
    )


def _speaker_in_words(each: Speaker) -> str:
    return f"¶{each.paragraph + 1}  {each.name}" + (f", {each.role}" if each.role else "")


def _place_in_words(each: PlaceMention) -> str:
    return each.name + (f" ({each.place_id})" if each.place_id else "")


def _figure_in_words(text: str, each: Figure) -> str:
    period = each.period.text if each.period else ""
    known = [word for word in (each.qualifier, each.status, each.direction, period) if word]
    high = f"–{each.value_high:,.15g}" if each.value_high is not None else ""
    value = f"{each.value:,.15g}{high} {each.unit}".strip()
    return f"{text[each.start : each.end]}: {value}" + (f" ({', '.join(known)})" if known else "")


def _section(title: str, entries: Iterable[str]) -> list[str]:
    entries = list(entries)
    return ["", f"{title}: {len(entries) or 'none'}", *(f"  {each}" for each in entries)]


def _located_as_json(found: list[Located], differences: list[Difference]) -> Json:
    return {
        "figures": [dict(each._asdict()) for each in found],
        "differences": [dict(each._asdict()) for each in differences],
    }


def _located_for_people(
    figures: list[PackFigure], article: Article, found: list[Located], differences: list[Difference]
) -> str:
    lines = [article.note] if article.note else []
    for figure, place in zip(figures, found, strict=True):
        if place.paragraph is None or place.start is None:
            lines.append(f"{figure.figure_id}  {figure.printed}: not found")
            continue
        text = article.paragraphs[place.paragraph]
        doubt = "" if place.certain else "probably "
        words = text[place.start : place.end]
        lines.append(
            f"{figure.figure_id}  {figure.printed}: {doubt}¶{place.paragraph + 1}, “{words}”"
        )
    lines += _section("What differs", (_in_words(each) for each in differences))
    placed = sum(each.start is not None for each in found)
    return "\n".join([*lines, "", f"{placed} of {len(figures)} figures found."])


def _in_words(each: Difference) -> str:
    if each.paragraph is None:
        return f"{each.figure_id}: the pack has “{each.printed}”, which is not in the text"
    return (
        f"{each.figure_id}: the pack has “{each.printed}”, "
        f"the text has “{each.found}” (¶{each.paragraph + 1})"
    )


def _failed(error: Exception) -> int:
    print(f"jjjviewer: {error}", file=sys.stderr)
    return 1
