"""The measurements, their repetitions and targets.

Compared programs run alternately, so that both meet the same state of the machine.
"""

import time
from collections.abc import Callable, Iterator
from pathlib import Path

from jjjviewer.bench.packs import LARGE, scaled, write_pack
from jjjviewer.bench.process import run
from jjjviewer.bench.report import ResultRow
from jjjviewer.bench.screen import screen
from jjjviewer.bench.subject import FORMATS
from jjjviewer.model.json_types import JsonObject
from jjjviewer.paths import bundled_pack

_WINDOW = (1280, 800)
_LARGE_WINDOW = (3840, 2160)
_FRAME = 16.7
_HALT_AT_START, _HALT = 60, 100
"""Targets for the longest halt of the window, in milliseconds."""
_MOST_OF_MATPLOTLIB = {"png": 0.75, "svg": 0.1, "pdf": 0.2}
_OPENED = {100_000: 8, 1_000_000: 6}
"""Targets for opening packs by number of figures, as a ratio to pandas' reading and typing."""
_CLICKED = {100_000: 100, 1_000_000: 250}
"""Targets for a click by number of figures, in milliseconds."""


def speed() -> float:
    """Time a million additions, in milliseconds, as a measure of the machine's current speed.

    A virtual machine may be half as fast a minute later. What else it does does not count.
    """
    started, total = time.thread_time(), 0
    for each in range(1_000_000):
        total += each
    return (time.thread_time() - started) * 1000


def start(folder: Path, quick: bool) -> Iterator[ResultRow]:
    """Measure the start: first paint, first chart, everything loaded."""
    floor, ours, halts, usual = [], [], [], []
    with screen(*_WINDOW) as environment:
        # The first round fills the caches of files and compiled modules.
        for _ in range(4 if quick else 11):
            floor.append(run(environment, "floor")["painted"])
            ours.append(run(environment, "start"))
            halts.append(run(environment, "start", "pulse")["freeze"])
            figures = bundled_pack() / "figures.csv"
            usual.append(run(environment, "imports_first", figures)["chart"])
    rounds = {key: [each[key] for each in ours[1:]] for key in ours[0]}
    beside = "empty window"
    yield ResultRow("start → tree readable", rounds["painted"], 2, "ms", floor[1:], beside)
    yield ResultRow("start → first chart", rounds["chart"], 4.75, "ms", floor[1:], beside)
    yield ResultRow("start → everything loaded", rounds["loaded"], 5, "ms", floor[1:], beside)
    yield ResultRow(
        "start → first chart",
        rounds["chart"],
        1,
        reference=usual[1:],
        beside="imports first, one bar chart",
    )
    yield ResultRow("window halted while loading", halts[1:], _HALT_AT_START)
    yield ResultRow("memory after start (PSS)", rounds["pss"], 160, "MiB")


def use(folder: Path, quick: bool) -> Iterator[ResultRow]:
    """Measure clicks on rows and chart types, search, theme changes and resizing."""
    with screen(*_WINDOW) as environment:
        done = run(environment, "use", *_WINDOW, 12 if quick else 1)
    clicks = "click on a row → both panes painted"
    yield ResultRow(f"{clicks}, median", done["clicks"], _FRAME)
    yield ResultRow(f"{clicks}, 95%", done["clicks"], 2 * _FRAME, share=0.95)
    yield ResultRow("click on a row → all settled", done["settled"], None)
    yield ResultRow("the first click on a row → both panes painted", done["first"], _FRAME)
    yield ResultRow("key in the search → results painted", done["keys"], _FRAME)
    yield ResultRow("colours switched", done["themes"], 50)
    yield ResultRow("window resized a step", done["resizes"], 50)
    with screen(*_LARGE_WINDOW) as environment:
        done = run(environment, "use", *_LARGE_WINDOW, 24 if quick else 8)
    yield ResultRow(f"{clicks}, 3840×2160", done["clicks"], 3 * _FRAME)


def export(folder: Path, quick: bool) -> Iterator[ResultRow]:
    """Measure exporting a chart, in comparison with matplotlib."""
    ours: dict[str, list[float]] = {each: [] for each in FORMATS}
    theirs: dict[str, list[float]] = {each: [] for each in FORMATS}
    with screen(*_WINDOW) as environment:
        for _ in range(2 if quick else 5):
            for program, times in (("export_ours", ours), ("export_matplotlib", theirs)):
                done = run(environment, program, 3 if quick else 5)
                for suffix, samples in times.items():
                    samples += done[suffix]
    for suffix, most in _MOST_OF_MATPLOTLIB.items():
        yield ResultRow(
            f"export 3840×2160, {suffix.upper()}",
            ours[suffix],
            most,
            reference=theirs[suffix],
            beside="matplotlib",
        )


def endure(folder: Path, quick: bool) -> Iterator[ResultRow]:
    """Measure memory after long use, and halts of the window during exports."""
    clicks, exports = (200, 20) if quick else (2_000, 200)
    with screen(*_WINDOW) as environment:
        done = run(environment, "endure", clicks, exports)
    grown = [done["after"] - done["used"]]
    yield ResultRow("window halted while all forms are exported", [done["blocked"]], _HALT)
    yield ResultRow(f"memory after {clicks:,} clicks, {exports} exports: growth", grown, 5, "MiB")


def scale(folder: Path, quick: bool) -> Iterator[ResultRow]:
    """Measure packs of a hundred to a million figures."""
    figures = [10**power for power in range(2, 6 if quick else 7)]
    with screen(*_WINDOW) as environment:
        for count in figures:
            pack = write_pack(folder / f"figures-{count}", scaled(count))
            frames = run(environment, "frames", pack)
            done = run(environment, "scale", pack, count)
            yield from _opened(count, done, frames)
            if count == LARGE.figures:
                yield from _at_large(count, done)


def _opened(count: int, done: JsonObject, frames: JsonObject) -> Iterator[ResultRow]:
    """Measure opening a pack, clicks in it, and its memory."""
    name, clicked = f"{count:,} figures", _CLICKED.get(count)
    opened, read = [done["opened"]], [frames["seconds"]]
    yield ResultRow(f"{name}: open", opened, _OPENED.get(count), "s", read, "pandas")
    if clicked is not None:
        memory = [done["pss"]]
        yield ResultRow(f"{name}: memory", memory, 4, "MiB", [frames["frames"]], "pandas")
        yield ResultRow(f"{name}: window halted while opening", [done["freeze"]], _HALT)
    for sort, samples in done["clicks"].items():
        what = sort if sort == "everything" else f"a {sort}"
        yield ResultRow(f"{name}: click on {what}", samples, clicked)


def _at_large(count: int, done: JsonObject) -> Iterator[ResultRow]:
    """Measure scrolling and searching in the largest pack."""
    name = f"{count:,} figures"
    yield ResultRow(f"{name}: tree opened or scrolled", done["tree"], 50)
    yield ResultRow(f"{name}: table scrolled", done["table"], 50)
    yield ResultRow(f"{name}: key in the search", done["keys"], _HALT)


MEASURES: dict[str, Callable[[Path, bool], Iterator[ResultRow]]] = {
    "start": start,
    "use": use,
    "export": export,
    "endure": endure,
    "scale": scale,
}
