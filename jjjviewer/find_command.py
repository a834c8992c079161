"""The command `find`: prints the statements and figures that hold some words."""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path

from jjjviewer.arguments import report_error
from jjjviewer.charts.formatting import attribution, status
from jjjviewer.model.dataset import Dataset, open_dataset
from jjjviewer.model.errors import PackError
from jjjviewer.model.search import Search
from jjjviewer.model.selection import Selection
from jjjviewer.paths import bundled_pack


def run_find(argv: Sequence[str]) -> int:
    """Print what the search of the window selects: statements and figures."""
    parser = argparse.ArgumentParser(
        prog="jjjviewer find",
        usage="jjjviewer find [-h] [--json] [PACK] WORDS",
        description="Find the statements and figures that hold all of some words: of their "
        "summaries, measures and numbers, in English or Chinese; or ids, or paragraphs as ¶41.",
    )
    parser.add_argument(
        "words",
        nargs="+",
        metavar="WORDS",
        help="the first one is a pack if there is a pack of that name (default: the interview)",
    )
    parser.add_argument("--json", action="store_true", help="for programs: one JSON object")
    options = parser.parse_args(argv)
    words = " ".join(options.words).split()
    dataset = _opened(options.words[0]) if len(options.words) > 1 else None
    if dataset is not None:
        words = " ".join(options.words[1:]).split()
    try:
        dataset = dataset or open_dataset(bundled_pack())
    except (PackError, OSError) as error:
        return report_error(error)
    print(_as_json(dataset, words) if options.json else _for_people(dataset, words))
    return 0


def _opened(word: str) -> Dataset | None:
    """Return the pack that a word is the path of, if it is."""
    try:
        return open_dataset(Path(word))
    except (PackError, OSError, ValueError):
        return None


def _as_json(dataset: Dataset, words: Sequence[str]) -> str:
    view = dataset.view(Selection(query=" ".join(words)))
    found = {
        "statements": [row._asdict() for row in dataset.statement_rows.of(view.statements)],
        "figures": [row._asdict() for row in dataset.figure_rows.of(view.figures)],
    }
    # Dates are written as texts.
    return json.dumps(found, ensure_ascii=False, indent=2, default=str)


def _for_people(dataset: Dataset, words: Sequence[str]) -> str:
    """Return a line for each statement and figure; where there is none, for the nearest words."""
    typed = " ".join(words)
    found = Search(dataset).find(typed)
    lines = []
    if not found.total:
        return f"Nothing matches “{typed}”. Try fewer letters, or another spelling."
    if found.corrected:
        lines.append(f"Nothing matches “{typed}”. Results for: {found.query}")
    view = dataset.view(Selection(query=found.query))
    lines += [
        f"{row.statement_id}  {attribution(row)}: {row.summary}"
        for row in dataset.statement_rows.of(view.statements)
    ]
    for row in dataset.figure_rows.of(view.figures):
        about = ", ".join(part for part in (row.period_text, status(row)) if part)
        lines.append(
            f"{row.figure_id}  {attribution(row)}: {row.printed}: {row.measure}"
            + (f" ({about})" if about else "")
        )
    lines.append("Statements are summaries, not the speakers' words.")
    return "\n".join(lines)
