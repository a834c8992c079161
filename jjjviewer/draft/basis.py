"""What each attribute of a figure rests on: how it was found, and the words it was read from."""

import json
from typing import NamedTuple

from jjjviewer.text.figures import Figure

TYPED = "typed"
INFERRED = "inferred"


class Basis(NamedTuple):
    """How an attribute was found; start and end are -1 where no words say it."""

    how: str
    """printed, carried (from an earlier figure or sentence), inferred or typed."""
    start: int = -1
    end: int = -1


def read_basis(cell: str) -> dict[str, Basis]:
    """Return what each column of a record rests on."""
    return {name: Basis(*each) for name, each in json.loads(cell).items()} if cell else {}


def basis_cell(basis: dict[str, Basis]) -> str:
    """Return the cell that holds what columns rest on."""
    return json.dumps(basis, separators=(",", ":")) if basis else ""


def typed(cell: str, *columns: str) -> str:
    """Return the cell once some columns were typed."""
    return basis_cell(read_basis(cell) | dict.fromkeys(columns, Basis(TYPED)))


def moved(cell: str, by: int) -> str:
    """Return the cell once the text of the paragraph begins elsewhere."""
    return basis_cell(
        {
            name: each if each.start < 0 else Basis(each.how, each.start + by, each.end + by)
            for name, each in read_basis(cell).items()
        }
    )


_COLUMNS = {
    "unit": ("unit_id", "quantity_kind"),
    "qualifier": ("qualifier",),
    "status": ("status",),
    "direction": ("direction",),
    "period": ("period_text", "period_start", "period_end"),
}
"""The columns that are filled from each thing that was read."""


_READ = ("value", "unit_id", "period_text", "status")
"""The columns whose guesses make a figure one that is not said outright: not those of our words."""


def certainty_of(basis: dict[str, Basis]) -> str:
    """Return whether what a figure says is printed, or inferred in part."""
    found = {basis[name].how for name in _READ if name in basis}
    return "inferred" if found & {INFERRED, "carried"} else "clear"


def basis_of(figure: Figure) -> dict[str, Basis]:
    """Return what the columns of a figure rest on that was read in a text."""
    printed = Basis("printed", figure.start, figure.end)
    found = {"value": printed, "measure": Basis(INFERRED)}
    for name, cue in figure.basis.items():
        found |= dict.fromkeys(_COLUMNS.get(name, ()), Basis(cue.how, cue.start, cue.end))
    if figure.value_high is not None:
        found["value_high"] = printed
    return found
