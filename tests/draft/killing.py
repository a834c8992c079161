"""Kill a process that decides, at random moments, and see what is left of its draft.

Prints how many decisions were shown, how often more than the last one was lost, and how often the
draft could not be opened any more.
"""

import os
import random
import signal
import sys
import time
from pathlib import Path

from jjjviewer.draft.draft import Draft, new_draft
from jjjviewer.draft.journal import DraftError
from jjjviewer.draft.records import COLUMNS, SOURCE, Change, empty_records

_LONGEST = 0.02
"""Seconds until a process is killed."""
_ROUNDS = 10
"""Of one draft, lest its journal get long."""


def _decide(folder: Path, shown: int) -> None:
    draft = Draft(folder)
    number = _count(draft)
    while True:
        number += 1
        draft.do("Count", [Change(SOURCE, 0, {"title": str(number)})])
        os.write(shown, b"%d\n" % number)


def _count(draft: Draft) -> int:
    return int(draft.source["title"] or 0)


def _killed(folder: Path, chance: random.Random) -> list[int]:
    """Return what a process has shown before it was killed."""
    end, start = os.pipe()
    process = os.fork()
    if not process:
        os.close(end)
        _decide(folder, start)
    os.close(start)
    time.sleep(chance.random() * _LONGEST)
    os.kill(process, signal.SIGKILL)
    with os.fdopen(end, "rb") as shown:
        lines = shown.read().splitlines(keepends=True)
    os.waitpid(process, 0)
    return [int(each) for each in lines if each.endswith(b"\n")]


def main() -> None:
    """Kill as many processes as is said."""
    folder, rounds = Path(sys.argv[1]), int(sys.argv[2])
    chance = random.Random(25)
    records = empty_records()
    records[SOURCE][0] = dict.fromkeys(COLUMNS[SOURCE], "")
    all_shown = lost = broken = 0
    for number in range(rounds):
        draft = folder / str(number // _ROUNDS)
        if not draft.exists():
            new_draft(draft, records).close()
        shown = _killed(draft, chance)
        all_shown += len(shown)
        try:
            again = Draft(draft)
        except DraftError:
            broken += 1
            continue
        lost += bool(shown) and _count(again) < shown[-1]
        again.close()
    print(all_shown, lost, broken)


if __name__ == "__main__":
    main()
