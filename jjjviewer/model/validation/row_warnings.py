"""Rules that the rows of a pack may break and still be shown, with a warning."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from itertools import chain
from typing import NamedTuple

from jjjviewer.model.errors import Problem
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.schema import DESCRIPTOR
from jjjviewer.model.validation.figure_warnings import figure_warnings
from jjjviewer.model.validation.name_warnings import has_words, name_warnings
from jjjviewer.model.validation.number_warnings import number_warnings
from jjjviewer.model.validation.paragraph_warnings import paragraph_warnings
from jjjviewer.model.validation.period_warnings import period_warnings
from jjjviewer.model.validation.place_warnings import place_warnings
from jjjviewer.model.validation.relation_warnings import relation_warnings
from jjjviewer.model.validation.table_warnings import table_warnings
from jjjviewer.model.validation.template_warnings import template_warnings
from jjjviewer.model.validation.text_warnings import text_warnings
from jjjviewer.model.validation.unit_warnings import unit_warnings
from jjjviewer.model.validation.warning import Frames
from jjjviewer.model.visible import shown


class RowWarnings(NamedTuple):
    """What rows are warned of.

    Attributes:
        listed: the warnings of all tables, as many as are listed.
        texts: what each row is warned of, by file and position.
    """

    listed: tuple[Problem, ...]
    texts: dict[str, dict[int, str]]


def find_warnings(
    frames: Frames, source: Source, named: Callable[[Problem], Problem]
) -> RowWarnings:
    """Return what the rows of a pack are warned of.

    Args:
        frames: with the joined columns, see `frames`.
        source: what the pack was made from.
        named: returns a problem with the names that the tables have where they lie.
    """
    listed: list[Problem] = []
    messages: dict[str, dict[int, str]] = defaultdict(dict)
    for problem in chain(
        number_warnings(frames),
        period_warnings(frames["figures"], source.date),
        figure_warnings(frames),
        relation_warnings(frames),
        unit_warnings(frames["units"], frames["figures"]),
        paragraph_warnings(frames),
        place_warnings(frames),
        table_warnings(frames),
        name_warnings(frames),
        text_warnings(frames),
        template_warnings(frames, source),
        _of_source(source),
    ):
        if len(listed) < MOST_PROBLEMS:
            listed.append(named(problem))
        if problem.row is not None:
            of_table, row = messages[problem.file], problem.row - 2
            of_table[row] = f"{of_table.get(row, '')} {problem.message}".lstrip()
    return RowWarnings(tuple(listed), messages)


def _of_source(source: Source) -> Iterator[Problem]:
    for name, text in (("citation", source.citation), ("title", source.title)):
        if not has_words(text):
            what = f"'{shown(text)}'" if text.strip() else "missing"
            message = (
                f"the {name} of the text is {what}, so that no chart can name its source. "
                "Write it in words."
            )
            yield Problem(message, DESCRIPTOR, None, f"jjjviewer.{name}", text, "warning")
