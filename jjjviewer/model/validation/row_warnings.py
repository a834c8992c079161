"""Rules that the rows of a pack may break and still be shown, with a warning."""

from collections import defaultdict
from collections.abc import Iterator
from itertools import chain

import numpy as np
import pandas as pd

from jjjviewer.model.errors import Problem
from jjjviewer.model.index import RECORDS
from jjjviewer.model.limits import MOST_PROBLEMS
from jjjviewer.model.reading.descriptor import Source
from jjjviewer.model.schema import DESCRIPTOR, TABLES
from jjjviewer.model.validation.figure_warnings import figure_warnings
from jjjviewer.model.validation.name_warnings import has_words, name_warnings
from jjjviewer.model.validation.number_warnings import number_warnings
from jjjviewer.model.validation.paragraph_warnings import paragraph_warnings
from jjjviewer.model.validation.period_warnings import period_warnings
from jjjviewer.model.validation.place_warnings import place_warnings
from jjjviewer.model.validation.relation_warnings import relation_warnings
from jjjviewer.model.validation.table_warnings import table_warnings
from jjjviewer.model.validation.text_warnings import text_warnings
from jjjviewer.model.validation.unit_warnings import unit_warnings
from jjjviewer.model.validation.warning import Frames
from jjjviewer.model.visible import shown

_TEMPLATE_CITATION = "Newspaper, interview with …, date"
"""What stands in a new pack, to be replaced."""


def mark_warnings(frames: Frames, source: Source) -> tuple[Problem, ...]:
    """Write into the column `warning` of records what each row is warned of.

    Args:
        frames: with the joined columns, see `frames`.
        source: what the pack was made from.

    Returns:
        The warnings of all tables, as many as are listed.
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
        _of_source(source),
    ):
        if len(listed) < MOST_PROBLEMS:
            listed.append(problem)
        if problem.row is not None:
            of_table, row = messages[problem.file], problem.row - 2
            of_table[row] = f"{of_table.get(row, '')} {problem.message}".lstrip()
    for name in RECORDS:
        texts = np.full(len(frames[name]), "", dtype=object)
        for row, message in messages[TABLES[name].file].items():
            texts[row] = message
        frames[name]["warning"] = pd.Series(texts, dtype=object)
    return tuple(listed)


def _of_source(source: Source) -> Iterator[Problem]:
    if source.citation == _TEMPLATE_CITATION:
        message = (
            "the citation is still the one of the template, and would stand under every chart. "
            "Write where the text was printed."
        )
        yield Problem(message, DESCRIPTOR, None, "jjjviewer.citation", source.citation, "warning")
    for name, text in (("citation", source.citation), ("title", source.title)):
        if not has_words(text):
            what = f"'{shown(text)}'" if text.strip() else "missing"
            message = (
                f"the {name} of the text is {what}, so that no chart can name its source. "
                "Write it in words."
            )
            yield Problem(message, DESCRIPTOR, None, f"jjjviewer.{name}", text, "warning")
