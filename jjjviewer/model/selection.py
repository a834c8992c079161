"""What a user has chosen."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Selection:
    """Ids of regions, speakers, themes, entities or figures; none means everything."""

    ids: tuple[str, ...] = ()

    @property
    def slug(self) -> str:
        """A name for files; ids hold only characters that are safe in every file system."""
        return "+".join(self.ids) if self.ids else "all"
