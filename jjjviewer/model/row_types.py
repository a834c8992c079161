"""An immutable row class for each table whose rows are drawn or shown.

Charts, panes and exports see of a record only its row, which is made of a frame where it is needed
(see `frame_rows`). A missing number or date is None, a missing text ''. A class has the columns of
its table that are shown, and the names that the frame joins to them.
"""

from collections.abc import Callable, Sequence
from datetime import date
from typing import NamedTuple


class SpeakerRow(NamedTuple):
    """A speaker."""

    speaker_id: str
    name: str
    name_zh: str
    role: str
    role_zh: str
    region_id: str
    speaker: str
    """The name in the dataset's language, unlike that of any other speaker."""
    surname: str
    """The family name, where no other speaker has it; else the whole name."""
    office: str
    """The role in the dataset's language."""
    in_short: str
    """The headline in the dataset's language."""
    region: str
    region_zh: str
    province: str
    """The region just below the topmost one, which gives the colour; or nothing."""


class ThemeRow(NamedTuple):
    """A theme."""

    theme_id: str
    theme: str
    """The label in the dataset's language, unlike that of any other theme."""
    short_theme: str
    """The same, shorter where the pack has it."""


class ParagraphRow(NamedTuple):
    """A paragraph of the text, without its words."""

    paragraph: int
    speaker_id: str
    speaker: str


class StatementRow(NamedTuple):
    """A statement."""

    statement_id: str
    speaker_id: str
    paragraph: int
    kind: str
    theme_id: str
    summary: str
    certainty: str
    note: str
    speaker: str
    theme: str
    province: str
    text: str
    """The summary in the dataset's language."""
    remark: str
    """What the text leaves open, likewise, or nothing."""
    warning: str
    """What validation warns of in this row; likewise in figures and links."""


class FigureRow(NamedTuple):
    """A figure: a number that somebody stated."""

    figure_id: str
    statement_id: str
    speaker_id: str
    paragraph: int
    printed: str
    value: float
    value_high: float | None
    unit_id: str
    quantity_kind: str
    measure: str
    region_id: str
    place_id: str
    period_text: str
    period_start: date | None
    period_end: date | None
    period_basis: str
    qualifier: str
    status: str
    direction: str
    theme_id: str
    certainty: str
    chartable: bool
    note: str
    speaker: str
    surname: str
    theme: str
    province: str
    unit: str
    dimension: str
    base_unit: str
    base_value: float | None
    """The value in the base unit; None without a unit."""
    region: str
    place: str
    map_place_id: str
    """The place of known position where a map shows it, or nothing."""
    short_label: str
    """Measure for a label, as the next three in the dataset's language."""
    label: str
    whole: str
    """What a share is a share of."""
    sentence: str
    """A sentence that states the figure, or nothing."""
    remark: str
    """What the text leaves open, or nothing."""
    warning: str

    @property
    def in_base_unit(self) -> float:
        """The value in the base unit, of a figure that has a unit."""
        assert self.base_value is not None
        return self.base_value


class EntityRow(NamedTuple):
    """A place, organisation, project, mechanism, policy or person; `name` as it is shown."""

    entity_id: str
    name: str
    name_zh: str
    type: str
    kind: str
    parent_id: str
    region_id: str
    lat: float | None
    lon: float | None
    precision: str
    basis: str
    note: str
    province: str

    @property
    def position(self) -> tuple[float, float]:
        """Longitude and latitude in degrees, of a place of known position."""
        assert self.lon is not None
        assert self.lat is not None
        return self.lon, self.lat


class LinkPlaceRow(NamedTuple):
    """A place that a link runs from or to, or that is a member of it."""

    role: str
    entity_id: str
    name: str


def ends_text(ends: Sequence[LinkPlaceRow], text_of: Callable[[LinkPlaceRow], str]) -> str:
    """Return the places of a link in words: A → B for a flow, A, B for members.

    Args:
        ends: the places of the link.
        text_of: the text for one of them, plain or as markup.
    """
    start, target, members = (
        ", ".join(text_of(end) for end in ends if end.role == role)
        for role in ("from", "to", "member")
    )
    flow = " → ".join(side for side in (start, target) if side)
    return ", ".join(side for side in (flow, members) if side)


class LinkRow(NamedTuple):
    """A link between places."""

    link_id: str
    speaker_id: str
    paragraph: int
    topic: str
    mechanism: str
    direction: str
    status: str
    theme_id: str
    speaker: str
    theme: str
    province: str
    warning: str
    ends: tuple[LinkPlaceRow, ...]
    places: str
    """The names of its places: "A, B" or "A → B"."""
    about: str
    """Its topic in the dataset's language."""
