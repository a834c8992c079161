"""What relations between figures are warned of."""

from collections.abc import Iterator

import pandas as pd

from jjjviewer.model.categories import is_one_of
from jjjviewer.model.errors import Problem
from jjjviewer.model.frame_rows import text_of
from jjjviewer.model.validation.warning import Frames, warn, warning

_ROUNDING = 1e-9
"""The part of a total that a sum of numbers with decimals may be off by."""
_ONE_UNIT = {"part_of": "can be no part of", "from_value": "cannot have become"}
"""Relations of figures in one unit, and what is said of those in two."""
_TWO_WAYS = ("from_value", "share_of")


def relation_warnings(frames: Frames) -> Iterator[Problem]:
    """Yield what relations between figures are warned of."""
    relations = _with_figures(frames["figure_relations"], frames["figures"])
    is_self = relations["from_id"] == relations["to_id"]
    yield from warn(
        "figure_relations",
        relations,
        is_self,
        "to_id",
        lambda figure: f"'{figure}' is related to itself. Name another figure, or delete the row.",
    )
    yield from _units(relations)
    yield from _both_ways(relations)
    yield from _shares(relations)
    yield from _times(relations)
    yield from _measures(relations)
    yield from _parts_over_total(frames["figures"], relations)


def _with_figures(relations: pd.DataFrame, figures: pd.DataFrame) -> pd.DataFrame:
    """Join to each relation what is compared of its two figures."""
    named = {"base_unit": "unit", "quantity_kind": "quantity", "measure": "measured"}
    time = figures["period_end"].fillna(figures["period_start"])
    compared = figures[["figure_id", *named]].rename(columns=named).assign(time=time)
    joined = relations.copy()
    for end in ("from", "to"):
        at = relations[f"{end}_position"].to_numpy()
        for name in (*named.values(), "time"):
            joined[f"{end}_{name}"] = compared[name].take(at).set_axis(relations.index)
    return joined


def _units(relations: pd.DataFrame) -> Iterator[Problem]:
    is_other = relations["from_unit"].astype(object) != relations["to_unit"].astype(object)
    yield from warn(
        "figure_relations",
        relations,
        is_one_of(relations["kind"], _ONE_UNIT) & is_other,
        "from_id",
        lambda figure, to, one, other, kind: (
            f"'{figure}' in {one or 'no unit'} {_ONE_UNIT[kind]} '{to}' in "
            f"{other or 'no unit'}. Mend the kind, or one of the figures."
        ),
        "to_id",
        "from_unit",
        "to_unit",
        "kind",
    )


def _both_ways(relations: pd.DataFrame) -> Iterator[Problem]:
    """Warn of what can't be besides another relation of the same two figures."""
    rows = [*zip(*(relations[name] for name in ("from_id", "to_id", "kind")), strict=True)]
    known = set(rows)
    yield from warn(
        "figure_relations",
        relations,
        [kind in _TWO_WAYS and one != to and (to, one, kind) in known for one, to, kind in rows],
        "to_id",
        lambda to, figure, kind: (
            f"'{figure}' is {kind} '{to}', and that one is {kind} it. Delete one of the two rows."
        ),
        "from_id",
        "kind",
    )
    apart = [
        kind == "do_not_sum" and bool({(one, to, "part_of"), (to, one, "part_of")} & known)
        for one, to, kind in rows
    ]
    yield from warn(
        "figure_relations",
        relations,
        apart,
        "kind",
        lambda _, figure, to: (
            f"'{figure}' and '{to}' are part_of and do_not_sum. Delete one of the two rows."
        ),
        "from_id",
        "to_id",
    )


def _shares(relations: pd.DataFrame) -> Iterator[Problem]:
    is_share = is_one_of(relations["from_quantity"], ("share", "change", "rate", "index", "other"))
    yield from warn(
        "figure_relations",
        relations,
        is_one_of(relations["kind"], ("share_of",)) & ~is_share,
        "from_id",
        lambda figure, to, quantity: (
            f"'{figure}' is of the kind {quantity}, and so no share of '{to}'. "
            "Write part_of, exchange the two, or mend quantity_kind."
        ),
        "to_id",
        "from_quantity",
    )


def _times(relations: pd.DataFrame) -> Iterator[Problem]:
    is_later = relations["from_time"] > relations["to_time"]
    yield from warn(
        "figure_relations",
        relations,
        is_one_of(relations["kind"], ("from_value",)) & is_later,
        "from_id",
        lambda figure, to, late, early: (
            f"'{figure}' of {late} comes after '{to}' of {early}. "
            "Exchange the two: from_id is the earlier value."
        ),
        "to_id",
        "from_time",
        "to_time",
    )


def _measures(relations: pd.DataFrame) -> Iterator[Problem]:
    """Warn of values that are drawn as one that changed, though they measure two things."""
    is_other = (relations["from_measured"] != relations["to_measured"]) & (
        relations["from_unit"].astype(object) == relations["to_unit"].astype(object)
    )
    yield from warn(
        "figure_relations",
        relations,
        is_one_of(relations["kind"], ("from_value",)) & is_other,
        "from_id",
        lambda figure, to, one, other: (
            f"'{figure}' measures '{one}', but '{to}', which it is drawn with as one that "
            f"changed, '{other}'. Write one measure in both, or mend the kind."
        ),
        "to_id",
        "from_measured",
        "to_measured",
    )


def _parts_over_total(figures: pd.DataFrame, relations: pd.DataFrame) -> Iterator[Problem]:
    parts = relations[relations["kind"] == "part_of"].drop_duplicates(["from_id", "to_id"])
    values = figures["base_value"].fillna(figures["value"]).to_numpy()
    of_parts = pd.Series(values[parts["from_position"]])
    sums = of_parts.groupby(parts["to_position"].to_numpy(), sort=False).sum()
    for position, total in zip(sums.index.tolist(), sums.tolist(), strict=True):
        whole = values[position]
        if total > whole + _ROUNDING * abs(whole):
            row = figures.iloc[position]
            message = (
                f"the parts of '{row['figure_id']}' add up to {total:,.12g}, more than its "
                f"{whole:,.12g}. Mend the values or the relations."
            )
            yield warning("figures", position, "value", text_of(row["value"]), message)
