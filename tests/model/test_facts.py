"""What is known of the figures of a pack by themselves."""

import random

import numpy as np
import pandas as pd

from jjjviewer.model.facts import Facts
from jjjviewer.model.pack import Pack
from jjjviewer.model.selection import Selection


def test_some_of_many_are_in_the_same_order_whether_they_are_sorted_or_picked() -> None:
    chance = random.Random(7)
    values = [float(chance.randrange(50)) for _ in range(500)] + [float("nan")] * 3
    ranked = Facts(pd.DataFrame({"value": values})).ranked("value")
    for count in (0, 1, 20, 100, 101, 400, 503):
        rows = sorted(chance.sample(range(503), count))
        order = sorted(rows, key=lambda at: (values[at] != values[at], -values[at]))
        numbers = [at for at in order if values[at] == values[at]]
        of_all = np.isin(np.arange(503), rows)
        assert ranked.sorted(of_all, np.arange(503)).tolist()[: len(numbers)] == numbers
        # The same rows among some.
        some = np.array(sorted({*rows, *chance.sample(range(503), 30)}), dtype=np.intp)
        places = ranked.sorted(np.isin(some, rows), some)
        assert some[places].tolist()[: len(numbers)] == numbers


def test_frames_that_rows_are_picked_from_have_few_blocks(pack: Pack) -> None:
    texts = pack["figures"].dtypes == "object"
    assert texts["measure"]
    assert texts["speaker"]
    assert not (pack["figures"].dtypes == "str").any()


def test_what_is_known_of_a_figure_by_itself_is_found_once_for_a_pack(pack: Pack) -> None:
    asked: list[int] = []

    def rule(figures: pd.DataFrame) -> "pd.Series[bool]":
        asked.append(len(figures))
        return figures["chartable"]

    views = [pack.view(Selection((id_,))) for id_ in ("hebei", "tianjin")]
    found = [view.which(rule).tolist() for view in views]
    assert found == [view.figures["chartable"].tolist() for view in views]
    assert asked == [len(pack["figures"])]
