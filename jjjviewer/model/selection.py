"""What a user has chosen, and what narrows it."""

import math
import re
from collections.abc import Iterable
from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
"""The language of names, where the pack has them in it."""
PLACE = "place:"
"""Before the id of a place that a region has as well."""
SEARCH = "search:"
"""Before the words of a search, where a selection is written as ids."""
COLLECTION = "collection"
"""What selects all that the user has collected, where it is no id of the pack."""
RESERVED = frozenset({"all", "search", COLLECTION})
"""Words that stand for a selection of their own, where they are no id of the pack."""


def entity_id_of(id_: str) -> str:
    """Return the id of an entity, without what marks it as a place."""
    return id_.removeprefix(PLACE)


class Selection(NamedTuple):
    """Ids of regions, speakers, themes, places, figures or links, and the words of a search.

    Nothing at all means everything. A place that has the id of a region is written `place:ID`, and
    all that is collected `collection`.
    """

    ids: tuple[str, ...] = ()
    query: str = ""

    @classmethod
    def of(cls, members: Iterable[str]) -> "Selection":
        """Return the selection of members, each once: ids, and a search as `search:WORDS`."""
        different = dict.fromkeys(members)
        queries = [each for each in different if each.startswith(SEARCH)]
        return cls(
            tuple(each for each in different if not each.startswith(SEARCH)),
            " ".join(queries[-1].removeprefix(SEARCH).split()) if queries else "",
        )

    @property
    def members(self) -> tuple[str, ...]:
        """All that is selected: the ids, and the search as `search:WORDS`."""
        return (*self.ids, f"{SEARCH}{self.query}") if self.query else self.ids

    @property
    def entity_ids(self) -> tuple[str, ...]:
        """The ids as those of entities; a region has that of its place."""
        return tuple(map(entity_id_of, self.ids))

    @property
    def slug(self) -> str:
        """A name for files; ids hold only characters that are safe in every file system."""
        return "+".join(self.members) if self.members else "all"


class Filter(NamedTuple):
    """What of a selection is shown; a part that names nothing lets everything through.

    Attributes:
        statuses: of figures and links, as the schema names them.
        speakers, themes: ids, of statements, figures and links.
        units: ids, of figures.
        paragraphs: numbers or ranges of them, such as 41 or 38-44.
        period: of figures, the first and the last day as 2012-01-01; either may be empty.
        values: of figures, the lowest and the highest in a base unit, and that unit's id; either
            end may be empty.
    """

    statuses: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()
    paragraphs: tuple[str, ...] = ()
    period: tuple[str, ...] = ()
    values: tuple[str, ...] = ()

    def by_column(self) -> dict[str, tuple[str, ...]]:
        """Return the values that it lets through, by the column that it looks at."""
        values = {
            "status": self.statuses,
            "speaker_id": self.speakers,
            "theme_id": self.themes,
            "unit_id": self.units,
            "paragraph": self.paragraphs,
            "period_end": self.period,
            "base_value": self.values,
        }
        return {column: wanted for column, wanted in values.items() if wanted}


NO_FILTER = Filter()
"""It lets everything through."""


def paragraphs_in(spans: Iterable[str]) -> list[range]:
    """Return the paragraphs of spans such as 41 or 38-44.

    Raises:
        ValueError: a span is neither.
    """
    found = []
    for span in spans:
        match = re.fullmatch(r"(\d+)(?:[-–](\d+))?", span)
        if match is None:
            raise ValueError(span)
        found.append(range(int(match[1]), int(match[2] or match[1]) + 1))
    return found


def number(text: str) -> str:
    """Return a number as a filter holds it: 2500000000 of 2.5e9 or 2,500,000,000.

    Raises:
        ValueError: it is none.
    """
    value = float(text.strip().replace(",", "").replace("−", "-"))
    if not math.isfinite(value):
        raise ValueError(text)
    return f"{value:.12g}"
