"""What one selection shows: the same object for the detail pane, the charts and the export."""

from dataclasses import dataclass
from typing import Literal, NamedTuple

import pandas as pd

from jjjviewer.model.files import Source
from jjjviewer.model.selection import Selection

ViewKind = Literal["all", "region", "speaker", "theme", "entity", "figure", "several"]
Language = Literal["en", "zh"]


@dataclass(frozen=True)
class Naming:
    """A paragraph in which somebody names the selected place."""

    speaker_id: str
    speaker: str
    paragraph: int


class End(NamedTuple):
    """A place that a link runs from or to, or that is a member of it."""

    role: str
    entity_id: str
    name: str


@dataclass(frozen=True)
class View:
    """The answer to a `Selection`. The frames are read, never written to.

    Each frame has the columns of its table (see `schema`) and these:

    - all: `speaker`, `theme` (names), `province` (id of the region below the topmost one);
    - statements, figures, links: `doubt` (what the checks warn of in this row, or nothing);
    - figures: `unit`, `dimension`, `base_unit`, `base_value` (value × factor), `region`, `place`;
    - links: `ends` (tuple of `End`), `places` (names, "A, B" or "A → B"), `place_ids` (tuple).
    """

    selection: Selection
    kind: ViewKind
    name: str
    name_zh: str
    speakers: pd.DataFrame
    """The speakers in it, in the pack's order; also `speaker`, `region` (names), `province`."""
    statements: pd.DataFrame
    figures: pd.DataFrame
    links: pd.DataFrame
    relations: pd.DataFrame
    """The rows of figure_relations of which both ends are in `figures`."""
    themes: pd.DataFrame
    """All themes of the pack, in its order."""
    units: pd.DataFrame
    """All units of the pack; `unit` is the label in the language of the view."""
    provinces: dict[str, str]
    """Names of all regions that have a colour, by id, in the order of the colours."""
    namings: tuple[Naming, ...]
    source: Source
    language: Language = "en"
