"""The report: a table of measurements, references and targets."""

import json
import math
import os
import platform
import statistics
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from importlib.metadata import version
from pathlib import Path

from jjjviewer.model.json_types import JsonObject

_PACKAGES = ("PySide6_Essentials", "pandas", "numpy", "pyqtgraph", "matplotlib")
_HEADINGS = ("what", "measured", "spread", "beside", "ratio", "to reach")


@dataclass(frozen=True)
class ResultRow:
    """One row.

    Attributes:
        what: what was measured, in words.
        samples: the measured values, in `unit`.
        most: the target; a ratio where there is a reference.
        unit: ms, s or MiB.
        reference: samples of the reference; if there are equally many, runs are paired.
        beside: the name of the reference.
        share: the quantile that must reach the target; 0.5 is the median.
    """

    what: str
    samples: Sequence[float]
    most: float | None
    unit: str = "ms"
    reference: Sequence[float] = ()
    beside: str = ""
    share: float = 0.5

    @property
    def value(self) -> float:
        return quantile(self.samples, self.share)

    @property
    def ratio(self) -> float | None:
        """The ratio to the reference; for paired runs, the median of their ratios."""
        if not self.reference:
            return None
        if len(self.reference) == len(self.samples):
            pairs = zip(self.samples, self.reference, strict=True)
            return statistics.median(ours / theirs for ours, theirs in pairs)
        return self.value / statistics.median(self.reference)

    @property
    def is_reached(self) -> bool | None:
        if self.most is None:
            return None
        return (self.value if self.ratio is None else self.ratio) <= self.most

    def cells(self) -> tuple[str, ...]:
        low, high = quantile(self.samples, 0.05), quantile(self.samples, 0.95)
        beside, ratio, most = "", "", ""
        if self.ratio is not None:
            beside = f"{self.beside} {_number(statistics.median(self.reference))} {self.unit}"
            ratio = f"{self.ratio:.2f}"
        if self.most is not None:
            unit = "×" if self.ratio is not None else f" {self.unit}"
            most = f"≤ {self.most:g}{unit} {'✓' if self.is_reached else '✗'}"
        value = f"{_number(self.value)} {self.unit}"
        spread = f"{_number(low)}–{_number(high)}" if len(self.samples) > 1 else ""
        return self.what, value, spread, beside, ratio, most

    def as_data(self) -> JsonObject:
        return {
            "what": self.what,
            "unit": self.unit,
            "value": self.value,
            "share": self.share,
            "ratio": self.ratio,
            "beside": self.beside,
            "most": self.most,
            "reached": self.is_reached,
            "samples": [round(each, 3) for each in self.samples],
            "reference": [round(each, 3) for each in self.reference],
        }


@dataclass
class BenchReport:
    """All rows, with the machine."""

    quick: bool
    rows: list[ResultRow] = field(default_factory=list)

    def add(self, row: ResultRow) -> None:
        """Add a row and print it."""
        self.rows.append(row)
        print("  ".join(cell for cell in row.cells() if cell), flush=True)

    def table(self) -> str:
        """Return the rows as Markdown, with the machine below them."""
        lines = [_HEADINGS, ("---",) * len(_HEADINGS), *(row.cells() for row in self.rows)]
        table = "\n".join(f"| {' | '.join(cells)} |" for cells in lines)
        about = ", ".join(f"{name} {what}" for name, what in machine().items())
        return f"{table}\n\nMeasured {date.today()}{', quickly' * self.quick}: {about}.\n"

    def write(self, folder: Path) -> list[Path]:
        """Write the table and the samples; return the files."""
        folder.mkdir(parents=True, exist_ok=True)
        data = {
            "date": str(date.today()),
            "quick": self.quick,
            "machine": machine(),
            "rows": [row.as_data() for row in self.rows],
        }
        files = {"bench.md": self.table(), "bench.json": json.dumps(data, indent=1)}
        for name, text in files.items():
            (folder / name).write_text(text, encoding="utf-8")
        return [folder / name for name in files]


def quantile(samples: Sequence[float], share: float) -> float:
    """Return a quantile of some samples: the nearest rank, or of a share of 0.5 the median."""
    if share == 0.5:
        return statistics.median(samples)
    return sorted(samples)[max(0, math.ceil(share * len(samples)) - 1)]


def machine() -> dict[str, str]:
    """Return the machine and the versions that the measurements hold for."""
    versions = {name: version(name) for name in _PACKAGES}
    return {
        "CPUs": f"{os.cpu_count()} × {_cpu()}",
        "load": f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown",
        "system": f"{platform.system()} {platform.release().split('-')[0]}",
        "Python": platform.python_version(),
        **versions,
    }


def _cpu() -> str:
    info = Path("/proc/cpuinfo")
    lines = info.read_text().splitlines() if info.exists() else []
    names = (line.partition(": ")[2] for line in lines if line.startswith("model name"))
    return next(names, platform.machine())


def _number(value: float) -> str:
    return f"{value:,.0f}" if value >= 100 else f"{value:.1f}" if value >= 1 else f"{value:.2f}"
