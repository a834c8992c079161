"""All titles of charts, so that somebody reads what changes.

`python -m tests.charts.titles` writes them again.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from tests.charts.selections import PACKS, charts, pack_of, selections

FILE = Path(__file__).parents[1] / "reference" / "titles.txt"


class Title(NamedTuple):
    """A title with the rule that made it, and the first selection that has it."""

    pack: str
    chart_type: str
    rule: str
    selection: str
    title: str


def titles() -> Iterator[Title]:
    """Yield the titles of all selections of the bundled packs, each once for a chart type."""
    for pack in PACKS:
        dataset, known = pack_of(pack), set()
        for ids in selections(dataset):
            for chart_type, view in charts(dataset, ids):
                headline = chart_type.chart(view).headline
                key = chart_type.id, headline.title
                if key not in known:
                    known.add(key)
                    selected = "+".join(ids) or "all"
                    yield Title(pack, chart_type.id, headline.rule, selected, headline.title)


def text_of(found: list[Title]) -> str:
    """Return titles as a file, sorted by pack, chart type, rule and selection."""
    return "".join("\t".join(each) + "\n" for each in sorted(found))


if __name__ == "__main__":
    FILE.parent.mkdir(exist_ok=True)
    FILE.write_text(text_of([*titles()]), encoding="utf-8")
