"""What a user has chosen."""

from typing import Literal, NamedTuple

Language = Literal["en", "zh"]
"""The language of names, where the pack has them in it."""


class Selection(NamedTuple):
    """Ids of regions, speakers, themes, entities, figures or links; none means everything."""

    ids: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """A name for files; ids hold only characters that are safe in every file system."""
        return "+".join(self.ids) if self.ids else "all"


class Filter(NamedTuple):
    """What of a selection is charted; a part that names nothing lets everything through.

    Attributes:
        statuses: of figures and links, as the schema names them; statements have none.
        speakers, themes: ids, of statements, figures and links.
        units: ids, of figures.
    """

    statuses: tuple[str, ...] = ()
    speakers: tuple[str, ...] = ()
    themes: tuple[str, ...] = ()
    units: tuple[str, ...] = ()

    def by_column(self) -> dict[str, tuple[str, ...]]:
        """Return the values that it lets through, by the column that it looks at."""
        values = {
            "status": self.statuses,
            "speaker_id": self.speakers,
            "theme_id": self.themes,
            "unit_id": self.units,
        }
        return {column: wanted for column, wanted in values.items() if wanted}
